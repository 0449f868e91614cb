import { argumentInside } from "./argument-inside";
import { awsPolicyInside } from "./aws-policy-inside";
import { fileRead } from "./file-read";
import { flowInside } from "./flow-inside";
import { moduleProven } from "./module-proven";
import { ociPolicyInside } from "./oci-policy-inside";
import { ociQuotaInside } from "./oci-quota-inside";
import { providerInside } from "./provider-inside";
import { resourceInside } from "./resource-inside";
import type { Rule } from "./rule";
import { stateInside } from "./state-inside";
import { waiverCurrent } from "./waiver-current";
import { waiverMatched } from "./waiver-matched";
import { waiverWellFormed } from "./waiver-well-formed";

/**
 * Every rule of the guard, by name. A new rule is added here, has a page beside its file and a test
 * beside the others; the conventions test fails where one of the three is missing.
 */
export const RULES: readonly Rule[] = [
  argumentInside,
  awsPolicyInside,
  fileRead,
  flowInside,
  moduleProven,
  ociPolicyInside,
  ociQuotaInside,
  providerInside,
  resourceInside,
  stateInside,
  waiverCurrent,
  waiverMatched,
  waiverWellFormed,
];
