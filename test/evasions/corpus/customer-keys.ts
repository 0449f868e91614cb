import type { Family } from "../evasion";
import {
  AWS_KEY,
  AWS_KEY_ARN,
  COMPARTMENT,
  OCI_KEY,
  OCI_KEY_ID,
  ociBucket,
  regionVariable,
  twins,
  unproven,
  withAws,
  withOci,
} from "./builders";

const RULE = "customer-managed-key";

const oci = (type: string, body: object) =>
  withOci({ ...OCI_KEY, [type]: { r: { compartment_id: COMPARTMENT, ...body } } });

const aws = (type: string, body: object) => withAws({ ...AWS_KEY, [type]: { r: body } });

const AD = "Uocm:US-ASHBURN-AD-1";

const PHX_KEY = "ocid1.key.oc1.phx.vault.aaaa";

/** A volume, its backup policy and the assignment of the one to the other. */
const assignedPolicy = (policy: object, assignment: object, more: object = {}) =>
  withOci(
    {
      ...OCI_KEY,
      oci_core_volume: {
        v: { compartment_id: COMPARTMENT, availability_domain: AD, kms_key_id: OCI_KEY_ID },
      },
      oci_core_volume_backup_policy: {
        p: {
          compartment_id: COMPARTMENT,
          schedules: { backup_type: "FULL", period: "ONE_DAY", retention_seconds: 86400 },
          ...policy,
        },
      },
      oci_core_volume_backup_policy_assignment: {
        r: {
          asset_id: "${oci_core_volume.v.id}",
          policy_id: "${oci_core_volume_backup_policy.p.id}",
          ...assignment,
        },
      },
    },
    more,
  );

const bucket = (kms_key_id: unknown, more: object = {}) =>
  withOci({ ...OCI_KEY, oci_objectstorage_bucket: { b: ociBucket({ kms_key_id }) } }, more);

const encrypted = (rule: object) =>
  withAws({
    ...AWS_KEY,
    aws_s3_bucket_server_side_encryption_configuration: {
      r: { bucket: "b", rule: { apply_server_side_encryption_by_default: rule } },
    },
  });

