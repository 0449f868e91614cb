/** Items of two lists that are the same thing, and those that only one list has. */
export interface Pairing<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly onlyBase: readonly T[];
  readonly onlyHead: readonly T[];
}

/**
 * Pairs the items of two lists by the first key that both give, the strictest key first. Items with
 * the same key are paired in their order. Lists keep their order; the time is linear in their length.
 *
 * @param keys what makes two items the same thing; undefined where an item has no such key
 */
export function pair<T>(
  base: readonly T[],
  head: readonly T[],
  keys: readonly ((item: T, side: "base" | "head") => string | undefined)[],
): Pairing<T> {
  const partner = new Map<T, T>();
  let left = base;
  let right = head;
  for (const key of keys) {
    const waiting = new Map<string, T[]>();
    for (const item of [...left].reverse()) {
      const at = key(item, "base");
      if (at !== undefined) {
        const same = waiting.get(at);
        if (same === undefined) {
          waiting.set(at, [item]);
        } else {
          same.push(item);
        }
      }
    }
    const paired = new Set<T>();
    right = right.filter((item) => {
      const at = key(item, "head");
      const before = at === undefined ? undefined : waiting.get(at)?.pop();
      if (before === undefined) {
        return true;
      }
      partner.set(item, before);
      paired.add(before);
      return false;
    });
    left = left.filter((item) => !paired.has(item));
  }
  const pairs = head.flatMap((after) => {
    const before = partner.get(after);
    return before === undefined ? [] : [[before, after] as const];
  });
  return { pairs, onlyBase: left, onlyHead: right };
}
