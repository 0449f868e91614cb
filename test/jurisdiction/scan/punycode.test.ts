import { domainToASCII, domainToUnicode } from "node:url";
import fc from "fast-check";
import { decodePunycode } from "../../../jurisdiction/scan/punycode";

describe("a label is decoded", () => {
  test.each([
    ["with letters of its own before the coded ones", "bcher-kva", "bücher"],
    ["whatever the case of its digits", "bcher-KVA", "bücher"],
    ["of coded letters alone", "9ca", "é"],
    ["of nothing", "", ""],
    ["that ends with its last hyphen", "a-", "a"],
    ["with hyphens of its own", "eu-frnkfurt-1-ffb", "eu-fränkfurt-1"],
    ["of the last letter before the surrogates", "hb9b", "\ud7ff"],
    ["of the first letter after the surrogates", "0y0c", "\ue000"],
    ["of the last code point", "dn32g", "\u{10ffff}"],
    ["of two letters far from each other", "abc-d91su419g", "abc\uf954\u{1f600}"],
    ["as long as a label may be", "a".repeat(63), "\u0080".repeat(63)],
  ])("%s", (_what, label, expected) => {
    expect(decodePunycode(label)).toBe(expected);
  });
});

describe("a label is refused", () => {
  test.each([
    ["that is longer than a label may be", "a".repeat(64)],
    ["that begins with its only hyphen", "-kva"],
    ["that codes the first surrogate", "ib9b"],
    ["that codes the last surrogate", "zy0c"],
    ["that codes more than there are code points", "en32g"],
    ["that codes a number too large to be exact", "999999999999"],
    ["that breaks off within a number", "bcher-kv9"],
    ["with a coded letter beyond ASCII", "ä"],
    ["with a character before the digits", "9c/"],
    ["with a character after the digits", "9c:"],
    ["with a character before the letters", "9c@"],
    ["with a character after the letters", "9c{"],
  ])("%s", (_what, label) => {
    expect(decodePunycode(label)).toBeUndefined();
  });
});

test("agrees with the platform on every label that it encodes", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zа-яα-ωä-ü]{1,20}$/), (word) => {
      const ascii = domainToASCII(word);
      fc.pre(ascii.startsWith("xn--"));
      expect(decodePunycode(ascii.slice(4))).toBe(domainToUnicode(ascii));
    }),
    { numRuns: 500 },
  );
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9-]{1,63}$/)), (label) => {
      const decoded = decodePunycode(label);
      expect(decoded === undefined || typeof decoded === "string").toBe(true);
    }),
    { numRuns: 1000 },
  );
});
