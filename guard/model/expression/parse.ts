import { NotUnderstood, Scanner } from "./scanner";
import { type Node, SPLAT_ITEM } from "./syntax";

/** Deeper than any honest expression; a bound that keeps the call stack safe. */
const MAX_DEPTH = 48;

/** Binary operators, from the loosest to the tightest. Source: HCL native syntax specification. */
const OPERATORS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** Parsed sources: an estate repeats the same few. */
const memo = new Map<string, Node | undefined>();
const MAX_MEMO = 1024;
const MAX_MEMO_LENGTH = 512;

/**
 * The syntax tree of a Terraform template, which every string of Terraform JSON is. Takes time
 * linear in the length of `text` and never throws.
 *
 * @returns undefined where the text is not understood, or nests deeper than 48 levels
 */
export function parseTemplateText(text: string): Node | undefined {
  if (memo.has(text)) {
    return memo.get(text);
  }
  const node = parseOrUndefined(text);
  if (text.length <= MAX_MEMO_LENGTH) {
    if (memo.size >= MAX_MEMO) {
      memo.clear();
    }
    memo.set(text, node);
  }
  return node;
}

function parseOrUndefined(text: string): Node | undefined {
  try {
    return new Parser(text).wholeTemplate();
  } catch (error) {
    if (error instanceof NotUnderstood) {
      return undefined;
    }
    throw error;
  }
}

/** `%{ else }` and the like, which end a part of a template. */
type Directive = "else" | "endif" | "endfor";

class Parser {
  private readonly scan: Scanner;
  private depth = 0;

  constructor(text: string) {
    this.scan = new Scanner(text);
  }

  wholeTemplate(): Node {
    const { node, end } = this.template("");
    if (end !== undefined || !this.scan.done) {
      throw new NotUnderstood();
    }
    return node;
  }

