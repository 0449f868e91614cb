import type { Region } from "../../jurisdiction";
import type { IMasterEncryptionKey } from "../sovereign-vault";

export interface LongTermBackup {
  /** How often a backup is taken for long. */
  readonly repeatCadence: "ONE_TIME" | "WEEKLY" | "MONTHLY" | "YEARLY";
  /** RFC 3339 instant of the first. */
  readonly timeOfBackup: string;
  /**
   * Days that it is kept: 90 to 3,650. Source: OCI documentation, "Create a Long-Term Backup on
   * Autonomous Database" (three months to ten years).
   */
  readonly retentionDays: number;
}

export interface RegionLockedAutonomousDatabaseProps {
  /** OCID. */
  readonly compartmentId: string;
  /** 1 to 30 letters and digits after a letter; unique in the tenancy and region. Source: OCI API. */
  readonly dbName: string;
  /** @default `dbName` */
  readonly displayName?: string;
  /** @default the stack's region */
  readonly region?: Region | string;
  /**
   * Customer-managed AES-256 key in the database's own region. Without one Oracle would hold the key.
   */
  readonly key: IMasterEncryptionKey;
  /** OCID of the key's vault, which the service asks for beside the key's. */
  readonly vaultId: string;
  /**
   * OCID of the Vault secret, in the database's region, that holds ADMIN's password: 12 to 30
   * characters with an upper-case letter, a lower-case letter and a digit. There is no prop for its
   * text, which would stand in the plan and the state.
   */
  readonly adminPasswordSecretId: string;
  /** @default the latest version */
  readonly adminPasswordSecretVersion?: number;
  /** OCID of a private subnet in the region, where the only endpoint of the database stands. */
  readonly subnetId: string;
  /** OCIDs of the endpoint's 1 to 5 network security groups. */
  readonly nsgIds: readonly string[];
  /** First part of the endpoint's host name. @default one that OCI makes */
  readonly privateEndpointLabel?: string;
  /**
   * Kind of load: transactions, analytics, JSON documents or APEX applications.
   * @default "OLTP"
   */
  readonly dbWorkload?: "OLTP" | "DW" | "AJD" | "APEX";
  /** Such as `23ai` or `19c`. @default the newest that OCI makes */
  readonly dbVersion?: string;
  /** ECPUs: 2 to 512. Source: OCI API, `CreateAutonomousDatabaseDetails.computeCount`. @default 2 */
  readonly computeCount?: number;
  /** Takes up to three times the ECPUs under load. @default false */
  readonly autoScaling?: boolean;
  /**
   * Gigabytes: 20 to 393,216; multiples of 1,024 for DW, whose storage is counted in terabytes.
   * @default 20; 1,024 for DW
   */
  readonly dataStorageSizeInGbs?: number;
  /** @default "LICENSE_INCLUDED" */
  readonly licenseModel?: "LICENSE_INCLUDED" | "BRING_YOUR_OWN_LICENSE";
  /** Days that automatic backups are kept: 1 to 60. @default 60 */
  readonly backupRetentionDays?: number;
  /** Keeps backups for `backupRetentionDays` for good: OCI never lets that be undone. @default false */
  readonly backupRetentionLocked?: boolean;
  /** @default none */
  readonly longTermBackup?: LongTermBackup;
  /** Keeps a Data Guard standby in the database's own region. @default false */
  readonly localStandby?: boolean;
  /**
   * Another allowed region of a standby. With a customer-managed key OCI takes one such region, which
   * the key's vault must be replicated to. Which pairs of regions there are stands in its
   * documentation, "Autonomous Database Cross-Region Paired Regions".
   * @default no standby abroad
   */
  readonly standbyRegion?: Region | string;
  /**
   * `DATA_GUARD` follows the database by seconds; `BACKUP_BASED` is made of its backups when it is
   * needed, for less.
   * @default "DATA_GUARD"
   */
  readonly standbyType?: "DATA_GUARD" | "BACKUP_BASED";
  /**
   * The key in the replica of its vault: the same OCID, in `standbyRegion`.
   * @default `key.inReplica()`, for a key that a vault with a replica has made
   */
  readonly standbyKey?: IMasterEncryptionKey;
  /** OCID of a private subnet in `standbyRegion`. */
  readonly standbySubnetId?: string;
  /** OCIDs of 1 to 5 network security groups in `standbyRegion`. */
  readonly standbyNsgIds?: readonly string[];
  /** Copies automatic backups to `standbyRegion` too. @default false */
  readonly replicateBackups?: boolean;
  /** Makes Terraform refuse to destroy the database and its standby. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
