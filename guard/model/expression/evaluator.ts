import { isObject, type Json, own } from "../../json/json";
import type { Block, Stack } from "../block";
import { bindingsOf } from "../providers";
import { hasTemplate } from "../template";
import { admittedValues } from "./admitted";
import { callFunction, fromJson } from "./functions";
import { iteratorsOf } from "./iterators";
import { binary, unary } from "./operators";
import { parseTemplateText } from "./parse";
import { childrenOf, type ForNode, type Node, SPLAT_ITEM } from "./syntax";
import {
  anyOf,
  combine,
  isList,
  isMap,
  just,
  known,
  type Lazy,
  MAX_ITEMS,
  MAX_TEXT,
  type Result,
  spend,
  toText,
  unknown,
  type Value,
  withinBudget,
} from "./value";

/** Where an expression stands. */
export interface Scope {
  readonly stack: Stack;
  /** Block that holds it, for `each`, `count` and the iterators of its `dynamic` blocks. */
  readonly block: Block | undefined;
  /** Names that a `for` expression binds. */
  readonly bound?: ReadonlyMap<string, Lazy>;
}

/** What `value`, which may hold templates at any depth, can be. */
export function evaluateJson(value: Json | undefined, scope: Scope): Result {
  return withinBudget(() => ofJson(value, scope));
}

/** Most texts that are taken from one expression. */
const MAX_TEXTS = 1024;

/**
 * The texts that `template` puts together from what is in the input: of the whole where that is
 * known, or else of every part that is. A part that is not known becomes a space between others.
 */
export function textsIn(template: string, scope: Scope): ReadonlySet<string> {
  const texts = new Set<string>();
  const node = parseTemplateText(template);
  if (node !== undefined) {
    withinBudget(() => {
      collectTexts(node, scope, texts);
      return just(null);
    });
  }
  return texts;
}

function collectTexts(node: Node, scope: Scope, texts: Set<string>): void {
  if (node.kind === "literal" || isAccess(node)) {
    return;
  }
  const result = ofNode(node, scope);
  if (result.known && result.values.every((value) => addTexts(value, texts))) {
    return;
  }
  if (node.kind === "template" && !result.known) {
    const parts = node.parts.map((part) => textOf(part, scope));
    if (node.parts.some((part, index) => part.kind !== "literal" && parts[index] !== undefined)) {
      texts.add(parts.map((part) => part ?? " ").join(""));
    }
  }
  for (const child of childrenOf(node)) {
    collectTexts(child, scope, texts);
  }
}

function isAccess(node: Node): boolean {
  return node.kind === "attribute" || node.kind === "variable";
}

function textOf(node: Node, scope: Scope): string | undefined {
  const result = ofNode(node, scope);
  const [only, ...others] = result.known ? result.values : [];
  return only === undefined || others.length > 0 ? undefined : toText(only);
}

/** Adds every text inside `value`; false where a part of it is not known. */
function addTexts(value: Value, texts: Set<string>): boolean {
  spend();
  if (!isList(value) && !isMap(value)) {
    if (typeof value === "string" && texts.size < MAX_TEXTS) {
      texts.add(value);
    }
    return true;
  }
  let isWhole = true;
  for (const item of value.values()) {
    const result = item();
    for (const inner of result.known ? result.values : []) {
      isWhole = addTexts(inner, texts) && isWhole;
    }
    isWhole &&= result.known;
  }
  return isWhole;
}

function ofJson(value: Json | undefined, scope: Scope): Result {
  spend();
  if (typeof value === "string") {
    return hasTemplate(value) ? ofTemplate(value, scope) : just(value);
  }
  if (Array.isArray(value)) {
    return just(
      (value as readonly Json[]).map(
        (item): Lazy =>
          () =>
            ofJson(item, scope),
      ),
    );
  }
  if (isObject(value)) {
    return ofObject(
      Object.keys(value).map((key) => [ofJson(key, scope), () => ofJson(own(value, key), scope)]),
    );
  }
  return just(value === undefined || typeof value === "object" ? null : value);
}