  private nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw new NotUnderstood();
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }

  /** A template up to `closer` (a quote, or the end of the text), or up to a directive that ends it. */
  private template(closer: '"' | ""): { readonly node: Node; readonly end: Directive | undefined } {
    return this.nested(() => {
      const { scan } = this;
      const parts: Node[] = [];
      let start = scan.at;
      let text = "";
      const flush = (): void => {
        text += scan.text.slice(start, scan.at);
        if (text !== "") {
          parts.push({ kind: "literal", value: text });
          text = "";
        }
      };
      for (;;) {
        const char = scan.text[scan.at];
        if (char === undefined || (closer === '"' && char === '"')) {
          if ((char === undefined) !== (closer === "")) {
            throw new NotUnderstood();
          }
          flush();
          return { node: joined(parts), end: undefined };
        }
        if ((char === "$" || char === "%") && scan.text[scan.at + 1] === char) {
          if (scan.text[scan.at + 2] === "{") {
            text += `${scan.text.slice(start, scan.at)}${char}{`;
            scan.at += 3;
            start = scan.at;
          } else {
            scan.at += 1;
          }
        } else if (char === "$" && scan.text[scan.at + 1] === "{") {
          flush();
          scan.at += 2;
          this.open(parts);
          parts.push(this.expression());
          this.close();
          start = scan.at;
        } else if (char === "%" && scan.text[scan.at + 1] === "{") {
          flush();
          scan.at += 2;
          this.open(parts);
          const end = this.directive(parts, closer);
          start = scan.at;
          if (end !== undefined) {
            return { node: joined(parts), end };
          }
        } else if (closer === '"' && char === "\\") {
          text += scan.text.slice(start, scan.at) + this.escape();
          start = scan.at;
        } else {
          scan.at += 1;
        }
      }
    });
  }

  /** After `${` or `%{`: a `~` strips the white space before it. */
  private open(parts: Node[]): void {
    if (this.scan.take("~")) {
      const last = parts.pop();
      if (last?.kind === "literal" && typeof last.value === "string") {
        parts.push({ kind: "literal", value: last.value.trimEnd() });
      } else if (last !== undefined) {
        parts.push(last);
      }
    }
    this.scan.space();
  }

  /** `}` or `~}`, which strips the white space after it. */
  private close(): void {
    const { scan } = this;
    scan.space();
    if (scan.take("~")) {
      scan.expect("}");
      while (/\s/.test(scan.text[scan.at] ?? "")) {
        scan.at += 1;
      }
    } else {
      scan.expect("}");
    }
  }

  private directive(parts: Node[], closer: '"' | ""): Directive | undefined {
    const { scan } = this;
    if (scan.takeWord("if")) {
      const test = this.expression();
      this.close();
      const yes = this.template(closer);
      const no = yes.end === "else" ? this.template(closer) : undefined;
      if ((no ?? yes).end !== "endif") {
        throw new NotUnderstood();
      }
      const otherwise: Node = no?.node ?? { kind: "literal", value: "" };
      parts.push({ kind: "conditional", test, yes: yes.node, no: otherwise });
      return undefined;
    }
    if (scan.takeWord("for")) {
      const head = this.forHead();
      this.close();
      const body = this.template(closer);
      if (body.end !== "endfor") {
        throw new NotUnderstood();
      }
      const list: Node = {
        kind: "for",
        ...head,
        key: undefined,
        value: body.node,
        test: undefined,
        groups: false,
      };
      parts.push({ kind: "call", name: "join", args: [{ kind: "literal", value: "" }, list] });
      return undefined;
    }
    for (const end of ["else", "endif", "endfor"] as const) {
      if (scan.takeWord(end)) {
        this.close();
        return end;
      }
    }
    throw new NotUnderstood();
  }

  private escape(): string {
    const { scan } = this;
    const char = scan.text[scan.at + 1] ?? "";
    if (char === "u" || char === "U") {
      const length = char === "u" ? 4 : 8;
      const hex = scan.text.slice(scan.at + 2, scan.at + 2 + length);
      const code = /^[0-9a-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
      if (hex.length !== length || !(code <= 0x10ffff)) {
        throw new NotUnderstood();
      }
      scan.at += 2 + length;
      return String.fromCodePoint(code);
    }
    const plain = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" }[char];
    if (plain === undefined) {
      throw new NotUnderstood();
    }
    scan.at += 2;
    return plain;
  }

  private expression(): Node {
    return this.nested(() => {
      const { scan } = this;
      scan.space();
      const test = this.binary(0);
      scan.space();
      if (!scan.take("?")) {
        return test;
      }
      const yes = this.expression();
      scan.space();
      scan.expect(":");
      return { kind: "conditional", test, yes, no: this.expression() };
    });
  }

  private binary(level: number): Node {
    const operators = OPERATORS[level];
    if (operators === undefined) {
      return this.unary();
    }
    let left = this.binary(level + 1);
    for (let count = 0; ; count += 1) {
      const operator = this.operator(operators);
      if (operator === undefined) {
        return left;
      }
      if (count > MAX_CHAIN) {
        throw new NotUnderstood();
      }
      this.scan.space();
      left = { kind: "binary", operator, left, right: this.binary(level + 1) };
    }
  }

  private operator(operators: readonly string[]): string | undefined {
    const { scan } = this;
    const start = scan.at;
    scan.space(this.lineEndsMatter === 0);
    const found = operators.find((operator) => scan.take(operator));
    if (found === undefined) {
      scan.at = start;
    }
    return found;
  }

  private unary(): Node {
    const { scan } = this;
    const operator = scan.take("!") ? "!" : scan.take("-") ? "-" : undefined;
    if (operator === undefined) {
      return this.postfix(this.primary());
    }
    return this.nested(() => {
      scan.space();
      return { kind: "unary", operator, operand: this.unary() };
    });
  }

  private postfix(start: Node): Node {
    const { scan } = this;
    let node = start;
    for (let count = 0; ; count += 1) {
      if (count > MAX_CHAIN) {
        throw new NotUnderstood();
      }
      if (scan.take("[*]")) {
        // Attributes and indices behind it are taken of each item.
        return { kind: "splat", of: node, each: this.postfix(ITEM) };
      }
      if (scan.take(".*")) {
        // Only attributes are taken of each item; an index is one of the list.
        node = { kind: "splat", of: node, each: this.attributes(ITEM) };
        continue;
      }
      if (scan.peek("...")) {
        return node;
      }
      if (scan.take(".")) {
        const name = scan.identifier() ?? scan.number();
        if (name === undefined) {
          throw new NotUnderstood();
        }
        node = /^\d/.test(name)
          ? { kind: "index", of: node, index: { kind: "literal", value: Number(name) } }
          : { kind: "attribute", of: node, name };
      } else if (scan.take("[")) {
        const index = this.within("]", () => this.expression());
        node = { kind: "index", of: node, index };
      } else {
        return node;
      }
    }
  }

  private attributes(start: Node): Node {
    const { scan } = this;
    let node = start;
    for (
      let count = 0;
      count <= MAX_CHAIN && /^\.[A-Za-z_]/.test(scan.text.slice(scan.at, scan.at + 2));
      count += 1
    ) {
      scan.at += 1;
      node = { kind: "attribute", of: node, name: scan.identifier() ?? "" };
    }
    return node;
  }

  private primary(): Node {
    const { scan } = this;
    if (scan.take('"')) {
      const { node, end } = this.template('"');
      if (end !== undefined) {
        throw new NotUnderstood();
      }
      scan.expect('"');
      return node;
    }
    if (scan.take("(")) {
      return this.within(")", () => this.expression());
    }
    if (scan.take("[")) {
      return this.list();
    }
    if (scan.take("{")) {
      return this.object();
    }
    const number = scan.number();
    if (number !== undefined) {
      return { kind: "literal", value: Number(number) };
    }
    return this.named();
  }

  private named(): Node {
    const { scan } = this;
    let name = scan.identifier();
    if (name === undefined) {
      throw new NotUnderstood();
    }
    while (scan.take("::")) {
      name += `::${scan.identifier() ?? ""}`;
    }
    if (scan.take("(")) {
      return { kind: "call", name, args: this.within(")", () => this.items(")")) };
    }
    switch (name) {
      case "true":
      case "false":
        return { kind: "literal", value: name === "true" };
      case "null":
        return { kind: "literal", value: null };
      default:
        return { kind: "variable", name };
    }
  }

  private lineEndsMatter = 0;

  /** What `parse` reads up to `closer`, between brackets in which line ends mean nothing. */
  private within<T>(closer: string, parse: () => T): T {
    const outer = this.lineEndsMatter;
    this.lineEndsMatter = 0;
    const result = parse();
    this.scan.space();
    this.scan.expect(closer);
    this.lineEndsMatter = outer;
    return result;
  }

  /** Comma-separated expressions up to `closer`, which is left standing. */
  private items(closer: string): readonly Node[] {
    const { scan } = this;
    const items: Node[] = [];
    for (;;) {
      scan.space();
      if (scan.peek(closer)) {
        return items;
      }
      const item = this.expression();
      scan.space();
      if (scan.take("...")) {
        // f(list...) spreads a list over the arguments.
        items.push({ kind: "call", name: "...", args: [item] });
      } else {
        items.push(item);
      }
      scan.space();
      if (!scan.take(",")) {
        return items;
      }
    }
  }

  private list(): Node {
    return this.within("]", () => {
      this.scan.space();
      return this.scan.takeWord("for")
        ? this.comprehension(false)
        : { kind: "list", items: this.items("]") };
    });
  }

  private object(): Node {
    const { scan } = this;
    scan.space();
    if (scan.takeWord("for")) {
      const outer = this.lineEndsMatter;
      this.lineEndsMatter = 0;
      const node = this.comprehension(true);
      scan.space();
      scan.expect("}");
      this.lineEndsMatter = outer;
      return node;
    }
    const outer = this.lineEndsMatter;
    this.lineEndsMatter = 1;
    const entries: (readonly [Node, Node])[] = [];
    for (;;) {
      scan.space();
      if (scan.take("}")) {
        this.lineEndsMatter = outer;
        return { kind: "object", entries };
      }
      const key = this.key();
      scan.space();
      if (!scan.take("=")) {
        scan.expect(":");
      }
      entries.push([key, this.expression()]);
      scan.space();
      scan.take(",");
    }
  }

  private key(): Node {
    const { scan } = this;
    const name = scan.identifier();
    return name === undefined ? this.primary() : { kind: "literal", value: name };
  }

  private forHead(): { keyName: string | undefined; valueName: string; from: Node } {
    const { scan } = this;
    const name = (): string => {
      scan.space();
      const found = scan.identifier();
      if (found === undefined) {
        throw new NotUnderstood();
      }
      return found;
    };
    const first = name();
    scan.space();
    const second = scan.take(",") ? name() : undefined;
    scan.space();
    if (!scan.takeWord("in")) {
      throw new NotUnderstood();
    }
    const from = this.expression();
    return {
      keyName: second === undefined ? undefined : first,
      valueName: second ?? first,
      from,
    };
  }

  private comprehension(makesObject: boolean): Node {
    const { scan } = this;
    const head = this.forHead();
    scan.space();
    scan.expect(":");
    const first = this.expression();
    scan.space();
    let value = first;
    if (makesObject) {
      scan.expect("=>");
      value = this.expression();
      scan.space();
    }
    const groups = scan.take("...");
    scan.space();
    const test = scan.takeWord("if") ? this.expression() : undefined;
    return { kind: "for", ...head, key: makesObject ? first : undefined, value, test, groups };
  }
}

const ITEM: Node = { kind: "variable", name: SPLAT_ITEM };

/** Longest chain of operators or attributes; each makes the tree one level deeper on its left. */
const MAX_CHAIN = 256;

function joined(parts: readonly Node[]): Node {
  const [only] = parts;
  if (only === undefined) {
    return { kind: "literal", value: "" };
  }
  // "${x}" keeps the type of x: a list stays a list.
  return parts.length === 1 ? only : { kind: "template", parts };
}
