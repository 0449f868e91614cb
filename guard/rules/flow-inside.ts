import { type FlowArgument, flowArguments, flowClass } from "../flow/catalogue";
import { FLOW_POLICIES, type FlowClass } from "../flow/flow-class";
import { isPlainlyInside, judgeFlow } from "../flow/judge-flow";
import { newerArguments } from "../flow/newer-arguments";
import { valuesAt } from "../flow/values-at";
import type { ArgumentNames } from "../model/argument-names";
import { type Block, sets } from "../model/block";
import { judgeUnnamedPlaces } from "../sovereignty/judge-unnamed-places";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "./rule";

export const flowInside: Rule = {
  id: "flow-inside",
  title: "Whatever carries data, keys, copies or logs to another place leads to an allowed region.",
  kinds: ["resource", "data", "provider", "module"],
  check(block: Block, context: RuleContext): Iterable<Verdict> {
    const known = block.kind === "resource" ? argumentsOf(block) : undefined;
    if (known === undefined) {
      const found =
        block.outline?.templateArguments.length === 0 || block.templates.length === 0
          ? NOTHING
          : checkTemplates(block, context);
      return block.kind === "provider" ? [...found, ...checkEndpoints(block, context)] : found;
    }
    let found: Verdict[] | undefined;
    const isDynamic = known.length > 0 && sets(block, "dynamic");
    for (const { path, class: flow } of known) {
      const [first = ""] = path;
      const text = path.length === 1 && !isDynamic ? block.body[first] : undefined;
      if (typeof text === "string" && isPlainlyInside(text, flow, context)) {
        continue;
      }
      for (const { value, pointer } of valuesAt(block.body, path, block.pointer)) {
        const argument = path.at(-1) ?? "";
        const verdict = judgeFlow({ value, pointer, argument, flow }, block, context);
        if (verdict !== undefined) {
          found ??= [];
          found.push(verdict);
        }
      }
    }
    for (const value of newerArguments(block)) {
      const verdict = judgeFlow(value, block, context);
      if (verdict !== undefined) {
        found ??= [];
        found.push(verdict);
      }
    }
    const unnamed = judgeUnnamedPlaces(block, context);
    return unnamed === NOTHING ? (found ?? NOTHING) : [...(found ?? NOTHING), ...unnamed];
  },
};

/** What was asked once for all bodies with the same names. */
const present = new WeakMap<ArgumentNames, Map<string, readonly FlowArgument[] | undefined>>();

/** Of the arguments of its type that carry something, those that `block` sets: most set few. */
function argumentsOf(block: Block): readonly FlowArgument[] | undefined {
  const { type, argumentNames: names } = block;
  if (names === undefined) {
    return argumentsSetBy(block);
  }
  let ofNames = present.get(names);
  if (ofNames === undefined) {
    ofNames = new Map();
    present.set(names, ofNames);
  }
  let known = ofNames.get(type);
  if (known === undefined && !ofNames.has(type)) {
    known = argumentsSetBy(block);
    ofNames.set(type, known);
  }
  return known;
}

/** Undefined for a type that the catalogue does not hold; all where `dynamic` blocks can set them. */
function argumentsSetBy(block: Block): readonly FlowArgument[] | undefined {
  const all = flowArguments(block.type);
  return sets(block, "dynamic") ? all : all?.filter(({ path: [first = ""] }) => sets(block, first));
}

/** A type that the catalogue does not hold: its arguments are known by their names alone. */
function* checkTemplates(block: Block, context: RuleContext): Iterable<Verdict> {
  // The block's own region is judged where it is resolved.
  const own = block.kind === "module" ? undefined : context.placeOf(block).pointer;
  for (const { pointer, argument, value } of block.templates) {
    const flow = classByName(block, pointer);
    if (pointer !== own && FLOW_POLICIES[flow] !== undefined) {
      const verdict = judgeFlow({ value, pointer, argument, flow }, block, context);
      if (verdict !== undefined) {
        yield verdict;
      }
    }
  }
}

/** Whoever answers there gets what the provider sends to its cloud, whatever the region is called. */
function* checkEndpoints(block: Block, context: RuleContext): Iterable<Verdict> {
  for (const { value, pointer } of valuesAt(block.body, ["endpoints"], block.pointer)) {
    const argument = pointer.slice(pointer.lastIndexOf("/") + 1);
    const verdict = judgeFlow({ value, pointer, argument, flow: "endpoint" }, block, context);
    if (verdict !== undefined) {
      yield verdict;
    }
  }
}

const REGION_NAME = /(?:^|_)regions?(?:_(?:names?|ids?|keys?))?$/;

function classByName(block: Block, pointer: string): FlowClass {
  const path = pointer
    .slice(block.pointer.length + 1)
    .split("/")
    .filter((token) => !/^\d+$/.test(token));
  const name = path.at(-1) ?? "";
  if (block.kind === "resource" || block.kind === "data") {
    // A data source reads: what it is asked for comes in.
    const listed = flowClass(block.type, path.join("."));
    // A type newer than the catalogue may call its arguments what no list knows.
    const flow = listed === "none" && REGION_NAME.test(name) ? "region" : listed;
    return block.kind === "resource" || flow === "region" || flow === "key" ? flow : "none";
  }
  return REGION_NAME.test(name) ? "region" : "none";
}
