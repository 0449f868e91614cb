import { CONFUSABLES } from "./confusables";
import { type MappedText, Rewriter } from "./mapped-text";

// Control characters other than tab and line ends, and everything beyond ASCII.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NOT_PLAIN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u{10ffff}]+/gu;

/**
 * Plain spelling of text in other characters: compatibility forms (full width, mathematical letters)
 * and accents are resolved, invisible and control characters dropped, unusual hyphens and dots
 * replaced, and Cyrillic, Greek and Armenian letters that look Latin made Latin.
 */
export function normalize(from: MappedText): MappedText {
  if (from.text.search(NOT_PLAIN) < 0) {
    return from;
  }
  const rewriter = new Rewriter(from);
  let done = 0;
  for (const match of from.text.matchAll(NOT_PLAIN)) {
    rewriter.copy(done, match.index);
    let index = match.index;
    for (const char of match[0]) {
      rewriter.put(plainChar(char), index, index + char.length);
      index += char.length;
    }
    done = index;
  }
  rewriter.copy(done, from.text.length);
  return rewriter.done();
}

// Each is asked of one character. Combining marks, controls, and what programs show nothing for.
const INVISIBLE = /[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const HYPHEN = /[\p{Pd}\u02d7\u2043\u2212\u2796]/u;
const DOT = /[\u3002\u06d4]/u;
const DIGIT = /\p{Nd}/u;

function plainChar(char: string): string {
  const known = CONFUSABLES.get(char);
  if (known !== undefined) {
    return known;
  }
  let plain = "";
  for (const part of char.normalize("NFKD")) {
    if (!INVISIBLE.test(part)) {
      plain += plainPart(part);
    }
  }
  return plain;
}

function plainPart(part: string): string {
  if (HYPHEN.test(part)) {
    return "-";
  }
  return DOT.test(part) ? "." : (CONFUSABLES.get(part) ?? digit(part));
}

/** Decimal digits of every script, as ASCII: each set of ten stands in a row, sets may follow another. */
function digit(char: string): string {
  if (!DIGIT.test(char)) {
    return char;
  }
  const code = char.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) {
    before++;
  }
  return String(before % 10);
}
