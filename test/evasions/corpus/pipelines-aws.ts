import type { Family } from "../evasion";
import {
  AWS_KEY,
  AWS_KEY_ARN,
  outside,
  regionVariable,
  twins,
  unproven,
  withAws,
} from "./builders";

const FLOW = "flow-inside";
const ACCOUNT = "123456789012";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;

const one = (type: string, body: object, more: object = {}) =>
  withAws({ [type]: { r: body } }, more);

const agent = (foundation_model: string) =>
  one("aws_bedrockagent_agent", {
    agent_name: "a",
    agent_resource_role_arn: `arn:aws:iam::${ACCOUNT}:role/a`,
    customer_encryption_key_arn: KEY,
    foundation_model,
  });

const coreNetwork = (location: string) => ({
  ...one("aws_networkmanager_core_network_policy_attachment", {
    core_network_id: "core-network-1",
    policy_document: "${data.aws_networkmanager_core_network_policy_document.d.json}",
  }),
  data: {
    aws_networkmanager_core_network_policy_document: {
      d: {
        core_network_configuration: { asn_ranges: ["64512-65534"], edge_locations: { location } },
        segments: { name: "s" },
      },
    },
  },
});

export const PIPELINES_AWS: Family = {
  title: "Models, shared clusters and pipelines on AWS",
  evasions: [
    twins({
      id: "aws-model-served-globally",
      tries: "Sends prompts to a model by a profile that any commercial region serves.",
      make: (geography: string) => agent(`${geography}.anthropic.claude-sonnet-4-20250514-v1:0`),
      abroad: "global",
      home: "us",
      expected: outside(FLOW, "/resource/aws_bedrockagent_agent/r/foundation_model"),
      because: "the profile stays in the United States",
    }),
    twins({
      id: "aws-model-of-other-geography",
      tries: "Sends prompts to a model by a profile of another geography.",
      make: agent,
      abroad: "eu.anthropic.claude-3-7-sonnet-20250219-v1:0",
      home: "anthropic.claude-3-haiku-20240307-v1:0",
      expected: outside(FLOW, "/resource/aws_bedrockagent_agent/r/foundation_model"),
      because: "a model without a profile stays in its region",
    }),
    twins({
      id: "aws-model-profile-copied",
      tries: "Copies a global profile, whose ARN names an allowed region.",
      make: (copied: string) =>
        one("aws_bedrock_inference_profile", {
          name: "p",
          model_source: { copy_from: `arn:aws:bedrock:us-east-1:${ACCOUNT}:${copied}` },
        }),
      abroad: "inference-profile/global.amazon.nova-2-lite-v1:0",
      home: "inference-profile/us.amazon.nova-lite-v1:0",
      expected: outside(FLOW, "/resource/aws_bedrock_inference_profile/r/model_source/copy_from"),
      because: "the copied profile stays in the United States",
    }),
    twins({
      id: "aws-guardrail-of-other-geography",
      tries: "Has prompts checked by a guardrail profile of another geography.",
      make: (guardrail_profile_identifier: string) =>
        one("aws_bedrock_guardrail", {
          name: "g",
          blocked_input_messaging: "no",
          blocked_outputs_messaging: "no",
          kms_key_arn: KEY,
          cross_region_config: { guardrail_profile_identifier },
        }),
      abroad: "apac.guardrail.v1:0",
      home: "us.guardrail.v1:0",
      expected: unproven(
        FLOW,
        "/resource/aws_bedrock_guardrail/r/cross_region_config/guardrail_profile_identifier",
      ),
      because: "the profile stays in the United States",
    }),
    twins({
      id: "aws-global-cluster-by-name",
      tries: "Joins a global cluster by its name, which tells no region.",
      make: (global_cluster_identifier: string) =>
        withAws({
          ...AWS_KEY,
          aws_rds_global_cluster: { g: { global_cluster_identifier: "ours" } },
          aws_rds_cluster: {
            r: {
              engine: "aurora-mysql",
              global_cluster_identifier,
              kms_key_id: AWS_KEY_ARN,
              storage_encrypted: true,
            },
          },
        }),
      abroad: "theirs",
      home: "${aws_rds_global_cluster.g.id}",
      expected: unproven(FLOW, "/resource/aws_rds_cluster/r/global_cluster_identifier"),
      because: "the stack makes the global cluster",
    }),
    twins({
      id: "aws-core-network-edge-by-variable",
      tries: "Leaves the edge of a core network to a variable, in a policy document.",
      make: (variable: object) => ({ ...coreNetwork("${var.region}"), variable }),
      abroad: { region: {} },
      home: regionVariable("us-east-1", "us-west-2"),
      expected: unproven(
        FLOW,
        "/data/aws_networkmanager_core_network_policy_document/d/core_network_configuration/edge_locations/location",
      ),
      because: "its validation lists allowed regions",
    }),
    twins({
      id: "aws-core-network-policy-unknown",
      tries: "Takes the whole policy of a core network from a variable.",
      make: (policy_document: string) =>
        one(
          "aws_networkmanager_core_network_policy_attachment",
          { core_network_id: "core-network-1", policy_document },
          { variable: { policy: {} } },
        ),
      abroad: "${var.policy}",
      home: '${jsonencode({"core-network-configuration" = {"edge-locations" = [{location = "us-east-2"}]}})}',
      expected: unproven(
        FLOW,
        "/resource/aws_networkmanager_core_network_policy_attachment/r/policy_document",
      ),
      because: "the policy is written out",
    }),
    twins({
      id: "aws-events-fail-over-by-variable",
      tries: "Lets events fail over to whatever region a variable names.",
      make: (route: string) =>
        one(
          "aws_cloudwatch_event_endpoint",
          {
            name: "e",
            event_bus: [{ event_bus_arn: `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/b` }],
            routing_config: {
              failover_config: { primary: { health_check: "h" }, secondary: { route } },
            },
          },
          { variable: { region: {} } },
        ),
      abroad: "${var.region}",
      home: "us-west-2",
      expected: unproven(
        FLOW,
        "/resource/aws_cloudwatch_event_endpoint/r/routing_config/failover_config/secondary/route",
      ),
      because: "they fail over to Oregon",
    }),
    twins({
      id: "aws-shared-snapshots-copied-by-variable",
      tries: "Copies snapshots that others share, to whatever region a variable names.",
      make: (target: string) =>
        one(
          "aws_dlm_lifecycle_policy",
          {
            description: "d",
            execution_role_arn: `arn:aws:iam::${ACCOUNT}:role/d`,
            policy_details: {
              policy_type: "EVENT_BASED_POLICY",
              action: {
                name: "a",
                cross_region_copy: {
                  target,
                  encryption_configuration: {
                    encrypted: true,
                    cmk_arn: `arn:aws:kms:us-west-2:${ACCOUNT}:key/1`,
                  },
                },
              },
            },
          },
          { variable: { region: {} } },
        ),
      abroad: "${var.region}",
      home: "us-west-2",
      expected: unproven(
        FLOW,
        "/resource/aws_dlm_lifecycle_policy/r/policy_details/action/cross_region_copy/target",
      ),
      because: "they are copied to Oregon",
    }),
    twins({
      id: "aws-stream-into-unknown-database",
      tries: "Delivers a stream into a database whose JDBC address can be anywhere.",
      make: (host: string) =>
        withAws({
          ...AWS_KEY,
          aws_kinesis_firehose_delivery_stream: {
            r: {
              name: "f",
              destination: "redshift",
              server_side_encryption: {
                enabled: true,
                key_type: "CUSTOMER_MANAGED_CMK",
                key_arn: AWS_KEY_ARN,
              },
              redshift_configuration: {
                cluster_jdbcurl: `jdbc:redshift://${host}:5439/d`,
                data_table_name: "t",
              },
            },
          },
        }),
      abroad: "warehouse.example.com",
      home: "w.c1a2.us-east-1.redshift.amazonaws.com",
      expected: unproven(
        FLOW,
        "/resource/aws_kinesis_firehose_delivery_stream/r/redshift_configuration/cluster_jdbcurl",
      ),
      because: "the warehouse is in N. Virginia",
    }),
    twins({
      id: "aws-connector-into-unknown-brokers",
      tries: "Connects to brokers that can stand anywhere.",
      make: (bootstrap_servers: string) =>
        withAws({
          ...AWS_KEY,
          aws_msk_cluster: {
            m: {
              cluster_name: "m",
              kafka_version: "3.8.x",
              number_of_broker_nodes: 3,
              encryption_info: { encryption_at_rest_kms_key_arn: AWS_KEY_ARN },
            },
          },
          aws_mskconnect_connector: {
            r: { name: "c", kafka_cluster: { apache_kafka_cluster: { bootstrap_servers } } },
          },
        }),
      abroad: "b1.example.com:9092,b2.example.com:9092",
      home: "${aws_msk_cluster.m.bootstrap_brokers_tls}",
      expected: unproven(
        FLOW,
        "/resource/aws_mskconnect_connector/r/kafka_cluster/apache_kafka_cluster/bootstrap_servers",
      ),
      because: "the brokers are of the same stack",
    }),
    twins({
      id: "aws-table-in-bucket-of-somebody",
      tries: "Keeps the rows of a table in a bucket that no stack makes.",
      make: (location: string) =>
        one("aws_glue_catalog_table", {
          name: "t",
          database_name: "d",
          storage_descriptor: { location },
        }),
      abroad: "s3://lake-of-somebody/t/",
      home: "",
      expected: unproven(FLOW, "/resource/aws_glue_catalog_table/r/storage_descriptor/location"),
      because: "a view keeps no rows",
    }),
    twins({
      id: "aws-uploads-into-bucket-of-somebody",
      tries: "Lets people upload into a bucket that no stack makes, which may lie in any region.",
      make: (target: string) =>
        one("aws_transfer_user", {
          server_id: "s-1",
          user_name: "u",
          role: `arn:aws:iam::${ACCOUNT}:role/u`,
          home_directory_type: "LOGICAL",
          home_directory_mappings: [{ entry: "/", target }],
        }),
      abroad: "/uploads-of-somebody/$${Transfer:UserName}",
      home: "/fs-0123456789abcdef0/u",
      expected: unproven(FLOW, "/resource/aws_transfer_user/r/home_directory_mappings/0/target"),
      because: "a file system lies in the server's region",
    }),
    twins({
      id: "aws-answers-into-bucket-of-somebody",
      tries: "Writes what people answer about data to a bucket that no stack makes.",
      make: (output_config: object) =>
        one("aws_sagemaker_flow_definition", {
          flow_definition_name: "f",
          role_arn: `arn:aws:iam::${ACCOUNT}:role/f`,
          output_config: { kms_key_id: KEY, ...output_config },
        }),
      abroad: { s3_output_path: "s3://answers-of-somebody/" },
      home: {},
      expected: unproven(
        FLOW,
        "/resource/aws_sagemaker_flow_definition/r/output_config/s3_output_path",
      ),
      because: "it names no bucket",
    }),
    twins({
      id: "aws-logs-of-account-by-variable",
      tries: "Subscribes all logs of an account to a destination that a variable names.",
      make: (destination: string) =>
        withAws(
          {
            ...AWS_KEY,
            aws_kinesis_stream: {
              s: { name: "s", encryption_type: "KMS", kms_key_id: AWS_KEY_ARN },
            },
            aws_cloudwatch_log_account_policy: {
              r: {
                policy_name: "p",
                policy_type: "SUBSCRIPTION_FILTER_POLICY",
                policy_document: `\${jsonencode({DestinationArn = ${destination}, FilterPattern = ""})}`,
              },
            },
          },
          { variable: { logs: {} } },
        ),
      abroad: "var.logs",
      home: "aws_kinesis_stream.s.arn",
      expected: unproven(FLOW, "/resource/aws_cloudwatch_log_account_policy/r/policy_document"),
      because: "the stream is of the same stack",
    }),
  ],
};
