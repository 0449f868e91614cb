import { isObject, type Json, own } from "../json/json";

/** Names of an attribute path, without indices: `outputs["key"]` and `outputs.key` are the same. */
export function segmentsOf(attribute: string): readonly string[] {
  if (!/[[*\d]/.test(attribute)) {
    return attribute === "" ? [] : attribute.split(".");
  }
  return attribute
    .replace(/\["([^"]*)"\]/g, ".$1")
    .replace(/\[[^\]]*\]/g, "")
    .split(".")
    .filter((segment) => segment !== "" && segment !== "*" && !/^\d+$/.test(segment));
}

/** The part of `value` at `path`, of every item where a list stands between; undefined if it has none. */
export function valueIn(value: Json, path: readonly string[]): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) {
    return value;
  }
  if (Array.isArray(value)) {
    const parts = (value as readonly Json[])
      .map((item) => valueIn(item, path))
      .filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts;
  }
  const next = isObject(value) ? own(value, name) : undefined;
  return next === undefined || next === null ? undefined : valueIn(next, rest);
}
