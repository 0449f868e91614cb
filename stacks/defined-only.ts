/** `T` without the undefined that an optional key of a parsed file may hold. */
export type DefinedOnly<T> = {
  [K in keyof T]: T[K] extends readonly (infer U)[] | undefined
    ? readonly DefinedOnly<U>[]
    : Exclude<T[K], undefined>;
};

/**
 * Leaves out the keys that hold undefined. A parsed file has `key: undefined` where a construct's
 * props have no key at all, and the two differ under `exactOptionalPropertyTypes`.
 */
export function definedOnly<T extends object>(value: T): DefinedOnly<T> {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key, Array.isArray(item) ? item.map(clean) : item]);
  return Object.fromEntries(entries) as DefinedOnly<T>;
}

function clean(item: unknown): unknown {
  return typeof item === "object" && item !== null ? definedOnly(item) : item;
}
