import { TerraformDataSource, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/**
 * OCID of the private address of an interface: what a route names as its next hop, and what a
 * firewall does not tell of itself.
 *
 * @returns the token that Terraform replaces by it
 */
export function lookUpPrivateIpId(
  scope: Construct,
  provider: TerraformProvider,
  subnetId: string,
  ipAddress: string,
): string {
  const lookup = new TerraformDataSource(scope, "private-ip", {
    terraformResourceType: "oci_core_private_ips",
    provider,
  });
  lookup.addOverride("subnet_id", subnetId);
  lookup.addOverride("ip_address", ipAddress);
  return tokenOf(lookup, "private_ips[0].id");
}

/**
 * OCID of the DNS resolver that Oracle makes with a VCN.
 *
 * @returns the token that Terraform replaces by it
 */
export function lookUpResolverId(
  scope: Construct,
  provider: TerraformProvider,
  vcnId: string,
): string {
  const lookup = new TerraformDataSource(scope, "resolver-association", {
    terraformResourceType: "oci_core_vcn_dns_resolver_association",
    provider,
  });
  lookup.addOverride("vcn_id", vcnId);
  return tokenOf(lookup, "dns_resolver_id");
}

function tokenOf(lookup: TerraformDataSource, attribute: string): string {
  return lookup.getStringAttribute(attribute);
}
