import type { CountryCondition } from "./condition";
import type { Truth } from "./condition-values";

/** What a firewall does with requests: pass them on to the next rule, let them in, turn them away. */
export type WafAction = "allow" | "block" | "continue" | "unknown";

export interface WafRule {
  readonly name: string;
  readonly action: WafAction;
  /** Undefined where nothing is known of it. */
  readonly condition: CountryCondition | undefined;
}

/** What a firewall lets in, for the countries that are not allowed. */
export type WafOutcome =
  | { readonly status: "through-waf" }
  | { readonly status: "open" | "unproven"; readonly because: string };

/** A rule without a condition holds for every request. */
export const ALWAYS: CountryCondition = { countries: new Set(), of: () => true };

/**
 * Judges an ordered list of rules: whether every request of a country that is not in `allowed` is
 * turned away. A request whose country is not known is of none that is allowed.
 */
export function judgeRules(
  rules: readonly WafRule[],
  fallback: WafAction,
  allowed: readonly string[],
): WafOutcome {
  const isAllowed = new Set(allowed);
  const named = new Set<string>();
  for (const { condition } of rules) {
    for (const country of condition?.countries ?? []) {
      if (!isAllowed.has(country)) {
        named.add(country);
      }
    }
  }
  let unproven: WafOutcome | undefined;
  for (const country of [undefined, ...[...named].sort()]) {
    const outcome = ofCountry(rules, fallback, country);
    if (outcome?.status === "open") {
      return outcome;
    }
    unproven ??= outcome;
  }
  return unproven ?? { status: "through-waf" };
}

/** What becomes of requests of one country; undefined where all of them are turned away. */
function ofCountry(
  rules: readonly WafRule[],
  fallback: WafAction,
  country: string | undefined,
): WafOutcome | undefined {
  const who = country === undefined ? "requests of every other country" : `requests of ${country}`;
  let mayAdmit: string | undefined;
  let mayBlock: string | undefined;
  const end = (action: WafAction, name: string): WafOutcome | undefined => {
    if (action === "unknown") {
      return { status: "unproven", because: `what ${name} does is not known` };
    }
    const doubt = action === "allow" ? (mayAdmit ?? mayBlock) : mayAdmit;
    return doubt !== undefined
      ? { status: "unproven", because: doubt }
      : action === "allow"
        ? { status: "open", because: `${name} admits ${who}` }
        : undefined;
  };
  for (const { name, action, condition } of rules) {
    const truth: Truth = condition === undefined ? "depends" : condition.of(country);
    if (action === "continue" || truth === false) {
      continue;
    }
    if (truth === true) {
      return end(action, `its rule ${name}`);
    }
    const why =
      condition === undefined
        ? `the condition of its rule ${name} is not understood`
        : `its rule ${name} decides by more than the country`;
    if (action === "block") {
      mayBlock ??= why;
    } else {
      mayAdmit ??= why;
    }
  }
  return end(fallback, "its default action");
}