function ofTemplate(text: string, scope: Scope): Result {
  const node = parseTemplateText(text);
  return node === undefined
    ? unknown(`${shorten(text)} has a value only when Terraform runs`)
    : ofNode(node, scope);
}

function ofObject(entries: readonly (readonly [key: Result, value: Lazy])[]): Result {
  return combine(
    entries.map(([key]) => key),
    (keys) => {
      const names = keys.map(toText);
      return names.every((name) => name !== undefined)
        ? just(new Map(names.map((name, index) => [name, entries[index]?.[1] as Lazy])))
        : unknown("a key of it is no text");
    },
  );
}

function ofNode(node: Node, scope: Scope): Result {
  spend();
  switch (node.kind) {
    case "literal":
      return just(node.value);
    case "template":
      return combine(
        node.parts.map((part) => ofNode(part, scope)),
        joinTexts,
      );
    case "list":
      return just(
        node.items.map(
          (item): Lazy =>
            () =>
              ofNode(item, scope),
        ),
      );
    case "object":
      return ofObject(
        node.entries.map(([key, value]) => [ofNode(key, scope), () => ofNode(value, scope)]),
      );
    case "variable":
    case "attribute":
    case "index":
      return ofAccess(node, scope);
    case "splat":
      return ofSplat(ofNode(node.of, scope), node.each, scope);
    case "call":
      return ofCall(node.name, node.args, scope);
    case "conditional":
      return ofConditional(node, scope);
    case "binary":
      return combine([ofNode(node.left, scope), ofNode(node.right, scope)], ([left, right]) =>
        binary(node.operator, left ?? null, right ?? null),
      );
    case "unary":
      return combine([ofNode(node.operand, scope)], ([value]) =>
        unary(node.operator, value ?? null),
      );
    case "for":
      return ofFor(node, scope);
  }
}

function joinTexts(values: readonly Value[]): Result {
  const texts = values.map(toText);
  if (texts.includes(undefined)) {
    return unknown("a part of it is no text");
  }
  const text = texts.join("");
  return text.length > MAX_TEXT ? unknown("it is too long") : just(text);
}

/** One arm where the condition is known, both where it is not. */
function ofConditional(node: Node & { kind: "conditional" }, scope: Scope): Result {
  const test = ofNode(node.test, scope);
  const arms = test.known ? new Set(test.values) : new Set<Value>([true, false]);
  const results: Result[] = [];
  if (arms.has(true) || arms.has("true")) {
    results.push(ofNode(node.yes, scope));
  }
  if (arms.has(false) || arms.has("false")) {
    results.push(ofNode(node.no, scope));
  }
  return results.length === 0 ? unknown("its condition is neither true nor false") : anyOf(results);
}

function ofCall(name: string, args: readonly Node[], scope: Scope): Result {
  const [first] = args;
  if (name === "try" && first !== undefined) {
    return ofNode(first, scope);
  }
  if (name === KNOWN_AFTER_APPLY) {
    return unknown("it is known only after apply");
  }
  const results: Result[] = [];
  for (const arg of args) {
    if (arg.kind !== "call" || arg.name !== "...") {
      results.push(ofNode(arg, scope));
      continue;
    }
    const list = ofNode(arg.args[0] as Node, scope);
    const items = list.known && list.values.length === 1 ? list.values[0] : undefined;
    if (items === undefined || !isList(items)) {
      return unknown(`${name} is called with what has a value only when Terraform runs`);
    }
    results.push(...items.map((item) => item()));
  }
  return callFunction(name, results);
}

/** Stands in a body that was read from a plan for a value that the plan does not know. */
export const KNOWN_AFTER_APPLY = "known_after_apply";

