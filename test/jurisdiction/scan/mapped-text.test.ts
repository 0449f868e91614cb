import { identity, Rewriter, sourceStart, written } from "../../../jurisdiction/scan/mapped-text";

/** `a<b>c` with `<b>` made `XY`, by a rewriter. */
function rewritten() {
  const rewriter = new Rewriter(identity("a<b>c"));
  rewriter.copy(0, 1);
  rewriter.put("XY", 1, 4);
  rewriter.copy(4, 5);
  return rewriter.done();
}

test("a text that is its own source tells the same offsets", () => {
  const text = identity("abc");
  expect([sourceStart(text, 1), written(text, 1, 2), written(text, 0, 3)]).toEqual([1, "b", "abc"]);
});

test.each([
  ["what was copied", 0, 1, 0, "a"],
  ["the first of what was put", 1, 2, 1, "<b>"],
  ["the second of what was put", 2, 3, 1, "<b>"],
  ["what was copied after that", 3, 4, 4, "c"],
  ["the whole", 0, 4, 0, "a<b>c"],
])("%s leads back to where it comes from", (_what, start, end, index, source) => {
  const text = rewritten();
  expect(text.text).toBe("aXYc");
  expect([sourceStart(text, start), written(text, start, end)]).toEqual([index, source]);
});

test("what is past the end comes from the end of the source", () => {
  expect(sourceStart(rewritten(), 4)).toBe(5);
  expect(written(rewritten(), 3, 9)).toBe("c");
});

test("what was rewritten twice leads back to the first source", () => {
  const rewriter = new Rewriter(rewritten());
  rewriter.put("z", 0, 2);
  rewriter.copy(2, 4);
  const twice = rewriter.done();
  expect(twice.text).toBe("zYc");
  expect([written(twice, 0, 1), written(twice, 1, 2), written(twice, 2, 3)]).toEqual([
    "a<b>",
    "<b>",
    "c",
  ]);
});

test("what was left out belongs to neither side", () => {
  const rewriter = new Rewriter(identity("a-b"));
  rewriter.copy(0, 1);
  rewriter.put("", 1, 2);
  rewriter.copy(2, 3);
  const text = rewriter.done();
  expect(text.text).toBe("ab");
  expect([written(text, 0, 1), written(text, 1, 2), written(text, 0, 2)]).toEqual([
    "a",
    "b",
    "a-b",
  ]);
});
