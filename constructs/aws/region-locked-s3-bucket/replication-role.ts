import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import { GuardedAwsStack } from "../guarded-aws-stack";
import type { IS3Bucket } from "./region-locked-s3-bucket";

const PATH = "/onshore/replication/";

/**
 * ARN of the role that replicates the bucket `sourceName`: known from the name alone, so that the
 * destination can let it in before it exists.
 */
export function replicationRoleArn(stack: GuardedAwsStack, sourceName: string): string {
  return `arn:${stack.partition}:iam::${stack.accountId}:role${PATH}${sourceName}`;
}

/**
 * The role that S3 assumes to replicate, with the permissions that it needs and no others.
 *
 * Source: Amazon S3 User Guide, "Setting up permissions for live replication" and "Replicating
 * encrypted objects (SSE-KMS)".
 */
export function addReplicationRole(
  scope: Construct,
  source: IS3Bucket,
  destination: IS3Bucket,
): { readonly role: IamRole; readonly policy: IamRolePolicy } {
  const stack = GuardedAwsStack.guarding(scope);
  const provider = stack.providerFor(stack.region);
  const role = new IamRole(scope, "replication-role", {
    provider,
    name: source.bucketName,
    path: PATH,
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "s3.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": stack.accountId } },
        },
      ],
    }),
  });
  const allow = (actions: readonly string[], resource: string, condition?: object) => ({
    Effect: "Allow",
    Action: actions,
    Resource: resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  });
  const via = (bucket: IS3Bucket) => ({
    StringEquals: { "kms:ViaService": `s3.${bucket.region.id}.amazonaws.com` },
  });
  const policy = new IamRolePolicy(scope, "replication-role-policy", {
    provider,
    name: "replicate",
    role: role.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        allow(["s3:GetReplicationConfiguration", "s3:ListBucket"], source.bucketArn),
        allow(
          [
            "s3:GetObjectVersionAcl",
            "s3:GetObjectVersionForReplication",
            "s3:GetObjectVersionTagging",
          ],
          `${source.bucketArn}/*`,
        ),
        allow(
          ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
          `${destination.bucketArn}/*`,
        ),
        allow(["kms:Decrypt"], source.key.keyArn, via(source)),
        allow(["kms:Encrypt", "kms:GenerateDataKey"], destination.key.keyArn, via(destination)),
      ],
    }),
  });
  return { role, policy };
}
