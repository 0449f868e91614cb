import type { Finding } from "../../../guard";
import { checkJson } from "../../support/check-json";
import { one } from "../../support/of-rule";

/** What a reader of a finding sees. */
export type Told = Pick<Finding, "status" | "path" | "value" | "message" | "fix">;

/** Every finding of one rule in a document. */
export function told(rule: string, json: object): readonly Told[] {
  return checkJson(json)
    .findings.filter((each) => each.rule === rule)
    .map(({ status, path, value, message, fix }) => ({ status, path, value, message, fix }));
}

/** What `customer-managed-key` says of a resource called `r`: where, and why in its own words. */
export function keyless(type: string, body: object, more: object = {}): readonly string[] {
  return told("customer-managed-key", { ...one(type, body), ...more }).map(
    ({ path, message, fix }) => `${path}: ${message} ${fix}`,
  );
}

/** What {@link keyless} says where nothing is known but that `why`. */
export function lacks(type: string, path: string, why: string, fix: string): string {
  const cloud = type.startsWith("oci_") ? "Oracle" : "AWS";
  return `${path}: Nothing proves that a key of the customer's encrypts what ${type}.r keeps: ${why}. Without one, ${cloud} holds the key. ${fix}`;
}

/** `{ a: { b: value } }` for the path `a.b`. */
export function nested(path: string, value: unknown): Record<string, unknown> {
  return path
    .split(".")
    .reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>;
}

/** What a rule about openness says of a resource called `r` that is open: where, what, and what to do. */
export function exposed(rule: string, type: string, body: object): readonly string[] {
  return told(rule, one(type, body)).map(
    ({ status, path, message, fix }) => `${status} ${path}: ${message} ${fix}`,
  );
}

/** What {@link exposed} says of what is open to the world. */
export function open(type: string, path: string, says: string, fix: string): string {
  return `outside ${path}: ${type}.r ${says}: it can be reached from outside US. ${fix}`;
}
