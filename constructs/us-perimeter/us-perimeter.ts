import type { CoreNetworkSecurityGroup } from "@cdktf/provider-oci/lib/core-network-security-group";
import type { CoreSubnet } from "@cdktf/provider-oci/lib/core-subnet";
import type { CoreVcn } from "@cdktf/provider-oci/lib/core-vcn";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { isToken, PropsError, requireOcidIn, requireOciInside } from "../validation";
import { Bastion } from "./bastion";
import { checkPerimeterProps } from "./check-props";
import { Edge } from "./edge";
import { Firewall } from "./firewall";
import { PerimeterLogs } from "./flow-logs";
import { Foundation, type HostTier, type Ports } from "./foundation";
import { Ipv4Block } from "./ipv4";
import { layOut } from "./layout";
import { NameResolution } from "./name-resolution";
import { type Peer, Peers } from "./peers";
import type { UsPerimeterProps } from "./perimeter-props";
import { Port } from "./port";
import { ServiceAccess } from "./service-access";
import { ZeroTrust } from "./zero-trust";

export interface ConnectPeerProps {
  /** OCID of the remote peering connection that waits there. */
  readonly connectionId: string;
  /** Region of it: allowed, and of the perimeter's own realm. */
  readonly region: Region | string;
  /** Blocks of the peered network that may be reached, and may reach; private, not the VCN's own. */
  readonly cidrs: readonly string[];
}

/**
 * A network that data does not leave: private subnets for data and for what works on it, a service
 * gateway to Oracle services of the same region, and no other way out. An edge, a firewall, a bastion
 * and peers are added by asking for them, and none of them can be asked for in an open form.
 */
export class UsPerimeter extends Construct {
  readonly region: Region;
  readonly vcn: CoreVcn;
  /** For what holds data: mount targets, private endpoints of databases. */
  readonly dataSubnet: CoreSubnet;
  /** Of what holds data. Nothing connects to its members until a method of this class admits it. */
  readonly dataNsg: CoreNetworkSecurityGroup;
  /** For hosts that work on data. */
  readonly appSubnet: CoreSubnet;
  readonly appNsg: CoreNetworkSecurityGroup;
  /** Holds the load balancer, and must hold nothing else; undefined without an edge. */
  readonly edgeSubnet: CoreSubnet | undefined;
  /** OCID of the log group of every log of the perimeter. */
  readonly logGroupId: string;
  /** Value of `securityAttributes` of what holds data; undefined without `zeroTrust`. */
  readonly dataSecurityAttributes: Readonly<Record<string, string>> | undefined;
  /** Value of `securityAttributes` of hosts that work on data; undefined without `zeroTrust`. */
  readonly appSecurityAttributes: Readonly<Record<string, string>> | undefined;

  private readonly foundation: Foundation;
  private readonly edge: Edge | undefined;
  private readonly peers: Peers;

  /**
   * @throws PropsError for a region outside, for blocks that overlap or are not private, for clients
   *   from everywhere, for a firewall that would let traffic out of the region, and for what OCI would
   *   refuse
   */
  constructor(scope: Construct, id: string, props: UsPerimeterProps) {
    super(scope, id);
    const { jurisdiction, region } = GuardedStack.guarding(this);
    this.region = requireOciInside(this, "region", props.region ?? region, jurisdiction);
    this.foundation = this.addFoundation(props);
    const { foundation } = this;
    this.vcn = foundation.network.vcn;
    this.dataSubnet = foundation.data.resource;
    this.dataNsg = foundation.groups.data.resource;
    this.appSubnet = foundation.app.resource;
    this.appNsg = foundation.groups.app.resource;
    this.dataSecurityAttributes = foundation.zeroTrust?.tierAttributes("data");
    this.appSecurityAttributes = foundation.zeroTrust?.tierAttributes("app");

    const services = this.addServices(props);
    this.edge = this.addEdge(props);
    this.edgeSubnet = this.edge?.subnet.resource;
    const firewall = this.addFirewall(props, services);
    const { bastion } = foundation.layout;
    if (props.bastion !== undefined && bastion !== undefined) {
      new Bastion(this, "bastion", foundation, bastion, props.bastion);
    }
    if (props.dns !== undefined) {
      const { site, vcnId, app } = foundation;
      const parts = { site, vcnId, app, group: foundation.addGroup("dns") };
      new NameResolution(this, "name-resolution", parts, props.dns.forwarding);
    }
    this.logGroupId = this.addLogs(props, firewall);
    this.peers = new Peers(this, foundation);
  }

