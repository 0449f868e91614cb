import { DnsResolver } from "@cdktf/provider-oci/lib/dns-resolver";
import { DnsResolverEndpoint } from "@cdktf/provider-oci/lib/dns-resolver-endpoint";
import { Construct } from "constructs";
import { lookUpResolverId } from "./lookups";
import type { DnsForwarding } from "./perimeter-props";
import { Port } from "./port";
import type { SecurityGroup } from "./security-group";
import { type Site, tagsOf } from "./site";
import type { VcnSubnet } from "./vcn-subnet";

const DNS_PORTS = [Port.udp(53), Port.tcp(53)];

/** Letters, digits and underscores. Source: OCI API, CreateResolverEndpointDetails. */
const ENDPOINT = "forwarder";

export interface NameResolutionParts {
  readonly site: Site;
  readonly vcnId: string;
  /** Subnet that questions are asked from. */
  readonly app: VcnSubnet;
  readonly group: SecurityGroup;
}

/** The VCN's resolver, which asks declared servers inside for declared domains. */
export class NameResolution extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { site, vcnId, app, group }: NameResolutionParts,
    forwarding: readonly DnsForwarding[],
  ) {
    super(scope, id);
    for (const { serverAddress } of forwarding) {
      for (const port of DNS_PORTS) {
        group.allowTo({ cidr: `${serverAddress}/32` }, port, "Name server inside");
      }
    }
    const resolverId = lookUpResolverId(this, site.provider, vcnId);
    const endpoint = new DnsResolverEndpoint(this, "endpoint", {
      provider: site.provider,
      ...tagsOf(site.freeformTags),
      name: ENDPOINT,
      resolverId,
      scope: "PRIVATE",
      endpointType: "VNIC",
      isForwarding: true,
      isListening: false,
      subnetId: app.resource.id,
      nsgIds: [group.resource.id],
    });
    new DnsResolver(this, "resolver", {
      provider: site.provider,
      ...tagsOf(site.freeformTags),
      resolverId,
      scope: "PRIVATE",
      rules: forwarding.map(({ domains, serverAddress }) => ({
        action: "FORWARD",
        qnameCoverConditions: [...domains],
        destinationAddresses: [serverAddress],
        sourceEndpointName: endpoint.name,
      })),
    });
  }
}
