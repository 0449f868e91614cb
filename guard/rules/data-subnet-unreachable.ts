import { proveReachability } from "../network";
import type { Rule } from "./rule";

export const dataSubnetUnreachable: Rule = {
  id: "data-subnet-unreachable",
  title: "The internet cannot connect to any subnet in which data is stored or worked on.",
  kinds: ["resource"],
  checkStack({ stack, stacks, jurisdiction }) {
    return proveReachability(stacks, jurisdiction).verdictsOf("data-subnet-unreachable", stack);
  },
};
