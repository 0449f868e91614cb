import type { Rule } from "./rule";

/** The engine makes its findings, when it applies the waivers. */
export const waiverMatched: Rule = {
  id: "waiver-matched",
  title: "Every waiver covers a finding.",
  kinds: [],
};
