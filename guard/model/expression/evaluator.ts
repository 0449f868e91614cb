import { isObject, type Json, own } from "../../json/json";
import { hasTemplate } from "../template";
import { callFunction } from "./functions";
import { Names } from "./names";
import { binary, unary } from "./operators";
import { parseTemplateText } from "./parse";
import type { Scope, Step } from "./scope";
import { type ForNode, type Node, SPLAT_ITEM } from "./syntax";
import {
  anyOf,
  combine,
  isList,
  isMap,
  just,
  type Lazy,
  MAX_ITEMS,
  MAX_TEXT,
  type Result,
  spend,
  toText,
  type Unknown,
  unknown,
  type Value,
  withinBudget,
} from "./value";

/** What `value`, which may hold templates at any depth, can be. */
export function evaluateJson(value: Json | undefined, scope: Scope): Result {
  return withinBudget(() => ofJson(value, scope));
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
    : evaluateNode(node, scope);
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

/** What an expression can be; inside of one evaluation. */
export function evaluateNode(node: Node, scope: Scope): Result {
  spend();
  switch (node.kind) {
    case "literal":
      return just(node.value);
    case "template":
      return combine(
        node.parts.map((part) => evaluateNode(part, scope)),
        joinTexts,
      );
    case "list":
      return just(
        node.items.map(
          (item): Lazy =>
            () =>
              evaluateNode(item, scope),
        ),
      );
    case "object":
      return ofObject(
        node.entries.map(([key, value]) => [
          evaluateNode(key, scope),
          () => evaluateNode(value, scope),
        ]),
      );
    case "variable":
    case "attribute":
    case "index":
      return ofAccess(node, scope);
    case "splat":
      return ofSplat(evaluateNode(node.of, scope), node.each, scope);
    case "call":
      return ofCall(node.name, node.args, scope);
    case "conditional":
      return ofConditional(node, scope);
    case "binary":
      return combine(
        [evaluateNode(node.left, scope), evaluateNode(node.right, scope)],
        ([left, right]) => binary(node.operator, left ?? null, right ?? null),
      );
    case "unary":
      return combine([evaluateNode(node.operand, scope)], ([value]) =>
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
  const test = evaluateNode(node.test, scope);
  const arms = test.known ? new Set(test.values) : new Set<Value>([true, false]);
  const results: Result[] = [];
  if (arms.has(true) || arms.has("true")) {
    results.push(evaluateNode(node.yes, scope));
  }
  if (arms.has(false) || arms.has("false")) {
    results.push(evaluateNode(node.no, scope));
  }
  return results.length === 0 ? unknown("its condition is neither true nor false") : anyOf(results);
}

function ofCall(name: string, args: readonly Node[], scope: Scope): Result {
  const [first, ...others] = args;
  if (name === "try" && first !== undefined) {
    // Terraform goes on to the next where it refuses one, and it refuses more than is told here: an
    // argument too many, a key that is there twice.
    const tried = isAccess(first) ? [first] : [first, ...others];
    return anyOf(tried.map((arg) => evaluateNode(arg, scope)));
  }
  if (name === KNOWN_AFTER_APPLY) {
    return unknown("it is known only after apply");
  }
  const results: Result[] = [];
  for (const arg of args) {
    if (arg.kind !== "call" || arg.name !== "...") {
      results.push(evaluateNode(arg, scope));
      continue;
    }
    const list = evaluateNode(arg.args[0] as Node, scope);
    const items = list.known && list.values.length === 1 ? list.values[0] : undefined;
    if (items === undefined || !isList(items)) {
      return unknown(`${name} is called with what has a value only when Terraform runs`);
    }
    results.push(...items.map((item) => item()));
  }
  const [from, key, otherwise] = results;
  if ((name === "lookup" || name === "element") && from !== undefined && key?.known === false) {
    const any = anyPart(from, key);
    return otherwise === undefined ? any : anyOf([any, otherwise]);
  }
  return callFunction(name, results);
}

/** True for a literal and for names with literal indices: what Terraform refuses of these is told. */
function isAccess(node: Node): boolean {
  switch (node.kind) {
    case "attribute":
      return isAccess(node.of);
    case "index":
      return node.index.kind === "literal" && isAccess(node.of);
    default:
      return node.kind === "literal" || node.kind === "variable";
  }
}

/** Stands in a body that was read from a plan for a value that the plan does not know. */
export const KNOWN_AFTER_APPLY = "known_after_apply";

function ofFor(node: ForNode, scope: Scope): Result {
  return combine([evaluateNode(node.from, scope)], ([from = null]) => {
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
      const test = node.test === undefined ? just(true) : evaluateNode(node.test, inner);
      if (!test.known || test.values.length !== 1) {
        return unknown("which items it keeps is known only when Terraform runs");
      }
      if (test.values[0] === true) {
        const keyed = node.key === undefined ? just(key) : evaluateNode(node.key, inner);
        found.push([keyed, () => evaluateNode(node.value, inner)]);
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
            evaluateNode(each, { ...scope, bound: new Map(scope.bound).set(SPLAT_ITEM, item) }),
      ),
    );
  });
}

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
    return access(evaluateNode(root, scope), steps, scope);
  }
  const item = scope.bound?.get(root.name);
  return item === undefined ? names.ofRoot(root.name, steps, scope) : access(item(), steps, scope);
}

function access(start: Result, steps: readonly Step[], scope: Scope): Result {
  let result = start;
  for (const step of steps) {
    const via = result.known ? result.via : "";
    const key = "name" in step ? just(step.name) : evaluateNode(step.index, scope);
    result = key.known
      ? combine([result, key], ([value = null, index = null]) => part(value, index))
      : anyPart(result, key);
    if (result.known && via !== "") {
      result = { ...result, via };
    }
  }
  return result;
}

/**
 * Any item of a list or a map whose index or key is not known: `local.regions[var.stage]`. Terraform
 * refuses one that is not there.
 */
function anyPart(of: Result, why: Unknown): Result {
  return combine([of], ([value = null]) => {
    const items = isList(value) ? value : isMap(value) ? [...value.values()] : [];
    return items.length === 0 ? why : anyOf(items.map((item) => item()));
  });
}

function part(value: Value, index: Value): Result {
  const item = isList(value)
    ? itemAt(value, toText(index) ?? "")
    : isMap(value)
      ? value.get(toText(index) ?? "")
      : undefined;
  return item === undefined ? unknown(`it holds no ${toText(index) ?? "such item"}`) : item();
}

/** By a number alone: `local.regions.length` is no item, though JavaScript has something there. */
function itemAt(list: readonly Lazy[], index: string): Lazy | undefined {
  return /^\d+$/.test(index) ? list[Number(index)] : undefined;
}

const MAX_SHOWN = 120;

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}

const names = new Names({ json: ofJson, node: evaluateNode, access });
