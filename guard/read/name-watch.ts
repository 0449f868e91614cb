const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;

/** 2^32 divided by the golden ratio. */
const GOLDEN = 0x9e3779b1;

/** Levels of nesting that are watched; deeper texts are refused anyway. */
const MAX_LEVELS = 256;

/** Names of an object for which there is room at first. */
const FIRST_ROOM = 64;

/** Names of one object that may share a slot: more of them are a text that somebody made for it. */
const MAX_PROBES = 64;

/**
 * Watches the property names of a text go by, object by object, and tells whether one of them may be
 * repeated. It may take a text for suspicious that is not, and never the other way round; what is
 * suspicious has to be counted in what was parsed.
 *
 * At each level of nesting there is one table of hashes, which objects share one after the other: an
 * entry counts only where it carries the number of the object that is open.
 */
export class NameWatch {
  /** True where a name may stand twice in an object, or where an escape could hide that. */
  mayRepeat = false;
  /** True where a property may be called `__proto__`. */
  mayBeProto = false;
  /** True where a number may be too large to be finite. */
  mayOverflow = false;

  private objects = 0;
  private readonly open = new Int32Array(MAX_LEVELS);
  private readonly counts = new Int32Array(MAX_LEVELS);
  private readonly owners: Int32Array[] = [];
  private readonly starts: Int32Array[] = [];

  /** A bracket opens the level `depth`. */
  enter(depth: number): void {
    if (depth < 0 || depth >= MAX_LEVELS) {
      this.mayRepeat = true;
      return;
    }
    this.objects += 1;
    this.open[depth] = this.objects;
    this.counts[depth] = 0;
  }

  /**
   * A name stands in `bytes` from `start` up to the quote at `end`, in an object at level `depth`.
   *
   * @param hash of its bytes, by {@link hashed}
   */
  name(bytes: Uint8Array, start: number, end: number, depth: number, hash: number): void {
    if (bytes[start] === UNDERSCORE) {
      this.mayBeProto = true;
    }
    if (depth < 0 || depth >= MAX_LEVELS) {
      this.mayRepeat = true;
      return;
    }
    const count = (this.counts[depth] as number) + 1;
    this.counts[depth] = count;
    const owners = this.owners[depth] ?? this.makeRoom(depth);
    if (count * 2 > owners.length) {
      this.grow(bytes, depth);
    }
    this.add(bytes, start, end, depth, hash);
  }

  private add(bytes: Uint8Array, start: number, end: number, depth: number, hash: number): void {
    const owners = this.owners[depth] as Int32Array;
    const starts = this.starts[depth] as Int32Array;
    const object = this.open[depth] as number;
    const mask = owners.length - 1;
    // The upper bits of a product: names that are counted on have hashes that follow one another.
    let slot = Math.imul(hash, GOLDEN) >>> (Math.clz32(owners.length) + 1);
    for (let probes = 0; owners[slot] === object; probes += 1) {
      if (probes > MAX_PROBES || isSame(bytes, starts[slot] as number, start, end)) {
        this.mayRepeat = true;
        return;
      }
      slot = (slot + 1) & mask;
    }
    owners[slot] = object;
    starts[slot] = start;
  }

  private makeRoom(depth: number): Int32Array {
    const owners = new Int32Array(FIRST_ROOM);
    this.owners[depth] = owners;
    this.starts[depth] = new Int32Array(FIRST_ROOM);
    return owners;
  }

  /** Twice the room, for the names of the object that is open. */
  private grow(bytes: Uint8Array, depth: number): void {
    const owners = this.owners[depth] as Int32Array;
    const starts = this.starts[depth] as Int32Array;
    const object = this.open[depth] as number;
    this.owners[depth] = new Int32Array(owners.length * 2);
    this.starts[depth] = new Int32Array(owners.length * 2);
    for (let slot = 0; slot < owners.length; slot += 1) {
      if (owners[slot] === object) {
        const start = starts[slot] as number;
        let hash = 0;
        let end = start;
        for (; bytes[end] !== QUOTE; end += bytes[end] === BACKSLASH ? 2 : 1) {
          hash = hashed(hash, bytes[end] as number);
        }
        this.add(bytes, start, end, depth, hash);
      }
    }
  }
}

/** The hash of a name with one more byte; of no byte it is 0. */
export function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function isSame(bytes: Uint8Array, first: number, start: number, end: number): boolean {
  const by = first - start;
  for (let at = start; at < end; at += 1) {
    if (bytes[at + by] !== bytes[at]) {
      return false;
    }
  }
  return bytes[end + by] === QUOTE;
}
