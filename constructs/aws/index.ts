export {
  GuardedAwsStack,
  type GuardedAwsStackProps,
  type RegionException,
  type WaivableRule,
} from "./guarded-aws-stack";
export {
  GLOBAL_SERVICES,
  RegionDenyPolicy,
  type RegionDenyPolicyProps,
} from "./region-deny-policy";
export {
  type AccessLogs,
  afterBucket,
  type ExistingS3BucketProps,
  existingS3Bucket,
  type IS3Bucket,
  type ObjectLock,
  RegionLockedS3Bucket,
  type RegionLockedS3BucketProps,
  type S3LifecycleRule,
} from "./region-locked-s3-bucket";
export {
  type ExistingKmsKeyProps,
  existingKmsKey,
  type IKmsKey,
  type KmsKeyService,
  SovereignKmsKey,
  type SovereignKmsKeyProps,
} from "./sovereign-kms-key";
export {
  daysBetween,
  requireAwsInside,
  requireDay,
  requireIamPrincipal,
  requireKmsKeyArn,
  requireS3BucketName,
} from "./validation";
