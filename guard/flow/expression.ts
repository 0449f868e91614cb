import { parseReference, type Reference } from "../model/template";

/** What the value of an expression is one of. */
export type Operand =
  | { readonly kind: "text"; readonly text: string }
  /** Text with expressions in it, as Terraform JSON writes it. */
  | { readonly kind: "template"; readonly text: string }
  | { readonly kind: "reference"; readonly reference: Reference };

/**
 * Functions that return what they are given, or a part of it, in another wrapping. Functions that
 * put text together or cut it (`format`, `replace`, `split` …) are not among them.
 */
const SELECTORS = new Set([
  "coalesce",
  "coalescelist",
  "compact",
  "concat",
  "distinct",
  "element",
  "flatten",
  "nonsensitive",
  "one",
  "sensitive",
  "sort",
  "tolist",
  "toset",
  "tostring",
  "trimspace",
  "try",
]);

const MAX_DEPTH = 32;

/**
 * What an expression can have as its value: every branch of a conditional, every argument of a
 * function that only selects.
 *
 * @returns undefined where the expression makes a value that its parts do not tell
 */
export function operandsOf(source: string, depth = 0): readonly Operand[] | undefined {
  const text = source.trim();
  if (depth > MAX_DEPTH || text === "") {
    return undefined;
  }
  if (/^(?:null|true|false|-?\d+(?:\.\d+)?)$/.test(text)) {
    return [];
  }
  const literal = /^"((?:[^"\\$%])*)"$/.exec(text)?.[1];
  if (literal !== undefined) {
    return [{ kind: "text", text: literal }];
  }
  const reference = parseReference(text);
  if (reference !== undefined) {
    return [{ kind: "reference", reference }];
  }
  if (text.startsWith('"') && closingQuote(text, 0) === text.length - 1) {
    // Other escapes (`\u002f`, `\n`) stand for characters that Terraform JSON writes as they are.
    return /^(?:[^\\]|\\["\\])*$/.test(text)
      ? [{ kind: "template", text: text.slice(1, -1).replace(/\\(["\\])/g, "$1") }]
      : undefined;
  }
  const branches = branchesOf(text);
  if (branches !== undefined) {
    return all(branches, depth);
  }
  const call = /^([a-z]\w*)\(([\s\S]*)\)$/.exec(text);
  if (call !== null && SELECTORS.has(call[1] ?? "")) {
    return all(split(call[2] ?? "", ","), depth);
  }
  const wrapped = /^\[([\s\S]*)\]$/.exec(text) ?? /^\(([\s\S]*)\)$/.exec(text);
  return wrapped === null ? undefined : all(split(wrapped[1] ?? "", ","), depth);
}

function all(
  sources: readonly string[] | undefined,
  depth: number,
): readonly Operand[] | undefined {
  const found: Operand[] = [];
  for (const source of sources ?? [""]) {
    const operands = source.trim() === "" ? [] : operandsOf(source, depth + 1);
    if (operands === undefined) {
      return undefined;
    }
    found.push(...operands);
  }
  return sources === undefined ? undefined : found;
}

/** Both branches of `condition ? a : b`; the condition itself is no part of the value. */
function branchesOf(text: string): readonly string[] | undefined {
  const parts = split(text, "?");
  // The condition of `for … if` chooses items; its branches are no part of the value.
  if (parts === undefined || parts.length < 2 || /^for\b[\s\S]*\bif\b/.test(parts[0] ?? "")) {
    return undefined;
  }
  const branches = split(parts.slice(1).join("?"), ":");
  return branches?.length === 2 ? branches : undefined;
}

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Splits at `separator` outside of brackets and quotes; undefined where those do not close. */
function split(text: string, separator: string): readonly string[] | undefined {
  const parts: string[] = [];
  const open: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === '"') {
      const end = closingQuote(text, at);
      if (end < 0) {
        return undefined;
      }
      at = end;
    } else if (CLOSER[char] !== undefined) {
      open.push(CLOSER[char]);
    } else if (char === ")" || char === "]" || char === "}") {
      if (open.pop() !== char) {
        return undefined;
      }
    } else if (char === separator && open.length === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return open.length === 0 ? parts : undefined;
}

/** Index of the quote that ends the string starting at `from`; -1 if none does. */
function closingQuote(text: string, from: number): number {
  // What is open: a string, or an expression inside of one. A stack: hostile input nests deep.
  const open: ('"' | "}")[] = ['"'];
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text[at];
    const inString = open.at(-1) === '"';
    if (inString && char === "\\") {
      at += 1;
    } else if (char === open.at(-1)) {
      open.pop();
      if (open.length === 0) {
        return at;
      }
    } else if (inString && (char === "$" || char === "%") && text[at + 1] === "{") {
      open.push("}");
      at += 1;
    } else if (!inString && char === '"') {
      open.push('"');
    } else if (!inString && char === "{") {
      open.push("}");
    }
  }
  return -1;
}
