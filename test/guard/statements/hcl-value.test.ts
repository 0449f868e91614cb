import fc from "fast-check";
import { parseHclValue } from "../../../guard/statements";

describe("parseHclValue", () => {
  test.each([
    ['{ "a" = 1, b = true }', { a: 1, b: true }],
    ['{"a": "x", "b": [null, -1.5, "y"],}', { a: "x", b: [null, -1.5, "y"] }],
    ["{\n  a = 1 # one\n  b = 2 // two\n  /* three */ c = 3\n}", { a: 1, b: 2, c: 3 }],
    ["[]", []],
    ["[00, 007.50, -01]", [0, 7.5, -1]],
    ['"a \\"b\\" \\u0041\\n"', 'a "b" A\n'],
    ["{ a = { b = [ { c = [] } ] } }", { a: { b: [{ c: [] }] } }],
  ])("reads the literal %s", (source, value) => {
    expect(parseHclValue(source)).toEqual(value);
  });

  test.each([
    ["{ a = var.x }", { a: "${var.x}" }],
    ['[aws_s3_bucket.b["k"].arn, f(1, "}")]', ['${aws_s3_bucket.b["k"].arn}', '${f(1, "}")}']],
    ['{ a = "x/${var.y["}"]}/*" }', { a: 'x/${var.y["}"]}/*' }],
    ['{ a = "$${aws:username}" }', { a: "$${aws:username}" }],
    ['{ a = "x" == "y" ? 1 : 2 }', { a: '${"x" == "y" ? 1 : 2}' }],
    ["{ a = [for x in y : x] }", { a: "${[for x in y : x]}" }],
  ])("keeps the expressions of %s as templates", (source, value) => {
    expect(parseHclValue(source)).toEqual(value);
  });

  test.each([
    "var.x",
    "f({})",
    "{ a = }",
    "{ (k) = 1 }",
    "[1",
    '"open',
    "{ for k in v : k => 1 }",
    "",
  ])("does not take %j for a literal", (source) => {
    expect(parseHclValue(source)).toBeUndefined();
  });

  test("reads every JSON text as what JSON.parse reads", () => {
    const json = fc.jsonValue({ maxDepth: 4, stringUnit: "grapheme-ascii" });
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify({ value });
        fc.pre(!/[$%]\{|e[+-]?\d/i.test(text));
        expect(parseHclValue(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("never throws, and ends on deep and long input", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseHclValue(text)));
    for (const piece of ["{a=", "[", '"', "${", '{"a"=["', "/*", "#"]) {
      expect(() => parseHclValue(piece.repeat(30_000))).not.toThrow();
    }
  });
});
