import type { Json } from "../../../guard/json/json";
import type { Block } from "../../../guard/model/block";
import {
  blockOf,
  blocksIn,
  resolverOf,
  resolveValue,
  show,
  stringsOf,
} from "../../../guard/statements/resolve";
import { stackOf, stackWithLocals } from "./oci-findings";

const LISTS = {
  first: ["a", "b"],
  by: { name: ["c"], "a.b": ["d"], "": ["e"] },
  rows: [{ list: ["f"] }, { list: ["g"] }],
  digits: { "0": ["h"] },
  twelve: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
  text: "plain",
  other: "${local.first}",
  circle: "${local.round}",
  round: "${local.circle}",
};

describe("resolveValue", () => {
  const stack = stackWithLocals(LISTS);

  test.each<[string, Json]>([
    ["${local.first}", ["a", "b"]],
    ["${ local.first }", ["a", "b"]],
    ["${local.other}", ["a", "b"]],
    ["${local.text}", "plain"],
    ["${local.first[1]}", "b"],
    ["${local.first.0}", "a"],
    ["${local.twelve[11]}", "11"],
    ["${local.by.name}", ["c"]],
    ['${local.by["name"]}', ["c"]],
    ['${local.by["a.b"]}', ["d"]],
    ['${local.by[""]}', ["e"]],
    ["${local.rows[1].list}", ["g"]],
    ['${local.rows[0]["list"][0]}', "f"],
    ['${["x", "y"]}', ["x", "y"]],
    ["plain", "plain"],
  ])("of %s is %j", (value, expected) => {
    expect(resolveValue(value, stack)).toEqual(expected);
  });

  test.each([
    "${local.missing}",
    "${local.by.missing}",
    "${local.first[7]}",
    '${local.first["0"]}',
    "${local.first.x}",
    "${local.first.1x}",
    "${local.first.x1}",
    "${local.digits[0]}",
    "${local.rows[*].list}",
    "${local.text.name}",
    "${local.text[0]}",
    "${var.first}",
    "${local.first} and more",
  ])("leaves %s as it is", (value) => {
    expect(resolveValue(value, stack)).toBe(value);
  });

  test("leaves a value that is no string as it is", () => {
    expect(resolveValue(["${local.first}"], stack)).toEqual(["${local.first}"]);
    expect(resolveValue(null, stack)).toBeNull();
  });

  test("gives up on local values that refer to one another in a circle", () => {
    expect(["${local.circle}", "${local.round}"]).toContain(resolveValue("${local.circle}", stack));
  });

  const chain = (length: number) =>
    stackWithLocals({
      ...Object.fromEntries(Array.from({ length }, (_, at) => [`l${at}`, `\${local.l${at + 1}}`])),
      [`l${length}`]: "end",
    });

  test("follows a chain of sixteen, and no longer one", () => {
    expect(resolveValue("${local.l0}", chain(15))).toBe("end");
    expect(resolveValue("${local.l0}", chain(17))).toBe("${local.l16}");
  });
});

describe("resolverOf", () => {
  const stack = stackOf({
    locals: { name: "here" },
    variable: {
      one: { validation: { condition: '${contains(["a", "b"], var.one)}', error_message: "no" } },
      free: {},
    },
    resource: { oci_identity_group: { g: { name: "Storage" } } },
  });

  test.each([
    ["local.name", ["here"]],
    ["var.one", ["a", "b"]],
    ['"text"', ["text"]],
    ["var.free", undefined],
    ["oci_identity_group.g.id", undefined],
    ["local.gone", undefined],
  ])("knows of %s the values %j", (expression, values) => {
    expect(resolverOf(stack)(expression)).toEqual(values);
  });

  test("is another one for another stack", () => {
    const other = stackWithLocals({ name: "there" });
    expect(resolverOf(other)("local.name")).toEqual(["there"]);
    expect(resolverOf(stack)("local.name")).toEqual(["here"]);
  });
});

