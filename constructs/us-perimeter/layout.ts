import type { IConstruct } from "constructs";
import { PropsError } from "../validation";
import { requireBlock, requirePrivateBlock } from "./check-cidrs";
import type { Ipv4Block } from "./ipv4";
import type { UsPerimeterProps } from "./perimeter-props";

export const TIERS = ["data", "app", "edge", "firewall", "bastion"] as const;

/** What a subnet is for. */
export type Tier = (typeof TIERS)[number];

/** Addresses of the VCN and of the subnets that a perimeter has. */
export interface Layout {
  readonly vcn: Ipv4Block;
  readonly data: Ipv4Block;
  readonly app: Ipv4Block;
  /** Undefined where the perimeter has no such subnet, as the two below. */
  readonly edge: Ipv4Block | undefined;
  readonly firewall: Ipv4Block | undefined;
  readonly bastion: Ipv4Block | undefined;
}

/** Default parts of the VCN: 2 to the power of this; three of them stay free. */
const PART_BITS = 3;

/** Longest prefix of a subnet. Source: OCI documentation, "Overview of VCNs and Subnets". */
const SMALLEST_SUBNET = 30;

/**
 * Lays the subnets out that `props` ask for.
 *
 * @throws PropsError for a block that is not private, of a size that OCI refuses, outside of the VCN
 *   or overlapping another
 */
export function layOut(scope: IConstruct, props: UsPerimeterProps): Layout {
  const vcn = requirePrivateBlock(scope, "vcnCidr", props.vcnCidr ?? "10.0.0.0/16");
  if (vcn.prefix < 16 || vcn.prefix > 24) {
    throw new PropsError(scope, {
      prop: "vcnCidr",
      got: String(vcn),
      because: "OCI takes prefix 16 or longer, and an eighth of less than a /24 is no subnet",
      fix: "write a block of prefix 16 to 24",
    });
  }
  const taken = new Map<Tier, Ipv4Block>();
  const place = (tier: Tier): Ipv4Block => {
    const prop = `subnetCidrs.${tier}`;
    const given = props.subnetCidrs?.[tier];
    const block =
      given === undefined
        ? vcn.part(PART_BITS, TIERS.indexOf(tier))
        : requireBlock(scope, prop, given);
    checkSubnet(scope, prop, block, vcn, taken);
    taken.set(tier, block);
    return block;
  };
  const placeIfAsked = (tier: "edge" | "firewall" | "bastion"): Ipv4Block | undefined => {
    if (props[tier] !== undefined) {
      return place(tier);
    }
    if (props.subnetCidrs?.[tier] !== undefined) {
      throw new PropsError(scope, {
        prop: `subnetCidrs.${tier}`,
        got: props.subnetCidrs[tier],
        because: `the perimeter has no ${tier} subnet`,
        fix: `set ${tier} too, or take the block out`,
      });
    }
    return undefined;
  };
  return {
    vcn,
    data: place("data"),
    app: place("app"),
    edge: placeIfAsked("edge"),
    firewall: placeIfAsked("firewall"),
    bastion: placeIfAsked("bastion"),
  };
}

function checkSubnet(
  scope: IConstruct,
  prop: string,
  block: Ipv4Block,
  vcn: Ipv4Block,
  taken: ReadonlyMap<Tier, Ipv4Block>,
): void {
  const refuse = (because: string, fix: string) =>
    new PropsError(scope, { prop, got: String(block), because, fix });
  if (!vcn.holds(block)) {
    throw refuse(`it lies outside of the VCN's block, ${vcn}`, "write a block of the VCN");
  }
  if (block.prefix > SMALLEST_SUBNET) {
    throw refuse(
      `a subnet of OCI has a prefix of ${SMALLEST_SUBNET} or shorter`,
      "write a larger block",
    );
  }
  for (const [tier, other] of taken) {
    if (other.overlaps(block)) {
      throw refuse(
        `it overlaps the ${tier} subnet, ${other}`,
        "give each subnet addresses of its own; give all of them where you give one",
      );
    }
  }
}
