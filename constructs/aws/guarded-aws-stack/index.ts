export { GuardedAwsStack, type GuardedAwsStackProps, type WaivableRule } from "./guarded-aws-stack";
export type { RegionException } from "./region-exception";
