/** `T` without the undefined that an optional key of a parsed file may hold, at every depth. */
export type DefinedOnly<T> = T extends readonly (infer U)[]
  ? readonly DefinedOnly<U>[]
  : T extends object
    ? { [K in keyof T]: DefinedOnly<Exclude<T[K], undefined>> }
    : T;

/**
 * Leaves out the keys that hold undefined. A parsed file has `key: undefined` where a construct's
 * props have no key at all, and the two differ under `exactOptionalPropertyTypes`.
 */
export function definedOnly<T>(value: T): DefinedOnly<T> {
  return clean(value) as DefinedOnly<T>;
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(clean);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, clean(item)]),
  );
}
