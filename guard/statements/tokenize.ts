import { HOLE, type SourceText, written } from "./source-text";

export interface Token {
  /** `word` is bare, `string` was quoted, `pattern` stood between slashes, `end` is after the last. */
  readonly kind: "word" | "string" | "pattern" | "symbol" | "end";
  /** Without quotes or slashes, as written otherwise; expressions as `${…}`. */
  readonly text: string;
  /** `text` in lower case: keywords and names are compared without case. */
  readonly lower: string;
  /** Offset in the source text. */
  readonly start: number;
  readonly end: number;
  /** Sources of the expressions in it, whose values are not known. */
  readonly holes: readonly string[];
}

/** A text that is no statement, with the offset where that shows. */
export interface SyntaxProblem {
  /** What was expected, and what stands there, in one sentence without a full stop. */
  readonly message: string;
  /** Offset in the text that was parsed, from 0. */
  readonly at: number;
}

/** Thrown by the parsers and caught at their entry; never leaves this folder. */
export class StatementSyntaxError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Characters that end a bare word. */
const DELIMITERS = " \t\r\n\f\v\u00A0'\"{}(),=!\u2018\u2019\u201C\u201D";
const ENDS_WORD = new Uint8Array(0x2020);
for (const char of DELIMITERS) {
  ENDS_WORD[char.charCodeAt(0)] = 1;
}

function endsWord(code: number): boolean {
  return ENDS_WORD[code] === 1;
}

const SPACE = /\s/;
const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  // Word processors put these in; Oracle's console takes them for quotes too.
  "\u2018": "\u2019",
  "\u201C": "\u201D",
};

/** Splits a statement into tokens. */
export function tokenize(source: SourceText): readonly Token[] {
  const tokens: Token[] = [];
  const { text } = source;
  const reader = new Reader(source);
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === " " || SPACE.test(char)) {
      at += 1;
      continue;
    }
    const isDelimiter = endsWord(text.charCodeAt(at));
    const closing = isDelimiter && Object.hasOwn(QUOTES, char) ? QUOTES[char] : undefined;
    if (closing !== undefined) {
      const end = text.indexOf(closing, at + 1);
      if (end < 0) {
        throw new StatementSyntaxError(`the quote ${char} is not closed`, at);
      }
      tokens.push(reader.token("string", at + 1, end, at, end + 1));
      at = end + 1;
    } else if (char === "/" && startsPattern(tokens, at)) {
      const end = text.indexOf("/", at + 1);
      if (end < 0) {
        throw new StatementSyntaxError("the pattern / is not closed", at);
      }
      tokens.push(reader.token("pattern", at + 1, end, at, end + 1));
      at = end + 1;
    } else if (char === "/" || isDelimiter) {
      const length = char === "!" && text[at + 1] === "=" ? 2 : 1;
      tokens.push(reader.token("symbol", at, at + length, at, at + length));
      at += length;
    } else {
      const end = wordEnd(text, at);
      tokens.push(reader.token("word", at, end, at, end));
      at = end;
    }
  }
  tokens.push({ kind: "end", text: "", lower: "", start: at, end: at, holes: NO_HOLES });
  return tokens;
}

const PLAIN = /^[\0-\x7f\uE000]*$/;

/** Cuts tokens out of a text, which is put into lower case once for all of them. */
class Reader {
  private readonly hasHoles: boolean;
  /** Undefined where letters beyond ASCII may change their length, or one another. */
  private readonly lower: string | undefined;

  constructor(private readonly source: SourceText) {
    this.hasHoles = source.text.includes(HOLE);
    this.lower = PLAIN.test(source.text) ? source.text.toLowerCase() : undefined;
  }

  token(kind: Token["kind"], from: number, to: number, start: number, end: number): Token {
    const slice = this.source.text.slice(from, to);
    if (!this.hasHoles || !slice.includes(HOLE)) {
      const lower = this.lower?.slice(from, to) ?? slice.toLowerCase();
      return { kind, text: slice, lower, start, end, holes: NO_HOLES };
    }
    const text = written(this.source, from, to);
    const holes = holesBetween(this.source, from, to);
    return { kind, text, lower: text.toLowerCase(), start, end, holes };
  }
}

/** A slash right after a name divides an identity domain from a group; elsewhere it opens a pattern. */
function startsPattern(tokens: readonly Token[], at: number): boolean {
  const previous = tokens.at(-1);
  return !(previous?.kind === "string" && previous.end === at);
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !endsWord(text.charCodeAt(at))) {
    at += 1;
  }
  return at;
}

const NO_HOLES: readonly string[] = [];

function holesBetween(source: SourceText, from: number, to: number): readonly string[] {
  if (source.holes.size === 0) {
    return NO_HOLES;
  }
  const holes: string[] = [];
  for (let at = from; at < to; at += 1) {
    if (source.text[at] === HOLE) {
      holes.push(source.holes.get(at) ?? "…");
    }
  }
  return holes;
}