/** The private bucket that everything else about it makes honest. */
const s3 = (more: object) =>
  withAws({
    ...AWS_KEY,
    aws_s3_bucket: { b: { bucket: "b" } },
    aws_s3_bucket_public_access_block: {
      b: {
        bucket: "${aws_s3_bucket.b.id}",
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    ...more,
  });

export const CUSTOMER_KEYS: Family = {
  title: "Data under the cloud's own keys",
  evasions: [
    twins({
      id: "bucket-without-key",
      tries: "Leaves the key of a bucket out, so that Oracle holds it.",
      make: (body: object) =>
        withOci({ ...OCI_KEY, oci_objectstorage_bucket: { b: ociBucket(body) } }),
      abroad: { kms_key_id: null },
      home: { versioning: "Enabled" },
      expected: unproven(RULE),
      because: "the bucket has a key of its own",
    }),
    twins({
      id: "bucket-key-empty",
      tries: "Writes an empty key.",
      make: (key: string) => bucket(key),
      abroad: "",
      home: OCI_KEY_ID,
      expected: unproven(RULE),
      because: "the key is of the same stack",
    }),
    twins({
      id: "bucket-key-or-null",
      tries: "Leaves the key out where a switch is off.",
      make: (key: string) => bucket(key, { variable: { encrypt: { type: "bool" } } }),
      abroad: "${var.encrypt ? oci_kms_key.k.id : null}",
      home: "${oci_kms_key.k.id}",
      expected: unproven(RULE, "/resource/oci_objectstorage_bucket/b/kms_key_id"),
      because: "no switch stands before the key",
    }),
    twins({
      id: "volume-without-key",
      tries: "Makes a block volume under Oracle's key.",
      make: (body: object) => oci("oci_core_volume", { availability_domain: AD, ...body }),
      abroad: {},
      home: { kms_key_id: OCI_KEY_ID },
      expected: unproven(RULE),
      because: "the volume has a key of its own",
    }),
    twins({
      id: "volume-backup-copies-without-key",
      tries: "Copies scheduled backups to another region, where the volume's key is not.",
      make: (more: object) => assignedPolicy({ destination_region: "us-phoenix-1" }, more),
      abroad: {},
      home: { xrc_kms_key_id: PHX_KEY },
      expected: unproven(RULE, "/resource/oci_core_volume_backup_policy_assignment/r"),
      because: "the copies have a key in their own region",
    }),
    twins({
      id: "volume-backup-copies-by-variable",
      tries: "Lets a variable say whether scheduled backups are copied.",
      make: (policy: object) =>
        assignedPolicy(policy, {}, { variable: regionVariable("us-phoenix-1") }),
      abroad: { destination_region: "${var.region}" },
      home: {},
      expected: unproven(RULE, "/resource/oci_core_volume_backup_policy_assignment/r"),
      because: "the backups stay in the volume's region and under its key",
    }),
    twins({
      id: "volume-group-backup-copies-without-key",
      tries: "Gives a volume group a policy that copies, and no key for the copies.",
      make: (policy: object) =>
        oci("oci_core_volume_group", {
          availability_domain: AD,
          source_details: { type: "volumeIds", volume_ids: ["ocid1.volume.oc1.iad.aaaa"] },
          backup_policy_id: "ocid1.volumebackuppolicy.oc1.iad.aaaa",
          ...policy,
        }),
      abroad: {},
      home: { xrc_kms_key_id: PHX_KEY },
      expected: unproven(RULE, "/resource/oci_core_volume_group/r"),
      because: "a key is there for copies, whatever the policy says",
    }),
    twins({
      id: "boot-volume-without-key",
      tries: "Starts an instance whose boot volume is under Oracle's key.",
      make: (source: object) =>
        oci("oci_core_instance", {
          availability_domain: AD,
          shape: "VM.Standard.E5.Flex",
          create_vnic_details: { subnet_id: "${var.subnet}", assign_public_ip: false },
          source_details: { source_type: "image", source_id: "${var.image}", ...source },
        }),
      abroad: {},
      home: { kms_key_id: OCI_KEY_ID },
      expected: unproven(RULE),
      because: "the boot volume has a key of its own",
    }),
    twins({
      id: "file-system-without-key",
      tries: "Makes a file system under Oracle's key.",
      make: (body: object) =>
        oci("oci_file_storage_file_system", { availability_domain: AD, ...body }),
      abroad: { display_name: "f" },
      home: { kms_key_id: OCI_KEY_ID },
      expected: unproven(RULE),
      because: "the file system has a key of its own",
    }),
    twins({
      id: "mysql-key-not-used",
      tries: "Names a key and leaves it unused.",
      make: (key_generation_type: string) =>
        oci("oci_mysql_mysql_db_system", {
          availability_domain: AD,
          shape_name: "MySQL.4",
          subnet_id: "ocid1.subnet.oc1.iad.aaaa",
          encrypt_data: { key_generation_type, key_id: OCI_KEY_ID },
        }),
      abroad: "SYSTEM",
      home: "BYOK",
      expected: unproven(RULE),
      because: "BYOK uses the key",
    }),
    twins({
      id: "aws-bucket-without-encryption",
      tries: "Leaves a bucket to the encryption that S3 applies by itself.",
      make: (more: object) => s3(more),
      abroad: {},
      home: {
        aws_s3_bucket_server_side_encryption_configuration: {
          b: {
            bucket: "${aws_s3_bucket.b.id}",
            rule: {
              apply_server_side_encryption_by_default: {
                sse_algorithm: "aws:kms",
                kms_master_key_id: AWS_KEY_ARN,
              },
            },
          },
        },
      },
      expected: unproven(RULE, "/resource/aws_s3_bucket/b"),
      because: "its encryption is a resource of its own",
    }),
    twins({
      id: "aws-bucket-s3-key",
      tries: "Encrypts with a key that S3 manages, although one of the customer's is named.",
      make: (sse_algorithm: string) => encrypted({ sse_algorithm, kms_master_key_id: AWS_KEY_ARN }),
      abroad: "AES256",
      home: "aws:kms",
      expected: unproven(RULE),
      because: "the algorithm uses the key",
    }),
    twins({
      id: "aws-bucket-aws-key",
      tries: "Encrypts with the key that AWS keeps for S3.",
      make: (kms_master_key_id: string) =>
        encrypted({ sse_algorithm: "aws:kms", kms_master_key_id }),
      abroad: "alias/aws/s3",
      home: AWS_KEY_ARN,
      expected: unproven(RULE),
      because: "a key of the stack",
    }),
    twins({
      id: "aws-database-without-key",
      tries: "Encrypts a database with the key that AWS keeps for it.",
      make: (body: object) =>
        aws("aws_db_instance", {
          engine: "postgres",
          instance_class: "db.t4g.micro",
          storage_encrypted: true,
          ...body,
        }),
      abroad: {},
      home: { kms_key_id: AWS_KEY_ARN },
      expected: unproven(RULE),
      because: "the database has a key of its own",
    }),
    twins({
      id: "aws-database-not-encrypted",
      tries: "Names a key and turns encryption off.",
      make: (storage_encrypted: unknown) =>
        aws("aws_db_instance", {
          engine: "mysql",
          instance_class: "db.t4g.micro",
          kms_key_id: AWS_KEY_ARN,
          storage_encrypted,
        }),
      abroad: false,
      home: "true",
      expected: unproven(RULE),
      because: "true may be a text",
    }),
    twins({
      id: "aws-queue-own-encryption",
      tries: "Encrypts a queue with the keys that SQS manages.",
      make: (body: object) => aws("aws_sqs_queue", { name: "q", ...body }),
      abroad: { sqs_managed_sse_enabled: true },
      home: { kms_master_key_id: AWS_KEY_ARN },
      expected: unproven(RULE),
      because: "the queue has a key of its own",
    }),
    twins({
      id: "aws-log-group-without-key",
      tries: "Keeps logs under the key of CloudWatch.",
      make: (body: object) => aws("aws_cloudwatch_log_group", { name: "g", ...body }),
      abroad: { retention_in_days: 30 },
      home: { kms_key_id: AWS_KEY_ARN },
      expected: unproven(RULE),
      because: "the log group has a key of its own",
    }),
    twins({
      id: "aws-snapshot-copies-without-key",
      tries:
        "Copies snapshots to another region by a lifecycle policy, under that region's own key.",
      make: (rule: object) =>
        aws("aws_dlm_lifecycle_policy", {
          description: "d",
          execution_role_arn: "arn:aws:iam::123456789012:role/r",
          policy_details: {
            resource_types: ["VOLUME"],
            schedule: {
              name: "daily",
              create_rule: { interval: 24 },
              cross_region_copy_rule: { target: "us-west-2", encrypted: true, ...rule },
              retain_rule: { count: 7 },
            },
          },
        }),
      abroad: {},
      home: { cmk_arn: "arn:aws:kms:us-west-2:123456789012:key/1" },
      expected: unproven(RULE),
      because: "the copies have a key in their own region",
    }),
    twins({
      id: "aws-volume-in-template",
      tries: "Hides an unencrypted volume in a launch template.",
      make: (ebs: object) =>
        aws("aws_launch_template", {
          name: "t",
          block_device_mappings: [{ device_name: "/dev/xvdb", ebs: { volume_size: 8, ...ebs } }],
        }),
      abroad: {},
      home: { encrypted: "true", kms_key_id: AWS_KEY_ARN },
      expected: unproven(RULE),
      because: "the template's volume has a key of its own",
    }),
  ],
};
