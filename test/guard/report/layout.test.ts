import { displayWidth, table, wrap } from "../../../guard/report/layout";

describe("the width of a text on a terminal", () => {
  test.each([
    ["plain text", "us-ashburn-1 ~", 14],
    ["nothing", "", 0],
    ["accents", "Zürich", 6],
    ["a combining mark", "Zu\u0308rich", 6],
    ["Chinese", "東京", 4],
    ["Hiragana and Katakana", "あア", 4],
    ["Hangul", "서울", 4],
    ["full-width forms and signs", "Ａ￥", 4],
    ["ideographic punctuation", "、。", 4],
    ["an emoji", "a🪣", 3],
    ["right-to-left letters", "שלום", 4],
  ])("of %s", (_what, text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("a table", () => {
  const rows = [
    ["inside", "us-ashburn-1", "the provider says so"],
    ["outside", "-", "nothing"],
  ];

  test("aligns its cells, with a gap between, and does not fill up the last", () => {
    expect(table(rows)).toEqual([
      ["inside   ", "us-ashburn-1  ", "the provider says so"],
      ["outside  ", "-             ", "nothing"],
    ]);
  });

  test("aligns by the columns of the terminal, not by characters", () => {
    expect(
      table([
        ["東京", "x"],
        ["abcd", "y"],
        ["a", "z"],
      ]),
    ).toEqual([
      ["東京  ", "x"],
      ["abcd  ", "y"],
      ["a     ", "z"],
    ]);
  });

  test("of no rows has none", () => {
    expect(table([])).toEqual([]);
    expect(table([], 40)).toEqual([]);
  });

  test("cuts nothing where it fits exactly", () => {
    // 7 + 2 + 12 + 2 + 20
    expect(table(rows, 43)).toEqual(table(rows));
  });

  test("narrows the last column first, and no more than it must", () => {
    const long = [["inside", "us-ashburn-1", "x".repeat(40)]];
    expect(table(long, 52)).toEqual([["inside  ", "us-ashburn-1  ", `${"x".repeat(29)}…`]]);
  });

  test("narrows the last to 24 columns and then the ones before to 8, the last of them first", () => {
    const long = [["a".repeat(20), "b".repeat(20), "c".repeat(40)]];
    expect(table(long, 60)).toEqual([
      [`${"a".repeat(20)}  `, `${"b".repeat(11)}…  `, `${"c".repeat(23)}…`],
    ]);
    expect(table(long, 50)).toEqual([
      [`${"a".repeat(13)}…  `, `${"b".repeat(7)}…  `, `${"c".repeat(23)}…`],
    ]);
    expect(table(long, 10)).toEqual([
      [`${"a".repeat(7)}…  `, `${"b".repeat(7)}…  `, `${"c".repeat(23)}…`],
    ]);
  });

  test("keeps a column that is narrow already", () => {
    expect(table([["abc", "d", "c".repeat(40)]], 10)).toEqual([
      ["abc  ", "d  ", `${"c".repeat(23)}…`],
    ]);
  });

  test("does not cut through a wide character", () => {
    expect(table([["東".repeat(20)]], 25)).toEqual([[`${"東".repeat(12)}…`]]);
    expect(table([["東".repeat(20)]], 26)).toEqual([[`${"東".repeat(12)}…`]]);
  });

  test("fills no column up beyond 64, so that one long name does not push all rows apart", () => {
    expect(
      table([
        ["x".repeat(100), "y"],
        ["a", "z"],
      ]),
    ).toEqual([
      [`${"x".repeat(100)}  `, "y"],
      [`a${" ".repeat(63)}  `, "z"],
    ]);
  });
});

describe("a text broken between words", () => {
  test.each<[string, string, number | undefined, readonly string[]]>([
    ["is one line where there is no limit", "a b c", undefined, ["a b c"]],
    ["is one line where it fits exactly", "ab cd", 5, ["ab cd"]],
    ["goes on in the next line where it does not", "ab cd ef", 5, ["ab cd", "ef"]],
    ["gives a longer word a line of its own", "a bcdefgh i", 4, ["a", "bcdefgh", "i"]],
    ["begins with a longer word without an empty line", "bcdefgh i", 4, ["bcdefgh", "i"]],
    ["counts the columns of wide characters", "東京 東京", 8, ["東京", "東京"]],
    ["is one empty line where it is empty", "", 4, [""]],
  ])("%s", (_what, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
