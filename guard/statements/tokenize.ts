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
const DELIMITERS = new Set([..." \t\r\n\f\v\u00A0'\"{}(),=!\u2018\u2019\u201C\u201D"]);
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
  const { text } = source;
  const tokens: Token[] = [];
  const push = (kind: Token["kind"], from: number, to: number, start: number, end: number) => {
    const shown = written(source, from, to);
    tokens.push({
      kind,
      text: shown,
      lower: shown.toLowerCase(),
      start,
      end,
      holes: holesBetween(source, from, to),
    });
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === " " || SPACE.test(char)) {
      at += 1;
      continue;
    }
    const closing = DELIMITERS.has(char) && Object.hasOwn(QUOTES, char) ? QUOTES[char] : undefined;
    if (closing !== undefined) {
      const end = text.indexOf(closing, at + 1);
      if (end < 0) {
        throw new StatementSyntaxError(`the quote ${char} is not closed`, at);
      }
      push("string", at + 1, end, at, end + 1);
      at = end + 1;
    } else if (char === "/" && startsPattern(tokens, at)) {
      const end = text.indexOf("/", at + 1);
      if (end < 0) {
        throw new StatementSyntaxError("the pattern / is not closed", at);
      }
      push("pattern", at + 1, end, at, end + 1);
      at = end + 1;
    } else if (char === "/" || DELIMITERS.has(char)) {
      const length = char === "!" && text[at + 1] === "=" ? 2 : 1;
      push("symbol", at, at + length, at, at + length);
      at += length;
    } else {
      const end = wordEnd(text, at);
      push("word", at, end, at, end);
      at = end;
    }
  }
  tokens.push({ kind: "end", text: "", lower: "", start: at, end: at, holes: [] });
  return tokens;
}

/** A slash right after a name divides an identity domain from a group; elsewhere it opens a pattern. */
function startsPattern(tokens: readonly Token[], at: number): boolean {
  const previous = tokens.at(-1);
  return !(previous?.kind === "string" && previous.end === at);
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !DELIMITERS.has(text[at] as string)) {
    at += 1;
  }
  return at;
}

const NO_HOLES: readonly string[] = [];

function holesBetween(source: SourceText, from: number, to: number): readonly string[] {
  if (source.holes.size === 0 || !source.text.slice(from, to).includes(HOLE)) {
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
