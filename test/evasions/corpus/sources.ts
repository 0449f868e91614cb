import type { Family } from "../evasion";
import {
  AWS_KEY,
  AWS_KEY_ARN,
  COMPARTMENT,
  HOME,
  OCI_KEY,
  OCI_KEY_ID,
  ociResource,
  outside,
  twins,
  unproven,
  withAws,
  withAwsAnd,
  withOci,
  withOciAnd,
} from "./builders";

const ARGUMENT = "argument-inside";

const copyAmi = (source_ami_region: string) =>
  withAws({
    ...AWS_KEY,
    aws_ami_copy: {
      r: {
        name: "i",
        source_ami_id: "ami-0a1b2c3d",
        source_ami_region,
        encrypted: true,
        kms_key_id: AWS_KEY_ARN,
      },
    },
  });

const imported = (id: string) => ({
  provider: { oci: [{ region: HOME.oci }] },
  import: [{ to: "oci_core_vcn.v", id }],
  resource: {
    oci_core_vcn: { v: { compartment_id: COMPARTMENT, cidr_blocks: ["10.0.0.0/16"] } },
  },
});

const checked = (region: string) => ({
  provider: { oci: [{ region: HOME.oci }, { alias: "other", region }] },
  check: {
    c: {
      data: {
        oci_objectstorage_namespace: {
          n: { provider: "oci.other", compartment_id: COMPARTMENT },
        },
      },
      assert: [{ condition: true, error_message: "m" }],
    },
  },
});

const other = (stack: string) =>
  withOci(
    {
      oci_kms_vault_replication: {
        r: { vault_id: "ocid1.vault.oc1.iad.v.aaaa", replica_region: stack },
      },
    },
    {
      locals: { dr: "us-phoenix-1" },
      data: {
        terraform_remote_state: {
          other: {
            backend: "oci",
            config: { bucket: "state", namespace: "ns", key: "other", region: "us-ashburn-1" },
          },
        },
      },
    },
  );

const ownState = (value: string) => ({
  terraform: {
    backend: { oci: { bucket: "state", namespace: "ns", key: "own", region: "us-ashburn-1" } },
  },
  ...withOci(
    {
      oci_kms_vault_replication: {
        r: {
          vault_id: "ocid1.vault.oc1.iad.v.aaaa",
          replica_region: "${data.terraform_remote_state.own.outputs.dr}",
        },
      },
    },
    {
      output: { dr: { value } },
      locals: { city: "dubai" },
      data: {
        terraform_remote_state: {
          own: {
            backend: "oci",
            config: { bucket: "state", namespace: "ns", key: "own", region: "us-ashburn-1" },
          },
        },
      },
    },
  ),
});

