import { single } from "./function-arguments";
import { byCodePoint } from "./text-functions";
import { isList, isMap, just, type Lazy, type Result, spend, unknown, type Value } from "./value";

/** Deeper than any document that is decoded. */
const MAX_JSON_DEPTH = 64;

export function parseJson(text: string): Value | undefined {
  try {
    return fromJson(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

/** JSON as a value, without templates: what `jsondecode` gives, or the value of a variable. */
export function fromJson(json: unknown, depth = 0): Value | undefined {
  if (depth > MAX_JSON_DEPTH) {
    return undefined;
  }
  if (Array.isArray(json)) {
    return json.map(
      (item): Lazy =>
        () =>
          lazily(fromJson(item, depth + 1)),
    );
  }
  if (typeof json === "object" && json !== null) {
    return new Map(
      Object.entries(json).map(([key, item]): [string, Lazy] => [
        key,
        () => lazily(fromJson(item, depth + 1)),
      ]),
    );
  }
  return typeof json === "string" || typeof json === "number" || typeof json === "boolean"
    ? json
    : null;
}

function lazily(value: Value | undefined): Result {
  return value === undefined ? unknown("it nests too deep") : just(value);
}

export function encode(value: Value): string | undefined {
  const json = toJson(value, 0);
  return json === undefined
    ? undefined
    : JSON.stringify(json).replace(
        /[<>&\u2028\u2029]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
}

function toJson(value: Value, depth: number): unknown {
  if (depth > MAX_JSON_DEPTH) {
    return undefined;
  }
  if (isList(value)) {
    const all = single(value)?.map((item) => toJson(item, depth + 1));
    return all?.includes(undefined) ? undefined : all;
  }
  if (isMap(value)) {
    const entries: [string, unknown][] = [];
    for (const key of [...value.keys()].sort(byCodePoint)) {
      spend();
      const result = value.get(key)?.();
      const [only] = result?.known ? result.values : [];
      const item = only === undefined ? undefined : toJson(only, depth + 1);
      if (item === undefined || (result?.known && result.values.length > 1)) {
        return undefined;
      }
      entries.push([key, item]);
    }
    return Object.fromEntries(entries);
  }
  return value;
}
