/** A JSON object, as `JSON.parse` gives it. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Each text in `value`, with the names that lead to it; indices of lists are left out. */
export function* textsOf(value: unknown, path = ""): Generator<readonly [path: string, string]> {
  if (typeof value === "string") {
    yield [path, value];
  } else if (Array.isArray(value)) {
    for (const item of value) {
      yield* textsOf(item, path);
    }
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield* textsOf(item, path === "" ? key : `${path}.${key}`);
    }
  }
}

/** The texts at one path of `value`: `source.log_sources.log_group_id`. */
export function textsAt(value: unknown, path: string): readonly string[] {
  return [...textsOf(value)].filter(([at]) => at === path).map(([, text]) => text);
}

/** Every object and scalar at `path`, through lists. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  return path.split(".").reduce<readonly unknown[]>(
    (values, key) =>
      values.flatMap((item) => {
        const next = isObject(item) && Object.hasOwn(item, key) ? item[key] : undefined;
        return next === undefined ? [] : Array.isArray(next) ? next : [next];
      }),
    [value],
  );
}

/** The text at `path`; undefined where there is none, or one that Terraform works out. */
export function literalAt(value: unknown, path: string): string | undefined {
  const [first] = valuesAt(value, path);
  return typeof first === "string" && first !== "" && !first.includes("${") ? first : undefined;
}
