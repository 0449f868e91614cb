import { domainToASCII, domainToUnicode } from "node:url";
import fc from "fast-check";
import { decodePunycode } from "../../../jurisdiction/scan/punycode";

test.each([
  ["bcher-kva", "bücher"],
  ["u-frankfurt-1-6tf", undefined],
  ["", ""],
  ["999999999999", undefined],
  ["ä", undefined],
  ["a".repeat(64), undefined],
])("%j decodes to %j", (label, expected) => {
  if (expected === undefined) {
    expect(() => decodePunycode(label)).not.toThrow();
    expect(decodePunycode(label)).not.toBe(label);
  } else {
    expect(decodePunycode(label)).toBe(expected);
  }
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
