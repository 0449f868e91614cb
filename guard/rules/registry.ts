import { argumentInside } from "./argument-inside";
import { awsPolicyInside } from "./aws-policy-inside";
import { bucketNotPublic } from "./bucket-not-public";
import { customerManagedKey } from "./customer-managed-key";
import { dataSubnetEgressInside } from "./data-subnet-egress-inside";
import { dataSubnetUnreachable } from "./data-subnet-unreachable";
import { fileRead } from "./file-read";
import { flowInside } from "./flow-inside";
import { hsmProtectedKey } from "./hsm-protected-key";
import { humanAccessFromNetworkSource } from "./human-access-from-network-source";
import { internetOnlyThroughWaf } from "./internet-only-through-waf";
import { moduleProven } from "./module-proven";
import { noPreauthenticatedRequest } from "./no-preauthenticated-request";
import { noPublicEndpoint } from "./no-public-endpoint";
import { noUntrackedCode } from "./no-untracked-code";
import { ociPolicyInside } from "./oci-policy-inside";
import { ociQuotaInside } from "./oci-quota-inside";
import { peeringInside } from "./peering-inside";
import { providerInside } from "./provider-inside";
import { resourceInside } from "./resource-inside";
import type { Rule } from "./rule";
import { stateEncrypted } from "./state-encrypted";
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
  bucketNotPublic,
  customerManagedKey,
  dataSubnetEgressInside,
  dataSubnetUnreachable,
  fileRead,
  flowInside,
  hsmProtectedKey,
  humanAccessFromNetworkSource,
  internetOnlyThroughWaf,
  moduleProven,
  noPreauthenticatedRequest,
  noPublicEndpoint,
  noUntrackedCode,
  ociPolicyInside,
  ociQuotaInside,
  peeringInside,
  providerInside,
  resourceInside,
  stateEncrypted,
  stateInside,
  waiverCurrent,
  waiverMatched,
  waiverWellFormed,
];
