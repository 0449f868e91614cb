/**
 * Sorts like `Array.prototype.sort`, and as stably; takes over the runs that are in order already, of
 * which large results consist, and calls `compare` from code that is compiled together with it.
 *
 * @returns `items` or another array in its place
 */
export function sortNatural<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  let starts = runsOf(items, compare);
  let from = items;
  let to: T[] = [];
  while (starts.length > 1) {
    const merged: number[] = [];
    for (let run = 0; run < starts.length; run += 2) {
      const start = starts[run] as number;
      const middle = starts[run + 1] ?? items.length;
      const end = starts[run + 2] ?? items.length;
      merge(from, to, start, middle, end, compare);
      merged.push(start);
    }
    starts = merged;
    const swap = from;
    from = to;
    to = swap;
  }
  return from;
}

/** Where the runs begin that are in order. */
function runsOf<T>(items: readonly T[], compare: (a: T, b: T) => number): number[] {
  const starts = [0];
  for (let at = 1; at < items.length; at += 1) {
    if (compare(items[at - 1] as T, items[at] as T) > 0) {
      starts.push(at);
    }
  }
  return starts;
}

/** Merges two runs of `from`, which end at `middle` and `end`, into `to`. */
function merge<T>(
  from: readonly T[],
  to: T[],
  start: number,
  middle: number,
  end: number,
  compare: (a: T, b: T) => number,
): void {
  // Mostly one run stands behind the other as a whole, as the resources of one type do.
  if (middle < end && compare(from[end - 1] as T, from[start] as T) < 0) {
    copy(from, to, middle, end, start);
    copy(from, to, start, middle, start + end - middle);
    return;
  }
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const isLeft =
      left < middle && (right >= end || compare(from[left] as T, from[right] as T) <= 0);
    to[at] = (isLeft ? from[left] : from[right]) as T;
    if (isLeft) {
      left += 1;
    } else {
      right += 1;
    }
  }
}

function copy<T>(from: readonly T[], to: T[], start: number, end: number, at: number): void {
  for (let index = start; index < end; index += 1) {
    to[at + index - start] = from[index] as T;
  }
}
