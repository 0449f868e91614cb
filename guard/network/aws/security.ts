import { type JsonObject, own } from "../../json/json";
import type { Block } from "../../model/block";
import type { Admission, Direction, Filter } from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, push } from "../memo";
import { assumedFilter, unknownFilter } from "../oci/security";
import type { Target } from "../targets";
import { awsPeers } from "./peers";

interface RuleOf {
  readonly located: Located;
  readonly direction: Direction | undefined;
}

/** Security groups and network ACLs, as sets of admissions. */
export class AwsSecurity {
  private readonly filters = new Map<Block, Filter>();
  private readonly groupRules = new Map<Block, RuleOf[]>();
  private readonly aclRules = new Map<Block, Located[]>();
  private readonly aclsOfSubnet = new Map<Block, Target[]>();
  /** Default groups and ACLs by their VPC. */
  private readonly defaultGroups = new Map<Block, Located>();
  private readonly defaultAcls = new Map<Block, Located>();

  constructor(private readonly inventory: Inventory) {
    this.indexRules("aws_vpc_security_group_ingress_rule", "ingress");
    this.indexRules("aws_vpc_security_group_egress_rule", "egress");
    this.indexRules("aws_security_group_rule", undefined);
    this.each("aws_network_acl_rule", "network_acl_id", (block, rule) =>
      push(this.aclRules, block, rule),
    );
    this.each("aws_default_security_group", "vpc_id", (block, group) =>
      this.defaultGroups.set(block, group),
    );
    this.each("aws_default_network_acl", "default_network_acl_id", (block, acl) =>
      this.defaultAcls.set(block, acl),
    );
    for (const acl of inventory.of("aws_network_acl", "aws_default_network_acl")) {
      this.ofSubnets(acl);
    }
    this.each("aws_network_acl_association", "subnet_id", (block, association) => {
      for (const target of inventory.targets(association, "network_acl_id")) {
        push(this.aclsOfSubnet, block, target);
      }
    });
  }

  private each(
    type: string,
    argument: string,
    take: (block: Block, located: Located) => void,
  ): void {
    for (const located of this.inventory.of(type)) {
      for (const target of this.inventory.targets(located, argument)) {
        if (target.kind === "block") {
          take(target.block, located);
        }
      }
    }
  }

  private indexRules(type: string, direction: Direction | undefined): void {
    this.each(type, "security_group_id", (block, located) =>
      push(this.groupRules, block, { located, direction }),
    );
  }

  private ofSubnets(acl: Located): void {
    for (const target of this.inventory.targets(acl, "subnet_ids")) {
      if (target.kind === "block") {
        push(this.aclsOfSubnet, target.block, { kind: "block", ...acl, attribute: "id" });
      }
    }
  }

  /** The filter of a security group, if the input makes it. */
  group(block: Block, located: Located): Filter | undefined {
    if (block.kind !== "resource") {
      return undefined;
    }
    if (/^aws_(?:default_)?vpc$/.test(block.type)) {
      return this.defaultGroup(block, located);
    }
    return /^aws_(?:default_)?security_group$/.test(block.type)
      ? this.groupOf({ block, stack: located.stack })
      : undefined;
  }

  /** The group of interfaces that name none: it lets everything out, and its own members in. */
  defaultGroup(vpc: Block, located: Located): Filter {
    const managed = this.defaultGroups.get(vpc);
    if (managed !== undefined) {
      return this.groupOf(managed);
    }
    const name = `the default security group of ${vpc.address}`;
    const assumed = assumedFilter(name, ["egress"], located);
    const rules = this.rulesOf(vpc);
    return rules.length === 0 ? assumed : { name, admissions: [...assumed.admissions, ...rules] };
  }

  private groupOf(group: Located): Filter {
    const { block } = group;
    return getOrMake(this.filters, block, () => {
      const isDefault = block.type === "aws_default_security_group";
      const names = [block, ...(isDefault ? this.blocksAt(group, "vpc_id") : [])];
      return {
        name: block.address,
        admissions: [
          ...this.inline(group, "ingress"),
          ...this.inline(group, "egress"),
          ...names.flatMap((each) => this.rulesOf(each)),
        ],
      };
    });
  }

  /** Blocks by which rules can name a default group or ACL, as an attribute of its VPC. */
  private blocksAt(located: Located, argument: string): readonly Block[] {
    return this.inventory
      .targets(located, argument)
      .flatMap((target) => (target.kind === "block" ? [target.block] : []));
  }

  private rulesOf(group: Block): readonly Admission[] {
    return (this.groupRules.get(group) ?? []).flatMap((rule) => this.ofGroupRule(rule, group));
  }

