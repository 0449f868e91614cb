import { asString, isObject, type Json, own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { Block, Stack } from "../model/block";
import { localValue } from "../model/local-value";
import {
  dottedReference,
  hasTemplate,
  isBlockReference,
  parseReference,
  soleExpression,
} from "../model/template";
import { evaluate } from "../place/evaluate";
import { parseHclValue } from "./hcl-value";
import type { Resolve } from "./source-text";

/** Locals may refer to one another in a circle; no honest chain is longer. */
const MAX_HOPS = 16;

/** Resolves literals, locals, and variables whose validation lists their values. */
export function resolverOf(stack: Stack): Resolve {
  let resolve = resolvers.get(stack);
  if (resolve === undefined) {
    resolve = resolverIn(stack);
    resolvers.set(stack, resolve);
  }
  return resolve;
}

const resolvers = new WeakMap<Stack, Resolve>();

function resolverIn(stack: Stack): Resolve {
  return (expression) => {
    const template = `\${${expression}}`;
    if (isBlockReference(template)) {
      return undefined;
    }
    const result = evaluate(template, stack);
    return result.known ? result.values : undefined;
  };
}

/** `value`, or what it stands for where it is a reference to a local value or a literal in HCL. */
export function resolveValue(value: Json, stack: Stack): Json {
  let current = value;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const expression = typeof current === "string" ? soleExpression(current) : undefined;
    if (expression === undefined) {
      return current;
    }
    const local = localOf(expression, stack) ?? parseHclValue(expression);
    if (local === undefined) {
      return current;
    }
    current = local;
  }
  return current;
}

function localOf(expression: string, stack: Stack): Json | undefined {
  const reference = parseReference(expression);
  if (reference === undefined || !reference.address.startsWith("local.")) {
    return undefined;
  }
  const value = localValue(reference.address.slice("local.".length), stack);
  return value === undefined ? undefined : partOf(value, reference.attribute);
}

/** One step of an attribute path: a name, a quoted key, an index. */
const STEP = /\["([^"]*)"\]|\[([^\]]*)\]|([^.[\]]+)/g;

/** The part of a written value that `attribute` names; undefined where it names several, or none. */
function partOf(value: Json, attribute: string): Json | undefined {
  let part: Json | undefined = value;
  for (const [, key, index, name] of attribute.matchAll(STEP)) {
    const step: string = key ?? index ?? name ?? "";
    if (Array.isArray(part)) {
      part =
        key === undefined && /^\d+$/.test(step)
          ? (part as readonly Json[])[Number(step)]
          : undefined;
    } else {
      part = isObject(part) && index === undefined ? own(part, step) : undefined;
    }
  }
  return part;
}

/** The block that an expression refers to, if it is in the stack and not a variable. */
export function blockOf(expression: string, stack: Stack): Block | undefined {
  const reference = dottedReference(`\${${expression}}`) ?? parseReference(expression);
  const block = reference === undefined ? undefined : stack.byAddress.get(reference.address);
  return block?.kind === "resource" || block?.kind === "data" ? block : undefined;
}

/** One string of a list argument, with the pointer to name in a finding. */
export interface ListItem {
  readonly pointer: string;
  /** Undefined where it is not in the file. */
  readonly text: string | undefined;
  /** The value as written, for the finding. */
  readonly value: string;
}

/** The strings of a list argument such as `statements`. */
export function stringsOf(block: Block, argument: string, stack: Stack): readonly ListItem[] {
  const value = own(block.body, argument);
  if (value === undefined || value === null) {
    return [];
  }
  const pointer = appendToken(block.pointer, argument);
  const list = resolveValue(value, stack);
  if (!Array.isArray(list)) {
    return [{ pointer, text: undefined, value: show(value) }];
  }
  const direct = Array.isArray(value);
  const items: ListItem[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index] as Json;
    const at = direct ? appendToken(pointer, index) : pointer;
    items.push({ pointer: at, text: stringOf(item, stack), value: show(item) });
  }
  return items;
}

/** The template that `item` is; undefined for a lone expression with a value that is not known. */
function stringOf(item: Json, stack: Stack): string | undefined {
  const text = asString(resolveValue(item, stack));
  if (text === undefined || (hasTemplate(text) && soleExpression(text) !== undefined)) {
    return text !== undefined && evaluate(text, stack).known ? text : undefined;
  }
  return text;
}

/** `value` as a finding shows it. */
export function show(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

/** Blocks of a list or a single block: Terraform JSON writes either. */
export function blocksIn(
  value: Json | undefined,
  pointer: string,
): readonly { readonly value: Json; readonly pointer: string }[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) => ({
      value: item,
      pointer: appendToken(pointer, index),
    }));
  }
  return isObject(value) || typeof value === "string" ? [{ value, pointer }] : [];
}
