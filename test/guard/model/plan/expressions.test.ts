import type { Json } from "../../../../guard/json/json";
import {
  isAbridged,
  isExpression,
  toBlockBody,
  toTemplate,
} from "../../../../guard/model/plan/expressions";

const UNKNOWN = "${known_after_apply()}";

describe("an expression of a plan", () => {
  test.each<[expression: Json, template: Json]>([
    [{ constant_value: "a" }, "a"],
    [{ constant_value: null }, null],
    [{ constant_value: ["a", 1] }, ["a", 1]],
    [{ constant_value: "${var.a}", references: ["var.a"] }, "${var.a}"],
    [{ references: ["var.a"] }, "${var.a}"],
    [{ references: ["aws_x.y.id", "aws_x.y"] }, "${aws_x.y.id}"],
    [{ references: ["aws_x.y", "aws_x.y.id"] }, "${aws_x.y.id}"],
    [{ references: ["aws_x.y[0].id", "aws_x.y"] }, "${aws_x.y[0].id}"],
    [{ references: ["aws_x.y", "aws_x.yz"] }, "${known_after_apply(aws_x.y, aws_x.yz)}"],
    [{ references: ["var.a", "var.b"] }, "${known_after_apply(var.a, var.b)}"],
    [{ references: ["var.a", 1, null] }, "${var.a}"],
    [{ references: [] }, UNKNOWN],
    [{ references: "var.a" }, UNKNOWN],
    [{}, UNKNOWN],
    [[], UNKNOWN],
    ["var.a", UNKNOWN],
    [null, UNKNOWN],
  ])("%j is %j", (expression, template) => {
    expect(toTemplate(expression)).toEqual(template);
  });

  test("is not known where it is missing", () => {
    expect(toTemplate(undefined)).toBe(UNKNOWN);
  });

  // The host of an address may be literal text, which a plan keeps back.
  test.each<[name: string, reference: string, isPlain: boolean]>([
    ["url", "aws_x.y.id", false],
    ["urls", "aws_x.y.id", false],
    ["base_uri", "aws_x.y.id", false],
    ["endpoint", "aws_x.y.id", false],
    ["endpoints", "aws_x.y.id", false],
    ["host", "aws_x.y.id", false],
    ["hostname", "aws_x.y.id", false],
    ["server", "aws_x.y.id", false],
    ["servers", "aws_x.y.id", false],
    ["ip_address", "aws_x.y.id", false],
    ["dns_name", "aws_x.y.id", false],
    ["domain", "aws_x.y.id", false],
    ["domain_name", "aws_x.y.id", false],
    ["fqdn", "aws_x.y.id", false],
    ["location", "aws_x.y.id", false],
    ["url", "aws_x.y.invoke_url", true],
    ["url", "aws_x.y.endpoint", true],
    ["url", "var.a", true],
    ["url", "local.a", true],
    ["url", "module.var.a", false],
    ["url", "variable.a", false],
    ["curl", "aws_x.y.id", true],
    ["url_path", "aws_x.y.id", true],
    ["hosted_zone", "aws_x.y.id", true],
    ["", "aws_x.y.id", true],
    ["bucket", "aws_x.y.id", true],
  ])(
    "of the argument %j with the reference %s is that reference: %j",
    (name, reference, isPlain) => {
      expect(toTemplate({ references: [reference] }, name)).toBe(
        isPlain ? `\${${reference}}` : `\${known_after_apply(${reference})}`,
      );
    },
  );

  test.each<[json: { readonly [key: string]: Json }, is: boolean, abridged: boolean]>([
    [{}, true, true],
    [{ references: ["var.a"] }, true, true],
    [{ constant_value: 1 }, true, false],
    [{ constant_value: "${var.a}", references: ["var.a"] }, true, false],
    [{ references: [], other: 1 }, false, false],
    [{ region: { constant_value: 1 } }, false, false],
  ])("%j is one: %j, and keeps back what it says: %j", (json, is, abridged) => {
    expect(isExpression(json)).toBe(is);
    expect(isAbridged(json)).toBe(abridged);
  });

  test.each([undefined, null, "a", 1, []])("%j keeps nothing back", (value) => {
    expect(isAbridged(value)).toBe(false);
  });
});

describe("the expressions of a block", () => {
  test("are its arguments, at every depth", () => {
    expect(
      toBlockBody({
        name: { constant_value: "a" },
        key: { references: ["aws_x.y.id", "aws_x.y"] },
        url: { references: ["aws_x.y.id"] },
        replica: [
          { region: { constant_value: "us-east-1" }, url: { references: ["aws_x.y.id"] } },
          { inner: { url: { references: ["aws_x.y.id"] }, a: { references: ["var.a"] } } },
        ],
        single: { url: { references: ["aws_x.y.id"] }, list: [{ references: ["var.a"] }] },
        odd: "text",
        urls: [{ references: ["aws_x.y.id"] }],
        mixed: [1],
      }),
    ).toEqual({
      name: "a",
      key: "${aws_x.y.id}",
      url: "${known_after_apply(aws_x.y.id)}",
      replica: [
        { region: "us-east-1", url: "${known_after_apply(aws_x.y.id)}" },
        { inner: { url: "${known_after_apply(aws_x.y.id)}", a: "${var.a}" } },
      ],
      single: { url: "${known_after_apply(aws_x.y.id)}", list: ["${var.a}"] },
      odd: UNKNOWN,
      urls: ["${known_after_apply(aws_x.y.id)}"],
      mixed: [UNKNOWN],
    });
  });

  test.each<[what: string, wrap: (inner: Json) => Json]>([
    ["objects", (inner) => ({ a: inner })],
    ["lists of objects", (inner) => [{ a: inner }]],
  ])("are not followed into 33 levels of %s", (_what, wrap) => {
    const nest = (levels: number): Json =>
      levels === 0 ? { constant_value: "deep" } : wrap(nest(levels - 1));
    const textOf = (levels: number) => JSON.stringify(toBlockBody({ a: nest(levels) }));
    expect(textOf(32)).toContain('"deep"');
    expect(textOf(33)).not.toContain('"deep"');
    expect(textOf(33)).toContain(UNKNOWN);
  });
});
