import { Jurisdiction, Region } from "../../jurisdiction";
import { INSIDE, type Outcome, outside, unproven } from "./outcome";

/**
 * A geography before the name of a model or guardrail: `eu.anthropic.claude-…`, `global.amazon.nova-…`,
 * alone or at the end of an ARN. Names of vendors are longer.
 */
const PROFILE = /^(?:arn:\S*[:/])?(global|apac|us-gov|[a-z]{2})\.[a-z]/i;

/** The law's areas whose regions a geography stands for; of others no page lists them all. */
const GEOGRAPHIES: Readonly<Record<string, Jurisdiction>> = {
  us: Jurisdiction.US,
  eu: Jurisdiction.EU,
};

/**
 * Where Bedrock sends the requests for a model: the name of a model alone keeps them in their region, a
 * cross-Region inference profile spreads them over those of a geography, or over every commercial one.
 *
 * Source: Amazon Bedrock user guide, "Supported Regions and models for inference profiles".
 *
 * @returns undefined where `text` is no such profile
 */
export function inferenceProfileOutcome(
  text: string,
  jurisdiction: Jurisdiction,
): Outcome | undefined {
  const geography = PROFILE.exec(text.trim())?.[1]?.toLowerCase();
  if (geography === undefined) {
    return undefined;
  }
  if (geography === "global") {
    return outside("every commercial region of AWS", "a global inference profile is served there");
  }
  const area = Object.hasOwn(GEOGRAPHIES, geography) ? GEOGRAPHIES[geography] : undefined;
  if (area === undefined) {
    return unproven(
      `an inference profile of ${geography} is served by regions that it does not name`,
    );
  }
  const abroad = Region.all("aws").find(
    (region) => area.allows(region) && !jurisdiction.allows(region),
  );
  return abroad === undefined
    ? INSIDE
    : outside(abroad.id, `an inference profile of ${geography} can be served there`);
}
