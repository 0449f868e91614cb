import type { z } from "zod";
import { type Estate, type EstateInput, estateSchema } from "./schema";

/** The estate file holds something that the schema does not allow. One line for each key. */
export class EstateError extends Error {
  override readonly name = "EstateError";
}

/** Gives an estate file its types in an editor; the check is {@link parseEstate}'s. */
export function defineEstate(estate: EstateInput): EstateInput {
  return estate;
}

/**
 * Checks what an estate file holds.
 *
 * @throws EstateError that names each wrong key, the value got and what is allowed
 */
export function parseEstate(input: unknown): Estate {
  const result = estateSchema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.flatMap((issue) => describe(issue, input));
  throw new EstateError(`The estate is not valid:\n${lines.map((line) => `  ${line}`).join("\n")}`);
}

function describe(issue: z.core.$ZodIssue, input: unknown): string[] {
  if (issue.code === "unrecognized_keys") {
    const allowed = allowedKeys(issue.path);
    return issue.keys.map(
      (key) => `${keyName([...issue.path, key])} is no key of an estate${allowed}`,
    );
  }
  const got = valueAt(input, issue.path);
  return [`${keyName(issue.path)} is ${show(got)}: ${issue.message}`];
}

/** The keys that stand beside an unknown one, so that a typo is mended without reading the source. */
function allowedKeys(path: readonly PropertyKey[]): string {
  let schema: unknown = estateSchema;
  for (const key of path) {
    schema = child(schema, key);
  }
  const shape = shapeOf(schema);
  return shape === undefined ? "" : `; allowed: ${Object.keys(shape).join(", ")}`;
}

interface SchemaNode {
  readonly def?: {
    readonly innerType?: unknown;
    readonly element?: unknown;
    readonly shape?: Readonly<Record<string, unknown>>;
  };
}

function unwrap(schema: unknown): SchemaNode["def"] {
  let def = (schema as SchemaNode | undefined)?.def;
  while (def?.innerType !== undefined) {
    def = (def.innerType as SchemaNode).def;
  }
  return def;
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return unwrap(schema)?.shape;
}

function child(schema: unknown, key: PropertyKey): unknown {
  const def = unwrap(schema);
  return typeof key === "number" ? def?.element : def?.shape?.[String(key)];
}

function keyName(path: readonly PropertyKey[]): string {
  const text = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("");
  return text === "" ? "the estate" : text.replace(/^\./, "");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}

function show(value: unknown): string {
  const text = value === undefined ? "not set" : (JSON.stringify(value) ?? String(value));
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
