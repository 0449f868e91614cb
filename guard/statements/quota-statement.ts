import { type Condition, parseCondition } from "./condition";
import { type Cursor, type Parse, runParser } from "./cursor";
import { type SourceText, toSourceTexts } from "./source-text";
import type { Token } from "./tokenize";

/** One statement of a compartment quota. */
export interface QuotaStatement {
  readonly action: "set" | "unset" | "zero";
  /** Service family: `compute-core`. */
  readonly family: Token;
  /** Quota names and patterns; empty for every quota of the family. */
  readonly quotas: readonly Token[];
  /** The limit of `set`; undefined otherwise. */
  readonly value: Token | undefined;
  /** Path or OCID of the compartment; undefined for the whole tenancy. */
  readonly compartment: Token | undefined;
  readonly condition: Condition | undefined;
}

/**
 * Parses one statement of an OCI compartment quota. Total, and linear in its length.
 *
 * Source: OCI documentation, "Quota Policy Syntax" and "Sample Quotas"; the form in braces is that
 * of the API's own example.
 */
export function parseQuotaStatement(source: string | SourceText): Parse<QuotaStatement> {
  const text = typeof source === "string" ? (toSourceTexts(source)[0] as SourceText) : source;
  return runParser(text, parseStatement);
}

function parseStatement(cursor: Cursor): QuotaStatement {
  const action = cursor.expect("set", "unset", "zero").lower as QuotaStatement["action"];
  const inBraces: Token[] = [];
  let family: Token;
  if (cursor.isSymbol("{")) {
    family = cursor.next();
    inBraces.push(...parseNames(cursor));
    cursor.expect("}");
  } else {
    family = cursor.name("a service family");
  }
  cursor.expect("quota", "quotas");
  const quotas = cursor.is("to", "in") ? inBraces : [...inBraces, ...parseNames(cursor)];
  const value = action === "set" ? parseLimit(cursor) : undefined;
  cursor.expect("in");
  const compartment = parseCompartment(cursor);
  const condition = cursor.accept("where") ? parseCondition(cursor) : undefined;
  return { action, family, quotas, value, compartment, condition };
}

function parseNames(cursor: Cursor): Token[] {
  const names: Token[] = [];
  do {
    const { kind } = cursor.token;
    names.push(kind === "pattern" ? cursor.next() : cursor.name("a quota name"));
  } while (cursor.accept(","));
  return names;
}

function parseLimit(cursor: Cursor): Token {
  cursor.expect("to");
  const { token } = cursor;
  return /^\d+$/.test(token.text) || token.holes.length > 0
    ? cursor.next()
    : cursor.fail("a number");
}

function parseCompartment(cursor: Cursor): Token | undefined {
  if (cursor.accept("tenancy")) {
    return undefined;
  }
  cursor.expect("compartment", "tenancy");
  if (cursor.is("id") && cursor.peek(1).kind !== "end" && cursor.peek(1).lower !== "where") {
    cursor.next();
  }
  return cursor.name("the name of a compartment");
}
