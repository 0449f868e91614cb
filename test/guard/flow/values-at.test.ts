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

test("gives every text, number and truth value of nested lists and maps, and no null", () => {
  expect(at({ a: [{ x: [1, null, { y: false }], z: "" }, [["t"]], null] }, "a")).toEqual([
    ["/r/a/0/x/0", 1],
    ["/r/a/0/x/2/y", false],
    ["/r/a/0/z", ""],
    ["/r/a/1/0/0", "t"],
  ]);
});

test("gives the expression that makes one of several blocks, but no other value", () => {
  expect(at({ a: [{ b: "x" }, "${var.block}", 7, true] }, "a.b")).toEqual([
    ["/r/a/0/b", "x"],
    ["/r/a/1", "${var.block}"],
  ]);
});

test("gives what blocks set beside what dynamic ones make", () => {
  const body = {
    a: { b: "x" },
    dynamic: { a: { content: { b: "y" } }, c: { content: { b: "z" } } },
  };
  expect(at(body, "a.b")).toEqual([
    ["/r/a/b", "x"],
    ["/r/dynamic/a/content/b", "y"],
  ]);
  expect(at(body, "b")).toEqual([]);
});

test("goes through each of several dynamic blocks", () => {
  const content = (b: unknown) => ({ content: { b } });
  const body = {
    dynamic: [{ a: content("x") }, { c: content("y") }, 7, { a: [content("z"), 7, {}] }],
  };
  expect(at(body, "a.b")).toEqual([
    ["/r/dynamic/0/a/content/b", "x"],
    ["/r/dynamic/3/a/0/content/b", "z"],
  ]);
});

test("goes through repeated content, and gives the expression that makes it", () => {
  const body = { dynamic: { a: { content: [{ b: "x" }, "${var.content}"] } } };
  expect(at(body, "a.b")).toEqual([
    ["/r/dynamic/a/content/0/b", "x"],
    ["/r/dynamic/a/content/1", "${var.content}"],
  ]);
});

test.each([
  [{ dynamic: { a: 7 } }],
  [{ dynamic: { a: {} } }],
  [{ dynamic: { a: "${var.blocks}" } }],
  [{ dynamic: [[{ a: { content: { b: "x" } } }]] }],
  [{ a: [] }],
  [{ a: [[]] }],
  [{ a: { c: "x" } }],
  [{ a: { b: null } }],
  [{ a: true }],
])("finds nothing either in %j", (body) => {
  expect(at(body, "a.b")).toEqual([]);
});

test("gives nothing of what a body does not hold itself", () => {
  expect(at({}, "toString")).toEqual([]);
  expect(at({ a: {} }, "a.constructor.name")).toEqual([]);
});