  /** Lets hosts of the app subnet connect to what holds data. */
  allowAppToData(...ports: Ports): void {
    this.foundation.allowBetween("app", "data", toPorts(ports));
  }

  /** Lets hosts of the app subnet connect to each other. */
  allowWithinApp(...ports: Ports): void {
    this.foundation.allowBetween("app", "app", toPorts(ports));
  }

  /** Lets what holds data connect to its like: members of a cluster, replicas. */
  allowWithinData(...ports: Ports): void {
    this.foundation.allowBetween("data", "data", toPorts(ports));
  }

  /**
   * Adds a host of the app subnet that answers requests of the edge.
   *
   * @param ipAddress its private IPv4 address
   * @throws PropsError without an edge, and for an address outside of the app subnet
   */
  addBackend(id: string, ipAddress: string): void {
    if (this.edge === undefined) {
      throw new PropsError(this, {
        prop: "edge",
        got: undefined,
        because: "there is no load balancer that a backend could be added to",
        fix: "set edge",
      });
    }
    const { app } = this.foundation.layout;
    const address = Ipv4Block.parse(`${ipAddress}/32`);
    if (!isToken(ipAddress) && (address === undefined || !app.holds(address))) {
      throw new PropsError(this, {
        prop: "ipAddress",
        got: ipAddress,
        because: `backends stand in the app subnet, ${app}`,
        fix: "give the private IPv4 address of a host there",
      });
    }
    this.edge.addBackend(id, ipAddress);
  }

  /**
   * Peers with another perimeter of the app: the other waits, and this one asks. The data and app
   * subnets of each learn a route to the other's, and no rule admits anything until one is added.
   *
   * @returns `here`: the other as this one's peer; `there`: this one as the other's
   * @throws PropsError for blocks that overlap, for another realm, and where both are peers already
   */
  peerWith(other: UsPerimeter): { readonly here: Peer; readonly there: Peer } {
    const [here, there] = [other.peers.asPeer, this.peers.asPeer];
    const [thisName, otherName] = [this.foundation.site.name, other.foundation.site.name];
    this.peers.check("vcnCidr", otherName, here);
    other.peers.check("vcnCidr", thisName, there);
    const connectionId = other.peers.connect(thisName, there);
    this.peers.connect(otherName, here, { connectionId, region: other.region });
    return { here, there };
  }

  /**
   * Peers with a network that another configuration makes, by the connection that waits there.
   *
   * @param id name of the peer, unique among this perimeter's
   * @throws PropsError for a region outside or of another realm, for a connection in another region
   *   than the one given, and for blocks that are not private or overlap
   */
  connectPeer(id: string, props: ConnectPeerProps): Peer {
    const { jurisdiction } = GuardedStack.guarding(this);
    const region = requireOciInside(this, "region", props.region, jurisdiction);
    const { connectionId } = props;
    requireOcidIn(this, "connectionId", connectionId, ["remotepeeringconnection"], region);
    const peer = { cidrs: [...props.cidrs], region };
    this.peers.check("cidrs", id, peer);
    this.peers.connect(id, peer, { connectionId, region });
    return peer;
  }

  /**
   * Lets hosts of a peer connect to `tier`.
   *
   * @throws PropsError for what is no peer of this perimeter
   */
  allowFromPeer(peer: Peer, tier: HostTier, ...ports: Ports): void {
    this.peers.require(peer);
    const says = `Peer in ${peer.region.id}`;
    for (const port of toPorts(ports)) {
      for (const cidr of peer.cidrs) {
        this.foundation.allowIn(tier, { cidr }, { cidr }, port, says);
      }
    }
  }

