import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketBody } from "../../support/check-json";
import { placesIn, stackOf } from "./placed";

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

  const PROVIDERS = {
    oci: [
      { region: "us-ashburn-1" },
      { alias: "near", region: "us-phoenix-1" },
      { alias: "far", region: "uk-london-1" },
    ],
    aws: { alias: "near", region: "us-east-1" },
  };
  const of = (type: string, bodies: Readonly<Record<string, object>>) =>
    placesIn(
      stackOf({ "a.tf.json": { provider: PROVIDERS, resource: { [type]: bodies } } }),
      ...Object.keys(bodies).map((name) => `${type}.${name}`),
    );
  const far = { provider: "oci.far" };
  const near = { provider: "oci.near" };

  test("differ where one of them names another configuration, or none, or nothing", () => {
    const bodies = { a: far, b: far, c: far, d: near, e: near, f: {}, g: {}, h: { provider: 1 } };
    expect(of("oci_core_vcn", bodies).map(({ value, pointer }) => `${value} ${pointer}`)).toEqual([
      "uk-london-1 /provider/oci/2/region",
      "uk-london-1 /provider/oci/2/region",
      "uk-london-1 /provider/oci/2/region",
      "us-phoenix-1 /provider/oci/1/region",
      "us-phoenix-1 /provider/oci/1/region",
      "us-ashburn-1 /provider/oci/0/region",
      "us-ashburn-1 /provider/oci/0/region",
      "1 /resource/oci_core_vcn/h/provider",
    ]);
  });

  test("are each pointed to where the resource itself decides", () => {
    const z = { provider: "oci.z" };
    expect(of("oci_core_vcn", { a: z, b: z, c: z }).map(({ pointer }) => pointer)).toEqual([
      "/resource/oci_core_vcn/a/provider",
      "/resource/oci_core_vcn/b/provider",
      "/resource/oci_core_vcn/c/provider",
    ]);
    const edge = { provider: "aws.near" };
    expect(
      of("aws_amplify_app", { a: edge, b: edge, c: edge }).map((each) => each.pointer),
    ).toEqual([
      "/resource/aws_amplify_app/a",
      "/resource/aws_amplify_app/b",
      "/resource/aws_amplify_app/c",
    ]);
  });

  test("are not those of a data source of the same type", () => {
    const body = { provider: "aws.near" };
    const stack = stackOf({
      "a.tf.json": {
        provider: PROVIDERS,
        resource: { aws_amplify_app: { a: body }, aws_ram_resource_share: { a: body } },
        data: { aws_amplify_app: { d: body }, aws_ram_resource_share: { d: body } },
      },
    });
    const places = placesIn(
      stack,
      "aws_ram_resource_share.a",
      "data.aws_ram_resource_share.d",
      "aws_amplify_app.a",
      "data.aws_amplify_app.d",
    );
    expect(places.map(({ status, evidence }) => `${status}: ${evidence}`)).toEqual([
      "inside: provider.aws.near sets region us-east-1; a share grants access and copies nothing",
      "inside: provider.aws.near sets region us-east-1",
      "outside: Amplify serves an app by CloudFront: CloudFront keeps copies at edge locations in many countries",
      "inside: provider.aws.near sets region us-east-1",
    ]);
  });
});
