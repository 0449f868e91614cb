import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bodyViolations } from "./conformance";
import {
  type BlockSchema,
  PROVIDER_ADDRESS,
  type ProviderSchema,
  type Schema,
  type SchemaFile,
  type TypeList,
} from "./schema-types";

export type {
  AttributeSchema,
  BlockSchema,
  ProviderSchema,
  Schema,
  TypeList,
} from "./schema-types";

const PACKAGE = resolve(__dirname, "..");

/** What a Terraform JSON body configures. */
export type BodyKind = "resource" | "data" | "provider";

/** Arguments Terraform itself reads, so no schema lists them. */
const META_ARGUMENTS: Readonly<Record<BodyKind, readonly string[]>> = {
  resource: [
    "connection",
    "count",
    "depends_on",
    "for_each",
    "lifecycle",
    "provider",
    "provisioner",
  ],
  data: ["count", "depends_on", "for_each", "lifecycle", "provider"],
  provider: ["alias", "version"],
};

let loaded: ProviderSchema | undefined;

/** The locked schema: the provider's block, and those of the types in resources.json. */
export function loadSchema(): ProviderSchema {
  if (loaded) return loaded;
  const file = JSON.parse(readFileSync(join(PACKAGE, "schema.json"), "utf8")) as SchemaFile;
  const schema = file.provider_schemas[PROVIDER_ADDRESS];
  if (!schema) throw new Error(`schema.json holds no ${PROVIDER_ADDRESS}: run npm run oci:lock`);
  loaded = schema;
  return schema;
}

/** The resource types and data sources that resources.json lists. */
export function listedTypes(): TypeList {
  return JSON.parse(readFileSync(join(PACKAGE, "resources.json"), "utf8")) as TypeList;
}

/**
 * The schema of a resource type.
 *
 * @param type e.g. "oci_objectstorage_bucket"
 * @throws when the lock doesn't hold it
 */
export function resourceSchema(type: string): Schema {
  return lookUp(loadSchema().resource_schemas, type, "resources");
}

/**
 * The schema of a data source.
 *
 * @param type e.g. "oci_objectstorage_namespace"
 * @throws when the lock doesn't hold it
 */
export function dataSourceSchema(type: string): Schema {
  return lookUp(loadSchema().data_source_schemas, type, "dataSources");
}

/**
 * Checks a body of Terraform's JSON syntax against the schema, as `terraform validate` would
 * before it asks the provider.
 *
 * @param type the resource type or data source; "oci" for the provider
 * @param body what stands under the resource's name in a synthesized file
 * @param kind what the body configures @default "resource"
 * @returns one line per violation, each starting with the path of the argument; empty if it conforms
 * @throws when the lock doesn't hold the type
 */
export function conformance(type: string, body: unknown, kind: BodyKind = "resource"): string[] {
  return bodyViolations(blockOf(type, kind), body, META_ARGUMENTS[kind]);
}

function blockOf(type: string, kind: BodyKind): BlockSchema {
  if (kind === "resource") return resourceSchema(type).block;
  if (kind === "data") return dataSourceSchema(type).block;
  return loadSchema().provider.block;
}

function lookUp(schemas: Readonly<Record<string, Schema>>, type: string, list: string): Schema {
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) {
    throw new Error(
      `${type} is not in the lock of the OCI provider: add it to "${list}" in providers/oci/resources.json and run npm run oci:lock`,
    );
  }
  return schema;
}
