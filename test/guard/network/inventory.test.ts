import type { Json } from "../../../guard/json/json";
import { Inventory, type Located } from "../../../guard/network/inventory";
import { Jurisdiction } from "../../../jurisdiction";
import { stacksOf } from "./stacks";

const ofFiles = (files: Readonly<Record<string, object>>) =>
  new Inventory(stacksOf(files), Jurisdiction.US, (type) => type.startsWith("aws_"));

const of = (resource: object, more: object = {}) =>
  ofFiles({ "net/main.tf.json": { resource, ...more } });

const addresses = (found: readonly Located[]) => found.map(({ block }) => block.address);

/** The one block of the type `aws_vpc`. */
function only(inventory: Inventory): Located {
  const [located] = inventory.of("aws_vpc");
  if (located === undefined) {
    throw new Error("no aws_vpc");
  }
  return located;
}

describe("an inventory", () => {
  const inventory = of(
    { aws_vpc: { a: {}, b: {} }, aws_subnet: { s: {} }, oci_core_vcn: { v: {} } },
    { data: { aws_vpc: { found: {} } } },
  );

  test("holds the resources of the types that are wanted, and no data sources", () => {
    expect(addresses(inventory.of("aws_vpc"))).toEqual(["aws_vpc.a", "aws_vpc.b"]);
    expect(addresses(inventory.of("aws_subnet", "aws_vpc"))).toEqual([
      "aws_subnet.s",
      "aws_vpc.a",
      "aws_vpc.b",
    ]);
    expect(inventory.of("oci_core_vcn")).toEqual([]);
    expect(inventory.of("oci_core_vcn", "aws_none")).toEqual([]);
    expect(inventory.of()).toEqual([]);
  });

  test.each<[string, object, boolean]>([
    ["of nothing", {}, true],
    ["of types that are not wanted", { oci_core_vcn: { v: {} } }, true],
    ["of what is never made", { aws_vpc: { v: { count: 0 } } }, true],
    ["of what is wanted", { aws_vpc: { v: {} } }, false],
  ])("%s is empty: %s", (_what, resource, isEmpty) => {
    expect(of(resource).isEmpty).toBe(isEmpty);
  });
});

describe("a block", () => {
  const variable = { on: {}, many: { validation: { condition: "${contains([0, 2], var.many)}" } } };
  const isMade = (arguments_: object) =>
    of({ aws_vpc: { v: arguments_ } }, { variable }).of("aws_vpc").length > 0;

  test.each([
    [{ count: 0 }],
    [{ count: "0" }],
    [{ count: "${1 - 1}" }],
    [{ for_each: [] }],
    [{ for_each: {} }],
  ])("is never made with %j", (more) => {
    expect(isMade(more)).toBe(false);
  });

  test.each([
    [{}],
    [{ count: 1 }],
    [{ count: "1" }],
    [{ count: "${var.on ? 1 : 0}" }],
    [{ count: "${var.many}" }],
    [{ count: "${var.on}" }],
    [{ for_each: ["a"] }],
    [{ for_each: { a: 1 } }],
    [{ for_each: "" }],
    [{ for_each: "${var.on}" }],
  ])("may be made with %j", (more) => {
    expect(isMade(more)).toBe(true);
  });
});

describe("a flag", () => {
  const inventory = of({ aws_vpc: { v: {} } }, { variable: { on: {} } });

  test.each<[unknown, unknown]>([
    [undefined, undefined],
    [null, undefined],
    [true, true],
    ["true", true],
    [1, true],
    ["1", true],
    ["${!false}", true],
    ['${var.on ? "1" : "true"}', true],
    [false, false],
    ["false", false],
    [0, false],
    ["0", false],
    ['${var.on ? "0" : "false"}', false],
    ["${var.on ? true : false}", "unknown"],
    ["${var.on}", "unknown"],
    ["yes", "unknown"],
    ["", "unknown"],
    [2, "unknown"],
    [[], "unknown"],
    [{}, "unknown"],
  ])("that is set to %j is %s", (value, expected) => {
    expect(inventory.flagOf(value as Json | undefined, only(inventory))).toBe(expected);
  });
});

describe("the texts of a value", () => {
  const inventory = of({ aws_vpc: { v: {} } }, { locals: { a: "b" }, variable: { on: {} } });

  test.each<[unknown, readonly string[] | undefined]>([
    [undefined, undefined],
    [null, undefined],
    [5, ["5"]],
    [false, ["false"]],
    ["a", ["a"]],
    ["", [""]],
    ["x${local.a}", ["xb"]],
    ['${var.on ? "a" : local.a}', ["a", "b"]],
    ["${var.on}", undefined],
    [["a"], undefined],
    [{ a: "b" }, undefined],
  ])("%j are %j", (value, expected) => {
    expect(inventory.texts(value as Json | undefined, only(inventory))).toEqual(expected);
  });
});

