import type { Json } from "../../json/json";
import type { Block } from "../../model/block";
import {
  type Filter,
  layersOfAll,
  type NamedSubnets,
  type Network,
  type Resident,
  type RouteTable,
  resourceNamed,
  type Subnet,
  subnetsNamed,
} from "../graph";
import type { Inventory, Located } from "../inventory";
import { targetName } from "../names";
import { rangesOf } from "../ranges";
import { filtersOf, type ResidentRules, residentsOf, type Standing } from "../residents";
import type { Target } from "../targets";
import { OciRouting } from "./routing";
import { OciSecurity, unknownFilter } from "./security";

/**
 * Devices that pass on what comes from elsewhere. Where nothing else stands in a subnet, it holds no
 * data.
 */
const EDGE = new Set([
  "oci_load_balancer",
  "oci_load_balancer_load_balancer",
  "oci_network_load_balancer_network_load_balancer",
  "oci_network_firewall_network_firewall",
  "oci_apigateway_gateway",
]);

/** Types that name a subnet and put nothing into it that holds data. */
const NEUTRAL =
  /^oci_(?:core_(?:route_table_attachment|private_ip|ipv6|public_ip)|bastion_|vn_monitoring_|dns_resolver_endpoint|network_firewall_network_firewall_policy|logging_)/;

const RULES: ResidentRules = {
  subnetTypes: ["oci_core_subnet"],
  isNeutral: (type) => !type.startsWith("oci_") || NEUTRAL.test(type),
  isGroupOfSubnets: (type) => type === "oci_recovery_recovery_service_subnet",
  groupArgument: /(?:^|_)(?:nsg|network_security_group)s?_ids?$/,
};

const VCN_RANGES = ["cidr_block", "cidr_blocks", "ipv6private_cidr_blocks"];
const SUBNET_RANGES = ["cidr_block", "ipv4cidr_blocks", "ipv6cidr_block", "ipv6cidr_blocks"];

/** Most subnets of an input stand empty: what stands in them is made elsewhere. */
const NOBODY: readonly Standing[] = [];
const NO_RESIDENTS: readonly Resident[] = [];

const PROHIBITIONS = ["prohibit_public_ip_on_vnic", "prohibit_internet_ingress"];
const IPV6_RANGES = ["ipv6cidr_block", "ipv6cidr_blocks"];

/** VCNs and subnets of the input. */
export class OciNetworks {
  readonly routing: OciRouting;
  readonly security: OciSecurity;
  readonly subnets: readonly Subnet[];
  readonly networks: readonly Network[];
  private readonly byBlock = new Map<Block, Network>();
  private readonly bySubnet = new Map<Block, Subnet>();

  constructor(private readonly inventory: Inventory) {
    this.security = new OciSecurity(inventory);
    this.routing = new OciRouting(inventory, (target) => this.networkOf(target));
    this.networks = inventory.of("oci_core_vcn").map((located) => this.networkAt(located));
    const residents = residentsOf(inventory, RULES);
    this.subnets = inventory
      .of("oci_core_subnet")
      .map((located) => this.subnet(located, residents.get(located.block) ?? NOBODY));
    for (const subnet of this.subnets) {
      this.bySubnet.set(subnet.block, subnet);
    }
  }

  /** The VCN that a value names, if the input makes it. */
  networkOf(target: Target): Network | undefined {
    const named = resourceNamed(target, "oci_core_vcn");
    if (named === undefined) {
      return undefined;
    }
    return this.networkAt(named);
  }

  private networkAt(located: Located): Network {
    const { block, stack } = located;
    let network = this.byBlock.get(block);
    if (network === undefined) {
      const ranges = rangesOf(located, VCN_RANGES, this.inventory);
      const hasOracleRange = this.inventory.flag(located, "is_ipv6enabled") !== undefined;
      network = {
        block,
        stack,
        cidrs: ranges.cidrs,
        isWhole: !hasOracleRange && ranges.isWhole,
      };
      this.byBlock.set(block, network);
    }
    return network;
  }

