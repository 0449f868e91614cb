import { at } from "../../support/of-rule";
import { exposed, open } from "./told";

const said = (type: string, body: object) =>
  exposed("human-access-from-network-source", type, body);

const OFFICE = "198.51.100.0/24";
const LIST = "List the addresses that people work from.";
const ALLOW_LIST = "Set client_cidr_block_allow_list to the addresses that people work from.";
const CONNECT =
  "Set client_connect_options with a function that refuses addresses outside of your own.";
const CONNECTED = { client_connect_options: { enabled: true } };

describe("human-access-from-network-source", () => {
  test.each<[string, object, string, string, string, object]>([
    [
      "oci_bastion_bastion",
      {},
      "",
      "lets sessions start from any address",
      ALLOW_LIST,
      { client_cidr_block_allow_list: [OFFICE] },
    ],
    [
      "oci_bastion_bastion",
      { client_cidr_block_allow_list: ["0.0.0.0/0"] },
      "client_cidr_block_allow_list/0",
      "lets sessions start from any address",
      ALLOW_LIST,
      { client_cidr_block_allow_list: [OFFICE] },
    ],
    [
      "oci_desktops_desktop_pool",
      {},
      "",
      "gives desktops to clients at any address",
      "Write private_access_details with a private subnet.",
      { private_access_details: { subnet_id: "s" } },
    ],
    [
      "oci_identity_authentication_policy",
      {},
      "",
      "admits sign-in from any address",
      "Set network_policy.network_source_ids to network sources of yours.",
      { network_policy: { network_source_ids: ["n"] } },
    ],
    [
      "oci_identity_domains_network_perimeter",
      { ip_addresses: [{ value: OFFICE }, { value: "0.0.0.0/0" }] },
      "ip_addresses/1/value",
      "takes in any address",
      LIST,
      { ip_addresses: [{ value: OFFICE }] },
    ],
    [
      "oci_identity_network_source",
      { public_source_list: ["0.0.0.0/0"] },
      "public_source_list/0",
      "takes in any address",
      LIST,
      { public_source_list: [OFFICE] },
    ],
    [
      "aws_ec2_client_vpn_endpoint",
      { client_connect_options: { enabled: false } },
      "client_connect_options/enabled",
      "takes connections from any address",
      CONNECT,
      CONNECTED,
    ],
    [
      "aws_ec2_client_vpn_endpoint",
      {},
      "",
      "takes connections from any address",
      CONNECT,
      CONNECTED,
    ],
    [
      "aws_quicksight_ip_restriction",
      { enabled: false },
      "enabled",
      "restricts nothing",
      "Set enabled to true.",
      {},
    ],
    [
      "aws_workspaces_directory",
      {},
      "",
      "lets people sign in to desktops from any address",
      "Set ip_group_ids to groups of the addresses that people work from.",
      { ip_group_ids: ["g"] },
    ],
    [
      "aws_workspaces_ip_group",
      { rules: [{ source: "0.0.0.0/0" }] },
      "rules/0/source",
      "takes in any address",
      LIST,
      { rules: [{ source: OFFICE }] },
    ],
    [
      "aws_workspacesweb_ip_access_settings",
      { ip_rule: [{ ip_range: "0.0.0.0/0" }] },
      "ip_rule/0/ip_range",
      "takes in any address",
      LIST,
      { ip_rule: [{ ip_range: OFFICE }] },
    ],
  ])("fails %s %j at %j and tells how to close it", (type, body, argument, says, fix, closed) => {
    expect(said(type, body)).toEqual([open(type, at(type, argument), says, fix)]);
    expect(said(type, closed)).toEqual([]);
  });

  test("fails a VPN whose handler may be left out", () => {
    const type = "aws_ec2_client_vpn_endpoint";
    const handler = (enabled: string) => said(type, { client_connect_options: { enabled } });
    expect(handler("${var.on ? true : null}")).toHaveLength(1);
    expect(handler("${var.on ? true : true}")).toEqual([]);
  });

  test("passes a network source that takes in private networks alone", () => {
    const body = { virtual_source_list: { vcn_id: "v", ip_ranges: ["0.0.0.0/0"] } };
    expect(said("oci_identity_network_source", body)).toEqual([]);
  });
});
