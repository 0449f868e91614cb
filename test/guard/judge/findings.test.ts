import { check } from "../../../guard";
import type { Block } from "../../../guard/model/block";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketBody, checkJson } from "../../support/check-json";

/** What cdktf keeps with a construct, with the line that made it where an app recorded that. */
function madeBy(path: Block["constructPath"], ...stackTrace: readonly string[]): object {
  return { "//": { metadata: { path, uniqueId: "b", ...(stackTrace[0] ? { stackTrace } : {}) } } };
}

function bucketAbroad(more: object): object {
  return {
    provider: { oci: [{ alias: "iad", region: "us-ashburn-1" }, { region: "eu-paris-1" }] },
    resource: { oci_objectstorage_bucket: { b: bucketBody(more) } },
  };
}

function findingsOf(rule: string, json: object) {
  return checkJson(json).findings.filter((finding) => finding.rule === rule);
}

const FINDING = {
  rule: "resource-inside",
  status: "outside",
  stack: "test",
  file: "cdk.tf.json",
  address: "oci_objectstorage_bucket.b",
  path: "/provider/oci/1/region",
  value: "eu-paris-1",
  region: "eu-paris-1",
  message:
    "oci_objectstorage_bucket.b lies in eu-paris-1, outside US: provider.oci sets region eu-paris-1.",
  fix: "Give it a provider configuration in one of: us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1.",
};

describe("a finding", () => {
  test("says where, what and why, and no more where nothing recorded what made the block", () => {
    expect(findingsOf("resource-inside", bucketAbroad({}))).toStrictEqual([FINDING]);
    expect(findingsOf("resource-inside", bucketAbroad({ provider: "oci.iad" }))).toEqual([]);
  });

  test("names the construct that made the block", () => {
    const [finding] = findingsOf("resource-inside", bucketAbroad(madeBy("shop/b")));
    expect(finding).toStrictEqual({ ...FINDING, constructPath: "shop/b" });
  });

  test("names the line of the user's code that made the block", () => {
    const json = bucketAbroad(madeBy("shop/b", "stacks/shop.ts:27:5", "main.ts:3:1"));
    expect(findingsOf("resource-inside", json)).toStrictEqual([
      {
        ...FINDING,
        constructPath: "shop/b",
        source: { file: "stacks/shop.ts", line: 27, column: 5 },
      },
    ]);
  });

  test("has no region where its value names none", () => {
    const [finding] = findingsOf("module-proven", { module: { m: { source: "./m" } } });
    expect(finding?.region).toBeNull();
  });

  test.each([
    ["as it is up to 200 characters", "x".repeat(200), "x".repeat(200)],
    ["cut at 200 characters, with a sign of it", "x".repeat(201), `${"x".repeat(199)}…`],
    ["by its beginning", `a${"x".repeat(5000)}z`, `a${"x".repeat(198)}…`],
  ])("repeats a value %s", (_what, region, value) => {
    const [finding] = findingsOf("provider-inside", { provider: { oci: [{ region }] } });
    expect(finding).toMatchObject({ status: "unproven", value, path: "/provider/oci/0/region" });
  });

  test("tells of a file that Terraform would load and the guard cannot read", () => {
    const unread = [{ stack: "shop", file: "stacks/shop/x.tf", reason: "configuration in HCL" }];
    const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" };
    expect(check({ documents: [], unread }, options).findings).toEqual([
      {
        rule: "file-read",
        status: "unproven",
        stack: "shop",
        file: "stacks/shop/x.tf",
        address: "stacks/shop/x.tf",
        path: "",
        value: "stacks/shop/x.tf",
        region: null,
        message: "stacks/shop/x.tf is configuration in HCL; what it says is not proven.",
        fix: "Remove it, or put what it says into the constructs.",
      },
    ]);
  });
});

describe("a note", () => {
  test("says where and what, and is no finding", () => {
    const result = checkJson({ terraform: { backend: { local: { path: "x.tfstate" } } } });
    expect(result.findings).toEqual([]);
    expect(result.notes).toStrictEqual([
      {
        rule: "state-inside",
        stack: "test",
        file: "cdk.tf.json",
        address: "terraform.backend.local",
        path: "/terraform/backend/local",
        message:
          "terraform.backend.local: the state stays on the machine that runs Terraform, which no configuration can place.",
      },
    ]);
  });
});