  /**
   * Lets `tier` connect to hosts of a peer.
   *
   * @throws PropsError for what is no peer of this perimeter
   */
  allowToPeer(peer: Peer, tier: HostTier, ...ports: Ports): void {
    this.peers.require(peer);
    const says = `Peer in ${peer.region.id}`;
    for (const port of toPorts(ports)) {
      for (const cidr of peer.cidrs) {
        this.foundation.allowOut(tier, { cidr }, { cidr }, port, says);
      }
    }
  }

  private addFoundation(props: UsPerimeterProps): Foundation {
    const layout = layOut(this, props);
    checkPerimeterProps(this, props, this.region, layout.vcn);
    const site = {
      name: props.name,
      compartmentId: props.compartmentId,
      region: this.region,
      provider: GuardedStack.guarding(this).providerFor(this.region),
      deletionProtection: props.deletionProtection ?? true,
      freeformTags: props.freeformTags,
    };
    const zeroTrust =
      props.zeroTrust === undefined
        ? undefined
        : new ZeroTrust(this, "zero-trust", site, props.zeroTrust);
    return new Foundation(this, site, layout, zeroTrust);
  }

  private addServices(props: UsPerimeterProps): ServiceAccess | undefined {
    const { oracleServices = "object-storage", firewall } = props;
    if (oracleServices === "none") {
      return undefined;
    }
    // A firewall without a listed host would drop whatever is routed through it.
    const reachesApp = firewall === undefined || firewall.allowedHosts.length > 0;
    const reachesData = props.dataReachesServices ?? false;
    if (!reachesApp && !reachesData) {
      return undefined;
    }
    const access = new ServiceAccess(this, "services", this.foundation, oracleServices);
    if (reachesApp) {
      access.allow("app", firewall !== undefined);
    }
    if (reachesData) {
      access.allow("data", false);
    }
    return access;
  }

  private addEdge({ edge, firewall }: UsPerimeterProps): Edge | undefined {
    const { foundation } = this;
    const block = foundation.layout.edge;
    if (edge === undefined || block === undefined) {
      return undefined;
    }
    const { countries } = GuardedStack.guarding(this).jurisdiction;
    const parts = { foundation, block, countries, isInspected: firewall !== undefined };
    return new Edge(this, "edge", parts, edge);
  }

  private addFirewall(
    { firewall, edge }: UsPerimeterProps,
    services: ServiceAccess | undefined,
  ): Firewall | undefined {
    const { foundation } = this;
    const block = foundation.layout.firewall;
    if (firewall === undefined || block === undefined) {
      return undefined;
    }
    const inspected =
      this.edge === undefined || edge === undefined
        ? undefined
        : { subnet: this.edge.subnet, backendPort: edge.backendPort };
    const parts = { foundation, block, edge: inspected, services };
    return new Firewall(this, "firewall", parts, firewall);
  }

  private addLogs(props: UsPerimeterProps, firewall: Firewall | undefined): string {
    const logs = new PerimeterLogs(this, "logs", this.foundation.site, props.flowLogs ?? {});
    for (const [tier, { resource }] of this.foundation.subnets) {
      logs.addLog(`flow-${tier}`, "flowlogs", "all", resource.id);
    }
    if (this.edge !== undefined) {
      logs.addLog("edge-access", "loadbalancer", "access", this.edge.loadBalancer.id);
      logs.addLog("edge-error", "loadbalancer", "error", this.edge.loadBalancer.id);
      logs.addLog("edge-waf", "waf", "all", this.edge.webFirewall.resource.id);
    }
    if (firewall !== undefined) {
      logs.addLog("firewall-traffic", "ocinetworkfirewall", "trafficlog", firewall.resource.id);
      logs.addLog("firewall-threat", "ocinetworkfirewall", "threatlog", firewall.resource.id);
    }
    return logs.logGroupId;
  }
}

function toPorts(ports: Ports): readonly Port[] {
  return ports.map((port) => (typeof port === "number" ? Port.tcp(port) : port));
}
