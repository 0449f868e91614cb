import {
  ALWAYS,
  judgeRules,
  type WafAction,
  type WafOutcome,
  type WafRule,
} from "../../../../guard/network/waf/admitted";
import type { CountryCondition } from "../../../../guard/network/waf/condition";

const isOneOf = (...codes: readonly string[]): CountryCondition => ({
  countries: new Set(codes),
  of: (country) => country !== undefined && codes.includes(country),
});
const DEPENDS: CountryCondition = { countries: new Set(), of: () => "depends" };
const rule = (name: string, action: WafAction, condition?: CountryCondition): WafRule => ({
  name,
  action,
  condition,
});

const unproven = (because: string): WafOutcome => ({ status: "unproven", because });
const open = (because: string): WafOutcome => ({ status: "open", because });
const CLOSED: WafOutcome = { status: "through-waf" };

describe("what a firewall lets in", () => {
  test.each<[string, readonly WafRule[], WafAction, WafOutcome]>([
    ["nobody at all", [], "block", CLOSED],
    ["allowed countries alone", [rule("home", "allow", isOneOf("US", "CA"))], "block", CLOSED],
    [
      "nobody whom a count before a refusal has met",
      [rule("count", "continue", ALWAYS), rule("stop", "block", ALWAYS)],
      "allow",
      CLOSED,
    ],
    [
      "nobody by an exception that only ever refuses more",
      [rule("path", "block", DEPENDS)],
      "block",
      CLOSED,
    ],
    [
      "everyone by default",
      [],
      "allow",
      open("its default action admits requests of every other country"),
    ],
    [
      "everyone by a rule",
      [rule("all", "allow", ALWAYS)],
      "block",
      open("its rule all admits requests of every other country"),
    ],
    [
      "another country, of several the first by its code",
      [rule("some", "allow", isOneOf("US", "FR", "DE"))],
      "block",
      open("its rule some admits requests of DE"),
    ],
    [
      "another country for certain, where of the others it is not",
      [rule("path", "allow", DEPENDS), rule("some", "allow", isOneOf("DE"))],
      "block",
      unproven("its rule path decides by more than the country"),
    ],
    [
      "another country for certain, before a rule that depends",
      [rule("some", "allow", isOneOf("DE")), rule("path", "allow", DEPENDS)],
      "block",
      open("its rule some admits requests of DE"),
    ],
    [
      "those whom a condition admits that is not understood",
      [rule("odd", "allow"), rule("stop", "block", ALWAYS)],
      "allow",
      unproven("the condition of its rule odd is not understood"),
    ],
    [
      "those whom a condition does not refuse for certain",
      [rule("path", "block", DEPENDS)],
      "allow",
      unproven("its rule path decides by more than the country"),
    ],
    [
      "of two doubts, what the first that admits says",
      [rule("odd", "block"), rule("path", "allow", DEPENDS)],
      "allow",
      unproven("its rule path decides by more than the country"),
    ],
    [
      "of two refusals, what the first says",
      [rule("odd", "block"), rule("path", "block", DEPENDS)],
      "allow",
      unproven("the condition of its rule odd is not understood"),
    ],
    [
      "whatever an unknown action does",
      [rule("odd", "unknown", ALWAYS)],
      "block",
      unproven("what its rule odd does is not known"),
    ],
    [
      "whatever an unknown default does",
      [],
      "unknown",
      unproven("what its default action does is not known"),
    ],
  ])("is %s", (_what, rules, fallback, outcome) => {
    expect(judgeRules(rules, fallback, ["US", "CA"])).toEqual(outcome);
  });
});
