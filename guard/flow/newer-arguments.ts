import type { Block } from "../model/block";
import type { Outline } from "../model/outline";
import { isDataMap, isFreeText } from "../rules/arguments";
import { isOwnRegion } from "./attributes";
import { flowArguments, flowClass } from "./catalogue";
import { FLOW_POLICIES, type FlowClass } from "./flow-class";
import type { FlowValue } from "./judge-flow";

const NONE: readonly never[] = [];

/**
 * The values of arguments that a newer provider has given to a type that the catalogue holds: what they
 * carry is told by their names, as of a type that is new itself. Only expressions count, since
 * `argument-inside` judges what is written out. A name that the type has already in another block is
 * taken for that one.
 */
export function newerArguments(block: Block): readonly FlowValue[] {
  return mayHoldNewer(block) ? findNewer(block) : NONE;
}

function findNewer(block: Block): readonly FlowValue[] {
  const known = new Set((flowArguments(block.type) ?? NONE).map(({ path }) => path.join(".")));
  const found: FlowValue[] = [];
  for (const { pointer, value } of block.templates) {
    const path = pointer
      .slice(block.pointer.length + 1)
      .split("/")
      .filter((token) => !/^\d+$/.test(token) && token !== "dynamic" && token !== "content");
    const name = path.join(".");
    const flow = flowClass(block.type, name);
    // What an author calls the keys of a map, or a tag, is no argument of the provider's.
    const isInvented = path.some((token) => isDataMap(token) || isFreeText(token));
    if (mustBeProven(flow) && !known.has(name) && !isInvented && !isOwnRegion(block, path)) {
      found.push({ value, pointer, argument: path.at(-1) ?? "", flow });
    }
  }
  return found;
}

function mustBeProven(flow: FlowClass): boolean {
  return FLOW_POLICIES[flow]?.mustBeProven === true;
}

const answers = new WeakMap<Outline, Map<string, boolean>>();

/** Asked once for all blocks of a type that hold expressions in the same arguments: nearly none do. */
function mayHoldNewer(block: Block): boolean {
  const { type, outline } = block;
  if (outline === undefined) {
    return block.templates.length > 0;
  }
  const names = outline.templateArguments;
  if (names.length === 0) {
    return false;
  }
  let ofOutline = answers.get(outline);
  if (ofOutline === undefined) {
    ofOutline = new Map();
    answers.set(outline, ofOutline);
  }
  let answer = ofOutline.get(type);
  if (answer === undefined) {
    const known = new Set((flowArguments(type) ?? NONE).map(({ path }) => path.at(-1)));
    answer = names.some((name) => !known.has(name) && mustBeProven(flowClass(type, name)));
    ofOutline.set(type, answer);
  }
  return answer;
}
