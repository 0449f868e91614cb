import { printable } from "../../../guard/report/printable";
import { HOSTILE } from "./results";

describe("printable", () => {
  test.each(HOSTILE)("leaves no character of %s that acts instead of showing", (_what, name) => {
    expect(printable(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164\ufffe]/u);
  });

  test("leaves ordinary text of any script as it is, with emoji and accents", () => {
    const text = "Zürich 東京 שלום école ❤️ 🇺🇸 <b> & 'x'";
    expect(printable(text)).toBe(text);
  });

  test("cuts to the limit, escapes included, and never between the halves of a pair", () => {
    expect(printable("abcdef", 4)).toBe("abc…");
    expect(printable("abcd", 4)).toBe("abcd");
    expect(printable("😀😀", 2)).toBe("…");
    expect(printable("\u0000\u0000\u0000", 10)).toBe("\\u{0}\\u{0…");
    expect(printable("x".repeat(1_000_000), 5)).toBe("xxxx…");
  });

  test.each([
    ["a control character", "a\u0007b", "a\\u{7}b"],
    ["a byte order mark", "\ufeffa", "\\u{feff}a"],
    ["half of a surrogate pair", "a\ud800", "a\\u{d800}"],
    ["a character for private use", "\ue000", "\\u{e000}"],
    ["a noncharacter", "\ufffe", "\\u{fffe}"],
    ["one that fonts leave out", "\u3164", "\\u{3164}"],
    ["one beyond the basic plane", "\u{e0041}", "\\u{e0041}"],
    ["line and paragraph separators", "\u2028\u2029", "\\u{2028}\\u{2029}"],
  ])("writes out %s", (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test("keeps what makes a sign text or an emoji, and writes out other selectors", () => {
    expect(printable("❤\ufe0e ❤\ufe0f ❤\ufe00")).toBe("❤\ufe0e ❤\ufe0f ❤\\u{fe00}");
  });

  test("leaves a whole pair before the ellipsis, and an ellipsis where there is room for no more", () => {
    expect(printable("😀😀", 3)).toBe("😀…");
    expect(printable("a😀😀", 3)).toBe("a…");
    expect(printable("ab", 1)).toBe("…");
    expect(printable("ab", 0)).toBe("…");
  });
});
