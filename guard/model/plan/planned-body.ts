import { isObject, type Json, type JsonObject, own } from "../../json/json";
import { hasTemplate, soleExpression } from "../template";
import { isExpression, toTemplate } from "./expressions";

/** Values of a plan nest as deep as a schema does. */
const MAX_DEPTH = 64;

/**
 * The body of a planned object as Terraform JSON: known values as they are, unknown ones as the
 * expression of the configuration. Attributes that the configuration does not set and that are not
 * known are left out: the provider sets them.
 */
export function plannedBody(
  values: Json,
  unknown: Json,
  expressions: JsonObject,
  options: { readonly onlyConfigured: boolean },
): JsonObject {
  const planned = isObject(values) ? values : {};
  const known: Record<string, Json> = {};
  for (const name of Object.keys(planned)) {
    const value = own(planned, name) ?? null;
    if (!isUnset(value) && (!options.onlyConfigured || Object.hasOwn(expressions, name))) {
      define(known, name, escaped(value, 0));
    }
  }
  const unknowns = isObject(unknown) ? unknown : {};
  for (const name of Object.keys(unknowns)) {
    const written = own(expressions, name);
    const value = filled(
      own(known, name),
      own(unknowns, name) ?? null,
      written === undefined ? [] : [asWritten(written)],
      { name, isInBlock: false, depth: 0 },
    );
    if (value !== undefined) {
      define(known, name, value);
    }
  }
  return known;
}

/** Assignment would call the setter of `__proto__`. */
function define(object: Record<string, Json>, name: string, value: Json): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Values are literal text: what looks like an expression in them is none. */
function escaped(value: Json, depth: number): Json {
  if (typeof value === "string") {
    return hasTemplate(value) ? value.replace(/([$%])\{/g, "$1$1{") : value;
  }
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) {
    return value;
  }
  let changed = false;
  const change = (item: Json): Json => {
    const result = escaped(item, depth + 1);
    changed ||= result !== item;
    return result;
  };
  if (Array.isArray(value)) {
    const list = (value as readonly Json[]).map(change);
    return changed ? list : value;
  }
  const object = value as JsonObject;
  const result: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    const item = own(object, key) ?? null;
    if (isUnset(item)) {
      changed = true;
    } else {
      define(result, key, change(item));
    }
  }
  return changed ? result : value;
}

/** A plan writes null for an argument and an empty list for a block that is not set. */
function isUnset(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

interface Where {
  /** Name of the argument. */
  readonly name: string;
  /** True inside of a block that the configuration does not write out: a `dynamic` one. */
  readonly isInBlock: boolean;
  readonly depth: number;
}

/**
 * `known` with what is not known put in.
 *
 * @param unknown `true` where the value is not known, or the same structure as the value
 * @param written the expressions that it can be of: the order of a set tells nothing
 * @returns undefined where nothing is to be put in and there is no known value
 */
function filled(
  known: Json | undefined,
  unknown: Json,
  written: readonly Json[],
  where: Where,
): Json | undefined {
  if (unknown === true) {
    return templateOf(written, where) ?? known;
  }
  if (where.depth > MAX_DEPTH) {
    return known;
  }
  if (Array.isArray(unknown)) {
    const items = Array.isArray(known) ? (known as readonly Json[]) : [];
    const inner = written.flatMap((json) =>
      Array.isArray(json) ? (json as readonly Json[]) : [json],
    );
    return unknown.length === 0
      ? known
      : (unknown as readonly Json[]).map(
          (item, index) =>
            filled(items[index], item, inner, deeper(where, where.name, written)) ??
            items[index] ??
            null,
        );
  }
  if (!isObject(unknown) || Object.keys(unknown).length === 0) {
    return known;
  }
  const result: Record<string, Json> = {};
  const base = isObject(known) ? known : {};
  for (const key of Object.keys(base)) {
    define(result, key, own(base, key) ?? null);
  }
  for (const key of Object.keys(unknown)) {
    const inner = written.flatMap((json) => {
      if (!isObject(json) || isExpression(json)) {
        // An object that one expression makes: each part of it is that expression's.
        return isObject(json) && Object.keys(json).length > 0 ? [json] : [];
      }
      const part = own(json, key);
      return part === undefined ? [] : [asWritten(part)];
    });
    const value = filled(
      own(base, key),
      own(unknown, key) ?? null,
      inner,
      deeper(where, key, written),
    );
    if (value !== undefined) {
      define(result, key, value);
    }
  }
  return result;
}

/**
 * `{}` is an expression that refers to nothing, such as `timestamp()`, unless it stands in a list: there
 * it is a block without arguments, whose unknown values the provider sets.
 */
function asWritten(json: Json): Json {
  return isObject(json) && Object.keys(json).length === 0 ? { references: [] } : json;
}

function deeper(where: Where, name: string, written: readonly Json[]): Where {
  return { name, isInBlock: written.length === 0, depth: where.depth + 1 };
}

/** The expression of a value that is not known; undefined where the provider sets it. */
function templateOf(written: readonly Json[], { name, isInBlock }: Where): Json | undefined {
  const templates = [...new Set(written.map((json) => toTemplate(json, name)))].filter(
    (template): template is string => typeof template === "string" && hasTemplate(template),
  );
  const [only, ...others] = templates;
  if (only === undefined) {
    // A plan does not write out what stands in a dynamic block.
    return isInBlock || written.length > 0 ? toTemplate(undefined) : undefined;
  }
  return others.length === 0
    ? only
    : `\${coalesce(${templates.map((each) => soleExpression(each) ?? JSON.stringify(each)).join(", ")})}`;
}
