import { Classifier } from "../../../guard/flow/classify";

const LIST = new Classifier([
  { class: "key", names: "*_key key_* plain\n  t.block.endpoint" },
  { class: "log", names: "exact_key block.endpoint  other_*_key_end" },
  { class: "peer", names: "endpoint deep.er.block.endpoint *both* pre*post" },
]);

test.each([
  // A type with a path, then the longest end of the path, then the name.
  ["t", "block.endpoint", "key", "t.block.endpoint"],
  ["u", "block.endpoint", "log", "block.endpoint"],
  ["u", "more.block.endpoint", "log", "block.endpoint"],
  ["t", "more.block.endpoint", "log", "block.endpoint"],
  ["u", "deep.er.block.endpoint", "peer", "deep.er.block.endpoint"],
  ["u", "very.deep.er.block.endpoint", "peer", "deep.er.block.endpoint"],
  ["u", "endpoint", "peer", "endpoint"],
  ["u", "block.more.endpoint", "peer", "endpoint"],
  ["u", "plain", "key", "plain"],
  // A name of the list wins over one with a star; of those, the first.
  ["u", "exact_key", "log", "exact_key"],
  ["u", "an_exact_key", "key", "*_key"],
  ["u", "key_of_key", "key", "*_key"],
  ["u", "block.a_key", "key", "*_key"],
  ["u", "_key", "key", "*_key"],
  ["u", "key_", "key", "key_*"],
  ["u", "pre_and_post", "peer", "pre*post"],
  ["u", "prepost", "peer", "pre*post"],
])("%s.%s is of the class %s by %s", (type, path, expected, by) => {
  expect(LIST.classify(type, path)).toEqual({ class: expected, by });
});

test.each([
  ["u", "key"],
  ["u", "keys"],
  ["u", "a_key_x"],
  ["u", "a_key.x"],
  ["u", "plain.x"],
  ["u", "plainer"],
  ["u", "t.block"],
  ["u", "xpost"],
  ["u", "prex"],
  ["u", ""],
])("%s.%s fits no name", (type, path) => {
  expect(LIST.classify(type, path)).toBeUndefined();
});

test("a start and an end that share a letter need both", () => {
  const shared = new Classifier([{ class: "key", names: "ab*bc" }]);
  expect(shared.classify("t", "abc")).toBeUndefined();
  expect(shared.classify("t", "abbc")?.class).toBe("key");
});

test("lists its names, those with a star at the end, and those that stand twice", () => {
  const list = new Classifier([
    { class: "key", names: "  *_a b\n\n c.d " },
    { class: "log", names: "b *_a e" },
  ]);
  expect(list.names()).toEqual(["b", "c.d", "e", "*_a"]);
  expect(list.repeated).toEqual(["b", "*_a"]);
  expect(list.classify("t", "b")?.class).toBe("key");
  expect(new Classifier([{ class: "key", names: "a b" }]).repeated).toEqual([]);
});

test("classifies nothing by an empty list", () => {
  expect(new Classifier([]).classify("t", "a.b")).toBeUndefined();
  expect(new Classifier([]).names()).toEqual([]);
});

test("classifies by stars alone", () => {
  expect(new Classifier([{ class: "key", names: "*_a" }]).classify("t", "x.y_a")).toEqual({
    class: "key",
    by: "*_a",
  });
});
