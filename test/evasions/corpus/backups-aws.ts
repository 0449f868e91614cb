import type { Family } from "../evasion";
import { AWS_KEY, outside, twins, withAws, withAwsAnd } from "./builders";

const ARGUMENT = "argument-inside";
const ACCOUNT = "123456789012";

/** One resource `r` of `type`, with a key of its own beside it. */
const one = (type: string, body: object) => withAws({ ...AWS_KEY, [type]: { r: body } });

export const BACKUPS_AWS: Family = {
  title: "Backups and images on AWS",
  evasions: [
    twins({
      id: "aws-images-replicated-abroad",
      tries: "Replicates every container image of the registry abroad.",
      make: (region: string) =>
        one("aws_ecr_replication_configuration", {
          replication_configuration: {
            rule: { destination: { region, registry_id: ACCOUNT } },
          },
        }),
      abroad: "ap-south-1",
      home: "us-west-1",
      expected: outside(
        ARGUMENT,
        "/resource/aws_ecr_replication_configuration/r/replication_configuration/rule/destination/region",
      ),
      because: "they are copied to California",
    }),
    twins({
      id: "aws-backup-copy-abroad",
      tries: "Copies backups to a vault abroad.",
      make: (region: string) =>
        one("aws_backup_plan", {
          name: "p",
          rule: {
            rule_name: "daily",
            target_vault_name: "v",
            copy_action: {
              destination_vault_arn: `arn:aws:backup:${region}:${ACCOUNT}:backup-vault:v`,
            },
          },
        }),
      abroad: "eu-central-2",
      home: "us-west-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_backup_plan/r/rule/copy_action/destination_vault_arn",
      ),
      because: "the vault is in Oregon",
    }),
    twins({
      id: "aws-snapshot-lifecycle-abroad",
      tries: "Copies snapshots abroad by a lifecycle policy.",
      make: (target: string) =>
        one("aws_dlm_lifecycle_policy", {
          description: "d",
          execution_role_arn: `arn:aws:iam::${ACCOUNT}:role/r`,
          policy_details: {
            resource_types: ["VOLUME"],
            schedule: {
              name: "daily",
              create_rule: { interval: 24 },
              cross_region_copy_rule: {
                target,
                encrypted: true,
                cmk_arn: `arn:aws:kms:us-east-2:${ACCOUNT}:key/11111111`,
              },
              retain_rule: { count: 7 },
            },
          },
        }),
      abroad: "ca-central-1",
      home: "us-east-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_dlm_lifecycle_policy/r/policy_details/schedule/cross_region_copy_rule/target",
      ),
      because: "the copies lie in Ohio",
    }),
    twins({
      id: "aws-snapshot-copied-by-provider",
      tries: "Makes the copy of a snapshot by a provider configuration abroad.",
      make: (region: string) =>
        withAwsAnd(region, {
          aws_ebs_snapshot_copy: {
            r: {
              provider: "aws.other",
              source_region: "us-east-1",
              source_snapshot_id: "snap-0123456789abcdef0",
              encrypted: true,
              kms_key_id: `arn:aws:kms:us-east-2:${ACCOUNT}:key/11111111`,
            },
          },
        }),
      abroad: "eu-south-2",
      home: "us-east-2",
      expected: outside("resource-inside", "/provider/aws/1/region"),
      because: "the copy lies in Ohio",
    }),
    twins({
      id: "aws-file-system-replica-abroad",
      tries: "Replicates a file system to a region abroad.",
      make: (region: string) =>
        one("aws_efs_replication_configuration", {
          source_file_system_id: "fs-0123456789abcdef0",
          destination: { region, kms_key_id: `arn:aws:kms:us-west-2:${ACCOUNT}:key/11111111` },
        }),
      abroad: "il-central-1",
      home: "us-west-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_efs_replication_configuration/r/destination/region",
      ),
      because: "the replica is in Oregon",
    }),
    twins({
      id: "aws-redshift-snapshots-abroad",
      tries: "Copies snapshots of a warehouse abroad.",
      make: (destination_region: string) =>
        one("aws_redshift_snapshot_copy", { cluster_identifier: "c", destination_region }),
      abroad: "af-south-1",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_redshift_snapshot_copy/r/destination_region"),
      because: "the copies lie in Oregon",
    }),
    {
      id: "aws-stack-set-abroad",
      tries: "Creates a CloudFormation stack, with whatever it holds, in a region abroad.",
      config: one("aws_cloudformation_stack_instances", {
        stack_set_name: "s",
        accounts: [ACCOUNT],
        regions: ["us-east-1", "mx-central-1"],
      }),
      expected: [outside(ARGUMENT, "/resource/aws_cloudformation_stack_instances/r/regions/1")],
      lookAlikes: [
        {
          because: "settings are collected from allowed regions",
          config: one("aws_config_configuration_aggregator", {
            name: "a",
            account_aggregation_source: {
              account_ids: [ACCOUNT],
              regions: ["us-east-1", "us-east-2"],
            },
          }),
        },
      ],
    },
    twins({
      id: "aws-image-distribution-abroad",
      tries: "Distributes machine images to a region abroad.",
      make: (region: string) =>
        one("aws_imagebuilder_distribution_configuration", {
          name: "d",
          distribution: [{ region, ami_distribution_configuration: { name: "i" } }],
        }),
      abroad: "me-south-1",
      home: "us-west-1",
      expected: outside(
        ARGUMENT,
        "/resource/aws_imagebuilder_distribution_configuration/r/distribution/0/region",
      ),
      because: "California is allowed",
    }),
  ],
};
