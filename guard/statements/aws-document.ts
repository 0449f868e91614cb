import { asList, isObject, type Json, type JsonObject } from "../json/json";
import type { Stack } from "../model/block";
import { hasTemplate, parseReference, parseTemplate, soleExpression } from "../model/template";
import type { AwsStatement } from "./aws-statement";
import { field, StatementReader } from "./aws-statement-reader";
import { escapeTemplate, parseHclValue } from "./hcl-value";
import { resolveValue } from "./resolve";
import type { Resolve } from "./source-text";
import { isStatementArgument, POLICY_DOCUMENT } from "./statement-arguments";

/** A document, or why it is none, or that it is judged where it is written. */
export type AwsDocument =
  | { readonly kind: "statements"; readonly statements: readonly AwsStatement[] }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "unread"; readonly reason: string };

/**
 * Reads a policy document out of an argument: JSON text, with or without expressions in it,
 * `jsonencode(…)` of a literal, a local value, or a reference to what is judged by itself.
 *
 * Source: AWS documentation, "Grammar of the IAM JSON policy language".
 */
export function readAwsDocument(value: Json, stack: Stack, resolve: Resolve): AwsDocument {
  const resolved = resolveValue(value, stack);
  if (isObject(resolved)) {
    return fromJson(resolved, stack, resolve);
  }
  if (typeof resolved !== "string") {
    return { kind: "unread", reason: "it is no text" };
  }
  const expression = soleExpression(resolved);
  return expression === undefined
    ? fromText(resolved, stack, resolve)
    : fromExpression(expression, stack, resolve);
}

const JSON_ENCODE = /^jsonencode\s*\(/;

function fromExpression(expression: string, stack: Stack, resolve: Resolve): AwsDocument {
  const call = JSON_ENCODE.exec(expression)?.[0];
  if (call !== undefined && expression.endsWith(")")) {
    const inner = expression.slice(call.length, -1);
    const value = parseHclValue(inner) ?? resolveValue(`\${${inner}}`, stack);
    return isObject(value)
      ? fromJson(value, stack, resolve)
      : { kind: "unread", reason: "what jsonencode is given is no object in the file" };
  }
  const reference = parseReference(expression);
  const block = reference === undefined ? undefined : stack.byAddress.get(reference.address);
  if (reference !== undefined && block !== undefined) {
    const attribute = reference.attribute.split(".").at(-1) ?? "";
    if (
      (block.kind === "data" && block.type === POLICY_DOCUMENT) ||
      (block.kind === "resource" && isStatementArgument(block.type, attribute))
    ) {
      return { kind: "elsewhere" };
    }
  }
  const [text, ...others] = resolve(expression) ?? [];
  return text === undefined || others.length > 0
    ? { kind: "unread", reason: `${expression} has a value only when Terraform runs` }
    : fromText(escapeTemplate(text), stack, resolve);
}

const OPEN = "\uE000";
const CLOSE = "\uE001";

/** JSON text in which expressions stand inside strings, or instead of a value. */
function fromText(template: string, stack: Stack, resolve: Resolve): AwsDocument {
  const sources: string[] = [];
  let text = template;
  if (hasTemplate(template)) {
    text = "";
    let quoted = false;
    for (const { kind, source } of parseTemplate(template)) {
      if (kind === "directive") {
        return { kind: "unread", reason: "it is put together by a template directive" };
      }
      if (kind === "text") {
        text += source;
        quoted = endsInString(source, quoted);
      } else {
        const mark = `${OPEN}${sources.length}${CLOSE}`;
        sources.push(source);
        text += quoted ? mark : JSON.stringify(mark);
      }
    }
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "unread", reason: "it is no JSON" };
  }
  if (!isObject(json)) {
    return { kind: "unread", reason: "it is no JSON object" };
  }
  // Which of two equal names counts is for whoever reads the document to choose.
  return countNames(json) === countNamesInText(text)
    ? fromJson(json, stack, resolve, sources)
    : { kind: "unread", reason: "it names a property twice in one object" };
}

function countNames(root: Json): number {
  let names = 0;
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isObject(value)) {
      names += Object.keys(value).length;
    }
    for (const inner of typeof value === "object" && value !== null ? Object.values(value) : []) {
      open.push(inner as Json);
    }
  }
  return names;
}

/** Counts strings that a colon follows. */
function countNamesInText(json: string): number {
  let names = 0;
  for (const match of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    names += match[1] === undefined ? 0 : 1;
  }
  return names;
}

/** Whether JSON text that begins inside a string or not ends inside one. */
function endsInString(text: string, begins: boolean): boolean {
  let quoted = begins;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      quoted = !quoted;
    } else if (quoted && text[at] === "\\") {
      at += 1;
    }
  }
  return quoted;
}

function fromJson(
  document: JsonObject,
  stack: Stack,
  resolve: Resolve,
  marks?: readonly string[],
): AwsDocument {
  const reader = new StatementReader(stack, resolve, marks);
  const list = field(document, "statement");
  if (list === undefined) {
    return { kind: "unread", reason: "it has no Statement" };
  }
  const statements: AwsStatement[] = [];
  for (const item of asList(list)) {
    const statement = reader.statement(item);
    if (statement === undefined) {
      return { kind: "unread", reason: "a statement of it is not in the file" };
    }
    statements.push(statement);
  }
  return { kind: "statements", statements };
}
