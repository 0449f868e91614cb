import { printable } from "../../../guard";
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
});
