import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lockedTypes, lockSchema } from "../../../providers/oci/scripts/lockfile";
import { printSchema } from "../../../providers/oci/scripts/print-schema";
import { listedTypes } from "../../../providers/oci/scripts/schema";
import type { SchemaFile } from "../../../providers/oci/scripts/schema-types";

const FOLDER = join(__dirname, "../../../providers/oci");
const TEXT = readFileSync(join(FOLDER, "schema.json"), "utf8").replaceAll("\r\n", "\n");
const LOCK = JSON.parse(TEXT) as SchemaFile;
const VERSION = (
  JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8")) as { version: string }
).version;
const ADDRESS = "registry.terraform.io/oracle/oci";

/** What terraform prints, with descriptions and an attribute named like one of the printer's keys. */
const PRINTED: SchemaFile = JSON.parse(`{
  "format_version": "1.0",
  "provider_schemas": {
    "${ADDRESS}": {
      "provider": { "version": 0, "block": { "attributes": { "region": { "type": "string", "optional": true } } } },
      "resource_schemas": {
        "oci_kms_vault": {
          "version": 0,
          "block": {
            "description": "A vault.",
            "description_kind": "plain",
            "attributes": {
              "vault_type": { "type": "string", "description": "The type.", "description_kind": "plain", "required": true },
              "description": { "type": "string", "description": "Free text.", "optional": true },
              "attributes": { "type": ["map", "string"], "optional": true },
              "type": { "type": "string", "computed": true }
            },
            "block_types": {
              "block": {
                "nesting_mode": "list",
                "max_items": 1,
                "block": { "attributes": { "type": { "type": "string", "description": "x", "required": true } }, "description_kind": "plain" }
              }
            }
          }
        },
        "oci_kms_key": { "version": 0, "block": {} }
      },
      "data_source_schemas": { "oci_kms_vaults": { "version": 0, "block": {} } }
    }
  }
}`) as SchemaFile;

const lock = (resources: string[], dataSources: string[] = [], version = "1.0.0") =>
  lockSchema(PRINTED, { resources, dataSources }, version);

describe("the committed lock", () => {
  test("holds exactly the types that resources.json lists", () => {
    expect(lockedTypes(LOCK)).toEqual(listedTypes());
  });

  test("lists types once each and in order", () => {
    const { resources, dataSources } = listedTypes();
    expect(resources).toEqual([...new Set(resources)].sort());
    expect(dataSources).toEqual([...new Set(dataSources)].sort());
  });

  test("is of the version that package.json and the project's dependency state", () => {
    const root = JSON.parse(readFileSync(join(FOLDER, "../../package.json"), "utf8"));
    expect(LOCK.provider_versions).toEqual({ [ADDRESS]: VERSION });
    expect(root.dependencies["@cdktf/provider-oci"]).toBe(VERSION);
  });

  test("is byte for byte what locking it again writes", () => {
    expect(printSchema(lockSchema(LOCK, listedTypes(), VERSION))).toBe(TEXT);
  });

  test("sorts the keys of every object", () => {
    const unsorted: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const keys = Object.keys(value);
      if (!Array.isArray(value) && keys.join() !== [...keys].sort().join()) unsorted.push(path);
      for (const [key, item] of Object.entries(value)) visit(item, `${path}.${key}`);
    };
    visit(LOCK, "");
    expect(unsorted).toEqual([]);
  });
});

describe("lockSchema", () => {
  test("drops descriptions but keeps an attribute named description", () => {
    const text = JSON.stringify(lock(["oci_kms_vault"]));
    expect(text).not.toMatch(/description_kind|A vault|The type|Free text/);
    const vault = lock(["oci_kms_vault"]).provider_schemas[ADDRESS]?.resource_schemas.oci_kms_vault;
    expect(vault?.block.attributes?.description).toEqual({ type: "string", optional: true });
  });

  test("leaves out what is not listed", () => {
    expect(lockedTypes(lock(["oci_kms_vault"]))).toEqual({
      resources: ["oci_kms_vault"],
      dataSources: [],
    });
  });

  test("keeps the provider's own arguments", () => {
    expect(lock([]).provider_schemas[ADDRESS]?.provider.block.attributes).toHaveProperty("region");
  });

  test.each([
    ["a typing error", "oci_kms_valt", "oci_kms_vault"],
    ["a missing prefix", "kms_key", "oci_kms_key"],
  ])("refuses %s and names the nearest type", (_, listed, nearest) => {
    expect(() => lock([listed])).toThrow(`"${listed}" is no resource type`);
    expect(() => lock([listed])).toThrow(`the nearest is "${nearest}"`);
  });

  test("names every unknown type at once", () => {
    expect(() => lock(["oci_a"], ["oci_b"])).toThrow(/oci_a[\s\S]*oci_b/);
  });

  test("says so when a data source stands among the resource types", () => {
    expect(() => lock(["oci_kms_vaults"])).toThrow('it belongs in "dataSources"');
    expect(() => lock([], ["oci_kms_vault"])).toThrow('it belongs in "resources"');
  });

  test("refuses a type named like a property of every object", () => {
    expect(() => lock(["constructor"])).toThrow('"constructor" is no resource type');
  });

  test("refuses the schema of another version", () => {
    const other = { ...PRINTED, provider_versions: { [ADDRESS]: "7.0.0" } };
    const types = { resources: [], dataSources: [] };
    expect(() => lockSchema(other, types, "8.28.0")).toThrow("is of oracle/oci 7.0.0");
    expect(() => lockSchema(other, types, "7.0.0")).not.toThrow();
  });

  test("refuses the schema of another provider", () => {
    const aws = { format_version: "1.0", provider_schemas: { "example.org/x/aws": {} } };
    expect(() =>
      lockSchema(aws as unknown as SchemaFile, { resources: [], dataSources: [] }, "8.28.0"),
    ).toThrow("found: example.org/x/aws");
  });
});

describe("printSchema", () => {
  const text = printSchema(lock(["oci_kms_vault"]));

  test("prints one attribute per line whatever it is named", () => {
    const attributes = text.split("\n").filter((line) => /^\s+"\w+": \{ .* \},?$/.test(line));
    expect(attributes.map((line) => line.trim().replace(/,$/, ""))).toEqual([
      '"region": { "optional": true, "type": "string" }',
      '"attributes": { "optional": true, "type": ["map", "string"] }',
      '"description": { "optional": true, "type": "string" }',
      '"type": { "computed": true, "type": "string" }',
      '"vault_type": { "required": true, "type": "string" }',
      '"type": { "required": true, "type": "string" }',
    ]);
  });

  test("prints the same text for the same schema in another order of keys", () => {
    const reversed = (value: unknown): unknown =>
      typeof value !== "object" || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, reversed(item)]),
          );
    const shuffled = reversed(PRINTED) as SchemaFile;
    const types = { resources: ["oci_kms_vault"], dataSources: [] };
    expect(printSchema(lockSchema(shuffled, types, "1.0.0"))).toBe(text);
  });

  test("ends with one line break and reads back as the same schema", () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(JSON.parse(text)).toEqual(lock(["oci_kms_vault"]));
  });
});
