import { own } from "../../json/json";
import { isPublic, isWorldwide, parseCidr } from "../cidr";
import type { DirectExposure, Directs } from "../direct";
import { type Entrance, layersOf, type Subnet } from "../graph";
import type { Flag, Inventory, Located } from "../inventory";
import { nameOf, written } from "../names";
import type { Hop } from "../reachability";
import { argumentOf, hopOf, INTERNET } from "../stations";
import type { OciNetworks } from "./subnets";
import { OciWafs } from "./waf";

const LOAD_BALANCERS = ["oci_load_balancer_load_balancer", "oci_load_balancer"] as const;

/** What the internet can connect to on Oracle Cloud, and what keeps it out. */
export class OciEntrances {
  private readonly wafs: OciWafs;

  constructor(
    private readonly inventory: Inventory,
    private readonly networks: OciNetworks,
    private readonly directs: Directs,
  ) {
    this.wafs = new OciWafs(inventory);
  }

  all(): readonly Entrance[] {
    return [
      ...this.inventory.of(...LOAD_BALANCERS).flatMap((located) => this.loadBalancer(located)),
      ...this.inventory
        .of("oci_network_load_balancer_network_load_balancer")
        .flatMap((located) => this.networkLoadBalancer(located)),
      ...this.inventory.of("oci_apigateway_gateway").flatMap((located) => this.apiGateway(located)),
      ...this.inventory.of("oci_bastion_bastion").flatMap((located) => this.bastion(located)),
    ];
  }

  private loadBalancer(located: Located): readonly Entrance[] {
    const isPrivate = this.inventory.flag(located, "is_private");
    const base = this.base(located, "subnet_ids", "is_private", isPrivate);
    if (base === undefined) {
      return [];
    }
    const { exposure, entrance } = base;
    const waf = this.wafs.of(located.block);
    if (waf === undefined) {
      return [
        {
          ...entrance,
          verdict: exposure.status,
          evidence: `${exposure.says} No web application firewall stands before ${nameOf(located)}.`,
          fix: "Give it an oci_waf_web_app_firewall whose policy turns away every country that is not allowed, or set is_private.",
        },
      ];
    }
    const passed = this.wafs.passedBy(located.block);
    const outcome = passed?.outcome.status === "open" ? passed.outcome : waf.outcome;
    const decisive = outcome.status === "through-waf" ? (passed?.outcome ?? outcome) : outcome;
    const hops = [
      ...entrance.hops,
      hopOf(waf.located, "It reads requests before they are passed on."),
    ];
    const countries = this.inventory.jurisdiction.countries.join(", ");
    const isByListener = passed !== undefined && decisive === passed.outcome;
    return [
      decisive.status === "through-waf"
        ? {
            ...entrance,
            hops,
            verdict: "through-waf",
            evidence: `${nameOf(waf.located)} turns away requests of every country but ${countries}.`,
            fix: "",
          }
        : {
            ...entrance,
            hops,
            verdict: decisive.status,
            evidence: `${nameOf(waf.located)} does not keep other countries out: ${decisive.because}.`,
            fix: isByListener
              ? "Make it an HTTP listener: a web application firewall reads no other."
              : `Give its policy a rule that returns a response where !i_contains([${this.inventory.jurisdiction.countries.map((each) => `'${each}'`).join(", ")}], connection.source.geo.countryCode), before every rule that allows.`,
            source: isByListener
              ? {
                  ...passed.located,
                  pointer: `${passed.located.block.pointer}/protocol`,
                  value: written(own(passed.located.block.body, "protocol")),
                }
              : waf.source,
          },
    ];
  }

  private networkLoadBalancer(located: Located): readonly Entrance[] {
    const isPrivate = this.inventory.flag(located, "is_private");
    const base = this.base(located, "subnet_id", "is_private", isPrivate);
    return base === undefined
      ? []
      : [
          {
            ...base.entrance,
            verdict: base.exposure.status,
            evidence: `${base.exposure.says} A network load balancer passes on connections as they are: no web application firewall can stand before it.`,
            fix: "Set is_private, and put a load balancer with a web application firewall before it.",
          },
        ];
  }

