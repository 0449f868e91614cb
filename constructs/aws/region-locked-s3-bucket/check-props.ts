import type { IConstruct } from "constructs";
import { PropsError, requireMatch, requireWhole } from "../../validation";
import {
  requireIamPrincipal,
  requireNoMore,
  requireS3BucketName,
  requireVpcEndpointId,
} from "../validation";
import type { ObjectLock, RegionLockedS3BucketProps, S3LifecycleRule } from "./s3-bucket-props";

/** Longest period that a rule of Object Lock takes, in days. Source: Amazon S3 API, DefaultRetention. */
const MAX_DAYS = 36_500;
/** S3 keeps days in a signed 32-bit number; a century is above any schedule. */
const MAX_LIFECYCLE_DAYS = 36_500;

/**
 * Checks what S3 would refuse when the plan is applied.
 *
 * @throws PropsError for the first prop that it would refuse
 */
export function checkS3BucketProps(
  scope: IConstruct,
  props: RegionLockedS3BucketProps,
  accountId: string,
): void {
  requireS3BucketName(scope, "bucketName", props.bucketName);
  if (props.administrators.length === 0) {
    throw new PropsError(scope, {
      prop: "administrators",
      got: [],
      because: "the bucket's policy would lock out everybody, Terraform included",
      fix: "name the role that runs Terraform",
    });
  }
  for (const list of ["administrators", "trustedRoles"] as const) {
    for (const [index, arn] of (props[list] ?? []).entries()) {
      requireIamPrincipal(scope, `${list}[${index}]`, arn, accountId);
    }
  }
  for (const [index, endpoint] of (props.vpcEndpointIds ?? []).entries()) {
    requireVpcEndpointId(scope, `vpcEndpointIds[${index}]`, endpoint);
  }
  if (props.objectLock !== undefined) {
    checkObjectLock(scope, props.objectLock);
  }
  checkLifecycleRules(scope, props.lifecycleRules ?? []);
  if (props.accessLogs !== undefined) {
    requireS3BucketName(scope, "accessLogs.bucketName", props.accessLogs.bucketName);
    if (props.accessLogs.bucketName === props.bucketName) {
      throw new PropsError(scope, {
        prop: "accessLogs.bucketName",
        got: props.bucketName,
        because: "a bucket that logs to itself writes a log of each log, without end",
        fix: "name another bucket of the same region",
      });
    }
  }
  for (const [index, name] of (props.replicationSources ?? []).entries()) {
    requireS3BucketName(scope, `replicationSources[${index}]`, name);
  }
}

function checkObjectLock(scope: IConstruct, { days, years }: ObjectLock): void {
  if ((days === undefined) === (years === undefined)) {
    throw new PropsError(scope, {
      prop: "objectLock",
      got: { days, years },
      because: "S3 takes a retention in days or in years, and one of them",
      fix: "set either days or years",
    });
  }
  if (days !== undefined) {
    requireWhole(scope, "objectLock.days", days, 1, MAX_DAYS, "days");
  }
  if (years !== undefined) {
    requireWhole(scope, "objectLock.years", years, 1, 100, "years");
  }
}

function checkLifecycleRules(scope: IConstruct, rules: readonly S3LifecycleRule[]): void {
  requireNoMore(scope, "lifecycleRules", rules.length, 1000, "Amazon S3 User Guide, lifecycle");
  const ids = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const prop = `lifecycleRules[${index}]`;
    requireMatch(scope, `${prop}.id`, rule.id, /^.{1,255}$/, "a rule's id has 1 to 255 characters");
    const refuse = (at: string, got: unknown, because: string, fix: string) => {
      throw new PropsError(scope, { prop: `${prop}.${at}`, got, because, fix });
    };
    if (ids.has(rule.id)) {
      refuse(
        "id",
        rule.id,
        "another rule of this bucket has it",
        "give each rule an id of its own",
      );
    }
    ids.add(rule.id);
    const periods = [
      "expireAfterDays",
      "expireNoncurrentAfterDays",
      "abortMultipartUploadsAfterDays",
    ] as const;
    if (periods.every((period) => rule[period] === undefined)) {
      refuse("expireAfterDays", undefined, "the rule does nothing", "give it a period in days");
    }
    for (const period of periods) {
      const days = rule[period];
      if (days !== undefined) {
        requireWhole(scope, `${prop}.${period}`, days, 1, MAX_LIFECYCLE_DAYS, "days");
      }
    }
  }
}
