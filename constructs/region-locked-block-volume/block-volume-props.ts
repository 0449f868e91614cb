import type { Region } from "../../jurisdiction";
import type { IMasterEncryptionKey } from "../sovereign-vault";
import type { VolumeBackupPolicy } from "./volume-backup-policy";

/**
 * Volume performance units per GB: 0 is Lower Cost, 10 Balanced, 20 Higher Performance, 30 to 120
 * Ultra High Performance.
 *
 * Source: OCI documentation, "Block Volume Performance Levels".
 */
export type VolumePerformance = 0 | 10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90 | 100 | 110 | 120;

/** Days, as OCI names them. */
export type DayOfWeek =
  | "MONDAY"
  | "TUESDAY"
  | "WEDNESDAY"
  | "THURSDAY"
  | "FRIDAY"
  | "SATURDAY"
  | "SUNDAY";

/** Months, as OCI names them. */
export type Month =
  | "JANUARY"
  | "FEBRUARY"
  | "MARCH"
  | "APRIL"
  | "MAY"
  | "JUNE"
  | "JULY"
  | "AUGUST"
  | "SEPTEMBER"
  | "OCTOBER"
  | "NOVEMBER"
  | "DECEMBER";

export interface VolumeBackupSchedule {
  readonly period: "ONE_DAY" | "ONE_WEEK" | "ONE_MONTH" | "ONE_YEAR";
  /** Days that a backup of this schedule is kept: 1 to 36,500. */
  readonly retentionDays: number;
  /** @default "INCREMENTAL" */
  readonly backupType?: "FULL" | "INCREMENTAL";
  /** Hour of the day in UTC, 0 to 23. @default 0 */
  readonly hourOfDay?: number;
  /** For ONE_WEEK, which needs it, and no other period. */
  readonly dayOfWeek?: DayOfWeek;
  /** 1 to 28. For ONE_MONTH and ONE_YEAR, which need it, and no other period. */
  readonly dayOfMonth?: number;
  /** For ONE_YEAR, which needs it, and no other period. */
  readonly month?: Month;
}

export interface VolumeBackupPolicyProps {
  /** OCID. */
  readonly compartmentId: string;
  /** At least one. */
  readonly schedules: readonly VolumeBackupSchedule[];
  /** @default the construct id */
  readonly displayName?: string;
  /** Region of the volumes. @default the stack's region */
  readonly region?: Region | string;
  /**
   * Another allowed region that each backup is copied to. Which pairs of regions OCI copies between
   * stands in its documentation, "Policy-Based Backups", "Region Pairs".
   * @default none
   */
  readonly copyRegion?: Region | string;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}

export interface VolumeReplica {
  /** Another allowed region. */
  readonly region: Region | string;
  /** Availability domain of that region, such as `Uocm:PHX-AD-1`. */
  readonly availabilityDomain: string;
  /**
   * Customer-managed key in that region: the replica of the volume's key there, or another. Without
   * one Oracle would hold the replica's key.
   */
  readonly key: IMasterEncryptionKey;
  /** @default `<displayName>-replica` */
  readonly displayName?: string;
}

export interface RegionLockedBlockVolumeProps {
  /** OCID. */
  readonly compartmentId: string;
  readonly displayName: string;
  /** Availability domain of the region, such as `Uocm:US-ASHBURN-AD-1`. */
  readonly availabilityDomain: string;
  /**
   * Gigabytes: 50 to 32,768. Source: OCI API, `CreateVolumeDetails` (50 GB to 32 TB).
   */
  readonly sizeInGbs: number;
  /**
   * Customer-managed key in the volume's own region. Without one Oracle would hold the key.
   *
   * Block Volume takes keys of a single version: give the volume a key of its own, made by
   * `vault.addKey(id, { rotation: false })`, and rotate by giving it another. Source: OCI
   * documentation, "Managing Vault Encryption Keys for Block Volume".
   */
  readonly key: IMasterEncryptionKey;
  /** @default the stack's region */
  readonly region?: Region | string;
  /** @default 10 */
  readonly vpusPerGb?: VolumePerformance;
  /**
   * Raises the performance with the load, up to this many units per GB, and lowers it again. Above
   * `vpusPerGb`. Source: OCI documentation, "Dynamic Performance Scaling".
   * @default the performance stays
   */
  readonly maxVpusPerGb?: VolumePerformance;
  /** Lowers the performance to 0 units while no instance has the volume. @default false */
  readonly lowerCostWhileDetached?: boolean;
  /** Made for the volume's region; several volumes can have the same. @default no backups */
  readonly backupPolicy?: VolumeBackupPolicy;
  /**
   * Customer-managed key in the region that `backupPolicy` copies to, which needs it: a key is not
   * copied with a backup, and Oracle would hold the copy's.
   * @default none
   */
  readonly backupCopyKey?: IMasterEncryptionKey;
  /** One replica a region. @default none */
  readonly replicas?: readonly VolumeReplica[];
  /** Makes Terraform refuse to destroy the volume. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
