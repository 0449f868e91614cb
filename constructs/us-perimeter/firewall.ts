import { CoreRouteTable } from "@cdktf/provider-oci/lib/core-route-table";
import { CoreRouteTableAttachment } from "@cdktf/provider-oci/lib/core-route-table-attachment";
import { NetworkFirewallNetworkFirewall } from "@cdktf/provider-oci/lib/network-firewall-network-firewall";
import { Construct } from "constructs";
import { FirewallPolicy } from "./firewall-policy";
import type { Foundation } from "./foundation";
import type { Ipv4Block } from "./ipv4";
import { lookUpPrivateIpId } from "./lookups";
import type { FirewallProps } from "./perimeter-props";
import { Port } from "./port";
import type { SecurityGroup } from "./security-group";
import { SERVICES_PORT, type ServiceAccess } from "./service-access";
import { common } from "./site";
import type { VcnSubnet } from "./vcn-subnet";

export interface FirewallParts {
  readonly foundation: Foundation;
  readonly block: Ipv4Block;
  readonly edge: { readonly subnet: VcnSubnet; readonly backendPort: number } | undefined;
  readonly services: ServiceAccess | undefined;
}

/**
 * A network firewall that traffic passes in both directions. Routes of the subnets lead to its
 * private address, and so do the service gateway's: a firewall drops answers to what it has not seen.
 */
export class Firewall extends Construct {
  readonly resource: NetworkFirewallNetworkFirewall;

  private readonly foundation: Foundation;
  private readonly subnet: VcnSubnet;
  private readonly group: SecurityGroup;

  constructor(scope: Construct, id: string, parts: FirewallParts, props: FirewallProps) {
    super(scope, id);
    const { foundation, edge, services } = parts;
    const { site } = foundation;
    this.foundation = foundation;
    this.subnet = foundation.addSubnet("firewall", parts.block);
    this.group = foundation.addGroup("firewall");
    const policy = new FirewallPolicy(this, "policy", {
      site,
      appBlock: foundation.layout.app,
      ingress:
        edge === undefined
          ? undefined
          : { edgeBlock: edge.subnet.block, backendPort: edge.backendPort },
      allowedHosts: props.allowedHosts,
    });
    this.resource = new NetworkFirewallNetworkFirewall(this, "firewall", {
      ...common(site),
      displayName: `${site.name}-firewall`,
      networkFirewallPolicyId: policy.resource.id,
      subnetId: this.subnet.resource.id,
      networkSecurityGroupIds: [this.group.resource.id],
      dependsOn: [policy.isComplete],
    });
    const { ipv4Address } = this.resource;
    const nextHop = lookUpPrivateIpId(this, site.provider, this.subnet.resource.id, ipv4Address);
    if (edge !== undefined) {
      this.routeEdge(edge.subnet, Port.tcp(edge.backendPort), nextHop);
    }
    if (services !== undefined && props.allowedHosts.length > 0) {
      this.routeServices(services, nextHop);
    }
  }

  private routeEdge(edge: VcnSubnet, port: Port, nextHop: string): void {
    const { app } = this.foundation;
    const [edgeCidr, appCidr] = [String(edge.block), String(app.block)];
    edge.addRoute(appCidr, "CIDR_BLOCK", nextHop, "Requests pass the firewall");
    app.addRoute(edgeCidr, "CIDR_BLOCK", nextHop, "Answers pass the firewall");
    this.group.allowFrom({ cidr: edgeCidr }, port, "Requests of the edge");
    this.group.allowTo({ cidr: appCidr }, port, "Requests of the edge, passed on");
  }

  private routeServices(services: ServiceAccess, nextHop: string): void {
    const { site, vcnId, app } = this.foundation;
    const appCidr = String(app.block);
    // OCI takes the label of services with a service gateway as the target only, so that all that has
    // no closer route goes to the firewall, whose own table below leads to services and nowhere else.
    // Source: OCI documentation, "VCN Route Tables", "Using a Private IP as a Route Target".
    app.addRoute("0.0.0.0/0", "CIDR_BLOCK", nextHop, "Through the firewall");
    const answers = new CoreRouteTable(this, "service-answers", {
      ...common(site),
      vcnId,
      displayName: `${site.name}-service-answers`,
      routeRules: [
        {
          destination: appCidr,
          destinationType: "CIDR_BLOCK",
          networkEntityId: nextHop,
          description: "Answers pass the firewall",
        },
      ],
    });
    services.gateway.routeTableId = answers.id;
    // The subnet cannot name this table: it would wait for the gateway, the gateway for the table
    // above, that for the firewall, and the firewall for the subnet.
    const onward = new CoreRouteTable(this, "onward", {
      ...common(site),
      vcnId,
      displayName: `${site.name}-firewall-onward`,
      routeRules: [
        {
          destination: services.label,
          destinationType: "SERVICE_CIDR_BLOCK",
          networkEntityId: services.gateway.id,
          description: "What the firewall has let through",
        },
      ],
    });
    new CoreRouteTableAttachment(this, "onward-attachment", {
      provider: site.provider,
      subnetId: this.subnet.resource.id,
      routeTableId: onward.id,
    });
    this.group.allowFrom({ cidr: appCidr }, SERVICES_PORT, "Requests to services");
    this.group.allowTo(
      { services: services.label },
      SERVICES_PORT,
      "Requests to services, passed on",
    );
  }
}
