export { type ExistingS3BucketProps, existingS3Bucket } from "./existing-s3-bucket";
export { afterBucket, type IS3Bucket, RegionLockedS3Bucket } from "./region-locked-s3-bucket";
export type {
  AccessLogs,
  ObjectLock,
  RegionLockedS3BucketProps,
  S3LifecycleRule,
} from "./s3-bucket-props";
