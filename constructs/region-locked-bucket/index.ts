export type {
  LifecycleRule,
  RegionLockedBucketProps,
  RetentionRule,
  TimeUnit,
} from "./bucket-props";
export { lookUpNamespace } from "./object-storage-namespace";
export { RegionLockedBucket } from "./region-locked-bucket";
