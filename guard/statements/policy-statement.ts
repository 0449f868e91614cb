import { type Condition, parseCondition } from "./condition";
import { type Cursor, type Parse, runParser } from "./cursor";
import { type SourceText, toSourceTexts } from "./source-text";
import type { Token } from "./tokenize";

export type PrincipalKind =
  | "any-user"
  | "any-group"
  | "group"
  | "dynamic-group"
  | "service"
  | "resource"
  | "user";

/** Who a statement speaks of. */
export interface Subject {
  readonly kind: PrincipalKind;
  /** Names or OCIDs; empty for `any-user` and `any-group`. An identity domain is left out. */
  readonly principals: readonly Token[];
}

/** Where a statement applies. */
export interface Scope {
  readonly kind: "tenancy" | "compartment" | "any-tenancy";
  /** Path or OCID of the compartment, or alias of another tenancy. */
  readonly name: Token | undefined;
}

/** `Allow`, `Endorse` or `Admit`, or one of them after `Deny`. */
export interface GrantStatement {
  readonly kind: "allow" | "endorse" | "admit";
  /** True for `Deny …`, `Deny endorse …` and `Deny admit …`. */
  readonly denies: boolean;
  readonly subject: Subject;
  /** Alias of the tenancy that an admitted subject is of. */
  readonly ofTenancy: Token | undefined;
  /** `inspect`, `read`, `use`, `manage`, `associate`; undefined where permissions are listed. */
  readonly verb: Token | undefined;
  /** Permissions in braces instead of a verb. */
  readonly permissions: readonly Token[];
  readonly resources: readonly Token[];
  readonly scope: Scope;
  /** `associate X in … with Y in …`: the second resource and its place. */
  readonly with: { readonly resource: Token; readonly scope: Scope } | undefined;
  readonly condition: Condition | undefined;
}

/** `Define tenancy|group|dynamic-group|compartment <alias> as <OCID>`. */
export interface DefineStatement {
  readonly kind: "define";
  readonly what: string;
  readonly alias: Token;
  readonly ocid: Token;
}

export type PolicyStatement = GrantStatement | DefineStatement;

/**
 * Parses one statement of an OCI IAM policy. Total, and linear in its length.
 *
 * Source: OCI documentation, "Policy Syntax", "Deny Policies", "Cross-Tenancy Policies" and
 * "Conditions". Conditions may nest here, though none of them documents it.
 *
 * @param source a text that was read already, or a string, whose Terraform expressions are holes
 */
export function parsePolicyStatement(source: string | SourceText): Parse<PolicyStatement> {
  const text = typeof source === "string" ? (toSourceTexts(source)[0] as SourceText) : source;
  return runParser(text, parseStatement);
}

const VERBS = ["inspect", "read", "use", "manage"] as const;

function parseStatement(cursor: Cursor): PolicyStatement {
  if (cursor.accept("define")) {
    return parseDefine(cursor);
  }
  const denies = cursor.accept("deny");
  if (cursor.accept("endorse")) {
    return parseGrant(cursor, "endorse", denies);
  }
  if (cursor.accept("admit")) {
    return parseGrant(cursor, "admit", denies);
  }
  // "Allow" may be left out.
  if (!denies && !cursor.accept("allow") && !cursor.is(...SUBJECTS)) {
    cursor.fail("Allow, Deny, Endorse, Admit or Define");
  }
  return parseGrant(cursor, "allow", denies);
}

function parseDefine(cursor: Cursor): DefineStatement {
  const what = cursor.expect("tenancy", "group", "dynamic-group", "compartment").lower;
  const alias = parsePrincipal(cursor, "a name");
  cursor.expect("as");
  return { kind: "define", what, alias, ocid: cursor.name("an OCID") };
}

