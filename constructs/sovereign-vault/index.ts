export { type ExistingKeyProps, existingKey } from "./existing-key";
export {
  type IMasterEncryptionKey,
  MasterEncryptionKey,
  type MasterEncryptionKeyProps,
} from "./master-encryption-key";
export {
  type AddKeyProps,
  SovereignVault,
  type SovereignVaultProps,
  type VaultType,
} from "./sovereign-vault";
