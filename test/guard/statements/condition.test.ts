import {
  ALWAYS,
  byOperator,
  type Condition,
  type ConditionTest,
  globMatches,
  NEVER,
  not,
  type Operator,
  PERHAPS,
  testsOf,
  truth,
} from "../../../guard/statements/condition";
import { parsePolicyStatement } from "../../../guard/statements/policy-statement";

/** The condition `text`, or why it is none. */
function parse(text: string): Condition | string | undefined {
  const parsed = parsePolicyStatement(`Allow group G to use keys in tenancy where ${text}`);
  if (!parsed.ok) {
    return parsed.problem.message;
  }
  return parsed.value.kind === "define" ? undefined : parsed.value.condition;
}

function condition(text: string): Condition {
  const parsed = parse(text);
  if (parsed === undefined || typeof parsed === "string") {
    throw new Error(parsed ?? "no condition");
  }
  return parsed;
}

describe("parseCondition", () => {
  test.each([
    ["any = 'x'", "any", "="],
    ["all != 'x'", "all", "!="],
    ["a not in ('x', 'y')", "a", "not in"],
    ["A.B = x", "a.b", "="],
    ["a = /x*/", "a", "="],
  ])("reads %s as one comparison", (text, variable, operator) => {
    expect(condition(text)).toMatchObject({ kind: "test", variable, operator });
  });

  test("reads the tests of any and all in their order", () => {
    const tests = testsOf(condition("any {a = 'x', all {b = 'y', c != 'z'}, d = 'w'}"));
    expect(tests.map(({ variable }) => variable)).toEqual(["a", "b", "c", "d"]);
  });

  const nested = (depth: number) => `${"all {".repeat(depth)}a = 'x'${"}".repeat(depth)}`;

  test("reads sixteen conditions inside one another, and no more", () => {
    expect(testsOf(condition(nested(16)))).toHaveLength(1);
    expect(parse(nested(17))).toBe(
      'expected fewer conditions inside one another, but it says "all"',
    );
  });

  test.each([
    ["{a = 'x'}", 'expected a variable, any { or all {, but it says "{"'],
    ["'a' = 'x'", 'expected a variable, any { or all {, but it says "a"'],
    [
      "some {a = 'x'}",
      'expected "in" or "before" or "after" or "between" or "=" or "!=", but it says "{"',
    ],
    [
      "any 'x'",
      'expected "in" or "before" or "after" or "between" or "=" or "!=", but it says "x"',
    ],
    ["any {a = 'x'; b = 'y'}", 'expected "}", but it says ";"'],
    ["a not ('x')", 'expected "in", but it says "("'],
    ["a in 'x'", 'expected "(", but it says "x"'],
    ["a in ('x' 'y')", 'expected ")", but it says "y"'],
    ["a in ()", 'expected a value, but it says ")"'],
    ["a =", "expected a value, but the statement ends"],
    ["a between 'x'", 'expected "and", but the statement ends'],
    [
      "a '=' 'x'",
      'expected "in" or "before" or "after" or "between" or "=" or "!=", but it says "="',
    ],
    [
      "a 'in' ('x')",
      'expected "in" or "before" or "after" or "between" or "=" or "!=", but it says "in"',
    ],
    [
      "a ! = 'x'",
      'expected "in" or "before" or "after" or "between" or "=" or "!=", but it says "!"',
    ],
  ])("refuses %s", (text, message) => {
    expect(parse(text)).toBe(message);
  });
});

describe("testsOf", () => {
  test("of no condition is empty", () => {
    expect(testsOf(undefined)).toEqual([]);
  });
});

describe("truth", () => {
  const values: Readonly<Record<string, 0 | 1 | 2>> = { no: NEVER, maybe: PERHAPS, yes: ALWAYS };
  const of = (text: string) =>
    truth(condition(text), ({ variable }) => values[variable] ?? PERHAPS);

  test.each([
    ["all {yes = '', yes = ''}", ALWAYS],
    ["all {yes = '', maybe = ''}", PERHAPS],
    ["all {yes = '', maybe = '', no = ''}", NEVER],
    ["any {no = '', no = ''}", NEVER],
    ["any {no = '', maybe = ''}", PERHAPS],
    ["any {yes = '', no = '', maybe = ''}", ALWAYS],
    ["any {no = '', all {yes = '', maybe = ''}}", PERHAPS],
    ["yes = ''", ALWAYS],
  ])("of %s is %i", (text, expected) => {
    expect(of(text)).toBe(expected);
  });

  test("of no condition is that it holds always", () => {
    expect(truth(undefined, () => NEVER)).toBe(ALWAYS);
  });

  test.each([
    ["=", [NEVER, PERHAPS, ALWAYS]],
    ["in", [NEVER, PERHAPS, ALWAYS]],
    ["!=", [ALWAYS, PERHAPS, NEVER]],
    ["not in", [ALWAYS, PERHAPS, NEVER]],
    ["before", [PERHAPS, PERHAPS, PERHAPS]],
    ["after", [PERHAPS, PERHAPS, PERHAPS]],
    ["between", [PERHAPS, PERHAPS, PERHAPS]],
  ])("of a comparison by %s follows whether its value matches", (operator, expected) => {
    const comparison: ConditionTest = {
      kind: "test",
      variable: "a",
      operator: operator as Operator,
      values: [],
    };
    expect(([NEVER, PERHAPS, ALWAYS] as const).map((each) => byOperator(comparison, each))).toEqual(
      expected,
    );
  });

  test("of the opposite is the opposite", () => {
    expect(([NEVER, PERHAPS, ALWAYS] as const).map(not)).toEqual([ALWAYS, PERHAPS, NEVER]);
  });
});

describe("globMatches", () => {
  test.each([
    ["abc", "abc"],
    ["", ""],
    ["*", ""],
    ["*", "abc"],
    ["**", "abc"],
    ["a*", "a"],
    ["a**", "a"],
    ["a*c", "abbc"],
    ["*b*", "abc"],
    ["a*b*c", "axbxbxc"],
    ["*ab", "aab"],
    ["*", "*"],
  ])("%j matches %j", (glob, text) => {
    expect(globMatches(glob, text)).toBe(true);
  });

  test.each([
    ["abc", "ab"],
    ["ab", "abc"],
    ["", "a"],
    ["a", ""],
    ["a*", "b"],
    ["*a", "ab"],
    ["a*c", "ab"],
    ["a*b*c", "axxc"],
    ["a?c", "abc"],
    ["a*d", "abc"],
  ])("%j does not match %j", (glob, text) => {
    expect(globMatches(glob, text)).toBe(false);
  });

  test.each([
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["a?", "a", false],
    ["?", "a", true],
    ["?*", "abc", true],
    ["*?", "", false],
  ])("%j with single characters on %j: %s", (glob, text, expected) => {
    expect(globMatches(glob, text, true)).toBe(expected);
  });
});
