import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { printChanges, schemaChanges } from "../../../providers/oci/scripts/schema-changes";
import type {
  AttributeSchema,
  BlockSchema,
  SchemaFile,
} from "../../../providers/oci/scripts/schema-types";

const ROOT = join(__dirname, "../../..");
const ADDRESS = "registry.terraform.io/oracle/oci";

type Blocks = Readonly<Record<string, BlockSchema>>;

/** A schema of resource types and data sources with these blocks. */
function schema(version: string, resources: Blocks, dataSources: Blocks = {}): SchemaFile {
  const types = (blocks: Blocks) =>
    Object.fromEntries(
      Object.entries(blocks).map(([type, block]) => [type, { version: 0, block }]),
    );
  return {
    format_version: "1.0",
    provider_versions: { [ADDRESS]: version },
    provider_schemas: {
      [ADDRESS]: {
        provider: { version: 0, block: { attributes: { region: optional("string") } } },
        resource_schemas: types(resources),
        data_source_schemas: types(dataSources),
      },
    },
  };
}

const optional = (type: NonNullable<AttributeSchema["type"]>): AttributeSchema => ({
  type,
  optional: true,
});
const required = (type: NonNullable<AttributeSchema["type"]>): AttributeSchema => ({
  type,
  required: true,
});

const NAMED: BlockSchema = { attributes: { display_name: required("string") } };

/** What is printed where `oci_thing` has these attributes in one version and those in the next. */
function printed(before: BlockSchema, after: BlockSchema): string {
  return printChanges(
    schemaChanges(schema("1.0.0", { oci_thing: before }), schema("2.0.0", { oci_thing: after })),
  );
}

test("says that nothing has changed where only order and computed attributes have", () => {
  const before = { attributes: { a: optional("string"), b: optional("bool") } };
  const after = {
    attributes: { b: optional("bool"), a: optional("string"), state: { computed: true } },
  };
  expect(printed(before, after)).toBe(
    "oracle/oci 1.0.0 -> 2.0.0\n\nNothing that can be set has changed.\n",
  );
});

test("lists types that came and went, resources apart from data sources, in order", () => {
  const before = schema("1.0.0", { oci_old: NAMED, oci_stays: NAMED }, { oci_olds: {} });
  const after = schema("2.0.0", { oci_stays: NAMED, oci_zeta: {}, oci_alpha: {} }, { oci_old: {} });
  expect(schemaChanges(before, after)).toMatchObject({
    typesAdded: ["data oci_old", "resource oci_alpha", "resource oci_zeta"],
    typesRemoved: ["data oci_olds", "resource oci_old"],
  });
});

test("does not repeat the arguments of a type that went", () => {
  const changes = schemaChanges(
    schema("1.0.0", { oci_old: NAMED, oci_older: NAMED }),
    schema("2.0.0", { oci_older: {} }),
  );
  expect(changes.argumentsRemoved).toEqual(["oci_older.display_name"]);
});

test("gives a new argument the class of the guard's list, with the name that decided", () => {
  const changes = schemaChanges(
    schema("1.0.0", { oci_thing: {} }),
    schema("2.0.0", { oci_thing: { attributes: { replica_region: optional("string") } } }),
  );
  expect(changes.argumentsAdded).toEqual([
    {
      name: "oci_thing.replica_region",
      type: "string, optional",
      judged: "region (by replica_region)",
    },
  ]);
});

test("calls a new argument whose name speaks of a place unclassified until the list knows it", () => {
  const text = printed(NAMED, {
    attributes: { ...NAMED.attributes, moon_territory: optional("string") },
  });
  expect(text).toContain("  oci_thing.moon_territory: string, optional; unclassified\n");
  expect(text).toContain("1 unclassified: add their names to guard/flow/arguments-oci.ts.");
});

test("does not count a new argument whose name speaks of no place", () => {
  const text = printed({}, { attributes: { nickname: optional("string") } });
  expect(text).toContain(
    "  oci_thing.nickname: string, optional; unclassified, but its name speaks of no place\n",
  );
  expect(text).not.toContain("arguments-oci.ts");
});

test("lists the arguments of a new type, within blocks and nested objects too", () => {
  const block: BlockSchema = {
    attributes: {
      copies: {
        optional: true,
        nested_type: { nesting_mode: "list", attributes: { region: required("string") } },
      },
    },
    block_types: {
      replicas: {
        nesting_mode: "set",
        min_items: 1,
        max_items: 3,
        block: {
          attributes: { availability_domain: required("string"), size: optional("number") },
        },
      },
      timeouts: { nesting_mode: "single", block: { attributes: { create: optional("string") } } },
    },
  };
  const { argumentsAdded } = schemaChanges(
    schema("1.0.0", {}),
    schema("2.0.0", { oci_thing: block }),
  );
  expect(argumentsAdded.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    "oci_thing.copies: list of objects, optional",
    "oci_thing.copies.region: string, required",
    "oci_thing.replicas: set block of at most 3, required",
    "oci_thing.replicas.availability_domain: string, required",
    "oci_thing.replicas.size: number, optional",
  ]);
  expect(argumentsAdded.at(-1)?.judged).toBe("takes no text of its own");
});

