import { parseOcid, Region } from "../../../jurisdiction";
import { judge } from "../../rules/describe";
import type { PeerEnd } from "../graph";
import type { Inventory, Located } from "../inventory";
import { hopOf } from "../stations";
import type { Target } from "../targets";

/** A network that is not in the cloud, or whose place nothing tells. */
export function premises(located: Located, what: string): PeerEnd {
  return {
    verdict: "unproven",
    hop: hopOf(located, `It is ${what}.`),
    evidence: `Nothing tells where the network behind ${located.block.address} stands.`,
    tables: () => [],
  };
}

/** A peer that is not in the input: the region that it names decides. */
export function unseenPeer(target: Target, located: Located, inventory: Inventory): PeerEnd {
  const { jurisdiction } = inventory;
  const name = target.kind === "text" ? target.text : "a peer that is not in the input";
  const regions = inventory.texts(inventory.argument(located, "peer_region_name"), located);
  const named = (regions ?? []).map((id) => Region.find(id));
  const proof = parseOcid(target.kind === "text" ? target.text : "").proof;
  const status = proof.proves === "region" ? judge(proof, jurisdiction) : "unproven";
  const isOutside =
    status === "outside" ||
    named.some((region) => region !== undefined && !jurisdiction.allows(region));
  const isInside =
    status === "inside" ||
    (named.length > 0 &&
      named.every((region) => region !== undefined && jurisdiction.allows(region)));
  const verdict = isOutside ? "open" : isInside ? "peered-inside" : "unproven";
  return {
    verdict,
    hop: hopOf(located, `It is peered with ${name}.`),
    evidence: {
      open: `The peer ${name} lies outside ${jurisdiction.name}.`,
      "peered-inside": `The peer ${name} lies inside ${jurisdiction.name}; what it leads to is not in the input.`,
      unproven: `Nothing tells where the peer of ${located.block.address} lies.`,
    }[verdict],
    tables: () => [],
  };
}
