import type { IConstruct } from "constructs";
import ipaddr from "ipaddr.js";
import { PropsError } from "../validation";
import type { FileSystemClient } from "./file-system-props";

type Range = [ipaddr.IPv4, number];

/** Ranges that no router of the internet knows. Source: RFC 1918; RFC 6598 for the last. */
const PRIVATE: readonly Range[] = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
].map((text) => ipaddr.IPv4.parseCIDR(text));

/**
 * Checks that every client is a range of private addresses, written as itself, and that each can be
 * the first that contains an address.
 *
 * @throws PropsError for the first client that is not
 */
export function checkClients(scope: IConstruct, clients: readonly FileSystemClient[]): void {
  const earlier: { readonly source: string; readonly range: Range }[] = [];
  for (const [index, { source }] of clients.entries()) {
    const refuse = (because: string, fix: string) =>
      new PropsError(scope, { prop: `clients[${index}].source`, got: source, because, fix });
    const range = parseRange(source);
    if (range === undefined) {
      throw refuse(
        "OCI takes one IPv4 address or one range in CIDR notation",
        "write one such as 10.0.1.0/24",
      );
    }
    const network = ipaddr.IPv4.networkAddressFromCIDR(`${range[0]}/${range[1]}`);
    if (!network.match(range[0], 32)) {
      throw refuse(
        "an address inside of the range stands where its first one belongs",
        `write ${network}/${range[1]}`,
      );
    }
    if (!PRIVATE.some((block) => contains(block, range))) {
      throw refuse(
        "it reaches beyond the private ranges 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 and 100.64.0.0/10",
        "write the CIDR blocks of the clients' subnets",
      );
    }
    const hiding = earlier.find((client) => contains(client.range, range));
    if (hiding !== undefined) {
      throw refuse(
        `OCI takes the first client that contains an address, and ${hiding.source} stands before`,
        `put it before ${hiding.source}, or leave it out`,
      );
    }
    earlier.push({ source, range });
  }
}

function parseRange(source: string): Range | undefined {
  const [address = "", length = "32", ...rest] = source.split("/");
  return rest.length === 0 &&
    ipaddr.IPv4.isValidFourPartDecimal(address) &&
    /^(?:\d|[12]\d|3[0-2])$/.test(length)
    ? [ipaddr.IPv4.parse(address), Number(length)]
    : undefined;
}

function contains(outer: Range, inner: Range): boolean {
  return outer[1] <= inner[1] && inner[0].match(outer);
}
