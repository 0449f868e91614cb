import type { Json } from "../json/json";
import { closingQuote, parseTemplate } from "../model/template";

/** Deeper than any policy document; a literal that is deeper is taken for an expression. */
const MAX_DEPTH = 32;

/**
 * Reads an HCL expression that is a literal: an object, a list, a string, a number, true, false or
 * null. A part that is any other expression becomes the string `${…}`. Total and linear.
 *
 * @returns JSON whose strings are Terraform templates; undefined where `source` as a whole is no
 * object, list or string literal
 */
export function parseHclValue(source: string): Json | undefined {
  const reader = new Reader(source);
  try {
    reader.space();
    const value = reader.literal(0);
    reader.space();
    return reader.done ? value : undefined;
  } catch (error) {
    if (error instanceof NotLiteral) {
      return undefined;
    }
    throw error;
  }
}

/** Thrown inside this file only. */
class NotLiteral extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Moves over white space, line ends and comments. */
  space(): void {
    for (;;) {
      const rest = this.text.slice(this.at, this.at + 2);
      if (/^\s/.test(rest)) {
        this.at += 1;
      } else if (rest.startsWith("#") || rest === "//") {
        this.at = this.indexOrEnd("\n", this.at);
      } else if (rest === "/*") {
        this.at = this.indexOrEnd("*/", this.at) + 2;
      } else {
        return;
      }
    }
  }

  /** A literal, or undefined where anything else stands. */
  literal(depth: number): Json | undefined {
    if (depth > MAX_DEPTH) {
      throw new NotLiteral();
    }
    switch (this.text[this.at]) {
      case "{":
        return this.object(depth);
      case "[":
        return this.list(depth);
      case '"':
        return this.string();
      default:
        return this.scalar();
    }
  }

  /** A value inside a list or an object; an expression is a string. */
  private value(depth: number): Json {
    const start = this.at;
    const literal = this.literal(depth);
    if (literal !== undefined && this.atValueEnd()) {
      return literal;
    }
    // An operator follows, or it is no literal at all.
    this.at = start;
    const source = this.expression();
    if (source === "") {
      throw new NotLiteral();
    }
    return `\${${source}}`;
  }

  private atValueEnd(): boolean {
    while (this.at < this.text.length && /[ \t\r]/.test(this.text[this.at] as string)) {
      this.at += 1;
    }
    const char = this.text[this.at];
    return char === undefined || /[\n#,\]}]/.test(char) || this.text.startsWith("//", this.at);
  }

  private object(depth: number): Json | undefined {
    const entries: [string, Json][] = [];
    this.at += 1;
    this.space();
    while (this.text[this.at] !== "}") {
      if (this.done || this.startsFor()) {
        return undefined;
      }
      const key = this.key();
      this.space();
      if (this.text[this.at] !== "=" && this.text[this.at] !== ":") {
        return undefined;
      }
      this.at += 1;
      this.space();
      entries.push([key, this.value(depth + 1)]);
      this.separator();
    }
    this.at += 1;
    // A null prototype is not needed: fromEntries defines own properties, "__proto__" included.
    return Object.fromEntries(entries);
  }

  private key(): string {
    if (this.text[this.at] === '"') {
      return this.string();
    }
    const word = /^[A-Za-z_][\w-]*/.exec(this.text.slice(this.at, this.at + 256))?.[0];
    if (word !== undefined) {
      this.at += word.length;
      return word;
    }
    throw new NotLiteral();
  }

  private list(depth: number): Json | undefined {
    const items: Json[] = [];
    this.at += 1;
    this.space();
    while (this.text[this.at] !== "]") {
      if (this.done || this.startsFor()) {
        return undefined;
      }
      items.push(this.value(depth + 1));
      this.separator();
    }
    this.at += 1;
    return items;
  }

  private startsFor(): boolean {
    return /^for\s/.test(this.text.slice(this.at, this.at + 4));
  }

  private separator(): void {
    this.space();
    if (this.text[this.at] === ",") {
      this.at += 1;
      this.space();
    }
  }

  private string(): string {
    const end = closingQuote(this.text, this.at + 1);
    if (end >= this.text.length) {
      throw new NotLiteral();
    }
    const raw = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return unescapeQuoted(raw);
  }

  private scalar(): Json | undefined {
    const word = /^(?:true|false|null|-?\d+(?:\.\d+)?)(?![\w.])/.exec(
      this.text.slice(this.at, this.at + 64),
    )?.[0];
    if (word === undefined) {
      return undefined;
    }
    this.at += word.length;
    // A number may begin with zeros, which JSON does not allow.
    return /\d/.test(word) ? Number(word) : (JSON.parse(word) as Json);
  }

  /** The source up to the comma, line end or bracket that ends it. */
  private expression(): string {
    const start = this.at;
    let depth = 0;
    while (this.at < this.text.length) {
      const char = this.text[this.at] as string;
      if (char === '"') {
        this.at = closingQuote(this.text, this.at + 1);
      } else if ("([{".includes(char)) {
        depth += 1;
      } else if (")]}".includes(char)) {
        if (depth === 0) {
          break;
        }
        depth -= 1;
      } else if (depth === 0 && (char === "," || char === "\n")) {
        break;
      }
      this.at += 1;
    }
    return this.text.slice(start, Math.min(this.at, this.text.length)).trim();
  }

  private indexOrEnd(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.text.length : found;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Undoes backslash escapes of the literal parts; the rest stays a template. */
function unescapeQuoted(raw: string): string {
  if (!raw.includes("\\") && !raw.includes("{")) {
    return raw;
  }
  return parseTemplate(raw)
    .map(({ kind, source }) => {
      if (kind !== "text") {
        return `${kind === "expression" ? "$" : "%"}{${source}}`;
      }
      const text = source.replace(
        /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs,
        (_all, short: string | undefined, long: string | undefined, char: string | undefined) =>
          char === undefined ? codePoint(short ?? long ?? "") : (ESCAPES[char] ?? char),
      );
      return escapeTemplate(text);
    })
    .join("");
}

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** Literal text as a template: what looks like an expression is escaped. */
export function escapeTemplate(text: string): string {
  return text.includes("{") ? text.replace(/([$%])\{/g, "$1$1{") : text;
}
