import fc from "fast-check";
import { nearest } from "../../jurisdiction";

const IDS = ["us-ashburn-1", "us-phoenix-1", "eu-frankfurt-1", "eu-frankfurt-2"];

test.each([
  ["us-ashbrun-1", "us-ashburn-1"],
  ["us-phoenix1", "us-phoenix-1"],
  ["EU-FRANKFURT-1", "eu-frankfurt-1"],
  ["eu-franfurt-2", "eu-frankfurt-2"],
])("finds for %s first %s", (word, expected) => {
  expect(nearest(word, IDS)[0]).toBe(expected);
});

test("finds nothing for a word that is nothing like any candidate", () => {
  expect(nearest("zzzzzzzz", IDS)).toEqual([]);
});

test("returns as many as asked for at most", () => {
  expect(nearest("eu-frankfurt-3", IDS, 1)).toHaveLength(1);
  expect(nearest("eu-frankfurt-3", IDS)).toEqual(["eu-frankfurt-1", "eu-frankfurt-2"]);
});

test("does not lengthen with a word of a megabyte", () => {
  expect(nearest("x".repeat(1 << 20), IDS)).toEqual([]);
});

test("puts a candidate first that the word equals", () => {
  fc.assert(
    fc.property(fc.constantFrom(...IDS), (id) => {
      expect(nearest(id, IDS)[0]).toBe(id);
    }),
  );
});

describe("one step", () => {
  // The candidate that begins with z is one step away by another letter, and comes last among equals.
  test.each([
    ["a letter too many", "abcdx", "zbcdx"],
    ["a letter too few", "abd", "zbd"],
    ["another letter", "abxd", "zbxd"],
    ["a swap of the first two letters", "bacd", "zacd"],
    ["a swap of letters in the middle", "acbd", "zcbd"],
    ["a swap of the last two letters", "abdc", "zbdc"],
  ])("is %s", (_, word, substituted) => {
    expect(nearest(word, [substituted, "abcd"])).toEqual(["abcd", substituted]);
  });

  test.each([
    ["where only the first of two letters has moved", "bxcd", "zxcd"],
    ["where only the second of two letters has moved", "xacd", "zacd"],
    ["where two letters are others", "xycd", "zycd"],
    ["where letters that stand apart are swapped", "cbad", "zbad"],
    ["where a swap comes after another mistake", "xbdc", "zbdc"],
  ])("is not all, %s", (_, word, substituted) => {
    expect(nearest(word, ["abcd", substituted])).toEqual([substituted, "abcd"]);
  });
});

test("finds what is within half of the word's length and nothing beyond", () => {
  expect(nearest("abcdefgh", ["abcdWXYZ"])).toEqual(["abcdWXYZ"]);
  expect(nearest("abcdefgh", ["abcVWXYZ"])).toEqual([]);
  expect(nearest("abcdefghi", ["abcdeWXYZ"])).toEqual(["abcdeWXYZ"]);
  expect(nearest("abcdefghi", ["abcdVWXYZ"])).toEqual([]);
});

test("allows two steps to a short word", () => {
  expect(nearest("a", ["abc"])).toEqual(["abc"]);
  expect(nearest("a", ["abcd"])).toEqual([]);
  expect(nearest("", ["ab", "abc"])).toEqual(["ab"]);
});

test("sorts by distance, then by the alphabet", () => {
  expect(nearest("word", ["wore", "ward", "word", "wor", "worded"], 10)).toEqual([
    "word",
    "ward",
    "wor",
    "wore",
    "worded",
  ]);
});

test("ignores the case of both sides and returns candidates as they are written", () => {
  expect(nearest("PHX", ["Phx", "iad"])).toEqual(["Phx"]);
});

test("compares the first 64 characters of a word", () => {
  const candidate = "x".repeat(64);
  expect(nearest(`${candidate}${"y".repeat(50)}`, [candidate])).toEqual([candidate]);
});
