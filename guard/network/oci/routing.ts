import { parseOcid } from "../../../jurisdiction";
import { own } from "../../json/json";
import { appendToken } from "../../json/pointer";
import type { Block } from "../../model/block";
import type { Gateway, Network, Route, RouteTable } from "../graph";
import type { Inventory, Located, Nested } from "../inventory";
import { once } from "../memo";
import { written } from "../names";
import type { Target } from "../targets";
import { OciAppliances } from "./appliances";
import { OciHubs } from "./hubs";
import { ociPeers } from "./peers";

const TABLE_TYPES = new Set(["oci_core_route_table", "oci_core_default_route_table"]);

/** Route tables of VCNs, and what their rules lead to. */
export class OciRouting {
  readonly hubs: OciHubs;
  readonly appliances: OciAppliances;
  private readonly tables = new Map<Block, RouteTable>();
  private readonly defaults = new Map<Block, Located>();
  private readonly attached = new Map<Block, RouteTable[]>();

  constructor(
    private readonly inventory: Inventory,
    readonly networkOf: (target: Target) => Network | undefined,
  ) {
    for (const table of inventory.of("oci_core_default_route_table")) {
      for (const target of inventory.targets(table, "manage_default_resource_id")) {
        if (target.kind === "block") {
          this.defaults.set(target.block, table);
        }
      }
    }
    this.hubs = new OciHubs(inventory, this);
    this.appliances = new OciAppliances(inventory, this);
    for (const attachment of inventory.of("oci_core_route_table_attachment")) {
      for (const target of inventory.targets(attachment, "subnet_id")) {
        if (target.kind === "block") {
          const found = this.tablesAt(attachment, "route_table_id");
          this.attached.set(target.block, [...(this.attached.get(target.block) ?? []), ...found]);
        }
      }
    }
  }

  /** The tables of a subnet: those it names or that are attached to it, or else its VCN's default. */
  tablesOfSubnet(subnet: Located, network: Network | undefined): readonly RouteTable[] {
    const named = this.tablesAt(subnet, "route_table_id");
    const attached = this.attached.get(subnet.block);
    const all = attached === undefined ? named : [...named, ...attached];
    return all.length > 0 ? all : [this.defaultTable(network)];
  }

  /** The tables that an argument names. */
  tablesAt(located: Located, argument: string): readonly RouteTable[] {
    return this.inventory.targets(located, argument).map((target) => this.table(target));
  }

  table(target: Target): RouteTable {
    if (target.kind === "block") {
      const { block, stack, attribute } = target;
      if (block.kind === "resource" && TABLE_TYPES.has(block.type)) {
        return this.tableOf({ block, stack });
      }
      if (attribute === "default_route_table_id") {
        return this.defaultTable(this.networkOf({ ...target, attribute: "id" }));
      }
    }
    return unprovenTable(
      target.kind === "unknown"
        ? `which route table it has is not known: ${target.reason}`
        : `the route table ${target.kind === "text" ? target.text : target.block.address} is not in the input`,
    );
  }

  private defaultTable(network: Network | undefined): RouteTable {
    if (network === undefined) {
      return unprovenTable("its network, whose route table it has, is not in the input");
    }
    const managed = this.defaults.get(network.block);
    return managed === undefined
      ? {
          name: `the default route table of ${network.block.address}, which Oracle creates without rules`,
          located: undefined,
          routes: () => [],
        }
      : this.tableOf(managed);
  }

  private tableOf(located: Located): RouteTable {
    let table = this.tables.get(located.block);
    if (table === undefined) {
      table = this.makeTable(located);
      this.tables.set(located.block, table);
    }
    return table;
  }

  private makeTable(located: Located): RouteTable {
    const name = located.block.address;
    const { blocks, isWhole } = this.inventory.nested(located, "route_rules");
    const routes = once(() => blocks.flatMap((nested) => this.routesOf(nested, located)));
    return isWhole
      ? { name, located, routes }
      : { name, located, routes, unproven: `an expression makes the rules of ${name}` };
  }

  private routesOf(nested: Nested, located: Located): Route[] {
    // Before `destination` there was `cidr_block`, which the provider still takes.
    const argument = isSet(nested, "destination") ? "destination" : "cidr_block";
    const peers = ociPeers(nested, argument, "destination_type", located, this.inventory);
    const source = {
      ...located,
      pointer: appendToken(nested.pointer, "network_entity_id"),
      value: written(own(nested.value, "network_entity_id")),
    };
    const targets = this.inventory.targetsIn(nested, "network_entity_id", located);
    return targets.flatMap((target) => {
      const gateway = this.gateway(target);
      return peers.map((to) => ({ to, gateway, source }));
    });
  }

  private gateway(target: Target): Gateway {
    if (target.kind === "unknown") {
      return { kind: "unknown", reason: target.reason };
    }
    if (target.kind === "text") {
      return byOcid(target.text);
    }
    const { block, stack } = target;
    const located = { block, stack };
    const name = block.address;
    // A data source finds what another configuration makes: of the same type, in the plural.
    switch (block.type.replace(/s$/, "")) {
      case "oci_core_internet_gateway":
        return block.kind === "resource" && this.inventory.flag(located, "enabled") === false
          ? { kind: "nowhere", name: `${name}, which is switched off` }
          : { kind: "internet", name, located };
      case "oci_core_nat_gateway":
        return block.kind === "resource" && this.inventory.flag(located, "block_traffic") === true
          ? { kind: "nowhere", name: `${name}, which blocks traffic` }
          : { kind: "nat", name, located };
      case "oci_core_service_gateway":
        return { kind: "services", name, located };
      case "oci_core_drg":
        return block.kind === "resource"
          ? { kind: "hub", hub: this.hubs.hub(located) }
          : unknownHere(name);
      case "oci_core_local_peering_gateway":
        return block.kind === "resource"
          ? { kind: "pair", pair: this.hubs.pair(located) }
          : unknownHere(name);
      default:
        return this.appliances.gateway(target) ?? unknownHere(name);
    }
  }
}

function unknownHere(name: string): Gateway {
  return { kind: "unknown", reason: `what ${name} leads to is not in the input` };
}

/** A gateway that the input does not hold: its OCID tells what it is. */
function byOcid(text: string): Gateway {
  const { value } = parseOcid(text);
  const gateway = { name: text, located: undefined };
  switch (value?.type) {
    case "internetgateway":
      return { kind: "internet", ...gateway };
    case "natgateway":
      return { kind: "nat", ...gateway };
    case "servicegateway":
      return { kind: "services", ...gateway };
    default:
      return unknownHere(text);
  }
}

export function unprovenTable(reason: string): RouteTable {
  return { name: "a route table", located: undefined, routes: () => [], unproven: reason };
}

function isSet(nested: Nested, name: string): boolean {
  const value = own(nested.value, name);
  return value !== undefined && value !== null && value !== "";
}
