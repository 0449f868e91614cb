import type { GuardedAwsStack } from "../aws";
import type { Schedule } from "./check-props";
import type { BackupRetirementProps, RetiredBucket } from "./retirement-props";

/** One bucket of the manifest. Absent facts are null, so that nobody takes them for forgotten. */
export interface RetiredBucketRecord {
  readonly name: string;
  readonly arn: string;
  readonly phase: "freeze" | "expire";
  readonly migratedTo: string;
  readonly verification: string | null;
  readonly objectLockedUntil: string | null;
  readonly inventory: {
    readonly on: string;
    readonly objects: number;
    readonly bytes: number;
  } | null;
}

/** What existed abroad, where, who answers for it, and when it must be gone. */
export interface RetirementManifest {
  readonly version: 1;
  readonly stack: string;
  /** Account id, twelve digits. */
  readonly account: string;
  /** Region outside the jurisdiction. */
  readonly region: string;
  readonly jurisdiction: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** Day on which current versions expire, `YYYY-MM-DD`, 00:00 UTC. */
  readonly expireOn: string;
  /** Day from which the alarms watch that nothing is left, `YYYY-MM-DD`. */
  readonly goneBy: string;
  /** Last day of the exception, `YYYY-MM-DD`. */
  readonly deadline: string;
  readonly buckets: readonly RetiredBucketRecord[];
}

/** Builds the manifest from what is in the code; nothing is looked up and no clock is read. */
export function manifestOf(
  stack: GuardedAwsStack,
  props: BackupRetirementProps,
  { exception, expireOn, goneBy }: Schedule,
): RetirementManifest {
  return {
    version: 1,
    stack: stack.node.id,
    account: stack.accountId,
    region: exception.region.id,
    jurisdiction: stack.jurisdiction.name,
    reason: exception.reason,
    owner: exception.owner,
    ticket: exception.ticket,
    expireOn,
    goneBy,
    deadline: exception.deadline,
    buckets: props.buckets.map((bucket) => recordOf(bucket, stack.partition)),
  };
}

function recordOf(bucket: RetiredBucket, partition: string): RetiredBucketRecord {
  return {
    name: bucket.bucketName,
    arn: `arn:${partition}:s3:::${bucket.bucketName}`,
    phase: bucket.phase ?? "freeze",
    migratedTo: bucket.migratedTo,
    verification: bucket.verification ?? null,
    objectLockedUntil: bucket.objectLockedUntil ?? null,
    inventory: bucket.inventory === undefined ? null : { ...bucket.inventory },
  };
}
