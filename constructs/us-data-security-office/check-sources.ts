import type { IConstruct } from "constructs";
import ipaddr from "ipaddr.js";
import { type Jurisdiction, parseOcid } from "../../jurisdiction";
import { isToken, PropsError, requireOcid, requireOciInside } from "../validation";
import type { UsDataSecurityOfficeProps } from "./office-props";

/** Shortest prefixes that one organisation can hold; whatever is wider is a part of the world. */
const SHORTEST = { ipv4: 8, ipv6: 16 } as const;

/** Most entries of `virtual_source_list`. Source: schema of the Terraform provider oracle/oci 8. */
const MAX_VCN_SOURCES = 100;

/**
 * Checks where people may ask from.
 *
 * @throws PropsError where nothing is declared, where a range is no range, is open to the world, or is
 *   private among the public ones, and where a VCN lies outside
 */
export function checkSources(
  scope: IConstruct,
  props: UsDataSecurityOfficeProps,
  jurisdiction: Jurisdiction,
): void {
  const publicRanges = props.publicSourceRanges ?? [];
  const vcns = props.vcnSources ?? [];
  if (publicRanges.length + vcns.length === 0) {
    throw new PropsError(scope, {
      prop: "publicSourceRanges",
      got: props.publicSourceRanges,
      because: "people could ask from any address in the world",
      fix: "list the addresses of your offices or of your VPN here, or VCNs in vcnSources",
    });
  }
  for (const [index, range] of publicRanges.entries()) {
    checkRange(scope, `publicSourceRanges[${index}]`, range, "public");
  }
  if (vcns.length > MAX_VCN_SOURCES) {
    throw new PropsError(scope, {
      prop: "vcnSources",
      got: `${vcns.length} VCNs`,
      because: `a network source takes ${MAX_VCN_SOURCES} at most`,
      fix: "let people come through fewer VCNs",
    });
  }
  for (const [index, { vcnId, ipRanges }] of vcns.entries()) {
    const prop = `vcnSources[${index}]`;
    checkVcn(scope, `${prop}.vcnId`, vcnId, jurisdiction);
    if (ipRanges.length === 0) {
      throw new PropsError(scope, {
        prop: `${prop}.ipRanges`,
        got: ipRanges,
        because: "a VCN without addresses admits nobody",
        fix: "list the CIDR blocks of the subnets that people work from",
      });
    }
    for (const [at, range] of ipRanges.entries()) {
      checkRange(scope, `${prop}.ipRanges[${at}]`, range, "of a VCN");
    }
  }
}

function checkVcn(
  scope: IConstruct,
  prop: string,
  vcnId: string,
  jurisdiction: Jurisdiction,
): void {
  requireOcid(scope, prop, vcnId, ["vcn"]);
  if (isToken(vcnId)) {
    return;
  }
  const { proof } = parseOcid(vcnId);
  if (proof.proves !== "region") {
    throw new PropsError(scope, {
      prop,
      got: vcnId,
      because: "its OCID names no region that is known",
      fix: "write the whole OCID, as ocid1.vcn.oc1.<region>.…",
    });
  }
  requireOciInside(scope, prop, proof.region, jurisdiction);
}

function checkRange(
  scope: IConstruct,
  prop: string,
  range: string,
  kind: "public" | "of a VCN",
): void {
  const refuse = (because: string, fix: string) =>
    new PropsError(scope, { prop, got: range, because, fix });
  const parsed = parseRange(range);
  if (parsed === undefined) {
    throw refuse(
      "it is no address and no CIDR block",
      "write 198.51.100.7 or 198.51.100.0/24, for instance",
    );
  }
  const [address, prefix] = parsed;
  const shortest = SHORTEST[address.kind()];
  if (prefix < shortest) {
    throw refuse(
      `it holds more addresses than one organisation has: /${shortest} is the widest that is taken`,
      "list the blocks that people really work from",
    );
  }
  if (kind === "public" && address.range() !== "unicast" && address.range() !== "reserved") {
    throw refuse(
      `it is ${address.range()}, and OCI sees public addresses only`,
      "write the public address behind which your network stands, or name the VCN in vcnSources",
    );
  }
}

function parseRange(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(range)) {
    return ipaddr.parseCIDR(range);
  }
  // ipaddr takes 127.1 and 0x7f.1 for addresses, which nobody writes into a list on purpose.
  if (ipaddr.IPv4.isValidFourPartDecimal(range)) {
    return [ipaddr.IPv4.parse(range), 32];
  }
  return ipaddr.IPv6.isValid(range) ? [ipaddr.IPv6.parse(range), 128] : undefined;
}
