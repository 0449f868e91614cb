import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedAwsStack, type IS3Bucket } from "../aws";
import type { MigrationSource } from "./migration-props";

const PATH = "/onshore/migration/";

type Purpose = "source" | "destination" | "report";

/**
 * ARNs of the roles that a migration called `name` uses, known before it is made: what the policies of
 * its buckets have to let in as `trustedRoles`.
 */
export function migrationRoleArns(
  stack: GuardedAwsStack,
  name: string,
): { readonly source: string; readonly destination: string; readonly report: string } {
  const arn = (purpose: Purpose) =>
    `arn:${stack.partition}:iam::${stack.accountId}:role${PATH}${name}-${purpose}`;
  return { source: arn("source"), destination: arn("destination"), report: arn("report") };
}

/** A role and its permissions: DataSync tries both when a location is made. */
export interface MigrationRole {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;
}

/** Source: AWS DataSync User Guide, "Required permissions" for S3 source locations. */
export function addSourceRole(
  scope: Construct,
  name: string,
  source: MigrationSource,
  region: Region,
): MigrationRole {
  const stack = GuardedAwsStack.guarding(scope);
  const bucketArn = `arn:${stack.partition}:s3:::${source.bucketName}`;
  return addRole(scope, name, "source", [
    allow(["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], bucketArn),
    allow(
      [
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:GetObjectVersionTagging",
        "s3:ListMultipartUploadParts",
      ],
      `${bucketArn}/*`,
    ),
    ...(source.kmsKeyArns ?? []).map((keyArn) => allow(["kms:Decrypt"], keyArn, via(region))),
  ]);
}

/** Source: AWS DataSync User Guide, "Required permissions" for S3 destination locations. */
export function addDestinationRole(
  scope: Construct,
  name: string,
  bucket: IS3Bucket,
): MigrationRole {
  return addRole(scope, name, "destination", [
    allow(
      ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      bucket.bucketArn,
    ),
    allow(
      [
        "s3:AbortMultipartUpload",
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:GetObjectVersionTagging",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectTagging",
      ],
      `${bucket.bucketArn}/*`,
    ),
    useKey(bucket),
  ]);
}

/** Source: AWS DataSync User Guide, "Monitoring your transfers with task reports". */
export function addReportRole(scope: Construct, name: string, bucket: IS3Bucket): MigrationRole {
  return addRole(scope, name, "report", [
    allow(
      ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      bucket.bucketArn,
    ),
    allow(
      ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
      `${bucket.bucketArn}/*`,
    ),
    useKey(bucket),
  ]);
}

function useKey(bucket: IS3Bucket): object {
  return allow(["kms:Decrypt", "kms:GenerateDataKey"], bucket.key.keyArn, via(bucket.region));
}

function via(region: Region): object {
  return { StringEquals: { "kms:ViaService": `s3.${region.id}.amazonaws.com` } };
}

function addRole(
  scope: Construct,
  name: string,
  purpose: Purpose,
  statements: readonly object[],
): MigrationRole {
  const stack = GuardedAwsStack.guarding(scope);
  const provider = stack.providerFor(stack.region);
  const role = new IamRole(scope, `${purpose}-role`, {
    provider,
    name: `${name}-${purpose}`,
    path: PATH,
    assumeRolePolicy: document([
      {
        Effect: "Allow",
        Principal: { Service: "datasync.amazonaws.com" },
        Action: "sts:AssumeRole",
        // Without it any account's DataSync could be asked to use the role.
        Condition: {
          ArnLike: { "aws:SourceArn": `arn:${stack.partition}:datasync:*:${stack.accountId}:*` },
          StringEquals: { "aws:SourceAccount": stack.accountId },
        },
      },
    ]),
  });
  const policy = new IamRolePolicy(scope, `${purpose}-role-policy`, {
    provider,
    name: purpose,
    role: role.name,
    policy: document(statements),
  });
  return { role, policy };
}

function document(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function allow(actions: readonly string[], resource: string, condition?: object): object {
  return {
    Effect: "Allow",
    Action: actions,
    Resource: resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}
