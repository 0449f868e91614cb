import type { Family } from "../evasion";
import {
  AWS_KEY_ARN,
  COMPARTMENT,
  OCI_KEY,
  OCI_KEY_ID,
  ociBucket,
  outside,
  twins,
  unproven,
  withAws,
  withAwsAnd,
  withOci,
  withOciAnd,
} from "./builders";

const ARGUMENT = "argument-inside";
const FLOW = "flow-inside";
const BUCKET_KEY = "/resource/oci_objectstorage_bucket/b/kms_key_id";
const ACCOUNT = "123456789012";

const bucket = (kms_key_id: unknown, more: object = {}) =>
  withOci({ ...OCI_KEY, oci_objectstorage_bucket: { b: ociBucket({ kms_key_id }) } }, more);

const queue = (kms_master_key_id: string) =>
  withAws({ aws_sqs_queue: { r: { name: "q", kms_master_key_id } } });

export const KEYS: Family = {
  title: "Keys and vaults",
  evasions: [
    twins({
      id: "vault-replica-abroad",
      tries: "Replicates a vault, with every key in it, to a region abroad.",
      make: (replica_region: string) =>
        withOci({
          oci_kms_vault_replication: {
            r: { vault_id: "ocid1.vault.oc1.iad.v.aaaa", replica_region },
          },
        }),
      abroad: "eu-frankfurt-1",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, "/resource/oci_kms_vault_replication/r/replica_region"),
      because: "the replica is in Phoenix",
    }),
    twins({
      id: "key-ocid-abroad",
      tries: "Encrypts a bucket with a key whose OCID names a region abroad.",
      make: (key: string) => bucket(key),
      abroad: "ocid1.key.oc1.lhr.vault.aaaa",
      home: "ocid1.key.oc1.iad.vault.aaaa",
      expected: outside(ARGUMENT, BUCKET_KEY),
      because: "the OCID names Ashburn",
    }),
    twins({
      id: "key-reference-abroad",
      tries: "Encrypts with a key that another resource makes abroad.",
      make: (region: string) =>
        withOciAnd(region, {
          oci_kms_key: { k: { ...OCI_KEY.oci_kms_key.k, provider: "oci.other" } },
          oci_objectstorage_bucket: { b: ociBucket() },
        }),
      abroad: "ap-seoul-1",
      home: "us-phoenix-1",
      expected: outside(FLOW, BUCKET_KEY),
      because: "the key lies in Phoenix",
    }),
    twins({
      id: "key-ocid-without-region",
      tries: "Names a key by an OCID that leaves its region out.",
      make: (key: string) => bucket(key, { locals: { used_by: "backup" } }),
      abroad: "ocid1.key.oc1..vault.aaaa",
      home: "ocid1.key.oc1.us-ashburn-1.vault.aaaa",
      expected: unproven(FLOW, BUCKET_KEY),
      because: "the OCID writes the region out",
    }),
    twins({
      id: "key-from-variable",
      tries: "Lets whoever runs Terraform choose the key.",
      make: (key: string) => bucket(key, { variable: { key: { default: "" } } }),
      abroad: "${var.key}",
      home: OCI_KEY_ID,
      expected: unproven(FLOW, BUCKET_KEY),
      because: "the key is of the same stack",
    }),
    twins({
      id: "key-management-endpoint-abroad",
      tries: "Creates a key in a vault abroad by the vault's endpoint, from a provider at home.",
      make: (region: string) =>
        withOci({
          oci_kms_key: {
            k: {
              ...OCI_KEY.oci_kms_key.k,
              management_endpoint: `https://v-management.kms.${region}.oraclecloud.com`,
            },
          },
        }),
      abroad: "eu-milan-1",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, "/resource/oci_kms_key/k/management_endpoint"),
      because: "the vault is in Phoenix",
    }),
    twins({
      id: "external-key-manager-abroad",
      tries: "Keeps the root of trust in a key manager that can stand anywhere.",
      make: (external_vault_endpoint_url: string) =>
        withOci({
          oci_kms_vault: {
            r: {
              compartment_id: COMPARTMENT,
              display_name: "v",
              vault_type: "EXTERNAL",
              external_key_manager_metadata: {
                external_vault_endpoint_url,
                private_endpoint_id: "ocid1.kmsprivateendpoint.oc1.iad.aaaa",
                oauth_metadata: {
                  client_app_id: "c",
                  client_app_secret: "${var.secret}",
                  idcs_account_name_url: "https://idcs-1234.identity.oraclecloud.com",
                },
              },
            },
          },
        }),
      abroad: "https://keys.example.com/api",
      home: "https://keys.corp.internal/api",
      expected: unproven(
        FLOW,
        "/resource/oci_kms_vault/r/external_key_manager_metadata/external_vault_endpoint_url",
      ),
      because: "the host is one of the own network",
    }),
    twins({
      id: "volume-replica-key-abroad",
      tries: "Keeps the replica at home and its key abroad.",
      make: (xrr_kms_key_id: string) =>
        withOci({
          ...OCI_KEY,
          oci_core_volume: {
            r: {
              compartment_id: COMPARTMENT,
              availability_domain: "Uocm:US-ASHBURN-AD-1",
              kms_key_id: OCI_KEY_ID,
              block_volume_replicas: { availability_domain: "Uocm:PHX-AD-2", xrr_kms_key_id },
            },
          },
        }),
      abroad: "ocid1.key.oc1.eu-stockholm-1.v.aaaa",
      home: "ocid1.key.oc1.phx.v.bbbb",
      expected: outside(
        ARGUMENT,
        "/resource/oci_core_volume/r/block_volume_replicas/xrr_kms_key_id",
      ),
      because: "the key lies beside the replica",
    }),
    twins({
      id: "aws-key-arn-abroad",
      tries: "Encrypts a queue with a key whose ARN names a region abroad.",
      make: (region: string) => queue(`arn:aws:kms:${region}:${ACCOUNT}:key/11111111-2222`),
      abroad: "ap-northeast-3",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_sqs_queue/r/kms_master_key_id"),
      because: "the ARN names N. Virginia",
    }),
    twins({
      id: "aws-key-replica-abroad",
      tries: "Replicates a multi-Region key abroad.",
      make: (region: string) =>
        withAwsAnd(region, {
          aws_kms_key: { k: { multi_region: true, enable_key_rotation: true } },
          aws_kms_replica_key: { r: { provider: "aws.other", primary_key_arn: AWS_KEY_ARN } },
        }),
      abroad: "eu-central-1",
      home: "us-west-2",
      expected: outside("resource-inside", "/provider/aws/1/region"),
      because: "the replica is in Oregon",
    }),
    twins({
      id: "aws-key-primary-abroad",
      tries: "Makes a replica at home of a key whose primary lies abroad.",
      make: (region: string) =>
        withAws({
          aws_kms_replica_key: {
            r: { primary_key_arn: `arn:aws:kms:${region}:${ACCOUNT}:key/mrk-1234` },
          },
        }),
      abroad: "eu-west-2",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_kms_replica_key/r/primary_key_arn"),
      because: "the primary is in Oregon",
    }),
    twins({
      id: "aws-external-key-store",
      tries: "Keeps keys with a proxy that can stand anywhere.",
      make: (endpoint: object) =>
        withAws({
          aws_kms_custom_key_store: {
            r: {
              custom_key_store_name: "s",
              custom_key_store_type: "EXTERNAL_KEY_STORE",
              xks_proxy_connectivity: "VPC_ENDPOINT_SERVICE",
              xks_proxy_uri_path: "/kms/xks/v1",
              ...endpoint,
            },
          },
        }),
      abroad: { xks_proxy_uri_endpoint: "https://xks.example.com" },
      home: {
        xks_proxy_uri_endpoint: "https://xks.corp.internal",
        xks_proxy_vpc_endpoint_service_name: "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d",
      },
      expected: unproven(FLOW, "/resource/aws_kms_custom_key_store/r/xks_proxy_uri_endpoint"),
      because: "the proxy is reached in the own network",
    }),
  ],
};
