import { bucketDenial } from "../bucket-denial";

/** What the policy of a bucket is made from. */
export interface BucketPolicyProps {
  readonly bucketArn: string;
  readonly keyArn: string;
  readonly minimumTlsVersion: string;
  readonly vpcEndpointIds: readonly string[];
  /** Who reaches the bucket without an endpoint. */
  readonly exemptArns: readonly string[];
}

/**
 * A policy of denials only: it grants nothing, so that IAM policies of the account decide who of those
 * that are left may do what.
 *
 * Sources: Amazon S3 User Guide, "Examples of Amazon S3 bucket policies", "Controlling access from VPC
 * endpoints with bucket policies" and "Condition key examples"; AWS DataSync User Guide, "Accessing S3
 * buckets with restricted VPC access" (the role is exempted by its ARN).
 */
export function bucketPolicy(props: BucketPolicyProps): string {
  const deny = (sid: string, actions: readonly string[], condition?: object) =>
    bucketDenial(sid, props.bucketArn, actions, condition);
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      deny("DenyWithoutTls", ["s3:*"], { Bool: { "aws:SecureTransport": "false" } }),
      deny("DenyOldTls", ["s3:*"], {
        NumericLessThan: { "s3:TlsVersion": props.minimumTlsVersion },
      }),
      deny("DenyAroundEndpoints", ["s3:*"], {
        ...(props.vpcEndpointIds.length === 0
          ? {}
          : { StringNotEquals: { "aws:SourceVpce": props.vpcEndpointIds } }),
        ArnNotEquals: { "aws:PrincipalArn": props.exemptArns },
        // S3 itself delivers replicas and logs as a service, which comes from no endpoint.
        Bool: { "aws:PrincipalIsAWSService": "false" },
      }),
      // An upload that names no key gets the bucket's own; one that names another is refused.
      deny("DenyOtherKeys", ["s3:PutObject"], {
        StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": props.keyArn },
        Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
      }),
      deny("DenyOtherEncryption", ["s3:PutObject"], {
        StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
        Null: { "s3:x-amz-server-side-encryption": "false" },
      }),
      deny("DenyCustomerProvidedKeys", ["s3:PutObject"], {
        Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" },
      }),
    ],
  });
}
