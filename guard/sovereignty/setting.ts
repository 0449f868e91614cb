import { valuesAt } from "../flow/values-at";
import { isObject, type Json, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";
import { evaluateJson } from "../model/expression/evaluator";
import type { Scope } from "../model/expression/scope";
import { isList, type Lazy, toText, type Value } from "../model/expression/value";
import { hasTemplate } from "../model/template";

/** What an argument is set to, as far as the configuration tells. */
export type Setting =
  /** Not written, or null, or an empty text or list. */
  | { readonly kind: "unset"; readonly pointer: string }
  | {
      readonly kind: "known";
      /** Every text that it can be; numbers and booleans as Terraform writes them. */
      readonly texts: readonly string[];
      /** True where it can be null, which leaves it unset. */
      readonly canBeUnset: boolean;
      readonly pointer: string;
      readonly written: string;
    }
  | {
      readonly kind: "unknown";
      readonly reason: string;
      readonly pointer: string;
      readonly written: string;
    };

/** The commonest expression by far; to work it out would only show that it cannot be. */
const KEY_REFERENCE = /^\$\{(?:oci|aws)_kms_key\.[\w-]+\.(?:id|arn|key_id)\}$/;
/** True for a reference to a key that the input makes. */
export function isKeyReference(value: Json | undefined): boolean {
  return typeof value === "string" && KEY_REFERENCE.test(value);
}

export const KEY_OF_INPUT = "it is a key that Terraform makes";

/** Paths of the tables, split once. */
const split = new Map<string, readonly string[]>();

function segmentsOf(path: string): readonly string[] {
  let segments = split.get(path);
  if (segments === undefined) {
    segments = path.split(".");
    split.set(path, segments);
  }
  return segments;
}

/** Reads the argument at the dotted `path` of a block's body, through nested and dynamic blocks. */
export function readSetting(
  body: JsonObject,
  path: string,
  pointer: string,
  scope: Scope,
): Setting {
  const segments = segmentsOf(path);
  if (!Object.hasOwn(body, segments[0] ?? "") && !Object.hasOwn(body, "dynamic")) {
    return { kind: "unset", pointer };
  }
  return (
    literalSetting(body, segments, pointer) ?? evaluatedSetting(body, segments, pointer, scope)
  );
}

/** Most arguments are literals in blocks that stand once; undefined for any other. */
function literalSetting(
  body: JsonObject,
  segments: readonly string[],
  pointer: string,
): Setting | undefined {
  let node: Json = body;
  let at = pointer;
  for (let index = 0; index < segments.length; index += 1) {
    const name = segments[index] as string;
    if (!isObject(node) || Object.hasOwn(node, "dynamic")) {
      return undefined;
    }
    const next = own(node, name);
    if (next === undefined || next === null) {
      return { kind: "unset", pointer };
    }
    node = next;
    at = appendToken(at, name);
  }
  if (typeof node !== "string") {
    return typeof node === "object" ? undefined : literal(String(node), at);
  }
  if (node === "") {
    return { kind: "unset", pointer };
  }
  if (!hasTemplate(node)) {
    return literal(node, at);
  }
  return isKeyReference(node)
    ? { kind: "unknown", reason: KEY_OF_INPUT, pointer: at, written: node }
    : undefined;
}

function literal(text: string, pointer: string): Setting {
  return { kind: "known", texts: [text], canBeUnset: false, pointer, written: text };
}

function evaluatedSetting(
  body: JsonObject,
  segments: readonly string[],
  pointer: string,
  scope: Scope,
): Setting {
  const texts: string[] = [];
  let canBeUnset = false;
  let first: { readonly pointer: string; readonly written: string } | undefined;
  for (const { value, pointer: at } of valuesAt(body, segments, pointer)) {
    if (typeof value === "string" && isKeyReference(value)) {
      return { kind: "unknown", reason: KEY_OF_INPUT, pointer: at, written: value };
    }
    const result = evaluateJson(value, scope);
    const written = show(value);
    if (!result.known) {
      return { kind: "unknown", reason: result.reason, pointer: at, written };
    }
    for (const each of result.values) {
      const found = textsOf(each, 0);
      if (found === undefined) {
        return { kind: "unknown", reason: "it is no text", pointer: at, written };
      }
      if (found.length === 0) {
        canBeUnset = true;
      } else {
        first ??= { pointer: at, written };
        texts.push(...found);
      }
    }
  }
  return first === undefined
    ? { kind: "unset", pointer }
    : { kind: "known", texts: [...new Set(texts)], canBeUnset, ...first };
}

/** Empty where the value leaves an argument unset; undefined where a part of it is not known. */
function textsOf(value: Value, depth: number): readonly string[] | undefined {
  if (value === null || value === "") {
    return [];
  }
  if (isList(value)) {
    const found: string[] = [];
    for (const item of depth < 8 ? (value as readonly Lazy[]) : []) {
      const result = item();
      for (const each of result.known ? result.values : [new Map()]) {
        const inner = textsOf(each, depth + 1);
        if (inner === undefined) {
          return undefined;
        }
        found.push(...inner);
      }
    }
    return found;
  }
  const text = toText(value);
  return text === undefined ? undefined : [text];
}

/** Texts that Terraform converts to a boolean. */
const BOOLEANS: Readonly<Record<string, string>> = { "1": "true", "0": "false" };

/** True where `text` is the value `wanted`, in whatever case; `1` is true, and `0` is false. */
export function isValue(text: string, wanted: string): boolean {
  const lower = text.toLowerCase();
  const same = wanted.toLowerCase();
  const isBoolean = same === "true" || same === "false";
  return lower === same || (isBoolean && BOOLEANS[lower] === same);
}

/** One body of a nested block. */
export interface Occurrence {
  readonly body: JsonObject;
  readonly pointer: string;
}

/** Every body of the nested block at the dotted `path`; those that `dynamic` makes included. */
export function occurrencesOf(body: JsonObject, path: string, pointer: string): Occurrence[] {
  const names = segmentsOf(path);
  // Most blocks have few of those that their type could have.
  if (!Object.hasOwn(body, names[0] ?? "") && !Object.hasOwn(body, "dynamic")) {
    return [];
  }
  let found: Occurrence[] = [{ body, pointer }];
  for (const name of names) {
    found = found.flatMap((outer) => nested(outer, name));
  }
  return found;
}

function nested({ body, pointer }: Occurrence, name: string): Occurrence[] {
  const direct = objectsIn(own(body, name), appendToken(pointer, name));
  const dynamic = own(body, "dynamic");
  if (dynamic === undefined) {
    return direct;
  }
  const made = objectsIn(dynamic, appendToken(pointer, "dynamic"))
    .flatMap((each) => objectsIn(own(each.body, name), appendToken(each.pointer, name)))
    .flatMap((each) => objectsIn(own(each.body, "content"), appendToken(each.pointer, "content")));
  return [...direct, ...made];
}

function objectsIn(value: Json | undefined, pointer: string): Occurrence[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index) =>
      objectsIn(item, appendToken(pointer, index)),
    );
  }
  return isObject(value) ? [{ body: value, pointer }] : [];
}

/** A value as a finding repeats it. */
function show(value: Json | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
