import type { Json, JsonObject } from "../../../../guard/json/json";
import { plannedBody } from "../../../../guard/model/plan/planned-body";

const UNKNOWN = "${known_after_apply()}";

function body(values: Json, unknown: Json = {}, expressions: JsonObject = {}): JsonObject {
  return plannedBody(values, unknown, expressions, { onlyConfigured: false });
}

describe("the body of a planned object", () => {
  test.each<[what: string, values: Json, expected: JsonObject]>([
    [
      "known values",
      { a: "x", b: 1, c: [1], d: { e: "y" } },
      { a: "x", b: 1, c: [1], d: { e: "y" } },
    ],
    ["no argument that is not set", { a: null, b: [], c: false, d: "" }, { c: false, d: "" }],
    [
      "no argument that is not set further down",
      { a: [{ b: null, c: [], d: 0 }], e: { f: null } },
      { a: [{ d: 0 }], e: {} },
    ],
    ["items of a list that are null", { a: [null, 1] }, { a: [null, 1] }],
    [
      "literal text where it looks like an expression",
      { a: "${x} %{y} $z {w}", b: ["${x}"], c: { "${k}": { d: ["${x}"] } } },
      { a: "$${x} %%{y} $z {w}", b: ["$${x}"], c: { "${k}": { d: ["$${x}"] } } },
    ],
    ["nothing where there is no object", null, {}],
    ["nothing where there is a list", [{ a: 1 }], {}],
  ])("holds %s", (_what, values, expected) => {
    expect(body(values)).toEqual(expected);
  });

  test("keeps the name __proto__ a name", () => {
    const values = JSON.parse('{"__proto__": "a", "b": {"__proto__": "${x}"}}');
    const made = body(values);
    expect(Object.hasOwn(made, "__proto__")).toBe(true);
    expect(JSON.stringify(made)).toBe('{"__proto__":"a","b":{"__proto__":"$${x}"}}');
  });

  test("of what was found in the prior state holds what is configured alone", () => {
    const expressions = { a: { constant_value: "x" }, c: {} };
    expect(
      plannedBody({ a: "x", b: "y", c: null }, {}, expressions, { onlyConfigured: true }),
    ).toEqual({ a: "x" });
  });

  test.each<[what: string, unknown: Json, expressions: JsonObject, expected: JsonObject]>([
    [
      "what it refers to",
      { a: true },
      { a: { references: ["aws_x.y.id"] } },
      { a: "${aws_x.y.id}" },
    ],
    ["what it says", { a: true }, { a: { constant_value: "${f(1)}" } }, { a: "${f(1)}" }],
    ["nothing that tells it", { a: true }, { a: { references: [] } }, { a: UNKNOWN }],
    [
      "that it is not known, where it gives a constant",
      { a: true },
      { a: { constant_value: "x" } },
      { a: UNKNOWN },
    ],
    ["nothing where the provider sets it", { a: true }, {}, {}],
    ["nothing where it is known", { a: false }, { a: { references: ["aws_x.y.id"] } }, {}],
    ["nothing where there is no structure", { a: {}, b: [], c: null }, {}, {}],
    [
      "an item of a list",
      { a: [false, true] },
      { a: { references: ["aws_x.y.id"] } },
      { a: [null, "${aws_x.y.id}"] },
    ],
    [
      "an item of a list with expressions of its own",
      { a: [true] },
      { a: [{ references: ["aws_x.y.id"] }] },
      { a: ["${aws_x.y.id}"] },
    ],
    [
      "any expression of a list, whose order a set does not tell",
      { a: [{ b: true }, {}] },
      { a: [{ b: { references: ["aws_x.y.id"] } }, { b: { references: ["var.b"] } }, { c: {} }] },
      { a: [{ b: "${coalesce(aws_x.y.id, var.b)}" }, null] },
    ],
    [
      "each expression once, and as text what is no expression alone",
      { a: [{ b: true }] },
      {
        a: [
          { b: { constant_value: "x-${var.b}" } },
          { b: { references: ["var.c"] } },
          { b: { references: ["var.c"] } },
        ],
      },
      { a: [{ b: '${coalesce("x-${var.b}", var.c)}' }] },
    ],
    [
      "the expression that a part of an object is of",
      { a: { b: true } },
      { a: { references: ["aws_x.y.id"] } },
      { a: { b: "${aws_x.y.id}" } },
    ],
    [
      "nothing of a part that the block does not set, so that the provider does",
      { a: { b: true }, c: [{ d: true }], e: [{ f: true }] },
      { a: { c: { references: ["aws_x.y.id"] } }, c: [{ e: { references: ["var.e"] } }], e: [{}] },
      { a: {}, c: [{}], e: [{}] },
    ],
    [
      "that it is not known, where an expression refers to nothing",
      { a: [{ b: true }], c: [{ d: { e: true } }], f: { g: true } },
      { a: {}, c: [{ d: {} }], f: {} },
      { a: [{ b: UNKNOWN }], c: [{ d: { e: UNKNOWN } }], f: { g: UNKNOWN } },
    ],
    [
      "that it is not known inside of a dynamic block",
      { a: [{ b: true, c: [{ d: true }] }] },
      {},
      { a: [{ b: UNKNOWN, c: [{ d: UNKNOWN }] }] },
    ],
    [
      "no reference to an identifier for an address",
      { a: [{ url: true, id: true }] },
      { a: [{ url: { references: ["aws_x.y.id"] }, id: { references: ["aws_x.y.id"] } }] },
      { a: [{ url: "${known_after_apply(aws_x.y.id)}", id: "${aws_x.y.id}" }] },
    ],
  ])("that is not known says %s", (_what, unknown, expressions, expected) => {
    expect(body({}, unknown, expressions)).toEqual(expected);
  });

  test("keeps what is known beside what is not", () => {
    const values = { a: [{ b: "x" }, { b: "${y}", c: 1 }], d: { e: 1, f: null }, g: "z", h: "w" };
    const unknown = { a: [{}, { d: true }], d: { f: true }, g: true, h: false };
    const expressions = {
      a: [{ d: { references: ["var.d"] } }],
      d: { f: { references: ["var.f"] } },
    };
    expect(body(values, unknown, expressions)).toEqual({
      a: [{ b: "x" }, { b: "$${y}", c: 1, d: "${var.d}" }],
      d: { e: 1, f: "${var.f}" },
      g: "z",
      h: "w",
    });
  });

  test("is made in spite of structures that do not fit", () => {
    expect(body({ a: "x", b: [1] }, { a: [true], b: { c: true }, d: "yes" })).toEqual({
      a: [UNKNOWN],
      b: { c: UNKNOWN },
    });
    expect(body({ a: 1 }, [true])).toEqual({ a: 1 });
    expect(body({ a: 1 }, true)).toEqual({ a: 1 });
  });

  test("keeps the name __proto__ of what is not known a name", () => {
    const unknown = JSON.parse('{"a": {"__proto__": true}, "__proto__": [true]}');
    expect(JSON.stringify(body({}, unknown))).toBe(
      `{"a":{"__proto__":"${UNKNOWN}"},"__proto__":["${UNKNOWN}"]}`,
    );
  });

  test("nests as deep as a schema does, and what is below is left", () => {
    const nest = (levels: number, value: Json): Json =>
      levels === 0 ? value : { a: nest(levels - 1, value) };
    const textOf = (levels: number) => JSON.stringify(body({}, nest(levels, true)));
    expect(textOf(60)).toContain("known_after_apply");
    expect(textOf(80)).not.toContain("known_after_apply");
    const known = (levels: number) => JSON.stringify(body(nest(levels, "${x}")));
    expect(known(60)).toContain("$${x}");
    expect(known(80)).not.toContain("$${x}");
  });
});
