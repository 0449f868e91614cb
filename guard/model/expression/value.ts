/** A value of Terraform. Items of lists and maps are worked out only when they are asked for. */
export type Value = string | number | boolean | null | readonly Lazy[] | ReadonlyMap<string, Lazy>;

export type Lazy = () => Result;

/** What an expression can have as its value. */
export type Result = Known | Unknown;

export interface Known {
  readonly known: true;
  /** The value is one of these, whatever Terraform is given. */
  readonly values: readonly Value[];
  /** What tells it, for messages: `local.region`; empty for what is written out. */
  readonly via: string;
}

export interface Unknown {
  readonly known: false;
  /** A clause for messages: what it is that only the run of Terraform tells. */
  readonly reason: string;
}

/** Work that one evaluation may do; hostile locals can refer to one another without end. */
const MAX_STEPS = 50_000;

/** Thrown inside this folder only. */
class TooComplex extends Error {}

let steps = 0;
let isRunning = false;

/** Counts one step of an evaluation. */
export function spend(): void {
  steps += 1;
  if (steps > MAX_STEPS) {
    throw new TooComplex();
  }
}

/** Runs one evaluation, unknown where it takes too many steps. */
export function withinBudget(evaluate: () => Result): Result {
  if (isRunning) {
    return evaluate();
  }
  steps = 0;
  isRunning = true;
  try {
    return evaluate();
  } catch (error) {
    // A chain of references that is deep enough to exhaust the call stack is too complex as well.
    if (error instanceof TooComplex || error instanceof RangeError) {
      return unknown("it is too complex to work out");
    }
    throw error;
  } finally {
    isRunning = false;
  }
}

/** More alternatives than an honest configuration has regions. */
const MAX_VALUES = 256;

/** Longest text and longest list that are worked out. */
export const MAX_TEXT = 65_536;
export const MAX_ITEMS = 4096;

export function known(values: readonly Value[], via = ""): Known {
  return { known: true, values, via };
}

export function just(value: Value): Known {
  return { known: true, values: [value], via: "" };
}

export function unknown(reason: string): Unknown {
  return { known: false, reason };
}

export function isList(value: Value): value is readonly Lazy[] {
  return Array.isArray(value);
}

export function isMap(value: Value): value is ReadonlyMap<string, Lazy> {
  return value instanceof Map;
}

export function listOf(items: readonly Value[]): Value {
  return items.map((item) => () => just(item));
}

/** Any of `results`: known only where all are. */
export function anyOf(results: readonly Result[], via = ""): Result {
  const values: Value[] = [];
  const scalars = new Set<Value>();
  for (const result of results) {
    if (!result.known) {
      return result;
    }
    for (const value of result.values) {
      const scalar = typeof value !== "object" || value === null;
      if (!scalar || !scalars.has(value)) {
        scalars.add(value);
        values.push(value);
      }
    }
    if (values.length > MAX_VALUES) {
      return unknown(`it has more than ${MAX_VALUES} possible values`);
    }
  }
  const [only] = results;
  return known(values, via || (results.length === 1 && only?.known ? only.via : ""));
}

/** `make` of every combination of the values of `results`. */
export function combine(
  results: readonly Result[],
  make: (values: readonly Value[]) => Result,
): Result {
  let combinations: (readonly Value[])[] = [[]];
  for (const result of results) {
    if (!result.known) {
      return result;
    }
    if (combinations.length * result.values.length > MAX_VALUES) {
      return unknown(`it has more than ${MAX_VALUES} possible values`);
    }
    combinations = combinations.flatMap((values) =>
      result.values.map((value) => [...values, value]),
    );
  }
  return anyOf(combinations.map(make));
}

/** A number or a boolean as Terraform writes it; undefined for null, a list or a map. */
export function toText(value: Value): string | undefined {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : undefined;
}
