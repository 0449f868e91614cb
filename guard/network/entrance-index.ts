import type { Block } from "../model/block";
import { CidrIndex } from "./cidr-index";
import type { Components } from "./components";
import type { Entrance, Filter, Subnet } from "./graph";
import { getOrMake, push } from "./memo";
import { isWorse } from "./reachability";

/** Entrances that a proof lists; the worst come first. */
export const MAX_LISTED = 10;

const NONE: readonly Entrance[] = [];

interface Reach {
  readonly all: Entrance[];
  readonly byRange: CidrIndex<Entrance>;
  /** Those of which some addresses are not known: a rule for any range may mean them. */
  readonly unranged: Entrance[];
  readonly byBlock: Map<Block, Entrance[]>;
  readonly admitted: Map<Filter, readonly Entrance[]>;
}

/** Finds the entrances that a subnet's security rules let in. */
export class EntranceIndex {
  private readonly ranked: readonly Entrance[];
  private readonly ranks = new Map<Entrance, number>();
  private readonly reaches = new Map<object | string, Reach>();
  private readonly standing = new Map<Subnet, Entrance[]>();

  constructor(
    entrances: readonly Entrance[],
    private readonly joined: Components<object>,
  ) {
    // In one order everywhere, so that a list that is cut keeps the worst.
    this.ranked = [...entrances].sort((a, b) =>
      isWorse(a.verdict, b.verdict) ? -1 : isWorse(b.verdict, a.verdict) ? 1 : 0,
    );
    this.ranked.forEach((entrance, rank) => {
      this.ranks.set(entrance, rank);
    });
    for (const entrance of this.ranked) {
      for (const subnet of entrance.reachedIn) {
        push(this.standing, subnet, entrance);
      }
      const keys = new Set(entrance.subnets.map((subnet) => this.keyOf(subnet)));
      for (const key of keys) {
        this.add(entrance, this.reachOf(key));
      }
    }
  }

  private add(entrance: Entrance, reach: Reach): void {
    reach.all.push(entrance);
    const blocks = new Set(entrance.groups);
    let isRanged = true;
    for (const { block, network, cidrs } of entrance.subnets) {
      blocks.add(block);
      if (network !== undefined) {
        blocks.add(network.block);
      }
      for (const cidr of cidrs) {
        reach.byRange.add(cidr, entrance);
      }
      if (cidrs.length === 0) {
        // Its addresses are not known: a rule for any part of its network may mean them.
        for (const cidr of network?.cidrs ?? []) {
          reach.byRange.add(cidr, entrance);
        }
        isRanged &&= network?.isWhole === true;
      }
    }
    if (!isRanged) {
      reach.unranged.push(entrance);
    }
    for (const block of blocks) {
      push(reach.byBlock, block, entrance);
    }
  }

  /**
   * Entrances that stand in `subnet` and are reached there, and those in networks joined to its own
   * from which `filters` admit traffic: the worst of them, where there are many.
   */
  admittedBy(subnet: Subnet, filters: readonly Filter[]): readonly Entrance[] {
    const reach = this.ranked.length === 0 ? undefined : this.reaches.get(this.keyOf(subnet));
    if (reach === undefined) {
      return NONE;
    }
    // Its own ones take requests by rules about clients, not about the addresses of the subnet.
    const found = new Set<Entrance>(this.standing.get(subnet));
    for (const filter of filters) {
      for (const entrance of getOrMake(reach.admitted, filter, () =>
        this.worst(admitted(filter, reach)),
      )) {
        found.add(entrance);
      }
    }
    return this.worst(found);
  }

  private worst(entrances: ReadonlySet<Entrance>): readonly Entrance[] {
    const rank = (entrance: Entrance) => this.ranks.get(entrance) ?? 0;
    return [...entrances].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_LISTED);
  }

  private keyOf({ network, networkName }: Subnet): object | string {
    return network === undefined ? networkName : this.joined.rootOf(network.block);
  }

  private reachOf(key: object | string): Reach {
    return getOrMake(this.reaches, key, () => ({
      all: [],
      byRange: new CidrIndex(),
      unranged: [],
      byBlock: new Map(),
      admitted: new Map(),
    }));
  }
}

function admitted(filter: Filter, reach: Reach): ReadonlySet<Entrance> {
  const found = new Set<Entrance>();
  for (const { direction, peer } of filter.admissions) {
    if (direction !== "ingress" || peer.kind === "services") {
      continue;
    }
    const entrances =
      peer.kind === "range"
        ? [...reach.byRange.touching(peer.range), ...reach.unranged]
        : peer.kind === "unknown"
          ? reach.all
          : (reach.byBlock.get(peer.block) ?? []);
    for (const entrance of entrances) {
      found.add(entrance);
    }
  }
  return found;
}