  private ofGroupRule({ located, direction }: RuleOf, group: Block): Admission[] {
    const { block } = located;
    const types = this.inventory.texts(own(block.body, "type"), located);
    const directions: readonly Direction[] =
      direction !== undefined
        ? [direction]
        : (["ingress", "egress"] as const).filter(
            (each) => types === undefined || types.includes(each),
          );
    return directions.flatMap((each) =>
      this.admissions(block.body, block.pointer, each, located, group),
    );
  }

  /** Rules that stand in the group or the ACL itself. */
  private inline(located: Located, direction: Direction): Admission[] {
    const { blocks, isWhole } = this.inventory.nested(located, direction);
    const found = blocks.flatMap(({ value, pointer }) =>
      this.admissions(value, pointer, direction, located),
    );
    if (!isWhole) {
      found.push(madeByExpression(direction, located));
    }
    return found;
  }

  private admissions(
    body: JsonObject,
    pointer: string,
    direction: Direction,
    located: Located,
    group = located.block,
  ): Admission[] {
    const protocols = this.inventory.texts(
      own(body, "protocol") ?? own(body, "ip_protocol"),
      located,
    );
    const ports = this.inventory.texts(own(body, "from_port"), located);
    // Messages that report an undeliverable packet; path MTU discovery needs them from anywhere.
    if (protocols?.length === 1 && protocols[0] === "icmp" && ports?.[0] === "3") {
      return [];
    }
    return awsPeers(body, located, this.inventory, group).map(({ peer, argument }) => ({
      direction,
      peer,
      located,
      rule: { value: body, pointer },
      argument,
    }));
  }

  /** The network ACLs of a subnet: those it is associated with, or else its VPC's default one. */
  aclsOf(subnet: Located, vpc: Block | undefined): readonly Filter[] {
    const targets = this.aclsOfSubnet.get(subnet.block) ?? [];
    return targets.length === 0
      ? [this.defaultAcl(vpc, subnet)]
      : targets.map((target) => this.aclNamed(target, subnet));
  }

  private aclNamed(target: Target, subnet: Located): Filter {
    if (target.kind === "block" && target.block.kind === "resource") {
      const { block, stack } = target;
      if (/^aws_(?:default_)?network_acl$/.test(block.type)) {
        return this.acl({ block, stack });
      }
      if (/^aws_(?:default_)?vpc$/.test(block.type)) {
        return this.defaultAcl(block, subnet);
      }
    }
    return unknownFilter("its network ACL", "it is not in the input", subnet, "");
  }

  /** Untouched, it admits everything. */
  private defaultAcl(vpc: Block | undefined, subnet: Located): Filter {
    const managed = vpc === undefined ? undefined : this.defaultAcls.get(vpc);
    return managed === undefined
      ? assumedFilter("the default network ACL", ["ingress", "egress"], subnet)
      : this.acl(managed);
  }

  /** What the ACL allows; what it denies before is not taken off. */
  private acl(acl: Located): Filter {
    return getOrMake(this.filters, acl.block, () => ({
      name: acl.block.address,
      admissions: [
        ...(["ingress", "egress"] as const).flatMap((direction) => this.ofAcl(acl, direction)),
        ...[acl.block, ...this.blocksAt(acl, "default_network_acl_id")]
          .flatMap((each) => this.aclRules.get(each) ?? [])
          .flatMap((rule) => this.ofAclRule(rule)),
      ],
    }));
  }

  private ofAcl(acl: Located, direction: Direction): Admission[] {
    const { blocks, isWhole } = this.inventory.nested(acl, direction);
    const found = blocks.flatMap(({ value, pointer }) =>
      this.denies(value, "action", acl) ? [] : this.admissions(value, pointer, direction, acl),
    );
    if (!isWhole) {
      found.push(madeByExpression(direction, acl));
    }
    return found;
  }

  private ofAclRule(rule: Located): Admission[] {
    const { body, pointer } = rule.block;
    if (this.denies(body, "rule_action", rule)) {
      return [];
    }
    const egress = this.inventory.flag(rule, "egress");
    const directions: Direction[] =
      egress === "unknown" ? ["ingress", "egress"] : [egress === true ? "egress" : "ingress"];
    return directions.flatMap((each) => this.admissions(body, pointer, each, rule));
  }

  private denies(body: JsonObject, argument: string, located: Located): boolean {
    const actions = this.inventory.texts(own(body, argument), located);
    return actions?.every((action) => action.toLowerCase() === "deny") === true;
  }
}

function madeByExpression(direction: Direction, located: Located): Admission {
  const { body, pointer } = located.block;
  return {
    direction,
    peer: { kind: "unknown", reason: "an expression makes its rules" },
    located,
    rule: { value: body, pointer },
    argument: direction,
  };
}
