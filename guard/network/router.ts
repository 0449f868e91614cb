import { type Cidr, overlapOf } from "./cidr";
import type { Exposures } from "./exposure";
import type { Gateway, Link, Network, PeerEnd, Route, RouteTable, Source } from "./graph";
import type { Inventory, Located } from "./inventory";
import { getOrMake } from "./memo";
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

/** What the links of a hub lead to for one range. */
interface Summary {
  readonly inside: readonly Network[];
  readonly insideBlocks: ReadonlySet<Network["block"]>;
  readonly elsewhere: readonly Network[];
  readonly through: readonly (Link & { readonly kind: "network" })[];
  readonly peers: readonly PeerEnd[];
}

const NO_EXITS: readonly Exit[] = [];

/** Follows routes from table to table. Every table is followed once for each start and range. */
export class Router {
  private readonly memo = new Map<RouteTable, Map<Network["block"] | undefined, readonly Exit[]>>();
  private readonly summaries = new WeakMap<readonly Link[], Map<string, Summary>>();

  constructor(
    private readonly inventory: Inventory,
    private readonly exposures: Exposures,
  ) {}

  /** Where `table` leads traffic that starts in `network`. */
  exitsOf(table: RouteTable, network: Network | undefined): readonly Exit[] {
    if (table.unproven === undefined && table.routes().length === 0) {
      return NO_EXITS;
    }
    let known = this.memo.get(table);
    if (known === undefined) {
      known = new Map();
      this.memo.set(table, known);
    }
    return getOrMake(known, network?.block, () => new Walk(this).table(table, network, undefined));
  }

  /** What `links` lead to for traffic to `range`. */
  summaryOf(links: readonly Link[], range: Cidr | undefined): Summary {
    let known = this.summaries.get(links);
    if (known === undefined) {
      known = new Map();
      this.summaries.set(links, known);
    }
    return getOrMake(known, range?.text ?? "", () => this.summarize(links, range));
  }

  private summarize(links: readonly Link[], range: Cidr | undefined): Summary {
    const inside: Network[] = [];
    const elsewhere: Network[] = [];
    const through: (Link & { kind: "network" })[] = [];
    const peers: PeerEnd[] = [];
    for (const link of links) {
      if (link.kind === "peer") {
        peers.push(link.peer);
        continue;
      }
      const { network } = link;
      if (link.tables().length > 0) {
        through.push(link);
      }
      const isMet =
        range === undefined ||
        !network.isWhole ||
        network.cidrs.some((cidr) => overlapOf(cidr, range) !== undefined);
      if (isMet) {
        const isInside = this.inventory.placeOf(network).status === "inside";
        (isInside ? inside : elsewhere).push(network);
      }
    }
    const insideBlocks = new Set(inside.map(({ block }) => block));
    return { inside, insideBlocks, elsewhere, through, peers };
  }

  isInternet(range: Cidr): boolean {
    return this.exposures.isInternet(range);
  }

  placeOf(located: Located) {
    return this.inventory.placeOf(located);
  }
}

/** One exploration. */
class Walk {
  private readonly visited = new Map<RouteTable, Set<string>>();

  constructor(private readonly router: Router) {}

  table(table: RouteTable, network: Network | undefined, range: Cidr | undefined): Exit[] {
    const ranges = getOrMake(this.visited, table, () => new Set<string>());
    const key = range?.text ?? "";
    if (ranges.has(key)) {
      return [];
    }
    ranges.add(key);
    const exits = table.routes().flatMap((route) => this.route(route, network, range));
    if (table.unproven !== undefined) {
      exits.push({
        to: "unknown",
        verdict: "unproven",
        range,
        hops: [],
        evidence: `Nothing tells where its routes lead: ${table.unproven}.`,
        source: undefined,
        isDirect: false,
      });
    }
    return exits;
  }

  private route(route: Route, network: Network | undefined, range: Cidr | undefined): Exit[] {
    const { to, gateway, source } = route;
    let shared = range;
    if (to.kind === "range") {
      shared = range === undefined ? to.range : overlapOf(range, to.range);
      if (shared === undefined) {
        return [];
      }
    } else if (to.kind === "services" && range !== undefined) {
      // Transit of a limited range does not meet the services' addresses, which are public.
      return [];
    }
    return this.gateway(gateway, route, network, shared).map((exit) => ({ ...exit, source }));
  }

