import type { Family } from "../evasion";
import { AWS_KEY, AWS_KEY_ARN, outside, twins, unproven, withAws, withAwsAnd } from "./builders";

const ARGUMENT = "argument-inside";
const FLOW = "flow-inside";
const ACCOUNT = "123456789012";

/** One resource `r` of `type`, with a key of its own beside it. */
const one = (type: string, body: object) => withAws({ ...AWS_KEY, [type]: { r: body } });

export const REPLICATION_AWS: Family = {
  title: "Copies of data on AWS",
  evasions: [
    twins({
      id: "aws-bucket-replication-abroad",
      tries: "Replicates a bucket to one that another resource makes abroad.",
      make: (region: string) =>
        withAwsAnd(region, {
          aws_kms_key: { k: { provider: "aws.other", enable_key_rotation: true } },
          aws_s3_bucket: { copy: { provider: "aws.other", bucket: "copy" } },
          aws_s3_bucket_server_side_encryption_configuration: {
            copy: {
              provider: "aws.other",
              bucket: "${aws_s3_bucket.copy.id}",
              rule: {
                apply_server_side_encryption_by_default: {
                  sse_algorithm: "aws:kms",
                  kms_master_key_id: AWS_KEY_ARN,
                },
              },
            },
          },
          aws_s3_bucket_public_access_block: {
            copy: {
              provider: "aws.other",
              bucket: "${aws_s3_bucket.copy.id}",
              block_public_acls: true,
              block_public_policy: true,
              ignore_public_acls: true,
              restrict_public_buckets: true,
            },
          },
          aws_s3_bucket_replication_configuration: {
            r: {
              bucket: "source",
              role: `arn:aws:iam::${ACCOUNT}:role/r`,
              rule: { status: "Enabled", destination: { bucket: "${aws_s3_bucket.copy.arn}" } },
            },
          },
        }),
      abroad: "eu-west-1",
      home: "us-west-2",
      expected: outside(
        FLOW,
        "/resource/aws_s3_bucket_replication_configuration/r/rule/destination/bucket",
      ),
      because: "the copy lies in Oregon",
    }),
    {
      id: "aws-bucket-replication-to-somebody",
      tries: "Replicates a bucket to one that no stack makes; its ARN names no region.",
      config: withAws({
        aws_s3_bucket_replication_configuration: {
          r: {
            bucket: "source",
            role: `arn:aws:iam::${ACCOUNT}:role/r`,
            rule: { status: "Enabled", destination: { bucket: "arn:aws:s3:::us-west-2-copy" } },
          },
        },
      }),
      expected: [
        unproven(
          FLOW,
          "/resource/aws_s3_bucket_replication_configuration/r/rule/destination/bucket",
        ),
      ],
      lookAlikes: [
        {
          because: "server access logs must go to a bucket of the same region",
          config: withAws({ aws_s3_bucket_logging: { r: { bucket: "b", target_bucket: "logs" } } }),
        },
      ],
    },
    twins({
      id: "aws-dynamodb-replica-abroad",
      tries: "Adds a replica of a table abroad.",
      make: (region_name: string) =>
        one("aws_dynamodb_table", {
          name: "t",
          billing_mode: "PAY_PER_REQUEST",
          hash_key: "id",
          attribute: { name: "id", type: "S" },
          server_side_encryption: { enabled: true, kms_key_arn: AWS_KEY_ARN },
          replica: [{ region_name, kms_key_arn: `arn:aws:kms:us-west-2:${ACCOUNT}:key/11111111` }],
        }),
      abroad: "ap-southeast-2",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_dynamodb_table/r/replica/0/region_name"),
      because: "the replica is in Oregon",
    }),
    twins({
      id: "aws-dynamodb-replica-dynamic",
      tries: "Adds the replicas by a dynamic block over a local list.",
      make: (second: string) =>
        withAws(
          {
            aws_dynamodb_global_table: {
              r: {
                name: "t",
                dynamic: {
                  replica: {
                    for_each: "${local.regions}",
                    content: { region_name: "${replica.value}" },
                  },
                },
              },
            },
          },
          { locals: { regions: ["us-west-2", second] } },
        ),
      abroad: "sa-east-1",
      home: "us-east-2",
      expected: outside(
        FLOW,
        "/resource/aws_dynamodb_global_table/r/dynamic/replica/content/region_name",
      ),
      because: "all of the list are allowed",
    }),
    twins({
      id: "aws-secret-replica-abroad",
      tries: "Replicates a secret to a region abroad.",
      make: (region: string) =>
        one("aws_secretsmanager_secret", {
          name: "s",
          kms_key_id: AWS_KEY_ARN,
          replica: { region, kms_key_id: `arn:aws:kms:us-west-2:${ACCOUNT}:key/11111111` },
        }),
      abroad: "eu-north-1",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_secretsmanager_secret/r/replica/region"),
      because: "the replica is in Oregon",
    }),
    twins({
      id: "aws-keyspaces-abroad",
      tries: "Spreads a keyspace over regions of which one is abroad.",
      make: (second: string) =>
        one("aws_keyspaces_keyspace", {
          name: "k",
          replication_specification: {
            replication_strategy: "MULTI_REGION",
            region_list: ["us-east-1", second],
          },
        }),
      abroad: "ap-northeast-1",
      home: "us-west-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_keyspaces_keyspace/r/replication_specification/region_list/1",
      ),
      because: "all of the list are allowed",
    }),
    twins({
      id: "aws-bucket-replication-by-name-of-other",
      tries: "Replicates a bucket to one of somebody else, by the name of a resource that is none.",
      make: (bucket: string) =>
        withAws({
          ...AWS_KEY,
          aws_sqs_queue: { q: { name: "copy-of-somebody", kms_master_key_id: AWS_KEY_ARN } },
          aws_s3_bucket: { copy: { bucket: "copy-of-ours", region: "us-west-2" } },
          aws_s3_bucket_server_side_encryption_configuration: {
            copy: {
              bucket: "${aws_s3_bucket.copy.id}",
              region: "us-west-2",
              rule: {
                apply_server_side_encryption_by_default: {
                  sse_algorithm: "aws:kms",
                  kms_master_key_id: AWS_KEY_ARN,
                },
              },
            },
          },
          aws_s3_bucket_replication_configuration: {
            r: {
              bucket: "ours",
              role: "arn:aws:iam::123456789012:role/r",
              rule: { destination: { bucket } },
            },
          },
        }),
      abroad: "arn:aws:s3:::${aws_sqs_queue.q.name}",
      home: "arn:aws:s3:::${aws_s3_bucket.copy.bucket}",
      expected: unproven(
        FLOW,
        "/resource/aws_s3_bucket_replication_configuration/r/rule/destination/bucket",
      ),
      because: "the bucket is made in Oregon",
    }),
    twins({
      id: "aws-multi-region-access-point-abroad",
      tries: "Puts a bucket of somebody else behind a Multi-Region Access Point.",
      make: (details: object) =>
        one("aws_s3control_multi_region_access_point", { details: { name: "m", ...details } }),
      abroad: { region: [{ bucket: "copy-of-somebody" }] },
      home: {},
      expected: unproven(
        FLOW,
        "/resource/aws_s3control_multi_region_access_point/r/details/region/0/bucket",
      ),
      because: "it routes to no bucket yet",
    }),
    twins({
      id: "aws-global-table-of-outside-cluster",
      tries: "Joins a global cluster whose primary lies in another region.",
      make: (region: string) =>
        withAwsAnd(region, {
          aws_rds_global_cluster: {
            g: { provider: "aws.other", global_cluster_identifier: "g", engine: "aurora-mysql" },
          },
          aws_kms_key: { k: { enable_key_rotation: true } },
          aws_rds_cluster: {
            r: {
              engine: "aurora-mysql",
              global_cluster_identifier: "${aws_rds_global_cluster.g.id}",
              kms_key_id: AWS_KEY_ARN,
              storage_encrypted: true,
            },
          },
        }),
      abroad: "eu-west-3",
      home: "us-west-2",
      expected: outside(FLOW, "/resource/aws_rds_cluster/r/global_cluster_identifier"),
      because: "the global cluster is made in Oregon",
    }),
  ],
};
