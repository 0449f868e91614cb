import type { SchemaFile } from "./schema-types";

/**
 * Prints a schema with sorted keys and one attribute per line: small enough to commit, and a
 * provider upgrade reads as a list of attributes added, removed and changed.
 */
export function printSchema(schema: SchemaFile): string {
  return `${print(schema, "", "other")}\n`;
}

/** Where in the schema a value stands; names of attributes and blocks are free, so keys alone don't tell. */
type Role = "other" | "block" | "attributes" | "blockTypes" | "inline";

function childRole(role: Role, key: string): Role {
  if (role === "attributes" || role === "inline") return "inline";
  if (role === "block") {
    return key === "attributes" ? "attributes" : key === "block_types" ? "blockTypes" : "other";
  }
  return role === "other" && key === "block" ? "block" : "other";
}

function print(value: unknown, indent: string, role: Role): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => print(item, "", "inline")).join(", ")}]`;
  const inline = role === "inline";
  const deeper = inline ? "" : `${indent} `;
  const pairs = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, item]) =>
        `${deeper}${JSON.stringify(key)}: ${print(item, deeper, childRole(role, key))}`,
    );
  if (pairs.length === 0) return "{}";
  return inline ? `{ ${pairs.join(", ")} }` : `{\n${pairs.join(",\n")}\n${indent}}`;
}