function ofFor(node: ForNode, scope: Scope): Result {
  return combine([ofNode(node.from, scope)], ([from = null]) => {
    const items = entriesOf(from);
    if (items === undefined) {
      return unknown("what it goes through has a value only when Terraform runs");
    }
    const found: (readonly [Result, Lazy])[] = [];
    for (const [key, item] of items) {
      const bound = new Map(scope.bound);
      bound.set(node.valueName, item);
      if (node.keyName !== undefined) {
        bound.set(node.keyName, () => just(key));
      }
      const inner = { ...scope, bound };
      const test = node.test === undefined ? just(true) : ofNode(node.test, inner);
      if (!test.known || test.values.length !== 1) {
        return unknown("which items it keeps is known only when Terraform runs");
      }
      if (test.values[0] === true) {
        const keyed = node.key === undefined ? just(key) : ofNode(node.key, inner);
        found.push([keyed, () => ofNode(node.value, inner)]);
      }
    }
    if (node.key === undefined) {
      return just(found.map(([, value]) => value));
    }
    return node.groups ? unknown("it groups values") : ofObject(found);
  });
}

/** Keys and items, in Terraform's order. */
function entriesOf(value: Value): readonly (readonly [Value, Lazy])[] | undefined {
  if (isList(value)) {
    return value.length > MAX_ITEMS ? undefined : value.map((item, index) => [index, item]);
  }
  return isMap(value)
    ? [...value].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    : undefined;
}

function ofSplat(of: Result, each: Node, scope: Scope): Result {
  return combine([of], ([value = null]) => {
    const items = isList(value) ? value : value === null ? [] : [() => just(value)];
    return just(
      items.map(
        (item): Lazy =>
          () =>
            ofNode(each, { ...scope, bound: new Map(scope.bound).set(SPLAT_ITEM, item) }),
      ),
    );
  });
}

type Step = { readonly name: string } | { readonly index: Node };

/** A root with the attributes and indices behind it. */
function ofAccess(node: Node, scope: Scope): Result {
  const steps: Step[] = [];
  let root = node;
  while (root.kind === "attribute" || root.kind === "index") {
    steps.push(root.kind === "attribute" ? { name: root.name } : { index: root.index });
    root = root.of;
  }
  steps.reverse();
  if (root.kind !== "variable") {
    return access(ofNode(root, scope), steps, scope);
  }
  const item = scope.bound?.get(root.name);
  return item === undefined ? ofRoot(root.name, steps, scope) : access(item(), steps, scope);
}

/** Name that a step gives: `local.a` and `local["a"]` are the same. */
function nameOf(step: Step | undefined): string | undefined {
  if (step === undefined || "name" in step) {
    return step?.name;
  }
  const { index } = step;
  return index.kind === "literal" && typeof index.value === "string" ? index.value : undefined;
}

function ofRoot(root: string, steps: readonly Step[], scope: Scope): Result {
  const [first, ...rest] = steps;
  const name = nameOf(first);
  const path = written(root, steps);
  if (name !== undefined) {
    switch (root) {
      case "local":
        return access(ofLocal(name, scope.stack), rest, scope);
      case "var":
        return access(ofVariable(name, scope.stack), rest, scope);
      case "each":
      case "count":
        return access(ofRepetition(`${root}.${name}`, scope), rest, scope);
      case "module":
        return ofModule(name, rest, scope);
      case "data":
        return ofData(name, rest, path, scope);
    }
    const iterated = (name === "key" || name === "value") && ofIterator(root, name, scope);
    if (iterated) {
      return access(iterated, rest, scope);
    }
  }
  return unknown(`${path} has a value only when Terraform runs`);
}

function access(start: Result, steps: readonly Step[], scope: Scope): Result {
  let result = start;
  for (const step of steps) {
    const via = result.known ? result.via : "";
    const key = "name" in step ? just(step.name) : ofNode(step.index, scope);
    result = combine([result, key], ([value = null, index = null]) => part(value, index));
    if (result.known && via !== "") {
      result = { ...result, via };
    }
  }
  return result;
}

function part(value: Value, index: Value): Result {
  const item = isList(value)
    ? value[typeof index === "string" && /^\d+$/.test(index) ? Number(index) : (index as number)]
    : isMap(value)
      ? value.get(toText(index) ?? "")
      : undefined;
  return item === undefined ? unknown(`it holds no ${toText(index) ?? "such item"}`) : item();
}

