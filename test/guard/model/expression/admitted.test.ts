import { stackOf, workedOut } from "./worked-out";

const ANYTHING =
  "var.v can be set to anything when Terraform runs: it has no validation that lists its values";

/** What `var.v` can be by its declaration, or by those of several files. */
function admitted(...declarations: readonly object[]): unknown {
  return workedOut(
    "${var.v}",
    stackOf({
      locals: { allowed: ["a", "b"], open: ["a", "${aws_x.y.z}"], text: "a", nested: [["a"]] },
      variable: declarations.map((v) => ({ v, w: {} })),
    }),
  );
}

function condition(text: string): object {
  return { validation: { condition: text } };
}

describe("a variable", () => {
  test.each<[condition: string, values: readonly string[]]>([
    ['${contains(["a", "b"], var.v)}', ["a", "b"]],
    ['contains(["a", "b"], var.v)', ["a", "b"]],
    ["${contains([1, true], var.v)}", ["1", "true"]],
    ["${contains([], var.v)}", []],
    ["${contains(local.allowed, var.v)}", ["a", "b"]],
    ['${contains([var.w == "x" ? "a" : "b"], var.v)}', ["a", "b"]],
    ['${contains(var.w == "x" ? ["a"] : ["b"], var.v)}', ["a", "b"]],
    ['${var.v == "a"}', ["a"]],
    ['${"a" == var.v}', ["a"]],
    ['${var.v == "a" || var.v == "b"}', ["a", "b"]],
    ['${var.v == "a" || var.v == "a"}', ["a"]],
    ['${contains(local.allowed, var.v) && var.v == "b"}', ["b"]],
    ['${var.v == "a" && var.w == "x"}', ["a"]],
    ['${var.w == "x" && var.v == "a"}', ["a"]],
    ['${var.v == "a" && var.v == "b"}', []],
  ])("is what %s admits: %j", (text, values) => {
    expect(admitted(condition(text))).toEqual(values);
  });

  test.each([
    "${contains(local.open, var.v)}",
    "${contains(local.none, var.v)}",
    "${contains(local.text, var.v)}",
    "${contains(local.nested, var.v)}",
    "${contains([null], var.v)}",
    '${contains(["a"])}',
    "${contains()}",
    '${contains(["a"], var.w)}',
    '${contains(["a"], local.v)}',
    '${contains(["a"], var.v.x)}',
    '${contains(["a"], v)}',
    '${contains(["a"], x.var.v)}',
    '${setcontains(["a"], var.v)}',
    '${var.w == "a"}',
    '${"a" == var.w}',
    '${local.v == "a"}',
    "${var.v == local.text}",
    "${var.v == 1}",
    '${var.v != "a"}',
    '${var.v < "a"}',
    '${var.v == "a" || var.w == "b"}',
    '${var.w == "b" || var.v == "a"}',
    '${!(var.v == "a")}',
    '${true ? var.v == "a" : true}',
    "${true}",
    "${",
    "contains([",
    "",
  ])("can be anything by %j", (text) => {
    expect(admitted(condition(text))).toBe(ANYTHING);
  });

  test.each<[validation: unknown]>([
    [undefined],
    [null],
    ["text"],
    [[]],
    [[null, 1, {}]],
    [{ condition: 1 }],
    [{ condition: null }],
  ])("can be anything by the validation %j", (validation) => {
    expect(admitted({ validation })).toBe(ANYTHING);
  });

  test("is what all of its validations admit", () => {
    const all = [
      '${var.v != ""}',
      '${contains(["a", "b"], var.v)}',
      '${contains(["b", "c"], var.v)}',
    ];
    const validation = all.map((text) => ({ condition: text }));
    expect(admitted({ validation })).toEqual(["b"]);
    expect(admitted({ validation: [...validation].reverse() })).toEqual(["b"]);
  });

  test("is what the last file with validations admits", () => {
    const [a, b] = [condition('${var.v == "a"}'), condition('${var.v == "b"}')];
    expect(admitted(a, b)).toEqual(["b"]);
    expect(admitted(b, a)).toEqual(["a"]);
    expect(admitted(a, {}, { validation: [] })).toEqual(["a"]);
    expect(admitted(a, condition("${true}"))).toBe(ANYTHING);
  });
});
