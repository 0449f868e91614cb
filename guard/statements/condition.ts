import type { Cursor } from "./cursor";
import type { Token } from "./tokenize";

/** The condition after `where`. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly items: readonly Condition[] }
  | ConditionTest;

export type Operator = "=" | "!=" | "in" | "not in" | "before" | "after" | "between";

/** One comparison: `request.region = 'iad'`. */
export interface ConditionTest {
  readonly kind: "test";
  /** Name of the variable, lower case. */
  readonly variable: string;
  readonly operator: Operator;
  /** One value, or those of a list, or the two of `between`. */
  readonly values: readonly Token[];
}

/** Oracle documents no nesting at all; no honest condition is deeper. */
const MAX_DEPTH = 16;

/** Parses `variable operator value`, or `any { … }` or `all { … }` of conditions. */
export function parseCondition(cursor: Cursor, depth = 0): Condition {
  if (cursor.is("any", "all") && cursor.peek(1).text === "{") {
    if (depth >= MAX_DEPTH) {
      cursor.fail("fewer conditions inside one another");
    }
    const kind = cursor.next().lower === "any" ? "any" : "all";
    cursor.expect("{");
    const items = [parseCondition(cursor, depth + 1)];
    while (cursor.accept(",")) {
      items.push(parseCondition(cursor, depth + 1));
    }
    cursor.expect("}");
    return { kind, items };
  }
  return parseTest(cursor);
}

function parseTest(cursor: Cursor): ConditionTest {
  const variable =
    cursor.token.kind === "word" ? cursor.next().lower : cursor.fail("a variable, any { or all {");
  const operator = parseOperator(cursor);
  const values: Token[] = [];
  if (operator === "in" || operator === "not in") {
    cursor.expect("(");
    do {
      values.push(parseValue(cursor));
    } while (cursor.accept(","));
    cursor.expect(")");
  } else {
    values.push(parseValue(cursor));
    if (operator === "between") {
      cursor.expect("and");
      values.push(parseValue(cursor));
    }
  }
  return { kind: "test", variable, operator, values };
}

function parseOperator(cursor: Cursor): Operator {
  if (cursor.accept("!=")) {
    return "!=";
  }
  if (cursor.accept("=")) {
    return "=";
  }
  if (cursor.accept("not")) {
    cursor.expect("in");
    return "not in";
  }
  const word = cursor.expect("in", "before", "after", "between", "=", "!=");
  return word.lower as Operator;
}

function parseValue(cursor: Cursor): Token {
  const { kind } = cursor.token;
  return kind === "string" || kind === "pattern" || kind === "word"
    ? cursor.next()
    : cursor.fail("a value");
}

const NO_TESTS: readonly ConditionTest[] = [];
const tests = new WeakMap<Condition, readonly ConditionTest[]>();

/** Every comparison of `condition`, in order. */
export function testsOf(condition: Condition | undefined): readonly ConditionTest[] {
  if (condition === undefined) {
    return NO_TESTS;
  }
  if (condition.kind === "test") {
    return [condition];
  }
  const known = tests.get(condition);
  if (known !== undefined) {
    return known;
  }
  const found: ConditionTest[] = [];
  collectTests(condition, found);
  tests.set(condition, found);
  return found;
}

function collectTests(condition: Condition, found: ConditionTest[]): void {
  if (condition.kind === "test") {
    found.push(condition);
  } else {
    for (const item of condition.items) {
      collectTests(item, found);
    }
  }
}

/** Whether a condition holds: never, perhaps (it depends on what is not looked at), or always. */
export const NEVER = 0;
export const PERHAPS = 1;
export const ALWAYS = 2;
export type Truth = typeof NEVER | typeof PERHAPS | typeof ALWAYS;

/** Whether `condition` holds where `truthOf` answers for each comparison; none holds always. */
export function truth(
  condition: Condition | undefined,
  truthOf: (test: ConditionTest) => Truth,
): Truth {
  if (condition === undefined) {
    return ALWAYS;
  }
  if (condition.kind === "test") {
    return truthOf(condition);
  }
  const truths = condition.items.map((item) => truth(item, truthOf));
  const pick = condition.kind === "all" ? Math.min : Math.max;
  return truths.reduce((a, b) => pick(a, b) as Truth);
}

/** Whether a comparison holds whose value is the same as one of those that are named: `matches`. */
export function byOperator({ operator }: ConditionTest, matches: Truth): Truth {
  switch (operator) {
    case "=":
    case "in":
      return matches;
    case "!=":
    case "not in":
      return not(matches);
    default:
      return PERHAPS;
  }
}

/** The truth of the opposite. */
export function not(value: Truth): Truth {
  return (2 - value) as Truth;
}

/**
 * Does `text` match `glob`? `*` stands for any characters; `?` for one, where `single` says so.
 *
 * Takes time in the product of both lengths at worst; neither is ever more than a name.
 */
export function globMatches(glob: string, text: string, single = false): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (glob[from] === "*") {
      star = from;
      from += 1;
      resume = at;
    } else if (from < glob.length && (glob[from] === text[at] || (single && glob[from] === "?"))) {
      from += 1;
      at += 1;
    } else if (star >= 0) {
      from = star + 1;
      resume += 1;
      at = resume;
    } else {
      return false;
    }
  }
  while (glob[from] === "*") {
    from += 1;
  }
  return from === glob.length;
}
