import type { IConstruct } from "constructs";
import { PropsError, requireMatch, requireOcid, requireWhole } from "../validation";
import type { LifecycleRule, RegionLockedBucketProps, RetentionRule } from "./bucket-props";

/** Longest period that the API's signed 32-bit number of days can hold is far above this. */
const MAX_PERIOD = 36_500;

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Checks what OCI would refuse when the plan is applied, half an estate later.
 *
 * @throws PropsError for the first prop that it would refuse
 */
export function checkBucketProps(scope: IConstruct, props: RegionLockedBucketProps): void {
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  requireBucketName(scope, "name", props.name);
  if (props.namespace === "") {
    throw new PropsError(scope, {
      prop: "namespace",
      got: "",
      because: "a bucket lives in the tenancy's Object Storage namespace",
      fix: "write what `oci os ns get` prints",
    });
  }
  checkVersioning(scope, props);
  for (const [index, rule] of (props.retentionRules ?? []).entries()) {
    checkRetentionRule(scope, `retentionRules[${index}]`, rule);
  }
  requireWhole(scope, "retentionRules.length", props.retentionRules?.length ?? 0, 0, 100, "rules");
  checkLifecycleRules(scope, props);
  checkDestination(scope, props);
}

export function requireBucketName(scope: IConstruct, prop: string, name: string): void {
  const because = "a bucket name has 1 to 256 letters, digits, periods, underscores and hyphens";
  requireMatch(scope, prop, name, /^[A-Za-z0-9._-]{1,256}$/, because);
}

function checkVersioning(scope: IConstruct, props: RegionLockedBucketProps): void {
  if (props.versioning !== true) {
    return;
  }
  if ((props.retentionRules?.length ?? 0) > 0) {
    throw new PropsError(scope, {
      prop: "versioning",
      got: true,
      because: "OCI refuses retention rules on a versioned bucket",
      fix: "leave versioning out where retentionRules protect the objects",
    });
  }
  if (props.replicationDestination === true) {
    throw new PropsError(scope, {
      prop: "versioning",
      got: true,
      because: "OCI refuses versioning on a replication destination",
      fix: "leave versioning out; the source keeps the versions",
    });
  }
}

function checkRetentionRule(scope: IConstruct, prop: string, rule: RetentionRule): void {
  if (rule.timeAmount !== undefined) {
    requireWhole(
      scope,
      `${prop}.timeAmount`,
      rule.timeAmount,
      1,
      MAX_PERIOD,
      rule.timeUnit ?? "DAYS",
    );
  } else if (rule.lockFrom !== undefined) {
    throw new PropsError(scope, {
      prop: `${prop}.lockFrom`,
      got: rule.lockFrom,
      because: "OCI does not lock a rule without an end",
      fix: "give the rule a timeAmount, or leave lockFrom out",
    });
  }
  if (rule.lockFrom !== undefined) {
    requireMatch(
      scope,
      `${prop}.lockFrom`,
      rule.lockFrom,
      RFC_3339,
      "it must be an RFC 3339 instant",
    );
  }
}

function checkLifecycleRules(scope: IConstruct, props: RegionLockedBucketProps): void {
  const rules = props.lifecycleRules ?? [];
  requireWhole(scope, "lifecycleRules.length", rules.length, 0, 1000, "rules");
  const names = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const prop = `lifecycleRules[${index}]`;
    checkLifecycleRule(scope, prop, rule, props);
    if (names.has(rule.name)) {
      throw new PropsError(scope, {
        prop: `${prop}.name`,
        got: rule.name,
        because: "another rule of this bucket is called the same",
        fix: "give each rule a name of its own",
      });
    }
    names.add(rule.name);
  }
}

function checkLifecycleRule(
  scope: IConstruct,
  prop: string,
  rule: LifecycleRule,
  props: RegionLockedBucketProps,
): void {
  const target = rule.target ?? "objects";
  requireWhole(
    scope,
    `${prop}.timeAmount`,
    rule.timeAmount,
    1,
    MAX_PERIOD,
    rule.timeUnit ?? "DAYS",
  );
  const refuse = (because: string, fix: string) => {
    throw new PropsError(scope, { prop: `${prop}.action`, got: rule.action, because, fix });
  };
  if ((rule.action === "ABORT") !== (target === "multipart-uploads")) {
    refuse(
      `ABORT and the target multipart-uploads belong together, and the target is ${target}`,
      "set target to multipart-uploads, or take another action",
    );
  }
  if (target === "multipart-uploads" && (rule.inclusionPrefixes?.length ?? 0) > 0) {
    refuse("OCI takes no name filter for multipart uploads", "leave inclusionPrefixes out");
  }
  if (target === "previous-object-versions" && !isVersioned(props)) {
    refuse("the bucket keeps no previous versions", "leave the rule out, or turn versioning on");
  }
  if (
    props.replicationDestination === true &&
    (rule.action === "DELETE" || rule.action === "ABORT")
  ) {
    refuse(
      "a replication destination is read-only, so that OCI cannot delete there",
      "put the rule on the source, whose deletions are replicated",
    );
  }
}

function checkDestination(scope: IConstruct, props: RegionLockedBucketProps): void {
  if (props.replicationDestination !== true) {
    return;
  }
  if ((props.retentionRules?.length ?? 0) > 0) {
    throw new PropsError(scope, {
      prop: "retentionRules",
      got: props.retentionRules?.map((rule) => rule.displayName),
      because: "OCI refuses retention rules on a replication destination",
      fix: "put them on the source",
    });
  }
  if (props.replicaRegion !== undefined) {
    throw new PropsError(scope, {
      prop: "replicaRegion",
      got: String(props.replicaRegion),
      because: "OCI does not replicate on from a replication destination",
      fix: "replicate from the source; OCI allows one destination a source",
    });
  }
}

/** Whether the bucket keeps versions, explicitly or by default. */
export function isVersioned(props: RegionLockedBucketProps): boolean {
  return (
    props.versioning ??
    ((props.retentionRules?.length ?? 0) === 0 && props.replicationDestination !== true)
  );
}
