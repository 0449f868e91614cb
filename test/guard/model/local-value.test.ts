import type { JsonObject } from "../../../guard/json/json";
import { buildModel } from "../../../guard/model/build-model";
import { localOf, localValue } from "../../../guard/model/local-value";
import { parseReference } from "../../../guard/model/template";

function stackOf(json: object) {
  const document = { stack: "s", file: "main.tf.json", json: json as JsonObject };
  const [stack] = buildModel({ documents: [document], unread: [] });
  if (stack === undefined) {
    throw new Error("the document makes no stack");
  }
  return stack;
}

const stack = stackOf({
  locals: [{ a: 1 }, { b: { c: "x" }, none: null }],
  variable: { v: { default: 2 } },
});

test("a local value is found in any of the blocks that define some", () => {
  expect(["a", "b", "none"].map((name) => localValue(name, stack))).toEqual([1, { c: "x" }, null]);
  expect(["v", "toString"].map((name) => localValue(name, stack))).toEqual([undefined, undefined]);
});

test.each([
  ["local.b", { c: "x" }],
  ["local.b.c", undefined],
  ["local.absent", undefined],
  ["var.v", undefined],
])("a reference to a whole local value gives it: %s", (source, value) => {
  expect(localOf(parseReference(source), stack)).toEqual(value);
});

test("no reference gives none", () => {
  expect(localOf(undefined, stack)).toBeUndefined();
});
