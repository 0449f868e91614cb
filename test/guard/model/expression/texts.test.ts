import { textsIn } from "../../../../guard/model/expression/texts";
import { stackOf } from "./worked-out";

const STACK = stackOf({
  locals: { city: "milan", parts: ["eu", "west"], open: ["a", "${aws_x.y.z}"], n: 1 },
  variable: {
    city: { default: "paris" },
    number: { default: 1 },
    place: { default: { area: "eu", numbers: [1] } },
    nothing: { default: null },
    list: { default: ["a"] },
    bare: {},
    v: { validation: { condition: '${contains(["a", "b"], var.v)}' } },
    both: {
      default: "a",
      validation: { condition: '${contains(["a", "b"], var.both)}' },
    },
  },
});

describe("the texts that a template puts together", () => {
  test.each<[what: string, template: string, texts: readonly string[]]>([
    ["a known text", "eu-${local.city}-1", ["eu-milan-1"]],
    ["each of several", "x-${var.v}", ["x-a", "x-b"]],
    ["a known list, each item by itself", '${["a", local.city, 1, true, null]}', ["a", "milan"]],
    ["a known map", '${{a = "b", c = ["d"]}}', ["b", "d"]],
    ["the default of a variable", "eu-${var.city}-1", ["eu-paris-1"]],
    ["a default that is a number", "eu-west-${var.number}", ["eu-west-1"]],
    ["a part of a default", "${var.place.area}-west-${var.place.numbers[0]}", ["eu-west-1"]],
    ["a default in a function", '${join("-", [var.city, "x"])}', ["paris-x", "x"]],
    ["defaults in a list of a function", '${format("%s-%s", var.city, var.number)}', ["paris-1"]],
    ["a default beside what is not known", "${var.city}-${aws_x.y.z}", ["paris- "]],
    ["known parts beside what is not", "eu-${local.city}-${aws_x.y.z}-1", ["eu-milan- -1"]],
    ["a number beside what is not known", "${aws_x.y.z}-${local.n}", [" -1"]],
    ["one of several, by its default", "${var.both}-${aws_x.y.z}", ["a- "]],
    [
      "one of several without a default, as not known",
      "${var.v}-${local.n}-${aws_x.y.z}",
      [" -1- "],
    ],
    ["an argument of a function", '${f(join("-", local.parts))}', ["eu-west"]],
    ["a part of a template in a function", '${f("a-${local.city}")}', ["a-milan"]],
    [
      "what a function is given beside what is not known",
      '${join("-", [lower("A"), aws_x.y.z])}',
      ["a"],
    ],
    ["the known items of a list", '${[lower("A"), aws_x.y.z]}', ["a"]],
    ["the known values of a map", '${{k = lower("A"), l = aws_x.y.z}}', ["a"]],
    ["a key that is not known", '${{"${lower("K")}-${aws_x.y.z}" = 1}}', ["k- ", "k"]],
    ["both arms of a condition", '${aws_x.y.z ? lower("A") : f(lower("B"))}', ["a", "b"]],
    ["each side of an operator", '${upper("a") == f(lower("B"))}', ["A", "b"]],
    ["what an index is taken of", '${f([lower("A")])[0]}', ["a"]],
    ["what a splat goes through", '${f(lower("A"))[*]}', ["a"]],
    ["what a comprehension goes through", '${[for v in f([lower("A")]) : v]}', ["a"]],
    ["what a sign stands before", '${!f(lower("A"))}', ["a"]],
  ])("are of %s: %s", (_what, template, texts) => {
    expect([...textsIn(template, { stack: STACK, block: undefined })]).toEqual(texts);
  });

  test.each<[what: string, template: string]>([
    ["a literal", "eu-west-1"],
    ["a reference alone", "${local.city}"],
    ["a variable alone", "${var.city}"],
    ["what is not known", "a-${aws_x.y.z}"],
    ["a variable without a default", "a-${var.bare}"],
    ["a default that is null", "a-${var.nothing}"],
    ["a default that is a list", "a-${var.list}"],
    ["a variable that is not declared", "a-${var.none}"],
    ["a local value of the name of a variable", "a-${local.number}"],
    ["a number", "${1 + 1}"],
    ["null", "${null}"],
    ["a text that is not understood", "${"],
    [
      "a value that grows without end",
      `\${${"[for v in range(99) : ".repeat(4)}1${"]".repeat(4)}}`,
    ],
  ])("are none of %s", (_what, template) => {
    expect([...textsIn(template, { stack: STACK, block: undefined })]).toEqual([]);
  });

  test("are 1,024 at most", () => {
    const list = '${[for n in range(2000) : "t${n}"]}';
    expect(textsIn(list, { stack: STACK, block: undefined }).size).toBe(1024);
  });
});
