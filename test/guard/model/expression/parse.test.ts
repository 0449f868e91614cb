import { parseTemplateText } from "../../../../guard/model/expression/parse";
import { stackOf, workedOut } from "./worked-out";

const STACK = stackOf({
  locals: {
    a: "A",
    list: [
      { r: "x", n: [1, 2] },
      { r: "y", n: [3, 4] },
    ],
    map: { k: { "x y": "z" }, "0": "zero" },
    nothing: "${null}",
  },
});

/** How Terraform reads a template. */
describe("a template", () => {
  test.each<[template: string, value: unknown]>([
    // text
    ["", ""],
    ["a", "a"],
    ["$", "$"],
    ["%", "%"],
    ["$$", "$$"],
    ["$a%b", "$a%b"],
    ["{a}", "{a}"],
    ['a "quoted" \\n text', 'a "quoted" \\n text'],
    ["$${a}", "${a}"],
    ["%%{a}", "%{a}"],
    ["$$${a}", "$${a}"],
    ["a$${b}c${1}d", "a${b}c1d"],
    ["$%{ if true }a%{ endif }", "$a"],
    // interpolation
    ["${1}", 1],
    ["${true}", true],
    ["${false}", false],
    ["${null}", null],
    ["${1}${2}", "12"],
    ["a${1}", "a1"],
    ["${1}a", "1a"],
    ["${ 1 }", 1],
    ["${\n1\n}", 1],
    ["${\t1\r}", 1],
    ["${[1]}", [1]],
    // white space
    ["a ${~ 1 ~} b", "a1b"],
    ["a ${~ 1 } b", "a1 b"],
    ["a ${ 1 ~} b", "a 1b"],
    ["${~1}", 1],
    ["${1}${~2}", "12"],
    ["${1} ${~2}", "12"],
    ["a \n${~ 1 ~}\n\t b", "a1b"],
    // directives
    ["%{ if true }a%{ endif }", "a"],
    ["%{ if false }a%{ endif }", ""],
    ["%{ if false }a%{ else }b%{ endif }", "b"],
    ["x%{if true}a%{else}b%{endif}y", "xay"],
    ["x %{~ if true ~} a %{~ else ~} b %{~ endif ~} y", "xay"],
    ["%{ if true }%{ if false }a%{ else }b%{ endif }%{ endif }", "b"],
    ["%{ for v in [1, 2] }<${v}>%{ endfor }", "<1><2>"],
    ["%{ for k, v in {a = 1, b = 2} }${k}${v}%{ endfor }", "a1b2"],
    ["%{ for v in [] }x%{ endfor }", ""],
    ['${"%{ if true }a%{ endif }"}', "a"],
    ['${"%{ for v in [1, 2] }${v}%{ endfor }"}', "12"],
    // quoted templates
    ['${""}', ""],
    ['${"a${"b"}c"}', "abc"],
    ['${"a}b"}', "a}b"],
    ['${"$${a}"}', "${a}"],
    ['${"%%{a}"}', "%{a}"],
    ['${"$"}', "$"],
    ['${"\\n\\r\\t\\"\\\\"}', '\n\r\t"\\'],
    ['${"a\\nb"}', "a\nb"],
    ['${"\\u00e9\\U0001F600\\u00E9x"}', "é😀éx"],
    ['${"\\U0010ffff"}', "\u{10ffff}"],
    // comments
    ["${ # a\n 1 }", 1],
    ["${ // a\n 1 }", 1],
    ["${ /* a\n */ 1 /* b */ }", 1],
    ["${ [1, # a\n 2] }", [1, 2]],
  ])("%j is %j", (template, value) => {
    expect(workedOut(template)).toEqual([value]);
  });

  test.each([
    "${",
    "${}",
    "${1",
    "${1 2}",
    "${~}",
    "${1 ~ }",
    "%{ if true }a",
    "%{ if true }a%{ endfor }",
    "%{ if true }a%{ else }b",
    "%{ if true }a%{ else }b%{ else }c%{ endif }",
    "%{ if true }a%{ else }b%{ endfor }",
    "%{ iftrue }a%{ endif }",
    "%{ if }a%{ endif }",
    "%{ for v in [1] }a",
    "%{ for v in [1] }a%{ endif }",
    "%{ for v in [1] }a%{ else }b%{ endfor }",
    "%{ forv in [1] }a%{ endfor }",
    "%{ while true }a%{ endwhile }",
    "%{ endif }",
    "%{ else }",
    "%{ endfor }a",
    "a%{ endifx }",
    '${"a}',
    '${"a}"',
    '${"%{ if true }a"}',
    '${"%{ endif }"}',
    '${"%{ else }"}',
    '${"\\x"}',
    '${"\\',
    '${"\\u12"}',
    '${"\\u12g4"}',
    '${"\\U00110000"}',
    '${"\\U0010fff"}',
    "${ 1 /* a }",
    "${ 1 # a }",
  ])("%j is not understood", (template) => {
    expect(parseTemplateText(template)).toBeUndefined();
  });

  test("is named in short where it is long and not understood", () => {
    const [short, long] = [`\${${"a".repeat(116)} b`, `\${${"a".repeat(119)} b`];
    expect(short).toHaveLength(120);
    expect(workedOut(short)).toBe(`${short} has a value only when Terraform runs`);
    expect(workedOut(long)).toBe(`${long.slice(0, 120)}… has a value only when Terraform runs`);
  });
});

