import { asList, asString, isObject, own } from "../../../guard/json/json";

describe("isObject", () => {
  test("takes what JSON calls an object, an empty one too", () => {
    expect(isObject({})).toBe(true);
    expect(isObject({ a: 1 })).toBe(true);
  });

  test.each([[null], [[]], ["text"], [1], [true], [undefined]])("does not take %j", (value) => {
    expect(isObject(value)).toBe(false);
  });
});

describe("own", () => {
  test("reads a property, also one that holds null or an empty text", () => {
    expect(own({ a: 1 }, "a")).toBe(1);
    expect(own({ a: null }, "a")).toBeNull();
    expect(own({ a: "" }, "a")).toBe("");
  });

  test("finds nothing where only the prototype has the key", () => {
    expect(own({}, "toString")).toBeUndefined();
    expect(own({}, "__proto__")).toBeUndefined();
  });

  test("reads a key called __proto__ that the text itself holds", () => {
    expect(own(JSON.parse('{ "__proto__": "text" }'), "__proto__")).toBe("text");
  });
});

describe("asList", () => {
  test.each([[undefined], [null]])("is empty for %p, which says nothing", (value) => {
    expect(asList(value)).toHaveLength(0);
  });

  test.each([[{ a: 1 }], ["text"], [0], [false], [""]])(
    "is a list of one for the single value %j",
    (value) => {
      expect(asList(value)).toEqual([value]);
    },
  );

  test("is the list itself where there is one", () => {
    expect(asList([{ a: 1 }, null])).toEqual([{ a: 1 }, null]);
    expect(asList([])).toEqual([]);
  });
});

describe("asString", () => {
  test("is the text, an empty one too", () => {
    expect(asString("text")).toBe("text");
    expect(asString("")).toBe("");
  });

  test.each([[undefined], [null], [1], [true], [["text"]], [{ text: "text" }]])(
    "is nothing for %j",
    (value) => {
      expect(asString(value)).toBeUndefined();
    },
  );
});
