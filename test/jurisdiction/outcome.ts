import type { PlaceProof } from "../../jurisdiction";

/** A proof in a word, for tables of examples: a region id, `realm oc1`, `unknown x`, `nothing`. */
export function outcome(proof: PlaceProof): string {
  switch (proof.proves) {
    case "region":
      return proof.region.id;
    case "realm":
      return `realm ${proof.realm.id}`;
    case "unknown-place":
      return `unknown ${proof.text}`;
    case "nothing":
      return "nothing";
  }
}

/** Why a proof is no more than it is; empty for a region, which needs no reason. */
export function reason(proof: PlaceProof): string {
  return proof.proves === "region" ? "" : proof.reason;
}
