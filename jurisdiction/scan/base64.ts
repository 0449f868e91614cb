import { GZIP_IN_BASE64, type Inflater } from "./gzip";

/** A run of base64 that decodes to text, or to text in gzip form. */
export interface EncodedRun {
  /** Offset of the run. */
  readonly index: number;
  /** Undefined where there is more compressed text than is read. */
  readonly decoded: string | undefined;
  readonly form: "base64" | "gzip";
}

/** Shorter runs are not looked at: 12 characters hold 9 bytes, the shortest region ids (`us-east-1`). */
export const MIN_RUN = 12;

const UPPER = 64;
const OTHER = 128;
/** Sextet of each base64 or base64url digit, with the kind of character above it; 0 for others. */
const DIGITS = new Uint8Array(128);
for (const [chars, first, kind] of [
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0, UPPER],
  ["abcdefghijklmnopqrstuvwxyz0123456789+/", 26, OTHER],
  ["-_", 62, OTHER],
] as const) {
  for (const [i, char] of [...chars].entries()) {
    DIGITS[char.charCodeAt(0)] = (first + i) | kind;
  }
}

function digitAt(text: string, index: number): number {
  return DIGITS[text.charCodeAt(index)] ?? 0;
}

/**
 * Finds runs of base64 or base64url that decode mostly to printable text (UTF-8 or UTF-16).
 *
 * What stands before an encoded value may be of the same alphabet (`token_ZXUt…`, `path/ZXUt…`), so
 * decoding is tried from the run's first four characters, after each separator in it and from each of
 * its lines, up to a bound. A run without an upper-case letter is taken for a word: in
 * base64, what names a place has one.
 *
 * @param inflater uncompresses runs in gzip form
 */
export function encodedRuns(text: string, inflater: Inflater): readonly EncodedRun[] {
  const runs: EncodedRun[] = [];
  const { length } = text;
  for (let i = 0; i < length; ) {
    let kinds = 0;
    let end = i;
    let line = i;
    for (let digit = digitAt(text, end); ; digit = digitAt(text, end)) {
      if (digit !== 0) {
        kinds |= digit;
        end++;
        continue;
      }
      if (!FULL_LINES.has(end - line)) {
        break;
      }
      end = afterLineBreak(text, end);
      line = end;
    }
    if ((kinds & UPPER) !== 0) {
      decodeRun(runs, text, i, end, inflater);
    }
    i = end + 1;
  }
  return runs;
}

/** Characters in a full line of base64: PEM and MIME. Shorter lines end a run. */
const FULL_LINES: ReadonlySet<number> = new Set([64, 76]);
const CR = 13;
const LF = 10;

/** The index after the line break at `index`; `index` itself where there is none. */
function afterLineBreak(text: string, index: number): number {
  const feed = text.charCodeAt(index) === CR ? index + 1 : index;
  return text.charCodeAt(feed) === LF ? feed + 1 : index;
}

const MAX_STARTS = 64;
const ALIGNMENTS = 4;
/** Sextets 62 and 63 are the digits that are also separators: `+`, `/`, `-`, `_`. */
const FIRST_SEPARATOR = 62;

function decodeRun(
  runs: EncodedRun[],
  text: string,
  start: number,
  end: number,
  inflater: Inflater,
): void {
  // What was decoded from one digit covers what begins any number of whole groups after it; what
  // begins between them may be another text, joined to the first by a separator.
  let covered = 0;
  // A bit for each of the four places in a group.
  let place = 1;
  let tried = 0;
  let before = 0;
  for (let i = start; i + MIN_RUN <= end && tried < MAX_STARTS; i++) {
    const digit = digitAt(text, i);
    const isStart =
      digit !== 0 && (i - start < ALIGNMENTS || before === 0 || (before & 63) >= FIRST_SEPARATOR);
    if (isStart && (covered & place) === 0) {
      tried++;
      const run = runAt(text, i, end, inflater);
      if (run !== undefined) {
        runs.push(run);
      }
      if (run?.form === "base64") {
        covered |= place;
      }
    }
    before = digit;
    if (digit !== 0) {
      place = place === 8 ? 1 : place << 1;
    }
  }
}

function runAt(
  text: string,
  index: number,
  end: number,
  inflater: Inflater,
): EncodedRun | undefined {
  if (text.startsWith(GZIP_IN_BASE64, index)) {
    const inflated = inflater.inflate(Buffer.from(text.slice(index, end), "base64"));
    if (inflated !== undefined) {
      const decoded = inflated === "too-large" ? undefined : inflated.text;
      return { index, decoded, form: "gzip" };
    }
  }
  const decoded = decode(text, index, end);
  return decoded === undefined ? undefined : { index, decoded, form: "base64" };
}

const SAMPLED_GROUPS = 3;
const MIN_PRINTABLE_IN_SAMPLE = 6;
/** How much of a long run decides whether all of it is decoded. */
const MAX_BEGINNING = 1 << 12;
const MIN_READABLE = 9;
const MIN_READABLE_SHARE = 0.85;
/** What stands for bytes that are no UTF-8. */
const REPLACEMENT = 0xfffd;

function decode(text: string, start: number, end: number): string | undefined {
  // Most runs are identifiers and digests; the first bytes tell, without decoding the rest.
  let inSample = 0;
  let previous = 0;
  let hasSequence = false;
  for (let group = 0, i = start; group < SAMPLED_GROUPS; group++, i += 4) {
    const bits =
      ((digitAt(text, i) & 63) << 18) |
      ((digitAt(text, i + 1) & 63) << 12) |
      ((digitAt(text, i + 2) & 63) << 6) |
      (digitAt(text, i + 3) & 63);
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (bits >> shift) & 255;
      inSample += isPrintable(byte);
      hasSequence ||= startsSequence(previous) && (byte & 0xc0) === 0x80;
      previous = byte;
    }
  }
  if (inSample < MIN_PRINTABLE_IN_SAMPLE && !hasSequence) {
    return undefined;
  }
  if (!beginsReadable(utf8(text, start, Math.min(end, start + MAX_BEGINNING)))) {
    return undefined;
  }
  // UTF-16 of Latin text is that text with a zero byte before or after each character.
  return utf8(text, start, end).replaceAll("\0", "");
}

function utf8(text: string, start: number, end: number): string {
  return Buffer.from(text.slice(start, end), "base64").toString("utf8");
}

/** True where the whole is readable but for a few characters, or all up to one: a digest may follow. */
function beginsReadable(decoded: string): boolean {
  const { length } = decoded;
  let readable = 0;
  for (let i = 0; i < length; ) {
    const code = decoded.charCodeAt(i++);
    // Chance seldom makes valid UTF-8 beyond ASCII.
    readable += code < 0x80 ? isPrintable(code) : code === REPLACEMENT ? 0 : 1;
    if ((i >= MIN_READABLE || i === length) && readable >= i * MIN_READABLE_SHARE) {
      return true;
    }
  }
  return false;
}

/** True for the first byte of a UTF-8 sequence of two or more. Source: RFC 3629 section 4. */
function startsSequence(byte: number): boolean {
  return byte >= 0xc2 && byte < 0xf5;
}

/** 1 for printable ASCII, white space and zero, otherwise 0. */
function isPrintable(byte: number): number {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0 || (byte >= 9 && byte <= 13) ? 1 : 0;
}