  /** The subnets of the input that values name, and whether those are all. */
  subnetsAt(targets: readonly Target[]): NamedSubnets {
    return subnetsNamed(targets, this.bySubnet);
  }

  /** The filters of network security groups that values name. */
  groupFilters(located: Located, groups: readonly Target[]): readonly Filter[] {
    return filtersOf(
      { ...located, groups, routeTables: [] },
      (block) =>
        block.type === "oci_core_network_security_group" && block.kind === "resource"
          ? this.security.group(block)
          : undefined,
      (reason) => unknownFilter("a network security group", reason, located, ""),
    );
  }

  private subnet(located: Located, standing: readonly Standing[]): Subnet {
    const vcns = this.inventory.targets(located, "vcn_id");
    const [vcn] = vcns;
    const network = vcns.length === 1 && vcn !== undefined ? this.networkOf(vcn) : undefined;
    const residents = standing === NOBODY ? NO_RESIDENTS : this.residents(standing);
    const { block, stack } = located;
    const tables = this.routing.tablesOfSubnet(located, network);
    const lists = this.security.listsOf(located, network);
    const { publicAddresses, publicSays } = this.publicAddresses(located);
    // Written out without spreads, which cost more than all the rest of a subnet.
    return {
      block,
      stack,
      cloud: "oci",
      network,
      networkName: vcn === undefined ? block.address : targetName(vcn),
      cidrs: rangesOf(located, SUBNET_RANGES, this.inventory).cidrs,
      tables: standing.length === 0 ? tables : [...tables, ...this.tablesOf(standing)],
      lists,
      layers: layersOfAll({ cloud: "oci", lists, residents }),
      residents,
      publicAddresses,
      publicSays,
    };
  }

  private residents(standing: readonly Standing[]): readonly Resident[] {
    return standing.map((resident) => ({
      block: resident.block,
      stack: resident.stack,
      isEdge: EDGE.has(resident.block.type),
      groups: this.groupFilters(resident, resident.groups),
    }));
  }

  private tablesOf(standing: readonly Standing[]): readonly RouteTable[] {
    return standing
      .flatMap(({ routeTables }) => routeTables)
      .map((target) => this.routing.table(target));
  }

  /**
   * Two arguments say whether interfaces can have addresses that the internet reaches; only one of
   * them should be given. Every address of IPv6 can be reached, unless the second says not.
   *
   * Source: reference of `oci_core_subnet`: "If you intend to use an IPv6 CIDR block, you should use
   * the flag prohibitInternetIngress".
   */
  private publicAddresses(located: Located): Pick<Subnet, "publicAddresses" | "publicSays"> {
    const { address } = located.block;
    for (const name of PROHIBITIONS) {
      const other =
        name === "prohibit_internet_ingress"
          ? "prohibit_public_ip_on_vnic"
          : "prohibit_internet_ingress";
      const flag = this.inventory.flag(located, name);
      const contrary = flag === true ? this.inventory.flag(located, other) : undefined;
      if (flag === true && contrary === undefined && other === "prohibit_internet_ingress") {
        const ipv6 = IPV6_RANGES.find((range) => isGiven(this.inventory.argument(located, range)));
        if (ipv6 !== undefined) {
          const publicSays = `${address} sets ${name}, which says nothing of the addresses of ${ipv6}: set prohibit_internet_ingress.`;
          return { publicAddresses: "unknown", publicSays };
        }
      }
      if (flag === true && contrary !== false) {
        return { publicAddresses: "prohibited", publicSays: `${address} sets ${name}.` };
      }
      if (flag === "unknown" || flag === true) {
        const publicSays =
          flag === true
            ? `${address} sets ${name}, and ${other} to the contrary.`
            : `What ${address} sets ${name} to is known only when Terraform runs.`;
        return { publicAddresses: "unknown", publicSays };
      }
    }
    return {
      publicAddresses: "possible",
      publicSays: `Interfaces in ${address} can have public addresses: it does not set prohibit_public_ip_on_vnic.`,
    };
  }
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}
