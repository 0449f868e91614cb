import type { Exposure, ExposureTable } from "./exposure";

/** `argument` opens it where it is true. */
const flag = (argument: string, more: Partial<Exposure> = {}): Exposure => ({
  says: "has a public endpoint",
  argument,
  open: ["true"],
  fix: `Set ${more.block === undefined ? "" : `${more.block}.`}${argument} to false.`,
  ...more,
});

const ADDRESS: Partial<Exposure> = { says: "has a public IP address" };

const VPC_DOMAIN: readonly Exposure[] = [
  {
    says: "has a public endpoint",
    closedBy: ["vpc_options.subnet_ids"],
    fix: "Write vpc_options with private subnets.",
  },
];

const API_TYPES: readonly Exposure[] = [
  {
    says: "is published at edge locations worldwide",
    argument: "endpoint_configuration.types",
    open: ["edge"],
    unset: "open",
    fix: 'Set endpoint_configuration.types to ["PRIVATE"].',
  },
  {
    says: "is a public API",
    argument: "endpoint_configuration.types",
    open: ["regional"],
    fix: 'Set endpoint_configuration.types to ["PRIVATE"], or publish it by a load balancer with a firewall that admits allowed countries.',
  },
];

/**
 * Resource types of AWS that can be reached from the internet, and the arguments that open or close
 * them.
 *
 * Source: argument references of the provider hashicorp/aws 6, whose defaults are taken: version 5
 * still made a Redshift cluster public where nothing was said. What a security group or a load
 * balancer lets in is a question of the network, which other rules judge.
 */
export const AWS_ENDPOINTS: ExposureTable = {
  aws_ami_launch_permission: [
    {
      says: "gives an image to everybody",
      argument: "group",
      open: ["all"],
      fix: "Name accounts of your own in account_id instead.",
    },
  ],
  aws_api_gateway_domain_name: API_TYPES,
  aws_api_gateway_rest_api: API_TYPES,
  aws_apigatewayv2_api: [
    {
      says: "is a public API",
      argument: "disable_execute_api_endpoint",
      open: ["false"],
      unset: "open",
      fix: "Set disable_execute_api_endpoint to true, or use a private REST API.",
    },
  ],
  aws_apprunner_service: [
    flag("network_configuration.ingress_configuration.is_publicly_accessible", { unset: "open" }),
  ],
  aws_appsync_graphql_api: [
    {
      says: "is a public API",
      argument: "visibility",
      open: ["global"],
      unset: "open",
      fix: "Set visibility to PRIVATE.",
    },
  ],
  aws_db_cluster_snapshot: [
    {
      says: "is shared with everybody",
      argument: "shared_accounts",
      open: ["all"],
      fix: "Name accounts of your own in shared_accounts.",
    },
  ],
  aws_db_instance: [flag("publicly_accessible")],
  aws_db_snapshot: [
    {
      says: "is shared with everybody",
      argument: "shared_accounts",
      open: ["all"],
      fix: "Name accounts of your own in shared_accounts.",
    },
  ],
  aws_dms_replication_instance: [flag("publicly_accessible")],
  aws_ecs_service: [flag("assign_public_ip", { ...ADDRESS, block: "network_configuration" })],
  aws_ecs_task_set: [flag("assign_public_ip", { ...ADDRESS, block: "network_configuration" })],
  aws_eip: [
    {
      says: "is a public address of a network interface",
      openedBy: "instance",
      fix: "Leave instance out; reach it by a private network.",
    },
    {
      says: "is a public address of a network interface",
      openedBy: "network_interface",
      fix: "Leave network_interface out; reach it by a private network.",
    },
  ],
  aws_eip_association: [
    {
      says: "gives a network interface a public address",
      fix: "Remove it; reach the interface by a private network.",
    },
  ],
  aws_eks_cluster: [
    flag("endpoint_public_access", {
      says: "has an API server with a public endpoint",
      block: "vpc_config",
      unset: "open",
      ranges: "public_access_cidrs",
      fix: "Set vpc_config.endpoint_public_access to false, or vpc_config.public_access_cidrs to the addresses that may reach it.",
    }),
  ],
  aws_elasticsearch_domain: VPC_DOMAIN,
  aws_grafana_workspace: [
    {
      says: "can be reached from anywhere",
      closedBy: ["network_access_control.prefix_list_ids", "network_access_control.vpce_ids"],
      fix: "Write network_access_control with prefix lists or VPC endpoints.",
    },
  ],
  aws_instance: [flag("associate_public_ip_address", ADDRESS)],
  aws_lambda_function_url: [
    {
      says: "can be called by anybody",
      argument: "authorization_type",
      open: ["none"],
      fix: "Set authorization_type to AWS_IAM.",
    },
  ],
  aws_lambda_permission: [
    {
      says: "lets everybody call a function",
      argument: "principal",
      open: ["*"],
      closedBy: ["principal_org_id", "source_account", "source_arn"],
      fix: "Name a principal, or a source_arn that it acts for.",
    },
    {
      says: "lets everybody call a function by its URL",
      argument: "function_url_auth_type",
      open: ["none"],
      fix: "Set function_url_auth_type to AWS_IAM.",
    },
  ],
  aws_launch_configuration: [flag("associate_public_ip_address", ADDRESS)],
  aws_launch_template: [
    flag("associate_public_ip_address", { ...ADDRESS, block: "network_interfaces" }),
  ],
  aws_lightsail_database: [flag("publicly_accessible")],
  aws_m2_environment: [flag("publicly_accessible")],
  aws_mq_broker: [flag("publicly_accessible")],
  aws_msk_cluster: [
    {
      says: "has public brokers",
      argument: "broker_node_group_info.connectivity_info.public_access.type",
      open: ["service_provided_eips"],
      fix: "Set public_access.type to DISABLED.",
    },
  ],
  aws_mwaa_environment: [
    {
      says: "has a public web server",
      argument: "webserver_access_mode",
      open: ["public_only"],
      fix: "Set webserver_access_mode to PRIVATE_ONLY.",
    },
  ],
  aws_neptune_cluster_instance: [flag("publicly_accessible")],
  aws_neptunegraph_graph: [flag("public_connectivity")],
  aws_opensearch_domain: VPC_DOMAIN,
  aws_rds_cluster_instance: [flag("publicly_accessible")],
  aws_rds_shard_group: [flag("publicly_accessible")],
  aws_redshift_cluster: [flag("publicly_accessible")],
  aws_redshiftserverless_workgroup: [flag("publicly_accessible")],
  aws_sagemaker_notebook_instance: [
    {
      says: "has direct access to the internet",
      argument: "direct_internet_access",
      open: ["enabled"],
      unset: "open",
      fix: "Set direct_internet_access to Disabled, with a subnet of yours.",
    },
  ],
  aws_spot_instance_request: [flag("associate_public_ip_address", ADDRESS)],
  aws_timestreaminfluxdb_db_cluster: [flag("publicly_accessible")],
  aws_timestreaminfluxdb_db_instance: [flag("publicly_accessible")],
  aws_transfer_server: [
    {
      says: "has a public endpoint",
      argument: "endpoint_type",
      open: ["public"],
      unset: "open",
      fix: "Set endpoint_type to VPC.",
    },
  ],
};
