import type { Family } from "../evasion";
import {
  AWS_KEY,
  AWS_KEY_ARN,
  COMPARTMENT,
  OCI_KEY,
  OCI_KEY_ID,
  outside,
  twins,
  withAws,
  withOci,
} from "./builders";

const RULE = "no-public-endpoint";

const oci = (type: string, body: object) =>
  withOci({ ...OCI_KEY, [type]: { r: { compartment_id: COMPARTMENT, ...body } } });

const aws = (type: string, body: object) => withAws({ ...AWS_KEY, [type]: { r: body } });

const IMAGE = "ocid1.image.oc1.iad.aaaa";

const database = (body: object) =>
  oci("oci_database_autonomous_database", { db_name: "d", kms_key_id: OCI_KEY_ID, ...body });

export const PUBLIC_ENDPOINTS: Family = {
  title: "Public endpoints",
  evasions: [
    twins({
      id: "autonomous-database-public",
      tries: "Leaves the subnet of a database out, so that its endpoint is public.",
      make: (body: object) =>
        oci("oci_database_autonomous_database", {
          db_name: "d",
          kms_key_id: OCI_KEY_ID,
          ...body,
        }),
      abroad: {},
      home: { subnet_id: "ocid1.subnet.oc1.iad.aaaa" },
      expected: outside(RULE),
      because: "the endpoint is in a subnet",
    }),
    twins({
      id: "cluster-endpoint-public",
      tries: "Gives a Kubernetes API a public address.",
      make: (is_public_ip_enabled: boolean) =>
        oci("oci_containerengine_cluster", {
          name: "c",
          kubernetes_version: "v1.33.1",
          vcn_id: "ocid1.vcn.oc1.iad.aaaa",
          kms_key_id: OCI_KEY_ID,
          endpoint_config: { is_public_ip_enabled, subnet_id: "ocid1.subnet.oc1.iad.aaaa" },
        }),
      abroad: true,
      home: false,
      expected: outside(RULE),
      because: "the address is private",
    }),
    twins({
      id: "analytics-public",
      tries: "Opens an analytics instance to the internet.",
      make: (endpoint: object) =>
        oci("oci_analytics_analytics_instance", {
          name: "a",
          feature_set: "ENTERPRISE_ANALYTICS",
          license_type: "LICENSE_INCLUDED",
          capacity: { capacity_type: "OLPU_COUNT", capacity_value: 2 },
          kms_key_id: OCI_KEY_ID,
          network_endpoint_details: endpoint,
        }),
      abroad: { network_endpoint_type: "PUBLIC", whitelisted_ips: ["0.0.0.0/0"] },
      home: { network_endpoint_type: "PRIVATE", subnet_id: "ocid1.subnet.oc1.iad.aaaa" },
      expected: outside(RULE),
      because: "the endpoint is in a subnet",
    }),
    twins({
      id: "aws-database-public",
      tries: "Gives a database a public address.",
      make: (publicly_accessible: boolean) =>
        aws("aws_db_instance", {
          engine: "postgres",
          instance_class: "db.t4g.micro",
          storage_encrypted: true,
          kms_key_id: AWS_KEY_ARN,
          publicly_accessible,
        }),
      abroad: true,
      home: false,
      expected: outside(RULE, "/resource/aws_db_instance/r/publicly_accessible"),
      because: "the address is private",
    }),
    twins({
      id: "aws-cluster-endpoint-public",
      tries: "Opens a Kubernetes API to the internet.",
      make: (endpoint_public_access: boolean) =>
        aws("aws_eks_cluster", {
          name: "c",
          role_arn: "arn:aws:iam::123456789012:role/r",
          encryption_config: { resources: ["secrets"], provider: { key_arn: AWS_KEY_ARN } },
          vpc_config: {
            subnet_ids: ["subnet-0a1b2c3d"],
            endpoint_private_access: true,
            endpoint_public_access,
          },
        }),
      abroad: true,
      home: false,
      expected: outside(RULE),
      because: "the endpoint is private",
    }),
    twins({
      id: "aws-function-url-public",
      tries: "Gives a function a URL that everybody can call.",
      make: (authorization_type: string) =>
        aws("aws_lambda_function_url", { function_name: "f", authorization_type }),
      abroad: "NONE",
      home: "AWS_IAM",
      expected: outside(RULE),
      because: "callers must be known",
    }),
    twins({
      id: "database-open-to-every-address",
      tries: "Lists every address among those that may reach a database.",
      make: (range: string) => database({ whitelisted_ips: [range] }),
      abroad: "0.0.0.0/0",
      home: "198.51.100.0/24",
      expected: outside(RULE),
      because: "one network may reach it",
    }),
    twins({
      id: "database-open-in-halves",
      tries: "Lists every address in two halves.",
      make: (halves: readonly string[]) => database({ whitelisted_ips: halves }),
      abroad: ["0.0.0.0/1", "128.0.0.0/1"],
      home: ["198.51.100.0/25", "198.51.100.128/25"],
      expected: outside(RULE),
      because: "the halves of one network",
    }),
    twins({
      id: "gateway-public",
      tries: "Publishes an API without a firewall before it.",
      make: (endpoint_type: string) =>
        oci("oci_apigateway_gateway", { endpoint_type, subnet_id: "ocid1.subnet.oc1.iad.aaaa" }),
      abroad: "PUBLIC",
      home: "PRIVATE",
      expected: outside(RULE, "/resource/oci_apigateway_gateway/r/endpoint_type"),
      because: "the gateway is private",
    }),
    twins({
      id: "instance-public-address",
      tries: "Gives an instance a public address.",
      make: (assign_public_ip: unknown) =>
        oci("oci_core_instance", {
          availability_domain: "Uocm:US-ASHBURN-AD-1",
          shape: "VM.Standard.E5.Flex",
          create_vnic_details: { subnet_id: "ocid1.subnet.oc1.iad.aaaa", assign_public_ip },
          source_details: {
            source_type: "image",
            source_id: "ocid1.image.oc1.iad.aaaa",
            kms_key_id: OCI_KEY_ID,
          },
        }),
      abroad: "true",
      home: "false",
      expected: outside(RULE, "/resource/oci_core_instance/r/create_vnic_details/assign_public_ip"),
      because: "it has a private address only",
    }),
    twins({
      id: "repository-public",
      tries: "Gives container images to everybody.",
      make: (is_public: boolean) =>
        oci("oci_artifacts_container_repository", { display_name: "r", is_public }),
      abroad: true,
      home: false,
      expected: outside(RULE, "/resource/oci_artifacts_container_repository/r/is_public"),
      because: "pulling takes a permission",
    }),
    twins({
      id: "aws-snapshot-shared",
      tries: "Shares a snapshot of a database with every account.",
      make: (account: string) =>
        aws("aws_db_snapshot", {
          db_instance_identifier: "d",
          db_snapshot_identifier: "s",
          shared_accounts: [account],
        }),
      abroad: "all",
      home: "123456789012",
      expected: outside(RULE),
      because: "one account may restore it",
    }),
    twins({
      id: "aws-image-shared",
      tries: "Gives a machine image to everybody.",
      make: (body: object) =>
        aws("aws_ami_launch_permission", { image_id: "ami-0a1b2c3d", ...body }),
      abroad: { group: "all" },
      home: { account_id: "123456789012" },
      expected: outside(RULE),
      because: "one account may start it",
    }),
    twins({
      id: "aws-api-at-the-edge",
      tries: "Publishes an API at edge locations, which is the default.",
      make: (body: object) => aws("aws_api_gateway_rest_api", { name: "a", ...body }),
      abroad: {},
      home: { endpoint_configuration: { types: ["PRIVATE"] } },
      expected: outside(RULE),
      because: "the API is private",
    }),
    twins({
      id: "aws-database-public-by-number",
      tries: "Writes 1 as a text, which Terraform takes for true.",
      make: (publicly_accessible: string) =>
        aws("aws_db_instance", {
          engine: "mariadb",
          instance_class: "db.t4g.micro",
          storage_encrypted: true,
          kms_key_id: AWS_KEY_ARN,
          publicly_accessible,
        }),
      abroad: "1",
      home: "0",
      expected: outside(RULE, "/resource/aws_db_instance/r/publicly_accessible"),
      because: "0 is false",
    }),
    twins({
      id: "aws-function-for-everybody",
      tries: "Lets everybody call a function by a permission, without any document.",
      make: (more: object) =>
        aws("aws_lambda_permission", {
          action: "lambda:InvokeFunction",
          function_name: "f",
          ...more,
        }),
      abroad: { principal: "*" },
      home: { principal: "s3.amazonaws.com", source_arn: "arn:aws:s3:::b" },
      expected: outside(RULE, "/resource/aws_lambda_permission/r/principal"),
      because: "one bucket may call it",
    }),
    twins({
      id: "database-standby-public",
      tries:
        "Gives the standby of a database an address list of its own, which lists every address.",
      make: (network: string) =>
        database({
          whitelisted_ips: ["198.51.100.0/24"],
          are_primary_whitelisted_ips_used: false,
          standby_whitelisted_ips: [network],
        }),
      abroad: "0.0.0.0/0",
      home: "198.51.100.0/24",
      expected: outside(RULE),
      because: "one network may reach the standby",
    }),
    twins({
      id: "integration-designer-public",
      tries: "Opens the designer of an integration to every address, behind a list for the rest.",
      make: (network: string) =>
        oci("oci_integration_integration_instance", {
          display_name: "i",
          integration_instance_type: "ENTERPRISEX",
          is_byol: false,
          message_packs: 1,
          network_endpoint_details: {
            network_endpoint_type: "PUBLIC",
            allowlisted_http_ips: ["198.51.100.0/24"],
            design_time: { allowlisted_http_ips: [network] },
          },
        }),
      abroad: "0.0.0.0/0",
      home: "198.51.100.0/25",
      expected: outside(RULE),
      because: "one network may design",
    }),
    twins({
      id: "node-pool-public-address",
      tries: "Gives the nodes of a cluster a public address on their second interface.",
      make: (assign_public_ip: boolean) =>
        oci("oci_containerengine_node_pool", {
          cluster_id: "ocid1.cluster.oc1.iad.aaaa",
          name: "p",
          node_shape: "VM.Standard.E5.Flex",
          node_config_details: {
            kms_key_id: OCI_KEY_ID,
            size: 1,
            placement_configs: {
              availability_domain: "Uocm:US-ASHBURN-AD-1",
              subnet_id: "ocid1.subnet.oc1.iad.aaaa",
            },
          },
          secondary_vnics: { create_vnic_details: { assign_public_ip } },
        }),
      abroad: true,
      home: false,
      expected: outside(RULE),
      because: "the second interface is private too",
    }),
    {
      id: "image-in-marketplace",
      tries: "Publishes a machine image in the Marketplace.",
      config: oci("oci_marketplace_publication", {
        is_agreement_acknowledged: true,
        listing_type: "COMMUNITY",
        name: "i",
        short_description: "i",
        package_details: { image_id: IMAGE, package_type: "IMAGE", package_version: "1" },
      }),
      expected: [outside(RULE)],
      lookAlikes: [
        {
          because: "an image of the tenancy",
          config: oci("oci_core_image", {
            display_name: "i",
            instance_id: "ocid1.instance.oc1.iad.aaaa",
          }),
        },
      ],
    },
  ],
};
