import { asList, asString, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Stack } from "../model/block";
import { hasTemplate, parseReference, parseTemplate, soleExpression } from "../model/template";
import { escapeTemplate, parseHclValue } from "./hcl-value";
import { resolveValue } from "./resolve";
import { type Resolve, type SourceText, toSourceTexts } from "./source-text";
import { isStatementArgument, POLICY_DOCUMENT } from "./statement-arguments";

/** One value of a principal. */
export interface AwsPrincipal {
  /** `aws`, `service`, `federated`, `canonicaluser` or `*`, lower case. */
  readonly type: string;
  readonly value: SourceText;
}

/** One line of a condition block: all of them must hold, each for any of its values. */
export interface AwsCondition {
  /** Lower case, without `ForAnyValue:`, `ForAllValues:` and `IfExists`. */
  readonly operator: string;
  /** True where it holds too when the request has no such key. */
  readonly holdsWithoutKey: boolean;
  readonly key: string;
  readonly values: readonly SourceText[];
}

/** One statement of a policy document. */
export interface AwsStatement {
  /** `allow`, `deny`, or whatever else stands there, lower case. */
  readonly effect: string;
  readonly principals: readonly AwsPrincipal[];
  readonly notPrincipal: boolean;
  /** Empty where the statement has NotAction. */
  readonly actions: readonly SourceText[];
  /** Empty where the statement has NotResource. */
  readonly resources: readonly SourceText[];
  readonly conditions: readonly AwsCondition[];
  /** Parts that are no literal, or that are written twice. */
  readonly unread: readonly Unread[];
}

/** Parts of a statement that decide where it holds, and for whom. */
export type Unread = (typeof PARTS)[number];

const PARTS = ["Effect", "Principal", "Condition"] as const;

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
    const inner = expression.slice(call.length, -1).trim();
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
      const members = Object.values(value);
      names += members.length;
      open.push(...members.filter((member) => typeof member === "object" && member !== null));
    } else if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) {
        if (typeof item === "object" && item !== null) {
          open.push(item);
        }
      }
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

/** Turns JSON of a document into statements. */
class DocumentReader {
  constructor(
    private readonly stack: Stack,
    private readonly resolve: Resolve,
    /** Expressions by their marks, where the document was JSON text; else strings are templates. */
    private readonly marks: readonly string[] | undefined,
  ) {}

  statement(value: Json): AwsStatement | undefined {
    const statement = this.value(value);
    if (!isObject(statement)) {
      return undefined;
    }
    const unread: Unread[] = [];
    for (const part of PARTS) {
      const same = Object.keys(statement).filter((key) => key.toLowerCase() === part.toLowerCase());
      if (same.length > 1) {
        unread.push(part);
      }
    }
    const principals = this.principals(field(statement, "principal"), unread);
    const conditions = this.conditions(field(statement, "condition"), unread);
    return {
      effect: (asString(field(statement, "effect")) ?? "").toLowerCase(),
      principals,
      notPrincipal: field(statement, "notprincipal") !== undefined,
      actions: this.texts(field(statement, "action")) ?? [],
      resources: this.texts(field(statement, "resource")) ?? [],
      conditions,
      unread,
    };
  }

  private principals(value: Json | undefined, unread: Unread[]): readonly AwsPrincipal[] {
    const principal = value === undefined ? undefined : this.value(value);
    if (principal === undefined) {
      return [];
    }
    if (!isObject(principal)) {
      const texts = this.texts(principal);
      if (texts === undefined || texts.some(({ text }) => text !== "*")) {
        unread.push("Principal");
        return [];
      }
      return texts.map((text) => ({ type: "*", value: text }));
    }
    return Object.keys(principal).flatMap((type) => {
      const texts = this.texts(own(principal, type));
      if (texts === undefined) {
        unread.push("Principal");
      }
      return (texts ?? []).map((text) => ({ type: type.toLowerCase(), value: text }));
    });
  }

  private conditions(value: Json | undefined, unread: Unread[]): readonly AwsCondition[] {
    const block = value === undefined ? {} : this.value(value);
    if (!isObject(block)) {
      unread.push("Condition");
      return [];
    }
    return Object.keys(block).flatMap((operator) => {
      const keys = this.value(own(block, operator) as Json);
      if (!isObject(keys)) {
        unread.push("Condition");
        return [];
      }
      return Object.keys(keys).map((key) => {
        const values = this.texts(own(keys, key));
        if (values === undefined) {
          unread.push("Condition");
        }
        return toCondition(operator, key, values ?? []);
      });
    });
  }

