import { type Cidr, holds } from "./cidr";

interface Entry<T> {
  readonly cidr: Cidr;
  readonly value: T;
}

/** Finds the ranges that touch another one, without going through all of them. */
export class CidrIndex<T> {
  private readonly byRange = new Map<string, Entry<T>[]>();
  private readonly prefixes = { 4: new Set<number>(), 6: new Set<number>() };
  private readonly sorted: { 4: Entry<T>[] | undefined; 6: Entry<T>[] | undefined } = {
    4: undefined,
    6: undefined,
  };
  private readonly entries = { 4: [] as Entry<T>[], 6: [] as Entry<T>[] };

  add(cidr: Cidr, value: T): void {
    const entry = { cidr, value };
    const key = keyOf(cidr.family, cidr.prefix, cidr.start);
    const same = this.byRange.get(key);
    if (same === undefined) {
      this.byRange.set(key, [entry]);
    } else {
      same.push(entry);
    }
    this.prefixes[cidr.family].add(cidr.prefix);
    this.entries[cidr.family].push(entry);
    this.sorted[cidr.family] = undefined;
  }

  /** Values of the ranges that hold all of `cidr`. */
  around(cidr: Cidr): T[] {
    const found: T[] = [];
    const bits = cidr.family === 4 ? 32n : 128n;
    for (const prefix of this.prefixes[cidr.family]) {
      if (prefix <= cidr.prefix) {
        const size = 1n << (bits - BigInt(prefix));
        const key = keyOf(cidr.family, prefix, cidr.start - (cidr.start % size));
        for (const { value } of this.byRange.get(key) ?? []) {
          found.push(value);
        }
      }
    }
    return found;
  }

  /** Values of the ranges that share an address with `cidr`. */
  touching(cidr: Cidr): T[] {
    const found = this.around(cidr);
    const entries = this.sortedOf(cidr.family);
    for (let at = firstFrom(entries, cidr.start); at < entries.length; at += 1) {
      const entry = entries[at];
      if (entry === undefined || entry.cidr.start > cidr.end) {
        break;
      }
      // The equal range is among those around it.
      if (entry.cidr.prefix > cidr.prefix && holds(cidr, entry.cidr)) {
        found.push(entry.value);
      }
    }
    return found;
  }

  private sortedOf(family: 4 | 6): readonly Entry<T>[] {
    this.sorted[family] ??= [...this.entries[family]].sort((a, b) =>
      a.cidr.start < b.cidr.start ? -1 : a.cidr.start > b.cidr.start ? 1 : 0,
    );
    return this.sorted[family];
  }
}

function keyOf(family: number, prefix: number, start: bigint): string {
  return `${family}/${prefix}/${start.toString(36)}`;
}

function firstFrom<T>(entries: readonly Entry<T>[], start: bigint): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.cidr.start ?? 0n) < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
