import { proveReachability } from "../network";
import type { Rule } from "./rule";

export const internetOnlyThroughWaf: Rule = {
  id: "internet-only-through-waf",
  title:
    "Whatever the internet can connect to stands behind a web application firewall that admits allowed countries only.",
  kinds: ["resource"],
  checkStack({ stack, stacks, jurisdiction }) {
    return proveReachability(stacks, jurisdiction).verdictsOf("internet-only-through-waf", stack);
  },
};
