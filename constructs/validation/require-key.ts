import type { IConstruct } from "constructs";
import { parseAvailabilityDomain, parseOcid, type Region } from "../../jurisdiction";
import { PropsError } from "./props-error";
import { isToken } from "./validate";

/**
 * Checks that a key lies in the region of what it encrypts: Oracle's services use a key of their own
 * region only, or the replica of one there.
 *
 * @param encrypts what the key is for, as in "a bucket"
 * @throws PropsError for a key of another region
 */
export function requireKeyIn(
  scope: IConstruct,
  prop: string,
  key: { readonly region: Region },
  region: Region,
  encrypts: string,
): void {
  if (key.region !== region) {
    throw new PropsError(scope, {
      prop,
      got: `a key in ${key.region.id}`,
      because: `OCI encrypts ${encrypts} with a key of its own region only, ${region.id}`,
      fix: `give a key of a vault in ${region.id}`,
    });
  }
}

/**
 * Checks that an availability domain lies in `region`: its name carries the region, as in
 * `Uocm:US-ASHBURN-AD-1`.
 *
 * A token is let through, as by `requireOcid`: the guard follows the reference.
 *
 * @throws PropsError for another region's, and for what is no availability domain
 */
export function requireAvailabilityDomainIn(
  scope: IConstruct,
  prop: string,
  value: string,
  region: Region,
): void {
  if (isToken(value)) {
    return;
  }
  const { proof } = parseAvailabilityDomain(value);
  const refuse = (because: string) =>
    new PropsError(scope, {
      prop,
      got: value,
      because,
      fix: `write one of ${region.id}, as \`oci iam availability-domain list --region ${region.id}\` prints it`,
    });
  if (proof.proves !== "region") {
    throw refuse("it is no availability domain of a region that is known");
  }
  if (proof.region !== region) {
    throw refuse(`it lies in ${proof.region.id}, and this must lie in ${region.id}`);
  }
}

/**
 * Checks that `value` is an OCID of one of `types` and names `region`.
 *
 * A token is let through, as by `requireOcid`: the guard follows the reference.
 *
 * @throws PropsError for another type, another region, and an OCID without a region
 */
export function requireOcidIn(
  scope: IConstruct,
  prop: string,
  value: string,
  types: readonly string[],
  region: Region,
): void {
  if (isToken(value)) {
    return;
  }
  const ocid = parseOcid(value);
  const refuse = (because: string) =>
    new PropsError(scope, {
      prop,
      got: value,
      because,
      fix: `give one of ${region.id}, that starts with ocid1.${types[0]}.`,
    });
  if (ocid.value === undefined || !types.includes(ocid.value.type)) {
    throw refuse(`it is no OCID of type ${types.join(" or ")}`);
  }
  if (ocid.proof.proves !== "region") {
    throw refuse("it names no region that is known, which an OCID of this type does");
  }
  if (ocid.proof.region !== region) {
    throw refuse(`it lies in ${ocid.proof.region.id}, and this must lie in ${region.id}`);
  }
}

/**
 * Checks the network security groups of one network interface.
 *
 * @param min how many are needed
 * @throws PropsError for too few, for more than the 5 that OCI takes an interface, and for one of
 *   another region. Source: OCI documentation, "Network Security Groups", limits.
 */
export function requireNsgsIn(
  scope: IConstruct,
  prop: string,
  nsgIds: readonly string[],
  region: Region,
  min = 1,
): void {
  if (nsgIds.length < min || nsgIds.length > 5 || new Set(nsgIds).size !== nsgIds.length) {
    throw new PropsError(scope, {
      prop,
      got: nsgIds,
      because: `an interface is in ${min} to 5 different network security groups, which say who reaches it`,
      fix: "give the OCIDs of the groups that admit the clients",
    });
  }
  for (const [index, nsgId] of nsgIds.entries()) {
    requireOcidIn(scope, `${prop}[${index}]`, nsgId, ["networksecuritygroup"], region);
  }
}
