/** Thrown inside this folder only, where the text is no expression that is understood. */
export class NotUnderstood extends Error {}

const IDENTIFIER = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** A position in the source of an expression. */
export class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  peek(mark: string): boolean {
    return this.text.startsWith(mark, this.at);
  }

  /** Moves over `mark` if it stands here. */
  take(mark: string): boolean {
    const found = this.peek(mark);
    if (found) {
      this.at += mark.length;
    }
    return found;
  }

  expect(mark: string): void {
    if (!this.take(mark)) {
      throw new NotUnderstood();
    }
  }

  /** Moves over the word `word`, which must not go on as a longer identifier. */
  takeWord(word: string): boolean {
    if (this.peek(word) && !/[\w-]/.test(this.text[this.at + word.length] ?? " ")) {
      this.at += word.length;
      return true;
    }
    return false;
  }

  identifier(): string | undefined {
    return this.match(IDENTIFIER);
  }

  number(): string | undefined {
    return this.match(NUMBER);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  /** Moves over white space and comments; over line ends only where they mean nothing. */
  space(lineEnds = true): void {
    for (;;) {
      const char = this.text[this.at];
      if (char === " " || char === "\t" || char === "\r" || (lineEnds && char === "\n")) {
        this.at += 1;
      } else if (char === "#" || this.peek("//")) {
        this.at = this.indexOrEnd("\n");
      } else if (this.peek("/*")) {
        this.at = this.indexOrEnd("*/") + 2;
      } else {
        return;
      }
    }
  }

  private indexOrEnd(mark: string): number {
    const found = this.text.indexOf(mark, this.at);
    return found < 0 ? this.text.length : found;
  }
}
