import { stackOf, workedOut } from "./worked-out";

const STACK = stackOf({
  variable: { v: { validation: { condition: '${contains(["1", "2"], var.v)}' } } },
});

describe("an operator", () => {
  test.each<[expression: string, value: unknown]>([
    ["1 == 1", true],
    ["1 == 2", false],
    ['1 == "1"', false],
    ["1 != 1", false],
    ["1 != 2", true],
    ["null == null", true],
    ['"a" != null', true],
    ["true && true", true],
    ["true && false", false],
    ["false && true", false],
    ["false && false", false],
    ["true || false", true],
    ["false || true", true],
    ["false || false", false],
    ['"true" && "false"', false],
    ['"false" || "true"', true],
    ["1 + 2", 3],
    ['"1" + "-2"', -1],
    ['"1.5" + 0.5', 2],
    ["3 - 2", 1],
    ["3 * 2", 6],
    ["6 / 2", 3],
    ["7 % 4", 3],
    ["1 < 1", false],
    ["1 < 2", true],
    ["1 <= 1", true],
    ["2 <= 1", false],
    ["1 > 1", false],
    ["2 > 1", true],
    ["1 >= 1", true],
    ["1 >= 2", false],
    ['"10" > "9"', true],
    ["!true", false],
    ['!"false"', true],
    ["-3", -3],
    ['-"12"', -12],
  ])("%s is %j", (expression, value) => {
    expect(workedOut(`\${${expression}}`)).toEqual([value]);
  });

  test.each<[expression: string, reason: string]>([
    ["[] == []", "lists and maps are compared only when Terraform runs"],
    ["1 != {}", "lists and maps are compared only when Terraform runs"],
    ["1 && true", "&& stands between what is no condition"],
    ['true || "yes"', "|| stands between what is no condition"],
    ["null && null", "&& stands between what is no condition"],
    ['1 + "a"', "+ stands between what is no number"],
    ['"x1" * 1', "* stands between what is no number"],
    ['"1x" - 1', "- stands between what is no number"],
    ['"1." < 1', "< stands between what is no number"],
    ["null > 1", "> stands between what is no number"],
    ["true + 1", "+ stands between what is no number"],
    ["1 / 2", "it is no whole number"],
    ["1 / 0", "it is no whole number"],
    ["9007199254740992 + 0", "it is no whole number"],
    ["!1", "! stands before what it cannot change"],
    ['!"no"', "! stands before what it cannot change"],
    ['-"a"', "- stands before what it cannot change"],
    ["-[]", "- stands before what it cannot change"],
    ["aws_x.y.z + 1", "aws_x.y.z has a value only when Terraform runs"],
    ["1 == aws_x.y.z", "aws_x.y.z has a value only when Terraform runs"],
    ["!aws_x.y.z", "aws_x.y.z has a value only when Terraform runs"],
  ])("%s is not worked out: %s", (expression, reason) => {
    expect(workedOut(`\${${expression}}`)).toBe(reason);
  });

  test("is worked out for every value that each side can have, each once", () => {
    expect(workedOut("${var.v + 1}", STACK)).toEqual([2, 3]);
    expect(workedOut("${var.v + var.v}", STACK)).toEqual([2, 3, 4]);
    expect(workedOut("${-var.v}", STACK)).toEqual([-1, -2]);
  });
});
