import { Region } from "../../../jurisdiction";
import type { Block } from "../../model/block";
import {
  type Gateway,
  type Hub,
  type Link,
  type Pair,
  type PeerEnd,
  type RouteTable,
  resourceNamed,
} from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, once, push } from "../memo";
import { targetName } from "../names";
import type { Target } from "../targets";
import { isForeignAccount } from "./accounts";
import type { AwsRouting } from "./routing";

const UNTOLD = "a region that nothing tells";
const PEERING = "aws_ec2_transit_gateway_peering_attachment";
const TGW = "transit_gateway_id";
const PEER_TGW = "peer_transit_gateway_id";

/** Transit gateways and VPC peerings. */
export class AwsHubs {
  private readonly hubs = new Map<Block, Hub>();
  private readonly pairs = new Map<Block, Pair>();
  private readonly links = new Map<Block, Link[]>();

  constructor(
    private readonly inventory: Inventory,
    private readonly routing: AwsRouting,
  ) {
    const attach = (type: string, argument: string, toLinks: (located: Located) => Link[]) => {
      for (const located of inventory.of(type)) {
        for (const target of inventory.targets(located, argument)) {
          if (target.kind === "block") {
            for (const link of toLinks(located)) {
              push(this.links, target.block, link);
            }
          }
        }
      }
    };
    attach("aws_ec2_transit_gateway_vpc_attachment", TGW, (located) => this.vpcLinks(located));
    attach(PEERING, TGW, (located) => [
      { kind: "peer", peer: this.peerOf(located, PEER_TGW, "peer_account_id") },
    ]);
    attach(PEERING, PEER_TGW, (located) => [{ kind: "peer", peer: this.ownOf(located, TGW) }]);
    for (const [type, argument] of [
      ["aws_vpn_connection", TGW],
      ["aws_dx_gateway_association", "associated_gateway_id"],
    ] as const) {
      attach(type, argument, (located) => [{ kind: "peer", peer: premises(located) }]);
    }
  }

  private vpcLinks(attachment: Located): Link[] {
    return this.inventory.targets(attachment, "vpc_id").flatMap((vpc): Link[] => {
      const network = this.routing.networkOf(vpc);
      return network === undefined
        ? [{ kind: "peer", peer: this.ownOf(attachment, "vpc_id") }]
        : [{ kind: "network", network, tables: once(() => this.transitTables(attachment)) }];
    });
  }

  /** Tables of the attachment's subnets that lead on, and not just back to a transit gateway. */
  private transitTables(attachment: Located): readonly RouteTable[] {
    const tables = this.inventory
      .targets(attachment, "subnet_ids")
      .flatMap((target) => this.routing.tablesOfSubnetTarget(target));
    return [...new Set(tables)].filter(
      (table) =>
        table.unproven !== undefined ||
        table.routes().some(({ gateway }) => gateway.kind !== "hub" && gateway.kind !== "nowhere"),
    );
  }

  /** Networks and gateways that belong together. */
  *joints(): Iterable<readonly [Block, Block]> {
    for (const [hub, links] of this.links) {
      for (const link of links) {
        if (link.kind === "network") {
          yield [hub, link.network.block];
        }
      }
    }
    for (const located of this.inventory.of(PEERING)) {
      yield* this.jointsOf(located, [TGW, PEER_TGW]);
    }
    for (const located of this.inventory.of("aws_vpc_peering_connection")) {
      yield* this.jointsOf(located, ["vpc_id", "peer_vpc_id"]);
    }
  }

  private *jointsOf(located: Located, names: readonly string[]): Iterable<readonly [Block, Block]> {
    for (const name of names) {
      for (const target of this.inventory.targets(located, name)) {
        if (target.kind === "block") {
          yield [located.block, target.block];
        }
      }
    }
  }

