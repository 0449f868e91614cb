import type { TypeConstraint } from "./schema-types";

export type Body = Readonly<Record<string, unknown>>;

/** The key of comments in Terraform's JSON syntax. */
export const COMMENT = "//";

/** Whether Terraform converts a literal to a type, and what of it it doesn't. */
export function typeViolations(type: TypeConstraint, value: unknown, path: string): string[] {
  if (value === null || type === "dynamic" || isTemplate(value)) return [];
  if (typeof type === "string") {
    return isPrimitive(type, value) ? [] : [`${path}: must be a ${type}, is ${show(value)}`];
  }
  const [kind, of] = type as readonly [string, unknown];
  if (kind === "map") {
    if (!isObject(value)) return [`${path}: must be a map, is ${show(value)}`];
    return Object.entries(value).flatMap(([key, item]) =>
      typeViolations(of as TypeConstraint, item, `${path}["${key}"]`),
    );
  }
  if (kind === "object") {
    return objectViolations(of as Readonly<Record<string, TypeConstraint>>, value, path);
  }
  if (!Array.isArray(value)) return [`${path}: must be a ${kind}, is ${show(value)}`];
  if (kind !== "tuple") {
    return value.flatMap((item, index) =>
      typeViolations(of as TypeConstraint, item, `${path}[${index}]`),
    );
  }
  const types = of as readonly TypeConstraint[];
  if (types.length !== value.length) {
    return [`${path}: must hold ${types.length} elements, holds ${value.length}`];
  }
  return types.flatMap((item, index) => typeViolations(item, value[index], `${path}[${index}]`));
}

/**
 * Lists of objects can be written as blocks, so what is left out is null; what the type doesn't
 * know is an error.
 */
function objectViolations(
  types: Readonly<Record<string, TypeConstraint>>,
  value: unknown,
  path: string,
): string[] {
  if (!isObject(value)) return [`${path}: must be an object, is ${show(value)}`];
  return Object.entries(value).flatMap(([name, item]) => {
    if (name === COMMENT || item === null) return [];
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const at = join(path, name);
    return type === undefined ? [`${at}: is not an argument here`] : typeViolations(type, item, at);
  });
}

/** Terraform's conversions: https://developer.hashicorp.com/terraform/language/expressions/types */
function isPrimitive(type: string, value: unknown): boolean {
  switch (type) {
    case "string":
      return ["string", "number", "boolean"].includes(typeof value);
    case "number":
      return typeof value === "number" || (typeof value === "string" && NUMBER.test(value));
    case "bool":
      return typeof value === "boolean" || BOOLEANS.includes(value);
    default:
      throw new Error(`the schema has a type this check doesn't know: ${type}`);
  }
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const BOOLEANS: readonly unknown[] = ["true", "false", "1", "0"];

/** Whether a string holds an interpolation or a directive; `$${` and `%%{` are literal text. */
export const isTemplate = (value: unknown): boolean =>
  typeof value === "string" && /(?<!\$)\$\{|(?<!%)%\{/.test(value);

export const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const join = (path: string, name: string): string =>
  path === "" ? name : `${path}.${name}`;

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
