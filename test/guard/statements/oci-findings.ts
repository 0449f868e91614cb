import type { Json, JsonObject } from "../../../guard/json/json";
import type { Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";
import { Jurisdiction } from "../../../jurisdiction";
import { COMPARTMENT, checkJson } from "../../support/check-json";

/** What a finding says: its status, the words after "Statement 1 of oci_… ", and its fix. */
export type Said = readonly [status: string, message: string, fix: string];

const RULES = { oci_identity_policy: "oci-policy-inside", oci_limits_quota: "oci-quota-inside" };
type Type = keyof typeof RULES;

/** A document with one policy or quota called `p`. */
export function withStatements(type: Type, statements: unknown, more: object = {}): object {
  const { resource, ...rest } = { resource: {}, ...more };
  const body = { compartment_id: COMPARTMENT, name: "p", description: "d", statements };
  return {
    provider: { oci: [{ region: "us-ashburn-1" }] },
    ...rest,
    resource: { [type]: { p: body }, ...resource },
  };
}

/** Findings of the rule that is about `type`. */
export function findingsIn(type: Type, json: object, jurisdiction = Jurisdiction.US) {
  return checkJson(json, jurisdiction).findings.filter(({ rule }) => rule === RULES[type]);
}

/** The messages of the notes of the rule that is about `type`. */
export function notesIn(type: Type, json: object): readonly string[] {
  return checkJson(json)
    .notes.filter(({ rule }) => rule === RULES[type])
    .map(({ message }) => message);
}

/** What is found on one statement of a policy. */
export function policySays(statement: string, jurisdiction = Jurisdiction.US): readonly Said[] {
  return saidOf("oci_identity_policy", statement, jurisdiction);
}

/** What is found on one statement of a quota. */
export function quotaSays(statement: string, jurisdiction = Jurisdiction.US): readonly Said[] {
  return saidOf("oci_limits_quota", statement, jurisdiction);
}

function saidOf(type: Type, statement: string, jurisdiction: Jurisdiction): readonly Said[] {
  const found = findingsIn(type, withStatements(type, [statement]), jurisdiction);
  return found.map(({ status, message, fix }) => [
    status,
    message.replace(`Statement 1 of ${type}.p `, ""),
    fix,
  ]);
}

/** The statuses of what is found on the statements of one policy, by their place in the list. */
export function statusesOf(...statements: readonly string[]): readonly string[] {
  const json = withStatements("oci_identity_policy", statements);
  return findingsIn("oci_identity_policy", json).map(
    ({ status, path }) => `${status} ${path.split("/").at(-1)}`,
  );
}

/** The model of one document. */
export function stackOf(json: object): Stack {
  const document = { stack: "test", file: "cdk.tf.json", json: json as JsonObject };
  const [stack] = buildModel({ documents: [document], unread: [] });
  return stack as Stack;
}

/** A stack with these local values. */
export function stackWithLocals(locals: Readonly<Record<string, Json>>): Stack {
  return stackOf({ locals });
}
