import { own } from "../../json/json";
import { evaluateNode } from "./evaluator";
import { parseTemplateText } from "./parse";
import type { Scope } from "./scope";
import { childrenOf, type Node } from "./syntax";
import { isList, isMap, just, spend, toText, type Value, withinBudget } from "./value";

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
  const result = evaluateNode(node, scope);
  const [only, ...others] = result.known ? result.values : [];
  return only === undefined || others.length > 0 ? defaultText(node, scope) : toText(only);
}

/**
 * The default of a variable: no proof, since anybody can give another value, but what runs where
 * nobody does.
 */
function defaultText(node: Node, { stack }: Scope): string | undefined {
  if (node.kind !== "attribute" || node.of.kind !== "variable" || node.of.name !== "var") {
    return undefined;
  }
  const variable = stack.byAddress.get(`var.${node.name}`);
  const value = variable === undefined ? undefined : own(variable.body, "default");
  return typeof value === "string" ? value : undefined;
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
