import { at, one, saidBy } from "../../support/of-rule";

const said = (type: string, body: object) =>
  saidBy("human-access-from-network-source", one(type, body));

const OFFICE = "198.51.100.0/24";

describe("human-access-from-network-source", () => {
  test.each<[string, object, string, object]>([
    ["oci_bastion_bastion", {}, "", { client_cidr_block_allow_list: [OFFICE] }],
    [
      "oci_bastion_bastion",
      { client_cidr_block_allow_list: [OFFICE, "0.0.0.0/0"] },
      "client_cidr_block_allow_list/0",
      { client_cidr_block_allow_list: [OFFICE, "2001:db8::/32"] },
    ],
    [
      "oci_identity_network_source",
      { public_source_list: ["0.0.0.0/0"] },
      "public_source_list/0",
      { virtual_source_list: { vcn_id: "v", ip_ranges: ["0.0.0.0/0"] } },
    ],
    [
      "oci_identity_network_source",
      { public_source_list: ["::/0"] },
      "public_source_list/0",
      { public_source_list: [OFFICE] },
    ],
    [
      "oci_identity_authentication_policy",
      { password_policy: { minimum_password_length: 16 } },
      "",
      { network_policy: { network_source_ids: ["${oci_identity_network_source.office.id}"] } },
    ],
    [
      "oci_identity_domains_network_perimeter",
      { ip_addresses: [{ value: "0.0.0.0-255.255.255.255", type: "RANGE" }] },
      "ip_addresses/0/value",
      { ip_addresses: [{ value: OFFICE, type: "CIDR" }] },
    ],
    ["oci_desktops_desktop_pool", {}, "", { private_access_details: { subnet_id: "s" } }],
    [
      "aws_ec2_client_vpn_endpoint",
      { client_connect_options: { enabled: false } },
      "client_connect_options/enabled",
      {
        client_connect_options: {
          enabled: true,
          lambda_function_arn: "${aws_lambda_function.f.arn}",
        },
      },
    ],
    ["aws_workspaces_directory", {}, "", { ip_group_ids: ["${aws_workspaces_ip_group.g.id}"] }],
    [
      "aws_workspaces_ip_group",
      { rules: [{ source: "0.0.0.0/0" }] },
      "rules/0/source",
      { rules: [{ source: OFFICE }] },
    ],
    ["aws_quicksight_ip_restriction", { enabled: false }, "enabled", { enabled: true }],
  ])("fails %s %j at %j, and passes %j", (type, open, argument, closed) => {
    expect(said(type, open)).toEqual([`outside ${at(type, argument)}`]);
    expect(said(type, closed)).toEqual([]);
  });

  test("leaves a list unproven that is not in the file", () => {
    const body = { client_cidr_block_allow_list: "${var.office}" };
    expect(said("oci_bastion_bastion", body)).toEqual([
      `unproven ${at("oci_bastion_bastion", "client_cidr_block_allow_list")}`,
    ]);
  });

  test("finds nothing where there is no such resource", () => {
    expect(said("oci_identity_group", { name: "administrators" })).toEqual([]);
  });
});
