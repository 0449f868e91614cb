import { isList, isMap, type Lazy, listOf, MAX_ITEMS, spend, toText, type Value } from "./value";

export function isItems(value: Value | undefined): value is readonly Lazy[] {
  return value !== undefined && isList(value);
}

export function isMapping(value: Value | undefined): value is ReadonlyMap<string, Lazy> {
  return value !== undefined && isMap(value);
}

export function ofText(
  value: Value | undefined,
  make: (text: string) => string,
): Value | undefined {
  const text = value === undefined ? undefined : toText(value);
  return text === undefined ? undefined : make(text);
}

export function ofTexts(
  values: readonly (Value | undefined)[],
  make: (texts: readonly string[]) => Value | undefined,
): Value | undefined {
  const all = values.map((value) => (value === undefined ? undefined : toText(value)));
  return all.every((text) => text !== undefined) ? make(all) : undefined;
}

export function number(value: Value | undefined, make: (n: number) => number): Value | undefined {
  return typeof value === "number" ? make(value) : undefined;
}

export function numbers(
  args: readonly Value[],
  make: (all: number[]) => number,
): Value | undefined {
  const all = args.filter((arg) => typeof arg === "number");
  return all.length === args.length && all.length > 0 ? make(all) : undefined;
}

/** The items of a list that has one known value for each. */
export function single(value: Value | undefined): readonly Value[] | undefined {
  if (!isItems(value)) {
    return undefined;
  }
  const found: Value[] = [];
  for (const item of value) {
    spend();
    const result = item();
    const [only] = result.known ? result.values : [];
    if (!result.known || result.values.length !== 1 || only === undefined) {
      return undefined;
    }
    found.push(only);
  }
  return found;
}

export function isScalar(value: Value): value is string | number | boolean {
  return value !== null && toText(value) !== undefined;
}

export function items(
  value: Value | undefined,
  make: (all: readonly Value[]) => readonly Value[],
): Value | undefined {
  const all = single(value);
  return all === undefined ? undefined : listOf(make(all));
}

export function texts(value: Value | undefined): readonly string[] | undefined {
  const all = single(value)?.map(toText);
  return all?.every((text) => text !== undefined) ? all : undefined;
}

export function within(all: readonly string[]): Value | undefined {
  return all.length > MAX_ITEMS ? undefined : listOf(all);
}
