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
