import { proveReachability } from "../network";
import type { Rule } from "./rule";

export const peeringInside: Rule = {
  id: "peering-inside",
  title: "Every network that is joined to one of the configuration provably lies inside.",
  kinds: ["resource"],
  checkStack({ stack, stacks, jurisdiction }) {
    return proveReachability(stacks, jurisdiction).verdictsOf("peering-inside", stack);
  },
};
