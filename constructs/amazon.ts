// Constructs of AWS, and of the way from there; loaded apart, for not every project has its provider.

export {
  type AccessLogs,
  type ExistingKmsKeyProps,
  type ExistingS3BucketProps,
  existingKmsKey,
  existingS3Bucket,
  GuardedAwsStack,
  type GuardedAwsStackProps,
  type IKmsKey,
  type IS3Bucket,
  type KmsKeyService,
  type ObjectLock,
  RegionDenyPolicy,
  type RegionDenyPolicyProps,
  type RegionException,
  RegionLockedS3Bucket,
  type RegionLockedS3BucketProps,
  type S3LifecycleRule,
  SovereignKmsKey,
  type SovereignKmsKeyProps,
  type WaivableRule,
} from "./aws";
export {
  BackupMigration,
  type BackupMigrationProps,
  MigrationDestination,
  type MigrationSource,
  migrationRoleArns,
  type OracleDestinationProps,
} from "./backup-migration";
export {
  BackupRetirement,
  type BackupRetirementProps,
  type RetiredBucket,
  type RetiredBucketRecord,
  type RetirementManifest,
} from "./backup-retirement";
