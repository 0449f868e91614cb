import { type JsonObject, own } from "../../json/json";
import { appendToken } from "../../json/pointer";
import type { Block } from "../../model/block";
import type { Gateway, Network, Route, RouteTable } from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, once, push } from "../memo";
import { targetName, written } from "../names";
import { unprovenTable } from "../oci/routing";
import { argumentOf } from "../stations";
import type { Target } from "../targets";
import { AwsHubs } from "./hubs";
import { awsPeers } from "./peers";

/** Arguments of a route that say where it leads. */
const GATEWAYS = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "instance_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
] as const;

/** Route tables of VPCs, and what their routes lead to. */
export class AwsRouting {
  readonly hubs: AwsHubs;
  private readonly tables = new Map<Block, RouteTable>();
  private readonly ofSubnet = new Map<Block, Target[]>();
  private readonly main = new Map<Block, Target[]>();
  private readonly routes = new Map<Block, Located[]>();
  private readonly endpoints = new Map<Block, Located[]>();
  private readonly propagations = new Map<Block, Located[]>();

  constructor(
    private readonly inventory: Inventory,
    readonly networkOf: (target: Target) => Network | undefined,
  ) {
    for (const [type, argument, into] of [
      ["aws_route_table_association", "subnet_id", this.ofSubnet],
      ["aws_main_route_table_association", "vpc_id", this.main],
    ] as const) {
      for (const located of inventory.of(type)) {
        for (const target of inventory.targets(located, argument)) {
          if (target.kind === "block") {
            for (const table of inventory.targets(located, "route_table_id")) {
              push(into, target.block, table);
            }
          }
        }
      }
    }
    for (const located of inventory.of("aws_default_route_table")) {
      for (const target of inventory.targets(located, "default_route_table_id")) {
        if (target.kind === "block") {
          push(this.main, target.block, { kind: "block", ...located, attribute: "id" });
        }
      }
    }
    for (const [type, argument, into] of [
      ["aws_route", "route_table_id", this.routes],
      ["aws_vpc_endpoint", "route_table_ids", this.endpoints],
      ["aws_vpc_endpoint_route_table_association", "route_table_id", this.endpoints],
      ["aws_vpn_gateway_route_propagation", "route_table_id", this.propagations],
    ] as const) {
      for (const located of inventory.of(type)) {
        for (const target of inventory.targets(located, argument)) {
          if (target.kind === "block") {
            push(into, target.block, located);
          }
        }
      }
    }
    this.hubs = new AwsHubs(inventory, this);
  }

  tablesOfSubnet(subnet: Located, network: Network | undefined): readonly RouteTable[] {
    const named = this.ofSubnet.get(subnet.block) ?? [];
    return named.length > 0
      ? named.flatMap((target) =>
          isOfVpc(target) ? this.mainTables(this.networkOf(target)) : [this.table(target)],
        )
      : this.mainTables(network);
  }

  private mainTables(network: Network | undefined): readonly RouteTable[] {
    if (network === undefined) {
      return [unprovenTable("its network, whose main route table it has, is not in the input")];
    }
    const named = this.main.get(network.block);
    return named === undefined
      ? [this.originalTable(network)]
      : named.map((target) => {
          // A VPC's main table that is named by the VPC itself is the one that AWS makes for it.
          const same = isOfVpc(target) ? this.networkOf(target) : undefined;
          return same === network ? this.originalTable(network) : this.table(target);
        });
  }

  private originalTable(network: Network): RouteTable {
    return this.tableOf(network, `the main route table of ${network.block.address}`);
  }

  private table(target: Target): RouteTable {
    return target.kind === "block" &&
      target.block.kind === "resource" &&
      /^aws_(?:default_)?route_table$/.test(target.block.type)
      ? this.tableOf({ block: target.block, stack: target.stack }, target.block.address)
      : unprovenTable(`the route table ${targetName(target)} is not in the input`);
  }

  /** A route table, or by a VPC the main one that AWS makes for it. */
  private tableOf(located: Located, name: string): RouteTable {
    return getOrMake(this.tables, located.block, () => {
      const { blocks, isWhole } = this.inventory.nested(located, "route");
      return {
        name,
        located,
        routes: once(() => [
          ...blocks.flatMap(({ value, pointer }) => this.routesOf(value, pointer, located)),
          ...(this.routes.get(located.block) ?? []).flatMap((route) =>
            this.routesOf(route.block.body, route.block.pointer, route),
          ),
          ...(this.endpoints.get(located.block) ?? []).map(endpointRoute),
          ...this.propagated(located, "propagating_vgws"),
          ...(this.propagations.get(located.block) ?? []).flatMap((each) =>
            this.propagated(each, "vpn_gateway_id"),
          ),
        ]),
        ...(isWhole ? {} : { unproven: `an expression makes the routes of ${name}` }),
      };
    });
  }

