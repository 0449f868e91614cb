import {
  Html,
  html,
  shortened,
  shortenedSentence,
  trusted,
} from "../../../../guard/report/html/escape";

describe("a template", () => {
  test.each<[string, Html, string]>([
    [
      "a text, with what acts in markup escaped",
      html`<p>${`&<>"'\``}</p>`,
      "<p>&amp;&lt;&gt;&quot;&#39;&#96;</p>",
    ],
    ["a text, with what is not seen written out", html`${"a\u202eb"}`, "a\\u{202e}b"],
    ["markup, as it is", html`<p>${trusted("<b>&amp;</b>")}</p>`, "<p><b>&amp;</b></p>"],
    ["a template within", html`<p>${html`<b>${"<"}</b>`}</p>`, "<p><b>&lt;</b></p>"],
    ["a number", html`${0} of ${7}`, "0 of 7"],
    ["nothing, as nothing", html`a${undefined}b`, "ab"],
    ["an empty text", html`a${""}b`, "ab"],
    ["a list of all of them", html`${["<", html`<i>`, 1, undefined, ["&"]]}`, "&lt;<i>1&amp;"],
    ["no value", html`<br>`, "<br>"],
    ["no text", html``, ""],
  ])("takes %s", (_what, made, text) => {
    expect(made).toBeInstanceOf(Html);
    expect(made.text).toBe(text);
  });
});

describe("a long text", () => {
  const middle = (left: number) =>
    `${"a".repeat(400)} … ${left} characters left out … ${"z".repeat(120)}`;
  const long = (length: number) => "a".repeat(length - 300) + "z".repeat(300);

  test("is shown whole as a name of up to 600 characters", () => {
    expect(shortened(long(600))).toBe(long(600));
  });

  test("is shown without its middle as a longer name, and says how much that is", () => {
    expect(shortened("a".repeat(481) + "z".repeat(120))).toBe(middle(81));
  });

  test("is shown whole as a sentence of up to 4,000 characters", () => {
    expect(shortenedSentence(long(4000))).toBe(long(4000));
    expect(shortenedSentence(long(4001))).toBe(middle(3481));
  });
});
