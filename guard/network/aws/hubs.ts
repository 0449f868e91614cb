import { Region } from "../../../jurisdiction";
import type { Block } from "../../model/block";
import type { Gateway, Hub, Link, Network, Pair, PeerEnd, RouteTable } from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, once, push } from "../memo";
import { targetName } from "../names";
import type { Target } from "../targets";
import { isForeignAccount } from "./accounts";
import type { AwsRouting } from "./routing";

const TGW = "transit_gateway_id";

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
    attach("aws_ec2_transit_gateway_peering_attachment", TGW, (located) => [
      { kind: "peer", peer: this.peerOf(located, "peer_transit_gateway_id", "peer_account_id") },
    ]);
    attach("aws_ec2_transit_gateway_peering_attachment", "peer_transit_gateway_id", (located) => [
      { kind: "peer", peer: this.peerOf(located, TGW, "peer_account_id") },
    ]);
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
        ? [{ kind: "peer", peer: this.peerOf(attachment, "vpc_id", "") }]
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
    for (const located of this.inventory.of("aws_ec2_transit_gateway_peering_attachment")) {
      yield* this.jointsOf(located, [TGW, "peer_transit_gateway_id"]);
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
    if (target.kind !== "block" || target.block.type !== "aws_ec2_transit_gateway") {
      return { kind: "unknown", reason: `what hangs on ${targetName(target)} is not in the input` };
    }
    const { block } = target;
    if (block.kind !== "resource") {
      return { kind: "unknown", reason: `what hangs on ${block.address} is not in the input` };
    }
    const hub = getOrMake(this.hubs, block, (): Hub => {
      const links = this.links.get(block) ?? [];
      // Transit gateway route tables could limit it further: this is all that can be reached.
      return { name: block.address, links, linksFrom: () => links };
    });
    return { kind: "hub", hub };
  }

  pairGateway(target: Target): Gateway {
    if (
      target.kind !== "block" ||
      target.block.kind !== "resource" ||
      !target.block.type.startsWith("aws_vpc_peering_connection")
    ) {
      return { kind: "unknown", reason: `the peer of ${targetName(target)} is not in the input` };
    }
    const peering = { block: target.block, stack: target.stack };
    if (target.block.type !== "aws_vpc_peering_connection") {
      const [named] = this.inventory.targets(peering, "vpc_peering_connection_id");
      return named?.kind === "block" && named.block !== target.block
        ? this.pairGateway(named)
        : {
            kind: "unknown",
            reason: `${target.block.address} accepts a peering that is not in the input`,
          };
    }
    const pair = getOrMake(this.pairs, peering.block, () => ({
      name: peering.block.address,
      located: peering,
      far: this.endsOf(peering),
    }));
    return { kind: "pair", pair };
  }

  private endsOf(peering: Located): readonly Link[] {
    const ends = ["vpc_id", "peer_vpc_id"].map((name) =>
      this.inventory.targets(peering, name).map((target) => this.routing.networkOf(target)),
    );
    return ends
      .flat()
      .map(
        (network: Network | undefined): Link =>
          network === undefined
            ? { kind: "peer", peer: this.peerOf(peering, "peer_vpc_id", "peer_owner_id") }
            : { kind: "network", network, tables: () => [] },
      );
  }

  /** The far side by its region, which is the near one's own where none is named. */
  private peerOf(located: Located, peerArgument: string, accountArgument: string): PeerEnd {
    const { inventory } = this;
    const { block, stack } = located;
    const [peer] = inventory.targets(located, peerArgument);
    const value = inventory.argument(located, "peer_region");
    const regions =
      value === undefined
        ? inventory.placeOf(located).regions
        : (inventory.texts(value, located) ?? [""]).map((id) => Region.find(id));
    const isInside =
      regions.length > 0 &&
      regions.every((region) => region !== undefined && inventory.jurisdiction.allows(region));
    const isOutside = regions.some(
      (region) => region !== undefined && !inventory.jurisdiction.allows(region),
    );
    const isForeign = isForeignAccount(located, accountArgument, inventory);
    const verdict = isOutside ? "open" : isInside && !isForeign ? "peered-inside" : "unproven";
    const where = regions.map((region) => region?.id ?? "a region that nothing tells").join(" or ");
    return {
      verdict,
      hop: { stack: stack.name, address: block.address, says: "It is a peering." },
      evidence: `The peer ${peer === undefined ? "" : targetName(peer)} of ${block.address} lies in ${where}${isForeign ? ", in another account" : ""}.`,
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
