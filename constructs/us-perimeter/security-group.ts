import { CoreNetworkSecurityGroup } from "@cdktf/provider-oci/lib/core-network-security-group";
import { CoreNetworkSecurityGroupSecurityRule } from "@cdktf/provider-oci/lib/core-network-security-group-security-rule";
import { Construct } from "constructs";
import { PropsError } from "../validation";
import type { Port } from "./port";
import { common, type Site } from "./site";

/** The other end of a rule. */
export type RulePeer =
  | { readonly group: SecurityGroup }
  /** Block in CIDR notation. */
  | { readonly cidr: string }
  /** Label of a service, as the service gateway has it. */
  | { readonly services: string };

const PROTOCOL_NUMBERS = { tcp: "6", udp: "17" } as const;

/** Rules of one group. Source: OCI documentation, "Service Limits", Networking. */
const MAX_RULES = 120;

/** A network security group. Its rules are stateful, and there are none until one is added. */
export class SecurityGroup extends Construct {
  readonly resource: CoreNetworkSecurityGroup;
  readonly groupName: string;

  private readonly site: Site;
  private readonly added = new Set<string>();

  constructor(scope: Construct, id: string, site: Site, vcnId: string, groupName: string) {
    super(scope, id);
    this.site = site;
    this.groupName = groupName;
    this.resource = new CoreNetworkSecurityGroup(this, "group", {
      ...common(site),
      vcnId,
      displayName: `${site.name}-${groupName}`,
    });
  }

  /** Admits connections that `peer` opens. Adding a rule again changes nothing. */
  allowFrom(peer: RulePeer, port: Port, description: string): void {
    const { type, value } = endOf(peer);
    this.add("INGRESS", peer, port, { description, source: value, sourceType: type });
  }

  /** Admits connections to `peer`. Adding a rule again changes nothing. */
  allowTo(peer: RulePeer, port: Port, description: string): void {
    const { type, value } = endOf(peer);
    this.add("EGRESS", peer, port, { description, destination: value, destinationType: type });
  }

  private add(
    direction: "INGRESS" | "EGRESS",
    peer: RulePeer,
    port: Port,
    ends: {
      readonly description: string;
      readonly source?: string;
      readonly sourceType?: string;
      readonly destination?: string;
      readonly destinationType?: string;
    },
  ): void {
    const id = `${direction}-${labelOf(peer)}-${port}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
    if (this.added.has(id)) {
      return;
    }
    if (this.added.size === MAX_RULES) {
      throw new PropsError(this, {
        prop: "rules",
        got: this.added.size + 1,
        because: `a network security group of OCI has at most ${MAX_RULES} rules`,
        fix: "join ports to ranges, or blocks of addresses to larger ones",
      });
    }
    this.added.add(id);
    const destinationPortRange = { min: port.min, max: port.max };
    new CoreNetworkSecurityGroupSecurityRule(this, id, {
      provider: this.site.provider,
      networkSecurityGroupId: this.resource.id,
      direction,
      protocol: PROTOCOL_NUMBERS[port.protocol],
      stateless: false,
      ...ends,
      ...(port.protocol === "tcp"
        ? { tcpOptions: { destinationPortRange } }
        : { udpOptions: { destinationPortRange } }),
    });
  }
}

function labelOf(peer: RulePeer): string {
  return "group" in peer ? peer.group.groupName : "cidr" in peer ? peer.cidr : peer.services;
}

function endOf(peer: RulePeer): { readonly type: string; readonly value: string } {
  return "group" in peer
    ? { type: "NETWORK_SECURITY_GROUP", value: peer.group.resource.id }
    : "cidr" in peer
      ? { type: "CIDR_BLOCK", value: peer.cidr }
      : { type: "SERVICE_CIDR_BLOCK", value: peer.services };
}
