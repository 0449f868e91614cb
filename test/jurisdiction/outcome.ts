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
