import type { Rule } from "./rule";

/** The engine makes its findings, when it applies the waivers. */
export const waiverWellFormed: Rule = {
  id: "waiver-well-formed",
  title: "Every waiver names its rule, subject, reason, owner, ticket and end.",
  kinds: [],
};
