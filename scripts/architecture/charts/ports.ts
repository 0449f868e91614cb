import type { Resource } from "../blocks";
import { literalAt, valuesAt } from "../json";

/** Protocol and destination ports of a security rule: `TCP 2048-2050`. */
export function portsOf({ body }: Resource): string {
  const protocol = PROTOCOLS[literalAt(body, "protocol") ?? ""] ?? "any protocol";
  const ranges = ["tcp_options", "udp_options"]
    .flatMap((options) => valuesAt(body, `${options}.destination_port_range`))
    .map((range) => [valuesAt(range, "min")[0], valuesAt(range, "max")[0]])
    .map(([min, max]) => (min === max ? `${min}` : `${min}-${max}`));
  return [protocol, ...ranges].join(" ");
}

/** Source: IANA, Assigned Internet Protocol Numbers. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  "1": "ICMP",
  "6": "TCP",
  "17": "UDP",
  "58": "ICMPv6",
};
