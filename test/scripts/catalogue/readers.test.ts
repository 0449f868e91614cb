import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { CatalogueError } from "../../../scripts/catalogue/argument";
import { readAwsBindings } from "../../../scripts/catalogue/aws-bindings";
import { isCandidate } from "../../../scripts/catalogue/candidates";
import { readOciSchema } from "../../../scripts/catalogue/oci-schema";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-catalogue-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("the schema of Oracle Cloud", () => {
  const text = { type: "string", optional: true };
  const schema = {
    provider_schemas: {
      "registry.terraform.io/oracle/oci": {
        resource_schemas: {
          oci_x: {
            block: {
              attributes: {
                replica_region: { type: "string", required: true },
                state: { type: "string", computed: true },
                count_of: { type: "number", optional: true },
                hosts: { type: ["list", "string"], optional: true },
                nested: { nested_type: { attributes: { kms_key_id: text } }, optional: true },
              },
              block_types: {
                peers: { block: { attributes: { id: text } } },
                timeouts: { block: { attributes: { create: text } } },
              },
            },
          },
        },
      },
    },
  };
  const expected = ["replica_region", "hosts", "nested.kms_key_id", "peers.id"];

  test("gives every text argument that can be set, of nested blocks too", () => {
    const file = join(folder, "schema.json");
    writeFileSync(file, JSON.stringify(schema));
    expect(readOciSchema(file).map(({ path }) => path)).toEqual(expected);
  });

  test("may be a gzip", () => {
    const file = join(folder, "schema.json.gz");
    writeFileSync(file, gzipSync(JSON.stringify(schema)));
    expect(readOciSchema(file).map(({ path }) => path)).toEqual(expected);
  });

  test("of another provider is refused with the command that prints the right one", () => {
    const file = join(folder, "schema.json");
    writeFileSync(file, JSON.stringify({ provider_schemas: {} }));
    expect(() => readOciSchema(file)).toThrow(CatalogueError);
    expect(() => readOciSchema(file)).toThrow("terraform providers schema -json");
  });
});

test("a module of AWS in a form that the generator does not write is refused, not skipped", () => {
  mkdirSync(join(folder, "s3-bucket"));
  writeFileSync(join(folder, "s3-bucket", "index.js"), 'exports.x = "something else";');
  expect(() => readAwsBindings(folder)).toThrow(CatalogueError);
});

describe("a candidate", () => {
  test.each([
    ["oci_x", "replica_region"],
    ["oci_x", "block.peer_id"],
    ["oci_x", "target_registry.url"],
    ["oci_x", "members.member_id"],
    ["oci_x", "backup_destination_details.id"],
    ["aws_x", "replica.region"],
  ])("is %s.%s", (type, path) => {
    expect(isCandidate({ type, path })).toBe(true);
  });

  test.each([
    ["oci_x", "display_name"],
    ["oci_x", "freeform_tags"],
    ["oci_x", "allocation_type"],
    // Where the resource itself lies, which guard/place resolves.
    ["aws_x", "region"],
  ])("is not %s.%s", (type, path) => {
    expect(isCandidate({ type, path })).toBe(false);
  });
});