  /** Routes that a virtual private gateway learns from the other end of a VPN. */
  private propagated(located: Located, argument: string): Route[] {
    return this.inventory.targets(located, argument).map((target) => ({
      to: { kind: "unknown", reason: "they are learned from the other end" },
      gateway: { kind: "premises", name: targetName(target), located },
      source: argumentOf(located, argument),
    }));
  }

  private routesOf(body: JsonObject, pointer: string, located: Located): Route[] {
    const peers = awsPeers(body, located, this.inventory);
    return GATEWAYS.flatMap((argument) => {
      const value = own(body, argument);
      if (value === undefined || value === "") {
        return [];
      }
      const source = { ...located, pointer: appendToken(pointer, argument), value: written(value) };
      return this.inventory.resolver
        .targets(value, located.stack, located.block)
        .flatMap((target) => {
          const gateway = this.gateway(argument, target);
          return peers.map(({ peer }) => ({ to: peer, gateway, source }));
        });
    });
  }

  private gateway(argument: (typeof GATEWAYS)[number], target: Target): Gateway {
    const name = targetName(target);
    const located = target.kind === "block" ? target : undefined;
    if (target.kind === "unknown") {
      return argument === "nat_gateway_id" || argument === "egress_only_gateway_id"
        ? { kind: "nat", name: `what ${argument} names`, located }
        : { kind: "unknown", reason: target.reason };
    }
    switch (argument) {
      case "gateway_id":
        return gatewayById(target, name, located);
      case "nat_gateway_id":
        return this.natGateway(name, located);
      case "egress_only_gateway_id":
        return { kind: "nat", name, located };
      case "carrier_gateway_id":
        return { kind: "internet", name, located };
      case "local_gateway_id":
        return { kind: "premises", name, located };
      case "transit_gateway_id":
        return this.hubs.hubGateway(target);
      case "vpc_peering_connection_id":
        return this.hubs.pairGateway(target);
      case "instance_id":
      case "network_interface_id":
        return this.host(name, located);
      default:
        return { kind: "unknown", reason: `what ${name} leads to is not in the input` };
    }
  }

  /** A private NAT gateway changes addresses and sends on by its subnet's routes. */
  private natGateway(name: string, located: Located | undefined): Gateway {
    return located !== undefined && this.isPrivate(located)
      ? this.host(name, located)
      : { kind: "nat", name, located };
  }

  private isPrivate(nat: Located): boolean {
    const types = this.inventory.texts(this.inventory.argument(nat, "connectivity_type"), nat);
    return types?.every((type) => type === "private") === true;
  }

  private host(name: string, located: Located | undefined): Gateway {
    if (located === undefined || located.block.kind !== "resource") {
      return { kind: "unknown", reason: `where ${name} stands is not in the input` };
    }
    const tables = () =>
      this.inventory
        .targets(located, "subnet_id")
        .flatMap((target) => this.tablesOfSubnetTarget(target));
    return { kind: "appliance", name, located, tables, lets: "all" };
  }

  tablesOfSubnetTarget(target: Target): readonly RouteTable[] {
    if (target.kind !== "block" || target.block.type !== "aws_subnet") {
      return [unprovenTable(`the subnet ${targetName(target)} is not in the input`)];
    }
    const subnet = { block: target.block, stack: target.stack };
    const [vpc] = this.inventory.targets(subnet, "vpc_id");
    return this.tablesOfSubnet(subnet, vpc === undefined ? undefined : this.networkOf(vpc));
  }
}

/** True for a route table that is named as an attribute of its VPC. */
function isOfVpc(target: Target): boolean {
  return target.kind === "block" && /^(?:main|default)_route_table_id$/.test(target.attribute);
}

function gatewayById(
  target: Target & { kind: "block" | "text" },
  name: string,
  located: Located | undefined,
): Gateway {
  const type = target.kind === "block" ? target.block.type : target.text.split("-", 1)[0];
  switch (type) {
    case "aws_internet_gateway":
    case "igw":
      return { kind: "internet", name, located };
    case "aws_vpn_gateway":
    case "vgw":
      return { kind: "premises", name, located };
    case "aws_vpc_endpoint":
      return { kind: "services", name, located };
    case "local":
      return { kind: "nowhere", name: "the VPC itself" };
    default:
      return { kind: "unknown", reason: `what ${name} leads to is not in the input` };
  }
}

function endpointRoute(endpoint: Located): Route {
  const { block } = endpoint;
  return {
    to: { kind: "services", label: block.address, status: "inside" },
    gateway: { kind: "services", name: block.address, located: endpoint },
    source: { ...endpoint, pointer: block.pointer, value: "" },
  };
}
