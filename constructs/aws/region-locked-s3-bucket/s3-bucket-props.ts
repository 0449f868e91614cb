import type { Region } from "../../../jurisdiction";
import type { IKmsKey } from "../sovereign-kms-key";
import type { IS3Bucket } from "./region-locked-s3-bucket";

/** Default retention of each new object version. Source: Amazon S3 User Guide, "Object Lock". */
export interface ObjectLock {
  /**
   * `COMPLIANCE`: nobody can shorten the retention or delete the version before its end, AWS and the
   * account's root user included. `GOVERNANCE`: who holds `s3:BypassGovernanceRetention` can.
   */
  readonly mode: "COMPLIANCE" | "GOVERNANCE";
  /** Days that a version is kept: 1 to 36,500. Either this or `years`. */
  readonly days?: number;
  /** Years that a version is kept: 1 to 100. */
  readonly years?: number;
}

/** Deletes what is old. At least one of the periods is given. */
export interface S3LifecycleRule {
  /** Unique in the bucket, 1 to 255 characters. */
  readonly id: string;
  /** Names that the rule is for begin with this. @default every name */
  readonly prefix?: string;
  /** Days after which a current version gives way to a delete marker. @default never */
  readonly expireAfterDays?: number;
  /** Days after which a version that was replaced or deleted is gone. @default never */
  readonly expireNoncurrentAfterDays?: number;
  /** Days after which an unfinished multipart upload is dropped. @default never */
  readonly abortMultipartUploadsAfterDays?: number;
}

/** Where S3 writes a record of each request. */
export interface AccessLogs {
  /**
   * Bucket of the same region and account that takes the logs. S3 writes logs to buckets that are
   * encrypted with S3's own keys (SSE-S3) only, so that no RegionLockedS3Bucket can be one; data
   * events of a trail with a key of yours are the way around that.
   * Source: Amazon S3 User Guide, "Enabling Amazon S3 server access logging".
   */
  readonly bucketName: string;
  /** @default `<name of this bucket>/` */
  readonly prefix?: string;
}

export interface RegionLockedS3BucketProps {
  /** 3 to 63 lower-case letters, digits and hyphens; unique in the partition. */
  readonly bucketName: string;
  /** Customer-managed key in the bucket's own region, which lets the service `s3` use it. */
  readonly key: IKmsKey;
  /**
   * ARNs of the roles that manage the bucket, from wherever they are; the one that runs Terraform must
   * be among them, or the bucket's policy locks it out.
   */
  readonly administrators: readonly string[];
  /**
   * Ids of the VPC endpoints that data is read and written through; everybody else is turned away,
   * administrators and `trustedRoles` excepted.
   * @default none: only those reach the bucket
   */
  readonly vpcEndpointIds?: readonly string[];
  /**
   * ARNs of roles that reach the bucket without an endpoint, because AWS works with them: those of
   * DataSync and replication.
   * @default none
   */
  readonly trustedRoles?: readonly string[];
  /** @default the stack's region */
  readonly region?: Region | string;
  /** Lowest TLS version that requests may use. @default "1.2" */
  readonly minimumTlsVersion?: "1.2" | "1.3";
  /** @default none */
  readonly objectLock?: ObjectLock;
  /** At most 1,000. @default unfinished multipart uploads are dropped after 7 days */
  readonly lifecycleRules?: readonly S3LifecycleRule[];
  /** @default none */
  readonly accessLogs?: AccessLogs;
  /**
   * Another bucket, in an allowed region, that gets a copy of each new object. It must name this
   * bucket in its `replicationSources`.
   * @default none
   */
  readonly replica?: IS3Bucket;
  /** Names of buckets that replicate to this one. @default none */
  readonly replicationSources?: readonly string[];
  /**
   * The bucket exists already: Terraform takes it over by an import block (Terraform 1.5) instead of
   * making it. Objects in it keep the key that they were written with.
   * @default false
   */
  readonly adopt?: boolean;
  /** Makes Terraform refuse to destroy the bucket. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
}
