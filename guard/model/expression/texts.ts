import { own } from "../../json/json";
import type { Stack } from "../block";
import { evaluateNode } from "./evaluator";
import { fromJson } from "./json-values";
import { parseTemplateText } from "./parse";
import type { Scope } from "./scope";
import { childrenOf, type Node } from "./syntax";
import {
  isList,
  isMap,
  just,
  type Lazy,
  type Result,
  spend,
  toText,
  unknown,
  type Value,
  withinBudget,
} from "./value";

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
  const result = evaluateNode(node, scope);
  if (result.known && result.values.every((value) => addTexts(value, texts))) {
    return;
  }
  if (!result.known && node.kind !== "template") {
    const byDefault = byDefaults(node, scope);
    for (const value of byDefault.known ? byDefault.values : []) {
      addTexts(value, texts);
    }
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
  return onlyText(evaluateNode(node, scope)) ?? onlyText(byDefaults(node, scope));
}

function onlyText(result: Result): string | undefined {
  const [only, ...others] = result.known ? result.values : [];
  return only === undefined || others.length > 0 ? undefined : toText(only);
}

/**
 * What `node` is by the defaults of variables: no proof, since anybody can give other values, but what
 * runs where nobody does.
 */
function byDefaults(node: Node, scope: Scope): Result {
  if (!namesVariable(node)) {
    return unknown("it names no variable");
  }
  const bound = new Map(scope.bound).set("var", () => just(defaultsOf(scope.stack)));
  return evaluateNode(node, { ...scope, bound });
}

function namesVariable(node: Node): boolean {
  spend();
  return node.kind === "variable" ? node.name === "var" : childrenOf(node).some(namesVariable);
}

const defaults = new WeakMap<Stack, Value>();

function defaultsOf(stack: Stack): Value {
  let found = defaults.get(stack);
  if (found === undefined) {
    const values = new Map<string, Lazy>();
    for (const { kind, name, body } of stack.blocks) {
      const value = kind === "variable" ? fromJson(own(body, "default") ?? null) : null;
      if (value !== undefined && value !== null) {
        values.set(name, () => just(value));
      }
    }
    found = values;
    defaults.set(stack, found);
  }
  return found;
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
