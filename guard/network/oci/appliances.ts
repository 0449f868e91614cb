import type { Block } from "../../model/block";
import { type Gateway, type RouteTable, resourceNamed } from "../graph";
import type { Inventory, Located } from "../inventory";
import { push } from "../memo";
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
    const { block } = target;
    if (!this.gateways.has(block)) {
      // Until it is found: addresses can name one another in a circle.
      this.gateways.set(block, undefined);
      this.gateways.set(block, this.resolve(target));
    }
    return this.gateways.get(block);
  }

  private resolve({ block, stack }: Located): Gateway | undefined {
    const located = { block, stack };
    if (/^oci_core_private_ips?$/.test(block.type)) {
      return this.ofPrivateIp(located);
    }
    if (block.kind !== "resource") {
      // Found by a data source: another configuration says what it does with what it gets.
      return undefined;
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
      const gateway = owner.kind === "block" ? this.gateway(owner) : undefined;
      if (gateway !== undefined) {
        return gateway;
      }
    }
    const subnets = this.inventory.targets(address, "subnet_id");
    return subnets.length === 0 ? undefined : this.appliance(address, subnets, "all");
  }

  private firewall(firewall: Located): Gateway {
    const policies = this.inventory.targets(firewall, "network_firewall_policy_id");
    const lets = policies.map((policy) =>
      policy.kind === "block" && policy.block.kind === "resource"
        ? firewallLets(this.rulesOfPolicy.get(policy.block) ?? [], this.inventory)
        : "some",
    );
    const isClosed = lets.length > 0 && lets.every((each) => each === "none");
    return this.appliance(
      firewall,
      this.inventory.targets(firewall, "subnet_id"),
      lets.includes("all") ? "all" : isClosed ? "none" : "some",
    );
  }

  private host(host: Located): Gateway {
    const nested = this.inventory.nested(host, "create_vnic_details").blocks;
    const targets = [
      ...this.inventory.targets(host, "subnet_id"),
      ...nested.flatMap((each) => this.inventory.targetsIn(each, "subnet_id", host)),
    ];
    return this.appliance(host, targets, "all");
  }

  private appliance(
    located: Located,
    subnets: readonly Target[],
    lets: "all" | "some" | "none",
  ): Gateway {
    const name = located.block.address;
    const reason = `the subnet of ${name} is not in the input`;
    const known: readonly Target[] = subnets.length > 0 ? subnets : [{ kind: "unknown", reason }];
    const tables = () => known.flatMap((subnet) => this.tablesOfSubnet(subnet));
    return { kind: "appliance", name, located, tables, lets };
  }

  private tablesOfSubnet(target: Target): readonly RouteTable[] {
    const subnet = resourceNamed(target, "oci_core_subnet");
    if (subnet === undefined) {
      return [this.routing.table(target)];
    }
    const [network] = this.inventory
      .targets(subnet, "vcn_id")
      .map((vcn) => this.routing.networkOf(vcn));
    return this.routing.tablesOfSubnet(subnet, network);
  }
}
