import type { Block } from "../../model/block";
import {
  type Filter,
  layersOfAll,
  type NamedSubnets,
  type Network,
  resourceNamed,
  type Subnet,
  subnetsNamed,
} from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, push } from "../memo";
import { targetName } from "../names";
import { unknownFilter } from "../oci/security";
import { rangesOf } from "../ranges";
import { filtersOf, type ResidentRules, residentsOf, type Standing } from "../residents";
import type { Target } from "../targets";
import { AwsRouting } from "./routing";
import { AwsSecurity } from "./security";

/** Devices that pass on what comes from elsewhere. */
const EDGE = new Set([
  "aws_alb",
  "aws_elb",
  "aws_lb",
  "aws_nat_gateway",
  "aws_networkfirewall_firewall",
]);

/** Types that name a subnet and put nothing into it that holds data. */
const NEUTRAL =
  /^aws_(?:route_table_association|network_acl|default_network_acl|ec2_transit_gateway_|vpc_endpoint|flow_log|ec2_client_vpn_|network_interface_attachment|ram_|route53_resolver_)/;

const SUBNET_GROUP = /_subnet_group$/;

const RULES: ResidentRules = {
  subnetTypes: ["aws_subnet", "aws_default_subnet"],
  isNeutral: (type) => !type.startsWith("aws_") || NEUTRAL.test(type),
  isGroupOfSubnets: (type) => SUBNET_GROUP.test(type),
  groupArgument: /(?:^|_)security_groups?(?:_ids?)?$/,
};

const RANGES = ["cidr_block", "ipv6_cidr_block"];

/** Arguments that name a pool to take a range from, and those that say which range. */
const POOLS = [
  ["ipv4_ipam_pool_id", "cidr_block"],
  ["ipv6_ipam_pool_id", "ipv6_cidr_block"],
  ["ipv6_pool", "ipv6_cidr_block"],
] as const;

/** VPCs and subnets of the input. */
export class AwsNetworks {
  readonly routing: AwsRouting;
  readonly security: AwsSecurity;
  readonly networks: readonly Network[];
  readonly subnets: readonly Subnet[];
  private readonly byBlock = new Map<Block, Network>();
  private readonly bySubnet = new Map<Block, Subnet>();
  private readonly moreRanges = new Map<Block, Located[]>();

  constructor(private readonly inventory: Inventory) {
    for (const located of inventory.of(
      "aws_vpc_ipv4_cidr_block_association",
      "aws_vpc_ipv6_cidr_block_association",
    )) {
      for (const target of inventory.targets(located, "vpc_id")) {
        if (target.kind === "block") {
          push(this.moreRanges, target.block, located);
        }
      }
    }
    this.security = new AwsSecurity(inventory);
    this.routing = new AwsRouting(inventory, (target) => this.networkOf(target));
    this.networks = inventory
      .of("aws_vpc")
      .flatMap((located) => this.networkOf({ kind: "block", ...located, attribute: "id" }) ?? []);
    const residents = residentsOf(inventory, RULES);
    this.subnets = inventory
      .of("aws_subnet", "aws_default_subnet")
      .map((located) => this.subnet(located, residents.get(located.block) ?? []));
    for (const subnet of this.subnets) {
      this.bySubnet.set(subnet.block, subnet);
    }
  }

  joints(): Iterable<readonly [Block, Block]> {
    return this.routing.hubs.joints();
  }

  networkOf(target: Target): Network | undefined {
    const named = resourceNamed(target, "aws_vpc");
    if (named === undefined) {
      return undefined;
    }
    const { block, stack } = named;
    return getOrMake(this.byBlock, block, () => {
      const located = { block, stack };
      const given = [located, ...(this.moreRanges.get(block) ?? [])];
      const found = given.map((each) => rangesOf(each, RANGES, this.inventory));
      return {
        ...located,
        cidrs: found.flatMap(({ cidrs }) => cidrs),
        isWhole:
          found.every(({ isWhole }) => isWhole) && !given.some((each) => this.isAllotted(each)),
      };
    });
  }

  /** True where AWS chooses a range, or may. */
  private isAllotted(located: Located): boolean {
    const { inventory } = this;
    const isSet = (name: string) => inventory.argument(located, name) !== undefined;
    return (
      (inventory.flag(located, "assign_generated_ipv6_cidr_block") ?? false) !== false ||
      POOLS.some(([pool, range]) => isSet(pool) && !isSet(range))
    );
  }

  subnetsAt(targets: readonly Target[]): NamedSubnets {
    return subnetsNamed(targets, this.bySubnet);
  }

  groupFilters(
    located: Located,
    groups: readonly Target[],
    vpc: Block | undefined,
  ): readonly Filter[] {
    if (groups.length > 0) {
      return filtersOf(
        { ...located, groups, routeTables: [] },
        (block, stack) => this.security.group(block, { block, stack }),
        (reason) => unknownFilter("a security group", reason, located, ""),
      );
    }
    if (vpc === undefined) {
      const reason = "the VPC is not in the input";
      return [unknownFilter("the default security group of its VPC", reason, located, "")];
    }
    return [this.security.defaultGroup(vpc, located)];
  }

  private subnet(located: Located, standing: readonly Standing[]): Subnet {
    const vpcs = this.inventory.targets(located, "vpc_id");
    const [vpc, ...others] = vpcs;
    const network = vpc !== undefined && others.length === 0 ? this.networkOf(vpc) : undefined;
    const { address } = located.block;
    const subnet: Omit<Subnet, "layers"> = {
      ...located,
      cloud: "aws",
      network,
      networkName: vpc === undefined ? address : targetName(vpc),
      cidrs: rangesOf(located, RANGES, this.inventory).cidrs,
      tables: this.routing.tablesOfSubnet(located, network),
      lists: this.security.aclsOf(located, network?.block),
      residents: standing.map((resident) => ({
        block: resident.block,
        stack: resident.stack,
        isEdge: EDGE.has(resident.block.type),
        // A group of subnets has no interface of its own, and so no security group.
        groups: SUBNET_GROUP.test(resident.block.type)
          ? []
          : this.groupFilters(resident, resident.groups, network?.block),
      })),
      assumed: unknownFilter(
        "the security group of what will stand in it",
        "nothing in the input stands in it yet",
        located,
        "",
      ),
      // A public address needs no consent of the subnet: any instance can ask for one.
      publicAddresses: "possible",
      publicSays: `Interfaces in ${address} can have public addresses.`,
    };
    return { ...subnet, layers: layersOfAll(subnet) };
  }
}
