import {
  count,
  listOf,
  matching,
  objectOf,
  oneOf,
  type Shape,
  text,
  textOrNull,
} from "../../../guard/diff/shape";

const day = matching((value) => /^\d{4}$/.test(value), "a year");
const kind = oneOf("resource", 1);
const person = objectOf({ name: text }, { age: count });

const ACCEPTED: readonly (readonly [string, Shape, unknown])[] = [
  ["a text", text, "a"],
  ["an empty text", text, ""],
  ["a text or null", textOrNull, null],
  ["a text where null may stand", textOrNull, "a"],
  ["0", count, 0],
  ["a count", count, 12],
  ["what a pattern admits", day, "2026"],
  ["one of several texts", kind, "resource"],
  ["one of several numbers", kind, 1],
  ["an empty list", listOf(text), []],
  ["a list of texts", listOf(text), ["a", "b"]],
  ["an object", person, { name: "a" }],
  ["an object with what may stand there", person, { name: "a", age: 3 }],
  ["an object with what nobody named", person, { name: "a", size: "large" }],
];

test.each(ACCEPTED)("%s is accepted", (_, shape, value) => {
  expect(shape(value, "/x")).toBeUndefined();
});

const REFUSED: readonly (readonly [string, Shape, unknown, string])[] = [
  ["a number for a text", text, 1, "/x is 1; allowed: a text"],
  ["nothing for a text", text, undefined, "/x is absent; allowed: a text"],
  ["null for a text", text, null, "/x is null; allowed: a text"],
  ["a list for a text or null", textOrNull, ["a"], '/x is ["a"]; allowed: a text or null'],
  ["nothing for a text or null", textOrNull, undefined, "/x is absent; allowed: a text or null"],
  ["a text for a count", count, "1", '/x is "1"; allowed: a whole number from 0'],
  ["a part of one", count, 1.5, "/x is 1.5; allowed: a whole number from 0"],
  ["less than none", count, -1, "/x is -1; allowed: a whole number from 0"],
  ["what a pattern does not admit", day, "26", '/x is "26"; allowed: a year'],
  ["a number for what a pattern admits", day, 2026, "/x is 2026; allowed: a year"],
  ["none of several", kind, "data", '/x is "data"; allowed: "resource", 1'],
  ["the text of a number", kind, "1", '/x is "1"; allowed: "resource", 1'],
  ["an object for a list", listOf(text), {}, "/x is {}; allowed: a list"],
  ["the first wrong item", listOf(text), ["a", 2, 3], "/x/1 is 2; allowed: a text"],
  ["a list for an object", person, [], "/x is []; allowed: an object"],
  ["null for an object", person, null, "/x is null; allowed: an object"],
  ["an object without its name", person, {}, "/x/name is absent; allowed: a text"],
  [
    "what may stand there and is wrong",
    person,
    { name: "a", age: "3" },
    '/x/age is "3"; allowed: a whole number from 0',
  ],
  [
    "what may stand there and is null",
    person,
    { name: "a", age: null },
    "/x/age is null; allowed: a whole number from 0",
  ],
];

test.each(REFUSED)("%s is refused", (_, shape, value, problem) => {
  expect(shape(value, "/x")).toBe(problem);
});

test("a name that is only inherited is absent", () => {
  const shape = objectOf({ toString: text });
  expect(shape({}, "/x")).toBe("/x/toString is absent; allowed: a text");
  expect(objectOf({}, { toString: text })({}, "/x")).toBeUndefined();
});

test("the whole of a text is called so", () => {
  expect(person(3, "")).toBe("the whole of it is 3; allowed: an object");
});

test("what is longer than 60 characters is cut", () => {
  // Two of them are the quotation marks.
  expect(count("a".repeat(58), "/x")).toBe(
    `/x is "${"a".repeat(58)}"; allowed: a whole number from 0`,
  );
  expect(count("a".repeat(59), "/x")).toBe(
    `/x is "${"a".repeat(58)}…; allowed: a whole number from 0`,
  );
});
