import { own } from "../../json/json";
import type { Block } from "../../model/block";
import type { Gateway, RouteTable } from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, push } from "../memo";
import type { Target } from "../targets";
import { firewallLets } from "./firewall-policy";
import type { OciRouting } from "./routing";

/** Hosts and firewalls that a route sends traffic to by their private address. */
export class OciAppliances {
  private readonly gateways = new Map<Block, Gateway | undefined>();
  private readonly rulesOfPolicy = new Map<Block, Located[]>();

  constructor(
    private readonly inventory: Inventory,
    private readonly routing: OciRouting,
  ) {
    for (const rule of inventory.of("oci_network_firewall_network_firewall_policy_security_rule")) {
      for (const target of inventory.targets(rule, "network_firewall_policy_id")) {
        if (target.kind === "block") {
          push(this.rulesOfPolicy, target.block, rule);
        }
      }
    }
  }

  /** What traffic for the private address `target` passes; undefined where it names none. */
  gateway(target: Target & { kind: "block" }): Gateway | undefined {
    return getOrMake(this.gateways, target.block, () => this.resolve(target));
  }

  private resolve({ block, stack }: Located): Gateway | undefined {
    const located = { block, stack };
    if (/^oci_core_private_ips?$/.test(block.type)) {
      return this.ofPrivateIp(located);
    }
    if (block.type === "oci_network_firewall_network_firewall") {
      return this.firewall(located);
    }
    return /^oci_core_(?:instance|vnic_attachment)$/.test(block.type)
      ? this.host(located)
      : undefined;
  }

  /** A private address, as a resource or found by a data source: whose it is. */
  private ofPrivateIp(address: Located): Gateway | undefined {
    const owners = ["ip_address", "vnic_id"].flatMap((name) =>
      this.inventory.targets(address, name),
    );
    for (const owner of owners) {
      if (owner.kind === "block" && owner.block !== address.block) {
        const gateway = this.gateway(owner);
        if (gateway !== undefined) {
          return gateway;
        }
      }
    }
    const tables = () => this.tablesOfSubnets(address, "subnet_id");
    return this.inventory.argument(address, "subnet_id") === undefined
      ? undefined
      : { kind: "appliance", name: address.block.address, located: address, tables, lets: "all" };
  }

  private firewall(firewall: Located): Gateway {
    const policies = this.inventory.targets(firewall, "network_firewall_policy_id");
    const lets = policies.map((policy) =>
      policy.kind === "block" && policy.block.kind === "resource"
        ? firewallLets(this.rulesOfPolicy.get(policy.block) ?? [], this.inventory)
        : "some",
    );
    return {
      kind: "appliance",
      name: firewall.block.address,
      located: firewall,
      tables: () => this.tablesOfSubnets(firewall, "subnet_id"),
      lets: lets.includes("all") ? "all" : lets.every((each) => each === "none") ? "none" : "some",
    };
  }

  private host(host: Located): Gateway {
    const nested = this.inventory.nested(host, "create_vnic_details").blocks;
    const targets = [
      ...this.inventory.targets(host, "subnet_id"),
      ...nested.flatMap((each) => this.inventory.targetsIn(each, "subnet_id", host)),
    ];
    const tables = () => targets.flatMap((target) => this.tablesOfSubnet(target));
    return { kind: "appliance", name: host.block.address, located: host, tables, lets: "all" };
  }

  private tablesOfSubnets(located: Located, argument: string): readonly RouteTable[] {
    return this.inventory
      .targets(located, argument)
      .flatMap((target) => this.tablesOfSubnet(target));
  }

  private tablesOfSubnet(target: Target): readonly RouteTable[] {
    if (target.kind !== "block" || target.block.type !== "oci_core_subnet") {
      return [this.routing.table(target)];
    }
    const subnet = { block: target.block, stack: target.stack };
    const [network] = this.inventory
      .targets(subnet, "vcn_id")
      .map((vcn) => this.routing.networkOf(vcn));
    return own(subnet.block.body, "vcn_id") === undefined
      ? []
      : this.routing.tablesOfSubnet(subnet, network);
  }
}
