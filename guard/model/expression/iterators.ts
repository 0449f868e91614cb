import { isObject, type Json, own } from "../../json/json";
import type { Block } from "../block";

type Iterators = ReadonlyMap<string, readonly Json[]>;

const memo = new WeakMap<Block, Iterators>();

/**
 * What the `dynamic` blocks of `block` go through, by the name under which their content reads it:
 * the label, or the name that `iterator` gives. Nested ones of the same name are taken together.
 */
export function iteratorsOf(block: Block): Iterators {
  let iterators = memo.get(block);
  if (iterators === undefined) {
    const found = new Map<string, Json[]>();
    visit(block.body, found);
    iterators = found;
    memo.set(block, iterators);
  }
  return iterators;
}

function visit(node: Json, found: Map<string, Json[]>): void {
  if (Array.isArray(node)) {
    for (const item of node as readonly Json[]) {
      visit(item, found);
    }
  } else if (isObject(node)) {
    for (const key of Object.keys(node)) {
      const value = own(node, key) as Json;
      if (key === "dynamic") {
        labelled(value, found);
      }
      visit(value, found);
    }
  }
}

function labelled(node: Json, found: Map<string, Json[]>): void {
  if (Array.isArray(node)) {
    for (const item of node as readonly Json[]) {
      labelled(item, found);
    }
  } else if (isObject(node)) {
    for (const label of Object.keys(node)) {
      add(own(node, label) as Json, label, found);
    }
  }
}

function add(node: Json, label: string, found: Map<string, Json[]>): void {
  if (Array.isArray(node)) {
    for (const item of node as readonly Json[]) {
      add(item, label, found);
    }
  } else if (isObject(node)) {
    const iterator = own(node, "iterator");
    const name =
      typeof iterator === "string" ? iterator.replace(/^\$\{\s*(.*?)\s*\}$/, "$1") : label;
    const set = own(node, "for_each") ?? null;
    const same = found.get(name);
    if (same === undefined) {
      found.set(name, [set]);
    } else {
      same.push(set);
    }
  }
}
