import { type Json, own } from "../../json/json";
import type { Block } from "../../model/block";
import { EVERYWHERE } from "../cidr";
import type { Admission, Direction, Filter, Peer } from "../graph";
import { type Inventory, type Located, type Nested, nestedBlocks } from "../inventory";
import { getOrMake, push } from "../memo";
import { ociPeers } from "./peers";

const LIST_TYPES = new Set(["oci_core_security_list", "oci_core_default_security_list"]);

/** Security lists and network security groups, as sets of admissions. */
export class OciSecurity {
  private readonly filters = new Map<Block, Filter>();
  private readonly rulesOfGroup = new Map<Block, Located[]>();
  private readonly defaults = new Map<Block, Located>();

  constructor(private readonly inventory: Inventory) {
    for (const rule of inventory.of("oci_core_network_security_group_security_rule")) {
      for (const target of inventory.targets(rule, "network_security_group_id")) {
        if (target.kind === "block") {
          push(this.rulesOfGroup, target.block, rule);
        }
      }
    }
    for (const list of inventory.of("oci_core_default_security_list")) {
      for (const target of inventory.targets(list, "manage_default_resource_id")) {
        if (target.kind === "block") {
          this.defaults.set(target.block, list);
        }
      }
    }
  }

  /** The lists of a subnet: those it names, or else its network's default one. */
  listsOf(subnet: Located, network: Located | undefined): readonly Filter[] {
    const targets = this.inventory.targets(subnet, "security_list_ids");
    if (targets.length === 0) {
      return [this.defaultList(subnet, network)];
    }
    return targets.map((target) => {
      if (target.kind === "block") {
        const { kind, type } = target.block;
        if (kind === "resource" && LIST_TYPES.has(type)) {
          return this.list({ block: target.block, stack: target.stack });
        }
        if (target.attribute === "default_security_list_id") {
          return this.defaultList(subnet, { block: target.block, stack: target.stack });
        }
      }
      const reason =
        target.kind === "unknown"
          ? target.reason
          : `${target.kind === "text" ? target.text : target.block.address} is not in the input`;
      return unknownFilter("its security list", reason, subnet, "security_list_ids");
    });
  }

  private defaultList(subnet: Located, network: Located | undefined): Filter {
    if (network === undefined || network.block.kind !== "resource") {
      return unknownFilter(
        "the default security list of its VCN",
        "the VCN is not in the input",
        subnet,
        "",
      );
    }
    const managed = this.defaults.get(network.block);
    return managed === undefined ? new UntouchedDefault(subnet, network) : this.list(managed);
  }

  private list(located: Located): Filter {
    return getOrMake(this.filters, located.block, () => ({
      name: located.block.address,
      admissions: [
        ...this.ofBlocks(located, "ingress_security_rules", "ingress", "source"),
        ...this.ofBlocks(located, "egress_security_rules", "egress", "destination"),
      ],
    }));
  }

  private ofBlocks(
    located: Located,
    name: string,
    direction: Direction,
    argument: string,
  ): Admission[] {
    const { blocks, isWhole } = this.inventory.nested(located, name);
    const admissions = blocks.flatMap((nested) =>
      this.ofRule(nested, direction, argument, located),
    );
    if (!isWhole) {
      const peer: Peer = { kind: "unknown", reason: "an expression makes its rules" };
      admissions.push({ direction, peer, located, rule: wholeOf(located), argument: name });
    }
    return admissions;
  }

  private ofRule(
    nested: Nested,
    direction: Direction,
    argument: string,
    located: Located,
  ): Admission[] {
    if (isErrorMessage(nested, this.inventory, located)) {
      return [];
    }
    const typeArgument = argument === "source" ? "source_type" : "destination_type";
    return ociPeers(nested, argument, typeArgument, located, this.inventory).map((peer) => ({
      direction,
      peer,
      located,
      rule: nested,
      argument,
    }));
  }

