import { proveReachability } from "../network";
import type { Rule } from "./rule";

export const dataSubnetEgressInside: Rule = {
  id: "data-subnet-egress-inside",
  title:
    "Data leaves its subnet for the cloud's own services and joined networks only, never for the internet.",
  kinds: ["resource"],
  checkStack({ stack, stacks, jurisdiction }) {
    return proveReachability(stacks, jurisdiction).verdictsOf("data-subnet-egress-inside", stack);
  },
};
