import { isItems } from "./function-arguments";
import { isList, type Lazy, listOf, MAX_ITEMS, spend, type Value } from "./value";

export function flatten(list: readonly Lazy[], depth: number): Value | undefined {
  const flat: Lazy[] = [];
  for (const item of list) {
    spend();
    const result = item();
    const inner = result.known && result.values.length === 1 ? result.values[0] : undefined;
    if (inner !== undefined && isList(inner)) {
      const nested = depth < 16 ? flatten(inner, depth + 1) : undefined;
      if (!isItems(nested) || flat.length + nested.length > MAX_ITEMS) {
        return undefined;
      }
      flat.push(...nested);
    } else {
      flat.push(item);
    }
  }
  return flat;
}

export function range(args: readonly Value[]): Value | undefined {
  if (!args.every((arg) => typeof arg === "number") || args.length === 0 || args.length > 3) {
    return undefined;
  }
  const [first = 0, second, step] = args as readonly number[];
  const from = second === undefined ? 0 : first;
  const to = second ?? first;
  const by = step ?? (to < from ? -1 : 1);
  const count = by === 0 ? Number.POSITIVE_INFINITY : Math.ceil((to - from) / by);
  return count > MAX_ITEMS
    ? undefined
    : listOf(Array.from({ length: Math.max(0, count) }, (_, index) => from + index * by));
}
