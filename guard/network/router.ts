import { type Cidr, isPublic, overlapOf } from "./cidr";
import {
  type Exit,
  hop,
  networksExit,
  prefixed,
  sentence,
  servicesExit,
  unknownExit,
  via,
} from "./exits";
import type { Exposures } from "./exposure";
import type { Gateway, Link, Network, Route, RouteTable } from "./graph";
import type { Inventory, Located } from "./inventory";
import { type Summary, summarize } from "./link-summary";
import { getOrMake } from "./memo";
import type { Hop } from "./reachability";
import { INTERNET } from "./stations";

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
    return getOrMake(known, range?.text ?? "", () => summarize(links, range, this.inventory));
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
    } else if (to.kind === "services" && range !== undefined && !isPublic(range)) {
      // Transit of private ranges does not meet the services' addresses, which are public.
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
        return this.links(
          gateway.hub.linksFrom(network, range),
          hop(route.source, gateway.hub.name, `${via(route)} leads to it.`),
          network,
          route,
          range,
        );
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
