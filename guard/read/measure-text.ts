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

/** Reads `text` once. Counts of a text that is no JSON mean nothing. */
export function measureText(text: string): TextMeasure {
  const { length } = text;
  let names = 0;
  let depth = 0;
  let deepest = 0;
  let values = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = closingQuote(text, at);
      let next = end + 1;
      while (text.charCodeAt(next) <= SPACE) {
        next += 1;
      }
      if (text.charCodeAt(next) === COLON && !isComment(text, at, end)) {
        names += 1;
      }
      at = next - 1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      values += 1;
      if (depth > deepest) {
        deepest = depth;
      }
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
    } else if (code === COMMA) {
      values += 1;
    }
  }
  return { names, depth: deepest, values };
}

/** Index of the quote that ends the string starting at `start`; the text's length if none does. */
function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end, start)) {
    end = text.indexOf('"', end + 1);
  }
  return end < 0 ? text.length : end;
}

/** True where the quote at `at` is escaped: an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number, start: number): boolean {
  let before = at - 1;
  while (before > start && text.charCodeAt(before) === BACKSLASH) {
    before -= 1;
  }
  return (at - before) % 2 === 0;
}

function isComment(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    text.charCodeAt(start + 1) === SLASH &&
    text.charCodeAt(start + 2) === SLASH
  );
}
