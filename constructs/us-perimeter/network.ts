import { CoreDefaultRouteTable } from "@cdktf/provider-oci/lib/core-default-route-table";
import { CoreDefaultSecurityList } from "@cdktf/provider-oci/lib/core-default-security-list";
import { CoreVcn } from "@cdktf/provider-oci/lib/core-vcn";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Ipv4Block } from "./ipv4";
import type { Tier } from "./layout";
import { common, type Site, tagsOf } from "./site";
import { VcnSubnet } from "./vcn-subnet";

export interface NetworkProps {
  readonly site: Site;
  readonly block: Ipv4Block;
  /** Zero Trust Packet Routing's attribute of the VCN. @default none */
  readonly securityAttributes?: Record<string, string>;
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A VCN whose defaults let nothing through: Oracle's own security list would admit SSH from anywhere
 * and let everything out.
 */
export class Network extends Construct {
  readonly vcn: CoreVcn;
  /** The VCN's default list, without a rule. */
  readonly emptyList: CoreDefaultSecurityList;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NetworkProps,
  ) {
    super(scope, id);
    const { site, block, securityAttributes, dependsOn = [] } = props;
    this.vcn = new CoreVcn(this, "vcn", {
      ...common(site),
      displayName: site.name,
      cidrBlocks: [String(block)],
      dnsLabel: dnsLabelOf(site.name),
      isIpv6Enabled: false,
      ...(securityAttributes === undefined ? {} : { securityAttributes }),
      dependsOn,
      lifecycle: { preventDestroy: site.deletionProtection },
    });
    this.emptyList = new CoreDefaultSecurityList(this, "default-security-list", {
      provider: site.provider,
      ...tagsOf(site.freeformTags),
      manageDefaultResourceId: this.vcn.defaultSecurityListId,
      displayName: `${site.name}-empty`,
    });
    new CoreDefaultRouteTable(this, "default-route-table", {
      provider: site.provider,
      ...tagsOf(site.freeformTags),
      manageDefaultResourceId: this.vcn.defaultRouteTableId,
      displayName: `${site.name}-empty`,
    });
  }

  addSubnet(
    tier: Tier,
    block: Ipv4Block,
    securityListId: string = this.emptyList.id,
    isPublic = false,
  ): VcnSubnet {
    const { site } = this.props;
    return new VcnSubnet(this, tier, {
      site,
      tier,
      vcnId: this.vcn.id,
      block,
      securityListId,
      isPublic,
    });
  }
}

/** At most 15 letters and digits, a letter first. Source: OCI API, CreateVcnDetails. */
function dnsLabelOf(name: string): string {
  return name.toLowerCase().replaceAll("-", "").slice(0, 15);
}
