import { CoreServiceGateway } from "@cdktf/provider-oci/lib/core-service-gateway";
import { DataOciCoreServices } from "@cdktf/provider-oci/lib/data-oci-core-services";
import { Construct } from "constructs";
import type { Foundation, HostTier } from "./foundation";
import type { OracleServices } from "./perimeter-props";
import { Port } from "./port";
import { common, type Site } from "./site";

/** Oracle services listen for TLS only. */
export const SERVICES_PORT = Port.tcp(443);

/**
 * The service gateway: the way to Oracle services of the VCN's own region, and of no other.
 *
 * Source: OCI documentation, "Access to Oracle Services: Service Gateway".
 */
export class ServiceAccess extends Construct {
  readonly gateway: CoreServiceGateway;
  /** Label of the services, which stands for their addresses in routes and rules. */
  readonly label: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly foundation: Foundation,
    services: Exclude<OracleServices, "none">,
  ) {
    super(scope, id);
    const { site, vcnId } = foundation;
    this.label = serviceCidrLabel(site, services);
    const lookup = new DataOciCoreServices(this, "services", {
      provider: site.provider,
      filter: [{ name: "cidr_block", values: [this.label] }],
    });
    this.gateway = new CoreServiceGateway(this, "gateway", {
      ...common(site),
      vcnId,
      displayName: `${site.name}-services`,
      services: [{ serviceId: lookup.services.get(0).id }],
    });
  }

  /** Lets `tier` connect to the services: by the gateway, unless it is routed through a firewall. */
  allow(tier: HostTier, isInspected: boolean): void {
    const peer = { services: this.label };
    this.foundation.allowOut(tier, peer, "oracle-services", SERVICES_PORT, "Oracle services");
    if (!isInspected) {
      const description = "Oracle services of the region";
      this.foundation[tier].addRoute(
        this.label,
        "SERVICE_CIDR_BLOCK",
        this.gateway.id,
        description,
      );
    }
  }
}

/** Written out, not looked up: the label names the region, which a reviewer and the guard can read. */
function serviceCidrLabel({ region }: Site, services: "object-storage" | "all"): string {
  const key = region.key ?? region.id;
  return services === "all"
    ? `all-${key}-services-in-oracle-services-network`
    : `oci-${key}-objectstorage`;
}
