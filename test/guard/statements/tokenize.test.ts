import { toSourceTexts } from "../../../guard/statements/source-text";
import { type Token, tokenize } from "../../../guard/statements/tokenize";

function tokensOf(text: string): readonly Token[] {
  return toSourceTexts(text).flatMap((source) => tokenize(source));
}

/** `kind text` of every token but the last. */
function brief(text: string): readonly string[] {
  return tokensOf(text)
    .slice(0, -1)
    .map((token) => `${token.kind} ${token.text}`);
}

describe("tokenize", () => {
  test.each([
    ["a b", ["word a", "word b"]],
    ["  a\t\n\u00A0b ", ["word a", "word b"]],
    ["a='b c'", ["word a", "symbol =", "string b c"]],
    ['a!="b"', ["word a", "symbol !=", "string b"]],
    ["a ! =b", ["word a", "symbol !", "symbol =", "word b"]],
    ["=='x'", ["symbol =", "symbol =", "string x"]],
    ["!!=", ["symbol !", "symbol !="]],
    ["{a,b}", ["symbol {", "word a", "symbol ,", "word b", "symbol }"]],
    ["(a)", ["symbol (", "word a", "symbol )"]],
    ["/a b*/", ["pattern a b*"]],
    ["x = //", ["word x", "symbol =", "pattern "]],
    ["''", ["string "]],
    ["'a'/'b'", ["string a", "symbol /", "string b"]],
    ["'a' /b/", ["string a", "pattern b"]],
    ["a/'b'", ["word a/", "string b"]],
    ["a /b/", ["word a", "pattern b"]],
    ["{/b/}", ["symbol {", "pattern b", "symbol }"]],
    ["a/b", ["word a/b"]],
    ["\u2018a b\u2019", ["string a b"]],
    ["\u201Ca b\u201D", ["string a b"]],
    ["\u2018it's\u2019", ["string it's"]],
    ["a\u2019b", ["word a", "symbol \u2019", "word b"]],
    ["'a\"b' \"c'd\"", ['string a"b', "string c'd"]],
    ["Domain:Group-1_x.y", ["word Domain:Group-1_x.y"]],
    ["", []],
  ])("splits %j", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test("says where each token begins and ends", () => {
    expect(tokensOf("a 'b c'!=/d/").map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 7],
      [7, 9],
      [9, 12],
      [12, 12],
    ]);
  });

  test("ends with a token without text", () => {
    expect(tokensOf("a ").at(-1)).toEqual({
      kind: "end",
      text: "",
      lower: "",
      start: 2,
      end: 2,
      holes: [],
    });
  });

  test.each([
    ["ABC 'DeF'", ["abc", "def"]],
    ["ÄB 'ÇD' É", ["äb", "çd", "é"]],
    // One letter whose small form is two characters long: those after it stay in their place.
    ["\u0130 ABC", ["\u0130".toLowerCase(), "abc"]],
    ["A${var.X}B", ["a${var.x}b"]],
  ])("puts %j into small letters", (text, lower) => {
    expect(
      tokensOf(text)
        .slice(0, -1)
        .map((token) => token.lower),
    ).toEqual(lower);
  });

  test("keeps the expressions of each token apart", () => {
    const tokens = tokensOf("a ${x} 'b${y}${z}' c");
    expect(tokens.map(({ text, holes }) => [text, holes])).toEqual([
      ["a", []],
      ["${x}", ["x"]],
      ["b${y}${z}", ["y", "z"]],
      ["c", []],
      ["", []],
    ]);
  });

  test("takes an expression for no part of the next token", () => {
    expect(tokensOf("'a'${x}").map(({ text, holes }) => [text, holes])).toEqual([
      ["a", []],
      ["${x}", ["x"]],
      ["", []],
    ]);
  });

  test("shows a character that stands for an expression, and is none, as one", () => {
    const [token] = tokensOf("a\uE000b");
    expect(token).toMatchObject({ text: "a${…}b", holes: [] });
  });

  test.each([
    ["a 'b", "the quote ' is not closed"],
    ['"b', 'the quote " is not closed'],
    ["\u201Cb\u201C", "the quote \u201C is not closed"],
    ["a = /b", "the pattern / is not closed"],
  ])("refuses %j", (text, message) => {
    expect(() => tokensOf(text)).toThrow(message);
  });
});
