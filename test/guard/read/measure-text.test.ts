import fc from "fast-check";
import { measureText } from "../../../guard/read/measure-text";

test.each<[string, { names: number; depth: number; values: number }]>([
  ["", { names: 0, depth: 0, values: 0 }],
  ["1", { names: 0, depth: 0, values: 0 }],
  ['"a"', { names: 0, depth: 0, values: 0 }],
  ["{}", { names: 0, depth: 1, values: 1 }],
  ["[]", { names: 0, depth: 1, values: 1 }],
  ['{"a":1}', { names: 1, depth: 1, values: 1 }],
  ['{"a":1,"b":2}', { names: 2, depth: 1, values: 2 }],
  ['{"a" \n\t\r :1}', { names: 1, depth: 1, values: 1 }],
  ['["a","b"]', { names: 0, depth: 1, values: 2 }],
  ["[[[]],[]]", { names: 0, depth: 3, values: 5 }],
  ['{"a":{"b":[{"c":1}]}}', { names: 3, depth: 4, values: 4 }],
  // Comments are no names, but what looks like one is.
  ['{"//":1}', { names: 0, depth: 1, values: 1 }],
  ['{"/":1,"///":2,"/a":3,"a/":4}', { names: 4, depth: 1, values: 4 }],
  ['{"//" : {"//":1,"a":2}}', { names: 1, depth: 2, values: 3 }],
  // What stands in a string counts for nothing.
  ['{"a":"{[,:"}', { names: 1, depth: 1, values: 1 }],
  ['{"a{":1}', { names: 1, depth: 1, values: 1 }],
  ['{"a":"\\"b\\":"}', { names: 1, depth: 1, values: 1 }],
  ['{"a\\\\":1}', { names: 1, depth: 1, values: 1 }],
  ['["\\\\","b"]', { names: 0, depth: 1, values: 2 }],
  ['["\\\\\\"",{}]', { names: 0, depth: 2, values: 3 }],
  // A string that never ends, and brackets that do not match, end the count without harm.
  ['{"a', { names: 0, depth: 1, values: 1 }],
  ["]]}[", { names: 0, depth: 0, values: 1 }],
])("%j holds %j", (text, measure) => {
  expect(measureText(text)).toEqual(measure);
});

test("finds the end of every string, wherever in the text it stands", () => {
  const strings = fc.array(
    fc.string({ unit: fc.constantFrom("a", '"', "\\", "{", "é"), maxLength: 20 }),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(strings, fc.nat({ max: 7 }), (values, spaces) => {
      const named = values.map((value, index) => `"n${index}":${JSON.stringify(value)}`);
      const text = `${" ".repeat(spaces)}{${named.join(",")}}`;
      const { length } = values;
      expect(measureText(text)).toEqual({ names: length, depth: 1, values: Math.max(1, length) });
    }),
  );
});
