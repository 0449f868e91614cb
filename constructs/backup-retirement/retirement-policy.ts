import { bucketDenial } from "../aws/bucket-denial";

/** What the policy of a bucket that is retired is made from. */
export interface RetirementPolicyProps {
  readonly bucketArn: string;
  readonly administrators: readonly string[];
  readonly readers: readonly string[];
}

/** New data, by whatever way, and a replication that would carry it on: for nobody. */
const WRITE = [
  "s3:ObjectOwnerOverrideToBucketOwner",
  "s3:PutObject",
  "s3:PutObjectAcl",
  "s3:PutObjectVersionAcl",
  "s3:PutReplicationConfiguration",
  "s3:ReplicateDelete",
  "s3:ReplicateObject",
  "s3:ReplicateTags",
];

/** Data, and what replication reads it by. */
const READ = [
  "s3:GetObject",
  "s3:GetObjectTorrent",
  "s3:GetObjectVersion",
  "s3:GetObjectVersionForReplication",
  "s3:GetObjectVersionTorrent",
];

const LIST = ["s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"];

/** Settings and deletions. Lifecycle rules are S3's own doing and ask no policy. */
const MANAGE = [
  "s3:AbortMultipartUpload",
  "s3:BypassGovernanceRetention",
  "s3:DeleteBucket",
  "s3:DeleteBucketPolicy",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutBucketAcl",
  "s3:PutBucketObjectLockConfiguration",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "s3:PutInventoryConfiguration",
  "s3:PutLifecycleConfiguration",
  "s3:PutObjectLegalHold",
  "s3:PutObjectRetention",
  "s3:RestoreObject",
];

/**
 * A policy of denials only, which replaces the one that the bucket had: nobody writes, readers read,
 * administrators manage.
 *
 * A replication that is configured already is not removed by Terraform, which does not manage it; the
 * role that it uses is denied both reading and listing here, so that it copies nothing more.
 */
export function retirementPolicy(props: RetirementPolicyProps): string {
  const { administrators, readers } = props;
  const deny = (sid: string, actions: readonly string[], condition?: object) =>
    bucketDenial(sid, props.bucketArn, actions, condition);
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      deny("DenyWithoutTls", ["s3:*"], { Bool: { "aws:SecureTransport": "false" } }),
      deny("DenyWrites", WRITE),
      deny("DenyReads", READ, exceptFor(readers)),
      deny("DenyLists", LIST, exceptFor([...readers, ...administrators])),
      deny("DenyManagement", MANAGE, exceptFor(administrators)),
    ],
  });
}

function exceptFor(arns: readonly string[]): object | undefined {
  return arns.length === 0 ? undefined : { ArnNotEquals: { "aws:PrincipalArn": arns } };
}
