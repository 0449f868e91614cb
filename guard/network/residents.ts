import { isObject, type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import type { Outline } from "../model/outline";
import type { Filter } from "./graph";
import type { Inventory, Located } from "./inventory";
import { push } from "./memo";
import type { Target } from "./targets";

/** What stands in a subnet, and the security groups that its interfaces are in. */
export interface Standing extends Located {
  readonly groups: readonly Target[];
  /** Where a route table is given to an interface itself. */
  readonly routeTables: readonly Target[];
}

export interface ResidentRules {
  /** Types that name a subnet without having an interface in it. */
  readonly isNeutral: (type: string) => boolean;
  /** Types that gather subnets for others to stand in: `aws_db_subnet_group`. */
  readonly isGroupOfSubnets: (type: string) => boolean;
  readonly subnetTypes: readonly string[];
  /** Names of arguments that hold security groups. */
  readonly groupArgument: RegExp;
}

const SUBNET_ARGUMENT = /subnet|^vpc_zone_identifier$/;

/** Nesting of security group arguments inside a resource. */
const MAX_DEPTH = 16;

/** What stands in each subnet, by the references of all resources of the input. */
export function residentsOf(inventory: Inventory, rules: ResidentRules): Map<Block, Standing[]> {
  const residents = new Map<Block, Standing[]>();
  if (inventory.of(...rules.subnetTypes).length === 0) {
    return residents;
  }
  const isPresent = presence();
  const mayName = naming();
  const add = (subnets: Iterable<Block>, located: Located): void => {
    let standing: Standing | undefined;
    for (const subnet of subnets) {
      standing ??= standingOf(located, inventory, rules);
      push(residents, subnet, standing);
    }
  };
  for (const stack of inventory.stacks) {
    for (const block of stack.blocks) {
      if (block.kind === "resource" && mayName(block) && isPresent(block.type, rules)) {
        const located = { block, stack };
        add(subnetsNamedBy(located, inventory, rules), located);
      }
    }
  }
  return residents;
}

const outlines = new WeakMap<Outline, boolean>();

/** {@link mayNameSubnet}, asked once for blocks of one outline that stand together, as most do. */
function naming(): (block: Block) => boolean {
  let last: Outline | undefined;
  let may = true;
  return ({ outline }) => {
    if (outline === undefined) {
      return true;
    }
    if (outline !== last) {
      last = outline;
      may = mayNameSubnet(outline);
    }
    return may;
  };
}

/** False where no argument that names subnets holds an expression. */
function mayNameSubnet(outline: Outline): boolean {
  let may = outlines.get(outline);
  if (may === undefined) {
    may = outline.templateArguments.some((argument) => SUBNET_ARGUMENT.test(argument));
    outlines.set(outline, may);
  }
  return may;
}

function presence(): (type: string, rules: ResidentRules) => boolean {
  const known = new Map<string, boolean>();
  return (type, rules) => {
    let present = known.get(type);
    if (present === undefined) {
      present = !rules.isNeutral(type) && !rules.subnetTypes.includes(type);
      known.set(type, present);
    }
    return present;
  };
}

function subnetsNamedBy(
  located: Located,
  inventory: Inventory,
  rules: ResidentRules,
): ReadonlySet<Block> {
  const subnets = new Set<Block>();
  // Groups can name one another in a circle.
  const named = new Map<Block, Located>([[located.block, located]]);
  for (const { block, stack } of named.values()) {
    for (const { argument, value } of block.templates) {
      if (!SUBNET_ARGUMENT.test(argument)) {
        continue;
      }
      for (const target of inventory.resolver.targets(value, stack, block)) {
        if (target.kind !== "block") {
          continue;
        }
        if (rules.subnetTypes.includes(target.block.type)) {
          subnets.add(target.block);
        } else if (rules.isGroupOfSubnets(target.block.type) && !named.has(target.block)) {
          named.set(target.block, target);
        }
      }
    }
  }
  return subnets;
}

function standingOf(
  { block, stack }: Located,
  inventory: Inventory,
  rules: ResidentRules,
): Standing {
  const groups: Target[] = [];
  const routeTables: Target[] = [];
  const visit = (node: Json, depth: number): void => {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (Array.isArray(node)) {
      for (const item of node as readonly Json[]) {
        visit(item, depth + 1);
      }
    } else if (isObject(node)) {
      for (const key of Object.keys(node)) {
        const value = own(node, key) ?? null;
        if (rules.groupArgument.test(key)) {
          groups.push(...inventory.resolver.targets(value, stack, block));
        } else if (key === "route_table_id") {
          routeTables.push(...inventory.resolver.targets(value, stack, block));
        } else if (typeof value === "object" && key !== "//") {
          visit(value, depth + 1);
        }
      }
    }
  };
  visit(block.body, 0);
  return { block, stack, groups, routeTables };
}

/** The filter of each security group, by `known` where the input holds the group. */
export function filtersOf(
  standing: Standing,
  known: (block: Block, stack: Stack) => Filter | undefined,
  unknown: (reason: string) => Filter,
): readonly Filter[] {
  return standing.groups.map((target) => {
    if (target.kind === "block") {
      const filter = known(target.block, target.stack);
      if (filter !== undefined) {
        return filter;
      }
    }
    return unknown(
      target.kind === "unknown"
        ? target.reason
        : `the security group ${target.kind === "text" ? target.text : target.block.address} is not in the input`,
    );
  });
}
