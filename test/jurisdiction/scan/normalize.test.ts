import { identity, written } from "../../../jurisdiction/scan/mapped-text";
import { normalize } from "../../../jurisdiction/scan/normalize";

const plain = (text: string) => normalize(identity(text)).text;

describe("a character becomes the plain one that it stands for", () => {
  test.each([
    ["a full-width letter", "\uff45u", "eu"],
    ["a mathematical letter of two code units", "\u{1d41e}u", "eu"],
    ["a letter with an accent", "fr\u00e4nk", "frank"],
    ["a ligature", "\ufb01n", "fin"],
    ["a Cyrillic letter", "\u0435u", "eu"],
    ["a lunate sigma, which is no sigma to the eye", "\u03f2a", "ca"],
    ["a Cyrillic letter with an accent", "\u0439", "\u0438"],
    ["a Greek letter with an accent", "\u03cc", "o"],
    ["a non-breaking hyphen", "eu\u2011f", "eu-f"],
    ["an em dash", "eu\u2014f", "eu-f"],
    ["a wave dash", "eu\u301cf", "eu-f"],
    ["a full-width hyphen", "eu\uff0df", "eu-f"],
    ["a minus sign", "eu\u2212f", "eu-f"],
    ["a heavy minus sign", "eu\u2796f", "eu-f"],
    ["a hyphen bullet", "eu\u2043f", "eu-f"],
    ["a modifier minus", "eu\u02d7f", "eu-f"],
    ["an ideographic full stop", "a\u3002b", "a.b"],
    ["a full-width full stop", "a\uff0eb", "a.b"],
    ["a half-width full stop", "a\uff61b", "a.b"],
    ["a one dot leader", "a\u2024b", "a.b"],
    ["an Arabic full stop", "a\u06d4b", "a.b"],
    ["a full-width digit", "f-\uff11", "f-1"],
    ["an Arabic zero", "\u0660", "0"],
    ["an Arabic nine", "\u0669", "9"],
    ["a Devanagari five", "\u096b", "5"],
    ["a digit of two code units", "\u{104a3}", "3"],
    ["a non-breaking space", "a\u00a0b", "a b"],
  ])("%s", (_what, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  // One script has two sets of digits, the one right after the other.
  const hasTwoSets = /\p{Nd}/u.test("\u{116da}");
  (hasTwoSets ? test : test.skip)("a digit of a second set in a row", () => {
    expect(plain("\u{116d0}\u{116d9}\u{116da}\u{116e3}")).toBe("0909");
  });
});

describe("a character that is not seen is left out", () => {
  test.each([
    ["a combining accent", "a\u0301b"],
    ["a zero-width space", "a\u200bb"],
    ["a soft hyphen", "a\u00adb"],
    ["a right-to-left mark", "a\u200fb"],
    ["a byte order mark", "a\ufeffb"],
    ["a variation selector", "a\ufe0fb"],
    ["a tag", "a\u{e0061}b"],
    ["a Hangul filler", "a\u3164b"],
    ["a half-width Hangul filler", "a\uffa0b"],
    ["a character that is ignored and not assigned yet", "a\u2065b"],
    ["zero", "a\u0000b"],
    ["backspace", "a\u0008b"],
    ["vertical tab", "a\u000bb"],
    ["form feed", "a\u000cb"],
    ["escape", "a\u001bb"],
    ["delete", "a\u007fb"],
    ["several in a row", "a\u200b\u0301\u0000b"],
  ])("%s", (_what, text) => {
    expect(plain(text)).toBe("ab");
  });
});

describe("what is neither stays as it is", () => {
  test.each([
    ["ASCII", ' !"#09AZaz[]{|}~'],
    ["tab and line ends", "a\tb\r\nc"],
    ["letters that look like no Latin one", "\u0436\u03bb\u4e2d\u0561"],
    ["a symbol", "\u2713 \u20ac"],
    ["a Roman number that no digit is", "\u2180"],
    ["half of a surrogate pair", "a\ud800b"],
  ])("%s", (_what, text) => {
    expect(plain(text)).toBe(text);
  });

  test("and text of ASCII alone is handed back", () => {
    const from = identity("eu-frankfurt-1");
    expect(normalize(from)).toBe(from);
  });
});

test("each character leads back to the one that it was made of", () => {
  const source = "x\u{1d41e}\u200b\u{1d42e}\ufb01y";
  const mapped = normalize(identity(source));
  expect(mapped.text).toBe("xeufiy");
  expect([...mapped.text].map((_, i) => written(mapped, i, i + 1))).toEqual([
    "x",
    "\u{1d41e}",
    "\u{1d42e}",
    "\ufb01",
    "\ufb01",
    "y",
  ]);
});
