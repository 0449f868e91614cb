import { REQUIREMENTS as R } from "./frameworks";
import type { Mapping, Requirement } from "./requirement";

/**
 * Which requirements each rule serves. Only what a source states is here; a rule without a mapping is
 * listed as unmapped.
 */
export const MAPPINGS: readonly Mapping[] = [
  ...of("resource-inside", [
    [R.location, "Each resource is proven to lie in an allowed region."],
    [R.usLocation, "Each resource is proven to lie in a region in the United States."],
    [R.fedrampLocation, "Each resource is proven to lie in a region in the United States."],
  ]),
  ...of("provider-inside", [
    [R.location, "Whatever decides where resources lie names an allowed region."],
  ]),
  ...of("state-inside", [
    [R.location, "The copy of every attribute that Terraform keeps lies in an allowed region."],
    [R.usLocation, "Terraform state is kept in the United States."],
  ]),
  ...of("state-encrypted", [
    [R.atRest, "Terraform state is encrypted where it is kept."],
    [R.atRestCryptography, "It is encrypted with a key of the customer's."],
  ]),
  ...of("argument-inside", [
    [R.location, "No argument sends what a resource holds to a region that is not allowed."],
    [R.informationFlow, "Destinations that arguments name are held against the allowed regions."],
  ]),
  ...of("flow-inside", [
    [R.informationFlow, "Replicas, backups, logs, keys and peers lead to allowed regions only."],
    [R.location, "Copies lie in allowed regions, as what they are copied from does."],
    [
      R.dueDiligence,
      "The flows of data are listed and verified in a record that can be audited, § 202.1001(b)(1).",
    ],
    [R.cisaData, "Keys are not kept abroad, and so not in a country of concern."],
  ]),
  ...of("customer-managed-key", [
    [R.atRestCryptography, "Whatever keeps data encrypts it."],
    [R.keyManagement, "The key is one that the customer manages, and not one of the cloud's own."],
    [R.cisaData, "Data at rest is encrypted with a key that the customer manages."],
    [R.cisBucketKey, "Every bucket names a key of the customer's."],
    [R.cisVolumeKey, "Every block volume names a key of the customer's."],
    [R.cisBootKey, "Every boot volume names a key of the customer's."],
    [R.cisFileKey, "Every file system names a key of the customer's."],
  ]),
  ...of("hsm-protected-key", [
    [R.keyManagement, "Keys are made and kept in hardware security modules."],
  ]),
  ...of("bucket-not-public", [
    [R.accessEnforcement, "No bucket lets everybody in without authorization."],
    [R.cisPublicBucket, "No bucket is publicly visible."],
    [R.cisaData, "Covered persons have no access by way of a public bucket."],
  ]),
  ...of("no-preauthenticated-request", [
    [R.accessEnforcement, "No URL stands in for an authorization."],
  ]),
  ...of("no-public-endpoint", [
    [R.boundary, "Services that hold data are not reached from any address."],
    [R.cisIntegration, "Integration instances are open to declared sources only."],
    [R.cisAnalytics, "Analytics instances are open to declared sources or stand in a network."],
    [R.cisAutonomous, "Autonomous Databases are open to declared sources or stand in a network."],
  ]),
  ...of("data-subnet-unreachable", [
    [R.boundary, "Subnets with data are apart from what the internet can reach."],
    [R.incoming, "No traffic from the internet is routed to a subnet with data."],
    [R.cisaSystem, "Connections to systems with data are denied unless they are allowed."],
  ]),
  ...of("data-subnet-egress-inside", [
    [R.exfiltration, "No route leads from a subnet with data to the internet."],
    [R.denyByDefault, "What leaves a subnet with data is what is allowed by exception."],
    [R.cisaSystem, "Connections from systems with data are denied unless they are allowed."],
  ]),
  ...of("internet-only-through-waf", [
    [R.boundary, "Whatever the internet reaches stands behind a managed interface."],
    [R.incoming, "The firewall admits requests from allowed countries only."],
  ]),
  ...of("peering-inside", [
    [R.externalSystems, "Networks that are joined are named, and lie inside."],
    [R.informationFlow, "No connection between networks leads abroad."],
  ]),
  ...of("human-access-from-network-source", [
    [R.accessPoints, "People come in from declared addresses only."],
  ]),
  ...of("oci-policy-inside", [
    [R.leastPrivilege, "No statement grants what is needed abroad only."],
    [R.accessEnforcement, "Statements grant nothing outside the allowed regions."],
  ]),
  ...of("aws-policy-inside", [
    [R.leastPrivilege, "No statement grants what is needed abroad only, or to everybody."],
    [R.accessEnforcement, "Statements grant nothing outside the allowed regions."],
  ]),
  ...of("oci-quota-inside", [[R.location, "Quotas give no capacity outside the allowed regions."]]),
];

function of(
  rule: string,
  served: readonly (readonly [requirement: Requirement, serves: string])[],
): readonly Mapping[] {
  return served.map(([requirement, serves]) => ({ rule, requirement, serves }));
}
