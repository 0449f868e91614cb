import { UnreadableInputError } from "../errors";
import { isObject, type Json, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const isBlock = isObject;
const ownOf = own;

/** Root blocks and the number of labels that stand between them and their bodies. */
const LABELS: Readonly<Record<string, number>> = {
  action: 2,
  check: 1,
  data: 2,
  ephemeral: 2,
  import: 0,
  locals: 0,
  module: 1,
  moved: 0,
  output: 1,
  provider: 1,
  removed: 0,
  resource: 2,
  terraform: 0,
  variable: 1,
};

/**
 * Refuses a configuration whose blocks are no blocks: Terraform reads none of it, so that no answer
 * about it would be one about what Terraform does.
 *
 * Source: Terraform documentation, "JSON Configuration Syntax": a block is an object or a list of
 * objects, at every label; null stands for none.
 *
 * @throws UnreadableInputError that names the first value of a wrong type
 */
export function requireBlockShape(json: JsonObject, file: string): void {
  for (const key of Object.keys(json)) {
    const labels = Object.hasOwn(LABELS, key) ? LABELS[key] : undefined;
    if (labels !== undefined) {
      requireBlocks(ownOf(json, key) ?? null, labels, appendToken("", key), file);
    }
  }
}

function requireBlocks(value: Json, labels: number, pointer: string, file: string): void {
  if (value === null) {
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      // A list in a list is no block either.
      if (!isBlock(item) && item !== null) {
        throw wrong(item, `${pointer}/${index}`, file);
      }
      requireBlocks(item, labels, `${pointer}/${index}`, file);
    }
    return;
  }
  if (!isBlock(value)) {
    throw wrong(value, pointer, file);
  }
  if (labels === 0) {
    return;
  }
  for (const label of Object.keys(value)) {
    if (label === "//") {
      continue;
    }
    const body = ownOf(value, label) ?? null;
    // Bodies are objects nearly always: the pointer is made for those only that are not.
    if (labels > 1 || !isBlock(body)) {
      requireBlocks(body, labels - 1, appendToken(pointer, label), file);
    }
  }
}

function wrong(value: Json, pointer: string, file: string): UnreadableInputError {
  const what = Array.isArray(value) ? "a list" : `a ${typeof value}`;
  return new UnreadableInputError(
    `${file} holds ${what} at ${shown(pointer)}, where Terraform reads a block; correct the file.`,
  );
}

/** Any spelling of the name in JSON, escapes included. */
const PROTO = /__proto__|\\u00[567][0-9a-f]/i;

/**
 * Refuses a property called `__proto__`: no configuration has one, and programs disagree about what it
 * is.
 *
 * @param text what `json` was parsed from
 * @throws UnreadableInputError that names the first one
 */
export function requireNoProto(json: JsonObject, text: string, file: string): void {
  if (!PROTO.test(text)) {
    return;
  }
  const queue: { readonly value: Json; readonly pointer: string }[] = [
    { value: json, pointer: "" },
  ];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { value, pointer } = next;
    if (typeof value !== "object" || value === null) {
      continue;
    }
    for (const key of Object.keys(value)) {
      const at = appendToken(pointer, key);
      if (key === "__proto__") {
        throw new UnreadableInputError(
          `${file} names a property "__proto__" at ${shown(at)}; no configuration does, and programs read it differently; rename it.`,
        );
      }
      queue.push({ value: ownOf(value as JsonObject, key) ?? null, pointer: at });
    }
  }
}

/** One line, and not a long one. */
function shown(pointer: string): string {
  const text = /[\p{Cc}\u2028\u2029]/u.test(pointer) ? JSON.stringify(pointer) : pointer;
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