interface Definitions {
  readonly locals: Map<string, { readonly value: Json; readonly block: Block }[]>;
  readonly results: Map<string, Result>;
}

const definitions = new WeakMap<Stack, Definitions>();

function definitionsOf(stack: Stack): Definitions {
  const memo = definitions.get(stack);
  if (memo !== undefined) {
    return memo;
  }
  const locals: Definitions["locals"] = new Map();
  for (const block of stack.blocks) {
    if (block.kind === "locals") {
      for (const name of Object.keys(block.body)) {
        const value = own(block.body, name) as Json;
        const same = locals.get(name);
        if (same === undefined) {
          locals.set(name, [{ value, block }]);
        } else {
          // An override file gives it another value; both are judged.
          same.push({ value, block });
        }
      }
    }
  }
  const made = { locals, results: new Map<string, Result>() };
  definitions.set(stack, made);
  return made;
}

function ofLocal(name: string, stack: Stack): Result {
  const address = `local.${name}`;
  return remember(address, stack, () => {
    const found = definitionsOf(stack).locals.get(name);
    if (found === undefined) {
      return unknown(`${address} is not ${stack.origin === "plan" ? "in a plan" : "defined"}`);
    }
    const results = found.map(({ value, block }) => ofJson(value, { stack, block }));
    return anyOf(results, address);
  });
}

/**
 * A default of a root module proves nothing: whoever runs Terraform can give another value. A
 * validation does, as Terraform refuses what it does not admit.
 */
function ofVariable(name: string, stack: Stack): Result {
  const address = `var.${name}`;
  return remember(address, stack, () => variable(name, address, stack));
}

/** Works a name out once; names that refer to one another in a circle are unknown. */
function remember(name: string, stack: Stack, evaluate: () => Result): Result {
  const { results } = definitionsOf(stack);
  const memo = results.get(name);
  if (memo !== undefined) {
    return memo;
  }
  results.set(name, unknown(`${name} refers to itself`));
  try {
    const result = evaluate();
    results.set(name, result);
    return result;
  } catch (error) {
    results.delete(name);
    throw error;
  }
}

function variable(name: string, address: string, stack: Stack): Result {
  const input = stack.inputs?.get(name);
  if (input !== undefined) {
    const { value, from } = input;
    return from === undefined
      ? withVia(literal(value), `the value of ${address}`)
      : withVia(ofJson(value, from), address);
  }
  const declared = stack.blocks.filter((block) => block.kind === "variable" && block.name === name);
  if (declared.length === 0) {
    return unknown(`${address} is not declared`);
  }
  if (stack.parent !== undefined) {
    // The call does not set it, so that nobody can.
    const defaults = declared.map((block) => own(block.body, "default") ?? null);
    return withVia(anyOf(defaults.map(literal)), `the default of ${address}`);
  }
  if (stack.origin === "plan") {
    return unknown(`the plan holds no value of ${address}`);
  }
  const admitted = admittedValues(name, declared, (node) =>
    ofNode(node, { stack, block: undefined }),
  );
  return admitted === undefined
    ? unknown(
        `${address} can be set to anything when Terraform runs: it has no validation that lists its values`,
      )
    : known(admitted, `the validation of ${address}`);
}

function literal(value: Json): Result {
  const found = fromJson(value);
  return found === undefined ? unknown("it nests too deep") : just(found);
}

function withVia(result: Result, via: string): Result {
  return result.known ? { ...result, via } : result;
}

/** `each.key`, `each.value` and `count.index`: any of what the block is repeated for. */
function ofRepetition(path: string, scope: Scope): Result {
  const body = scope.block?.body;
  if (body === undefined) {
    return unknown(`${path} has a value only when Terraform runs`);
  }
  const within = { stack: scope.stack, block: undefined };
  if (path === "count.index") {
    return combine([ofJson(own(body, "count"), within)], ([count]) => {
      const number = Number(count ?? Number.NaN);
      return number >= 1 && number <= 256
        ? known(
            Array.from({ length: number }, (_, index) => index),
            "count",
          )
        : unknown("count has a value only when Terraform runs");
    });
  }
  return withVia(
    ofIteration(ofJson(own(body, "for_each"), within), path === "each.key" ? "key" : "value"),
    path,
  );
}

