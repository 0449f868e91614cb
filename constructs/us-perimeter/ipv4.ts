/** A block of IPv4 addresses in CIDR notation. Immutable. */
export class Ipv4Block {
  private constructor(
    /** First address, as an unsigned 32-bit number. */
    private readonly start: number,
    /** Bits of the prefix: 0 to 32. */
    readonly prefix: number,
  ) {}

  /**
   * Parses `10.0.0.0/16`; undefined for any other text. A block whose address is not its first one
   * (`10.0.0.5/24`) is the block that holds it: compare `toString()` to tell.
   */
  static parse(text: string): Ipv4Block | undefined {
    const [, address = "", bits = ""] = /^([\d.]+)\/(\d|[12]\d|3[0-2])$/.exec(text) ?? [];
    const start = parseIpv4(address);
    if (start === undefined) {
      return undefined;
    }
    const prefix = Number(bits);
    const size = 2 ** (32 - prefix);
    return new Ipv4Block(start - (start % size), prefix);
  }

  private get end(): number {
    return this.start + 2 ** (32 - this.prefix) - 1;
  }

  /** True where every address of `other` is one of this block. */
  holds(other: Ipv4Block): boolean {
    return this.start <= other.start && other.end <= this.end;
  }

  /** True where some address is one of both. */
  overlaps(other: Ipv4Block): boolean {
    return this.start <= other.end && other.start <= this.end;
  }

  /** The `index`th of the equal parts that `bits` more bits of prefix make. */
  part(bits: number, index: number): Ipv4Block {
    const prefix = this.prefix + bits;
    return new Ipv4Block(this.start + index * 2 ** (32 - prefix), prefix);
  }

  toString(): string {
    const octets = [24, 16, 8, 0].map((shift) => (this.start >>> shift) & 255);
    return `${octets.join(".")}/${this.prefix}`;
  }
}

/** The address as an unsigned number; undefined for what is no address in dotted decimal notation. */
function parseIpv4(text: string): number | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet))) {
    return undefined;
  }
  const numbers = octets.map(Number);
  return numbers.some((octet) => octet > 255)
    ? undefined
    : numbers.reduce((value, octet) => value * 256 + octet, 0);
}

/** Blocks that the internet does not route. Source: RFC 1918, and RFC 6598 (shared address space). */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].flatMap(
  (text) => Ipv4Block.parse(text) ?? [],
);

/** True where no address of `block` is one that the internet routes. */
export function isPrivate(block: Ipv4Block): boolean {
  return PRIVATE.some((each) => each.holds(block));
}
