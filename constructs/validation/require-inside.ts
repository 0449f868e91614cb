import type { IConstruct } from "constructs";
import { type Cloud, type Jurisdiction, nearest, Region } from "../../jurisdiction";
import { PropsError } from "./props-error";

const CLOUDS: Readonly<Record<Cloud, string>> = { aws: "AWS", oci: "Oracle Cloud" };

/**
 * The region of `cloud` that `value` names, where `jurisdiction` allows it.
 *
 * @throws PropsError for an unknown region, for one outside, and for one of another cloud
 */
function requireInside(
  cloud: Cloud,
  scope: IConstruct,
  prop: string,
  value: Region | string,
  jurisdiction: Jurisdiction,
): Region {
  const region = typeof value === "string" ? Region.find(value) : value;
  const allowed = jurisdiction.regionsOf(cloud).map(String);
  const fix =
    allowed.length === 0
      ? `${jurisdiction.name} has no region of ${CLOUDS[cloud]}: use a jurisdiction that has one`
      : `write one of ${allowed.join(", ")}`;
  const refuse = (got: string, because: string) =>
    new PropsError(scope, { prop, got, because, fix });
  if (region === undefined) {
    const [near] = nearest(String(value), Region.all(cloud).map(String), 1);
    const hint = near === undefined ? "" : ` (nearest: ${near})`;
    throw refuse(String(value), `it is no region that is known${hint}`);
  }
  if (region.cloud !== cloud) {
    throw refuse(region.id, `it is no region of ${CLOUDS[cloud]}`);
  }
  if (!jurisdiction.allows(region)) {
    throw refuse(region.id, `it lies outside ${jurisdiction.name}`);
  }
  return region;
}

/**
 * The region of Oracle Cloud that `value` names, where `jurisdiction` allows it.
 *
 * @throws PropsError for an unknown region, for one outside, and for one of another cloud
 */
export function requireOciInside(
  scope: IConstruct,
  prop: string,
  value: Region | string,
  jurisdiction: Jurisdiction,
): Region {
  return requireInside("oci", scope, prop, value, jurisdiction);
}

/**
 * The region of AWS that `value` names, where `jurisdiction` allows it.
 *
 * @throws PropsError for an unknown region, for one outside, and for one of another cloud
 */
export function requireAwsInside(
  scope: IConstruct,
  prop: string,
  value: Region | string,
  jurisdiction: Jurisdiction,
): Region {
  return requireInside("aws", scope, prop, value, jurisdiction);
}
