import { check, type Flow } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";

function flowsOf(stacks: Readonly<Record<string, object>>): readonly Flow[] {
  const documents = Object.entries(stacks).map(([stack, json]) => ({
    stack,
    file: `${stack}.tf.json`,
    json: json as JsonObject,
  }));
  const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01", flows: true };
  return check({ documents, unread: [] }, options).flows ?? [];
}

const OCI = {
  oci: [
    { alias: "iad", region: "us-ashburn-1" },
    { alias: "fra", region: "eu-frankfurt-1" },
  ],
};

const KEYS = {
  near: { provider: "oci.iad", compartment_id: "c", management_endpoint: "" },
  far: { provider: "oci.fra", compartment_id: "c", management_endpoint: "" },
};

function bucketWith(kms_key_id: unknown) {
  return {
    provider: OCI,
    variable: { key: { type: "string" } },
    resource: {
      oci_kms_key: KEYS,
      oci_objectstorage_bucket: { b: { provider: "oci.iad", name: "b", kms_key_id } },
    },
  };
}

describe("the flows of a result", () => {
  test("are left out unless they are asked for", () => {
    expect(checkJson(bucketWith("${oci_kms_key.near.id}"))).not.toHaveProperty("flows");
  });

  test("are an empty list where there is none", () => {
    expect(flowsOf({ shop: { provider: OCI } })).toEqual([]);
  });

  test("name the key of a bucket, where it is and what it is", () => {
    expect(flowsOf({ shop: bucketWith("${oci_kms_key.near.id}") })).toEqual([
      {
        stack: "shop",
        address: "oci_objectstorage_bucket.b",
        path: "/resource/oci_objectstorage_bucket/b/kms_key_id",
        kind: "key",
        from: "us-ashburn-1",
        to: "us-ashburn-1",
        target: "oci_kms_key.near",
        targetStack: "shop",
        status: "inside",
      },
    ]);
  });

  test.each([
    ["a key abroad by reference", "${oci_kms_key.far.id}", "eu-frankfurt-1", "outside"],
    [
      "a key abroad by its OCID",
      "ocid1.key.oc1.eu-frankfurt-1.v.aaaa",
      "eu-frankfurt-1",
      "outside",
    ],
    ["a key of a realm abroad by its OCID", "ocid1.key.oc19..v.aaaa", "oc19", "outside"],
    ["a key near by its OCID", "ocid1.key.oc1.iad.v.aaaa", "us-ashburn-1", "inside"],
    ["a key that is set when Terraform runs", "${var.key}", null, "unproven"],
  ])("say of %s where it leads", (_what, key, to, status) => {
    expect(flowsOf({ shop: bucketWith(key) })).toEqual([
      expect.objectContaining({ kind: "key", to, status }),
    ]);
  });

  test("lead to another region by its name or its key", () => {
    const policy = (destination_region_name: string) => ({
      provider: OCI,
      resource: {
        oci_objectstorage_replication_policy: {
          r: { provider: "oci.iad", bucket: "b", destination_region_name },
        },
      },
    });
    for (const [name, to, status] of [
      ["us-phoenix-1", "us-phoenix-1", "inside"],
      ["PHX", "us-phoenix-1", "inside"],
      ["ap-singapore-1", "ap-singapore-1", "outside"],
      ["us-phenix-1", null, "unproven"],
    ] as const) {
      expect(flowsOf({ shop: policy(name) })).toEqual([
        expect.objectContaining({ kind: "region", from: "us-ashburn-1", to, status }),
      ]);
    }
  });

  test("lead through the state of another stack to the block that it makes", () => {
    const config = { bucket: "state", namespace: "n", key: "keys", region: "us-ashburn-1" };
    const keys = {
      terraform: { backend: { oci: config } },
      provider: OCI,
      resource: { oci_kms_key: KEYS },
      output: { id: { value: "${oci_kms_key.far.id}" } },
    };
    const shop = {
      ...bucketWith("${data.terraform_remote_state.keys.outputs.id}"),
      data: { terraform_remote_state: { keys: { backend: "oci", config } } },
    };
    expect(flowsOf({ keys, shop })).toContainEqual(
      expect.objectContaining({
        address: "oci_objectstorage_bucket.b",
        target: "oci_kms_key.far",
        targetStack: "keys",
        to: "eu-frankfurt-1",
        status: "outside",
      }),
    );
  });

  test("find an S3 bucket that a stack makes by its name", () => {
    const lake = {
      provider: { aws: [{ region: "us-east-1" }, { alias: "far", region: "eu-west-1" }] },
      resource: {
        aws_s3_bucket: {
          far: { bucket: "far-away", provider: "aws.far" },
          near: { bucket: "near" },
        },
        aws_s3_bucket_replication_configuration: {
          r: {
            bucket: "near",
            role: "arn:aws:iam::111122223333:role/r",
            rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::far-away" }] }],
          },
        },
      },
    };
    expect(flowsOf({ lake })).toContainEqual(
      expect.objectContaining({
        kind: "replica",
        from: "us-east-1",
        to: "eu-west-1",
        target: "aws_s3_bucket.far",
        status: "outside",
      }),
    );
  });

  test("agree with the findings about flows: what is no finding there is not outside here", () => {
    const json = bucketWith("${oci_kms_key.far.id}");
    const found = checkJson(json).findings.filter(({ rule }) => rule === "flow-inside");
    const outside = flowsOf({ test: json }).filter(({ status }) => status === "outside");
    expect(outside.map(({ path }) => path)).toEqual(found.map(({ path }) => path));
  });

  test("are in order of stack, address and path, whatever the order of the input", () => {
    const json = bucketWith("${oci_kms_key.near.id}");
    const positions = flowsOf({ z: json, a: json }).map(
      ({ stack, address }) => `${stack} ${address}`,
    );
    expect(positions).toEqual([...positions].sort());
    expect(flowsOf({ a: json, z: json })).toEqual(flowsOf({ z: json, a: json }));
  });

  test.each([[null], [7], [true], [[]], [{}], [[["${oci_kms_key.near.id}"]]]])(
    "throw nothing where an argument is %j",
    (value) => {
      expect(() => flowsOf({ shop: bucketWith(value) })).not.toThrow();
    },
  );
});
