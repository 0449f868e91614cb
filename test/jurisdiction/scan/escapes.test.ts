import { resolveEscapes } from "../../../jurisdiction/scan/escapes";
import { identity, written } from "../../../jurisdiction/scan/mapped-text";

const resolved = (text: string) => resolveEscapes(identity(text)).text;

describe("percent encoding", () => {
  test.each([
    ["of a hyphen, in either case", "eu%2Df%2d1", "eu-f-1"],
    ["of two bytes", "%c3%a9", "é"],
    ["of the last letter of two bytes", "%df%bf", "\u07ff"],
    ["of the first letter of three bytes", "%e0%a0%80", "\u0800"],
    ["of three bytes", "%e2%80%91", "\u2011"],
    ["of the last letter of three bytes", "%ef%bf%bd", "\ufffd"],
    ["of the first letter of four bytes", "%f0%90%80%80", "\u{10000}"],
    ["of four bytes", "%f0%9d%90%9e", "\u{1d41e}"],
    ["of several letters in a row", "%65%c3%a9%75", "eéu"],
    ["of a byte that begins no letter", "%80%2d", "\ufffd-"],
    ["of the last byte of ASCII", "%7f", "\u007f"],
    ["of a percent sign, one level at a time", "%252D", "%2D"],
  ])("%s is resolved", (_what, text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test.each(["100%", "5% off", "%2", "%g0", "%-2d"])("%s is none", (text) => {
    expect(resolved(text)).toBe(text);
  });

  /** Each character with what it was written as. */
  const pieces = (text: string) => {
    const mapped = resolveEscapes(identity(text));
    return Array.from(mapped.text, (char, i) => [char, written(mapped, i, i + 1)]);
  };

  test.each([
    [
      "x%e2%80%91%31y",
      [
        ["x", "x"],
        ["\u2011", "%e2%80%91"],
        ["1", "%31"],
        ["y", "y"],
      ],
    ],
    [
      "%80%2d",
      [
        ["\ufffd", "%80"],
        ["-", "%2d"],
      ],
    ],
    [
      "a%e2%80b",
      [
        ["a", "a"],
        ["\ufffd", "%e2%80"],
        ["b", "b"],
      ],
    ],
    [
      "a%c3%a9%c3b",
      [
        ["a", "a"],
        ["é", "%c3%a9"],
        ["\ufffd", "%c3"],
        ["b", "b"],
      ],
    ],
  ])("each character of %s leads back to its bytes", (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  test("two bytes that begin with 0xC0 are taken together, as they would be if they were allowed", () => {
    const mapped = resolveEscapes(identity("%c0%ad%2d"));
    expect(mapped.text.endsWith("-")).toBe(true);
    expect(written(mapped, 0, 1)).toBe("%c0%ad");
  });
});

describe("a backslash escape", () => {
  test.each([
    ["of four digits", "eu\\u002df", "eu-f"],
    ["of four digits in upper case", "EU\\u002DF", "EU-F"],
    ["inside JSON inside JSON", "eu\\\\\\\\u002df", "eu-f"],
    ["in braces", "\\u{65}u", "eu"],
    ["in braces, with leading zeros", "\\u{000065}u", "eu"],
    ["of two digits", "\\x65u", "eu"],
    ["of two digits inside JSON", "\\\\x65u", "eu"],
    ["of both halves of a letter", "\\ud835\\udc1eu", "\u{1d41e}u"],
    ["of the last code point", "\\u{10ffff}", "\u{10ffff}"],
    ["of more than there are code points", "\\u{110000}", "\ufffd"],
  ])("%s is resolved", (_what, text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test.each(["C:\\users\\eu", "\\u00", "\\u{}", "\\u{1234567}", "\\x6", "\\n", "u002d"])(
    "%s is none",
    (text) => {
      expect(resolved(text)).toBe(text);
    },
  );
});

describe("an HTML entity", () => {
  test.each([
    ["eu&#45;f", "eu-f"],
    ["eu&#00045;f", "eu-f"],
    ["eu&#45f", "eu-f"],
    ["&#119070;", "\u{1d11e}"],
    ["&#1114111;", "\u{10ffff}"],
    ["&#1114112;", "\ufffd"],
    ["eu&#x2d;f", "eu-f"],
    ["eu&#X2D;f", "eu-f"],
    ["eu&#x0002d;f", "eu-f"],
    ["eu&#x2d-f", "eu--f"],
    ["&#x1d41e;u", "\u{1d41e}u"],
    ["eu&hyphen;f", "eu-f"],
    ["eu&dash;f", "eu-f"],
    ["eu&minus;f", "eu-f"],
    ["eu&ndash;f", "eu-f"],
    ["eu&mdash;f", "eu-f"],
    ["fra&shy;nk", "frank"],
    ["a&period;b", "a.b"],
    ["arn&colon;aws", "arn:aws"],
    ["a&amp;b", "a&b"],
    ["a&lowbar;b", "a_b"],
    ["&quot;fra&quot;", '"fra"'],
    ["&apos;fra&apos;", "'fra'"],
    ["EU&HYPHEN;F", "EU-F"],
  ])("%s is resolved", (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test.each(["a & b", "a&b=c", "&hyphen", "&nothing;", "&#;", "&#x;", "#45;"])(
    "%s is none",
    (text) => {
      expect(resolved(text)).toBe(text);
    },
  );
});

describe("a Punycode label", () => {
  test.each([
    ["xn--bcher-kva.example", "bücher.example"],
    ["www.XN--BCHER-KVA.example", "www.BüCHER.example"],
  ])("%s is resolved", (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test.each(["xn--99999999", "axn--bcher-kva", "xn-bcher-kva", "xn--"])("%s is none", (text) => {
    expect(resolved(text)).toBe(text);
  });
});

test("text without escapes is handed back", () => {
  const from = identity("eu-frankfurt-1");
  expect(resolveEscapes(from)).toBe(from);
});

test("what stands around and between escapes stays", () => {
  expect(resolved("a\\x2db&#45;c%2dd")).toBe("a-b-c-d");
});
