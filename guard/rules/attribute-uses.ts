import { segmentsOf } from "../flow/value-in";
import { tokensOf } from "../json/pointer";
import type { Block, EvidenceLeaf, Stack } from "../model/block";
import { isDataMap, isFreeText } from "./arguments";
import { leadsTo, pathOf } from "./local-uses";

/** An argument that takes an attribute of a resource, alone or as a part of its text. */
export interface AttributeUse {
  /** Names from the resource's body down: `["tags", "origin"]`. */
  readonly path: readonly string[];
  readonly address: string;
  readonly argument: string;
  /** True where a program reads the argument. */
  readonly isSetting: boolean;
}

/**
 * The argument that takes the text at `leaf`, a tag or a description of a resource, for something that
 * decides; undefined where only names, texts and tags take it. A name is taken by whatever speaks of
 * the resource: it counts where a program reads it.
 */
export function attributeUse(
  leaf: EvidenceLeaf,
  block: Block,
  stack: Stack,
): AttributeUse | undefined {
  const { kind, type, name } = block;
  const path = pathOf(leaf.pointer, block);
  if (kind === "module") {
    // The module reads what it is given as a variable of its own.
    const called = stack.modules?.get(name)?.stack;
    const [variable = "", ...rest] = path;
    return called === undefined
      ? undefined
      : usesIn(called)
          .get(`var.${variable}`)
          ?.find(
            (use) => (use.isSetting || use.path.length === rest.length) && leadsTo(use.path, rest),
          );
  }
  if (kind !== "resource" && kind !== "data") {
    return undefined;
  }
  const uses = usesIn(stack).get(`${kind === "data" ? "data." : ""}${type}.${name}`);
  if (uses === undefined) {
    return undefined;
  }
  const isName = !/tags|description|comment|summary/.test(path[0] ?? "");
  return uses.find(
    (use) =>
      (use.isSetting || (!isName && use.path.length === path.length)) && leadsTo(use.path, path),
  );
}

const known = new WeakMap<Stack, ReadonlyMap<string, readonly AttributeUse[]>>();

/** Asked only where a place abroad stands in a text of a resource. */
function usesIn(stack: Stack): ReadonlyMap<string, readonly AttributeUse[]> {
  let uses = known.get(stack);
  if (uses === undefined) {
    uses = findUses(stack);
    known.set(stack, uses);
  }
  return uses;
}

/** A reference with an attribute that is a text: `aws_vpc.main.tags["origin"]`. */
const REFERENCE =
  /(?<![\w.-])((?:data\.)?[a-z]\w*\.[\w-]+)(?:\[[^\][]*\])?\.((?:\w*tags(?:_all)?|\w*name|description|comment|summary|title|bucket)(?![\w-])(?:\.[\w-]+|\["[^"]*"\]|\[\d+\])*)/g;

/** What a module is given: `var.tags["origin"]`. */
const VARIABLE = /(?<![\w.-])(var\.[\w-]+)((?:\.[\w-]+|\["[^"]*"\]|\[\d+\])*)/g;

function findUses(stack: Stack): ReadonlyMap<string, readonly AttributeUse[]> {
  const uses = new Map<string, AttributeUse[]>();
  for (const block of stack.blocks) {
    for (const { value, argument, pointer } of block.templates) {
      const isSetting = tokensOf(pointer.slice(block.pointer.length)).some(isDataMap);
      if (!isSetting && isFreeText(argument)) {
        continue;
      }
      const given = stack.parent === undefined ? [] : value.matchAll(VARIABLE);
      for (const [, maker = "", attribute = ""] of [...value.matchAll(REFERENCE), ...given]) {
        const use = {
          path: segmentsOf(attribute).filter((segment) => segment !== ""),
          address: block.address,
          argument: argument === "" ? "a value" : argument,
          isSetting,
        };
        const same = uses.get(maker);
        if (same === undefined) {
          uses.set(maker, [use]);
        } else {
          same.push(use);
        }
      }
    }
  }
  return uses;
}