describe("blockOf", () => {
  const stack = stackOf({
    resource: { oci_kms_key: { k: {}, "my-key": {} } },
    data: { oci_kms_keys: { d: {} } },
    variable: { v: {} },
    locals: { l: "x" },
    module: { m: { source: "./m" } },
  });

  test.each([
    ["oci_kms_key.k.id", "oci_kms_key.k"],
    ["oci_kms_key.my-key.id", "oci_kms_key.my-key"],
    ["oci_kms_key.k[0].id", "oci_kms_key.k"],
    ["data.oci_kms_keys.d.keys[0].id", "data.oci_kms_keys.d"],
  ])("of %s is %s", (expression, address) => {
    expect(blockOf(expression, stack)?.address).toBe(address);
  });

  test.each(["oci_kms_key.gone.id", "var.v", "local.l", "module.m.id", "upper(var.v)", '"text"'])(
    "of %s is none",
    (expression) => {
      expect(blockOf(expression, stack)).toBeUndefined();
    },
  );
});

describe("stringsOf", () => {
  const AT = "/resource/oci_identity_policy/p/statements";

  function strings(statements: Json | undefined) {
    const stack = stackOf({
      locals: { list: ["a", "b"], text: "c", nested: "${local.text}" },
      variable: {
        one: { validation: { condition: '${contains(["d", "e"], var.one)}', error_message: "no" } },
      },
      resource: { oci_identity_policy: { p: { statements } } },
    });
    return stringsOf(stack.byAddress.get("oci_identity_policy.p") as Block, "statements", stack);
  }

  test.each([[undefined], [null], [[]]])("of %j is empty", (statements) => {
    expect(strings(statements)).toEqual([]);
  });

  test("points at each string of a list", () => {
    expect(strings(["x", "y"])).toEqual([
      { pointer: `${AT}/0`, text: "x", value: "x" },
      { pointer: `${AT}/1`, text: "y", value: "y" },
    ]);
  });

  test("points at the expression that gives a list", () => {
    expect(strings("${local.list}")).toEqual([
      { pointer: AT, text: "a", value: "a" },
      { pointer: AT, text: "b", value: "b" },
    ]);
  });

  test.each<[Json, string | undefined, string]>([
    ["${local.text}", "c", "${local.text}"],
    ["${local.nested}", "c", "${local.nested}"],
    ["x ${var.free}", "x ${var.free}", "x ${var.free}"],
    ["${var.one}", "${var.one}", "${var.one}"],
    ["${var.free}", undefined, "${var.free}"],
    ["${var.free}${var.free}", "${var.free}${var.free}", "${var.free}${var.free}"],
    ["$${literal}", "$${literal}", "$${literal}"],
    [7, undefined, "7"],
    [null, undefined, "null"],
    [["x"], undefined, '["x"]'],
  ])("of the item %j has the text %j and shows %j", (item, text, value) => {
    expect(strings([item])).toEqual([{ pointer: `${AT}/0`, text, value }]);
  });

  test.each<[Json, string]>([
    ["${var.free}", "${var.free}"],
    ["one statement", "one statement"],
    [{ a: 1 }, '{"a":1}'],
    [true, "true"],
  ])("of %j is one that is not in the file", (statements, value) => {
    expect(strings(statements)).toEqual([{ pointer: AT, text: undefined, value }]);
  });
});

describe("show", () => {
  test.each<[Json | undefined, string]>([
    ["text", "text"],
    [undefined, ""],
    [null, "null"],
    [["a", 1], '["a",1]'],
  ])("of %j is %s", (value, expected) => {
    expect(show(value)).toBe(expected);
  });
});

describe("blocksIn", () => {
  test.each<[Json | undefined, readonly { value: Json; pointer: string }[]]>([
    [
      [{ a: 1 }, "${x}"],
      [
        { value: { a: 1 }, pointer: "/p/0" },
        { value: "${x}", pointer: "/p/1" },
      ],
    ],
    [{ a: 1 }, [{ value: { a: 1 }, pointer: "/p" }]],
    ["${x}", [{ value: "${x}", pointer: "/p" }]],
    [[], []],
    [7, []],
    [null, []],
    [undefined, []],
  ])("of %j are %j", (value, expected) => {
    expect(blocksIn(value, "/p")).toEqual(expected);
  });
});