describe("an expression", () => {
  test.each<[expression: string, value: unknown]>([
    // operators, by how tightly they bind
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["7 - 2 - 1", 4],
    ["8 / 2 / 2", 2],
    ["7 % 4 * 2", 6],
    ["-2 + 3", 1],
    ["- 2", -2],
    ["--2", 2],
    ["!true", false],
    ["! false", true],
    ["!!true", true],
    ["1 + 1 == 2", true],
    ["1 < 2 == true", true],
    ["1 != 1 || true && false", false],
    ["true || false && false", true],
    ["false && false || true", true],
    ["false == true && true", false],
    ["1 <= 1", true],
    ["1 >= 2", false],
    ["1<2", true],
    ["2>1", true],
    ["1\n+\n2", 3],
    ["true ? 1 : 2", 1],
    ["false ? 1 : true ? 2 : 3", 2],
    ["true ? false ? 1 : 2 : 3", 2],
    ["1 == 2 ? 1 : 2", 2],
    ["true?1:2", 1],
    // literals
    ["1.5", 1.5],
    ["1e2", 100],
    ["1.5E-1", 0.15],
    ["2e+1", 20],
    ["truex", "truex has a value only when Terraform runs"],
    ["nulls.a", "nulls.a has a value only when Terraform runs"],
    ["a-b.c_d", "a-b.c_d has a value only when Terraform runs"],
    ["_a", "_a has a value only when Terraform runs"],
    // lists
    ["[]", []],
    ["[1, 2]", [1, 2]],
    ["[1, 2, ]", [1, 2]],
    ["[\n1,\n2,\n]", [1, 2]],
    ["[1\n+ 2]", [3]],
    ["[[1], []]", [[1], []]],
    // objects
    ["{}", {}],
    ["{a = 1, b = 2}", { a: 1, b: 2 }],
    ["{a = 1, b = 2, }", { a: 1, b: 2 }],
    ["{a : 1}", { a: 1 }],
    ["{\na = 1\nb = 2\n}", { a: 1, b: 2 }],
    ["{\na = 1 # one\nb = -2\n}", { a: 1, b: -2 }],
    ["{\na = (1\n+ 2)\nb = [1\n+ 2]\n}", { a: 3, b: [3] }],
    ["{\na = max(1\n, 2)\nb = {\nc = 1\n}\nd = 2\n}", { a: 2, b: { c: 1 }, d: 2 }],
    [
      "{\na = [for v in [1]\n: v]\nb = {for v in [1]\n: v => v}\nc = 3\n}",
      { a: [1], b: { 1: 1 }, c: 3 },
    ],
    ["({\na = 1\n}.a\n+ 1)", 2],
    ['{"a b" = 1}', { "a b": 1 }],
    ['{"${local.a}" = 1}', { A: 1 }],
    ["{(local.a) = 1}", { A: 1 }],
    ["{1 = 2}", { 1: 2 }],
    ["{for = 1}", "${{for = 1}} has a value only when Terraform runs"],
    ["{forx = 1}", { forx: 1 }],
    ["{a = 1, a = 2}", { a: 2 }],
    // attributes and indices
    ["local.map.k", { "x y": "z" }],
    ['local.map.k["x y"]', "z"],
    ['local["map"]["k"]["x y"]', "z"],
    ["local.list[0].r", "x"],
    ["local.list.1.r", "y"],
    ['local.list["1"].r', "y"],
    ["local.list[ 1 - 1 ].r", "x"],
    ["local.list[\n0\n].r", "x"],
    ["local.map[0]", "zero"],
    ["local.map.0", "zero"],
    ["[1, 2][1]", 2],
    ["{a = 1}.a", 1],
    ["(local.list)[0].r", "x"],
    // splats
    ["local.list[*].r", ["x", "y"]],
    ["local.list.*.r", ["x", "y"]],
    ["local.list[*].n[1]", [2, 4]],
    ["local.list.*.n[1]", [3, 4]],
    ["local.list.*.r[1]", "y"],
    [
      "local.list[*]",
      [
        { r: "x", n: [1, 2] },
        { r: "y", n: [3, 4] },
      ],
    ],
    [
      "local.list.*",
      [
        { r: "x", n: [1, 2] },
        { r: "y", n: [3, 4] },
      ],
    ],
    ["local.list.*.n.0", [1, 2]],
    ["local.a[*]", ["A"]],
    ["local.nothing[*]", []],
    [
      "local.list[*].n[*]",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    // calls
    ["max(1, 2)", 2],
    ["max(1, 2, )", 2],
    ["max(\n1,\n2\n)", 2],
    ["max( [1, 2] ... )", 2],
    ["max([1, 2]...,)", 2],
    // comprehensions
    ["[for v in [1, 2] : v * 2]", [2, 4]],
    ["[for v in [1, 2] : v if v > 1]", [2]],
    ["[for i, v in [5, 6] : i]", [0, 1]],
    ['[for k, v in {b = 1, a = 2} : "${k}${v}"]', ["a2", "b1"]],
    ["[for v in {b = 1, a = 2} : v]", [2, 1]],
    ['{for v in ["a"] : v => upper(v)}', { a: "A" }],
    ['{for k, v in {a = 1, b = 2} : k => v if k != "a"}', { b: 2 }],
    ["{for i, v in [1, 2] : v => i}", { 1: 0, 2: 1 }],
    ["[\nfor v in [1]\n:\nv\n]", [1]],
    ["{\nfor v in [1]\n:\nv\n=>\nv\n}", { 1: 1 }],
    ["[for v in [for w in [1] : w + 1] : v + 1]", [3]],
    ["[for a in [1] : [for b in [2] : a + b]]", [[3]]],
    ["[for v in [1, 2] : v if true]", [1, 2]],
    ["[for v in [1, 2] : v if null == 1]", []],
    ["[forx]", ["<forx has a value only when Terraform runs>"]],
  ])("%s is %j", (expression, value) => {
    expect(workedOut(`\${${expression}}`, STACK)).toEqual(
      typeof value === "string" && value.endsWith("only when Terraform runs") ? value : [value],
    );
  });

  test.each([
    "1 +",
    "+ 1",
    "1 & 2",
    "!",
    "true ? 1",
    "true ? 1 :",
    "true ? : 2",
    "(1",
    "()",
    "[1",
    "[1 2]",
    "[,]",
    "{a}",
    "{a = }",
    "{a = 1",
    "{= 1}",
    "{a => 1}",
    "a.",
    "a.-",
    "a..b",
    "a[",
    "a[]",
    "a[1",
    "max(1",
    "max(1 2)",
    "max(,)",
    "1a",
    "é",
    "a b",
    "[for]",
    "[for v]",
    "[for v in]",
    "[for v in [1]]",
    "[for v in [1] v]",
    "[for v inx : v]",
    "[for v, in [1] : v]",
    "[for 1 in [1] : v]",
    "[for v in [1] : v",
    "[for v in [1] : v if]",
    "{for v in [1] : v}",
    "{for v in [1] : v => }",
    "{for v in [1] : v => v",
    "[for v in [1] : v => v]",
    "{\na = 1\n+ 2\n}",
    "1 ... ",
    "a.b...",
  ])("%s is not understood", (expression) => {
    expect(parseTemplateText(`\${${expression}}`)).toBeUndefined();
  });

  test.each<[what: string, expression: (levels: number) => string, most: number]>([
    // The template and the expression are a level each.
    ["brackets", (levels) => `${"[".repeat(levels)}${"]".repeat(levels)}`, 47],
    ["parentheses", (levels) => `${"(".repeat(levels)}1${")".repeat(levels)}`, 46],
    ["signs", (levels) => `${"!".repeat(levels)}true`, 46],
    ["operators", (levels) => `1${" + 1".repeat(levels)}`, 257],
    ["attributes", (levels) => `a${".b".repeat(levels)}`, 256],
  ])("may have so many %s, and no more", (_what, expression, most) => {
    expect(parseTemplateText(`\${${expression(most)}}`)).toBeDefined();
    expect(parseTemplateText(`\${${expression(most + 1)}}`)).toBeUndefined();
  });

  test("may have as many brackets after others, which are closed", () => {
    expect(workedOut(`\${[${"[1], ".repeat(100)}][99]}`)).toEqual([[1]]);
    expect(workedOut(`\${[${"-1, ".repeat(100)}][99]}`)).toEqual([-1]);
  });

  test("is read the same again", () => {
    const texts = ["${1 + 1}", "${", `\${"${"a".repeat(600)}"}`];
    const once = texts.map(parseTemplateText);
    for (let other = 0; other < 1_100; other += 1) {
      parseTemplateText(`\${${other}}`);
    }
    expect(texts.map(parseTemplateText)).toEqual(once);
    expect(once.map((node) => node?.kind)).toEqual(["binary", undefined, "literal"]);
  });
});
