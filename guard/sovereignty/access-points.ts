import type { ExposureTable } from "./exposure";

/**
 * Doors by which people reach an estate, and the argument that lists where they come from.
 *
 * Source: argument references of the providers oracle/oci 8.28 and hashicorp/aws 6. AWS Client VPN
 * documentation, connection authorization: the handler is given the client's public address, and is
 * the only place where it can be refused.
 */
export const ACCESS_POINTS: ExposureTable = {
  oci_bastion_bastion: [
    {
      says: "lets sessions start from any address",
      ranges: "client_cidr_block_allow_list",
      fix: "Set client_cidr_block_allow_list to the addresses that people work from.",
    },
  ],
  oci_desktops_desktop_pool: [
    {
      says: "gives desktops to clients at any address",
      closedBy: ["private_access_details.subnet_id"],
      fix: "Write private_access_details with a private subnet.",
    },
  ],
  oci_identity_authentication_policy: [
    {
      says: "admits sign-in from any address",
      closedBy: ["network_policy.network_source_ids"],
      fix: "Set network_policy.network_source_ids to network sources of yours.",
    },
  ],
  oci_identity_domains_network_perimeter: [
    {
      says: "takes in any address",
      block: "ip_addresses",
      ranges: "value",
      fix: "List the addresses that people work from.",
    },
  ],
  oci_identity_network_source: [
    {
      says: "takes in any address",
      // One of private networks alone has no such list.
      openedBy: "public_source_list",
      ranges: "public_source_list",
      fix: "List the addresses that people work from.",
    },
  ],
  aws_ec2_client_vpn_endpoint: [
    {
      says: "takes connections from any address",
      argument: "client_connect_options.enabled",
      open: ["false"],
      unset: "open",
      fix: "Set client_connect_options with a function that refuses addresses outside of your own.",
    },
  ],
  aws_quicksight_ip_restriction: [
    {
      says: "restricts nothing",
      argument: "enabled",
      open: ["false"],
      fix: "Set enabled to true.",
    },
  ],
  aws_workspaces_directory: [
    {
      says: "lets people sign in to desktops from any address",
      closedBy: ["ip_group_ids"],
      fix: "Set ip_group_ids to groups of the addresses that people work from.",
    },
  ],
  aws_workspaces_ip_group: [
    {
      says: "takes in any address",
      block: "rules",
      ranges: "source",
      fix: "List the addresses that people work from.",
    },
  ],
  aws_workspacesweb_ip_access_settings: [
    {
      says: "takes in any address",
      block: "ip_rule",
      ranges: "ip_range",
      fix: "List the addresses that people work from.",
    },
  ],
};
