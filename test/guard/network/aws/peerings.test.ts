import type { Resources } from "../topology";
import { told } from "./vpc";

const RULE = "peering-inside";

const CHECK_OTHER =
  "Check the stack that makes the other network in the same run and name its account by aws_caller_identity, or waive it with whose account that is.";
const CHECK_STACK = "Check the stack that makes it in the same run.";
const WAIVE = "Waive it with where that network stands and who runs it.";

const VPC_ATTACHMENT = "aws_ec2_transit_gateway_vpc_attachment";
const TGW_PEERING = "aws_ec2_transit_gateway_peering_attachment";

describe("what joins a VPC to a network that is not provably inside", () => {
  test.each<[string, string, string]>([
    ["aws_vpc_peering_connection", "peer_owner_id", "123456789012"],
    [TGW_PEERING, "peer_account_id", "123456789012"],
  ])("is %s with another account", (type, argument, account) => {
    expect(told(RULE, { [type]: { x: { [argument]: account } } })).toEqual([
      {
        status: "unproven",
        address: `${type}.x`,
        path: `/resource/${type}/x/${argument}`,
        value: account,
        message: `${type}.x peers with a network of another account: nothing proves what that leads to.`,
        fix: CHECK_OTHER,
      },
    ]);
    expect(told(RULE, { [type]: { x: {} } })).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ["aws_vpc_peering_connection_accepter", "vpc_peering_connection_id", "pcx-1", "pcx-1"],
    [
      "aws_vpc_peering_connection_accepter",
      "vpc_peering_connection_id",
      "${var.peering}",
      "what is not in the input",
    ],
    [`${TGW_PEERING}_accepter`, "transit_gateway_attachment_id", "tgw-attach-1", "tgw-attach-1"],
    [VPC_ATTACHMENT, "transit_gateway_id", "tgw-1", "tgw-1"],
    [
      VPC_ATTACHMENT,
      "transit_gateway_id",
      "${data.aws_ec2_transit_gateway.d.id}",
      "data.aws_ec2_transit_gateway.d",
    ],
    [VPC_ATTACHMENT, "transit_gateway_id", "${aws_vpc.v.id}", "aws_vpc.v"],
  ])("is %s whose %s is %s", (type, argument, value, name) => {
    const resources: Resources = {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      [type]: { x: { [argument]: value } },
    };
    expect(told(RULE, resources, { data: { aws_ec2_transit_gateway: { d: {} } } })).toEqual([
      {
        status: "unproven",
        address: `${type}.x`,
        path: `/resource/${type}/x/${argument}`,
        value,
        message: `${type}.x joins what the input does not hold (${name}): nothing proves what that leads to.`,
        fix: CHECK_STACK,
      },
    ]);
  });

  test.each<[string, string, string]>([
    [
      "aws_vpc_peering_connection_accepter",
      "vpc_peering_connection_id",
      "aws_vpc_peering_connection",
    ],
    [`${TGW_PEERING}_accepter`, "transit_gateway_attachment_id", TGW_PEERING],
    [VPC_ATTACHMENT, "transit_gateway_id", "aws_ec2_transit_gateway"],
  ])("is not %s whose %s the input makes", (type, argument, named) => {
    const resources = { [named]: { n: {} }, [type]: { x: { [argument]: `\${${named}.n.id}` } } };
    expect(told(RULE, resources)).toEqual([]);
  });

  test.each([
    ["aws_vpn_connection", "the Site-to-Site VPN connection"],
    ["aws_dx_gateway_association", "the Direct Connect gateway association"],
    ["aws_dx_private_virtual_interface", "the Direct Connect virtual interface"],
    ["aws_dx_transit_virtual_interface", "the Direct Connect virtual interface"],
    ["aws_dx_hosted_private_virtual_interface_accepter", "the Direct Connect virtual interface"],
    ["aws_dx_hosted_transit_virtual_interface_accepter", "the Direct Connect virtual interface"],
  ])("is %s", (type, what) => {
    expect(told(RULE, { [type]: { x: {} } })).toEqual([
      {
        status: "unproven",
        address: `${type}.x`,
        path: `/resource/${type}/x`,
        value: "",
        message: `Nothing proves where the network behind ${what} ${type}.x stands.`,
        fix: WAIVE,
      },
    ]);
  });

  test.each(["aws_dx_connection", "aws_dx_gateway", "aws_dx_public_virtual_interface"])(
    "is not %s, which joins no network to it",
    (type) => {
      expect(told(RULE, { [type]: { x: {} } })).toEqual([]);
    },
  );
});
