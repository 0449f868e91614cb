import ipaddr from "ipaddr.js";

/**
 * Shortest prefixes that one organisation can hold: a /8 of IPv4 is the largest block that a registry
 * ever gave to one, and a /16 of IPv6 is larger than any. Whatever is wider is the world, or such a
 * part of it that no jurisdiction holds: 0.0.0.0/0, or its halves 0.0.0.0/1 and 128.0.0.0/1.
 */
const SHORTEST = { ipv4: 8, ipv6: 16 } as const;

/** True where `text`, a CIDR block or `first-last`, covers more addresses than one organisation holds. */
export function isOpenRange(text: string): boolean {
  const range = text.trim();
  if (ipaddr.isValidCIDR(range)) {
    const [address, prefix] = ipaddr.parseCIDR(range);
    return prefix < SHORTEST[address.kind()];
  }
  const [first = "", last = "", ...others] = range.split("-").map((part) => part.trim());
  if (others.length > 0 || !ipaddr.isValid(first) || !ipaddr.isValid(last)) {
    return false;
  }
  const [from, to] = [ipaddr.parse(first), ipaddr.parse(last)];
  const bytes = SHORTEST[from.kind()] / 8;
  return leadingBytes(to.toByteArray(), bytes) > leadingBytes(from.toByteArray(), bytes);
}

/** The first bytes of an address as one number. */
function leadingBytes(address: readonly number[], bytes: number): number {
  return address.slice(0, bytes).reduce((value, byte) => value * 256 + byte, 0);
}

/**
 * The ranges of a list that are open to the world. An Autonomous Database writes a private range
 * behind the network that it belongs to (`ocid1.vcn.oc1.iad.a;10.0.0.0/16`), which is none of them.
 */
export function openRanges(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !text.includes(";") && isOpenRange(text));
}
