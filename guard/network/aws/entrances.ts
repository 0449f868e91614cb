import type { DirectExposure, Directs } from "../direct";
import { type Entrance, layersOf, type Subnet } from "../graph";
import type { Inventory, Located } from "../inventory";
import { nameOf } from "../names";
import type { Hop } from "../reachability";
import { argumentOf, hopOf, INTERNET } from "../stations";
import type { Target } from "../targets";
import type { AwsNetworks } from "./subnets";
import { AwsWafs } from "./waf";

/** What the internet can connect to on AWS, and what keeps it out. */
export class AwsEntrances {
  private readonly wafs: AwsWafs;

  constructor(
    private readonly inventory: Inventory,
    private readonly networks: AwsNetworks,
    private readonly directs: Directs,
  ) {
    this.wafs = new AwsWafs(inventory);
  }

  all(): readonly Entrance[] {
    return [
      ...this.inventory.of("aws_lb", "aws_alb", "aws_elb").flatMap((each) => this.balancer(each)),
      ...this.inventory.of("aws_ec2_client_vpn_endpoint").map((each) => this.clientVpn(each)),
    ];
  }

  private balancer(located: Located): readonly Entrance[] {
    const isInternal = this.inventory.flag(located, "internal");
    if (isInternal === true) {
      return [];
    }
    const { inventory } = this;
    const mapped = inventory.nested(located, "subnet_mapping").blocks;
    const { subnets, isWhole } = this.networks.subnetsAt([
      ...inventory.targets(located, "subnets"),
      ...mapped.flatMap((nested) => inventory.targetsIn(nested, "subnet_id", located)),
    ]);
    const groups = inventory.targets(located, "security_groups");
    const exposures: DirectExposure[] = [];
    const reachedIn: Subnet[] = [];
    for (const subnet of subnets) {
      const filters = this.networks.groupFilters(located, groups, subnet.network?.block);
      const exposure = this.directs.of(
        subnet,
        layersOf(subnet, this.isOpenWithoutGroup(located, groups) ? subnet.lists : filters),
      );
      exposures.push(exposure);
      if (exposure.status !== "closed") {
        reachedIn.push(subnet);
      }
    }
    if (!isWhole || subnets.length === 0) {
      exposures.push({
        status: "open",
        says: `The subnets of ${nameOf(located)}, which faces the internet unless it is internal, are not in the input.`,
        source: undefined,
        hops: [],
        isUnrouted: true,
      });
    }
    const found =
      exposures.find((exposure) => exposure.status === "open") ??
      exposures.find((exposure) => exposure.status === "unproven");
    if (found === undefined || found.status === "closed") {
      return [];
    }
    const exposed = isInternal === "unknown" ? "unproven" : found.status;
    return [this.entrance(located, { subnets, reachedIn }, groups, exposed, found)];
  }

  private entrance(
    located: Located,
    stands: Pick<Entrance, "subnets" | "reachedIn">,
    groups: readonly Target[],
    exposed: "open" | "unproven",
    exposure: Extract<DirectExposure, { readonly hops: readonly Hop[] }>,
  ): Entrance {
    const hops = [
      ...(exposure.hops.length === 0 ? [INTERNET] : [...exposure.hops].reverse()),
      hopOf(located, "It can be reached from the internet."),
    ];
    const base = {
      ...located,
      isReported: false,
      ...stands,
      groups: groups.flatMap((target) => (target.kind === "block" ? [target.block] : [])),
    };
    const waf = this.wafs.of(located.block);
    if (waf === undefined) {
      return {
        ...base,
        hops,
        verdict: exposed,
        evidence: `${exposure.says} No web ACL stands before ${nameOf(located)}.`,
        fix: "Set internal, or make it an application load balancer with an aws_wafv2_web_acl_association whose web ACL turns away every country that is not allowed.",
        source: argumentOf(located, "internal"),
      };
    }
    const { outcome } = waf;
    const read = [...hops, hopOf(waf.located, "It reads requests before they are passed on.")];
    const countries = this.inventory.jurisdiction.countries.join(", ");
    return outcome.status === "through-waf"
      ? {
          ...base,
          hops: read,
          verdict: "through-waf",
          evidence: `${nameOf(waf.located)} turns away requests of every country but ${countries}.`,
          fix: "",
          source: waf.source,
        }
      : {
          ...base,
          hops: read,
          verdict: outcome.status,
          evidence: `${nameOf(waf.located)} does not keep other countries out: ${outcome.because}.`,
          fix: `Give it a rule, before every rule that allows, that blocks what a not_statement of a geo_match_statement with ${countries} finds.`,
          source: waf.source,
        };
  }

  /** Network load balancers without a security group take what their network ACL admits. */
  private isOpenWithoutGroup(located: Located, groups: readonly Target[]): boolean {
    const type = this.inventory.argument(located, "load_balancer_type");
    return (
      groups.length === 0 &&
      type !== undefined &&
      // One that is known only when Terraform runs may be a network load balancer.
      (this.inventory.texts(type, located) ?? ["network"]).includes("network")
    );
  }

  private clientVpn(located: Located): Entrance {
    const subnets = this.inventory
      .of("aws_ec2_client_vpn_network_association")
      .filter((association) =>
        this.inventory
          .targets(association, "client_vpn_endpoint_id")
          .some((target) => target.kind === "block" && target.block === located.block),
      )
      .flatMap(
        (association) =>
          this.networks.subnetsAt(this.inventory.targets(association, "subnet_id")).subnets,
      );
    return {
      ...located,
      isReported: false,
      verdict: "unproven",
      hops: [INTERNET, hopOf(located, "It lets in clients that it authenticates.")],
      evidence: `Nothing tells where the clients of ${nameOf(located)} are.`,
      fix: "Waive it with who connects and from where.",
      source: argumentOf(located, ""),
      subnets,
      // What it reaches is for the rules of the subnets to admit.
      reachedIn: [],
      groups: [],
    };
  }
}
