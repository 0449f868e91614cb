import type { IConstruct } from "constructs";
import type { Region } from "../../../jurisdiction";
import { PropsError } from "../../validation";
import { GuardedAwsStack } from "../guarded-aws-stack";
import { existingKmsKey } from "../sovereign-kms-key";
import { requireAwsInside, requireS3BucketName } from "../validation";
import type { IS3Bucket } from "./region-locked-s3-bucket";

export interface ExistingS3BucketProps {
  readonly bucketName: string;
  /** Region of the bucket, which neither its name nor its ARN tells. */
  readonly region: Region | string;
  /** ARN of the key that encrypts the bucket, written out. */
  readonly keyArn: string;
}

/**
 * A bucket that another stack makes, by its name. The guard believes no name: check the stack that
 * makes the bucket in the same run.
 *
 * @throws PropsError when the region or the key lies outside, or when they differ
 */
export function existingS3Bucket(scope: IConstruct, props: ExistingS3BucketProps): IS3Bucket {
  const { jurisdiction, partition } = GuardedAwsStack.guarding(scope);
  requireS3BucketName(scope, "bucketName", props.bucketName);
  const region = requireAwsInside(scope, "region", props.region, jurisdiction);
  const key = existingKmsKey(scope, { keyArn: props.keyArn });
  if (key.region !== region) {
    throw new PropsError(scope, {
      prop: "keyArn",
      got: props.keyArn,
      because: `S3 encrypts with a key of the bucket's own region only, ${region.id}`,
      fix: `write the ARN of a key in ${region.id}`,
    });
  }
  const bucketArn = `arn:${partition}:s3:::${props.bucketName}`;
  return { bucketName: props.bucketName, bucketArn, region, key };
}
