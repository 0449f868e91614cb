import type { IConstruct } from "constructs";
import { PropsError, requireMatch, requireOcid, requireWhole } from "../validation";
import type { LifecycleRule, RegionLockedBucketProps } from "./bucket-props";
import { checkRetentionRule, keeperOf, MAX_PERIOD, retentionOf, versioningOf } from "./retention";

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
  requireWhole(scope, "retentionRules.length", retentionOf(props).length, 0, 100, "rules");
  for (const [index, rule] of (props.retentionRules ?? []).entries()) {
    checkRetentionRule(scope, `retentionRules[${index}]`, rule);
  }
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
  if (retentionOf(props).length > 0) {
    throw new PropsError(scope, {
      prop: "versioning",
      got: true,
      because: "OCI refuses retention rules, a legal hold's included, on a versioned bucket",
      fix: 'leave versioning out for a new bucket; write "Suspended" for one that has versions',
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
  if (target === "previous-object-versions" && versioningOf(props) === "Disabled") {
    refuse("the bucket keeps no previous versions", "leave the rule out, or turn versioning on");
  }
  const keeper = keeperOf(rule, props);
  if (keeper !== undefined) {
    refuse(
      `the retention rule ${keeper.displayName} keeps objects ${keeper.timeAmount === undefined ? "without end" : "longer"}, and OCI deletes none that a rule keeps`,
      keeper.timeAmount === undefined
        ? "leave the lifecycle rule out, or write legalHold instead of a retention rule without end"
        : `set timeAmount to ${keeper.timeAmount} ${keeper.timeUnit ?? "DAYS"} at least`,
    );
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
  const retention = retentionOf(props);
  if (retention.length > 0) {
    throw new PropsError(scope, {
      prop: props.legalHold === undefined ? "retentionRules" : "legalHold",
      got: retention.map((rule) => rule.displayName),
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