export const SOURCES: Family = {
  title: "Images, imports and other stacks",
  evasions: [
    twins({
      id: "image-ocid-abroad",
      tries: "Imports an image by a pre-authenticated URL of a bucket abroad.",
      make: (region: string) =>
        ociResource("oci_core_image", {
          image_source_details: {
            source_type: "objectStorageUri",
            source_uri: `https://objectstorage.${region}.oraclecloud.com/p/x/n/ns/b/i/o/disk.qcow2`,
          },
        }),
      abroad: "eu-paris-1",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, "/resource/oci_core_image/r/image_source_details/source_uri"),
      because: "the bucket is in Phoenix",
    }),
    twins({
      id: "volume-backup-from-abroad",
      tries: "Restores a volume from a backup abroad.",
      make: (id: string) =>
        withOci({
          ...OCI_KEY,
          oci_core_volume: {
            r: {
              compartment_id: COMPARTMENT,
              availability_domain: "Uocm:US-ASHBURN-AD-2",
              kms_key_id: OCI_KEY_ID,
              source_details: { type: "volumeBackup", id },
            },
          },
        }),
      abroad: "ocid1.volumebackup.oc1.uk-cardiff-1.aaaa",
      home: "ocid1.volumebackup.oc1.iad.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_core_volume/r/source_details/id"),
      because: "the backup is in Ashburn",
    }),
    twins({
      id: "aws-image-from-abroad",
      tries: "Copies a machine image from abroad.",
      make: copyAmi,
      abroad: "eu-west-1",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_ami_copy/r/source_ami_region"),
      because: "the image is in Oregon",
    }),
    twins({
      id: "aws-snapshot-from-abroad",
      tries: "Restores a database from a snapshot abroad.",
      make: (region: string) =>
        withAws({
          ...AWS_KEY,
          aws_db_snapshot_copy: {
            r: {
              source_db_snapshot_identifier: `arn:aws:rds:${region}:123456789012:snapshot:s`,
              target_db_snapshot_identifier: "t",
              kms_key_id: AWS_KEY_ARN,
            },
          },
        }),
      abroad: "sa-east-1",
      home: "us-east-2",
      expected: outside(ARGUMENT, "/resource/aws_db_snapshot_copy/r/source_db_snapshot_identifier"),
      because: "the snapshot is in Ohio",
    }),
    twins({
      id: "import-abroad",
      tries: "Takes a network abroad into the state by an import block.",
      make: imported,
      abroad: "ocid1.vcn.oc1.ap-kulai-2.aaaa",
      home: "ocid1.vcn.oc1.iad.aaaa",
      expected: outside(ARGUMENT, "/import/0/id"),
      because: "the network is in Ashburn",
    }),
    twins({
      id: "check-block-abroad",
      tries: "Reads abroad by a data source inside of a check block.",
      make: checked,
      abroad: "eu-madrid-3",
      home: "us-phoenix-1",
      expected: outside("resource-inside"),
      because: "it reads in Phoenix",
    }),
    twins({
      id: "other-stack-not-checked",
      tries: "Takes the region from a stack that is not checked with this one.",
      make: other,
      abroad: "${data.terraform_remote_state.other.outputs.dr}",
      home: "${local.dr}",
      expected: unproven("flow-inside", "/resource/oci_kms_vault_replication/r/replica_region"),
      because: "the state is read, and another value is used",
    }),
    twins({
      id: "output-of-stack-abroad",
      tries: "Leads through the output of a stack, and its state, to a region abroad.",
      make: ownState,
      abroad: "me-${local.city}-1",
      home: "us-phoenix-1",
      expected: outside("flow-inside", "/resource/oci_kms_vault_replication/r/replica_region"),
      because: "the output is Phoenix",
    }),
    twins({
      id: "output-names-abroad",
      tries: "Hands a region abroad on to whoever reads the output.",
      make: (value: string) => withOci({}, { output: { dr: { value } } }),
      abroad: "ap-singapore-2",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, "/output/dr/value"),
      because: "an allowed region is handed on",
    }),
    twins({
      id: "unknown-root-block",
      tries: "Names a region abroad in a block of a later Terraform.",
      make: (region: string) => withOci({}, { placement: { default: { region } } }),
      abroad: "eu-jovanovac-1",
      home: "us-chicago-1",
      expected: outside(ARGUMENT, "/placement/default/region"),
      because: "an allowed region",
    }),
    {
      id: "data-source-abroad",
      tries: "Reads objects by a data source that uses the provider configuration abroad.",
      config: withOciAnd(
        "eu-zurich-1",
        {},
        { data: { oci_objectstorage_namespace: { n: { provider: "oci.other" } } } },
      ),
      expected: [outside("resource-inside")],
      lookAlikes: [
        {
          because: "it reads at home",
          config: withOciAnd(
            "us-phoenix-1",
            {},
            { data: { oci_objectstorage_namespace: { n: { provider: "oci.other" } } } },
          ),
        },
      ],
    },
    {
      id: "ephemeral-abroad",
      tries: "Opens a secret abroad by an ephemeral resource, which leaves no trace in the state.",
      config: withAwsAnd(
        "eu-west-2",
        {},
        { ephemeral: { aws_secretsmanager_secret_version: { s: { provider: "aws.other" } } } },
      ),
      expected: [outside("resource-inside")],
      lookAlikes: [
        {
          because: "the secret is at home",
          config: withAwsAnd(
            "us-west-2",
            {},
            { ephemeral: { aws_secretsmanager_secret_version: { s: { provider: "aws.other" } } } },
          ),
        },
      ],
    },
  ],
};