  private gateway(
    gateway: Gateway,
    route: Route,
    network: Network | undefined,
    range: Cidr | undefined,
  ): Exit[] {
    switch (gateway.kind) {
      case "nowhere":
        return [];
      case "internet":
      case "nat":
        return this.internet(gateway, route, range);
      case "services":
        return [servicesExit(gateway, route)];
      case "hub":
        return [
          ...this.links(
            gateway.hub.linksFrom(network, range),
            hop(route.source, gateway.hub.name, `${via(route)} leads to it.`),
            network,
            route,
            range,
          ),
          ...(gateway.hub.unproven === undefined
            ? []
            : [unknownExit(route, range, gateway.hub.name, gateway.hub.unproven)]),
        ];
      case "pair":
        return gateway.pair.far.length === 0
          ? [unknownExit(route, range, gateway.pair.name, "no peer of it is in the input", "peer")]
          : this.links(
              gateway.pair.far,
              hop(route.source, gateway.pair.name, `${via(route)} leads to it.`),
              network,
              route,
              range,
            );
      case "appliance":
        return this.appliance(gateway, route, network, range);
      case "premises":
        return [
          {
            ...unknownExit(
              route,
              range,
              gateway.name,
              "it leads to a network whose place nothing tells",
              "peer",
            ),
          },
        ];
      case "unknown":
        return [unknownExit(route, range, route.source.value, gateway.reason)];
    }
  }

  private internet(
    gateway: Gateway & { kind: "internet" | "nat" },
    route: Route,
    range: Cidr | undefined,
  ): Exit[] {
    const { to } = route;
    if (to.kind === "services" || to.kind === "network" || to.kind === "group") {
      return [];
    }
    if (range !== undefined && !this.router.isInternet(range)) {
      return [];
    }
    const isKnown = to.kind === "range";
    return [
      {
        to: "internet",
        verdict: isKnown ? "open" : "unproven",
        range,
        hops: [hop(route.source, gateway.name, `${via(route)} leads to it.`), INTERNET],
        evidence: isKnown
          ? sentence(`${via(route)} leads to the internet by ${gateway.name}.`)
          : `Nothing tells what ${via(route)} leads to by ${gateway.name}.`,
        source: undefined,
        isDirect: gateway.kind === "internet",
      },
    ];
  }

  private links(
    links: readonly Link[],
    first: Hop,
    network: Network | undefined,
    route: Route,
    range: Cidr | undefined,
  ): Exit[] {
    const exits: Exit[] = [];
    const summary = this.router.summaryOf(links, range);
    const others =
      summary.inside.length -
      (network !== undefined && summary.insideBlocks.has(network.block) ? 1 : 0);
    if (others > 0) {
      exits.push(networksExit(summary.inside, others, network, first, range));
    }
    for (const other of summary.elsewhere) {
      if (other.block !== network?.block) {
        exits.push(this.elsewhereExit(other, first, range));
      }
    }
    for (const { network: other, tables } of summary.through) {
      if (other.block !== network?.block) {
        const next = hop(other, other.block.address, "It sends on what is not for itself.");
        for (const table of tables()) {
          exits.push(...prefixed(this.table(table, other, range), [first, next]));
        }
      }
    }
    for (const peer of summary.peers) {
      exits.push({
        to: "peer",
        verdict: peer.verdict,
        range,
        hops: [first, peer.hop],
        evidence: peer.evidence,
        source: route.source,
        isDirect: false,
      });
      for (const table of peer.tables()) {
        exits.push(...prefixed(this.table(table, undefined, range), [first, peer.hop]));
      }
    }
    return exits;
  }

  private elsewhereExit(other: Network, first: Hop, range: Cidr | undefined): Exit {
    const place = this.router.placeOf(other);
    return {
      to: "peer",
      verdict: place.status === "outside" ? "open" : "unproven",
      range,
      hops: [first, hop(other, other.block.address, "It is joined.")],
      evidence: `Of ${other.block.address}, ${place.evidence}.`,
      source: undefined,
      isDirect: false,
    };
  }

  private appliance(
    appliance: Gateway & { kind: "appliance" },
    route: Route,
    network: Network | undefined,
    range: Cidr | undefined,
  ): Exit[] {
    const { name, lets } = appliance;
    const first = hop(appliance.located, name, `${via(route)} leads to it.`);
    return appliance
      .tables()
      .flatMap((table) => prefixed(this.table(table, network, range), [first]))
      .filter((exit) => exit.to !== "internet" || lets !== "none")
      .map((exit) => ({
        ...exit,
        isDirect: false,
        ...(exit.to === "internet" && lets === "some"
          ? {
              verdict: "unproven" as const,
              evidence: `${name} lets out what its policy lists, and nothing tells where that is.`,
            }
          : {}),
      }));
  }
}

const INTERNET: Hop = { stack: "", address: "internet", says: "Any place in the world." };

function via(route: Route): string {
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

function hop({ stack }: Located, address: string, says: string): Hop {
  return { stack: stack.name, address, says: sentence(says) };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function prefixed(exits: readonly Exit[], hops: readonly Hop[]): Exit[] {
  return exits.map((exit) => ({ ...exit, hops: [...hops, ...exit.hops], isDirect: false }));
}

function unknownExit(
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

function servicesExit(gateway: Gateway & { kind: "services" }, route: Route): Exit {
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

function networksExit(
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
