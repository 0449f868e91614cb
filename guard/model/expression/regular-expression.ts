import { spend } from "./value";

/**
 * Regular expressions that mean the same in RE2, which Terraform has, and in JavaScript: characters,
 * classes, groups, alternatives, and quantifiers of single characters. Whatever else there is means
 * something else in one of them, or can take longer than a configuration is worth.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 * @see https://pkg.go.dev/regexp#Regexp.Expand
 */

/** Steps that a match may take at most, by what is known before. */
const MAX_WORK = 1 << 22;

/** Steps of a match that count for one of an evaluation. */
const WORK_OF_STEP = 1 << 12;

/** What RE2 and JavaScript call white space or an end of line differs in these. */
const ODD = /[\r\cK\u0085\u2028\u2029]|\p{Surrogate}/u;

/**
 * `text` with each match of `pattern` replaced, as Terraform's `replace` does.
 *
 * @returns undefined where that is not certain
 */
export function replaceMatches(
  text: string,
  pattern: string,
  replacement: string,
): string | undefined {
  const translated = new Translator(pattern).translate();
  const steps = translated === undefined ? 0 : work(translated, text);
  if (translated === undefined || ODD.test(text) || steps > MAX_WORK) {
    return undefined;
  }
  for (let taken = 0; taken < steps; taken += WORK_OF_STEP) {
    spend();
  }
  let replaced = "";
  let end = 0;
  for (const match of text.matchAll(new RegExp(translated.source, "gu"))) {
    // Which empty matches count is a matter of taste.
    if (match[0] === "") {
      return undefined;
    }
    replaced += text.slice(end, match.index) + expand(replacement, match);
    end = match.index + match[0].length;
  }
  return replaced + text.slice(end);
}

/** `$1` and `${1}` are groups, and `$$` is a dollar; a name goes on as long as it can. */
function expand(replacement: string, groups: readonly (string | undefined)[]): string {
  return replacement.replace(
    /\$(?:(\$)|\{(\w+)\}|(\w+))/g,
    (_all, dollar: string | undefined, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? "";
      return dollar ?? (/^\d{1,4}$/.test(name) ? (groups[Number(name)] ?? "") : "");
    },
  );
}

interface Translated {
  readonly source: string;
  /** Quantifiers without an end, or with a far one. */
  readonly loops: number;
  /** What can be there or not, and alternatives. */
  readonly forks: number;
}

/** A bound: from each start, each loop can end anywhere, and each fork go either way. */
function work({ loops, forks }: Translated, { length }: string): number {
  return (length + 1) ** (loops + 1) * 2 ** forks;
}

