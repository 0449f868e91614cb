import fc from "fast-check";
import { replaceMatches } from "../../../../guard/model/expression/regular-expression";

describe("a regular expression", () => {
  test.each<[string, string, string, string]>([
    ["us-phoenix-1", "us-[a-z]+", "eu-milan", "eu-milan-1"],
    ["eu.frankfurt.1", "\\.", "-", "eu-frankfurt-1"],
    ["eu/west", "/", "-", "eu-west"],
    ["1-eu-west", "^(\\d)-(.*)$", "$2-$1", "eu-west-1"],
    ["x1y22z", "[0-9]{1,2}", "N", "xNyNz"],
    ["a1-b2", "[^a-z-]", "", "a-b"],
    ["phoenix", "phoenix|ashburn", "sanjose", "sanjose"],
    ["abcb", "(a|b)", "<$1>", "<a><b>c<b>"],
    ["foo", "fo+?", "x", "xo"],
    ["abc", "(?:a)(b)", "${1}$$", "b$c"],
    // A name goes on as long as it can: there is no group called 1x.
    ["abc", "(b)", "$1x", "ac"],
    ["abc", "(b)", "${1}x", "abxc"],
    ["abc", "(b)", "$2", "ac"],
    ["abc", "z", "x", "abc"],
    // Classes of letters and digits are those of ASCII.
    ["é1", "\\w", "x", "éx"],
    ["a😀b", "a.b", "x", "x"],
    ["a]b}", "[\\]]|}", "x", "axbx"],
    ["a-z", "[a-]", "x", "xxz"],
  ])("is worked out: %j with %j for %j", (text, pattern, replacement, result) => {
    expect(replaceMatches(text, pattern, replacement)).toBe(result);
  });

  test.each<[string, string, string]>([
    ["an empty match", "abc", "x*"],
    ["a flag", "aXb", "(?i)x"],
    ["a named group", "ab", "(?P<n>a)"],
    ["a repeated group", "ab", "(?:(a)|b)*"],
    ["white space", "a b", "\\s"],
    ["a named class", "a", "[[:alpha:]]"],
    ["a bracket at the start of a class", "a]", "[]]"],
    ["a Unicode class", "a", "\\pL"],
    ["a look ahead, which RE2 has not", "ab", "a(?=b)"],
    ["a back reference, which RE2 has not", "aa", "(a)\\1"],
    ["a possessive quantifier", "a", "a++"],
    ["a range that goes down", "a", "[z-a]"],
    ["a count that goes down", "aa", "a{3,2}"],
    ["a bracket that is not closed", "a", "[a"],
    ["a group that is not closed", "a", "(a"],
    ["a group that is not opened", "a", "a)"],
    ["nothing to repeat", "a", "+a"],
    ["an escape at the end", "a", "a\\"],
    ["an end of line of another system", "a\r\nb", "a.*"],
    ["so many ways to match that it takes too long", "x".repeat(5000), "x*x*x*y"],
  ])("is left to Terraform for %s", (_what, text, pattern) => {
    expect(replaceMatches(text, pattern, "r")).toBeUndefined();
  });

  test("never throws, and is one that JavaScript reads", () => {
    const piece = fc.constantFrom(
      ..."a b - ^ $ . * + ? ( ) (?: [ ] { } {1} {1,2} {,2} | \\ \\d \\w \\. / $1 ${1}".split(" "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.string({ maxLength: 12 }), (all, text) => {
        expect(() => replaceMatches(text, all.join(""), all.join(""))).not.toThrow();
      }),
    );
  });
});
