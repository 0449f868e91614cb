import {
  ALWAYS,
  judgeRules,
  type WafAction,
  type WafRule,
} from "../../../guard/network/waf/admitted";
import { parseCondition } from "../../../guard/network/waf/condition";

const COUNTRY = "connection.source.geo.countryCode";

function truth(text: string, country: string | undefined) {
  const condition = parseCondition(text);
  return condition === undefined ? "not understood" : condition.of(country);
}

describe("a condition by country", () => {
  test.each([
    [`i_contains(['US'], ${COUNTRY})`, true, false],
    [`i_contains(['us', 'ca'], ${COUNTRY})`, true, false],
    [`!i_contains(['US'], ${COUNTRY})`, false, true],
    [`! contains(['US', 'CA'], ${COUNTRY})`, false, true],
    [`contains(\`["US"]\`, ${COUNTRY})`, true, false],
    [`${COUNTRY} == 'US'`, true, false],
    [`'US' == ${COUNTRY}`, true, false],
    [`${COUNTRY} != 'US'`, false, true],
    [`contains(${COUNTRY}, 'US')`, true, false],
    [`(${COUNTRY} == 'US' || ${COUNTRY} == 'CA')`, true, false],
    [`!(${COUNTRY} == 'US') && !(${COUNTRY} == 'CA')`, false, true],
    [`!!(${COUNTRY} == 'US')`, true, false],
    ["`true`", true, true],
    ["`false`", false, false],
  ] as const)("%s is %s for the United States and %s for Germany", (text, us, de) => {
    expect(truth(text, "US")).toBe(us);
    expect(truth(text, "DE")).toBe(de);
  });

  test("takes a request without a known country for one of no country that it names", () => {
    expect(truth(`!i_contains(['US'], ${COUNTRY})`, undefined)).toBe(true);
    expect(truth(`${COUNTRY} == 'US'`, undefined)).toBe(false);
  });

  test("compares exactly where the function does: contains(['us']) matches no country", () => {
    expect(truth(`contains(['us'], ${COUNTRY})`, "US")).toBe(false);
    expect(truth(`${COUNTRY} == 'us'`, "US")).toBe(false);
  });

  test.each([
    "http.request.url.path == '/health'",
    "starts_with(http.request.url.path, '/public')",
    "address_in_network_address_list(connection.source.address, ['ocid1.webappfirewallnetworkaddresslist.oc1..a'])",
    "http.request.headers.\"x-token\"[0] == 'secret'",
    "contains(keys(http.request.headers), 'x')",
    "i_equals(http.request.method, 'GET')",
  ])("depends on the request where it tests something else: %s", (text) => {
    expect(truth(text, "DE")).toBe("depends");
  });

  test("joins what depends with what the country decides", () => {
    const path = "http.request.url.path == '/health'";
    expect(truth(`${COUNTRY} == 'US' && ${path}`, "DE")).toBe(false);
    expect(truth(`${COUNTRY} == 'US' && ${path}`, "US")).toBe("depends");
    expect(truth(`${COUNTRY} == 'US' || ${path}`, "DE")).toBe("depends");
    expect(truth(`!(${path})`, "DE")).toBe("depends");
  });

  test.each([
    "",
    "(",
    "!",
    `${COUNTRY} ==`,
    `i_contains(['US'] ${COUNTRY})`,
    `i_contains(['US', ${COUNTRY}], 'US')`,
    `contains('US,CA', ${COUNTRY})`,
    `ends_with(${COUNTRY}, 'S')`,
    `length(${COUNTRY}) == \`2\``,
    `to_string(connection.source.geo) == 'x'`,
    "connection.source.geo == `{}`",
    `${COUNTRY} == http.request.headers.x[0]`,
    `${COUNTRY} && 'x'`,
    `${COUNTRY} == 'US' extra`,
    `${COUNTRY} | [0]`,
    "'unclosed",
    "`{broken`",
    "(".repeat(900),
    `${"!".repeat(1100)}\`true\``,
  ])("is not understood where it is of no form that is known: %j", (text) => {
    expect(truth(text, "US")).toBe("not understood");
  });
});

describe("the rules of a firewall", () => {
  const rule = (action: WafAction, condition: string | undefined): WafRule => ({
    name: "r",
    action,
    condition: condition === undefined ? undefined : parseCondition(condition),
  });
  const outcome = (rules: readonly WafRule[], fallback: WafAction) =>
    judgeRules(rules, fallback, ["US"]).status;

  const REFUSE_ABROAD = `!i_contains(['US'], ${COUNTRY})`;
  const US = `${COUNTRY} == 'US'`;

  test("keep everyone else out by a refusal of every other country", () => {
    expect(outcome([rule("block", REFUSE_ABROAD)], "allow")).toBe("through-waf");
  });

  test("keep everyone else out by admitting one country and refusing the rest", () => {
    expect(outcome([rule("allow", US)], "block")).toBe("through-waf");
    expect(outcome([], "block")).toBe("through-waf");
  });

  test.each([
    ["nothing is refused", [], "allow"],
    [
      "some countries are refused and the rest is let in",
      [rule("block", `${COUNTRY} == 'RU'`)],
      "allow",
    ],
    [
      "another country is admitted",
      [rule("allow", `i_contains(['US', 'DE'], ${COUNTRY})`)],
      "block",
    ],
    [
      "the refusal of others has an exception for one",
      [rule("block", `!i_contains(['US', 'FR'], ${COUNTRY})`)],
      "allow",
    ],
    [
      "everything is admitted before the refusal",
      [{ name: "r", action: "allow", condition: ALWAYS }, rule("block", REFUSE_ABROAD)],
      "allow",
    ],
    ["the refusal only logs", [rule("continue", REFUSE_ABROAD)], "allow"],
    [
      "the country is written in the wrong case",
      [rule("block", `contains(['us'], ${COUNTRY})`)],
      "allow",
    ],
  ] as const)("are open where %s", (_why, rules, fallback) => {
    expect(outcome(rules, fallback)).toBe("open");
  });

  test.each([
    [
      "a path is admitted before the refusal",
      [rule("allow", "http.request.url.path == '/health'"), rule("block", REFUSE_ABROAD)],
      "allow",
    ],
    [
      "a condition is not understood, and admits",
      [rule("allow", "what(is, this)("), rule("block", REFUSE_ABROAD)],
      "allow",
    ],
    ["only a condition that is not understood refuses", [rule("block", undefined)], "allow"],
    [
      "only what depends on the request refuses",
      [rule("block", `${REFUSE_ABROAD} && http.request.method == 'POST'`)],
      "allow",
    ],
    ["an action is not known", [rule("unknown", REFUSE_ABROAD)], "block"],
    ["the default action is not known", [], "unknown"],
  ] as const)("prove nothing where %s", (_why, rules, fallback) => {
    expect(outcome(rules, fallback)).toBe("unproven");
  });

  test("are not weakened by a refusal that is not understood, before one that is", () => {
    expect(outcome([rule("block", "what(is, this)("), rule("block", REFUSE_ABROAD)], "allow")).toBe(
      "through-waf",
    );
  });
});
