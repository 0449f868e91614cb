import {
  CoreRouteTable,
  type CoreRouteTableRouteRules,
} from "@cdktf/provider-oci/lib/core-route-table";
import { CoreSubnet } from "@cdktf/provider-oci/lib/core-subnet";
import { Construct } from "constructs";
import type { Ipv4Block } from "./ipv4";
import type { Tier } from "./layout";
import { common, type Site } from "./site";

export interface VcnSubnetProps {
  readonly site: Site;
  readonly tier: Tier;
  readonly vcnId: string;
  readonly block: Ipv4Block;
  /** The only list of the subnet. */
  readonly securityListId: string;
  /** Whether the internet may reach interfaces in it. */
  readonly isPublic: boolean;
}

/**
 * A subnet with a route table of its own, which holds no route until one is added.
 *
 * The firewall's has none: a table is attached to it later, and a subnet that names another would
 * take it back at the next run. Until then it has the VCN's default table, which is empty.
 */
export class VcnSubnet extends Construct {
  readonly block: Ipv4Block;
  readonly resource: CoreSubnet;

  private readonly routeTable: CoreRouteTable | undefined;
  private readonly routes: CoreRouteTableRouteRules[] = [];

  constructor(scope: Construct, id: string, props: VcnSubnetProps) {
    super(scope, id);
    const { site, tier, vcnId, block, isPublic } = props;
    this.block = block;
    this.routeTable =
      tier === "firewall"
        ? undefined
        : new CoreRouteTable(this, "routes", {
            ...common(site),
            vcnId,
            displayName: `${site.name}-${tier}`,
          });
    this.resource = new CoreSubnet(this, "subnet", {
      ...common(site),
      vcnId,
      displayName: `${site.name}-${tier}`,
      dnsLabel: tier,
      cidrBlock: String(block),
      ...(this.routeTable === undefined ? {} : { routeTableId: this.routeTable.id }),
      securityListIds: [props.securityListId],
      prohibitInternetIngress: !isPublic,
      prohibitPublicIpOnVnic: !isPublic,
      ...(tier === "data" ? { lifecycle: { preventDestroy: site.deletionProtection } } : {}),
    });
  }

  addRoute(
    destination: string,
    destinationType: "CIDR_BLOCK" | "SERVICE_CIDR_BLOCK",
    networkEntityId: string,
    description: string,
  ): void {
    this.routes.push({ destination, destinationType, networkEntityId, description });
    this.routeTable?.putRouteRules(this.routes);
  }
}
