import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Argument, CatalogueError } from "./argument";

/** A type as `terraform providers schema -json` writes it: `"string"`, `["list", "string"]`. */
type TypeConstraint = string | readonly unknown[];

interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, { readonly block: BlockSchema }>>;
}

interface AttributeSchema {
  readonly type?: TypeConstraint;
  readonly nested_type?: { readonly attributes: Readonly<Record<string, AttributeSchema>> };
  readonly required?: boolean;
  readonly optional?: boolean;
}

interface SchemaFile {
  readonly provider_schemas?: Readonly<
    Record<string, { readonly resource_schemas?: Readonly<Record<string, { block: BlockSchema }>> }>
  >;
}

const PROVIDER = "registry.terraform.io/oracle/oci";

/**
 * Every settable text argument of every resource type of a provider schema.
 *
 * @param file what `terraform providers schema -json` printed for oracle/oci, or a gzip of it
 * @throws {CatalogueError} when the file holds no schema of that provider
 */
export function readOciSchema(file: string): readonly Argument[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const schema = JSON.parse(text) as SchemaFile;
  const resources = schema.provider_schemas?.[PROVIDER]?.resource_schemas;
  if (resources === undefined) {
    throw new CatalogueError(
      `${file} holds no schema of ${PROVIDER}; give what \`terraform providers schema -json\` prints.`,
    );
  }
  return ociArguments(resources);
}

/** The same of resource schemas that are parsed already. */
export function ociArguments(
  resources: Readonly<Record<string, { readonly block: BlockSchema }>>,
): readonly Argument[] {
  const found: Argument[] = [];
  for (const type of Object.keys(resources).sort()) {
    const block = resources[type]?.block;
    if (block !== undefined) {
      visitBlock(block, "", (path) => found.push({ type, path }));
    }
  }
  return found;
}

function visitBlock(block: BlockSchema, above: string, add: (path: string) => void): void {
  visitAttributes(block.attributes ?? {}, above, add);
  for (const [name, { block: below }] of Object.entries(block.block_types ?? {})) {
    if (name !== "timeouts") {
      visitBlock(below, `${above}${name}.`, add);
    }
  }
}

function visitAttributes(
  attributes: Readonly<Record<string, AttributeSchema>>,
  above: string,
  add: (path: string) => void,
): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.required !== true && attribute.optional !== true) {
      continue;
    }
    if (attribute.nested_type !== undefined) {
      visitAttributes(attribute.nested_type.attributes, `${above}${name}.`, add);
    } else if (holdsText(attribute.type)) {
      add(`${above}${name}`);
    }
  }
}

function holdsText(type: unknown): boolean {
  return Array.isArray(type) ? type.some(holdsText) : type === "string" || type === "dynamic";
}
