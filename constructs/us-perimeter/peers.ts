import type { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { PropsError } from "../validation";
import { requirePrivateBlock } from "./check-cidrs";
import type { Foundation } from "./foundation";
import type { Ipv4Block } from "./ipv4";
import { type PeerEnd, PeeringGateway } from "./peering";

/** A peered network, as `peerWith` and `connectPeer` return it. */
export interface Peer {
  /** The blocks of it that were declared. */
  readonly cidrs: readonly string[];
  readonly region: Region;
}

/** The peers of one perimeter. Its dynamic routing gateway is made with the first. */
export class Peers {
  private readonly known = new Map<string, { readonly peer: Peer; readonly blocks: Ipv4Block[] }>();
  private gateway: PeeringGateway | undefined;

  constructor(
    private readonly scope: Construct,
    private readonly foundation: Foundation,
  ) {}

  /** This perimeter, as its peers see it. */
  get asPeer(): Peer {
    const { data, app } = this.foundation;
    return {
      cidrs: [data, app].map(({ block }) => String(block)),
      region: this.foundation.site.region,
    };
  }

  /**
   * @param prop prop that the blocks were given in
   * @throws PropsError for a peer that is known, for another realm, and for blocks that are not
   *   private or overlap
   */
  check(prop: string, id: string, peer: Peer): void {
    const { site, layout } = this.foundation;
    const refuse = (got: unknown, because: string, fix: string) =>
      new PropsError(this.scope, { prop, got, because, fix });
    if (this.known.has(id)) {
      throw refuse(id, "a peer of this name is connected already", "connect each peer once");
    }
    if (peer.region.realm !== site.region.realm) {
      throw refuse(
        peer.region.id,
        `networks are peered inside their own realm, ${site.region.realm.id}, only`,
        "name an allowed region of that realm",
      );
    }
    if (peer.cidrs.length === 0) {
      throw refuse([], "nothing of the peer could be reached", "list the blocks that may be");
    }
    const others = [...this.known.values()].flatMap((each) => each.blocks);
    const blocks: Ipv4Block[] = [];
    for (const cidr of peer.cidrs) {
      const block = requirePrivateBlock(this.scope, prop, cidr);
      if (layout.vcn.overlaps(block)) {
        throw refuse(
          cidr,
          `it overlaps this VCN's own block, ${layout.vcn}`,
          "give each network addresses of its own by vcnCidr",
        );
      }
      const taken = [...others, ...blocks].find((each) => each.overlaps(block));
      if (taken !== undefined) {
        throw refuse(
          cidr,
          `it overlaps ${taken}, which is a peer's already`,
          "give each network addresses of its own",
        );
      }
      blocks.push(block);
    }
  }

  /**
   * @param end the connection that waits there; without one, this side waits
   * @returns OCID of the connection made here, for the far end to name
   */
  connect(id: string, peer: Peer, end?: PeerEnd): string {
    const { data, app, site, vcnId } = this.foundation;
    const blocks = peer.cidrs.map((cidr) => requirePrivateBlock(this.scope, "cidrs", cidr));
    this.known.set(id, { peer, blocks });
    this.gateway ??= new PeeringGateway(this.scope, "peering", site, vcnId, [data, app]);
    return this.gateway.addConnection(id, { peer: end, peerCidrs: peer.cidrs }).id;
  }

  /** @throws PropsError for what is no peer of this perimeter, whatever it looks like */
  require(peer: Peer): void {
    if (![...this.known.values()].some((each) => each.peer === peer)) {
      throw new PropsError(this.scope, {
        prop: "peer",
        got: peer.cidrs,
        because: "it is no peer of this perimeter, so that nothing has checked its addresses",
        fix: "give what peerWith or connectPeer of this perimeter returned",
      });
    }
  }
}
