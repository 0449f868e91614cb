import { canBeUnset } from "../../../guard/sovereignty/can-be-unset";
import { stackOf } from "../place/placed";

const stack = stackOf({
  "main.tf.json": {
    variable: {
      free: {},
      nothing: { default: null },
      empty: { default: "" },
      text: { default: "x" },
      numbered: { default: 0 },
    },
    locals: { nothing: null },
    module: {
      m: {
        source: "./m",
        nothing: null,
        empty: "",
        text: "x",
        listed: ["a"],
        passed: "${var.nothing}",
        fixed: "${var.free}",
        choice: "${x_y.z.on ? x_y.a.id : null}",
      },
    },
  },
  "m/main.tf.json": {
    variable: {
      nothing: {},
      empty: {},
      text: { default: null },
      listed: {},
      passed: {},
      fixed: { default: null },
      choice: {},
      unset: { default: null },
      free: {},
    },
  },
});
const inner = stack.modules?.get("m")?.stack;

describe("canBeUnset", () => {
  test.each([
    "${x_y.z.on ? x_y.a.id : null}",
    "${x_y.z.on ? null : x_y.a.id}",
    '${x_y.z.on ? x_y.a.id : ""}',
    '${x_y.z.on ? "" : x_y.a.id}',
    "${try(x_y.a.id, null)}",
    "${coalesce(null, x_y.a.id)}",
    "${x_y.z.on?null:x_y.a.id}",
    "${x_y.z.on ?  null : x_y.a.id}",
    "${var.nothing}",
    "${var.empty}",
  ])("takes %s for what may turn out unset", (text) => {
    expect(canBeUnset(text, stack)).toBe(true);
  });

  test.each([
    "${x_y.a.id}",
    "${x_y.z.on ? x_y.a.id : x_y.b.id}",
    "${x_y.z.on ? x_y.a.id : null_resource.b.id}",
    "${x_y.a.nullable}",
    "${f(x_y.a.null)}",
    "${var.free}",
    "${var.text}",
    "${var.numbered}",
    "${var.missing}",
    "${var.nothing.key}",
    "${local.nothing}",
    "x ? y : null",
    "a ${x_y.z.on ? x_y.a.id : null}",
  ])("takes %s for what is set", (text) => {
    expect(canBeUnset(text, stack)).toBe(false);
  });

  test.each([
    ["nothing", true],
    ["empty", true],
    ["text", false],
    ["listed", false],
    ["passed", true],
    ["fixed", false],
    ["choice", true],
    ["unset", true],
    ["free", false],
  ])("asks the caller of a module about var.%s: %j", (name, unset) => {
    expect(inner === undefined ? undefined : canBeUnset(`\${var.${name}}`, inner)).toBe(unset);
  });
});
