import { isObject, type Json, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";

/** A value of an argument, with the JSON pointer of where it stands. */
export interface ValueAt {
  readonly value: Json;
  readonly pointer: string;
}

/**
 * Every value of the argument `path` of a block: through single and repeated blocks, `dynamic`
 * blocks, and the items of lists and maps at its end.
 */
export function valuesAt(body: JsonObject, path: readonly string[], pointer: string): ValueAt[] {
  const found: ValueAt[] = [];
  visit(body, path, 0, pointer, found);
  return found;
}

function visit(
  node: Json,
  path: readonly string[],
  depth: number,
  pointer: string,
  found: ValueAt[],
): void {
  if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index += 1) {
      visit(node[index] as Json, path, depth, appendToken(pointer, index), found);
    }
    return;
  }
  const name = path[depth];
  if (name === undefined) {
    leaf(node, pointer, found);
    return;
  }
  if (!isObject(node)) {
    // A string where a block is expected is an expression that makes the block.
    if (typeof node === "string") {
      found.push({ value: node, pointer });
    }
    return;
  }
  const next = own(node, name);
  if (next !== undefined && next !== null) {
    visit(next, path, depth + 1, appendToken(pointer, name), found);
  }
  const dynamic = own(node, "dynamic");
  if (dynamic !== undefined) {
    visitDynamic(dynamic, path, depth, appendToken(pointer, "dynamic"), found);
  }
}

/** `dynamic.<block>.content`: each level may be repeated. */
function visitDynamic(
  node: Json,
  path: readonly string[],
  depth: number,
  pointer: string,
  found: ValueAt[],
): void {
  const name = path[depth] ?? "";
  for (const block of blocksOf(node, pointer)) {
    const value = own(block.value, name);
    for (const repeated of value === undefined
      ? []
      : blocksOf(value, appendToken(block.pointer, name))) {
      const content = own(repeated.value, "content");
      if (content !== undefined) {
        visit(content, path, depth + 1, appendToken(repeated.pointer, "content"), found);
      }
    }
  }
}

function blocksOf(
  value: Json,
  pointer: string,
): readonly { readonly value: JsonObject; readonly pointer: string }[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index) =>
      isObject(item) ? [{ value: item, pointer: appendToken(pointer, index) }] : [],
    );
  }
  return isObject(value) ? [{ value, pointer }] : [];
}

function leaf(node: Json, pointer: string, found: ValueAt[]): void {
  if (isObject(node)) {
    for (const key of Object.keys(node)) {
      leaf(node[key] as Json, appendToken(pointer, key), found);
    }
  } else if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index += 1) {
      leaf(node[index] as Json, appendToken(pointer, index), found);
    }
  } else if (node !== null) {
    found.push({ value: node, pointer });
  }
}