function parseGrant(cursor: Cursor, kind: GrantStatement["kind"], denies: boolean): GrantStatement {
  const subject = parseSubject(cursor);
  const ofTenancy = kind === "admit" ? parseOfTenancy(cursor) : undefined;
  cursor.expect("to");
  const { verb, permissions, resources } = parseAction(cursor, kind);
  cursor.expect("in");
  const scope = parseScope(cursor, kind);
  const associated =
    verb?.lower === "associate" && cursor.accept("with") ? parseWith(cursor, kind) : undefined;
  const condition = cursor.accept("where") ? parseCondition(cursor) : undefined;
  return {
    kind,
    denies,
    subject,
    ofTenancy,
    verb,
    permissions,
    resources,
    scope,
    with: associated,
    condition,
  };
}

const SUBJECTS = [
  "any-user",
  "any-group",
  "group",
  "dynamic-group",
  "service",
  "resource",
  "user",
] as const;

function parseSubject(cursor: Cursor): Subject {
  const kind = cursor.expect(...SUBJECTS).lower as PrincipalKind;
  if (kind === "any-user" || kind === "any-group") {
    return { kind, principals: [] };
  }
  const principals: Token[] = [];
  do {
    // "group id a, group id b" and "group id a, id b" are both documented.
    if (principals.length > 0 && cursor.peek(1).lower !== "to") {
      cursor.accept(kind);
    }
    principals.push(parsePrincipal(cursor, `the name of a ${kind}`));
  } while (cursor.accept(","));
  return { kind, principals };
}

/** `'domain'/'name'`, `name` or `id <ocid>`. */
function parsePrincipal(cursor: Cursor, what: string): Token {
  if (cursor.is("id") && !["to", "as", "of", ","].includes(cursor.peek(1).lower)) {
    cursor.next();
    return cursor.name("an OCID");
  }
  const name = cursor.name(what);
  if (cursor.isSymbol("/")) {
    cursor.next();
    return cursor.name(what);
  }
  // A domain that is not quoted takes the slash into its word: Default/'Group A'.
  return name.text.endsWith("/") && name.kind === "word" && cursor.token.kind === "string"
    ? cursor.next()
    : name;
}

function parseOfTenancy(cursor: Cursor): Token {
  cursor.expect("of");
  if (cursor.is("any-tenancy")) {
    return cursor.next();
  }
  cursor.expect("tenancy");
  return cursor.name("the alias of a tenancy");
}

function parseAction(
  cursor: Cursor,
  kind: GrantStatement["kind"],
): Pick<GrantStatement, "verb" | "permissions" | "resources"> {
  if (cursor.accept("{")) {
    const permissions = [cursor.name("a permission")];
    while (cursor.accept(",")) {
      permissions.push(cursor.name("a permission"));
    }
    cursor.expect("}");
    return { verb: undefined, permissions, resources: [] };
  }
  const verbs = kind === "allow" ? VERBS : ([...VERBS, "associate"] as const);
  const verb = cursor.token.holes.length > 0 ? cursor.next() : cursor.expect(...verbs, "{");
  const resources = [cursor.name("a resource-type")];
  while (cursor.accept(",")) {
    resources.push(cursor.name("a resource-type"));
  }
  return { verb, permissions: [], resources };
}

function parseScope(cursor: Cursor, kind: GrantStatement["kind"]): Scope {
  if (kind === "endorse" && cursor.accept("any-tenancy")) {
    return { kind: "any-tenancy", name: undefined };
  }
  if (cursor.accept("tenancy")) {
    const named = kind !== "allow" && cursor.token.kind !== "end" && !cursor.is("where", "with");
    return { kind: "tenancy", name: named ? cursor.name("the alias of a tenancy") : undefined };
  }
  cursor.expect("compartment", "tenancy");
  if (cursor.is("id") && cursor.peek(1).kind !== "end" && cursor.peek(1).lower !== "where") {
    cursor.next();
    return { kind: "compartment", name: cursor.name("the OCID of a compartment") };
  }
  return { kind: "compartment", name: cursor.name("the name of a compartment") };
}

function parseWith(cursor: Cursor, kind: GrantStatement["kind"]): GrantStatement["with"] {
  const resource = cursor.name("a resource-type");
  cursor.expect("in");
  return { resource, scope: parseScope(cursor, kind) };
}
