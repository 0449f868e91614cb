import { segmentsOf, valueIn } from "../../../guard/flow/value-in";

test.each([
  ["", []],
  ["id", ["id"]],
  ["outputs.key", ["outputs", "key"]],
  ['outputs["key"]', ["outputs", "key"]],
  ['outputs["a-b"].c', ["outputs", "a-b", "c"]],
  ["list[0].id", ["list", "id"]],
  ["list[12]", ["list"]],
  ["list[*].id", ["list", "id"]],
  ["list.*.id", ["list", "id"]],
  ["list.0.id", ["list", "id"]],
  ["list.10.id", ["list", "id"]],
  ["ipv4", ["ipv4"]],
  ["v4.a", ["v4", "a"]],
  ["4v.a", ["4v", "a"]],
  ["[0].id", ["id"]],
  ["list[each.key].id", ["list", "id"]],
  ['["a"]["b"][0]', ["a", "b"]],
])("the path %s has the names %j", (attribute, expected) => {
  expect(segmentsOf(attribute)).toEqual(expected);
});

test.each([
  ["x", [], "x"],
  [null, [], null],
  [{ a: { b: 1 } }, ["a", "b"], 1],
  [{ a: { b: false } }, ["a", "b"], false],
  [{ a: { b: 1 } }, ["a"], { b: 1 }],
  [{ a: [{ b: 1 }, { b: 2 }, { c: 3 }] }, ["a", "b"], [1, 2]],
  [[{ a: 1 }, { a: [2] }], ["a"], [1, [2]]],
  [{ a: [[{ b: 1 }]] }, ["a", "b"], [[1]]],
  [{ a: [{ c: 3 }] }, ["a", "b"], undefined],
  [{ a: [] }, ["a", "b"], undefined],
  [{ a: [] }, ["a"], []],
  [{ a: null }, ["a"], undefined],
  [{ a: { b: null } }, ["a", "b"], undefined],
  [{ a: "text" }, ["a", "length"], undefined],
  [{}, ["toString"], undefined],
  ["x", ["a"], undefined],
  [null, ["a"], undefined],
])("%j holds at %j what is %j", (value, path, expected) => {
  expect(valueIn(value as never, path)).toEqual(expected);
});
