import { measureText } from "../../../guard/read/measure-text";
import { NameWatch } from "../../../guard/read/name-watch";
import { parseConfiguration } from "../../../guard/read/parse-json";

function watched(text: string): NameWatch {
  const watch = new NameWatch();
  measureText(text, watch);
  return watch;
}

function objectOf(names: readonly string[]): string {
  return `{${names.map((name) => `"${name}":1`).join(",")}}`;
}

const THOUSAND = Array.from({ length: 1000 }, (_, index) => `name-${index}`);

/** 128 names that any hash of the form 31 h + byte takes for one another. */
const ALIKE = Array.from({ length: 128 }, (_, index) =>
  Array.from({ length: 7 }, (_each, bit) => ((index >> bit) & 1 ? "Aa" : "BB")).join(""),
);

describe("a watch over names", () => {
  test.each([
    ["no name", "{}"],
    ["a thousand names", objectOf(THOUSAND)],
    ["the same names in objects beside one another", '[{"a":1,"b":2},{"a":1,"b":2}]'],
    ["the same name in an object and in one inside of it", '{"a":{"a":{"a":1}}}'],
    ["two comments", '{"//":1,"//":2}'],
    ["a value that is written like its name", '{"a":"a","b":"a"}'],
    ["names that begin alike", '{"a":1,"aa":2,"aaa":3}'],
  ])("takes %s for honest", (_what, text) => {
    expect(watched(text).mayRepeat).toBe(false);
  });

  test.each([
    ["a name that stands twice", '{"a":1,"a":2}'],
    ["the first of a thousand names again", objectOf([...THOUSAND, "name-0"])],
    ["the last of a thousand names again", objectOf([...THOUSAND, "name-999"])],
    ["a name after an inner object that has it too", '{"a":1,"b":{"a":1},"a":2}'],
    ["a name after a list", '{"a":[{"a":1},{"b":1}],"b":1,"a":1}'],
    ["an escape in a name", '{"\\u0061":1}'],
    ["a name deeper than any that is read", `${'{"a":'.repeat(300)}1${"}".repeat(300)}`],
  ])("takes %s for suspicious", (_what, text) => {
    expect(watched(text).mayRepeat).toBe(true);
  });

  test.each([
    ["__proto__", '{"__proto__":1}', true],
    ["an escape that could spell it", '{"\\u005f_proto__":1}', true],
    ["a value that is called so", '{"a":"__proto__"}', false],
  ])("tells whether a property may be called __proto__: %s", (_what, text, may) => {
    expect(watched(text).mayBeProto).toBe(may);
  });
});

describe("what the watch lets pass without counting", () => {
  test.each([
    ["an exponent", "1e999"],
    ["an exponent in upper case", "-1.5E+999"],
    ["four hundred digits", "9".repeat(400)],
    ["an exponent in a list", "[1, 1e999]"],
    ["four hundred digits in a list", `[${"9".repeat(400)}]`],
  ])("is no number that is too large: %s", (_what, number) => {
    const text = `{"locals":{"a":true,"b":${number}}}`;
    expect(() => parseConfiguration(text, "x.tf.json")).toThrow("too large to be read");
  });

  test("is no number that can be read", () => {
    const text = '{"locals":{"a":1e3,"b":-0.25,"c":[1,2],"d":false}}';
    expect(parseConfiguration(text, "x.tf.json")).toEqual(JSON.parse(text));
  });

  test("is no repeated name among names that its hashes take for one another", () => {
    const honest = objectOf(ALIKE);
    expect(parseConfiguration(honest, "x.tf.json")).toEqual(JSON.parse(honest));
    const [first = ""] = ALIKE;
    const repeated = objectOf([...ALIKE, first]);
    expect(() => parseConfiguration(repeated, "x.tf.json")).toThrow("twice");
  });
});
