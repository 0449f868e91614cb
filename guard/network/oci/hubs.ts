import { own } from "../../json/json";
import type { Block } from "../../model/block";
import type { Cidr } from "../cidr";
import { type Hub, type Link, type Pair, type PeerEnd, resourceNamed } from "../graph";
import type { Inventory, Located } from "../inventory";
import { getOrMake, once, push } from "../memo";
import { hopOf } from "../stations";
import type { Target } from "../targets";
import { type Attachment, addByTarget, DrgRoutes } from "./drg-routes";
import { premises, unseenPeer } from "./peer-ends";
import type { OciRouting } from "./routing";

const RPC = "oci_core_remote_peering_connection";

const RPC_KIND = "REMOTE_PEERING_CONNECTION";

const KINDS = [RPC_KIND, "IPSEC_TUNNEL", "VIRTUAL_CIRCUIT"] as const;

/** Dynamic routing gateways and local peering gateways: what joins VCNs to other networks. */
export class OciHubs {
  private readonly hubs = new Map<Block, Hub>();
  private readonly pairs = new Map<Block, Pair>();
  private readonly attachments = new Map<Block, Attachment[]>();
  private readonly tables = new Map<Block, Map<string, readonly Link[]>>();
  private readonly routes: DrgRoutes;
  /** Peering connections and gateways that name another as their peer, by the other. */
  private readonly requestors = new Map<Block, Located[]>();

  constructor(
    private readonly inventory: Inventory,
    private readonly routing: OciRouting,
  ) {
    this.routes = new DrgRoutes(inventory);
    addByTarget(inventory, RPC, "peer_id", this.requestors);
    addByTarget(inventory, "oci_core_local_peering_gateway", "peer_id", this.requestors);
    this.attachAll();
  }

  private attachAll(): void {
    for (const located of this.inventory.of("oci_core_drg_attachment")) {
      for (const target of this.networkTargets(located)) {
        const network = this.routing.networkOf(target);
        const tables = once(() => this.transitTables(located));
        this.attach(
          located,
          "drg_id",
          "VCN",
          network === undefined
            ? { kind: "peer", peer: unseenPeer(target, located, this.inventory) }
            : { kind: "network", network, tables },
        );
      }
      this.attachUnseen(located);
    }
    for (const located of this.inventory.of(RPC)) {
      const peer = this.remotePeer(located);
      this.attach(located, "drg_id", RPC_KIND, { kind: "peer", peer });
    }
    for (const located of this.inventory.of("oci_core_ipsec")) {
      const peer = premises(located, "a Site-to-Site VPN, whose other end can stand anywhere");
      this.attach(located, "drg_id", "IPSEC_TUNNEL", { kind: "peer", peer });
    }
    for (const located of this.inventory.of("oci_core_virtual_circuit")) {
      const peer = premises(located, "a FastConnect circuit, whose other end can stand anywhere");
      this.attach(located, "gateway_id", "VIRTUAL_CIRCUIT", { kind: "peer", peer });
    }
  }

  /** A connection that the input does not hold, attached by its OCID. */
  private attachUnseen(attachment: Located): void {
    for (const nested of this.inventory.nested(attachment, "network_details").blocks) {
      const kind = KINDS.find((each) => each === own(nested.value, "type"));
      for (const target of this.inventory.targetsIn(nested, "id", attachment)) {
        if (kind !== undefined && target.kind !== "block") {
          const peer =
            kind === RPC_KIND
              ? unseenPeer(target, attachment, this.inventory)
              : premises(attachment, "a connection to a network that is not in the cloud");
          this.attach(attachment, "drg_id", kind, { kind: "peer", peer });
        }
      }
    }
  }

  private attach(located: Located, argument: string, kind: Attachment["kind"], link: Link): void {
    for (const target of this.inventory.targets(located, argument)) {
      if (target.kind === "block") {
        push(this.attachments, target.block, { kind, located, link });
      }
    }
  }

  /** Blocks that belong to one net of networks. */
  *joints(): Iterable<readonly [Block, Block]> {
    for (const [drg, attachments] of this.attachments) {
      for (const { located, link } of attachments) {
        yield [drg, link.kind === "network" ? link.network.block : located.block];
      }
    }
    for (const [peer, requestors] of this.requestors) {
      for (const { block } of requestors) {
        yield [peer, block];
      }
    }
    for (const gateway of this.inventory.of("oci_core_local_peering_gateway")) {
      for (const vcn of this.inventory.targets(gateway, "vcn_id")) {
        const network = this.routing.networkOf(vcn);
        if (network !== undefined) {
          yield [gateway.block, network.block];
        }
      }
    }
  }

