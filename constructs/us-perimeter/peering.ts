import { CoreDrg } from "@cdktf/provider-oci/lib/core-drg";
import { CoreDrgAttachment } from "@cdktf/provider-oci/lib/core-drg-attachment";
import { CoreDrgAttachmentManagement } from "@cdktf/provider-oci/lib/core-drg-attachment-management";
import { CoreDrgRouteTable } from "@cdktf/provider-oci/lib/core-drg-route-table";
import { CoreDrgRouteTableRouteRule } from "@cdktf/provider-oci/lib/core-drg-route-table-route-rule";
import { CoreRemotePeeringConnection } from "@cdktf/provider-oci/lib/core-remote-peering-connection";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { common, type Site, tagsOf } from "./site";
import type { VcnSubnet } from "./vcn-subnet";

/** The far end of a peering connection: without it, the connection waits to be asked. */
export interface PeerEnd {
  /** OCID of the connection that accepts. */
  readonly connectionId: string;
  readonly region: Region;
}

export interface ConnectionProps {
  readonly peer: PeerEnd | undefined;
  /** Blocks that traffic may go to by it, and come from. */
  readonly peerCidrs: readonly string[];
}

/**
 * A dynamic routing gateway that knows the routes which are declared and learns none: the route tables
 * of its attachments import nothing.
 */
export class PeeringGateway extends Construct {
  private readonly drg: CoreDrg;
  private readonly vcnAttachment: CoreDrgAttachment;
  /** Routes of what leaves the VCN. */
  private readonly outward: CoreDrgRouteTable;
  /** Routes of what comes from peers: to the VCN's own subnets, and so never on to another peer. */
  private readonly inward: CoreDrgRouteTable;

  constructor(
    scope: Construct,
    id: string,
    private readonly site: Site,
    vcnId: string,
    private readonly subnets: readonly VcnSubnet[],
  ) {
    super(scope, id);
    this.drg = new CoreDrg(this, "gateway", { ...common(site), displayName: site.name });
    this.outward = this.addTable("outward");
    this.inward = this.addTable("inward");
    this.vcnAttachment = new CoreDrgAttachment(this, "vcn-attachment", {
      provider: site.provider,
      ...tagsOf(site.freeformTags),
      drgId: this.drg.id,
      displayName: `${site.name}-vcn`,
      drgRouteTableId: this.outward.id,
      networkDetails: { type: "VCN", id: vcnId },
    });
    for (const [index, subnet] of subnets.entries()) {
      this.addRule(`inward-${index}`, this.inward, String(subnet.block), this.vcnAttachment.id);
    }
  }

  addConnection(id: string, { peer, peerCidrs }: ConnectionProps): CoreRemotePeeringConnection {
    const { site } = this;
    const connection = new CoreRemotePeeringConnection(this, `connection-${id}`, {
      ...common(site),
      drgId: this.drg.id,
      displayName: `${site.name}-${id}`,
      ...(peer === undefined ? {} : { peerId: peer.connectionId, peerRegionName: peer.region.id }),
    });
    // OCI makes the attachment with the connection; this gives it the table that limits it.
    const attachment = new CoreDrgAttachmentManagement(this, `attachment-${id}`, {
      ...common(site),
      drgId: this.drg.id,
      attachmentType: "REMOTE_PEERING_CONNECTION",
      networkId: connection.id,
      displayName: `${site.name}-${id}`,
      drgRouteTableId: this.inward.id,
    });
    for (const [index, cidr] of peerCidrs.entries()) {
      this.addRule(`outward-${id}-${index}`, this.outward, cidr, attachment.id);
      for (const subnet of this.subnets) {
        subnet.addRoute(cidr, "CIDR_BLOCK", this.drg.id, `Peer ${id}`);
      }
    }
    return connection;
  }

  private addTable(name: string): CoreDrgRouteTable {
    return new CoreDrgRouteTable(this, name, {
      provider: this.site.provider,
      ...tagsOf(this.site.freeformTags),
      drgId: this.drg.id,
      displayName: `${this.site.name}-${name}`,
      isEcmpEnabled: false,
    });
  }

  private addRule(
    id: string,
    table: CoreDrgRouteTable,
    destination: string,
    nextHopDrgAttachmentId: string,
  ): void {
    new CoreDrgRouteTableRouteRule(this, `rule-${id}`, {
      provider: this.site.provider,
      drgRouteTableId: table.id,
      destination,
      destinationType: "CIDR_BLOCK",
      nextHopDrgAttachmentId,
    });
  }
}
