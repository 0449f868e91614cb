import { OCI_ARGUMENTS } from "../../../guard/flow/arguments-oci";
import { Classifier } from "../../../guard/flow/classify";
import { isCandidate } from "../../../scripts/catalogue/candidates";
import { ociArguments } from "../../../scripts/catalogue/oci-schema";
import { LockError } from "./lockfile";
import {
  type AttributeSchema,
  type BlockSchema,
  type BlockTypeSchema,
  PROVIDER_ADDRESS,
  type ProviderSchema,
  type SchemaFile,
} from "./schema-types";

/** What two schemas of the provider differ in, each list sorted. */
export interface SchemaChanges {
  /** Versions of the two, `unknown` where the file names none. */
  readonly versions: readonly [before: string, after: string];
  /** `resource oci_kms_vault`, `data oci_kms_vaults`. */
  readonly typesAdded: readonly string[];
  readonly typesRemoved: readonly string[];
  /** With those of added types. */
  readonly argumentsAdded: readonly AddedArgument[];
  /** Without those of removed types; what only the provider sets from now on is among them. */
  readonly argumentsRemoved: readonly string[];
  readonly argumentsRetyped: readonly RetypedArgument[];
}

export interface AddedArgument {
  /** `oci_core_volume.block_volume_replicas.availability_domain`; a data source's begins with `data.`. */
  readonly name: string;
  /** `string, optional` */
  readonly type: string;
  /** The class that the guard's list of names gives it, and the name that decided; or why it has none. */
  readonly judged: string;
}

export interface RetypedArgument {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Settable arguments and blocks, by their full name. */
type Arguments = ReadonlyMap<string, string>;

/**
 * Compares two schemas as `terraform providers schema -json` prints them, whole or as locked.
 *
 * @throws {@link LockError} when one holds no schema of oracle/oci
 */
export function schemaChanges(before: SchemaFile, after: SchemaFile): SchemaChanges {
  const [older, newer] = [providerOf(before, "old"), providerOf(after, "new")];
  const [typesBefore, typesAfter] = [typesOf(older), typesOf(newer)];
  const [had, has] = [argumentsOf(older), argumentsOf(newer)];
  const judge = judgeOf(newer);
  const goneTypes = missing(typesBefore, typesAfter);
  const gonePrefixes = new Set(goneTypes.map(prefixOf));
  return {
    versions: [versionOf(before), versionOf(after)],
    typesAdded: missing(typesAfter, typesBefore),
    typesRemoved: goneTypes,
    argumentsAdded: missing([...has.keys()], [...had.keys()]).map((name) => ({
      name,
      type: has.get(name) ?? "",
      judged: judge(name),
    })),
    argumentsRemoved: missing([...had.keys()], [...has.keys()]).filter(
      (name) => ![...gonePrefixes].some((prefix) => name.startsWith(prefix)),
    ),
    argumentsRetyped: sorted([...has.keys()]).flatMap((name) => {
      const [was, is] = [had.get(name), has.get(name)];
      return was === undefined || is === undefined || was === is
        ? []
        : [{ name, before: was, after: is }];
    }),
  };
}

/** The same as text for the person who upgrades the provider. */
export function printChanges(changes: SchemaChanges): string {
  const { versions, typesAdded, typesRemoved, argumentsAdded } = changes;
  const unclassified = argumentsAdded.filter(({ judged }) => judged === UNCLASSIFIED).length;
  const sections: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ["Types added", typesAdded],
    ["Types removed", typesRemoved],
    [
      "Arguments added",
      argumentsAdded.map(({ name, type, judged }) => `${name}: ${type}; ${judged}`),
    ],
    ["Arguments removed", changes.argumentsRemoved],
    [
      "Arguments retyped",
      changes.argumentsRetyped.map(({ name, before, after }) => `${name}: ${before} -> ${after}`),
    ],
  ];
  const lines = sections
    .filter(([, entries]) => entries.length > 0)
    .flatMap(([heading, entries]) => [
      "",
      `${heading} (${entries.length})`,
      ...entries.map((entry) => `  ${entry}`),
    ]);
  const last: string[] = [];
  if (lines.length === 0) {
    last.push("", "Nothing that can be set has changed.");
  } else if (unclassified > 0) {
    last.push("", `${unclassified} unclassified: add their names to guard/flow/arguments-oci.ts.`);
  }
  return `${[`oracle/oci ${versions[0]} -> ${versions[1]}`, ...lines, ...last].join("\n")}\n`;
}

const UNCLASSIFIED = "unclassified";

