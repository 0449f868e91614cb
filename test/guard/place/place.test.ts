import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketBody } from "../../support/check-json";

function foundIn(files: Readonly<Record<string, object>>): readonly string[] {
  const documents = Object.entries(files).map(([file, json]) => ({
    stack: "test",
    file,
    json: json as JsonObject,
  }));
  const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" };
  return check({ documents, unread: [] }, options)
    .findings.filter(({ rule }) => rule === "resource-inside")
    .map(({ file, path, status }) => `${status} ${file}${path}`);
}

const ABROAD = { oci: [{ alias: "far", region: "eu-frankfurt-1" }] };
const bucketsNamed = (...names: readonly string[]) => ({
  oci_objectstorage_bucket: Object.fromEntries(
    names.map((name) => [name, bucketBody({ name, provider: "oci.far" })]),
  ),
});

describe("places of many resources of one provider configuration", () => {
  test("lead each finding into the file of its own resource", () => {
    const files = {
      "a.tf.json": { provider: ABROAD, resource: bucketsNamed("a", "b") },
      "b.tf.json": { resource: bucketsNamed("c", "d") },
    };
    expect(foundIn(files)).toEqual([
      "outside a.tf.json/provider/oci/0/region",
      "outside a.tf.json/provider/oci/0/region",
      "outside b.tf.json/resource/oci_objectstorage_bucket/c/provider",
      "outside b.tf.json/resource/oci_objectstorage_bucket/d/provider",
    ]);
  });

  test("differ where one of them names a region of its own", () => {
    const vault = (more: object) => ({ provider: "aws.near", name: "v", ...more });
    const { placements } = check(
      {
        documents: [
          {
            stack: "test",
            file: "cdk.tf.json",
            json: {
              provider: { aws: [{ alias: "near", region: "us-east-1" }] },
              resource: {
                aws_backup_vault: {
                  a: vault({}),
                  b: vault({ region: "eu-central-1" }),
                  c: vault({}),
                },
              },
            },
          },
        ],
        unread: [],
      },
      { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
    );
    expect(
      placements
        .filter(({ kind }) => kind === "resource")
        .map(({ address, region }) => `${address} ${region}`),
    ).toEqual([
      "aws_backup_vault.a us-east-1",
      "aws_backup_vault.b eu-central-1",
      "aws_backup_vault.c us-east-1",
    ]);
  });
});
