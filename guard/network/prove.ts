import type { Jurisdiction } from "../../jurisdiction";
import type { Stack } from "../model/block";
import type { BlockVerdict } from "../rules/rule";
import { AwsEntrances } from "./aws/entrances";
import { awsPeerings } from "./aws/peerings";
import { AwsNetworks } from "./aws/subnets";
import { CidrIndex } from "./cidr-index";
import { Components } from "./components";
import { Directs } from "./direct";
import { EntranceIndex } from "./entrance-index";
import { Exposures } from "./exposure";
import { egressFindings, entranceFinding, ingressFindings } from "./findings";
import type { Network, Subnet } from "./graph";
import { Inventory } from "./inventory";
import { push } from "./memo";
import { OciEntrances } from "./oci/entrances";
import { ociPeerings } from "./oci/peerings";
import { OciNetworks } from "./oci/subnets";
import { inboundPaths, outboundPaths, roleOf } from "./paths";
import { type ReachabilityProof, worstVerdict } from "./reachability";
import { Router } from "./router";
import type { Tools } from "./tools";

/** Rules that read the network as a whole. */
export type NetworkRule =
  | "data-subnet-unreachable"
  | "data-subnet-egress-inside"
  | "internet-only-through-waf"
  | "peering-inside";

/** What the network of an input shows: a proof for each subnet, and what the rules say. */
export interface Reachability {
  readonly proofs: readonly ReachabilityProof[];
  /** Verdicts of a rule about the blocks of one module. */
  verdictsOf(rule: NetworkRule, stack: Stack): readonly BlockVerdict[];
}

const NOTHING: Reachability = { proofs: [], verdictsOf: () => [] };

const memo = new WeakMap<readonly Stack[], { jurisdiction: Jurisdiction; found: Reachability }>();

/**
 * Follows every way into and out of every subnet of `stacks`: gateways, routes, security rules, load
 * balancers with their firewalls, and what the networks are joined to. Each list of stacks is worked
 * out once.
 */
export function proveReachability(
  stacks: readonly Stack[],
  jurisdiction: Jurisdiction,
): Reachability {
  const before = memo.get(stacks);
  if (before?.jurisdiction === jurisdiction) {
    return before.found;
  }
  const found = prove(stacks, jurisdiction);
  memo.set(stacks, { jurisdiction, found });
  return found;
}

const WANTED =
  /^oci_(?:core_|load_balancer|network_load_balancer_|waf_|network_firewall_|apigateway_gateway$|bastion_bastion$)|^aws_(?:vpc|subnet|default_|main_|route|internet_gateway|egress_only_|nat_gateway|security_group|network_acl|lb|alb|elb|ec2_transit_gateway|ec2_client_vpn|vpn_|dx_|wafv2_|customer_gateway|db_subnet_group)/;

function prove(stacks: readonly Stack[], jurisdiction: Jurisdiction): Reachability {
  const inventory = new Inventory(stacks, jurisdiction, (type) => WANTED.test(type));
  if (inventory.isEmpty) {
    return NOTHING;
  }
  const oci = new OciNetworks(inventory);
  const aws = new AwsNetworks(inventory);
  const networks = [...oci.networks, ...aws.networks];
  const exposures = new Exposures(rangesOf(networks));
  const router = new Router(inventory, exposures);
  const directs = new Directs(router, exposures);
  const entrances = [
    ...new OciEntrances(inventory, oci, directs).all(),
    ...new AwsEntrances(inventory, aws, directs).all(),
  ];
  const joined = new Components<object>();
  for (const [a, b] of [...oci.routing.hubs.joints(), ...aws.joints()]) {
    joined.join(a, b);
  }
  const index = new EntranceIndex(entrances, joined);
  const verdicts = new Verdicts();
  const proofs: ReachabilityProof[] = [];
  const tools: Tools = { directs, exposures, index };
  for (const subnet of [...oci.subnets, ...aws.subnets]) {
    const proof = proofOf(subnet, tools);
    proofs.push(proof);
    if (proof.role === "data") {
      verdicts.add("data-subnet-unreachable", subnet.stack, ingressFindings(subnet, tools));
      verdicts.add("data-subnet-egress-inside", subnet.stack, egressFindings(subnet, tools));
    }
  }
  for (const entrance of entrances) {
    verdicts.add(
      "internet-only-through-waf",
      entrance.stack,
      entranceFinding(entrance, jurisdiction),
    );
  }
  for (const [stack, verdict] of [...ociPeerings(inventory, oci), ...awsPeerings(inventory)]) {
    verdicts.add("peering-inside", stack, [verdict]);
  }
  return { proofs, verdictsOf: (rule, stack) => verdicts.of(rule, stack) };
}

function proofOf(subnet: Subnet, tools: Tools): ReachabilityProof {
  const { block, stack } = subnet;
  const { constructPath } = block;
  const role = roleOf(subnet);
  const inbound = inboundPaths(subnet, role.role, tools);
  const outbound = outboundPaths(subnet, role.role, tools);
  const { paths: into } = inbound;
  const { paths: out } = outbound;
  const verdict = worstVerdict([...into, ...out].map((path) => path.verdict));
  const evidence = [role.says, ...inbound.says, ...outbound.says];
  const { name } = stack;
  const { address } = block;
  // Written out without spreads: an estate has one of these for every subnet.
  return constructPath === undefined
    ? { stack: name, address, role: role.role, verdict, inbound: into, outbound: out, evidence }
    : {
        stack: name,
        address,
        constructPath,
        role: role.role,
        verdict,
        inbound: into,
        outbound: out,
        evidence,
      };
}

function rangesOf(networks: readonly Network[]): CidrIndex<Network> {
  const index = new CidrIndex<Network>();
  for (const network of networks) {
    for (const cidr of network.cidrs) {
      index.add(cidr, network);
    }
  }
  return index;
}

class Verdicts {
  private readonly byRule = new Map<NetworkRule, Map<Stack, BlockVerdict[]>>();

  add(rule: NetworkRule, stack: Stack, verdicts: readonly BlockVerdict[]): void {
    let byStack = this.byRule.get(rule);
    if (byStack === undefined) {
      byStack = new Map();
      this.byRule.set(rule, byStack);
    }
    for (const verdict of verdicts) {
      push(byStack, stack, verdict);
    }
  }

  of(rule: NetworkRule, stack: Stack): readonly BlockVerdict[] {
    return this.byRule.get(rule)?.get(stack) ?? [];
  }
}
