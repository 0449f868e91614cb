import type { Jurisdiction, PlaceProof } from "../../jurisdiction";
import type { Status } from "../result";

/** `us-ashburn-1, us-chicago-1 …` for messages: the regions of one cloud, or of all. */
export function allowedRegions(jurisdiction: Jurisdiction, cloud?: "oci" | "aws"): string {
  const regions = cloud === undefined ? jurisdiction.regions : jurisdiction.regionsOf(cloud);
  return regions.map(String).join(", ");
}

/** How a proof about a place stands to `jurisdiction`. */
export function judge(proof: PlaceProof, jurisdiction: Jurisdiction): Status {
  switch (proof.proves) {
    case "region":
      return jurisdiction.allows(proof.region) ? "inside" : "outside";
    case "realm":
      return jurisdiction.allowsRealm(proof.realm) === "none" ? "outside" : "inside";
    case "unknown-place":
      return proof.country === undefined || jurisdiction.countries.includes(proof.country)
        ? "unproven"
        : "outside";
    default:
      return "inside";
  }
}
