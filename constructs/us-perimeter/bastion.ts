import { BastionBastion } from "@cdktf/provider-oci/lib/bastion-bastion";
import { CoreSecurityList } from "@cdktf/provider-oci/lib/core-security-list";
import { Construct } from "constructs";
import type { Foundation } from "./foundation";
import type { Ipv4Block } from "./ipv4";
import type { BastionProps } from "./perimeter-props";
import { Port } from "./port";
import { common } from "./site";

/**
 * Seconds. Public configurations check for the same range, and sessions of three hours at most are widely
 * described; that a bastion takes no fewer than 1,800 is not confirmed by a page of Oracle's.
 */
export const SESSION_TTL = { min: 1_800, max: 10_800 } as const;

const DEFAULT_TARGET_PORT = 22;

/**
 * A bastion that declared addresses reach, for a short time each, in a subnet of its own.
 *
 * A bastion's endpoint takes no network security group: a security list has to let it reach hosts, the
 * only list of a perimeter that holds a rule.
 */
export class Bastion extends Construct {
  readonly resource: BastionBastion;

  constructor(
    scope: Construct,
    id: string,
    foundation: Foundation,
    block: Ipv4Block,
    props: BastionProps,
  ) {
    super(scope, id);
    const { site } = foundation;
    const port = Port.tcp(props.targetPort ?? DEFAULT_TARGET_PORT);
    const list = this.addList(foundation, port);
    const subnet = foundation.addSubnet("bastion", block, list.id);
    const cidr = String(block);
    foundation.allowIn("app", { cidr }, { cidr }, port, "Sessions of the bastion");
    this.resource = new BastionBastion(this, "bastion", {
      ...common(site),
      bastionType: "STANDARD",
      // Letters, digits and underscores only.
      name: `${site.name.replaceAll("-", "_")}_bastion`,
      targetSubnetId: subnet.resource.id,
      clientCidrBlockAllowList: [...props.clientCidrs],
      maxSessionTtlInSeconds: props.maxSessionTtlSeconds ?? SESSION_TTL.min,
      // With a proxy of names, a session would reach whatever the resolver knows.
      dnsProxyStatus: "DISABLED",
    });
  }

  private addList({ site, vcnId, layout }: Foundation, port: Port): CoreSecurityList {
    return new CoreSecurityList(this, "security-list", {
      ...common(site),
      vcnId,
      displayName: `${site.name}-bastion`,
      egressSecurityRules: [
        {
          description: "Sessions to hosts of the app subnet",
          destination: String(layout.app),
          destinationType: "CIDR_BLOCK",
          protocol: "6",
          stateless: false,
          tcpOptions: { min: port.min, max: port.max },
        },
      ],
    });
  }
}
