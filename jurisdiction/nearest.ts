/** Edit distance (insert, delete, substitute, swap of neighbours), in single-character steps. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + substitution,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

// A word longer than any real id is compared by its head only, to bound the work.
const MAX_COMPARED = 64;

/**
 * The candidates that a mistyped word most likely meant, nearest first.
 *
 * @param word what was written
 * @param candidates what could have been meant
 * @param n how many to return at most
 * @default n 3
 * @returns only candidates within half of the word's length (at least two steps)
 */
export function nearest(word: string, candidates: Iterable<string>, n = 3): readonly string[] {
  const written = word.toLowerCase().slice(0, MAX_COMPARED);
  const limit = Math.max(2, Math.floor(written.length / 2));
  return [...candidates]
    .map((candidate) => ({ candidate, steps: distance(written, candidate.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, n)
    .map(({ candidate }) => candidate);
}
