import type { Json } from "../../../guard/json/json";
import type { Block } from "../../../guard/model/block";
import { referredBlock } from "../../../guard/sovereignty/referred-block";
import { stackOf } from "../place/placed";

const CHAIN = Object.fromEntries(
  Array.from({ length: 40 }, (_each, index) => [
    `l${index}`,
    index === 0 ? "${x_key.one.id}" : `\${local.l${index - 1}}`,
  ]),
);

const MAIN = {
  locals: [
    { other: "x" },
    {
      key: "${x_key.one.id}",
      keys: { storage: "${x_key.two.id}", none: null },
      text: "x_key.one.id",
      self: "${local.self}",
      ...CHAIN,
    },
  ],
  variable: { free: {}, defaulted: { default: "${x_key.one.id}" } },
  data: { x_key: { found: {} } },
  module: {
    m: {
      source: "./m",
      given: "${x_key.one.id}",
      nested: { key: "${x_key.two.id}" },
      text: "x",
    },
    away: { source: "git::https://example.com/m.git" },
  },
  output: { o: { value: "${x_key.one.id}" } },
  resource: {
    x_key: { one: {}, two: {} },
    x_set: {
      one: { for_each: { a: "${x_key.one.id}" } },
      list: { for_each: { a: "${x_key.one.id}", b: "${x_key.two.id}" } },
      text: { for_each: "${x_key.two}" },
      none: {},
    },
  },
};

const MODULE = {
  variable: { given: {}, nested: {}, unset: {}, text: {} },
  resource: { x_key: { inner: {} } },
  output: {
    key: { value: "${x_key.inner.id}" },
    keys: { value: { storage: "${x_key.inner.id}" } },
    given: { value: "${var.given}" },
    empty: {},
  },
};

const stack = stackOf({ "main.tf.json": MAIN, "m/main.tf.json": MODULE });
const inner = stack.modules?.get("m")?.stack;

function refer(value: Json | undefined, holder = "x_set.none") {
  const found = referredBlock(value, stack, stack.byAddress.get(holder) as Block);
  return found === undefined ? undefined : found.block.address + (found.instance ?? "");
}

describe("referredBlock", () => {
  test.each([
    ["${x_key.one.id}", "x_key.one"],
    ["${x_key.one}", "x_key.one"],
    ["${data.x_key.found.arn}", "data.x_key.found"],
    ["${x_key.one[0].id}", "x_key.one[0]"],
    ["${x_key.one.0.id}", "x_key.one[0]"],
    ["${x_key.one.12}", "x_key.one[12]"],
    ['${x_key.one["a"].id}', 'x_key.one["a"]'],
    ["${x_key.one[each.key].id}", "x_key.one"],
    ["${x_key.one[*].id}", "x_key.one"],
    ["${element(x_key.one[*].id, 0)}", "x_key.one?"],
    ["${local.key}", "x_key.one"],
    ["${local.keys.storage}", "x_key.two"],
    ['${local.keys["storage"]}', "x_key.two"],
    ["${local.l31}", "x_key.one"],
    ["${module.m.key}", "module.m.x_key.inner"],
    ["${module.m.keys.storage}", "module.m.x_key.inner"],
    ["${module.m.given}", "x_key.one"],
  ])("follows %s to %s", (value, address) => {
    expect(refer(value)).toBe(address);
  });

  test.each([
    undefined,
    null,
    1,
    { a: "${x_key.one.id}" },
    "x_key.one.id",
    "a ${x_key.one.id}",
    "${x_key.missing.id}",
    "${coalesce(x_key.one.id, x_key.two.id)}",
    '${"text"}',
    "${local.text}",
    "${local.missing}",
    "${local.keys.none}",
    "${local.keys.missing}",
    "${local.self}",
    "${local.l32}",
    "${var.free}",
    "${var.defaulted}",
    "${var.missing}",
    "${module.m.missing}",
    "${module.m.empty}",
    "${module.m.keys.missing}",
    "${module.m}",
    "${module.away.key}",
    "${module.missing.key}",
    "${output.o}",
    "${each.value}",
  ])("finds nothing for %j", (value) => {
    expect(refer(value)).toBeUndefined();
  });

  test.each([
    ["x_set.one", "x_key.one"],
    ["x_set.text", "x_key.two"],
    ["x_set.list", undefined],
    ["x_set.none", undefined],
  ])("takes each.value of %s for %s", (holder, address) => {
    expect(refer("${each.value}", holder)).toBe(address);
  });

  test.each([
    ["${var.given}", "x_key.one"],
    ["${var.nested.key}", "x_key.two"],
    ["${var.nested.other}", undefined],
    ["${var.text}", undefined],
    ["${var.unset}", undefined],
  ])("follows %s of a module to its caller's %s", (value, address) => {
    const holder = inner?.byAddress.get("x_key.inner") as Block;
    const found = inner === undefined ? undefined : referredBlock(value, inner, holder);
    expect(found?.block.address).toBe(address);
    expect(found?.stack).toBe(address === undefined ? undefined : stack);
  });

  test("says which module holds what it found, and no instance where none is meant", () => {
    const holder = stack.byAddress.get("x_set.none") as Block;
    const found = referredBlock("${module.m.key}", stack, holder);
    expect(found?.stack).toBe(inner);
    expect(Object.keys(found ?? {})).toEqual(["block", "stack"]);
  });
});
