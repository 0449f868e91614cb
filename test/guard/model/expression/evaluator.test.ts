import type { Json } from "../../../../guard/json/json";
import { stackOf, workedOut } from "./worked-out";

const STACK = stackOf({
  locals: {
    list: ["a", "${aws_x.y.z}"],
    map: { a: 1, b: "${aws_x.y.z}" },
    text: "t",
    bucket: "b",
  },
  variable: {
    v: { validation: { condition: '${contains(["a", "b"], var.v)}' } },
    free: {},
    // 256 and 257 values, which is one too many.
    most: { validation: { condition: "${contains(range(256), var.most)}" } },
    more: { validation: { condition: "${contains(range(257), var.more)}" } },
    some: { validation: { condition: "${contains(range(16), var.some)}" } },
    others: { validation: { condition: "${contains(range(17), var.others)}" } },
  },
});
const OPEN = "aws_x.y.z has a value only when Terraform runs";

describe("JSON with templates", () => {
  test.each<[json: Json, value: unknown]>([
    [null, null],
    [true, true],
    [1, 1],
    ["a", "a"],
    ["${local.text}", "t"],
    [
      [1, "${local.text}", null],
      [1, "t", null],
    ],
    [
      { "${local.text}": ["${local.text}"], a: { b: null } },
      { t: ["t"], a: { b: null } },
    ],
    [{ a: "${aws_x.y.z}" }, { a: `<${OPEN}>` }],
    [{ "${1}": 2 }, { 1: 2 }],
  ])("%j is %j", (json, value) => {
    expect(workedOut(json, STACK)).toEqual([value]);
  });

  test.each<[json: Json, reason: string]>([
    [{ "${aws_x.y.z}": 1 }, OPEN],
    [{ "${[]}": 1 }, "a key of it is no text"],
    [{ "${null}": 1 }, "a key of it is no text"],
  ])("%j is not known: %s", (json, reason) => {
    expect(workedOut(json, STACK)).toBe(reason);
  });
});