/** Says of a new argument which class the guard's list of names gives it. */
function judgeOf(provider: ProviderSchema): (name: string) => string {
  const classifier = new Classifier(OCI_ARGUMENTS);
  const texts = new Map(
    ociArguments(provider.resource_schemas).map((argument) => [
      `${argument.type}.${argument.path}`,
      argument,
    ]),
  );
  return (name) => {
    const argument = texts.get(name);
    if (argument === undefined) {
      return name.startsWith("oci_")
        ? "takes no text of its own"
        : "no resource's, so not classified";
    }
    const found = classifier.classify(argument.type, argument.path);
    if (found !== undefined) {
      return `${found.class} (by ${found.by})`;
    }
    return isCandidate(argument) ? UNCLASSIFIED : "unclassified, but its name speaks of no place";
  };
}

function providerOf(file: SchemaFile, which: string): ProviderSchema {
  const provider = file.provider_schemas?.[PROVIDER_ADDRESS];
  if (provider === undefined) {
    const found = Object.keys(file.provider_schemas ?? {}).join(", ") || "none";
    throw new LockError(
      `The ${which} schema holds no provider ${PROVIDER_ADDRESS} (found: ${found}). Give schema.json, or what \`terraform providers schema -json\` printed for oracle/oci.`,
    );
  }
  return provider;
}

function versionOf(file: SchemaFile): string {
  return file.provider_versions?.[PROVIDER_ADDRESS] ?? "unknown";
}

function typesOf({ resource_schemas, data_source_schemas }: ProviderSchema): string[] {
  return [
    ...Object.keys(resource_schemas ?? {}).map((type) => `resource ${type}`),
    ...Object.keys(data_source_schemas ?? {}).map((type) => `data ${type}`),
  ];
}

/** How the names of a type's arguments begin. */
function prefixOf(type: string): string {
  return `${type.replace("resource ", "").replace("data ", "data.")}.`;
}

function argumentsOf(provider: ProviderSchema): Arguments {
  const found = new Map<string, string>();
  const add = (name: string, type: string) => found.set(name, type);
  visitBlock(provider.provider?.block ?? {}, "provider.", add);
  for (const [type, { block }] of Object.entries(provider.resource_schemas ?? {})) {
    visitBlock(block, `${type}.`, add);
  }
  for (const [type, { block }] of Object.entries(provider.data_source_schemas ?? {})) {
    visitBlock(block, `data.${type}.`, add);
  }
  return found;
}

function visitBlock(
  block: BlockSchema,
  above: string,
  add: (name: string, type: string) => void,
): void {
  visitAttributes(block.attributes ?? {}, above, add);
  for (const [name, below] of Object.entries(block.block_types ?? {})) {
    // Every type has it, and it says how long Terraform waits.
    if (name !== "timeouts") {
      add(`${above}${name}`, blockType(below));
      visitBlock(below.block, `${above}${name}.`, add);
    }
  }
}

function visitAttributes(
  attributes: Readonly<Record<string, AttributeSchema>>,
  above: string,
  add: (name: string, type: string) => void,
): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.required !== true && attribute.optional !== true) {
      continue;
    }
    const { nested_type: nested, type } = attribute;
    const text = nested === undefined ? constraint(type) : `${nested.nesting_mode} of objects`;
    add(`${above}${name}`, `${text}, ${attribute.required === true ? "required" : "optional"}`);
    visitAttributes(nested?.attributes ?? {}, `${above}${name}.`, add);
  }
}

function blockType({ nesting_mode, min_items = 0, max_items }: BlockTypeSchema): string {
  const most = max_items === undefined ? "" : ` of at most ${max_items}`;
  return `${nesting_mode} block${most}, ${min_items > 0 ? "required" : "optional"}`;
}

/** A type as Terraform's own language writes it: `list(string)`, `object({ name = string })`. */
function constraint(type: unknown): string {
  if (!Array.isArray(type)) {
    return String(type);
  }
  const [kind, of]: readonly unknown[] = type;
  if (kind === "object") {
    const fields = Object.entries(of as Readonly<Record<string, unknown>>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return `object({ ${fields.map(([name, each]) => `${name} = ${constraint(each)}`).join(", ")} })`;
  }
  if (kind === "tuple") {
    return `tuple([${(of as readonly unknown[]).map(constraint).join(", ")}])`;
  }
  return `${kind}(${constraint(of)})`;
}

/** What `names` holds and `others` does not. */
function missing(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return sorted(names.filter((name) => !known.has(name)));
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort();
}
