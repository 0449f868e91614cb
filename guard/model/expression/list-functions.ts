import { isItems, texts } from "./function-arguments";
import {
  combine,
  isList,
  just,
  type Lazy,
  listOf,
  MAX_ITEMS,
  type Result,
  spend,
  toText,
  unknown,
  type Value,
} from "./value";

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

/** The items of `lists` as one text: one for each combination of what the items can be. */
export function joined(separator: string, lists: readonly Value[]): Result | Value | undefined {
  const known = lists.map(texts);
  if (known.every((list) => list !== undefined)) {
    return known.flat().join(separator);
  }
  return lists.every(isItems)
    ? combine(
        lists.flat().map((item) => item()),
        (values) => {
          const all = values.map(toText);
          return all.includes(undefined)
            ? unknown("join is given what is no text")
            : just(all.join(separator));
        },
      )
    : undefined;
}