  /** The strings of a list or of a single value; undefined where a part is anything else. */
  private texts(value: Json | undefined): readonly SourceText[] | undefined {
    const texts: SourceText[] = [];
    for (const item of asList(value === undefined ? undefined : this.value(value))) {
      const resolved = this.value(item);
      if (typeof resolved === "boolean" || typeof resolved === "number") {
        texts.push({ text: String(resolved), holes: new Map() });
      } else if (typeof resolved === "string") {
        texts.push(...toSourceTexts(this.template(resolved), this.resolve));
      } else {
        return undefined;
      }
    }
    return texts;
  }

  /** `value`, or what a lone reference to a local value stands for. */
  private value(value: Json): Json {
    if (typeof value !== "string") {
      return value;
    }
    const template = this.template(value);
    const resolved = hasTemplate(template) ? resolveValue(template, this.stack) : value;
    return resolved === template ? value : resolved;
  }

  private template(text: string): string {
    if (this.marks === undefined) {
      return text;
    }
    const marks = this.marks;
    return escapeTemplate(text).replace(
      /\uE000(\d+)\uE001/g,
      (_mark, index: string) => `\${${marks[Number(index)] ?? "…"}}`,
    );
  }
}

function fromJson(
  document: JsonObject,
  stack: Stack,
  resolve: Resolve,
  marks?: readonly string[],
): AwsDocument {
  const reader = new DocumentReader(stack, resolve, marks);
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

/** The statement that a `statement` block of the data source writes. */
export function fromStatementBlock(
  block: JsonObject,
  stack: Stack,
  resolve: Resolve,
): AwsStatement | undefined {
  const principals: Record<string, Json> = {};
  const unread: "Principal"[] = [];
  for (const item of asList(own(block, "principals"))) {
    const type = isObject(item) ? asString(own(item, "type")) : undefined;
    const identifiers = isObject(item) ? own(item, "identifiers") : undefined;
    if (type === undefined || identifiers === undefined) {
      unread.push("Principal");
    } else {
      principals[type] = [...asList(principals[type]), ...asList(identifiers)];
    }
  }
  const statement = new DocumentReader(stack, resolve, undefined).statement({
    Effect: own(block, "effect") ?? "Allow",
    ...(Object.keys(principals).length === 0 ? {} : { Principal: principals }),
    ...(own(block, "not_principals") === undefined ? {} : { NotPrincipal: "*" }),
    Action: own(block, "actions") ?? [],
    Resource: own(block, "resources") ?? [],
  });
  if (statement === undefined) {
    return undefined;
  }
  const conditions: AwsCondition[] = [];
  const missing: "Condition"[] = [];
  for (const item of asList(own(block, "condition"))) {
    const read = isObject(item) ? fromConditionBlock(item, stack, resolve) : undefined;
    if (read === undefined) {
      missing.push("Condition");
    } else {
      conditions.push(read);
    }
  }
  const dynamic = own(block, "dynamic");
  const dynamics = isObject(dynamic) ? Object.keys(dynamic) : [];
  return {
    ...statement,
    conditions,
    unread: [
      ...statement.unread,
      ...unread,
      ...missing,
      ...(dynamics.includes("principals") ? (["Principal"] as const) : []),
      ...(dynamics.includes("condition") ? (["Condition"] as const) : []),
    ],
  };
}

function fromConditionBlock(
  block: JsonObject,
  stack: Stack,
  resolve: Resolve,
): AwsCondition | undefined {
  const test = asString(own(block, "test"));
  const variable = asString(own(block, "variable"));
  if (test === undefined || variable === undefined) {
    return undefined;
  }
  return new DocumentReader(stack, resolve, undefined)
    .statement({
      Effect: "Allow",
      Condition: { [test]: { [variable]: own(block, "values") ?? [] } },
    })
    ?.conditions.at(0);
}

function toCondition(operator: string, key: string, values: readonly SourceText[]): AwsCondition {
  const lower = operator.toLowerCase();
  return {
    operator: lower.replace(/^for(?:any|all)values?:/, "").replace(/ifexists$/, ""),
    holdsWithoutKey: lower.endsWith("ifexists") || lower.startsWith("forall"),
    key: key.toLowerCase(),
    values,
  };
}

/** The member `name` of an object, in any case: AWS compares element names without it. */
function field(object: JsonObject, name: string): Json | undefined {
  for (const key of Object.keys(object)) {
    if (key.toLowerCase() === name) {
      return object[key];
    }
  }
  return undefined;
}
