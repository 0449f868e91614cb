import type { Region } from "../../jurisdiction";
import type { IMasterEncryptionKey } from "../sovereign-vault";

/** Unit of a retention or lifecycle period. Source: OCI API, `Duration.timeUnit`. */
export type TimeUnit = "DAYS" | "YEARS";

export interface RetentionRule {
  readonly displayName: string;
  /**
   * How long an object is kept after its last change.
   * @default without end, as for a legal hold; such a rule cannot be locked
   */
  readonly timeAmount?: number;
  /** @default "DAYS" */
  readonly timeUnit?: TimeUnit;
  /**
   * RFC 3339 instant from which nobody can shorten or remove the rule, Oracle included; at least 14
   * days after the deployment. Source: OCI documentation, "Using Retention Rules".
   * @default never locked
   */
  readonly lockFrom?: string;
}

export interface LifecycleRule {
  /** Unique in the bucket. */
  readonly name: string;
  /** @default "objects" */
  readonly target?: "objects" | "previous-object-versions" | "multipart-uploads";
  /** `ABORT` is for multipart uploads, the others are for objects and their previous versions. */
  readonly action: "ARCHIVE" | "INFREQUENT_ACCESS" | "DELETE" | "ABORT";
  /** Age at which the action is taken. */
  readonly timeAmount: number;
  /** @default "DAYS" */
  readonly timeUnit?: TimeUnit;
  /** Names that the rule is for begin with one of these. @default every name */
  readonly inclusionPrefixes?: readonly string[];
}

export interface RegionLockedBucketProps {
  /** OCID. */
  readonly compartmentId: string;
  /** Object Storage namespace of the tenancy. */
  readonly namespace: string;
  /** 1 to 256 letters, digits, `.`, `_` and `-`; unique in the namespace and region. */
  readonly name: string;
  /** Customer-managed key in the bucket's own region. Without one Oracle would hold the key. */
  readonly key: IMasterEncryptionKey;
  /** @default the stack's region */
  readonly region?: Region | string;
  /** @default "Standard" */
  readonly storageTier?: "Standard" | "Archive";
  /**
   * Keeps each version of an object. OCI refuses it together with retention rules and on a
   * replication destination. Source: OCI documentation, "Using Versioning".
   * @default true, except with `retentionRules` and `replicationDestination`
   */
  readonly versioning?: boolean;
  /** At most 100. @default none */
  readonly retentionRules?: readonly RetentionRule[];
  /** At most 1,000. @default none */
  readonly lifecycleRules?: readonly LifecycleRule[];
  /** Emits an event for each object that is made, changed or deleted. @default true */
  readonly objectEvents?: boolean;
  /**
   * Another allowed region to replicate each new object to.
   * @default none
   */
  readonly replicaRegion?: Region | string;
  /** Bucket in `replicaRegion`, made with `replicationDestination`. @default `<name>-replica` */
  readonly replicaBucketName?: string;
  /** OCID of that bucket's compartment. @default this bucket's compartment */
  readonly replicaCompartmentId?: string;
  /**
   * Marks this bucket as the destination of another's replication: OCI makes it read-only, and
   * refuses versioning, retention rules and deleting lifecycle rules on it.
   * @default false
   */
  readonly replicationDestination?: boolean;
  /** Makes Terraform refuse to destroy the bucket. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
