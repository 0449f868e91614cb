import { cellCode, code, prose } from "../../../guard/report/markdown-text";

describe("a code span", () => {
  test.each([
    ["a name", "oci_kms_key.k", "`oci_kms_key.k`"],
    ["marks of Markdown, as they are", "**b** [l](x) @a #1", "`**b** [l](x) @a #1`"],
    ["nothing", "", "(empty)"],
    ["a backtick, in a longer fence", "a`b", "``a`b``"],
    ["the longest of several runs of backticks", "a`b```c``d", "````a`b```c``d````"],
    ["a backtick at the start, with room before the fence", "`a", "`` `a ``"],
    ["a backtick at the end, with room after the fence", "a`", "`` a` ``"],
    ["a space at the start, which Markdown would take away", " a", "`  a `"],
    ["a space at the end, which Markdown would take away", "a ", "` a  `"],
    ["a space within, without more room", "a b", "`a b`"],
    ["an unseen character, written out", "a\u200bb", "`a\\u{200b}b`"],
  ])("shows %s", (_what, text, shown) => {
    expect(code(text)).toBe(shown);
  });

  test("cuts a name to 300 characters, and says so with an ellipsis", () => {
    expect(code("x".repeat(300))).toBe(`\`${"x".repeat(300)}\``);
    expect(code("x".repeat(301))).toBe(`\`${"x".repeat(299)}…\``);
  });
});

describe("code in a cell", () => {
  test.each([
    ["a region, as it is", "us-ashburn-1", "<code>us-ashburn-1</code>"],
    [
      "letters, marks and digits of any script",
      "Zu\u0308rich 東京 7",
      "<code>Zu\u0308rich 東京 7</code>",
    ],
    ["dots, slashes and an ellipsis", "a/b.c…", "<code>a/b.c…</code>"],
    ["what would end the cell, as a reference", "a|b", "<code>a&#124;b</code>"],
    ["markup, as references", "<b>&", "<code>&#60;b&#62;&#38;</code>"],
    ["an emoji, as one reference", "🪣", "<code>&#129699;</code>"],
    ["an underscore, as a reference", "a_b", "<code>a&#95;b</code>"],
    ["nothing, without an element", "", ""],
  ])("shows %s", (_what, text, shown) => {
    expect(cellCode(text)).toBe(shown);
  });

  test("cuts a name to 300 characters", () => {
    expect(cellCode("x".repeat(301))).toBe(`<code>${"x".repeat(299)}…</code>`);
  });
});

describe("prose", () => {
  test.each([
    [
      "a sentence, as it is",
      "It lies in us-ashburn-1, (see) 'b'.",
      "It lies in us-ashburn-1, (see) 'b'.",
    ],
    ["markup, as references that stay whole", "<x> & y", "&lt;x&gt; &amp; y"],
    ["a reference, as its letters", "&lt; &#60;", "&amp;lt; &amp;\\#<!-- -->60;"],
    ["a backslash", "a\\b", "a\\\\b"],
    ["a code span", "`a`", "\\`a\\`"],
    ["emphasis", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"],
    ["a link and a picture", "![a](b) [c]", "\\!\\[a\\](b) \\[c\\]"],
    ["a cell's end", "a|b", "a\\|b"],
    ["an address of the web", "https://a.b", "https\\://a.b"],
    ["a formula and a footnote", "$a$ [^1]", "\\$a\\$ \\[\\^1\\]"],
    ["a mention, which ends at once", "@octocat", "\\@<!-- -->octocat"],
    ["a reference to an issue, which ends at once", "#12", "\\#<!-- -->12"],
    [
      "a host that GitHub would link, in any case",
      "www.a.b WwW.c",
      "www<!-- -->.a.b WwW<!-- -->.c",
    ],
    ["a word with www that GitHub would not link", "awwward www", "awwward www"],
  ])("shows %s", (_what, text, shown) => {
    expect(prose(text)).toBe(shown);
  });

  test("cuts a sentence to 1,200 characters, and never within an escape", () => {
    expect(prose("x".repeat(1200))).toBe("x".repeat(1200));
    expect(prose("#".repeat(1201))).toBe(`${"\\#<!-- -->".repeat(1199)}…`);
  });
});
