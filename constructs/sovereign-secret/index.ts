export { Generate, type PassphraseProps, type SecretGeneration } from "./secret-generation";
export type { SecretReplica, SecretRotation, SovereignSecretProps } from "./secret-props";
export { SovereignSecret } from "./sovereign-secret";
