import { valuesAt } from "../../../guard/flow/values-at";
import type { JsonObject } from "../../../guard/json/json";

const at = (body: object, path: string) =>
  valuesAt(body as JsonObject, path.split("."), "/r").map(({ value, pointer }) => [pointer, value]);

test("goes through single and repeated blocks", () => {
  expect(at({ a: { b: "x" } }, "a.b")).toEqual([["/r/a/b", "x"]]);
  expect(at({ a: [{ b: "x" }, { b: ["y", "z"] }] }, "a.b")).toEqual([
    ["/r/a/0/b", "x"],
    ["/r/a/1/b/0", "y"],
    ["/r/a/1/b/1", "z"],
  ]);
});

test("goes through dynamic blocks, of which each level may be repeated", () => {
  const body = {
    dynamic: [{ a: [{ content: { b: "x", dynamic: { c: { content: { d: "y" } } } } }] }],
  };
  expect(at(body, "a.b")).toEqual([["/r/dynamic/0/a/0/content/b", "x"]]);
  expect(at(body, "a.c.d")).toEqual([["/r/dynamic/0/a/0/content/dynamic/c/content/d", "y"]]);
});

test("gives the values of a map, and the expression that makes a block", () => {
  expect(at({ a: { "k/1": "x" } }, "a")).toEqual([["/r/a/k~11", "x"]]);
  expect(at({ a: "${var.blocks}" }, "a.b")).toEqual([["/r/a", "${var.blocks}"]]);
});

test.each([[{}], [{ a: null }], [{ a: 7 }], [{ a: [7, null, []] }], [{ dynamic: 7 }]])(
  "finds nothing in %j",
  (body) => {
    expect(at(body, "a.b")).toEqual([]);
  },
);
