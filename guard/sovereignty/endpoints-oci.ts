import type { Exposure, ExposureTable } from "./exposure";

const publicAddress = (block: string | undefined, argument: string): Exposure => ({
  says: "has a public IP address",
  ...(block === undefined ? {} : { block }),
  argument,
  open: ["true"],
  fix: `Set ${block === undefined ? "" : `${block}.`}${argument} to false, and reach it by a bastion or a private network.`,
});

const network = (
  ranges: string,
  type = "network_endpoint_details.network_endpoint_type",
): Exposure => ({
  says: "has a public endpoint",
  argument: type,
  open: ["public"],
  unset: "open",
  ranges,
  fix: "Give it a private endpoint in a subnet of yours, or a list of the addresses that may reach it.",
});

const VNIC = "create_vnic_details";

const ADB_PRIVATE = ["subnet_id", "autonomous_container_database_id"];

/** Where nothing is written no page tells which it is: it is taken for the public one. */
const HOSTED_APPLICATION: Exposure = {
  says: "has a public endpoint",
  argument: "networking_config.inbound_networking_config.endpoint_mode",
  open: ["public"],
  unset: "open",
  fix: "Set networking_config.inbound_networking_config.endpoint_mode to PRIVATE, with a private endpoint.",
};

/** A list of its own, which holds where the list of the whole is not asked. */
const ranges = (list: string, block?: string): Exposure => ({
  says: "has an address list of its own that admits any address",
  ...(block === undefined ? {} : { block }),
  openedBy: list,
  ranges: list,
  fix: `List the addresses that may reach it in ${block === undefined ? "" : `${block}.`}${list}.`,
});

/**
 * Resource types of Oracle Cloud that can be reached from the internet, and the arguments that open
 * or close them.
 *
 * Source: argument references of the provider oracle/oci 8.28. What a subnet or a load balancer lets
 * in is a question of the network, which other rules judge.
 */
export const OCI_ENDPOINTS: ExposureTable = {
  oci_analytics_analytics_instance: [network("network_endpoint_details.whitelisted_ips")],
  oci_apigateway_gateway: [
    {
      says: "is a public API gateway",
      argument: "endpoint_type",
      open: ["public"],
      fix: "Set endpoint_type to PRIVATE, and publish it by a load balancer with a firewall that admits allowed countries.",
    },
  ],
  oci_artifacts_container_repository: [
    {
      says: "gives its images to anybody",
      argument: "is_public",
      open: ["true"],
      fix: "Set is_public to false.",
    },
  ],
  oci_cloud_migrations_target_asset: [publicAddress(`user_spec.${VNIC}`, "assign_public_ip")],
  oci_container_instances_container_instance: [publicAddress("vnics", "is_public_ip_assigned")],
  oci_containerengine_cluster: [
    {
      says: "has an API server with a public address",
      argument: "endpoint_config.is_public_ip_enabled",
      open: ["true"],
      fix: "Set endpoint_config.is_public_ip_enabled to false.",
    },
    {
      says: "has an API server outside of your network",
      // A cluster without endpoint_config is of the older kind, whose API server stands in Oracle's.
      closedBy: ["endpoint_config.subnet_id"],
      fix: "Write endpoint_config with a private subnet.",
    },
  ],
  oci_containerengine_node_pool: [publicAddress(`secondary_vnics.${VNIC}`, "assign_public_ip")],
  oci_core_instance: [publicAddress(VNIC, "assign_public_ip")],
  oci_core_instance_configuration: [
    publicAddress(`instance_details.launch_details.${VNIC}`, "assign_public_ip"),
    publicAddress(`instance_details.secondary_vnics.${VNIC}`, "assign_public_ip"),
    publicAddress(`instance_details.options.launch_details.${VNIC}`, "assign_public_ip"),
    publicAddress(`instance_details.options.secondary_vnics.${VNIC}`, "assign_public_ip"),
  ],
  oci_core_public_ip: [
    {
      says: "is a public address of a network interface",
      // Without a private address it is kept for a gateway or a load balancer.
      openedBy: "private_ip_id",
      fix: "Leave private_ip_id out.",
    },
  ],
  oci_core_vnic_attachment: [publicAddress(VNIC, "assign_public_ip")],
  oci_database_autonomous_database: [
    {
      says: "has a public endpoint",
      closedBy: ADB_PRIVATE,
      ranges: "whitelisted_ips",
      fix: "Set subnet_id to a private subnet, or whitelisted_ips to the addresses that may reach it.",
    },
    { ...ranges("standby_whitelisted_ips"), closedBy: ADB_PRIVATE },
    {
      says: "has a standby that any address can reach",
      // A standby that does not take the primary's list has none until it is written.
      argument: "are_primary_whitelisted_ips_used",
      open: ["false"],
      closedBy: [...ADB_PRIVATE, "standby_whitelisted_ips"],
      fix: "Set standby_whitelisted_ips to the addresses that may reach it, or leave are_primary_whitelisted_ips_used out.",
    },
  ],
  oci_generative_ai_hosted_application: [HOSTED_APPLICATION],
  oci_generative_ai_hosted_application_iam: [HOSTED_APPLICATION],
  oci_golden_gate_deployment: [
    {
      says: "has a public console",
      argument: "is_public",
      open: ["true"],
      fix: "Set is_public to false.",
    },
  ],
  oci_integration_integration_instance: [
    network("network_endpoint_details.allowlisted_http_ips"),
    ranges("allowlisted_http_ips", "network_endpoint_details.design_time"),
    ranges("allowlisted_http_ips", "network_endpoint_details.runtime"),
  ],
  oci_marketplace_publication: [
    {
      says: "publishes its image in the Marketplace",
      fix: "Let the other side read the image by a policy that names it.",
    },
  ],
  oci_oce_oce_instance: [
    {
      says: "has a public endpoint",
      argument: "instance_access_type",
      open: ["public"],
      unset: "open",
      fix: "Set instance_access_type to PRIVATE.",
    },
  ],
  oci_streaming_stream_pool: [
    {
      says: "has a public endpoint",
      closedBy: ["private_endpoint_settings.subnet_id"],
      fix: "Write private_endpoint_settings with a private subnet.",
    },
  ],
  oci_visual_builder_vb_instance: [network("network_endpoint_details.allowlisted_http_ips")],
};
