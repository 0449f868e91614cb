import type { Cloud } from "../../jurisdiction";
import { own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { Block } from "../model/block";
import type { Cidr } from "./cidr";
import type { Located, Nested } from "./inventory";
import { written } from "./names";
import type { Hop, Verdict } from "./reachability";
import type { Target } from "./targets";

/** One end of traffic, as a route or a security rule names it. */
export type Peer =
  | { readonly kind: "range"; readonly range: Cidr }
  /** The addresses of a network or a subnet of the input, which only the run of Terraform tells. */
  | { readonly kind: "network"; readonly block: Block }
  /** Network interfaces in a security group. */
  | { readonly kind: "group"; readonly block: Block }
  /** Services of the cloud, of one region. */
  | { readonly kind: "services"; readonly label: string; readonly status: "inside" | "outside" }
  | { readonly kind: "unknown"; readonly reason: string };

export type Direction = "ingress" | "egress";

/** Where a statement about traffic stands. */
export interface Source extends Located {
  readonly pointer: string;
  /** The value as it is written. */
  readonly value: string;
}

/** Traffic that a security list, security group or network ACL admits. */
export interface Admission {
  readonly direction: Direction;
  readonly peer: Peer;
  readonly located: Located;
  /** The rule, and its argument that names the peer; empty where the rule as a whole decides. */
  readonly rule: Nested;
  readonly argument: string;
}

/** Where an admission stands. Worked out when it is asked for: an estate has very many. */
export function sourceOf({ located, rule, argument }: Admission): Source {
  const value = argument === "" ? undefined : own(rule.value, argument);
  return {
    block: located.block,
    stack: located.stack,
    pointer: argument === "" ? rule.pointer : appendToken(rule.pointer, argument),
    value: written(value),
  };
}

/** A set of admissions: one security list, security group or network ACL. */
export interface Filter {
  /** Address, or what it is where no block makes it. */
  readonly name: string;
  readonly admissions: readonly Admission[];
}

export interface Route {
  readonly to: Peer;
  readonly gateway: Gateway;
  readonly source: Source;
}

/** What a route sends traffic to. */
export type Gateway =
  /** Direct, by a public address of the sender's own. */
  | { readonly kind: "internet"; readonly name: string; readonly located: Located | undefined }
  /** By an address of the gateway; nothing comes in. */
  | { readonly kind: "nat"; readonly name: string; readonly located: Located | undefined }
  | { readonly kind: "services"; readonly name: string; readonly located: Located | undefined }
  | { readonly kind: "hub"; readonly hub: Hub }
  | { readonly kind: "pair"; readonly pair: Pair }
  /** A host or a firewall, and the tables by which it sends on what it gets. */
  | {
      readonly kind: "appliance";
      readonly name: string;
      readonly located: Located;
      tables(): readonly RouteTable[];
      /** What it lets out to the internet. */
      readonly lets: "all" | "some" | "none";
    }
  /** Leads nowhere, such as a gateway that is switched off. */
  | { readonly kind: "nowhere"; readonly name: string }
  /** A network that is not in the cloud. */
  | { readonly kind: "premises"; readonly name: string; readonly located: Located | undefined }
  | { readonly kind: "unknown"; readonly reason: string };

export interface RouteTable {
  readonly name: string;
  readonly located: Located | undefined;
  /** Worked out when asked for: tables can lead to one another in a circle. */
  routes(): readonly Route[];
  /** Why nothing tells what it holds, as the end of a sentence. */
  readonly unproven?: string;
}

/** A virtual network: VCN or VPC. */
export interface Network extends Located {
  readonly cidrs: readonly Cidr[];
  /** True where every range of it is in `cidrs`. */
  readonly isWhole: boolean;
}

/** A router between networks: dynamic routing gateway, transit gateway. */
export interface Hub {
  readonly name: string;
  readonly links: readonly Link[];
  /** What traffic from `network` to `range` can be sent on to. */
  linksFrom(network: Network | undefined, range: Cidr | undefined): readonly Link[];
}

export type Link =
  | {
      readonly kind: "network";
      readonly network: Network;
      /** Tables of the other network for what comes from the hub and is not for itself. */
      tables(): readonly RouteTable[];
    }
  | { readonly kind: "peer"; readonly peer: PeerEnd };

/** A joint between two networks: local peering gateway, VPC peering. */
export interface Pair {
  readonly name: string;
  readonly located: Located;
  readonly far: readonly Link[];
}

/** A network on the far side of a joint, as far as the input shows it. */
export interface PeerEnd {
  readonly verdict: Exclude<Verdict, "closed" | "through-waf" | "cloud-services-only">;
  readonly hop: Hop;
  readonly evidence: string;
  /** Tables by which the far side sends on what is not for itself. */
  tables(): readonly RouteTable[];
}

export interface Resident extends Located {
  readonly isEdge: boolean;
  readonly groups: readonly Filter[];
}

export interface Subnet extends Located {
  readonly cloud: Cloud;
  readonly network: Network | undefined;
  /** Subnets of one network that the input does not hold have this in common. */
  readonly networkName: string;
  readonly cidrs: readonly Cidr[];
  readonly tables: readonly RouteTable[];
  /** Filters of the subnet itself: its security lists, or its network ACL. */
  readonly lists: readonly Filter[];
  /** Filters that traffic of what stands in it passes: {@link layersOfAll}. */
  readonly layers: readonly (readonly Filter[])[];
  readonly residents: readonly Resident[];
  /** On AWS, what stands for the security groups of a subnet where nothing stands in it. */
  readonly assumed?: Filter;
  /** Whether an interface in it can have an address that the internet reaches. */
  readonly publicAddresses: "possible" | "prohibited" | "unknown";
  /** What says so. */
  readonly publicSays: string;
}

/** What the internet can connect to: a load balancer, an API gateway, a bastion. */
export interface Entrance extends Located {
  readonly verdict: "through-waf" | "unproven" | "open";
  readonly hops: readonly Hop[];
  readonly evidence: string;
  readonly fix: string;
  /** True where a rule about endpoints reports it, so that the rule about load balancers does not. */
  readonly isReported: boolean;
  readonly source: Source;
  /** Where its own interfaces stand. */
  readonly subnets: readonly Subnet[];
  /** Those of its subnets in which the internet reaches it: their own rules and routes let it. */
  readonly reachedIn: readonly Subnet[];
  readonly groups: readonly Block[];
}

/** The subnets of the input that values name. */
export interface NamedSubnets {
  readonly subnets: readonly Subnet[];
  /** True where those are all that the values name. */
  readonly isWhole: boolean;
}

/** The subnets of `bySubnet` that `targets` name. */
export function subnetsNamed(
  targets: readonly Target[],
  bySubnet: ReadonlyMap<Block, Subnet>,
): NamedSubnets {
  const subnets = targets.flatMap((target) =>
    target.kind === "block" ? (bySubnet.get(target.block) ?? []) : [],
  );
  return { subnets, isWhole: subnets.length === targets.length };
}

/** The resource of `type` that a value names, if the input makes it. */
export function resourceNamed(target: Target, type: string): Located | undefined {
  return target.kind === "block" && target.block.type === type && target.block.kind === "resource"
    ? target
    : undefined;
}

const NO_FILTERS: readonly Filter[] = [];

/**
 * The filters that traffic of interfaces with `groups` passes. Each layer must admit it; within a
 * layer, one filter is enough. On Oracle Cloud, security lists and groups are one layer; on AWS, the
 * network ACL and the security groups are two.
 */
export function layersOf(
  subnet: Pick<Subnet, "cloud" | "lists">,
  groups: readonly Filter[],
): readonly (readonly Filter[])[] {
  if (subnet.cloud !== "oci") {
    return [subnet.lists, groups];
  }
  return groups.length === 0 ? [subnet.lists] : [[...subnet.lists, ...groups]];
}

/** The layers of everything that stands in the subnet. */
export function layersOfAll(
  subnet: Pick<Subnet, "cloud" | "lists" | "residents" | "assumed">,
): readonly (readonly Filter[])[] {
  if (subnet.residents.length === 0 && subnet.assumed === undefined) {
    return layersOf(subnet, NO_FILTERS);
  }
  const groups = new Set<Filter>();
  for (const resident of subnet.residents) {
    for (const group of resident.groups) {
      groups.add(group);
    }
  }
  return layersOf(
    subnet,
    groups.size === 0 && subnet.assumed !== undefined ? [subnet.assumed] : [...groups],
  );
}
