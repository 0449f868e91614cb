import { segmentsOf } from "../flow/value-in";
import { own } from "../json/json";
import { tokensOf } from "../json/pointer";
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
  const path = pathOf(leaf.pointer, block);
  return usesIn(stack).find((use) => leadsTo(use.path, path));
}

/** True where what stands at `path` is, or is a part of, what `taken` names. */
export function leadsTo(taken: readonly string[], path: readonly string[]): boolean {
  return taken.every((name, at) => path[at] === name);
}

/** Names from the body of `block` down to `pointer`; without indices, as a reference is compared. */
export function pathOf(pointer: string, block: Block): readonly string[] {
  return tokensOf(pointer.slice(block.pointer.length)).filter((token) => !/^\d+$/.test(token));
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
  /** Local values that are a part of another one by another name. */
  const aliases = new Map<string, (readonly string[])[]>();
  for (const block of stack.blocks) {
    for (const { value, argument, pointer } of block.templates) {
      const each = eachPath(value, block);
      if (each !== undefined && !isFreeText(argument)) {
        uses.push({ path: each, address: block.address, argument });
      }
      const path = localPath(value);
      if (path === undefined) {
        continue;
      }
      // A whole map is a setting where a program reads the map.
      if (!isFreeText(argument) && (path.length > 1 || isDataMap(argument))) {
        uses.push({ path, address: block.address, argument });
      }
      if (block.kind === "locals") {
        const name = JSON.stringify(pathOf(pointer, block));
        // Items of a list go by one name.
        aliases.set(name, [...(aliases.get(name) ?? []), path]);
      }
    }
  }
  return uses.flatMap((use) => allNames(use.path, aliases).map((path) => ({ ...use, path })));
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

/** Nothing honest has more names; only names that go round in a circle have. */
const MAX_NAMES = 256;

/** `path`, and what it is by every other name. */
function allNames(
  path: readonly string[],
  aliases: ReadonlyMap<string, readonly (readonly string[])[]>,
): readonly (readonly string[])[] {
  const found = [path];
  // What is found is looked at in turn.
  for (const current of found) {
    for (const at of found.length < MAX_NAMES ? current.keys() : []) {
      const targets = aliases.get(JSON.stringify(current.slice(0, at + 1))) ?? [];
      found.push(...targets.map((target) => [...target, ...current.slice(at + 1)]));
    }
  }
  return found;
}
