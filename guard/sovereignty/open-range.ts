import ipaddr from "ipaddr.js";

/**
 * Shortest prefixes that one organisation can hold: a /8 of IPv4 is the largest block that a registry
 * ever gave to one, a /16 of IPv6 larger than any. Shorter ones, and 0.0.0.0/0, are the world.
 */
const SHORTEST = { ipv4: 8, ipv6: 16 } as const;

/** True where the CIDR block or address `text` covers more of the internet than one organisation holds. */
export function isOpenRange(text: string): boolean {
  const range = text.trim();
  if (/^(?:any|all|\*|internet)$/i.test(range)) {
    return true;
  }
  if (!ipaddr.isValidCIDR(range)) {
    return false;
  }
  const [address, prefix] = ipaddr.parseCIDR(range);
  return prefix < SHORTEST[address.kind()];
}

/** The ranges of `texts` that are open to the world, taken together: two halves are the whole. */
export function openRanges(texts: readonly string[]): readonly string[] {
  // An Autonomous Database writes a network with its ranges: `ocid1.vcn.oc1.iad.a;10.0.0.0/16`.
  return texts.filter((text) => !text.includes(";") && isOpenRange(text));
}
