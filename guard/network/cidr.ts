import ipaddr from "ipaddr.js";

/** A range of addresses, as CIDR notation gives it. */
export interface Cidr {
  readonly family: 4 | 6;
  /** First and last address. */
  readonly start: bigint;
  readonly end: bigint;
  readonly prefix: number;
  /** As it was written. */
  readonly text: string;
}

const BITS = { 4: 32, 6: 128 } as const;

const memo = new Map<string, Cidr | undefined>();
const MAX_MEMO = 8192;

/** Parses `10.0.0.0/16`, `2001:db8::/32` or one address; undefined for any other text. */
export function parseCidr(text: string): Cidr | undefined {
  if (memo.has(text)) {
    return memo.get(text);
  }
  const cidr = parse(text.trim());
  if (memo.size >= MAX_MEMO) {
    memo.clear();
  }
  memo.set(text, cidr);
  return cidr;
}

function parse(text: string): Cidr | undefined {
  const [address = "", prefix, ...more] = text.split("/");
  const family = ipaddr.IPv4.isValidFourPartDecimal(address)
    ? 4
    : ipaddr.IPv6.isValid(address)
      ? 6
      : undefined;
  // Other spellings of an IPv4 address (octal, hexadecimal, too few parts) no provider takes.
  if (
    family === undefined ||
    more.length > 0 ||
    !(prefix === undefined || /^\d{1,3}$/.test(prefix))
  ) {
    return undefined;
  }
  const bits = BITS[family];
  const length = prefix === undefined ? bits : Number(prefix);
  if (length > bits) {
    return undefined;
  }
  const size = 1n << BigInt(bits - length);
  const value = toInteger(ipaddr.parse(address).toByteArray());
  const start = value - (value % size);
  return { family, start, end: start + size - 1n, prefix: length, text };
}

function toInteger(bytes: readonly number[]): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** The addresses that both hold: of two ranges, the narrower one or none. */
export function overlapOf(a: Cidr, b: Cidr): Cidr | undefined {
  const [wide, narrow] = a.prefix <= b.prefix ? [a, b] : [b, a];
  return holds(wide, narrow) ? narrow : undefined;
}

/** True where every address of `inner` is one of `outer`. */
export function holds(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.start <= inner.start && inner.end <= outer.end;
}

/** Ranges that the internet does not route. Source: IANA special-purpose address registries. */
const NOT_PUBLIC: readonly Cidr[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/127",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
].flatMap((text) => parse(text) ?? []);

/** True where some address of `cidr` is one that the internet routes. */
export function isPublic(cidr: Cidr): boolean {
  return !NOT_PUBLIC.some((range) => holds(range, cidr));
}

/** True for a range that is wider than any organisation's: it takes in hosts of many countries. */
export function isWorldwide({ family, prefix }: Cidr): boolean {
  return family === 4 ? prefix < 8 : prefix < 16;
}

export const EVERYWHERE: readonly Cidr[] = ["0.0.0.0/0", "::/0"].flatMap(
  (text) => parse(text) ?? [],
);
