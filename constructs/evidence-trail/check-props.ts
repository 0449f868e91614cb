import type { IConstruct } from "constructs";
import { GuardedStack } from "../guarded-stack";
import { PropsError, requireOcid, requireWhole } from "../validation";
import type { EvidenceTrailProps } from "./trail-props";
import { EVENT_TYPES, type Watch } from "./watches";

const WATCHES: readonly Watch[] = ["keys", "identity", "buckets", "network", "ways-out"];

/** Longest retention that a bucket takes here, days: a hundred years. */
const MAX_RETENTION = 36_500;

/**
 * Checks the props that are the trail's own; the bucket, the topic and the logs check theirs.
 *
 * @throws PropsError for the first prop that does not fit
 */
export function checkTrailProps(scope: IConstruct, props: EvidenceTrailProps): void {
  const { tenancyOcid } = GuardedStack.guarding(scope);
  const compartments: readonly [string, string][] = [
    ["compartmentId", props.compartmentId],
    ["eventCompartmentId", props.eventCompartmentId ?? tenancyOcid],
    ...(props.auditCompartmentIds ?? []).map((id, index): [string, string] => [
      `auditCompartmentIds[${index}]`,
      id,
    ]),
  ];
  for (const [prop, compartmentId] of compartments) {
    requireOcid(scope, prop, compartmentId, ["compartment", "tenancy"]);
  }
  if (props.auditCompartmentIds?.length === 0) {
    throw new PropsError(scope, {
      prop: "auditCompartmentIds",
      got: [],
      because: "a trail without the audit log shows nobody's acts",
      fix: "leave it out for the tenancy's, or name compartments",
    });
  }
  if (props.keyUseHours !== undefined && (props.keyUseOf ?? []).length === 0) {
    throw new PropsError(scope, {
      prop: "keyUseHours",
      got: props.keyUseHours,
      because: "the use of no vault's keys is logged, so that nothing would be told",
      fix: "name the vaults in keyUseOf, or leave keyUseHours out",
    });
  }
  requireWhole(scope, "retentionDays", props.retentionDays, 1, MAX_RETENTION, "days");
  // A caller without types may leave it out, and the archive would be no evidence.
  if (typeof props.lockFrom !== "string" || props.lockFrom === "") {
    throw new PropsError(scope, {
      prop: "lockFrom",
      got: props.lockFrom,
      because: "what an administrator can delete is no evidence",
      fix: "write an instant at least 14 days after the deployment, as 2027-01-31T00:00:00Z",
    });
  }
}

/**
 * The watches of a trail: those that are asked for, or all that its region has.
 *
 * Source: OCI documentation, "Managing Regions": IAM resources have the home region, where their
 * events are raised.
 *
 * @throws PropsError for identity elsewhere, and for a watch that there is not
 */
export function watchesOf(scope: IConstruct, props: EvidenceTrailProps): readonly Watch[] {
  const { region, homeRegion } = GuardedStack.guarding(scope);
  if (props.watches === undefined) {
    return WATCHES.filter((watch) => watch !== "identity" || region === homeRegion);
  }
  for (const [index, watch] of props.watches.entries()) {
    const refuse = (because: string, fix: string) =>
      new PropsError(scope, { prop: `watches[${index}]`, got: watch, because, fix });
    if (watch !== "ways-out" && !Object.hasOwn(EVENT_TYPES, watch)) {
      throw refuse("there is no such watch", `write one of ${WATCHES.join(", ")}`);
    }
    if (watch === "identity" && region !== homeRegion) {
      throw refuse(
        `OCI raises events of identity in the home region, ${homeRegion.id}, and this trail is in ${region.id}`,
        `make a trail in a stack of ${homeRegion.id} for it`,
      );
    }
  }
  return [...new Set(props.watches)];
}
