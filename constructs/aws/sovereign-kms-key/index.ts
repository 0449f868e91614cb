export { type ExistingKmsKeyProps, existingKmsKey } from "./existing-kms-key";
export type { KmsKeyService } from "./key-policy";
export { type IKmsKey, SovereignKmsKey, type SovereignKmsKeyProps } from "./sovereign-kms-key";
