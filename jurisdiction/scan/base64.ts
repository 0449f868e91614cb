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
const LOWER = 128;
const OTHER = 256;
/** Sextet of each base64 or base64url digit, with the kind of character above it; 0 for others. */
const DIGITS = new Uint16Array(128);
for (const [chars, first, kind] of [
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0, UPPER],
  ["abcdefghijklmnopqrstuvwxyz", 26, LOWER],
  ["0123456789+/", 52, OTHER],
  ["-_", 62, OTHER],
] as const) {
  for (let i = 0; i < chars.length; i++) {
    DIGITS[chars.charCodeAt(i)] = (first + i) | kind;
  }
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? (DIGITS[code] ?? 0) : 0;
}

/**
 * Finds runs of base64 or base64url that decode mostly to printable text (UTF-8 or UTF-16).
 *
 * What stands before an encoded value may be of the same alphabet (`token_ZXUt…`, `path/ZXUt…`), so
 * decoding is tried from the run's first four characters and after each separator in it, up to a
 * bound. A run without letters of both cases is no text.
 *
 * @param inflater uncompresses runs in gzip form
 */
export function encodedRuns(text: string, inflater: Inflater): readonly EncodedRun[] {
  const runs: EncodedRun[] = [];
  const { length } = text;
  for (let i = 0; i + MIN_RUN <= length; ) {
    let kinds = 0;
    let end = i;
    let line = i;
    for (let digit = digitAt(text, end); ; digit = digitAt(text, end)) {
      if (digit !== 0) {
        kinds |= digit;
        end++;
        continue;
      }
      const next = afterLineBreak(text, end);
      if (next === end || !FULL_LINES.has(end - line)) {
        break;
      }
      end = next;
      line = next;
    }
    if (end - i >= MIN_RUN && (kinds & UPPER) !== 0 && (kinds & LOWER) !== 0) {
      const run = decodeRun(text, i, end, inflater);
      if (run !== undefined) {
        runs.push(run);
      }
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
  text: string,
  start: number,
  end: number,
  inflater: Inflater,
): EncodedRun | undefined {
  let tried = 0;
  for (let i = start; i + MIN_RUN <= end && tried < MAX_STARTS; i++) {
    if (i - start < ALIGNMENTS || (digitAt(text, i - 1) & 63) >= FIRST_SEPARATOR) {
      tried++;
      if (text.startsWith(GZIP_IN_BASE64, i)) {
        const inflated = inflater.inflate(Buffer.from(text.slice(i, end), "base64"));
        if (inflated !== undefined) {
          const decoded = inflated === "too-large" ? undefined : inflated.text;
          return { index: i, decoded, form: "gzip" };
        }
      }
      const decoded = decode(text, i, end);
      if (decoded !== undefined) {
        return { index: i, decoded, form: "base64" };
      }
    }
  }
  return undefined;
}

const SAMPLED_GROUPS = 3;
const MIN_PRINTABLE_IN_SAMPLE = 6;
const MIN_PRINTABLE_SHARE = 0.85;

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
  const isAscii = inSample >= MIN_PRINTABLE_IN_SAMPLE;
  if (!isAscii && !hasSequence) {
    return undefined;
  }
  const bytes = Buffer.from(text.slice(start, end), "base64");
  const decoded = bytes.toString("utf8");
  // Chance does not make nine bytes of valid UTF-8 beyond ASCII.
  if (!isAscii) {
    return decoded.includes("\ufffd") ? undefined : decoded;
  }
  let printable = 0;
  for (const byte of bytes) {
    printable += isPrintable(byte);
  }
  // UTF-16 of Latin text is that text with a zero byte before or after each character.
  return printable < bytes.length * MIN_PRINTABLE_SHARE ? undefined : decoded.replaceAll("\0", "");
}

/** True for the first byte of a UTF-8 sequence of two or more. Source: RFC 3629 section 4. */
function startsSequence(byte: number): boolean {
  return byte >= 0xc2 && byte < 0xf5;
}

/** 1 for printable ASCII, white space and zero, otherwise 0. */
function isPrintable(byte: number): number {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0 || (byte >= 9 && byte <= 13) ? 1 : 0;
}
