import { tokenize } from "../../../../guard/network/waf/condition-tokens";

const words = (text: string) => tokenize(text)?.map(({ kind, text: word }) => `${kind} ${word}`);

describe("the words of a condition", () => {
  test.each<[string, readonly string[]]>([
    ["", []],
    ["   ", []],
    [" a.b_1 ", ["path a.b_1"]],
    ["a||b", ["path a", "symbol ||", "path b"]],
    ["! ( a && b )", ["symbol !", "symbol (", "path a", "symbol &&", "path b", "symbol )"]],
    ["a<=b", ["path a", "symbol <=", "path b"]],
    ["a >= b", ["path a", "symbol >=", "path b"]],
    ["a<b>c", ["path a", "symbol <", "path b", "symbol >", "path c"]],
    ["a==b", ["path a", "symbol ==", "path b"]],
    ["a != b", ["path a", "symbol !=", "path b"]],
    ["['x', 'y']", ["symbol [", "string x", "symbol ,", "string y", "symbol ]"]],
    ['http.headers."x-token"[0]', ['path http.headers."x-token"[0]']],
    ['http.headers."a\\"b"', ['path http.headers."a\\"b"']],
    ["list[-12]", ["path list[-12]"]],
    ["list[x]", ["path list", "symbol [", "path x", "symbol ]"]],
    ["'it\\'s'", ["string it's"]],
    ["'a\\\\b'", ["string a\\b"]],
    ["'a\\nb'", ["string a\\nb"]],
    ['`["US"]`', ['json ["US"]']],
    ["`a\\`b`", ["json a`b"]],
  ])("of %j are %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each(["'open", "`open", "a.", "1a", "a = b", "a | b", "a & b", "# a"])(
    "are none at all in %j",
    (text) => {
      expect(tokenize(text)).toBeUndefined();
    },
  );
});
