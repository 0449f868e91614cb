import { type MappedText, Rewriter } from "./mapped-text";
import { decodePunycode } from "./punycode";

/**
 * Percent encoding, `\u0065`, `\u{65}` and `\x65`, numeric and the relevant named HTML entities, and
 * Punycode labels. Every quantifier is bounded or unambiguous, so that matching stays linear.
 */
const ESCAPED =
  /(?:%[0-9a-f]{2})+|\\{1,8}u(?:[0-9a-f]{4}|\{[0-9a-f]{1,6}\})|\\{1,8}x[0-9a-f]{2}|&#(?:x0{0,8}[0-9a-f]{1,6}|0{0,8}[0-9]{1,7});?|&(?:hyphen|dash|minus|shy|ndash|mdash|period|colon|amp|lowbar|quot|apos);|\bxn--[a-z0-9-]{1,59}/gi;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["hyphen", "-"],
  ["dash", "-"],
  ["minus", "-"],
  ["shy", ""],
  ["ndash", "-"],
  ["mdash", "-"],
  ["period", "."],
  ["colon", ":"],
  ["amp", "&"],
  ["lowbar", "_"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Resolves one level of escapes; returns `from` itself where there is none. */
export function resolveEscapes(from: MappedText): MappedText {
  let rewriter: Rewriter | undefined;
  let done = 0;
  for (const match of from.text.matchAll(ESCAPED)) {
    rewriter ??= new Rewriter(from);
    rewriter.copy(done, match.index);
    resolve(rewriter, match[0], match.index);
    done = match.index + match[0].length;
  }
  rewriter?.copy(done, from.text.length);
  return rewriter?.done() ?? from;
}

function resolve(rewriter: Rewriter, escaped: string, index: number): void {
  if (escaped.startsWith("%")) {
    percentDecode(rewriter, escaped, index);
  } else {
    rewriter.put(plain(escaped), index, index + escaped.length);
  }
}

function plain(escaped: string): string {
  if (escaped.startsWith("&#")) {
    const digits = escaped.slice(2);
    return codePoint(
      /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10),
    );
  }
  if (escaped.startsWith("&")) {
    return ENTITIES.get(escaped.slice(1, -1).toLowerCase()) ?? escaped;
  }
  if (escaped.startsWith("\\")) {
    return codePoint(Number.parseInt(escaped.replace(/[^0-9a-f]/gi, ""), 16));
  }
  return decodePunycode(escaped.slice(4)) ?? escaped;
}

const REPLACEMENT = "\ufffd";

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : REPLACEMENT;
}

/** Decodes a run of `%XX`, byte by byte, as UTF-8. */
function percentDecode(rewriter: Rewriter, run: string, index: number): void {
  const bytes: number[] = [];
  for (let i = 1; i < run.length; i += 3) {
    bytes.push(Number.parseInt(run.slice(i, i + 2), 16));
  }
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const length = Math.min(utf8Length(byte), bytes.length - i);
    const char =
      byte < 0x80
        ? String.fromCharCode(byte)
        : Buffer.from(bytes.slice(i, i + length)).toString("utf8");
    rewriter.put(char, index + i * 3, index + (i + length) * 3);
    i += length;
  }
}

/** How many bytes a UTF-8 sequence has that begins with `byte`. */
function utf8Length(byte: number): number {
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
