export {
  type BucketAccessLog,
  type BucketPrivateEndpoint,
  type LifecycleRule,
  type RegionLockedBucketProps,
  Retention,
  type RetentionRule,
  type TimeUnit,
} from "./bucket-props";
export { lookUpNamespace } from "./object-storage-namespace";
export { RegionLockedBucket } from "./region-locked-bucket";
