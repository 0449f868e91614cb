import { segmentsOf } from "../flow/value-in";
import { own } from "../json/json";
import type { Block, EvidenceLeaf, Stack } from "../model/block";
import { dottedReference, parseReference, soleExpression } from "../model/template";
import { isDataMap, isFreeText } from "./arguments";

/** An argument that a part of a local value is handed to as it is. */
export interface LocalUse {
  /** Names from the local value down: `["tags", "origin"]`. */
  readonly path: readonly string[];
  readonly address: string;
  readonly argument: string;
}

/**
 * The argument that takes the text at `leaf`, which stands in a local value, for a setting;
 * undefined where only names, texts and tags take it.
 */
export function settingUse(leaf: EvidenceLeaf, block: Block, stack: Stack): LocalUse | undefined {
  const path = leaf.pointer
    .slice(block.pointer.length + 1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return usesIn(stack).find((use) => use.path.every((name, at) => path[at] === name));
}

const known = new WeakMap<Stack, readonly LocalUse[]>();

/** Asked only where a place abroad stands in a local map of tags. */
function usesIn(stack: Stack): readonly LocalUse[] {
  let uses = known.get(stack);
  if (uses === undefined) {
    uses = findUses(stack);
    known.set(stack, uses);
  }
  return uses;
}

function findUses(stack: Stack): readonly LocalUse[] {
  const uses: LocalUse[] = [];
  /** Local maps of tags that are another one by another name. */
  const aliases = new Map<string, readonly string[]>();
  for (const block of stack.blocks) {
    for (const { value, argument } of block.templates) {
      const each = eachPath(value, block);
      if (each !== undefined && !isFreeText(argument)) {
        uses.push({ path: each, address: block.address, argument });
      }
      const path = localPath(value);
      if (path === undefined) {
        continue;
      }
      if (!isFreeText(argument)) {
        // A whole map is a setting where a program reads the map.
        if (path.length > 1 || isDataMap(argument)) {
          uses.push({ path, address: block.address, argument });
        }
      } else if (block.kind === "locals") {
        aliases.set(argument, path);
      }
    }
  }
  return uses.map((use) => ({ ...use, path: withoutAliases(use.path, aliases) }));
}

/** Of an item of `for_each`, what the block goes through: which item it is does not matter. */
function eachPath(value: string, block: Block): readonly string[] | undefined {
  if (!EACH.test(value)) {
    return undefined;
  }
  const set = own(block.body, "for_each");
  return typeof set === "string" ? localPath(set) : undefined;
}

const EACH = /^\$\{\s*each\.value\b[^{}]*\}$/;

function localPath(value: string): readonly string[] | undefined {
  if (!value.includes("local.")) {
    return undefined;
  }
  const expression = soleExpression(value);
  const reference =
    dottedReference(value) ?? (expression === undefined ? undefined : parseReference(expression));
  return reference?.address.startsWith("local.") === true
    ? [reference.address.slice("local.".length), ...segmentsOf(reference.attribute)]
    : undefined;
}

/** No honest chain of local values is longer. */
const MAX_HOPS = 16;

function withoutAliases(
  path: readonly string[],
  aliases: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  let current = path;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const [first = "", ...rest] = current;
    const target = aliases.get(first);
    if (target === undefined) {
      return current;
    }
    current = [...target, ...rest];
  }
  return current;
}
