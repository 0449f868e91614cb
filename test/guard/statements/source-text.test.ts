import { HOLE, type Resolve, toSourceTexts, written } from "../../../guard/statements/source-text";

const TEN = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  one: ["A"],
  two: ["B", "C"],
  four: ["D", "E", "F", "G"],
  ten: TEN,
  none: [],
};
const resolve: Resolve = (expression) => VALUES[expression];

/** Every form of `template` as it would be written. */
function formsOf(template: string): readonly string[] {
  return toSourceTexts(template, resolve).map((source) => written(source));
}

describe("toSourceTexts", () => {
  test.each([
    ["plain", ["plain"]],
    ["a ${one} b", ["a A b"]],
    ["a ${two} b", ["a B b", "a C b"]],
    ["${two}${two}", ["BB", "BC", "CB", "CC"]],
    ["a ${unknown} b", ["a ${unknown} b"]],
    ["${unknown}-${two}", ["${unknown}-B", "${unknown}-C"]],
    ["a ${none} b", ["a ${none} b"]],
    ["$${one}", ["${one}"]],
    ["%{ if x }a%{ endif }", ["${if x}a${endif}"]],
  ])("of %j are %j", (template, expected) => {
    expect([...formsOf(template)].sort()).toEqual([...expected].sort());
  });

  test("are sixteen at most, of all expressions together", () => {
    expect(formsOf("${four}${four}")).toHaveLength(16);
    expect(formsOf("${four}${four}${two}")).toHaveLength(16);
    expect(formsOf("${four}${four}${two}")).toContain("DD${two}");
    expect(formsOf("${ten}${two}")).toEqual(TEN.map((digit) => `${digit}\${two}`));
  });

  test("are one with an expression whose value nobody gives", () => {
    expect(toSourceTexts("a ${one}")).toEqual([
      { text: `a ${HOLE}`, holes: new Map([[2, "one"]]) },
    ]);
  });
});

describe("written", () => {
  const [source] = toSourceTexts("ab ${x} cd ${y.z}");
  const text = source ?? { text: "", holes: new Map() };

  test.each([
    [0, undefined, "ab ${x} cd ${y.z}"],
    [3, 4, "${x}"],
    [4, undefined, " cd ${y.z}"],
    [5, 7, "cd"],
    [0, 0, ""],
  ])("from %i to %s is %j", (start, end, expected) => {
    expect(written(text, start, end)).toBe(expected);
  });

  test("shows a hole without an expression as one", () => {
    expect(written({ text: `a${HOLE}`, holes: new Map() })).toBe("a${…}");
  });
});
