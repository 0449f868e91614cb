import type { Cidr } from "./cidr";
import type { Gateway, Network, Route, Source } from "./graph";
import type { Located } from "./inventory";
import type { Hop, Path } from "./reachability";

/** Where routes lead to, beyond the network that traffic starts in. */
export interface Exit {
  readonly to: "internet" | "services" | "network" | "peer" | "unknown";
  readonly verdict: Exclude<Path["verdict"], "through-waf">;
  /** Addresses that can be reached by it; undefined where nothing limits or tells them. */
  readonly range: Cidr | undefined;
  readonly hops: readonly Hop[];
  readonly evidence: string;
  /** The route by which traffic leaves its first table; undefined where nothing tells the routes. */
  readonly source: Source | undefined;
  /** True where only an interface with a public address of its own gets out, and can be reached. */
  readonly isDirect: boolean;
}

export function via(route: Route): string {
  const to =
    route.to.kind === "range"
      ? route.to.range.text
      : route.to.kind === "services"
        ? route.to.label
        : route.to.kind === "unknown"
          ? "a destination that is not in the input"
          : route.to.block.address;
  return `the route of ${route.source.block.address} to ${to}`;
}

export function hop({ stack }: Located, address: string, says: string): Hop {
  return { stack: stack.name, address, says: sentence(says) };
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export function prefixed(exits: readonly Exit[], hops: readonly Hop[]): Exit[] {
  return exits.map((exit) => ({ ...exit, hops: [...hops, ...exit.hops], isDirect: false }));
}

export function unknownExit(
  route: Route,
  range: Cidr | undefined,
  name: string,
  reason: string,
  to: "unknown" | "peer" = "unknown",
): Exit {
  return {
    to,
    verdict: "unproven",
    range,
    hops: [hop(route.source, name, `${via(route)} leads to it.`)],
    evidence: `Nothing tells where ${via(route)} leads: ${reason}.`,
    source: route.source,
    isDirect: false,
  };
}

export function servicesExit(gateway: Gateway & { kind: "services" }, route: Route): Exit {
  const { to } = route;
  const isOutside = to.kind === "services" && to.status === "outside";
  const label = to.kind === "services" ? to.label : "services of the cloud";
  return {
    to: "services",
    verdict: isOutside ? "open" : "cloud-services-only",
    range: undefined,
    hops: [hop(route.source, gateway.name, `${via(route)} leads to it.`)],
    evidence: isOutside
      ? `${label} are services of a region outside.`
      : `${gateway.name} reaches services of its own region only: ${label}.`,
    source: route.source,
    isDirect: false,
  };
}

export function networksExit(
  networks: readonly Network[],
  count: number,
  own: Network | undefined,
  first: Hop,
  range: Cidr | undefined,
): Exit {
  const names: string[] = [];
  for (const { block } of networks) {
    if (block !== own?.block && names.length < 4) {
      names.push(block.address);
    }
  }
  const listed =
    count <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${count - 3} more`;
  return {
    to: "network",
    verdict: "inside",
    range,
    hops: [first, { stack: first.stack, address: names[0] ?? "", says: `It joins ${listed}.` }],
    evidence: `${first.address} joins ${listed}, which lie inside.`,
    source: undefined,
    isDirect: false,
  };
}
