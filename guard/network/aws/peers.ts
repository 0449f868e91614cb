import { type Json, own } from "../../json/json";
import { parseCidr } from "../cidr";
import type { Peer } from "../graph";
import type { Inventory, Located } from "../inventory";
import { addressPeer } from "../oci/peers";
import type { Target } from "../targets";

const NETWORK_TYPES = /^aws_(?:default_)?(?:vpcs?|subnets?)$/;

/** Arguments of rules and routes that hold addresses, and how to read them. */
const ADDRESSES = [
  "cidr_block",
  "cidr_blocks",
  "cidr_ipv4",
  "cidr_ipv6",
  "destination_cidr_block",
  "destination_ipv6_cidr_block",
  "ipv6_cidr_block",
  "ipv6_cidr_blocks",
] as const;

const PREFIX_LISTS = ["destination_prefix_list_id", "prefix_list_id", "prefix_list_ids"] as const;

const GROUPS = [
  "referenced_security_group_id",
  "security_groups",
  "source_security_group_id",
] as const;

/** A peer, with the name of the argument that gives it. */
export interface NamedPeer {
  readonly peer: Peer;
  readonly argument: string;
}

/** The peers that the arguments of a rule or a route name; `self` is the group of a rule. */
export function awsPeers(
  body: { readonly [key: string]: Json },
  located: Located,
  inventory: Inventory,
  self = located.block,
): readonly NamedPeer[] {
  const { block, stack } = located;
  const found: NamedPeer[] = [];
  const read = (names: readonly string[], toPeers: (target: Target) => readonly Peer[]): void => {
    for (const argument of names) {
      const value = own(body, argument);
      // Attributes that stand for blocks are written with empty texts where they are not used.
      if (value === "") {
        continue;
      }
      for (const target of inventory.resolver.targets(value, stack, block)) {
        for (const peer of toPeers(target)) {
          found.push({ peer, argument });
        }
      }
    }
  };
  read(ADDRESSES, (target) => [addressPeer(target, NETWORK_TYPES)]);
  read(PREFIX_LISTS, (target) => prefixListPeers(target, inventory));
  read(GROUPS, (target) => [
    { kind: "group", block: target.kind === "block" ? target.block : self },
  ]);
  if ((inventory.flagOf(own(body, "self"), located) ?? false) !== false) {
    found.push({ peer: { kind: "group", block: self }, argument: "self" });
  }
  return found;
}

/** A prefix list: of a service, made in the input, or not known. */
function prefixListPeers(target: Target, inventory: Inventory): readonly Peer[] {
  if (target.kind === "block") {
    const { block, stack } = target;
    if (block.type === "aws_vpc_endpoint" || block.type === "aws_prefix_list") {
      return [{ kind: "services", label: block.address, status: "inside" }];
    }
    if (block.type === "aws_ec2_managed_prefix_list" && block.kind === "resource") {
      const located = { block, stack };
      const { blocks, isWhole } = inventory.nested(located, "entry");
      const peers = blocks.map(({ value }): Peer => {
        const [text = "", ...more] = inventory.texts(own(value, "cidr"), located) ?? [];
        const range = more.length === 0 ? parseCidr(text) : undefined;
        return range === undefined
          ? { kind: "unknown", reason: `an entry of ${block.address} is not in the input` }
          : { kind: "range", range };
      });
      return isWhole
        ? peers
        : [...peers, { kind: "unknown", reason: `an expression makes ${block.address}` }];
    }
  }
  const name = target.kind === "text" ? target.text : "a prefix list";
  return [{ kind: "unknown", reason: `what ${name} lists is not in the input` }];
}