  private apiGateway(located: Located): readonly Entrance[] {
    const types = this.inventory.texts(this.inventory.argument(located, "endpoint_type"), located);
    const isPrivate: Flag =
      types === undefined ? "unknown" : types.every((type) => type === "PRIVATE");
    const base = this.base(located, "subnet_id", "endpoint_type", isPrivate);
    return base === undefined
      ? []
      : [
          {
            ...base.entrance,
            isReported: true,
            verdict: base.exposure.status,
            evidence: `${base.exposure.says} No web application firewall stands before the API gateway ${nameOf(located)}.`,
            fix: "Set endpoint_type to PRIVATE, and put a load balancer with a web application firewall before it.",
          },
        ];
  }

  /** What all of them have in common; undefined where the internet cannot connect. */
  private base(
    located: Located,
    subnetArgument: string,
    privateArgument: string,
    isPrivate: Flag,
  ):
    | {
        readonly exposure: Extract<DirectExposure, { readonly hops: unknown }>;
        readonly entrance: Omit<Entrance, "verdict" | "evidence" | "fix">;
      }
    | undefined {
    if (isPrivate === true) {
      return undefined;
    }
    const { subnets, isWhole } = this.networks.subnetsAt(
      this.inventory.targets(located, subnetArgument),
    );
    const groups = this.inventory.targets(located, "network_security_group_ids");
    const filters = this.networks.groupFilters(located, groups);
    const exposures: DirectExposure[] = [];
    const reachedIn: Subnet[] = [];
    for (const subnet of subnets) {
      const exposure = this.directs.of(subnet, layersOf(subnet, filters));
      exposures.push(exposure);
      if (exposure.status !== "closed") {
        reachedIn.push(subnet);
      }
    }
    if (!isWhole || subnets.length === 0) {
      exposures.push({
        status: "open",
        says: `The subnet of ${nameOf(located)}, which can be reached from the internet unless it is private, is not in the input.`,
        source: undefined,
        hops: [],
        isUnrouted: true,
      });
    }
    const found =
      exposures.find((exposure) => exposure.status === "open") ??
      exposures.find((exposure) => exposure.status === "unproven");
    if (found === undefined || found.status === "closed") {
      return undefined;
    }
    const exposure =
      isPrivate === "unknown"
        ? {
            ...found,
            status: "unproven" as const,
            says: `Whether ${nameOf(located)} is private is known only when Terraform runs.`,
          }
        : found;
    return {
      exposure,
      entrance: {
        ...located,
        isReported: false,
        hops: [...reversed(exposure.hops), hopOf(located, "It can be reached from the internet.")],
        source: argumentOf(located, privateArgument),
        subnets,
        reachedIn,
        groups: groups.flatMap((target) => (target.kind === "block" ? [target.block] : [])),
      },
    };
  }

  /** The bastion service is reached at an address of Oracle's, whatever the subnet's routes. */
  private bastion(located: Located): readonly Entrance[] {
    const argument = "client_cidr_block_allow_list";
    const targets = this.inventory.targets(located, argument);
    const source = argumentOf(located, argument);
    const ranges = targets.map((target) =>
      target.kind === "text" ? parseCidr(target.text) : undefined,
    );
    const open = ranges.find(
      (range) => range !== undefined && isPublic(range) && isWorldwide(range),
    );
    const unproven = ranges.some((range) => range === undefined || isPublic(range));
    if (open === undefined && !unproven && ranges.length > 0) {
      return [];
    }
    const { subnets } = this.networks.subnetsAt(
      this.inventory.targets(located, "target_subnet_id"),
    );
    return [
      {
        ...located,
        isReported: true,
        verdict: open === undefined ? "unproven" : "open",
        hops: [INTERNET, hopOf(located, "It lets clients in whose address is in its list.")],
        evidence:
          open !== undefined
            ? `${nameOf(located)} takes sessions from ${open.text}.`
            : ranges.length === 0
              ? `${nameOf(located)} does not say from where it takes sessions.`
              : `Nothing tells where the clients are that ${nameOf(located)} takes sessions from.`,
        fix: "List ranges of private networks that lie inside only, or waive it with who connects and from where.",
        source,
        subnets,
        // What it reaches is for the rules of the subnet to admit.
        reachedIn: [],
        groups: [],
      },
    ];
  }
}

function reversed(hops: readonly Hop[]): readonly Hop[] {
  return hops.length === 0 ? [INTERNET] : [...hops].reverse();
}
