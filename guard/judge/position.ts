/** Where a reader looks for something: in the order of stacks, then addresses, then places inside. */
export interface Positioned {
  readonly stack: string;
  readonly address: string;
  readonly path?: string;
  readonly rule?: string;
}

export function byPosition(a: Positioned, b: Positioned): number {
  if (a.stack !== b.stack) {
    return compare(a.stack, b.stack);
  }
  return a.address === b.address
    ? compare(a.path ?? "", b.path ?? "") || compare(a.rule ?? "", b.rule ?? "")
    : compare(a.address, b.address);
}

/** By code unit: the order must not depend on the machine's locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
