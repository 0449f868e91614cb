import type { Rule } from "./rule";

/** The engine makes its findings, when it reads the input. */
export const fileRead: Rule = {
  id: "file-read",
  title: "Every file that Terraform would load is read.",
  kinds: [],
};
