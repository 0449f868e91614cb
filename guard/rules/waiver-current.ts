import type { Rule } from "./rule";

/** The engine makes its findings, when it applies the waivers. */
export const waiverCurrent: Rule = {
  id: "waiver-current",
  title: "Every waiver is in force, and ends within 90 days.",
  kinds: [],
};
