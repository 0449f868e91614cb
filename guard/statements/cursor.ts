import type { SourceText } from "./source-text";
import { StatementSyntaxError, type SyntaxProblem, type Token, tokenize } from "./tokenize";

/** What a parser returns: it never throws. */
export type Parse<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SyntaxProblem };

/** Walks the tokens of one statement. */
export class Cursor {
  private index = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    return (this.tokens[this.index + ahead] ?? this.tokens.at(-1)) as Token;
  }

  /** The current token; moves on. */
  next(): Token {
    const { token } = this;
    this.index += 1;
    return token;
  }

  /** True where the current token is one of these keywords, in any case. */
  is(...keywords: readonly string[]): boolean {
    return this.token.kind === "word" && keywords.includes(this.token.lower);
  }

  isSymbol(symbol: string): boolean {
    return this.token.kind === "symbol" && this.token.text === symbol;
  }

  /** Moves over the keyword or symbol if it is there. */
  accept(text: string): boolean {
    if (this.is(text) || this.isSymbol(text)) {
      this.index += 1;
      return true;
    }
    return false;
  }

  /** @throws {StatementSyntaxError} when another token is there */
  expect(...texts: readonly string[]): Token {
    for (const text of texts) {
      if (this.is(text) || this.isSymbol(text)) {
        return this.next();
      }
    }
    return this.fail(texts.map((text) => `"${text}"`).join(" or "));
  }

  /** A name: bare or quoted. */
  name(what: string): Token {
    return this.token.kind === "word" || this.token.kind === "string"
      ? this.next()
      : this.fail(what);
  }

  /** @throws {StatementSyntaxError} always */
  fail(expected: string): never {
    const { token } = this;
    const got =
      token.kind === "end" ? "the statement ends" : `it says ${JSON.stringify(token.text)}`;
    throw new StatementSyntaxError(`expected ${expected}, but ${got}`, token.start);
  }

  /** @throws {StatementSyntaxError} when anything is left */
  end(): void {
    if (this.token.kind !== "end") {
      this.fail("the end of the statement");
    }
  }
}

/** Runs `parse` over the tokens of `source` to their end. */
export function runParser<T>(source: SourceText, parse: (cursor: Cursor) => T): Parse<T> {
  try {
    const cursor = new Cursor(tokenize(source));
    const value = parse(cursor);
    cursor.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof StatementSyntaxError) {
      return { ok: false, problem: { message: error.message, at: error.at } };
    }
    throw error;
  }
}
