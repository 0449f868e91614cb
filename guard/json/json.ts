/** Any value that `JSON.parse` can return. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object that `JSON.parse` can return. Read it with `own`: a key may be called `__proto__`. */
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own property `key` of `object`; never one that is inherited from `Object.prototype`. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** `value` as a list: Terraform JSON writes a single block as an object and several as an array. */
export function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) {
    return [];
  }
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** The string `value`, or undefined for any other type. */
export function asString(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
