import type { Construct } from "constructs";
import type { Layout, Tier } from "./layout";
import { Network } from "./network";
import type { Port } from "./port";
import { type RulePeer, SecurityGroup } from "./security-group";
import type { Site } from "./site";
import type { VcnSubnet } from "./vcn-subnet";
import type { ZeroTrust, ZprEndpoint } from "./zero-trust";

/** Ports of a rule; a number is a TCP port. */
export type Ports = readonly (Port | number)[];

/** The tiers that hosts and services stand in. */
export type HostTier = "data" | "app";

/** What every perimeter has, and what its other parts are added to. */
export class Foundation {
  readonly network: Network;
  readonly data: VcnSubnet;
  readonly app: VcnSubnet;
  readonly groups: Readonly<Record<HostTier, SecurityGroup>>;

  private readonly all = new Map<Tier, VcnSubnet>();

  constructor(
    private readonly scope: Construct,
    readonly site: Site,
    readonly layout: Layout,
    readonly zeroTrust: ZeroTrust | undefined,
  ) {
    this.network = new Network(scope, "network", {
      site,
      block: layout.vcn,
      ...(zeroTrust === undefined
        ? {}
        : { securityAttributes: zeroTrust.vcnAttributes, dependsOn: zeroTrust.dependables }),
    });
    this.data = this.addSubnet("data", layout.data);
    this.app = this.addSubnet("app", layout.app);
    this.groups = { data: this.addGroup("data"), app: this.addGroup("app") };
  }

  get vcnId(): string {
    return this.network.vcn.id;
  }

  /** The subnets made so far, in the order of their making. */
  get subnets(): ReadonlyMap<Tier, VcnSubnet> {
    return this.all;
  }

  addSubnet(
    ...[tier, block, securityListId, isPublic]: Parameters<Network["addSubnet"]>
  ): VcnSubnet {
    const subnet = this.network.addSubnet(tier, block, securityListId, isPublic);
    this.all.set(tier, subnet);
    return subnet;
  }

  addGroup(name: string): SecurityGroup {
    return new SecurityGroup(this.scope, `${name}-nsg`, this.site, this.vcnId, name);
  }

  /** Lets `tier` connect to `peer`, as far as this end has a say. */
  allowOut(tier: HostTier, peer: RulePeer, to: ZprEndpoint, port: Port, description: string): void {
    this.groups[tier].allowTo(peer, port, description);
    this.zeroTrust?.allow({ tier }, to, port);
  }

  /** Lets `peer` connect to `tier`, as far as this end has a say. */
  allowIn(
    tier: HostTier,
    peer: RulePeer,
    from: ZprEndpoint,
    port: Port,
    description: string,
  ): void {
    this.groups[tier].allowFrom(peer, port, description);
    this.zeroTrust?.allow(from, { tier }, port);
  }

  /** Lets one tier connect to another, or its members to each other. */
  allowBetween(from: HostTier, to: HostTier, ports: readonly Port[]): void {
    const says = from === to ? `Members of ${from}` : `${from} to ${to}`;
    for (const port of ports) {
      this.allowOut(from, { group: this.groups[to] }, { tier: to }, port, says);
      this.allowIn(to, { group: this.groups[from] }, { tier: from }, port, says);
    }
  }
}
