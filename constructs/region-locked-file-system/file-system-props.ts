import type { Region } from "../../jurisdiction";
import type { DayOfWeek, Month } from "../region-locked-block-volume";
import type { IMasterEncryptionKey } from "../sovereign-vault";

export interface FileSystemClient {
  /**
   * Private IPv4 address or range of the clients, `10.0.1.0/24`. The first client that contains an
   * address decides for it.
   */
  readonly source: string;
  /** @default "READ_WRITE" */
  readonly access?: "READ_ONLY" | "READ_WRITE";
  /**
   * Whose identity is replaced by nobody's (65534): the superuser's, or everybody's.
   * @default "ROOT"
   */
  readonly identitySquash?: "ROOT" | "ALL";
}

export interface SnapshotSchedule {
  readonly period: "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  /** Days that a snapshot of this schedule is kept: 1 to 36,500. */
  readonly retentionDays: number;
  /** First part of the snapshots' names. @default none */
  readonly prefix?: string;
  /** Hour of the day in UTC, 0 to 23; not for HOURLY. @default 0 */
  readonly hourOfDay?: number;
  /** For WEEKLY, which needs it, and no other period. */
  readonly dayOfWeek?: DayOfWeek;
  /** 1 to 28. For MONTHLY and YEARLY, which need it, and no other period. */
  readonly dayOfMonth?: number;
  /** For YEARLY, which needs it, and no other period. */
  readonly month?: Month;
}

export interface RegionLockedFileSystemProps {
  /** OCID. */
  readonly compartmentId: string;
  readonly displayName: string;
  /** Availability domain of the region, such as `Uocm:US-ASHBURN-AD-1`. */
  readonly availabilityDomain: string;
  /** Customer-managed AES key in the file system's own region. Without one Oracle would hold the key. */
  readonly key: IMasterEncryptionKey;
  /** @default the stack's region */
  readonly region?: Region | string;
  /**
   * OCID of a private subnet in the region, for the mount target. It takes three addresses of it, so
   * that a /30 is too small. Source: OCI API, `CreateMountTarget`.
   * @default none: the file system is not exported, as the target of a replication must be
   */
  readonly subnetId?: string;
  /** OCIDs of the mount target's 1 to 5 network security groups. Needed with `subnetId`. */
  readonly nsgIds?: readonly string[];
  /** Who may mount it; at least one with `subnetId`. */
  readonly clients?: readonly FileSystemClient[];
  /** Path that clients mount. @default `/<displayName>` */
  readonly exportPath?: string;
  /** Host name of the mount target in the subnet's domain. @default an IP address only */
  readonly hostnameLabel?: string;
  /** At most 10. Source: OCI API, `CreateFilesystemSnapshotPolicyDetails`. @default no snapshots */
  readonly snapshotSchedules?: readonly SnapshotSchedule[];
  /**
   * Allowed region to replicate to; may be the file system's own, with another availability domain.
   * Which pairs of regions OCI replicates between stands in its documentation, "File System
   * Replication".
   * @default no replication
   */
  readonly replicaRegion?: Region | string;
  /** Availability domain of `replicaRegion`, where the target is made. */
  readonly replicaAvailabilityDomain?: string;
  /** Customer-managed key in `replicaRegion` that encrypts the target. */
  readonly replicaKey?: IMasterEncryptionKey;
  /**
   * OCID of an existing target in `replicaRegion` that was never exported, in place of
   * `replicaAvailabilityDomain` and `replicaKey`; its key is for its own stack to prove.
   * @default a target is made
   */
  readonly replicaFileSystemId?: string;
  /** Minutes between two replications, from 15. Source: OCI documentation, "Creating a Replication". @default 60 */
  readonly replicationIntervalMinutes?: number;
  /** Makes Terraform refuse to destroy the file system and its replica. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
