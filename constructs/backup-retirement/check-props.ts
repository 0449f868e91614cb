import type { IConstruct } from "constructs";
import {
  daysBetween,
  type GuardedAwsStack,
  requireDay,
  requireIamPrincipal,
  requireS3BucketName,
} from "../aws";
import { PropsError, requireMatch, requireWhole } from "../validation";
import type { BackupRetirementProps, RetiredBucket } from "./retirement-props";

/**
 * Days from the expiry of current versions to an empty bucket: on day 0 they give way to delete
 * markers, a day later they are noncurrent for long enough, the next midnight removes them, and then
 * their markers; one day is for S3, which does all this asynchronously.
 *
 * Source: Amazon S3 User Guide, "Expiring objects" and "Lifecycle rules based on an object's age".
 */
const EMPTYING_DAYS = 4;

/** Days that are left between an empty bucket and the deadline, for whoever has to look. */
const DEFAULT_LEAD_DAYS = 7;

/** Who answers for what lies abroad, and until when. */
type Exception = NonNullable<GuardedAwsStack["exception"]>;

/** When the buckets expire and when they are empty, `YYYY-MM-DD`. */
export interface Schedule {
  readonly exception: Exception;
  readonly expireOn: string;
  readonly goneBy: string;
}

/** @throws PropsError for what S3 would refuse or could not do, and without an exception */
export function checkRetirementProps(
  scope: IConstruct,
  props: BackupRetirementProps,
  stack: GuardedAwsStack,
): Schedule {
  const exception = exceptionOf(scope, stack);
  if (props.buckets.length === 0) {
    throw new PropsError(scope, {
      prop: "buckets",
      got: [],
      because: "there is nothing to retire",
      fix: "name the buckets, or remove the stack with its exception",
    });
  }
  if (props.administrators.length === 0) {
    throw new PropsError(scope, {
      prop: "administrators",
      got: [],
      because: "the policies of the buckets would lock out everybody, Terraform included",
      fix: "name the role that runs Terraform",
    });
  }
  for (const [index, arn] of props.administrators.entries()) {
    requireIamPrincipal(scope, `administrators[${index}]`, arn, stack.accountId);
  }
  for (const [index, address] of (props.alarmEmails ?? []).entries()) {
    requireMatch(scope, `alarmEmails[${index}]`, address, /^[^\s@]+@[^\s@]+$/, "it is no address");
  }
  const schedule = scheduleOf(scope, props, exception);
  const names = new Set<string>();
  for (const [index, bucket] of props.buckets.entries()) {
    checkBucket(scope, `buckets[${index}]`, bucket, stack, schedule);
    if (names.has(bucket.bucketName)) {
      throw new PropsError(scope, {
        prop: `buckets[${index}].bucketName`,
        got: bucket.bucketName,
        because: "it is named twice",
        fix: "name each bucket once",
      });
    }
    names.add(bucket.bucketName);
  }
  return schedule;
}

function exceptionOf(scope: IConstruct, stack: GuardedAwsStack): Exception {
  if (stack.exception === undefined) {
    throw new PropsError(scope, {
      prop: "scope",
      got: stack.node.id,
      because: `what is retired lies outside ${stack.jurisdiction.name}, and the stack has no exception`,
      fix: "give the stack an exception with a deadline",
    });
  }
  return stack.exception;
}

function scheduleOf(
  scope: IConstruct,
  props: BackupRetirementProps,
  exception: Exception,
): Schedule {
  const { deadline } = exception;
  const end = requireDay(scope, "exception.deadline", deadline);
  const expireOn = props.expireOn ?? toDay(end - DEFAULT_LEAD_DAYS);
  const goneBy = toDay(requireDay(scope, "expireOn", expireOn) + EMPTYING_DAYS);
  if (daysBetween(goneBy, deadline) < 0) {
    throw new PropsError(scope, {
      prop: "expireOn",
      got: expireOn,
      because: `S3 needs ${EMPTYING_DAYS} days to empty a bucket, until ${goneBy}, and the exception ends on ${deadline}`,
      fix: `write ${toDay(end - EMPTYING_DAYS)} or an earlier day`,
    });
  }
  return { exception, expireOn, goneBy };
}

function checkBucket(
  scope: IConstruct,
  prop: string,
  bucket: RetiredBucket,
  stack: GuardedAwsStack,
  { goneBy }: Schedule,
): void {
  requireS3BucketName(scope, `${prop}.bucketName`, bucket.bucketName);
  for (const [index, arn] of (bucket.readers ?? []).entries()) {
    requireIamPrincipal(scope, `${prop}.readers[${index}]`, arn, stack.accountId);
  }
  if (bucket.phase === "expire" && (bucket.verification ?? "").trim() === "") {
    throw new PropsError(scope, {
      prop: `${prop}.verification`,
      got: bucket.verification,
      because: "what is deleted cannot be compared with its copy any more",
      fix: "name the task report or the ticket that proves the copy, or stay in the phase freeze",
    });
  }
  if (bucket.objectLockedUntil !== undefined) {
    requireDay(scope, `${prop}.objectLockedUntil`, bucket.objectLockedUntil);
    if (daysBetween(bucket.objectLockedUntil, goneBy) < 0) {
      throw new PropsError(scope, {
        prop: `${prop}.objectLockedUntil`,
        got: bucket.objectLockedUntil,
        because: `Object Lock keeps versions beyond ${goneBy}, and no lifecycle rule deletes them before`,
        fix: "retire the bucket after that day, in an exception of that time; in the mode GOVERNANCE who holds s3:BypassGovernanceRetention can end the retention first",
      });
    }
  }
  if (bucket.inventory !== undefined) {
    requireDay(scope, `${prop}.inventory.on`, bucket.inventory.on);
    const most = Number.MAX_SAFE_INTEGER;
    requireWhole(scope, `${prop}.inventory.objects`, bucket.inventory.objects, 0, most, "objects");
    requireWhole(scope, `${prop}.inventory.bytes`, bucket.inventory.bytes, 0, most, "bytes");
  }
}

function toDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
