import type { Stack } from "../../model/block";
import type { BlockVerdict } from "../../rules/rule";
import { resourceNamed } from "../graph";
import type { Inventory, Located } from "../inventory";
import { targetName } from "../names";
import { argumentOf } from "../stations";
import { isForeignAccount } from "./accounts";

type Found = readonly [stack: Stack, verdict: BlockVerdict];

/** Types that lead to a network which is not in the cloud, and what they are. */
const PREMISES: Readonly<Record<string, string>> = {
  aws_vpn_connection: "the Site-to-Site VPN connection",
  aws_dx_gateway_association: "the Direct Connect gateway association",
  aws_dx_private_virtual_interface: "the Direct Connect virtual interface",
  aws_dx_transit_virtual_interface: "the Direct Connect virtual interface",
  aws_dx_hosted_private_virtual_interface_accepter: "the Direct Connect virtual interface",
  aws_dx_hosted_transit_virtual_interface_accepter: "the Direct Connect virtual interface",
};

/** What joins a VPC to networks that do not provably lie inside. */
export function awsPeerings(inventory: Inventory): readonly Found[] {
  const found: Found[] = [];
  for (const [type, argument] of [
    ["aws_vpc_peering_connection", "peer_owner_id"],
    ["aws_ec2_transit_gateway_peering_attachment", "peer_account_id"],
  ] as const) {
    for (const located of inventory.of(type)) {
      if (isForeignAccount(located, argument, inventory)) {
        const { address } = located.block;
        found.push(
          unproven(
            located,
            argument,
            `${address} peers with a network of another account: nothing proves what that leads to.`,
            "Check the stack that makes the other network in the same run and name its account by aws_caller_identity, or waive it with whose account that is.",
          ),
        );
      }
    }
  }
  for (const [type, argument, isKnown] of [
    [
      "aws_vpc_peering_connection_accepter",
      "vpc_peering_connection_id",
      "aws_vpc_peering_connection",
    ],
    [
      "aws_ec2_transit_gateway_peering_attachment_accepter",
      "transit_gateway_attachment_id",
      "aws_ec2_transit_gateway_peering_attachment",
    ],
    ["aws_ec2_transit_gateway_vpc_attachment", "transit_gateway_id", "aws_ec2_transit_gateway"],
  ] as const) {
    for (const located of inventory.of(type)) {
      for (const target of inventory.targets(located, argument)) {
        if (resourceNamed(target, isKnown) === undefined) {
          found.push(
            unproven(
              located,
              argument,
              `${located.block.address} joins what the input does not hold (${targetName(target)}): nothing proves what that leads to.`,
              "Check the stack that makes it in the same run.",
            ),
          );
        }
      }
    }
  }
  for (const [type, what] of Object.entries(PREMISES)) {
    for (const located of inventory.of(type)) {
      found.push(
        unproven(
          located,
          "",
          `Nothing proves where the network behind ${what} ${located.block.address} stands.`,
          "Waive it with where that network stands and who runs it.",
        ),
      );
    }
  }
  return found;
}

function unproven(located: Located, argument: string, message: string, fix: string): Found {
  const { block, stack } = located;
  const { pointer: path, value } = argumentOf(located, argument);
  return [stack, { block, status: "unproven", path, value, message, fix }];
}
