import fc from "fast-check";
import { parseConfiguration } from "../../../guard/read/parse-json";

interface Written {
  readonly text: string;
  readonly repeats: boolean;
}

/** A name as JSON may spell it: plainly, or with some characters escaped. */
function spelled(name: string): fc.Arbitrary<string> {
  const characters = [...name].map((char) =>
    fc.constantFrom(
      char,
      `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
      `\\u${char.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
    ),
  );
  return fc.tuple(...characters).map((parts) => parts.join(""));
}

const NAMES = ["a", "b", "1", "__proto__", "constructor", "toString", "é", 'a":1,"b'];
const space = fc.constantFrom("", " ", "\n", "\t\r\n");
const scalar = fc.oneof(
  fc.constantFrom(
    "1",
    "-1.5e3",
    "true",
    "false",
    "null",
    '""',
    '"{\\"a\\":1}"',
    '"\\\\"',
    '"\\\\\\":"',
  ),
  fc.string().map((text) => JSON.stringify(text)),
);

/** JSON text, with the knowledge of whether an object in it repeats a name. */
const { object } = fc.letrec<{ value: Written; object: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar.map((text) => ({ text, repeats: false })),
    tie("object"),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => ({
      text: `[${items.map((item) => item.text).join(",")}]`,
      repeats: items.some((item) => item.repeats),
    })),
  ),
  object: fc
    .array(
      fc.constantFrom(...NAMES).chain((name) =>
        fc.tuple(
          fc.constant(name),
          spelled(name).map((text) => text.replaceAll('"', '\\"')),
          tie("value"),
          space,
          space,
        ),
      ),
      { maxLength: 4 },
    )
    .map((properties) => {
      const names = properties.map(([name]) => name);
      return {
        text: `{${properties
          .map(
            ([, text, value, before, after]) => `${before}"${text}"${after}:${before}${value.text}`,
          )
          .join(",")}}`,
        repeats:
          new Set(names).size < names.length || properties.some(([, , value]) => value.repeats),
      };
    }),
}));

describe("parseConfiguration", () => {
  test("refuses text exactly where an object of it repeats a name, however that is spelled", () => {
    fc.assert(
      fc.property(object, ({ text, repeats }) => {
        const parse = () => parseConfiguration(text, "x.tf.json");
        if (repeats) {
          expect(parse).toThrow("names a property twice in one object");
        } else {
          expect(parse()).toEqual(JSON.parse(text));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['{"a":1,"\\u0061":2}', "an escape"],
    ['{"x":[{"a":1},{"b":{"c":1,"c":1}}]}', "an inner object"],
    ['{"__proto__":1,"__proto__":2}', "a name that objects inherit"],
  ])("refuses %s, where %s hides that a name is repeated", (text) => {
    expect(() => parseConfiguration(text, "x.tf.json")).toThrow("twice");
  });

  test.each([
    '{"//":"one comment","//":"another","locals":{}}',
    '{"a":{"x":1},"b":{"x":1}}',
    '{"a":"\\"a\\":1, \\"a\\":2"}',
    '{"a":"\\\\","b":":"}',
  ])("reads %s, which repeats no name of a block", (text) => {
    expect(parseConfiguration(text, "x.tf.json")).toEqual(JSON.parse(text));
  });

  test.each([
    ["", "is not JSON"],
    ['{"resource": {"aws', "is not JSON"],
    ["{}\u0000", "is not JSON"],
    ["[]", "holds an array, not an object"],
    ["null", "holds null, not an object"],
    ["12", "holds a number, not an object"],
    ['{"locals":{"a":1e999}}', "a number that is too large"],
    ['{"@level":"info"}\n{"@level":"info"}', "terraform show -json PLAN"],
  ])("refuses %j in one line", (text, reason) => {
    let message = "";
    try {
      parseConfiguration(text, "x.tf.json");
    } catch (error) {
      expect(error).toHaveProperty("name", "UnreadableInputError");
      message = (error as Error).message;
    }
    expect(message).toContain(reason);
    expect(message).toMatch(/^x\.tf\.json .*[^\p{Cc}]$/u);
    expect(message).not.toMatch(/\p{Cc}/u);
  });

  test("refuses nesting that would exhaust the call stack, closed or not", () => {
    const brackets = 2_000_000;
    for (const close of ["]".repeat(brackets), ""]) {
      const text = `{"locals":${"[".repeat(brackets)}${close}}`;
      expect(() => parseConfiguration(text, "x.tf.json")).toThrow("nests deeper than 200 levels");
    }
  });

  test("reads nesting of two hundred levels", () => {
    const text = `{"locals":${"[".repeat(199)}${"]".repeat(199)}}`;
    expect(parseConfiguration(text, "x.tf.json")).toHaveProperty("locals");
  });

  test("does not take brackets inside of a string for nesting", () => {
    const text = JSON.stringify({ locals: { a: "[".repeat(1000) } });
    expect(parseConfiguration(text, "x.tf.json")).toEqual(JSON.parse(text));
  });
});

describe("what parseConfiguration says", () => {
  const said = (text: string): string => {
    try {
      parseConfiguration(text, "x.tf.json");
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };

  test.each([
    [
      "[]",
      "x.tf.json holds an array, not an object; give a cdktf.out folder, a Terraform JSON file or a plan.",
    ],
    [
      '"text"',
      "x.tf.json holds a string, not an object; give a cdktf.out folder, a Terraform JSON file or a plan.",
    ],
    [
      `${"[".repeat(201)}`,
      "x.tf.json nests deeper than 200 levels; no Terraform configuration does.",
    ],
    ['{"locals":[1e999]}', "x.tf.json holds a number that is too large to be read."],
    [
      '{"a":1,"a":2}',
      "x.tf.json names a property twice in one object: Terraform would read both, a JSON parser only the last; write each once.",
    ],
    [
      ' \n{"@level":"info"}{',
      "x.tf.json is the log of terraform plan -json; give what terraform show -json PLAN writes.",
    ],
  ])("of %j", (text, message) => {
    expect(said(text)).toBe(message);
  });

  test("quotes at most 160 characters of what the parser says, in one line", () => {
    const message = said(`{"a": \n\u0007${"x".repeat(500)}`);
    expect(message).toMatch(/^x\.tf\.json is not JSON: \P{Cc}+$/u);
    expect(message.length).toBeLessThanOrEqual("x.tf.json is not JSON: ".length + 160 + 1);
  });

  test("of a log in the middle of something else is that it is no JSON", () => {
    expect(said('x{"@level":"info"}')).toMatch(/^x\.tf\.json is not JSON: /);
  });

  test("is nothing of two hundred levels", () => {
    expect(said(`{"a":${"[".repeat(199)}${"]".repeat(199)}}`)).toBe("");
  });
});
