import { type Cidr, overlapOf } from "./cidr";
import type { Link, Network, PeerEnd } from "./graph";
import type { Inventory } from "./inventory";

/** What the links of a hub lead to for one range. */
export interface Summary {
  readonly inside: readonly Network[];
  readonly insideBlocks: ReadonlySet<Network["block"]>;
  readonly elsewhere: readonly Network[];
  readonly through: readonly (Link & { readonly kind: "network" })[];
  readonly peers: readonly PeerEnd[];
}

/** Sorts `links` by what they lead to for traffic to `range`. */
export function summarize(
  links: readonly Link[],
  range: Cidr | undefined,
  inventory: Inventory,
): Summary {
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
      const isInside = inventory.placeOf(network).status === "inside";
      (isInside ? inside : elsewhere).push(network);
    }
  }
  const insideBlocks = new Set(inside.map(({ block }) => block));
  return { inside, insideBlocks, elsewhere, through, peers };
}
