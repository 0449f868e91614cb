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

/** Ready-made retention rules. */
export abstract class Retention {
  /** Keeps an object for a number of years after its last change. */
  static years(displayName: string, timeAmount: number): RetentionRule {
    return { displayName, timeAmount, timeUnit: "YEARS" };
  }

  /** Keeps an object for a number of days after its last change. */
  static days(displayName: string, timeAmount: number): RetentionRule {
    return { displayName, timeAmount, timeUnit: "DAYS" };
  }

  /**
   * Locks a rule from the start of a day on: nobody can shorten or remove it then, Oracle and the
   * tenancy's administrators included, and the bucket cannot be deleted while it holds an object.
   *
   * @param date UTC day, `2027-01-31`, at least 14 days after the deployment
   */
  static locked(rule: RetentionRule, date: string): RetentionRule {
    return { ...rule, lockFrom: `${date}T00:00:00Z` };
  }
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

/** A way to the bucket from a subnet, by an address of that subnet. */
export interface BucketPrivateEndpoint {
  /** OCID of a subnet in the bucket's region. */
  readonly subnetId: string;
  /** OCIDs of 1 to 5 network security groups, which say who reaches the endpoint. */
  readonly nsgIds: readonly string[];
  /**
   * First part of the endpoint's host name, before `-<namespace>`: letters and digits, unique in the
   * VCN.
   */
  readonly prefix: string;
  /** @default `<bucket's name>-endpoint` with `-` for `_` */
  readonly name?: string;
}

/** Logs of each request that reads the bucket and each that changes it. */
export interface BucketAccessLog {
  /** OCID of a log group in the bucket's region. */
  readonly logGroupId: string;
  /**
   * Days that OCI Logging keeps an entry: 30, 60, 90, 120, 150 or 180. A log archive keeps it longer.
   * @default 180
   */
  readonly retentionDays?: 30 | 60 | 90 | 120 | 150 | 180;
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
   * replication destination. `"Suspended"` is for a bucket that was versioned and now needs retention
   * or a hold: its versions stay, new ones are not made, and OCI takes it for no new bucket. Source:
   * OCI documentation, "Using Versioning".
   * @default true, except with `retentionRules`, `legalHold` and `replicationDestination`
   */
  readonly versioning?: boolean | "Suspended";
  /** At most 100, a legal hold included. @default none */
  readonly retentionRules?: readonly RetentionRule[];
  /**
   * Keeps every object until the hold is lifted, by a retention rule without end of this name.
   * Lifecycle rules that delete stay in the plan, disabled, and work again once it is lifted.
   * @default no hold
   */
  readonly legalHold?: string;
  /** At most 1,000. @default none */
  readonly lifecycleRules?: readonly LifecycleRule[];
  /**
   * Private endpoint that reaches this bucket and no other. It closes no other way: which networks a
   * request may come from is for IAM statements to say. Source: OCI documentation, "Private Endpoints
   * in Object Storage".
   * @default none
   */
  readonly privateEndpoint?: BucketPrivateEndpoint;
  /**
   * Leave it out for a bucket that an `EvidenceTrail` records: OCI has one log for each category.
   * @default no logs
   */
  readonly accessLog?: BucketAccessLog;
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
