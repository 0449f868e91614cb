import { S3Backend, type TerraformStack } from "cdktf";

/** Arguments of Terraform's `s3` backend that Onshore sets. */
export interface S3BackendArguments {
  readonly bucket: string;
  /** Region id. */
  readonly region: string;
  /** Name of the state object. */
  readonly key: string;
  /** ARN of the key that encrypts the object. */
  readonly kmsKeyId: string;
}

/**
 * Keeps the state of `stack` in a bucket of S3, encrypted with a customer's key and locked by a file
 * beside it, which takes Terraform 1.11.
 */
export function bindS3Backend(stack: TerraformStack, args: S3BackendArguments): void {
  new S3Backend(stack, { ...args, encrypt: true });
  // cdktf's list of arguments is older than this one.
  stack.addOverride("terraform.backend.s3.use_lockfile", true);
  stack.addOverride("terraform.required_version", ">= 1.11.0");
}
