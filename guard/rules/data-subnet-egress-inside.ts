import { proveReachability } from "../network";
import { hasManagedNetwork, judgeManagedNetwork } from "../sovereignty/managed-networks";
import type { Rule } from "./rule";

export const dataSubnetEgressInside: Rule = {
  id: "data-subnet-egress-inside",
  title:
    "Data leaves its subnet for the cloud's own services and joined networks only, never for the internet.",
  kinds: ["resource"],
  concerns: hasManagedNetwork,
  check: judgeManagedNetwork,
  checkStack({ stack, stacks, jurisdiction }) {
    return proveReachability(stacks, jurisdiction).verdictsOf("data-subnet-egress-inside", stack);
  },
};