/** Any key, or any value, of what is gone through. */
function ofIteration(set: Result, side: "key" | "value"): Result {
  return combine([set], ([value = null]) => {
    if (isMap(value)) {
      return side === "key"
        ? known([...value.keys()])
        : anyOf([...value.values()].map((item) => item()));
    }
    return isList(value)
      ? anyOf(value.map((item) => item()))
      : unknown("for_each has a value only when Terraform runs");
  });
}

/** `replica.value` inside of a `dynamic` block `replica`. */
function ofIterator(name: string, side: "key" | "value", scope: Scope): Result | undefined {
  const sets = scope.block === undefined ? [] : (iteratorsOf(scope.block).get(name) ?? []);
  return sets.length === 0
    ? undefined
    : withVia(anyOf(sets.map((set) => ofDynamic(ofJson(set, scope), side))), `${name}.${side}`);
}

/** The keys of a list are its indices here. */
function ofDynamic(set: Result, side: "key" | "value"): Result {
  return side === "value"
    ? ofIteration(set, side)
    : combine([set], ([value = null]) =>
        isList(value) ? known(value.map((_item, index) => index)) : ofIteration(just(value), side),
      );
}

/** An output of a called module, whose blocks are in the input. */
function ofModule(label: string, steps: readonly Step[], scope: Scope): Result {
  const [first, ...others] = steps;
  // module.m["a"].x: every instance returns what the one set of blocks says.
  const [output, ...rest] = first !== undefined && "index" in first ? others : steps;
  const name = nameOf(output);
  const stack = scope.stack.modules?.get(label)?.stack;
  const block = name === undefined ? undefined : stack?.byAddress.get(`output.${name}`);
  return block === undefined || stack === undefined
    ? unknown(`what module.${label} returns is not in the file`)
    : withVia(
        access(ofJson(own(block.body, "value"), { stack, block }), rest, scope),
        `module.${label}.${name}`,
      );
}

const REGION_ATTRIBUTES = new Set(["id", "name", "region"]);

/** `data.aws_region.here.name`: the region that is asked for, or that of the provider configuration. */
function ofData(type: string, steps: readonly Step[], path: string, scope: Scope): Result {
  const [first, ...others] = steps;
  const [next, ...rest] =
    others[0] !== undefined && "index" in others[0] ? others.slice(1) : others;
  const name = nameOf(first);
  const block = name === undefined ? undefined : scope.stack.byAddress.get(`data.${type}.${name}`);
  if (
    type !== "aws_region" ||
    block === undefined ||
    rest.length > 0 ||
    !REGION_ATTRIBUTES.has(nameOf(next) ?? "")
  ) {
    return unknown(`${path} has a value only when Terraform runs`);
  }
  return withVia(regionOf(block, scope.stack), `data.${type}.${name}`);
}

function regionOf(block: Block, stack: Stack): Result {
  if (own(block.body, "endpoint") !== undefined) {
    return unknown(`${block.address} is found by an endpoint`);
  }
  const written = own(block.body, "region") ?? own(block.body, "name");
  if (written !== undefined && written !== null) {
    return ofJson(written, { stack, block });
  }
  const bindings = bindingsOf(block, stack);
  return bindings.length === 0
    ? unknown(`${block.address} has no provider configuration`)
    : anyOf(
        bindings.map((binding) => {
          const region = own(binding.block.body, "region");
          return region === undefined || region === null
            ? unknown(`${binding.block.address} sets no region`)
            : ofJson(region, binding);
        }),
      );
}

/** `steps` as they are written, for messages. */
function written(root: string, steps: readonly Step[]): string {
  return steps.reduce<string>(
    (text, step) => ("name" in step ? `${text}.${step.name}` : `${text}[…]`),
    root,
  );
}

const MAX_SHOWN = 120;

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