  /** A network security group, or why the input does not hold it. */
  group(block: Block): Filter {
    return getOrMake(this.filters, block, () => ({
      name: block.address,
      admissions: (this.rulesOfGroup.get(block) ?? []).flatMap((rule) => this.ofGroupRule(rule)),
    }));
  }

  private ofGroupRule(rule: Located): Admission[] {
    const nested = { value: rule.block.body, pointer: rule.block.pointer };
    const directions = this.inventory.texts(own(rule.block.body, "direction"), rule);
    const found: Admission[] = [];
    for (const direction of ["ingress", "egress"] as const) {
      if (directions === undefined || directions.includes(direction.toUpperCase())) {
        const argument = direction === "ingress" ? "source" : "destination";
        found.push(...this.ofRule(nested, direction, argument, rule));
      }
    }
    return found;
  }
}

/** Types of such messages by their protocol: ICMP, and ICMP for IPv6. */
const ERRORS: ReadonlyMap<string, readonly string[]> = new Map([
  ["1", ["3"]],
  ["58", ["1", "2"]],
]);

/**
 * ICMP messages that report an undeliverable packet: path MTU discovery needs them from anywhere, and
 * they carry nothing that the receiver did not send itself.
 */
function isErrorMessage(nested: Nested, inventory: Inventory, located: Located): boolean {
  const protocol = inventory.texts(own(nested.value, "protocol"), located);
  const errors = protocol?.length === 1 ? ERRORS.get(protocol[0] ?? "") : undefined;
  if (errors === undefined) {
    return false;
  }
  const options = nestedBlocks(nested.value, "icmp_options", nested.pointer);
  return (
    options.isWhole &&
    options.blocks.length > 0 &&
    options.blocks.every(({ value }) => {
      const types = inventory.texts(own(value, "type") as Json | undefined, located);
      return types?.every((type) => errors.includes(type)) === true;
    })
  );
}

/** A filter of which nothing is known: it may admit everything. */
export function unknownFilter(
  name: string,
  reason: string,
  located: Located,
  argument: string,
): Filter {
  const peer: Peer = { kind: "unknown", reason };
  const rule = wholeOf(located);
  return {
    name,
    admissions: [
      { direction: "ingress", peer, located, rule, argument },
      { direction: "egress", peer, located, rule, argument },
    ],
  };
}

/** A block as if it were one rule. */
function wholeOf({ block }: Located): Nested {
  return { value: block.body, pointer: block.pointer };
}

/** A filter that admits everything of `directions`, which no block of the input makes. */
export function assumedFilter(
  name: string,
  directions: readonly Direction[],
  located: Located,
): Filter {
  return new AssumedFilter(name, directions, located);
}

/** Most networks lead nowhere, so that nobody asks what such a filter admits. */
class AssumedFilter implements Filter {
  private made: readonly Admission[] | undefined;

  constructor(
    readonly name: string,
    private readonly directions: readonly Direction[],
    private readonly located: Located,
  ) {}

  get admissions(): readonly Admission[] {
    this.made ??= everywhere(this.directions, this.located);
    return this.made;
  }
}

function everywhere(directions: readonly Direction[], located: Located): readonly Admission[] {
  const rule = wholeOf(located);
  return EVERYWHERE.flatMap((range) =>
    directions.map((direction) => ({
      direction,
      peer: { kind: "range" as const, range },
      located,
      rule,
      argument: "",
    })),
  );
}

const BOTH: readonly Direction[] = ["ingress", "egress"];

/**
 * The list that Oracle gives a new VCN: SSH from anywhere, everything out.
 *
 * @see https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/securitylists.htm
 */
class UntouchedDefault implements Filter {
  private made: readonly Admission[] | undefined;

  constructor(
    private readonly subnet: Located,
    private readonly network: Located,
  ) {}

  /** Put together when a message needs it: an estate has one for every subnet. */
  get name(): string {
    return `the default security list of ${this.network.block.address}, as Oracle creates it`;
  }

  get admissions(): readonly Admission[] {
    this.made ??= everywhere(BOTH, this.subnet);
    return this.made;
  }
}
