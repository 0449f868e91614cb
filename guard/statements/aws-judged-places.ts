import type { Jurisdiction, PlaceProof } from "../../jurisdiction";
import { placeOfArn } from "./aws-regions";
import type { AwsSurroundings } from "./aws-surroundings";
import { listRegions, regionField } from "./reach";
import { type SourceText, written } from "./source-text";
import type { StatementVerdict } from "./statement-verdict";

/** `us-east-1, us-west-2`: regions of AWS inside. */
export function allowed(jurisdiction: Jurisdiction): string {
  return jurisdiction.regionsOf("aws").map(String).join(", ");
}

/** What an ARN says of a place. */
export function* judgeArn(
  value: SourceText,
  what: string,
  { jurisdiction }: AwsSurroundings,
): Iterable<StatementVerdict> {
  const place = placeOfArn(value, jurisdiction);
  const fix = `Name what lies in one of: ${allowed(jurisdiction)}.`;
  if (place.kind === "unresolved") {
    yield {
      status: "unproven",
      message: `names ${written(value)} as ${what}, and the ${place.part} in it is not in the file`,
      fix: `Write the ${place.part} out, or refer to the resource's own ARN.`,
    };
  } else if (place.kind === "regions") {
    const abroad = place.regions.filter((region) => !jurisdiction.allows(region));
    if (abroad.length > 0) {
      yield {
        status: "outside",
        ...regionField(abroad),
        message: `names ${written(value)} as ${what}, which takes in ${listRegions(abroad)}, outside ${jurisdiction.name}`,
        fix,
      };
    }
  } else if (place.kind === "proof") {
    yield* judgeProof(place.proof, `names ${written(value)} as ${what}`, jurisdiction, fix);
  }
}

export function* judgeProof(
  proof: PlaceProof,
  says: string,
  jurisdiction: Jurisdiction,
  fix: string,
): Iterable<StatementVerdict> {
  if (proof.proves === "region" && !jurisdiction.allows(proof.region)) {
    const region = proof.region.id;
    const message = `${says}, of ${region}, outside ${jurisdiction.name}`;
    yield { status: "outside", region, message, fix };
  } else if (proof.proves === "realm" && jurisdiction.allowsRealm(proof.realm) === "none") {
    const region = proof.realm.id;
    const message = `${says}, of ${region}, outside ${jurisdiction.name}`;
    yield { status: "outside", region, message, fix };
  } else if (proof.proves === "unknown-place") {
    const message = `${says}, of ${proof.text}, a place that is not known`;
    yield { status: "unproven", region: proof.text, message, fix };
  }
}
