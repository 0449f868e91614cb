import { type Cidr, parseCidr } from "./cidr";
import type { Inventory, Located } from "./inventory";

/** The ranges that an argument gives, and whether those are all. */
export interface Ranges {
  readonly cidrs: readonly Cidr[];
  readonly isWhole: boolean;
}

const NONE: Ranges = { cidrs: [], isWhole: true };

/** The ranges that the argument `name` of a network or a subnet gives. */
export function rangesAt(located: Located, name: string, inventory: Inventory): Ranges {
  if (inventory.argument(located, name) === undefined) {
    return NONE;
  }
  const targets = inventory.targets(located, name);
  const cidrs: Cidr[] = [];
  for (let index = 0; index < targets.length; index += 1) {
    const target = targets[index];
    const cidr = target?.kind === "text" ? parseCidr(target.text) : undefined;
    if (cidr !== undefined) {
      cidrs.push(cidr);
    }
  }
  return { cidrs, isWhole: cidrs.length === targets.length };
}

/** The same of several arguments. */
export function rangesOf(located: Located, names: readonly string[], inventory: Inventory): Ranges {
  const cidrs: Cidr[] = [];
  let isWhole = true;
  for (const name of names) {
    const ranges = rangesAt(located, name, inventory);
    if (ranges !== NONE) {
      cidrs.push(...ranges.cidrs);
      isWhole &&= ranges.isWhole;
    }
  }
  return { cidrs, isWhole };
}
