import type { Region } from "../../jurisdiction";
import type { IMasterEncryptionKey, SovereignVault } from "../sovereign-vault";
import type { KeyUseHours } from "./key-use-hours";
import type { LogSource } from "./log-source";
import type { Subscription } from "./subscription";
import type { Watch } from "./watches";

export interface EvidenceTrailProps {
  /** OCID of the compartment of the logs, the connectors, the topic, the alarms and the archive. */
  readonly compartmentId: string;
  /** Object Storage namespace of the tenancy. */
  readonly namespace: string;
  /** Name of the archive's bucket, unique in the namespace and region. */
  readonly bucketName: string;
  /** Customer-managed key of the archive, in its region. */
  readonly key: IMasterEncryptionKey;
  /** Days that each archived object is kept, from 1 on. */
  readonly retentionDays: number;
  /**
   * RFC 3339 instant from which nobody can shorten the retention, Oracle and the tenancy's
   * administrators included; at least 14 days after the deployment. Source: OCI documentation, "Using
   * Retention Rules".
   */
  readonly lockFrom: string;
  /**
   * Another allowed region to replicate the archive to, into the bucket `replicaBucketName`.
   * @default none
   */
  readonly replicaRegion?: Region | string;
  /** @default `<bucketName>-replica` */
  readonly replicaBucketName?: string;
  /** Who is told of the watched acts and the alarms: at least one. */
  readonly subscriptions: readonly Subscription[];
  /**
   * @default every watch that the region has: OCI raises events of identity in the home region only
   */
  readonly watches?: readonly Watch[];
  /**
   * OCIDs of the compartments whose audit log is archived and watched; of the tenancy's with all below
   * it, of another compartment its own alone.
   * @default the tenancy
   */
  readonly auditCompartmentIds?: readonly string[];
  /**
   * OCID of the compartment whose events are watched, with all below it.
   * @default the tenancy
   */
  readonly eventCompartmentId?: string;
  /**
   * Vaults, in the trail's region, whose keys' use is logged and whose refused uses raise an alarm.
   * @default none
   */
  readonly keyUseOf?: readonly SovereignVault[];
  /**
   * Hours outside which any use of those keys raises an alarm. Needs `keyUseOf`.
   * @default none: only refused uses raise one
   */
  readonly keyUseHours?: KeyUseHours;
  /**
   * Service logs by their names; more are added by `addLog`.
   * @default none
   */
  readonly logs?: Readonly<Record<string, LogSource>>;
  /**
   * Days that OCI Logging itself keeps an entry. The archive keeps it for `retentionDays`. Source: OCI
   * API, Log.retentionDuration.
   * @default 90
   */
  readonly logRetentionDays?: 30 | 60 | 90 | 120 | 150 | 180;
  /** Makes Terraform refuse to destroy the logs and the archive. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
