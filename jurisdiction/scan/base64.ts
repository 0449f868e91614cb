/** A run of base64 that decodes to text. */
export interface EncodedRun {
  /** Offset of the run. */
  readonly index: number;
  readonly decoded: string;
}

/** Shorter runs are not looked at: 16 characters hold 12 bytes, the shortest region ids. */
export const MIN_RUN = 16;

// A line break inside a run is allowed only after a full line of 64 or 76 characters (PEM, MIME).
const RUN =
  /(?:[A-Za-z0-9+/]{64}\r?\n|[A-Za-z0-9+/]{76}\r?\n)*[A-Za-z0-9+/_-]{16,}/g;
const SEPARATOR = /[+/_-]/g;
const MAX_STARTS = 64;

/**
 * Finds runs of base64 or base64url that decode mostly to printable text (UTF-8 or UTF-16).
 *
 * What stands before an encoded value may be of the same alphabet (`token_ZXUt…`, `path/ZXUt…`), so
 * decoding is tried from the run's first four characters and after each separator in it, up to a bound.
 */
export function* encodedRuns(text: string): Generator<EncodedRun> {
  for (const match of text.matchAll(RUN)) {
    for (const start of startsIn(match[0])) {
      const decoded = decode(match[0], start);
      if (decoded !== undefined) {
        yield { index: match.index + start, decoded };
        break;
      }
    }
  }
}

function* startsIn(run: string): Generator<number> {
  yield* [0, 1, 2, 3];
  SEPARATOR.lastIndex = 0;
  let tried = 0;
  for (const match of run.matchAll(SEPARATOR)) {
    if (tried++ === MAX_STARTS || match.index + MIN_RUN >= run.length) {
      return;
    }
    yield match.index + 1;
  }
}

const SAMPLE = 12;
const MIN_PRINTABLE_IN_SAMPLE = 6;
const MIN_PRINTABLE_SHARE = 0.85;

function decode(run: string, start: number): string | undefined {
  if (run.length - start < MIN_RUN) {
    return undefined;
  }
  // Most runs are identifiers and digests; the first bytes tell, without decoding the rest.
  const sample = Buffer.from(run.slice(start, start + SAMPLE), "base64");
  if (printable(sample) < MIN_PRINTABLE_IN_SAMPLE) {
    return undefined;
  }
  const bytes = Buffer.from(run.slice(start), "base64");
  if (printable(bytes) < bytes.length * MIN_PRINTABLE_SHARE) {
    return undefined;
  }
  // UTF-16 of Latin text is that text with a zero byte before or after each character.
  return bytes.toString("utf8").replaceAll("\0", "");
}

/** How many bytes are printable ASCII, white space or zero. */
function printable(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0 || (byte >= 9 && byte <= 13)) {
      count++;
    }
  }
  return count;
}
