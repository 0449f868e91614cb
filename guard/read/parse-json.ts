import { UnreadableInputError } from "../errors";
import { isObject, type JsonObject } from "../json/json";

/** Nesting that no honest configuration reaches; deeper input would exhaust the call stack. */
const MAX_DEPTH = 200;

/**
 * Parses one JSON file of Terraform configuration.
 *
 * @param text the file's content
 * @param file how the file is called in errors
 * @throws UnreadableInputError when it is not one JSON object, nests deeper than 200 levels, or
 *   names a property twice in one object
 */
export function parseConfiguration(text: string, file: string): JsonObject {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
    throw new UnreadableInputError(`${file} is not JSON: ${reason.slice(0, 160)}`);
  }
  if (!isObject(json)) {
    throw new UnreadableInputError(
      `${file} holds ${describe(json)}, not an object; give a cdktf.out folder or a Terraform JSON file.`,
    );
  }
  const names = countNames(json, file);
  if (countNamesInText(text) !== names) {
    // Terraform merges repeated properties where JSON.parse keeps the last: what it would apply and
    // what the guard would see are then two different configurations.
    throw new UnreadableInputError(
      `${file} names a property twice in one object: Terraform would read both, a JSON parser only the last; write each once.`,
    );
  }
  return json;
}

function describe(value: unknown): string {
  if (value === null) {
    return "null";
  }
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}

function countNames(root: JsonObject, file: string): number {
  let names = 0;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null) {
      return;
    }
    if (depth > MAX_DEPTH) {
      throw new UnreadableInputError(
        `${file} nests deeper than ${MAX_DEPTH} levels; no Terraform configuration does.`,
      );
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        visit(item, depth + 1);
      }
      return;
    }
    const keys = Object.keys(value);
    names += keys.length;
    for (const key of keys) {
      visit((value as JsonObject)[key], depth + 1);
    }
  };
  visit(root, 0);
  return names;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

/** How many property names valid JSON `text` writes: strings that a colon follows. */
function countNamesInText(text: string): number {
  let names = 0;
  let at = text.indexOf('"');
  while (at >= 0) {
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && isEscaped(text, end, at)) {
      end = text.indexOf('"', end + 1);
    }
    if (end < 0) {
      return names;
    }
    let next = end + 1;
    while (text.charCodeAt(next) <= SPACE) {
      next += 1;
    }
    if (text.charCodeAt(next) === COLON) {
      names += 1;
    }
    at = text.charCodeAt(next) === QUOTE ? next : text.indexOf('"', next);
  }
  return names;
}

/** True where the quote at `at` is escaped: an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number, start: number): boolean {
  let slashes = 0;
  while (at - 1 - slashes > start && text.charCodeAt(at - 1 - slashes) === BACKSLASH) {
    slashes += 1;
  }
  return slashes % 2 === 1;
}
