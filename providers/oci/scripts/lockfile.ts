import { nearestName } from "./nearest-name";
import {
  type AttributeSchema,
  type BlockSchema,
  PROVIDER_ADDRESS,
  type Schema,
  type SchemaFile,
  type TypeList,
} from "./schema-types";

/** A mistake of the person at the keyboard: shown as its message alone, without a stack. */
export class LockError extends Error {
  override readonly name = "LockError";
}

/**
 * Cuts the schema of the whole provider down to the listed types, without descriptions.
 *
 * @throws {@link LockError} when a listed type doesn't exist or `full` is for another version
 */
export function lockSchema(full: SchemaFile, types: TypeList, version: string): SchemaFile {
  const provider = full.provider_schemas?.[PROVIDER_ADDRESS];
  if (!provider) {
    const found = Object.keys(full.provider_schemas ?? {}).join(", ") || "none";
    throw new LockError(
      `The schema holds no provider ${PROVIDER_ADDRESS} (found: ${found}). Give a file written by \`terraform providers schema -json\` for oracle/oci ${version}.`,
    );
  }
  const stated = full.provider_versions?.[PROVIDER_ADDRESS];
  if (stated !== undefined && stated !== version) {
    throw new LockError(
      `The schema is of oracle/oci ${stated}, but package.json says ${version}. Change the version in package.json or give the schema of ${version}.`,
    );
  }
  const resources = provider.resource_schemas ?? {};
  const dataSources = provider.data_source_schemas ?? {};
  const problems = [
    ...unknown(types.resources, "resource type", resources, "dataSources", dataSources),
    ...unknown(types.dataSources, "data source", dataSources, "resources", resources),
  ];
  if (problems.length > 0) {
    throw new LockError(["resources.json can't be locked:", ...problems].join("\n  "));
  }
  return {
    format_version: full.format_version,
    provider_versions: { [PROVIDER_ADDRESS]: version },
    provider_schemas: {
      [PROVIDER_ADDRESS]: {
        provider: stripSchema(provider.provider),
        resource_schemas: pick(resources, types.resources),
        data_source_schemas: pick(dataSources, types.dataSources),
      },
    },
  };
}

/** Sorts both lists and drops repeats, so that adding a type is one line anywhere. */
export function sortTypes(types: TypeList): TypeList {
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  return { resources: sorted(types.resources), dataSources: sorted(types.dataSources) };
}

/** The types a lock holds, sorted. */
export function lockedTypes(lock: SchemaFile): TypeList {
  const provider = lock.provider_schemas[PROVIDER_ADDRESS];
  return sortTypes({
    resources: Object.keys(provider?.resource_schemas ?? {}),
    dataSources: Object.keys(provider?.data_source_schemas ?? {}),
  });
}

function unknown(
  names: readonly string[],
  kind: string,
  known: Readonly<Record<string, Schema>>,
  otherList: string,
  others: Readonly<Record<string, Schema>>,
): string[] {
  return names
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => {
      const repair = Object.hasOwn(others, name)
        ? `it belongs in "${otherList}"`
        : `the nearest is "${nearestName(name, Object.keys(known))}"`;
      return `"${name}" is no ${kind} of the provider; ${repair}.`;
    });
}

function pick(
  schemas: Readonly<Record<string, Schema>>,
  names: readonly string[],
): Record<string, Schema> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const schema = schemas[name];
      return schema ? [[name, stripSchema(schema)]] : [];
    }),
  );
}

const stripSchema = (schema: Schema): Schema => ({
  version: schema.version,
  block: stripBlock(schema.block),
});

/** Walks blocks by their structure, because attributes named `description` must stay. */
function stripBlock(block: BlockSchema): BlockSchema {
  const { description: _, description_kind: __, ...rest } = block as Described<BlockSchema>;
  const { attributes, block_types } = rest;
  return {
    ...rest,
    ...(attributes && { attributes: mapValues(attributes, stripAttribute) }),
    ...(block_types && {
      block_types: mapValues(block_types, (type) => ({ ...type, block: stripBlock(type.block) })),
    }),
  };
}

function stripAttribute(attribute: AttributeSchema): AttributeSchema {
  const { description: _, description_kind: __, ...rest } = attribute as Described<AttributeSchema>;
  const { nested_type } = rest;
  return {
    ...rest,
    ...(nested_type && {
      nested_type: {
        ...nested_type,
        attributes: mapValues(nested_type.attributes, stripAttribute),
      },
    }),
  };
}

type Described<T> = T & { readonly description?: unknown; readonly description_kind?: unknown };

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