describe("nested blocks", () => {
  const nested = (body: object) => {
    const inventory = of({ aws_vpc: { v: body } });
    const { blocks, isWhole } = inventory.nested(only(inventory), "rule");
    return { isWhole, blocks: blocks.map(({ value, pointer }) => [pointer, value]) };
  };
  const AT = "/resource/aws_vpc/v";

  test.each<[object, boolean, ...[string, object][]]>([
    [{}, true],
    [{ other: { a: 1 } }, true],
    [{ rule: null }, true],
    [{ rule: [] }, true],
    [{ rule: { a: 1 } }, true, [`${AT}/rule`, { a: 1 }]],
    [
      { rule: [{ a: 1 }, null, [{ a: 2 }]] },
      true,
      [`${AT}/rule/0`, { a: 1 }],
      [`${AT}/rule/2/0`, { a: 2 }],
    ],
    [{ rule: "${var.rules}" }, false],
    [{ rule: 7 }, false],
    [{ rule: [{ a: 1 }, "x"] }, false, [`${AT}/rule/0`, { a: 1 }]],
    [{ rule: ["x", { a: 1 }] }, false, [`${AT}/rule/1`, { a: 1 }]],
    // Lists in lists are read so far and no farther.
    [{ rule: [[[[[{ a: 1 }]]]]] }, true, [`${AT}/rule/0/0/0/0/0`, { a: 1 }]],
    [{ rule: [[[[[[{ a: 1 }]]]]]] }, false],
    // dynamic blocks
    [{ dynamic: { rule: { content: { a: 1 } } } }, true, [`${AT}/dynamic/rule/content`, { a: 1 }]],
    [
      {
        rule: { a: 0 },
        dynamic: [{ rule: [{ content: { a: 1 } }, 7] }, { rule: { content: { a: 2 } } }],
      },
      true,
      [`${AT}/rule`, { a: 0 }],
      [`${AT}/dynamic/0/rule/0/content`, { a: 1 }],
      [`${AT}/dynamic/1/rule/content`, { a: 2 }],
    ],
    [{ dynamic: { other: { content: { a: 1 } } } }, true],
    [{ dynamic: { rule: { content: "${x.y}" } } }, false],
    [
      { dynamic: [{ rule: { content: "x" } }, { rule: { content: {} } }] },
      false,
      [`${AT}/dynamic/1/rule/content`, {}],
    ],
    [{ rule: "x", dynamic: { rule: { content: {} } } }, false, [`${AT}/dynamic/rule/content`, {}]],
    [{ dynamic: "x" }, true],
  ])("of %j are whole: %s", (body, isWhole, ...blocks) => {
    expect(nested(body)).toEqual({ isWhole, blocks });
  });
});

describe("an override file", () => {
  const inventory = (base: object, ...overrides: readonly object[]) =>
    ofFiles({
      "net/main.tf.json": { resource: { aws_vpc: { v: base } } },
      ...Object.fromEntries(
        overrides.map((body, at) => [
          `net/${at}_override.tf.json`,
          { resource: { aws_vpc: { v: body } } },
        ]),
      ),
    });

  test("sets arguments of the block, and adds none of its own", () => {
    const found = inventory({ a: "1", b: "1", c: "1" }, { b: "2", c: "2" }, { c: "3", rule: {} });
    expect(addresses(found.of("aws_vpc"))).toEqual(["aws_vpc.v"]);
    const located = only(found);
    expect(["a", "b", "c"].map((name) => found.argument(located, name))).toEqual(["1", "2", "3"]);
    expect(found.nested(located, "rule").blocks).toHaveLength(1);
    expect(found.resolver.targets("${aws_vpc.v.b}", located.stack, located.block)).toEqual([
      { kind: "text", text: "2" },
    ]);
  });

  test("says what other blocks mean by an argument that it alone sets", () => {
    const found = inventory({}, { cidr_block: "10.0.0.0/8" });
    const { stack, block } = only(found);
    expect(found.resolver.targets("${aws_vpc.v.cidr_block}", stack, block)).toEqual([
      { kind: "text", text: "10.0.0.0/8" },
    ]);
  });

  test("can make what would not be made, and the other way round", () => {
    expect(inventory({ count: 0 }, { count: 1 }).isEmpty).toBe(false);
    expect(inventory({ count: 1 }, { count: 0 }).isEmpty).toBe(true);
  });
});

test("an argument that is null is not set", () => {
  const inventory = of({ aws_vpc: { v: { a: null, b: false } } });
  expect(inventory.argument(only(inventory), "a")).toBeUndefined();
  expect(inventory.argument(only(inventory), "b")).toBe(false);
  expect(inventory.targets(only(inventory), "a")).toEqual([]);
});
