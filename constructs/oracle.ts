// Constructs of Oracle Cloud, and what every stack stands on; needs no provider but OCI's.

export {
  EvidenceTrail,
  type EvidenceTrailProps,
  KEY_USE_METRIC,
  KEY_USE_NAMESPACE,
  type KeyUseHours,
  LogSource,
  type MailSubscriptionProps,
  Subscription,
  type Watch,
} from "./evidence-trail";
export { GuardedApp } from "./guarded-app";
export { GuardedStack, type GuardedStackProps } from "./guarded-stack";
export {
  type LongTermBackup,
  RegionLockedAutonomousDatabase,
  type RegionLockedAutonomousDatabaseProps,
} from "./region-locked-autonomous-database";
export {
  type DayOfWeek,
  type Month,
  RegionLockedBlockVolume,
  type RegionLockedBlockVolumeProps,
  VolumeBackupPolicy,
  type VolumeBackupPolicyProps,
  type VolumeBackupSchedule,
  type VolumePerformance,
  type VolumeReplica,
} from "./region-locked-block-volume";
export {
  type BucketAccessLog,
  type BucketPrivateEndpoint,
  type LifecycleRule,
  lookUpNamespace,
  RegionLockedBucket,
  type RegionLockedBucketProps,
  Retention,
  type RetentionRule,
  type TimeUnit,
} from "./region-locked-bucket";
export {
  type FileSystemClient,
  RegionLockedFileSystem,
  type RegionLockedFileSystemProps,
  type SnapshotSchedule,
} from "./region-locked-file-system";
export {
  Generate,
  type PassphraseProps,
  type SecretGeneration,
  type SecretReplica,
  type SecretRotation,
  SovereignSecret,
  type SovereignSecretProps,
} from "./sovereign-secret";
export {
  type AddKeyProps,
  type ExistingKeyProps,
  type ExternalKeyManagerProps,
  existingKey,
  type IMasterEncryptionKey,
  KeyDuties,
  type KeyDutiesProps,
  type KeyManagerAccess,
  MasterEncryptionKey,
  SovereignVault,
  type SovereignVaultProps,
  type VaultType,
} from "./sovereign-vault";
export {
  type IStateBackend,
  type LocalStateProps,
  type OciStateProps,
  type S3StateProps,
  StateBackend,
} from "./state-backend";
export {
  type CompartmentIds,
  type ExemptFamily,
  QUOTA_FAMILIES_AS_OF,
  type QuotaCoverage,
  type QuotaStatus,
  type RequiredTag,
  TenancyGuardrails,
  type TenancyGuardrailsProps,
} from "./tenancy-guardrails";
export {
  type ControlledResource,
  DelegationControl,
  type DelegationControlProps,
  type OfficeGroupIds,
  OperatorControl,
  type OperatorControlProps,
  PrivilegedApiControl,
  type PrivilegedApiControlProps,
  type PrivilegedOperation,
  UsDataSecurityOffice,
  type UsDataSecurityOfficeProps,
  type VcnSource,
} from "./us-data-security-office";
export {
  type BastionProps,
  type ConnectPeerProps,
  type DnsForwarding,
  type DnsProps,
  type EdgeProps,
  type FirewallProps,
  type FlowLogProps,
  type HostTier,
  type OracleServices,
  type Peer,
  Port,
  type Ports,
  type SubnetCidrs,
  UsPerimeter,
  type UsPerimeterProps,
  type ZeroTrustProps,
} from "./us-perimeter";
export { PropsError } from "./validation";
