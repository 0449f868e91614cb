import { at } from "../../support/of-rule";
import { exposed, nested, open } from "./told";

const said = (type: string, body: object) => exposed("no-public-endpoint", type, body);

const SUBNET = "ocid1.subnet.oc1.iad.aaaa";
const OFFICE = "198.51.100.0/24";
const PRIVATE_ENDPOINT =
  "Give it a private endpoint in a subnet of yours, or a list of the addresses that may reach it.";

describe("no-public-endpoint on Oracle Cloud", () => {
  test.each<[string, object, string, string, string, object]>([
    [
      "oci_apigateway_gateway",
      { endpoint_type: "PUBLIC" },
      "endpoint_type",
      "is a public API gateway",
      "Set endpoint_type to PRIVATE, and publish it by a load balancer with a firewall that admits allowed countries.",
      {},
    ],
    [
      "oci_artifacts_container_repository",
      { is_public: true },
      "is_public",
      "gives its images to anybody",
      "Set is_public to false.",
      {},
    ],
    [
      "oci_containerengine_cluster",
      { endpoint_config: { subnet_id: SUBNET, is_public_ip_enabled: true } },
      "endpoint_config/is_public_ip_enabled",
      "has an API server with a public address",
      "Set endpoint_config.is_public_ip_enabled to false.",
      { endpoint_config: { subnet_id: SUBNET } },
    ],
    [
      "oci_containerengine_cluster",
      {},
      "",
      "has an API server outside of your network",
      "Write endpoint_config with a private subnet.",
      { endpoint_config: { subnet_id: SUBNET } },
    ],
    [
      "oci_core_public_ip",
      { private_ip_id: "ocid1.privateip.oc1.iad.aaaa" },
      "private_ip_id",
      "is a public address of a network interface",
      "Leave private_ip_id out.",
      {},
    ],
    [
      "oci_database_autonomous_database",
      {},
      "",
      "has a public endpoint",
      "Set subnet_id to a private subnet, or whitelisted_ips to the addresses that may reach it.",
      { whitelisted_ips: [OFFICE] },
    ],
    [
      "oci_database_autonomous_database",
      { whitelisted_ips: [OFFICE, "0.0.0.0/0"] },
      "whitelisted_ips/0",
      "has a public endpoint",
      "Set subnet_id to a private subnet, or whitelisted_ips to the addresses that may reach it.",
      { subnet_id: SUBNET, whitelisted_ips: ["0.0.0.0/0"] },
    ],
    [
      "oci_database_autonomous_database",
      {
        whitelisted_ips: [OFFICE],
        are_primary_whitelisted_ips_used: false,
        standby_whitelisted_ips: ["0.0.0.0/0"],
      },
      "standby_whitelisted_ips/0",
      "has an address list of its own that admits any address",
      "List the addresses that may reach it in standby_whitelisted_ips.",
      {
        whitelisted_ips: [OFFICE],
        are_primary_whitelisted_ips_used: false,
        standby_whitelisted_ips: [OFFICE],
      },
    ],
    [
      "oci_database_autonomous_database",
      { whitelisted_ips: [OFFICE], are_primary_whitelisted_ips_used: false },
      "are_primary_whitelisted_ips_used",
      "has a standby that any address can reach",
      "Set standby_whitelisted_ips to the addresses that may reach it, or leave are_primary_whitelisted_ips_used out.",
      { subnet_id: SUBNET, are_primary_whitelisted_ips_used: false },
    ],
    [
      "oci_integration_integration_instance",
      {
        network_endpoint_details: {
          network_endpoint_type: "PUBLIC",
          allowlisted_http_ips: [OFFICE],
          runtime: { allowlisted_http_ips: [OFFICE, "0.0.0.0/0"] },
        },
      },
      "network_endpoint_details/runtime/allowlisted_http_ips/0",
      "has an address list of its own that admits any address",
      "List the addresses that may reach it in network_endpoint_details.runtime.allowlisted_http_ips.",
      {
        network_endpoint_details: {
          network_endpoint_type: "PUBLIC",
          allowlisted_http_ips: [OFFICE],
          runtime: { allowlisted_http_ips: [OFFICE] },
        },
      },
    ],
    [
      "oci_generative_ai_hosted_application",
      { networking_config: { inbound_networking_config: { endpoint_mode: "PUBLIC" } } },
      "networking_config/inbound_networking_config/endpoint_mode",
      "has a public endpoint",
      "Set networking_config.inbound_networking_config.endpoint_mode to PRIVATE, with a private endpoint.",
      { networking_config: { inbound_networking_config: { endpoint_mode: "PRIVATE" } } },
    ],
    [
      "oci_generative_ai_hosted_application_iam",
      {},
      "",
      "has a public endpoint",
      "Set networking_config.inbound_networking_config.endpoint_mode to PRIVATE, with a private endpoint.",
      { networking_config: { inbound_networking_config: { endpoint_mode: "PRIVATE" } } },
    ],
    [
      "oci_golden_gate_deployment",
      { is_public: true },
      "is_public",
      "has a public console",
      "Set is_public to false.",
      {},
    ],
    [
      "oci_oce_oce_instance",
      { instance_access_type: "PUBLIC" },
      "instance_access_type",
      "has a public endpoint",
      "Set instance_access_type to PRIVATE.",
      { instance_access_type: "PRIVATE" },
    ],
    [
      "oci_oce_oce_instance",
      {},
      "",
      "has a public endpoint",
      "Set instance_access_type to PRIVATE.",
      { instance_access_type: "PRIVATE" },
    ],
    [
      "oci_streaming_stream_pool",
      {},
      "",
      "has a public endpoint",
      "Write private_endpoint_settings with a private subnet.",
      { private_endpoint_settings: { subnet_id: SUBNET } },
    ],
  ])("fails %s %j at %j and tells how to close it", (type, body, argument, says, fix, closed) => {
    expect(said(type, body)).toEqual([open(type, at(type, argument), says, fix)]);
    expect(said(type, closed)).toEqual([]);
  });

  test("fails every publication in the Marketplace", () => {
    const type = "oci_marketplace_publication";
    expect(said(type, {})).toEqual([
      open(
        type,
        at(type, ""),
        "publishes its image in the Marketplace",
        "Let the other side read the image by a policy that names it.",
      ),
    ]);
  });

  test.each<[string, string, string]>([
    ["oci_cloud_migrations_target_asset", "user_spec.create_vnic_details", "assign_public_ip"],
    ["oci_container_instances_container_instance", "vnics", "is_public_ip_assigned"],
    ["oci_containerengine_node_pool", "secondary_vnics.create_vnic_details", "assign_public_ip"],
    ["oci_core_instance", "create_vnic_details", "assign_public_ip"],
    [
      "oci_core_instance_configuration",
      "instance_details.launch_details.create_vnic_details",
      "assign_public_ip",
    ],
    [
      "oci_core_instance_configuration",
      "instance_details.secondary_vnics.create_vnic_details",
      "assign_public_ip",
    ],
    [
      "oci_core_instance_configuration",
      "instance_details.options.launch_details.create_vnic_details",
      "assign_public_ip",
    ],
    [
      "oci_core_instance_configuration",
      "instance_details.options.secondary_vnics.create_vnic_details",
      "assign_public_ip",
    ],
    ["oci_core_vnic_attachment", "create_vnic_details", "assign_public_ip"],
  ])(
    "fails a %s whose %s takes a public address, and passes one that takes none",
    (type, block, name) => {
      const path = at(type, `${block.replaceAll(".", "/")}/${name}`);
      expect(said(type, nested(block, { [name]: true }))).toEqual([
        open(
          type,
          path,
          "has a public IP address",
          `Set ${block}.${name} to false, and reach it by a bastion or a private network.`,
        ),
      ]);
      expect(said(type, nested(block, { [name]: false }))).toEqual([]);
      expect(said(type, nested(block, {}))).toEqual([]);
    },
  );

  test.each([
    ["oci_analytics_analytics_instance", "whitelisted_ips"],
    ["oci_integration_integration_instance", "allowlisted_http_ips"],
    ["oci_visual_builder_vb_instance", "allowlisted_http_ips"],
  ])("fails %s without a private endpoint or a list in %s", (type, list) => {
    const endpoint = (body: object) => said(type, { network_endpoint_details: body });
    const details = (path: string) => [
      open(type, at(type, path), "has a public endpoint", PRIVATE_ENDPOINT),
    ];
    expect(said(type, {})).toEqual(details(""));
    expect(endpoint({ network_endpoint_type: "PUBLIC" })).toEqual(
      details("network_endpoint_details/network_endpoint_type"),
    );
    expect(endpoint({ [list]: ["0.0.0.0/0"] })).toEqual(
      details(`network_endpoint_details/${list}/0`),
    );
    expect(endpoint({ network_endpoint_type: "PUBLIC", [list]: [OFFICE] })).toEqual([]);
    expect(endpoint({ network_endpoint_type: "PRIVATE" })).toEqual([]);
  });

  test.each([
    ["oci_analytics_analytics_instance", "network_endpoint_details.network_endpoint_type"],
    ["oci_integration_integration_instance", "network_endpoint_details.network_endpoint_type"],
    ["oci_oce_oce_instance", "instance_access_type"],
  ])("fails %s whose %s may be left out", (type, argument) => {
    const setTo = (value: string) => said(type, nested(argument, value));
    expect(setTo('${var.on ? "PRIVATE" : null}')).toHaveLength(1);
    expect(setTo('${var.on ? "PRIVATE" : "PRIVATE"}')).toEqual([]);
  });

  test.each([
    ["oci_database_autonomous_database", "subnet_id"],
    ["oci_database_autonomous_database", "autonomous_container_database_id"],
  ])("passes %s behind its %s", (type, argument) => {
    expect(said(type, { [argument]: "ocid1.x.oc1.iad.aaaa" })).toEqual([]);
  });
});
