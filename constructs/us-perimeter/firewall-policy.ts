import { NetworkFirewallNetworkFirewallPolicy } from "@cdktf/provider-oci/lib/network-firewall-network-firewall-policy";
import { NetworkFirewallNetworkFirewallPolicyAddressList } from "@cdktf/provider-oci/lib/network-firewall-network-firewall-policy-address-list";
import { NetworkFirewallNetworkFirewallPolicySecurityRule } from "@cdktf/provider-oci/lib/network-firewall-network-firewall-policy-security-rule";
import { NetworkFirewallNetworkFirewallPolicyService } from "@cdktf/provider-oci/lib/network-firewall-network-firewall-policy-service";
import { NetworkFirewallNetworkFirewallPolicyUrlList } from "@cdktf/provider-oci/lib/network-firewall-network-firewall-policy-url-list";
import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { Ipv4Block } from "./ipv4";
import { common, type Site } from "./site";

export interface FirewallPolicyProps {
  readonly site: Site;
  readonly appBlock: Ipv4Block;
  /** Subnet and port by which requests come in. @default nothing comes in */
  readonly ingress: { readonly edgeBlock: Ipv4Block; readonly backendPort: number } | undefined;
  readonly allowedHosts: readonly string[];
}

const HTTPS_SERVICE = "https";

/**
 * What a network firewall lets through: requests from the edge to the app subnet, and TLS from there
 * to listed hosts. What matches no rule is dropped.
 *
 * Source: OCI documentation, "Network Firewall Policies".
 */
export class FirewallPolicy extends Construct {
  readonly resource: NetworkFirewallNetworkFirewallPolicy;

  private readonly site: Site;
  /** Each part waits for the one before: OCI refuses two changes of one policy at a time. */
  private last: TerraformResource;

  constructor(scope: Construct, id: string, props: FirewallPolicyProps) {
    super(scope, id);
    const { site, appBlock, ingress, allowedHosts } = props;
    this.site = site;
    this.resource = new NetworkFirewallNetworkFirewallPolicy(this, "policy", {
      ...common(site),
      displayName: `${site.name}-firewall`,
      description: `What passes between the subnets of ${site.name} and Oracle services`,
    });
    this.last = this.resource;
    this.addAddressList("app", appBlock);
    if (ingress !== undefined) {
      this.addAddressList("edge", ingress.edgeBlock);
      this.addService("backend", ingress.backendPort);
      this.addRule("edge-to-app", {
        action: "INSPECT",
        inspection: "INTRUSION_PREVENTION",
        condition: {
          sourceAddress: ["edge"],
          destinationAddress: ["app"],
          service: ["backend"],
        },
      });
    }
    if (allowedHosts.length > 0) {
      this.addService(HTTPS_SERVICE, 443);
      this.addHosts(allowedHosts);
      this.addRule("app-to-services", {
        action: "ALLOW",
        condition: { sourceAddress: ["app"], service: [HTTPS_SERVICE], url: ["allowed-hosts"] },
      });
    }
  }

  /** Complete when this is: a firewall must not start with half of its policy. */
  get isComplete(): ITerraformDependable {
    return this.last;
  }

  private part() {
    return {
      provider: this.site.provider,
      networkFirewallPolicyId: this.resource.id,
      dependsOn: [this.last],
    };
  }

  private addAddressList(name: string, block: Ipv4Block): void {
    this.last = new NetworkFirewallNetworkFirewallPolicyAddressList(this, `addresses-${name}`, {
      ...this.part(),
      name,
      type: "IP",
      addresses: [String(block)],
    });
  }

  private addService(name: string, port: number): void {
    this.last = new NetworkFirewallNetworkFirewallPolicyService(this, `service-${name}`, {
      ...this.part(),
      name,
      type: "TCP_SERVICE",
      portRanges: [{ minimumPort: port, maximumPort: port }],
    });
  }

  private addHosts(hosts: readonly string[]): void {
    this.last = new NetworkFirewallNetworkFirewallPolicyUrlList(this, "allowed-hosts", {
      ...this.part(),
      name: "allowed-hosts",
      urls: hosts.map((pattern) => ({ type: "SIMPLE", pattern })),
    });
  }

  private addRule(
    name: string,
    rule: {
      readonly action: "ALLOW" | "INSPECT";
      readonly inspection?: "INTRUSION_PREVENTION";
      readonly condition: {
        readonly sourceAddress: string[];
        readonly destinationAddress?: string[];
        readonly service: string[];
        readonly url?: string[];
      };
    },
  ): void {
    this.last = new NetworkFirewallNetworkFirewallPolicySecurityRule(this, `rule-${name}`, {
      ...this.part(),
      name,
      ...rule,
    });
  }
}