  /** The VCN of an attachment, in either of its two forms. */
  networkTargets(attachment: Located): readonly Target[] {
    const details = this.inventory.nested(attachment, "network_details").blocks;
    return [
      ...this.inventory.targets(attachment, "vcn_id"),
      ...details.flatMap((nested) =>
        own(nested.value, "type") === "VCN"
          ? this.inventory.targetsIn(nested, "id", attachment)
          : [],
      ),
    ];
  }

  private transitTables(attachment: Located) {
    const details = this.inventory.nested(attachment, "network_details").blocks;
    return [
      ...this.routing.tablesAt(attachment, "route_table_id"),
      ...details.flatMap((nested) =>
        this.inventory
          .targetsIn(nested, "route_table_id", attachment)
          .map((target) => this.routing.table(target)),
      ),
    ];
  }

  hub(drg: Located): Hub {
    return getOrMake(this.hubs, drg.block, () => {
      const attachments = this.attachments.get(drg.block) ?? [];
      const byNetwork = new Map<Block, Attachment>();
      for (const attachment of attachments) {
        if (attachment.link.kind === "network") {
          byNetwork.set(attachment.link.network.block, attachment);
        }
      }
      const links = attachments.map(({ link }) => link);
      return {
        name: drg.block.address,
        links,
        linksFrom: (network, range) => {
          const own = network === undefined ? undefined : byNetwork.get(network.block);
          return own === undefined ? links : this.linksOf(own, attachments, links, range);
        },
      };
    });
  }

  /**
   * What the DRG route table of an attachment leads to. The one that Oracle gives to VCN attachments
   * imports the routes of every attachment.
   */
  private linksOf(
    from: Attachment,
    all: readonly Attachment[],
    links: readonly Link[],
    range: Cidr | undefined,
  ): readonly Link[] {
    const [target, ...others] = this.inventory.targets(from.located, "drg_route_table_id");
    const table = target && resourceNamed(target, "oci_core_drg_route_table");
    if (table === undefined || others.length > 0) {
      return links;
    }
    const byRange = getOrMake(this.tables, table.block, () => new Map());
    return getOrMake(byRange, range?.text ?? "", () => [
      ...new Set(this.routes.ofTable(table, all, range).map(({ link }) => link)),
    ]);
  }

  pair(gateway: Located): Pair {
    return getOrMake(this.pairs, gateway.block, () => {
      const far = this.peersOf(gateway).map((target): Link => {
        if (target.kind === "block" && target.block.type === gateway.block.type) {
          const other = { block: target.block, stack: target.stack };
          const [network] = this.inventory
            .targets(other, "vcn_id")
            .flatMap((vcn) => this.routing.networkOf(vcn) ?? []);
          if (network !== undefined) {
            return {
              kind: "network",
              network,
              tables: once(() => this.routing.tablesAt(other, "route_table_id")),
            };
          }
        }
        return { kind: "peer", peer: unseenPeer(target, gateway, this.inventory) };
      });
      return { name: gateway.block.address, located: gateway, far };
    });
  }

  /** The peers of a peering connection or gateway: what it names, and what names it. */
  peersOf(located: Located): readonly Target[] {
    return [
      ...this.inventory.targets(located, "peer_id"),
      ...(this.requestors.get(located.block) ?? []).map(
        (other): Target => ({ kind: "block", ...other, attribute: "id" }),
      ),
    ];
  }

  private remotePeer(connection: Located): PeerEnd {
    const ends = this.peersOf(connection).map((target) => this.remoteEnd(target, connection));
    const [first, ...others] = ends;
    return first === undefined
      ? premises(connection, "a remote peering connection that no other in the input names")
      : (others.find((end) => end.verdict !== "peered-inside") ?? first);
  }

  private remoteEnd(target: Target, connection: Located): PeerEnd {
    if (target.kind !== "block") {
      return unseenPeer(target, connection, this.inventory);
    }
    const other = { block: target.block, stack: target.stack };
    const place = this.inventory.placeOf(other);
    const { address } = other.block;
    return {
      verdict:
        place.status === "inside"
          ? "peered-inside"
          : place.status === "outside"
            ? "open"
            : "unproven",
      hop: hopOf(connection, `It is peered with ${address}.`),
      evidence:
        place.status === "inside"
          ? `The peer ${address} lies in ${place.value}.`
          : `Of the peer ${address}, ${place.evidence}.`,
      tables: once(() => this.transitBehind(other)),
    };
  }

  /** By what tables the networks behind the other region's gateway send on what comes from here. */
  private transitBehind(connection: Located) {
    return this.inventory
      .targets(connection, "drg_id")
      .flatMap((drg) => (drg.kind === "block" ? (this.attachments.get(drg.block) ?? []) : []))
      .flatMap(({ link }) => (link.kind === "network" ? link.tables() : []));
  }
}