test("counts an argument that only the provider sets from now on as removed", () => {
  const { argumentsRemoved } = schemaChanges(
    schema("1.0.0", { oci_thing: { attributes: { a: optional("string") } } }),
    schema("2.0.0", { oci_thing: { attributes: { a: { type: "string", computed: true } } } }),
  );
  expect(argumentsRemoved).toEqual(["oci_thing.a"]);
});

test.each([
  ["another type", optional("string"), optional("number"), "string, optional -> number, optional"],
  ["a duty to set it", optional("bool"), required("bool"), "bool, optional -> bool, required"],
  [
    "a type within a list",
    optional(["list", "string"]),
    optional(["list", ["object", { b: "bool", a: ["map", "string"] }]]),
    "list(string), optional -> list(object({ a = map(string), b = bool })), optional",
  ],
  [
    "a tuple",
    optional(["set", "string"]),
    optional(["tuple", ["string", "bool"]]),
    "set(string), optional -> tuple([string, bool]), optional",
  ],
])("shows %s as retyped, before and after", (_, before, after, change) => {
  expect(printed({ attributes: { a: before } }, { attributes: { a: after } })).toContain(
    `Arguments retyped (1)\n  oci_thing.a: ${change}\n`,
  );
});

test("shows a block whose number of items changes as retyped", () => {
  const block = (max: number | undefined): BlockSchema => ({
    block_types: {
      rule: { nesting_mode: "list", ...(max === undefined ? {} : { max_items: max }), block: {} },
    },
  });
  expect(printed(block(1), block(undefined))).toContain(
    "  oci_thing.rule: list block of at most 1, optional -> list block, optional\n",
  );
});

test("names the arguments of data sources and of the provider apart from a resource's", () => {
  const changes = schemaChanges(
    schema("1.0.0", {}, { oci_things: {} }),
    schema("2.0.0", {}, { oci_things: { attributes: { region: optional("string") } } }),
  );
  expect(changes.argumentsAdded).toEqual([
    {
      name: "data.oci_things.region",
      type: "string, optional",
      judged: "no resource's, so not classified",
    },
  ]);
});

test("refuses a schema of another provider and says which one it found", () => {
  const foreign: SchemaFile = { format_version: "1.0", provider_schemas: { "x/y/z": {} as never } };
  expect(() => schemaChanges(foreign, schema("2.0.0", {}))).toThrow(/old schema .*found: x\/y\/z/);
  expect(() => schemaChanges(schema("1.0.0", {}), foreign)).toThrow(/new schema .*found: x\/y\/z/);
});

describe("the command", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "oci-changes-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(...words: readonly string[]) {
    return spawnSync(
      process.execPath,
      ["--require", "tsx/cjs", join(ROOT, "providers/oci/scripts/changes.ts"), ...words],
      { cwd: ROOT, encoding: "utf8", env: { ...process.env, INIT_CWD: folder } },
    );
  }

  test("compares files, gzipped or not, by their path from where it was called", () => {
    writeFileSync(join(folder, "old.json"), JSON.stringify(schema("1.0.0", { oci_thing: NAMED })));
    writeFileSync(join(folder, "new.json.gz"), gzipSync(JSON.stringify(schema("2.0.0", {}))));
    const { status, stdout } = run("old.json", "new.json.gz");
    expect(stdout).toBe("oracle/oci 1.0.0 -> 2.0.0\n\nTypes removed (1)\n  resource oci_thing\n");
    expect(status).toBe(0);
  });

  test.each([
    [["no-such-thing"], /"no-such-thing" is neither a file nor a git revision/],
    [["--output=x"], /Unknown option '--output'/],
    [["a", "b", "c"], /Two schemas at most, got 3/],
  ])("refuses %j with a line that says why", (words, message) => {
    const { status, stderr, stdout } = run(...words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
  });

  test("refuses a file that is no JSON", () => {
    writeFileSync(join(folder, "broken.json"), "{");
    const { status, stderr } = run("broken.json");
    expect(status).toBe(1);
    expect(stderr).toMatch(/broken\.json is not the JSON of `terraform providers schema -json`/);
  });
});
