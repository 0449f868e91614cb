import type { Json } from "../json/json";
import { hasTemplate } from "../model/template";
import { type Cidr, parseCidr } from "./cidr";
import type { Inventory, Located } from "./inventory";

/** The ranges that an argument gives, and whether those are all. */
export interface Ranges {
  readonly cidrs: readonly Cidr[];
  readonly isWhole: boolean;
}

const NONE: Ranges = { cidrs: [], isWhole: true };

/** Of a literal, by its text: networks of an estate are made alike. */
const ofLiteral = new Map<string, Ranges>();
const MAX_LITERALS = 4096;

function rangesOfLiteral(text: string): Ranges {
  let ranges = ofLiteral.get(text);
  if (ranges === undefined) {
    const cidr = parseCidr(text);
    ranges = { cidrs: cidr === undefined ? [] : [cidr], isWhole: cidr !== undefined };
    if (ofLiteral.size >= MAX_LITERALS) {
      ofLiteral.clear();
    }
    ofLiteral.set(text, ranges);
  }
  return ranges;
}

/** The one literal that `value` is or holds, as it mostly does. */
function literalIn(value: Json): string | undefined {
  const only = Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value;
  return typeof only === "string" && !hasTemplate(only) ? only : undefined;
}

/** The ranges that the argument `name` of a network or a subnet gives. */
function rangesAt(located: Located, name: string, inventory: Inventory): Ranges {
  const value = inventory.argument(located, name);
  if (value === undefined) {
    return NONE;
  }
  const literal = literalIn(value);
  if (literal !== undefined) {
    return rangesOfLiteral(literal);
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
  let all = NONE;
  for (const name of names) {
    const ranges = rangesAt(located, name, inventory);
    if (ranges !== NONE) {
      all =
        all === NONE
          ? ranges
          : { cidrs: [...all.cidrs, ...ranges.cidrs], isWhole: all.isWhole && ranges.isWhole };
    }
  }
  return all;
}
