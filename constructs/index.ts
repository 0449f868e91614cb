export { GuardedApp } from "./guarded-app";
export { GuardedStack, type GuardedStackProps } from "./guarded-stack";
export {
  type LifecycleRule,
  lookUpNamespace,
  RegionLockedBucket,
  type RegionLockedBucketProps,
  type RetentionRule,
  type TimeUnit,
} from "./region-locked-bucket";
export {
  type AddKeyProps,
  type ExistingKeyProps,
  existingKey,
  type IMasterEncryptionKey,
  MasterEncryptionKey,
  SovereignVault,
  type SovereignVaultProps,
  type VaultType,
} from "./sovereign-vault";
export {
  type IStateBackend,
  type LocalStateProps,
  type OciStateProps,
  StateBackend,
} from "./state-backend";
export { PropsError } from "./validation";
