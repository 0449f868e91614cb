import { DataOciCorePrivateIps } from "@cdktf/provider-oci/lib/data-oci-core-private-ips";
import { DataOciCoreVcnDnsResolverAssociation } from "@cdktf/provider-oci/lib/data-oci-core-vcn-dns-resolver-association";
import type { TerraformProvider } from "cdktf";
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
  return new DataOciCorePrivateIps(scope, "private-ip", {
    provider,
    subnetId,
    ipAddress,
  }).privateIps.get(0).id;
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
  return new DataOciCoreVcnDnsResolverAssociation(scope, "resolver-association", {
    provider,
    vcnId,
  }).dnsResolverId;
}
