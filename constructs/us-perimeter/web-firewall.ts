import { WafNetworkAddressList } from "@cdktf/provider-oci/lib/waf-network-address-list";
import { WafWebAppFirewall } from "@cdktf/provider-oci/lib/waf-web-app-firewall";
import { WafWebAppFirewallPolicy } from "@cdktf/provider-oci/lib/waf-web-app-firewall-policy";
import { Construct } from "constructs";
import { common, type Site } from "./site";

export interface WebFirewallProps {
  readonly site: Site;
  readonly loadBalancerId: string;
  /** Countries that requests may come from, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Blocks that requests may come from. @default every address of those countries */
  readonly clientCidrs: readonly string[] | undefined;
}

const PASS = "pass";
const REFUSE = "refuse";

/**
 * A web application firewall that turns away every request from abroad, and one from an address that
 * is not declared, before anything can admit it.
 *
 * Source: OCI documentation, "Understanding Conditions" (`connection.source.geo.countryCode`,
 * `address_in_network_address_list`).
 */
export class WebFirewall extends Construct {
  readonly resource: WafWebAppFirewall;

  constructor(scope: Construct, id: string, props: WebFirewallProps) {
    super(scope, id);
    const { site, countries, clientCidrs } = props;
    const listed = countries.map((country) => `'${country}'`).join(", ");
    const policy = new WafWebAppFirewallPolicy(this, "policy", {
      ...common(site),
      displayName: `${site.name}-edge`,
      actions: [
        { name: PASS, type: "ALLOW" },
        { name: REFUSE, type: "RETURN_HTTP_RESPONSE", code: 403 },
      ],
      requestAccessControl: {
        defaultActionName: PASS,
        rules: [
          refuseWhere("abroad", `!i_contains([${listed}], connection.source.geo.countryCode)`),
          ...(clientCidrs === undefined ? [] : [this.refuseUndeclared(site, clientCidrs)]),
        ],
      },
    });
    this.resource = new WafWebAppFirewall(this, "firewall", {
      ...common(site),
      displayName: `${site.name}-edge`,
      backendType: "LOAD_BALANCER",
      loadBalancerId: props.loadBalancerId,
      webAppFirewallPolicyId: policy.id,
    });
  }

  private refuseUndeclared(site: Site, clientCidrs: readonly string[]) {
    const list = new WafNetworkAddressList(this, "clients", {
      ...common(site),
      displayName: `${site.name}-clients`,
      type: "ADDRESSES",
      addresses: [...clientCidrs],
    });
    return refuseWhere(
      "undeclared",
      `!address_in_network_address_list(connection.source.address, ['${list.id}'])`,
    );
  }
}

function refuseWhere(name: string, condition: string) {
  return {
    name,
    type: "ACCESS_CONTROL",
    actionName: REFUSE,
    conditionLanguage: "JMESPATH",
    condition,
  };
}