  hubGateway(target: Target): Gateway {
    const named = resourceNamed(target, "aws_ec2_transit_gateway");
    if (named === undefined) {
      return { kind: "unknown", reason: `what hangs on ${targetName(target)} is not in the input` };
    }
    const { block } = named;
    const hub = getOrMake(this.hubs, block, (): Hub => {
      const links = this.links.get(block) ?? [];
      // Transit gateway route tables could limit it further: this is all that can be reached.
      return { name: block.address, links, linksFrom: () => links };
    });
    return { kind: "hub", hub };
  }

  pairGateway(target: Target): Gateway {
    const named =
      resourceNamed(target, "aws_vpc_peering_connection_accepter") ??
      resourceNamed(target, "aws_vpc_peering_connection_options");
    if (named !== undefined) {
      const [accepted] = this.inventory.targets(named, "vpc_peering_connection_id");
      const connection = accepted && resourceNamed(accepted, "aws_vpc_peering_connection");
      return connection === undefined
        ? {
            kind: "unknown",
            reason: `${named.block.address} accepts a peering that is not in the input`,
          }
        : this.pairOf(connection);
    }
    const connection = resourceNamed(target, "aws_vpc_peering_connection");
    return connection === undefined
      ? { kind: "unknown", reason: `the peer of ${targetName(target)} is not in the input` }
      : this.pairOf(connection);
  }

  private pairOf(peering: Located): Gateway {
    const pair = getOrMake(this.pairs, peering.block, () => ({
      name: peering.block.address,
      located: peering,
      far: this.endsOf(peering),
    }));
    return { kind: "pair", pair };
  }

  private endsOf(peering: Located): readonly Link[] {
    const linksOf = (name: string, toPeer: () => PeerEnd): readonly Link[] =>
      this.inventory.targets(peering, name).map((target): Link => {
        const network = this.routing.networkOf(target);
        return network === undefined
          ? { kind: "peer", peer: toPeer() }
          : { kind: "network", network, tables: () => [] };
      });
    return [
      ...linksOf("vpc_id", () => this.ownOf(peering, "vpc_id")),
      ...linksOf("peer_vpc_id", () => this.peerOf(peering, "peer_vpc_id", "peer_owner_id")),
    ];
  }

  /** The side that asks for the joint, which lies where the block itself does. */
  private ownOf(located: Located, argument: string): PeerEnd {
    return this.endOf(located, argument, this.inventory.placeOf(located).regions, false);
  }

  /** The side that is asked, by its region: that of the other side where none is named. */
  private peerOf(located: Located, argument: string, accountArgument: string): PeerEnd {
    const { inventory } = this;
    const value = inventory.argument(located, "peer_region");
    const regions =
      value === undefined
        ? inventory.placeOf(located).regions
        : (inventory.texts(value, located) ?? [""]).map((id) => Region.find(id));
    const isForeign = isForeignAccount(located, accountArgument, inventory);
    return this.endOf(located, argument, regions, isForeign);
  }

  private endOf(
    located: Located,
    argument: string,
    regions: readonly (Region | undefined)[],
    isForeign: boolean,
  ): PeerEnd {
    const { inventory } = this;
    const { block, stack } = located;
    const names = inventory.targets(located, argument).map(targetName);
    const isInside =
      regions.length > 0 &&
      regions.every((region) => region !== undefined && inventory.jurisdiction.allows(region));
    const isOutside = regions.some(
      (region) => region !== undefined && !inventory.jurisdiction.allows(region),
    );
    const verdict = isOutside ? "open" : isInside && !isForeign ? "peered-inside" : "unproven";
    const where =
      regions.length === 0 ? UNTOLD : regions.map((region) => region?.id ?? UNTOLD).join(" or ");
    return {
      verdict,
      hop: { stack: stack.name, address: block.address, says: "It is a peering." },
      evidence: `The peer ${names.join(" or ")} of ${block.address} lies in ${where}${isForeign ? ", in another account" : ""}.`,
      tables: () => [],
    };
  }
}

function premises({ block, stack }: Located): PeerEnd {
  return {
    verdict: "unproven",
    hop: {
      stack: stack.name,
      address: block.address,
      says: "It leads to a network that is not in the cloud.",
    },
    evidence: `Nothing tells where the network behind ${block.address} stands.`,
    tables: () => [],
  };
}
