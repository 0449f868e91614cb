import type { Family } from "../evasion";
import { COMPARTMENT, ociResource, outside, twins, unproven } from "./builders";

const FLOW = "flow-inside";
const OUT = "data-subnet-egress-inside";

const connection = (connection_type: string, more: object) =>
  ociResource("oci_golden_gate_connection", {
    display_name: "c",
    connection_type,
    technology_type: connection_type,
    ...more,
  });

const PROJECT = "ocid1.datascienceproject.oc1.iad.aaaa";
const SUBNET = "ocid1.subnet.oc1.iad.aaaa";

export const UNNAMED_PLACES: Family = {
  title: "Places that no argument needs to name",
  evasions: [
    twins({
      id: "database-backup-in-other-region",
      tries: "Keeps a backup in another region without a word about which.",
      make: (region: object) =>
        ociResource("oci_database_autonomous_database_backup", {
          autonomous_database_id: "ocid1.autonomousdatabase.oc1.iad.aaaa",
          backup_destination_details: { type: "DBRS", is_remote: true, ...region },
        }),
      abroad: {},
      home: { remote_region: "us-phoenix-1" },
      expected: unproven(
        FLOW,
        "/resource/oci_database_autonomous_database_backup/r/backup_destination_details/is_remote",
      ),
      because: "the other region is Phoenix",
    }),
    twins({
      id: "integration-copied-by-oracle",
      tries: "Lets Oracle run a second instance in a region of its choice.",
      make: (region: string) => ({
        provider: { oci: [{ region }] },
        resource: {
          oci_integration_integration_instance: {
            r: {
              compartment_id: COMPARTMENT,
              display_name: "i",
              integration_instance_type: "ENTERPRISEX",
              is_byol: false,
              is_disaster_recovery_enabled: true,
              message_packs: 1,
              network_endpoint_details: {
                network_endpoint_type: "PUBLIC",
                allowlisted_http_ips: ["198.51.100.0/24"],
              },
            },
          },
        },
      }),
      abroad: "us-sanjose-1",
      home: "us-ashburn-1",
      expected: unproven(
        FLOW,
        "/resource/oci_integration_integration_instance/r/is_disaster_recovery_enabled",
      ),
      because: "Ashburn is paired with Phoenix",
    }),
    twins({
      id: "stream-to-warehouse-of-other-cloud",
      tries: "Streams a database to a warehouse of another cloud, which has no address.",
      make: ([type, more]: readonly [string, object]) => connection(type, more),
      abroad: [
        "GOOGLE_BIGQUERY",
        { service_account_key_file_secret_id: "ocid1.vaultsecret.oc1.iad.aaaa" },
      ],
      home: ["OCI_OBJECT_STORAGE", { region: "us-ashburn-1" }],
      expected: unproven(FLOW, "/resource/oci_golden_gate_connection/r/connection_type"),
      because: "it streams to Object Storage in Ashburn",
    }),
    twins({
      id: "lake-storage-of-other-cloud",
      tries: "Keeps the tables of a data lake in a project of another cloud.",
      make: (storage: object) =>
        connection("ICEBERG", { catalog: { catalog_type: "HADOOP" }, storage }),
      abroad: { storage_type: "GOOGLE_CLOUD_STORAGE", bucket: "b", project_id: "p" },
      home: { storage_type: "AMAZON_S3", bucket: "b", region: "us-east-1" },
      expected: unproven(FLOW, "/resource/oci_golden_gate_connection/r/storage/storage_type"),
      because: "the bucket is in N. Virginia",
    }),
    twins({
      id: "notebook-in-network-of-oracle",
      tries: "Works on data in a notebook without a subnet, from where the internet is reached.",
      make: (network: object) =>
        ociResource("oci_datascience_notebook_session", {
          project_id: PROJECT,
          notebook_session_config_details: { shape: "VM.Standard.E4.Flex", ...network },
        }),
      abroad: {},
      home: { subnet_id: SUBNET },
      expected: outside(OUT, "/resource/oci_datascience_notebook_session/r"),
      because: "it works in a subnet",
    }),
    twins({
      id: "application-in-network-of-oracle",
      tries: "Hosts an application beside a model, in a network that reaches the internet.",
      make: (outbound_networking_config: object) =>
        ociResource("oci_generative_ai_hosted_application", {
          display_name: "a",
          networking_config: {
            inbound_networking_config: {
              endpoint_mode: "PRIVATE",
              private_endpoint_id: "ocid1.generativeaiprivateendpoint.oc1.iad.aaaa",
            },
            outbound_networking_config,
          },
        }),
      abroad: { network_mode: "MANAGED" },
      home: { network_mode: "CUSTOM", custom_subnet_id: SUBNET },
      expected: outside(
        OUT,
        "/resource/oci_generative_ai_hosted_application/r/networking_config/outbound_networking_config/network_mode",
      ),
      because: "it works in a subnet",
    }),
    twins({
      id: "cluster-with-gateway-of-oracle",
      tries: "Asks for a NAT gateway in the network that Oracle makes for a cluster.",
      make: (is_nat_gateway_required: boolean) =>
        ociResource("oci_bds_bds_instance", {
          cluster_admin_password: "c2VjcmV0",
          cluster_public_key: "ssh-rsa AAAA",
          cluster_version: "ODH2_0",
          display_name: "c",
          is_high_availability: true,
          is_secure: true,
          kms_key_id: "ocid1.key.oc1.iad.vault.aaaa",
          network_config: { is_nat_gateway_required },
        }),
      abroad: true,
      home: false,
      expected: outside(
        OUT,
        "/resource/oci_bds_bds_instance/r/network_config/is_nat_gateway_required",
      ),
      because: "the gateways are those of the own network",
    }),
    twins({
      id: "job-in-network-of-oracle",
      tries: "Runs jobs in Oracle's own network, although a subnet is named.",
      make: (job_infrastructure_type: string) =>
        ociResource("oci_datascience_job", {
          project_id: PROJECT,
          job_infrastructure_configuration_details: {
            job_infrastructure_type,
            shape_name: "VM.Standard.E4.Flex",
            subnet_id: SUBNET,
          },
        }),
      abroad: "ME_STANDALONE",
      home: "STANDALONE",
      expected: outside(
        OUT,
        "/resource/oci_datascience_job/r/job_infrastructure_configuration_details/job_infrastructure_type",
      ),
      because: "the type works in the subnet",
    }),
  ],
};
