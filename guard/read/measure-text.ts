import { hashed, type NameWatch } from "./name-watch";

/** What a text that may be JSON holds, counted without parsing it. */
export interface TextMeasure {
  /** Property names: strings that a colon follows; comments (`"//"`) left out. */
  readonly names: number;
  /** Deepest nesting of brackets. */
  readonly depth: number;
  /** Values, at least: commas and opening brackets. */
  readonly values: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const SLASH = 0x2f;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_E = 0x65;
/** Between upper case and lower case. */
const CASE = 0x20;

/** Digits that a number can have without being too large, and white space between marks. */
const MAX_PLAIN = 300;

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const withByte = hashed;

/**
 * Reads `text` once. Counts of a text that is no JSON mean nothing.
 *
 * @param text the text, or its bytes in UTF-8
 * @param watch is told of every name
 */
export function measureText(text: string | Uint8Array, watch?: NameWatch): TextMeasure {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  const { length } = bytes;
  const words = wordsOf(bytes);
  let names = 0;
  let depth = 0;
  let deepest = 0;
  let values = 0;
  let mark = 0;
  let isValue = false;
  let isPlain = true;
  for (let at = 0; at < length; at += 1) {
    const code = bytes[at] as number;
    if (code === QUOTE) {
      const start = at + 1;
      if (isValue) {
        // After a colon stands no name: only its end matters.
        isValue = false;
        at = endOfString(bytes, words, start);
        mark = at;
        continue;
      }
      let end = start;
      let hash = 0;
      let isEscaped = false;
      while (end < length) {
        const byte = bytes[end] as number;
        if (byte === QUOTE) {
          break;
        }
        hash = withByte(hash, byte);
        if (byte === BACKSLASH) {
          isEscaped = true;
          end += 2;
        } else {
          end += 1;
        }
      }
      let next = end + 1;
      while (next < length && (bytes[next] as number) <= SPACE) {
        next += 1;
      }
      if (next < length && bytes[next] === COLON && !isComment(bytes, at, end)) {
        names += 1;
        if (watch !== undefined) {
          if (isEscaped) {
            watch.mayRepeat = true;
            watch.mayBeProto = true;
          }
          watch.name(bytes, start, end, depth, hash);
        }
      }
      at = next - 1;
      mark = at;
    } else if (code === COLON) {
      isValue = true;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      isValue = false;
      depth += 1;
      values += 1;
      if (depth > deepest) {
        deepest = depth;
      }
      watch?.enter(depth);
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      isPlain &&= at - mark < MAX_PLAIN;
      mark = at;
      isValue = false;
      depth -= 1;
    } else if (code === COMMA) {
      isPlain &&= at - mark < MAX_PLAIN;
      mark = at;
      isValue = false;
      values += 1;
    } else if ((code | CASE) === LETTER_E) {
      isPlain &&= !isDigit(bytes, at - 1);
    }
  }
  if (watch !== undefined && !isPlain) {
    watch.mayOverflow = true;
  }
  return { names, depth: deepest, values };
}

/** Index of the quote that ends the string starting at `start`; the text's length if none does. */
function endOfString(bytes: Uint8Array, words: Int32Array, start: number): number {
  const { length } = bytes;
  let end = start;
  while (end < length) {
    if ((end & 3) === 0) {
      let word = end >> 2;
      while (word < words.length && isInner(words[word] as number)) {
        word += 1;
      }
      end = word << 2;
      if (end >= length) {
        return length;
      }
    }
    const byte = bytes[end] as number;
    if (byte === QUOTE) {
      return end;
    }
    end += byte === BACKSLASH ? 2 : 1;
  }
  return length;
}

/** Four bytes at a time; none where the bytes do not lie so in memory. */
function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return (byteOffset & 3) === 0 ? new Int32Array(buffer, byteOffset, length >> 2) : NO_WORDS;
}

const NO_WORDS = new Int32Array(0);

const EACH_01 = 0x01010101;
const EACH_80 = 0x80808080 | 0;
const EACH_QUOTE = QUOTE * EACH_01;
const EACH_BACKSLASH = BACKSLASH * EACH_01;

/** True where none of four bytes is a quote or a backslash. */
function isInner(word: number): boolean {
  const quote = word ^ EACH_QUOTE;
  const backslash = word ^ EACH_BACKSLASH;
  // A byte that is 0 borrows from its highest bit.
  return (
    (((((quote - EACH_01) | 0) & ~quote) | (((backslash - EACH_01) | 0) & ~backslash)) &
      EACH_80) ===
    0
  );
}

function isDigit(bytes: Uint8Array, at: number): boolean {
  const code = at < 0 ? 0 : (bytes[at] as number);
  return code >= ZERO && code <= NINE;
}

function isComment(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 3 && bytes[start + 1] === SLASH && bytes[start + 2] === SLASH;
}