describe("an expression", () => {
  test.each<[expression: string, values: readonly unknown[]]>([
    ['var.v == "a" ? 1 : 2', [1, 2]],
    ['"true" ? 1 : 2', [1]],
    ['"false" ? 1 : 2', [2]],
    ["var.free ? 1 : 2", [1, 2]],
    ["aws_x.y.z ? 1 : 1", [1]],
    ["true ? 1 : aws_x.y.z", [1]],
    ["false ? aws_x.y.z : 2", [2]],
    ["[var.v]", [[{ oneOf: ["a", "b"] }]]],
    ['{"${var.v}" = 1}', [{ a: 1 }, { b: 1 }]],
    ["{a = 1, b = 2}[var.v]", [1, 2]],
    ['[1, 2][var.v == "a" ? 0 : 1]', [1, 2]],
    ["local.map.a", [1]],
    ["local.list[0]", ["a"]],
    ["[for v in local.list : 1]", [[1, 1]]],
    ["[for v in local.list : v]", [["a", `<${OPEN}>`]]],
    ["[for local in [1] : local]", [[1]]],
    ["[for x in [{y = 2}] : x.y]", [[2]]],
    ["[for x in [1, 2] : x if x == 2 || false]", [[2]]],
    ['[for x in [1] : x if "true"]', [[]]],
    ['[for x in (var.v == "a" ? [1] : [2]) : x]', [[1], [2]]],
    ['[for a, b in {"é" = 1, z = 2, Z = 3} : a]', [["Z", "z", "é"]]],
    ["local.list[*]", [["a", `<${OPEN}>`]]],
    ["[for x in [[1, 2]] : x[*]]", [[[1, 2]]]],
    ['try("a", aws_x.y.z)', ["a"]],
    ["try(local.map.a, aws_x.y.z)", [1]],
    ['try(local["list"][0], aws_x.y.z)', ["a"]],
    // Terraform refuses the first, and takes the second.
    ['try(lower("a", 1), "b")', ["a", "b"]],
    ['try({for x in ["a", "b"] : "k" => x}.k, "c")', ["b", "c"]],
    ['try(slice(["a"], 0, 2)[0], "b")', ["a", "b"]],
    ['try(local.list[max(0)], "b", "c")', ["a", "b", "c"]],
    ['try(lower("a"))', ["a"]],
    ["var.most == 300", [false]],
    ["var.some + var.some", Array.from({ length: 31 }, (_, index) => index)],
  ])("%s can be %j", (expression, values) => {
    expect(workedOut(`\${${expression}}`, STACK)).toEqual(values);
  });

  test.each<[expression: string, reason: string]>([
    ["aws_x.y.z", OPEN],
    ["aws_x.y[0].z", "aws_x.y[…].z has a value only when Terraform runs"],
    ["aws_x", "aws_x has a value only when Terraform runs"],
    ['1 == 1 ? aws_x.y.z : "a"', OPEN],
    ["var.free ? 1 : aws_x.y.z", OPEN],
    ["1 ? 2 : 3", "its condition is neither true nor false"],
    ["null ? 2 : 3", "its condition is neither true nor false"],
    ["{(aws_x.y.z) = 1}", OPEN],
    ["{(null) = 1}", "a key of it is no text"],
    ["[1][1]", "it holds no 1"],
    ['[1]["a"]', "it holds no a"],
    ['[1]["-0"]', "it holds no -0"],
    ['[1]["0x"]', "it holds no 0x"],
    ['[1]["x0"]', "it holds no x0"],
    ["[1][-1]", "it holds no -1"],
    // Which JavaScript has of every list.
    ["[1].length", "it holds no length"],
    ['[1]["join"]', "it holds no join"],
    ["[1].constructor", "it holds no constructor"],
    ["{a = 1}.b", "it holds no b"],
    ["{a = 1}[[]]", "it holds no such item"],
    ["{a = 1}[null]", "it holds no such item"],
    ["local.text.a", "it holds no a"],
    ["local.text[0]", "it holds no 0"],
    ["local.list[1]", OPEN],
    ["local.list[aws_x.y.z]", OPEN],
    ["[for v in aws_x.y.z : v]", OPEN],
    ['[for v in "a" : v]', "what it goes through has a value only when Terraform runs"],
    ["[for v in [1] : v if aws_x.y.z]", "which items it keeps is known only when Terraform runs"],
    [
      '[for v in ["a"] : v if var.v == v]',
      "which items it keeps is known only when Terraform runs",
    ],
    ["{for v in [1] : v => v...}", "it groups values"],
    ["{for v in [null] : v => 1}", "a key of it is no text"],
    ["{for v in [1] : aws_x.y.z => v}", OPEN],
    ["aws_x.y.z[*]", OPEN],
    ["aws_x.y[*].z", "aws_x.y has a value only when Terraform runs"],
    ['"a${null}"', "a part of it is no text"],
    ['"a${[]}"', "a part of it is no text"],
    ['"a${aws_x.y.z}"', OPEN],
    ["try(aws_x.y.z, 1)", OPEN],
    ['try(lower("a"), aws_x.y.z)', OPEN],
    ["try(local.map.c, 1)", "it holds no c"],
    ['try(lower("a"), ["b"]...)', "the function ... has a value only when Terraform runs"],
    ["try()", "the function try has a value only when Terraform runs"],
    ['can("a")', "the function can has a value only when Terraform runs"],
    ["var.more == 1", "it has more than 256 possible values"],
    ["var.some + var.others", "it has more than 256 possible values"],
    [
      "true ? var.free : 1",
      "var.free can be set to anything when Terraform runs: it has no validation that lists its values",
    ],
  ])("%s is not known: %s", (expression, reason) => {
    expect(workedOut(`\${${expression}}`, STACK)).toBe(reason);
  });

  test("may make a text of 65,536 characters, and no longer one", () => {
    const stack = stackOf({
      locals: { a: "a".repeat(32_768), rest: "${local.a}${local.a}" },
    });
    const [text] = workedOut("${local.rest}", stack) as [string];
    expect(text).toHaveLength(65_536);
    expect(workedOut("${local.rest}-", stack)).toBe("it is too long");
    expect(workedOut('${replace(local.rest, "a", "bb")}', stack)).toBe(
      "replace is called with what has a value only when Terraform runs",
    );
    expect(workedOut('${format("%s!", local.rest)}', stack)).toBe(
      "format is called with what has a value only when Terraform runs",
    );
    expect(workedOut("${base64encode(local.rest)}", stack)).toBe(
      "base64encode makes more than 65536 characters",
    );
  });

  test("may go through 4,096 items, and no more", () => {
    const stack = (length: number) =>
      stackOf({ locals: { all: Array.from({ length }, (_, index) => index) } });
    expect(workedOut("${[for v in local.all : v][4095]}", stack(4096))).toEqual([4095]);
    expect(workedOut("${[for v in local.all : v][0]}", stack(4097))).toBe(
      "what it goes through has a value only when Terraform runs",
    );
    expect(workedOut("${flatten([local.all])[4095]}", stack(4096))).toEqual([4095]);
    expect(workedOut("${flatten([local.all])[0]}", stack(4097))).toBe(
      "flatten is called with what has a value only when Terraform runs",
    );
    const commas = (count: number) => `\${length(split(",", "${",".repeat(count)}"))}`;
    expect(workedOut(commas(4095))).toEqual([4096]);
    expect(workedOut(commas(4096))).toBe(
      "split is called with what has a value only when Terraform runs",
    );
  });

  test("that takes too many steps is not known, and the next one is worked out all the same", () => {
    const list = (depth: number): string =>
      depth === 0 ? "1" : `[for v in range(40) : ${list(depth - 1)}]`;
    expect(workedOut(`\${length(jsonencode(${list(4)}))}`)).toBe("it is too complex to work out");
    expect(workedOut(`\${jsonencode(${list(1)}) != ""}`)).toEqual([true]);
  });

  test("that matches regular expressions takes as many steps as these can take", () => {
    const stack = stackOf({ locals: { long: "z".repeat(2000) } });
    const replaced = (count: number) =>
      `\${length(jsonencode([${'replace(local.long, "/x*y/", ""), '.repeat(count)}])) > 0}`;
    expect(workedOut(replaced(2), stack)).toEqual([true]);
    expect(workedOut(replaced(60), stack)).toBe("it is too complex to work out");
  });
});
