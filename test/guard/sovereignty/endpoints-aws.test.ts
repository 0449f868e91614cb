import { at } from "../../support/of-rule";
import { exposed, nested, open } from "./told";

const said = (type: string, body: object) => exposed("no-public-endpoint", type, body);

const PRIVATE_API = {
  EDGE: 'Set endpoint_configuration.types to ["PRIVATE"].',
  REGIONAL:
    'Set endpoint_configuration.types to ["PRIVATE"], or publish it by a load balancer with a firewall that admits allowed countries.',
};
const SHARED = "Name accounts of your own in shared_accounts.";
const CIDRS =
  "Set vpc_config.endpoint_public_access to false, or vpc_config.public_access_cidrs to the addresses that may reach it.";
const ROLE = "Set direct_internet_access to Disabled, with a subnet of yours.";
const PERMISSION = "Name a principal, or a source_arn that it acts for.";

describe("no-public-endpoint on AWS", () => {
  test.each<[string, string, string]>([
    ["aws_db_instance", "publicly_accessible", "has a public endpoint"],
    ["aws_dms_replication_instance", "publicly_accessible", "has a public endpoint"],
    ["aws_ecs_service", "network_configuration.assign_public_ip", "has a public IP address"],
    ["aws_ecs_task_set", "network_configuration.assign_public_ip", "has a public IP address"],
    ["aws_instance", "associate_public_ip_address", "has a public IP address"],
    ["aws_launch_configuration", "associate_public_ip_address", "has a public IP address"],
    [
      "aws_launch_template",
      "network_interfaces.associate_public_ip_address",
      "has a public IP address",
    ],
    ["aws_lightsail_database", "publicly_accessible", "has a public endpoint"],
    ["aws_m2_environment", "publicly_accessible", "has a public endpoint"],
    ["aws_mq_broker", "publicly_accessible", "has a public endpoint"],
    ["aws_neptune_cluster_instance", "publicly_accessible", "has a public endpoint"],
    ["aws_neptunegraph_graph", "public_connectivity", "has a public endpoint"],
    ["aws_rds_cluster_instance", "publicly_accessible", "has a public endpoint"],
    ["aws_rds_shard_group", "publicly_accessible", "has a public endpoint"],
    ["aws_redshift_cluster", "publicly_accessible", "has a public endpoint"],
    ["aws_redshiftserverless_workgroup", "publicly_accessible", "has a public endpoint"],
    ["aws_spot_instance_request", "associate_public_ip_address", "has a public IP address"],
    ["aws_timestreaminfluxdb_db_cluster", "publicly_accessible", "has a public endpoint"],
    ["aws_timestreaminfluxdb_db_instance", "publicly_accessible", "has a public endpoint"],
  ])("fails %s whose %s is true, and passes one without it", (type, argument, says) => {
    const path = at(type, argument.replaceAll(".", "/"));
    expect(said(type, nested(argument, true))).toEqual([
      open(type, path, says, `Set ${argument} to false.`),
    ]);
    expect(said(type, nested(argument, false))).toEqual([]);
    expect(said(type, {})).toEqual([]);
  });

  test.each<[string, object, string, string, string, object]>([
    [
      "aws_ami_launch_permission",
      { group: "all" },
      "group",
      "gives an image to everybody",
      "Name accounts of your own in account_id instead.",
      { account_id: "123456789012" },
    ],
    [
      "aws_apigatewayv2_api",
      { disable_execute_api_endpoint: false },
      "disable_execute_api_endpoint",
      "is a public API",
      "Set disable_execute_api_endpoint to true, or use a private REST API.",
      { disable_execute_api_endpoint: true },
    ],
    [
      "aws_apigatewayv2_api",
      {},
      "",
      "is a public API",
      "Set disable_execute_api_endpoint to true, or use a private REST API.",
      { disable_execute_api_endpoint: true },
    ],
    [
      "aws_apprunner_service",
      {},
      "",
      "has a public endpoint",
      "Set network_configuration.ingress_configuration.is_publicly_accessible to false.",
      nested("network_configuration.ingress_configuration.is_publicly_accessible", false),
    ],
    [
      "aws_appsync_graphql_api",
      { visibility: "GLOBAL" },
      "visibility",
      "is a public API",
      "Set visibility to PRIVATE.",
      { visibility: "PRIVATE" },
    ],
    [
      "aws_appsync_graphql_api",
      {},
      "",
      "is a public API",
      "Set visibility to PRIVATE.",
      { visibility: "PRIVATE" },
    ],
    [
      "aws_db_cluster_snapshot",
      { shared_accounts: ["all"] },
      "shared_accounts/0",
      "is shared with everybody",
      SHARED,
      { shared_accounts: ["123456789012"] },
    ],
    [
      "aws_db_snapshot",
      { shared_accounts: ["all"] },
      "shared_accounts/0",
      "is shared with everybody",
      SHARED,
      {},
    ],
    [
      "aws_eip",
      { instance: "i-1" },
      "instance",
      "is a public address of a network interface",
      "Leave instance out; reach it by a private network.",
      {},
    ],
    [
      "aws_eip",
      { network_interface: "eni-1" },
      "network_interface",
      "is a public address of a network interface",
      "Leave network_interface out; reach it by a private network.",
      { domain: "vpc" },
    ],
    [
      "aws_eks_cluster",
      { vpc_config: {} },
      "vpc_config",
      "has an API server with a public endpoint",
      CIDRS,
      { vpc_config: { endpoint_public_access: false } },
    ],
    [
      "aws_eks_cluster",
      { vpc_config: { endpoint_public_access: true, public_access_cidrs: ["::/0"] } },
      "vpc_config/public_access_cidrs/0",
      "has an API server with a public endpoint",
      CIDRS,
      { vpc_config: { endpoint_public_access: true, public_access_cidrs: ["198.51.100.0/24"] } },
    ],
    [
      "aws_grafana_workspace",
      {},
      "",
      "can be reached from anywhere",
      "Write network_access_control with prefix lists or VPC endpoints.",
      { network_access_control: { prefix_list_ids: ["pl-1"] } },
    ],
    [
      "aws_grafana_workspace",
      { network_access_control: { prefix_list_ids: [] } },
      "",
      "can be reached from anywhere",
      "Write network_access_control with prefix lists or VPC endpoints.",
      { network_access_control: { vpce_ids: ["vpce-1"] } },
    ],
    [
      "aws_lambda_function_url",
      { authorization_type: "NONE" },
      "authorization_type",
      "can be called by anybody",
      "Set authorization_type to AWS_IAM.",
      { authorization_type: "AWS_IAM" },
    ],
    [
      "aws_lambda_permission",
      { principal: "*" },
      "principal",
      "lets everybody call a function",
      PERMISSION,
      { principal: "*", principal_org_id: "o-1" },
    ],
    [
      "aws_lambda_permission",
      { principal: "*" },
      "principal",
      "lets everybody call a function",
      PERMISSION,
      { principal: "*", source_account: "123456789012" },
    ],
    [
      "aws_lambda_permission",
      { principal: "*" },
      "principal",
      "lets everybody call a function",
      PERMISSION,
      { principal: "*", source_arn: "arn:aws:s3:::b" },
    ],
    [
      "aws_lambda_permission",
      { function_url_auth_type: "NONE" },
      "function_url_auth_type",
      "lets everybody call a function by its URL",
      "Set function_url_auth_type to AWS_IAM.",
      { function_url_auth_type: "AWS_IAM" },
    ],
    [
      "aws_msk_cluster",
      nested(
        "broker_node_group_info.connectivity_info.public_access.type",
        "SERVICE_PROVIDED_EIPS",
      ),
      "broker_node_group_info/connectivity_info/public_access/type",
      "has public brokers",
      "Set public_access.type to DISABLED.",
      {},
    ],
    [
      "aws_mwaa_environment",
      { webserver_access_mode: "PUBLIC_ONLY" },
      "webserver_access_mode",
      "has a public web server",
      "Set webserver_access_mode to PRIVATE_ONLY.",
      {},
    ],
    [
      "aws_sagemaker_notebook_instance",
      { direct_internet_access: "Enabled" },
      "direct_internet_access",
      "has direct access to the internet",
      ROLE,
      { direct_internet_access: "Disabled" },
    ],
    [
      "aws_sagemaker_notebook_instance",
      {},
      "",
      "has direct access to the internet",
      ROLE,
      { direct_internet_access: "Disabled" },
    ],
    [
      "aws_transfer_server",
      { endpoint_type: "PUBLIC" },
      "endpoint_type",
      "has a public endpoint",
      "Set endpoint_type to VPC.",
      { endpoint_type: "VPC" },
    ],
    [
      "aws_transfer_server",
      {},
      "",
      "has a public endpoint",
      "Set endpoint_type to VPC.",
      { endpoint_type: "VPC" },
    ],
  ])("fails %s %j at %j and tells how to close it", (type, body, argument, says, fix, closed) => {
    expect(said(type, body)).toEqual([open(type, at(type, argument), says, fix)]);
    expect(said(type, closed)).toEqual([]);
  });

  test.each(["aws_elasticsearch_domain", "aws_opensearch_domain"])(
    "fails %s outside of a VPC",
    (type) => {
      expect(said(type, {})).toEqual([
        open(type, at(type), "has a public endpoint", "Write vpc_options with private subnets."),
      ]);
      expect(said(type, { vpc_options: { subnet_ids: ["subnet-1"] } })).toEqual([]);
    },
  );

  test.each(["aws_api_gateway_domain_name", "aws_api_gateway_rest_api"])(
    "fails %s at edge locations and in a region, and passes a private one",
    (type) => {
      const types = (...all: readonly string[]) =>
        said(type, { endpoint_configuration: { types: all } });
      const path = at(type, "endpoint_configuration/types/0");
      const edge = (where: string) =>
        open(type, where, "is published at edge locations worldwide", PRIVATE_API.EDGE);
      expect(said(type, {})).toEqual([edge(at(type))]);
      expect(types("EDGE")).toEqual([edge(path)]);
      expect(types("REGIONAL")).toEqual([
        open(type, path, "is a public API", PRIVATE_API.REGIONAL),
      ]);
      expect(types("PRIVATE")).toEqual([]);
    },
  );

  test("fails every address that is given to an interface", () => {
    const type = "aws_eip_association";
    expect(said(type, {})).toEqual([
      open(
        type,
        at(type),
        "gives a network interface a public address",
        "Remove it; reach the interface by a private network.",
      ),
    ]);
  });

  test.each([
    ["aws_api_gateway_rest_api", "endpoint_configuration.types", "PRIVATE"],
    ["aws_apigatewayv2_api", "disable_execute_api_endpoint", "true"],
    [
      "aws_apprunner_service",
      "network_configuration.ingress_configuration.is_publicly_accessible",
      "false",
    ],
    ["aws_appsync_graphql_api", "visibility", "PRIVATE"],
    ["aws_eks_cluster", "vpc_config.endpoint_public_access", "false"],
    ["aws_sagemaker_notebook_instance", "direct_internet_access", "Disabled"],
    ["aws_transfer_server", "endpoint_type", "VPC"],
  ])("fails %s whose %s is %s or left out", (type, argument, value) => {
    const setTo = (text: string) => said(type, nested(argument, text));
    expect(setTo(`\${var.on ? "${value}" : null}`)).toHaveLength(1);
    expect(setTo(`\${var.on ? "${value}" : "${value}"}`)).toEqual([]);
  });
});
