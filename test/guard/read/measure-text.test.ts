import fc from "fast-check";
import { measureText } from "../../../guard/read/measure-text";
import { NameWatch } from "../../../guard/read/name-watch";

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

describe("the end of a string is found", () => {
  const inner = [
    "",
    "a",
    "ab",
    "abc",
    "abcd",
    "abcdefgh",
    '\\"',
    'a\\"',
    'abc\\"d',
    "\\\\",
    'abcd\\\\\\"é',
  ];
  test.each([0, 1, 2, 3, 4, 5])("with %i spaces before the text", (spaces) => {
    for (const value of inner) {
      const text = `${" ".repeat(spaces)}{"n":"${value}","m":{}}`;
      expect([value, measureText(text)]).toEqual([value, { names: 2, depth: 2, values: 3 }]);
    }
  });

  test("in bytes that begin anywhere in memory", () => {
    for (const spaces of [0, 1, 2, 3]) {
      const bytes = Buffer.concat([Buffer.alloc(spaces), Buffer.from('{"n":"abcdefgh","m":{}}')]);
      const part = new Uint8Array(bytes.buffer, bytes.byteOffset + spaces, bytes.length - spaces);
      expect(measureText(part)).toEqual({ names: 2, depth: 2, values: 3 });
    }
  });

  test("at the end of a text that breaks off in it", () => {
    for (const text of ['{"a":"', '{"a":"b', '{"a":"bcd', '{"a":"bcdefghi', '{"a":"b\\']) {
      expect([text, measureText(text)]).toEqual([text, { names: 1, depth: 1, values: 1 }]);
    }
  });
});

describe("a number may be too large", () => {
  const mayOverflow = (text: string): boolean => {
    const watch = new NameWatch();
    measureText(text, watch);
    return watch.mayOverflow;
  };
  const digits = (count: number) => "9".repeat(count);

  test.each([
    '{"a":1e3}',
    '{"a":0E3,"b":1}',
    '{"a":9e9}',
    "[1,2e2]",
    '{"a":1,"b":2e2}',
    `{"a":${digits(298)}}`,
    `{"a":${digits(298)},"b":1}`,
    `[1,${digits(299)}]`,
    `[${digits(300)},1]`,
  ])("in %j", (text) => {
    expect(mayOverflow(text)).toBe(true);
  });

  test.each([
    '{"a":1}',
    '{"a":true,"b":false,"c":null}',
    '{"a":"1e3"}',
    '{"1e3":1}',
    "e",
    '{"a":[true,false]}',
    `{"a":${digits(297)}}`,
    `{"a":${digits(297)},"b":1}`,
    `[1,${digits(298)}]`,
    `{"a":"${digits(400)}"}`,
    `[${'"x",'.repeat(200)}1]`,
    `[${"1,".repeat(200)}1]`,
    `[${"[1],".repeat(200)}1]`,
  ])("and cannot in %j", (text) => {
    expect(mayOverflow(text)).toBe(false);
  });
});
