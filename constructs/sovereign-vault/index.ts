export { type ExistingKeyProps, existingKey } from "./existing-key";
export type { ExternalKeyManagerProps, KeyManagerAccess } from "./external-key-manager-props";
export { KeyDuties } from "./key-duties";
export type { KeyDutiesProps } from "./key-duties-props";
export {
  type IMasterEncryptionKey,
  MasterEncryptionKey,
} from "./master-encryption-key";
export { SovereignVault } from "./sovereign-vault";
export type { AddKeyProps, SovereignVaultProps, VaultType } from "./vault-props";
