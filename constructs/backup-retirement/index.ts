export { BackupRetirement } from "./backup-retirement";
export type { RetiredBucketRecord, RetirementManifest } from "./manifest";
export type { BackupRetirementProps, RetiredBucket } from "./retirement-props";
