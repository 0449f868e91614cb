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
    [" \n/* zero */ { a = 1 } # last", { a: 1 }],
    ['"\\U00000041\\U0010FFFF\\U00110000\\r\\t\\\\"', "A\u{10ffff}\uFFFD\r\t\\"],
    ['"\\uZZZZ\\U0000004"', "uZZZZU0000004"],
    ['["a{b}", "c}", "%", "$"]', ["a{b}", "c}", "%", "$"]],
    ["{ truest = 1, forest = 2 }", { truest: 1, forest: 2 }],
    ["{ a = true\n}", { a: true }],
    ["[1 # one\n, 2 // two\n, 3]", [1, 2, 3]],
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
    ["{ a = {for x in y : x => x}, b = 1 }", { a: "${{for x in y : x => x}}", b: 1 }],
    ["[x ? 1 : 2, -y, !z]", ["${x ? 1 : 2}", "${-y}", "${!z}"]],
    ["[truest, 1x, x1, 1.2.3]", ["${truest}", "${1x}", "${x1}", "${1.2.3}"]],
    ["[1 + 2, 7 / 2]", ["${1 + 2}", "${7 / 2}"]],
    ["{ a = f(\n1,\n[2]\n)\nb = {}.c }", { a: "${f(\n1,\n[2]\n)}", b: "${{}.c}" }],
    ['"%{ if x }\\u0041%{ endif }"', "%{if x}A%{endif}"],
    ['"\\u0024{x}${y}\\n"', "$${x}${y}\n"],
    ['"%%{x}\\n"', "%%{x}\n"],
    ["{ a = { b }, c = 1 }", { a: "${{ b }}", c: 1 }],
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
    "[for k in v : k]",
    "{ a 1 }",
    "{ a = 1",
    "{ 1a = 1 }",
    "{} {}",
    "[1] == [1]",
    "[,]",
    "x1",
    "/* open",
    "",
  ])("does not take %j for a literal", (source) => {
    expect(parseHclValue(source)).toBeUndefined();
  });

  test("reads what is nested as deep as any document, and no deeper", () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(parseHclValue(nested(33))).toEqual(JSON.parse(nested(33)));
    expect(parseHclValue(nested(34))).toBeUndefined();
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
