import { checkJson } from "../../support/check-json";
import { at, one, saidBy } from "../../support/of-rule";

const said = (type: string, body: object) => saidBy("no-public-endpoint", one(type, body));

const SUBNET = "${oci_core_subnet.s.id}";
const PUBLIC = { network_endpoint_details: { network_endpoint_type: "PUBLIC" } };

describe("no-public-endpoint", () => {
  test.each<[string, object, string, object]>([
    ["oci_database_autonomous_database", {}, "", { subnet_id: SUBNET }],
    [
      "oci_database_autonomous_database",
      { whitelisted_ips: ["0.0.0.0/0"] },
      "whitelisted_ips/0",
      { whitelisted_ips: ["198.51.100.0/24", "ocid1.vcn.oc1.iad.aaaa;10.0.0.0/16"] },
    ],
    [
      "oci_database_autonomous_database",
      { whitelisted_ips: [] },
      "",
      { autonomous_container_database_id: "${oci_database_autonomous_container_database.c.id}" },
    ],
    [
      "oci_analytics_analytics_instance",
      {},
      "",
      { network_endpoint_details: { network_endpoint_type: "PRIVATE" } },
    ],
    [
      "oci_analytics_analytics_instance",
      PUBLIC,
      "network_endpoint_details/network_endpoint_type",
      {
        network_endpoint_details: {
          network_endpoint_type: "PUBLIC",
          whitelisted_ips: ["198.51.100.7"],
        },
      },
    ],
    [
      "oci_apigateway_gateway",
      { endpoint_type: "PUBLIC" },
      "endpoint_type",
      { endpoint_type: "PRIVATE" },
    ],
    ["oci_artifacts_container_repository", { is_public: true }, "is_public", { is_public: false }],
    [
      "oci_containerengine_cluster",
      { endpoint_config: { subnet_id: SUBNET, is_public_ip_enabled: true } },
      "endpoint_config/is_public_ip_enabled",
      { endpoint_config: { subnet_id: SUBNET, is_public_ip_enabled: false } },
    ],
    ["oci_containerengine_cluster", {}, "", { endpoint_config: [{ subnet_id: SUBNET }] }],
    [
      "oci_core_instance",
      { create_vnic_details: { assign_public_ip: "true" } },
      "create_vnic_details/assign_public_ip",
      { create_vnic_details: { assign_public_ip: "false" } },
    ],
    [
      "oci_core_public_ip",
      { private_ip_id: "${var.ip}" },
      "private_ip_id",
      { lifetime: "RESERVED" },
    ],
    [
      "oci_container_instances_container_instance",
      { vnics: [{ is_public_ip_assigned: true }] },
      "vnics/0/is_public_ip_assigned",
      { vnics: [{ is_public_ip_assigned: false }] },
    ],
    ["oci_golden_gate_deployment", { is_public: true }, "is_public", {}],
    ["oci_streaming_stream_pool", {}, "", { private_endpoint_settings: { subnet_id: SUBNET } }],
    ["aws_db_instance", { publicly_accessible: true }, "publicly_accessible", {}],
    ["aws_redshift_cluster", { publicly_accessible: "true" }, "publicly_accessible", {}],
    [
      "aws_eks_cluster",
      { vpc_config: { subnet_ids: ["s"] } },
      "vpc_config",
      { vpc_config: { endpoint_public_access: false } },
    ],
    [
      "aws_eks_cluster",
      { vpc_config: { public_access_cidrs: ["0.0.0.0/1", "128.0.0.0/1"] } },
      "vpc_config/public_access_cidrs/0",
      { vpc_config: { public_access_cidrs: ["198.51.100.0/24"] } },
    ],
    ["aws_opensearch_domain", {}, "", { vpc_options: { subnet_ids: ["${aws_subnet.s.id}"] } }],
    [
      "aws_msk_cluster",
      {
        broker_node_group_info: {
          connectivity_info: { public_access: { type: "SERVICE_PROVIDED_EIPS" } },
        },
      },
      "broker_node_group_info/connectivity_info/public_access/type",
      { broker_node_group_info: { connectivity_info: { public_access: { type: "DISABLED" } } } },
    ],
    [
      "aws_lambda_function_url",
      { authorization_type: "NONE" },
      "authorization_type",
      { authorization_type: "AWS_IAM" },
    ],
    ["aws_api_gateway_rest_api", {}, "", { endpoint_configuration: { types: ["PRIVATE"] } }],
    [
      "aws_api_gateway_rest_api",
      { endpoint_configuration: { types: ["REGIONAL"] } },
      "endpoint_configuration/types/0",
      { endpoint_configuration: { types: ["PRIVATE"] } },
    ],
    ["aws_instance", { associate_public_ip_address: true }, "associate_public_ip_address", {}],
    ["aws_eip", { instance: "${aws_instance.i.id}" }, "instance", { domain: "vpc" }],
    ["aws_transfer_server", {}, "", { endpoint_type: "VPC" }],
    ["aws_ami_launch_permission", { group: "all" }, "group", { account_id: "123456789012" }],
    [
      "aws_db_snapshot",
      { shared_accounts: ["all"] },
      "shared_accounts/0",
      { shared_accounts: ["123456789012"] },
    ],
  ])("fails %s %j at %j, and passes %j", (type, open, argument, closed) => {
    expect(said(type, open)).toEqual([`outside ${at(type, argument)}`]);
    expect(said(type, closed)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["aws_db_instance", { publicly_accessible: "${var.public}" }, "publicly_accessible"],
    ["oci_apigateway_gateway", { endpoint_type: "${var.type}" }, "endpoint_type"],
    ["oci_database_autonomous_database", { whitelisted_ips: "${var.office}" }, "whitelisted_ips"],
  ])("leaves %s %j unproven", (type, body, argument) => {
    expect(said(type, body)).toEqual([`unproven ${at(type, argument)}`]);
  });

  test.each<[string, object, number]>([
    ["${var.is_private ? oci_core_subnet.s.id : null}", {}, 1],
    ["${try(oci_core_subnet.s[0].id, null)}", {}, 1],
    ["${var.subnet}", { subnet: { default: null } }, 1],
    ["${var.subnet}", { subnet: {} }, 0],
    ["${var.subnet}", { subnet: { default: "ocid1.subnet.oc1.iad.aaaa" } }, 0],
    ["${var.a ? oci_core_subnet.a.id : oci_core_subnet.b.id}", {}, 0],
  ])(
    "takes the subnet %s, with the variables %j, for one that can be left out or not",
    (subnet_id, variable, found) => {
      const json = { ...one("oci_database_autonomous_database", { subnet_id }), variable };
      expect(saidBy("no-public-endpoint", json)).toHaveLength(found);
    },
  );

  test.each([
    ["1", 1],
    ["0", 0],
    ["TRUE", 1],
    [1, 1],
  ])(
    "takes publicly_accessible %j for the boolean that Terraform makes of it",
    (publicly_accessible, found) => {
      expect(said("aws_db_instance", { publicly_accessible })).toHaveLength(found);
    },
  );

  test("fails a permission for everybody to call a function, and passes one for a bucket", () => {
    const type = "aws_lambda_permission";
    expect(said(type, { principal: "*" })).toEqual([`outside ${at(type, "principal")}`]);
    expect(said(type, { principal: "*", principal_org_id: "o-1" })).toEqual([]);
    expect(said(type, { principal: "s3.amazonaws.com" })).toEqual([]);
    expect(
      said(type, { principal: "*", principal_org_id: "o-1", function_url_auth_type: "NONE" }),
    ).toEqual([`outside ${at(type, "function_url_auth_type")}`]);
  });

  test.each([
    { vpc_config: "x" },
    { vpc_config: [null, 1, ["a"]] },
    { dynamic: { vpc_config: 1 } },
  ])("judges a body of another form without failing itself: %j", (body) => {
    expect(() => checkJson(one("aws_eks_cluster", body))).not.toThrow();
  });
});