const DIGITS_AND_WORDS = new Set(["d", "D", "w", "W"]);
const CONTROLS = new Set(["n", "t", "f"]);
const PUNCTUATION = /^[!-/:-@[-`{-~]$/;

/** Thrown inside of this file only. */
class NotTheSame extends Error {}

class Translator {
  private readonly chars: readonly string[];
  private at = 0;
  private depth = 0;
  private loops = 0;
  private forks = 0;

  constructor(pattern: string) {
    this.chars = [...pattern];
  }

  translate(): Translated | undefined {
    try {
      const source = this.alternatives();
      return this.at < this.chars.length
        ? undefined
        : { source, loops: this.loops, forks: this.forks };
    } catch (error) {
      if (error instanceof NotTheSame) {
        return undefined;
      }
      throw error;
    }
  }

  private alternatives(): string {
    let source = this.sequence();
    while (this.take("|")) {
      this.forks += 1;
      source += `|${this.sequence()}`;
    }
    return source;
  }

  private sequence(): string {
    let source = "";
    while (this.at < this.chars.length && this.peek() !== "|" && this.peek() !== ")") {
      source += this.item();
    }
    return source;
  }

  private item(): string {
    const char = this.next();
    switch (char) {
      case "(":
        return this.unrepeated(this.group());
      case "^":
      case "$":
        return this.unrepeated(char);
      case ".":
        return this.repeated(".");
      case "[":
        return this.repeated(this.charClass());
      case "\\":
        return this.repeated(this.escape());
      case "*":
      case "+":
      case "?":
      case "{":
        throw new NotTheSame();
      default:
        return this.repeated(literal(char));
    }
  }

  private group(): string {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw new NotTheSame();
    }
    let opening = "(";
    if (this.take("?")) {
      if (!this.take(":")) {
        throw new NotTheSame();
      }
      opening = "(?:";
    }
    const source = `${opening}${this.alternatives()})`;
    if (!this.take(")")) {
      throw new NotTheSame();
    }
    this.depth -= 1;
    return source;
  }

  private escape(): string {
    const char = this.next();
    if (DIGITS_AND_WORDS.has(char) || CONTROLS.has(char)) {
      return `\\${char}`;
    }
    if (PUNCTUATION.test(char)) {
      return literal(char);
    }
    throw new NotTheSame();
  }

  private charClass(): string {
    let source = this.take("^") ? "[^" : "[";
    const start = this.at;
    while (!this.take("]")) {
      const first = this.classItem(this.at === start);
      const isRange = this.peek() === "-" && this.chars[this.at + 1] !== "]";
      if (!isRange) {
        source += first;
        continue;
      }
      this.next();
      const last = this.classItem(false);
      if (!isSingle(first) || !isSingle(last) || codeOf(first) > codeOf(last)) {
        throw new NotTheSame();
      }
      source += `${first}-${last}`;
    }
    if (this.at === start + 1) {
      throw new NotTheSame();
    }
    return `${source}]`;
  }

  /** One character of a class, escaped, or `\d` and the like. */
  private classItem(isFirst: boolean): string {
    const char = this.next();
    if (char === "\\") {
      return this.escape();
    }
    // A named class, or a bracket that stands for itself in one of the two.
    if (char === "[" || (isFirst && char === "]")) {
      throw new NotTheSame();
    }
    return literal(char);
  }

  private repeated(source: string): string {
    const char = this.peek();
    if (char === "{") {
      return source + this.counted() + this.lazy();
    }
    if (char !== "*" && char !== "+" && char !== "?") {
      return source;
    }
    this.next();
    if (char === "?") {
      this.forks += 1;
    } else {
      this.loops += 1;
    }
    return source + char + this.lazy();
  }

  private counted(): string {
    const rest = this.chars.slice(this.at, this.at + MAX_COUNT_LENGTH).join("");
    const [all, least = "", comma, most] = /^\{(\d{1,2})(?:(,)(\d{0,2}))?\}/.exec(rest) ?? [];
    if (all === undefined || (most !== undefined && most !== "" && Number(most) < Number(least))) {
      throw new NotTheSame();
    }
    this.at += all.length;
    if (comma !== undefined) {
      this.loops += 1;
    }
    return all;
  }

  private lazy(): string {
    const isLazy = this.take("?");
    if (["*", "+", "?", "{"].includes(this.peek() ?? "")) {
      throw new NotTheSame();
    }
    return isLazy ? "?" : "";
  }

  /** Repeated groups keep another match in each of the two, and can take very long. */
  private unrepeated(source: string): string {
    if (["*", "+", "?", "{"].includes(this.peek() ?? "")) {
      throw new NotTheSame();
    }
    return source;
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string {
    const char = this.chars[this.at];
    if (char === undefined) {
      throw new NotTheSame();
    }
    this.at += 1;
    return char;
  }

  private take(char: string): boolean {
    if (this.peek() !== char) {
      return false;
    }
    this.at += 1;
    return true;
  }
}

const MAX_DEPTH = 32;

/** `{12,34}` */
const MAX_COUNT_LENGTH = 7;

/** A character that stands for itself in a pattern of JavaScript, in a class or outside of one. */
function literal(char: string): string {
  return /^[\\^$.*+?()[\]{}|/-]$/.test(char) ? `\\u{${char.charCodeAt(0).toString(16)}}` : char;
}

function isSingle(source: string): boolean {
  return !source.startsWith("\\") || source.startsWith("\\u");
}

function codeOf(source: string): number {
  return source.startsWith("\\u{")
    ? Number.parseInt(source.slice(3, -1), 16)
    : (source.codePointAt(0) ?? 0);
}
