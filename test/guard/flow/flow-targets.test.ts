import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { PROVIDERS } from "./followed";

/** Of each flow of `stacks` that starts at a resource called `r`: what it refers to, and where that lies. */
function targets(stacks: Readonly<Record<string, object>>) {
  const documents = Object.entries(stacks).map(([stack, json]) => ({
    stack,
    file: `${stack}.tf.json`,
    json: { provider: PROVIDERS, ...json } as unknown as JsonObject,
  }));
  const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01", flows: true };
  return (check({ documents, unread: [] }, options).flows ?? [])
    .filter(({ address }) => address.endsWith(".r"))
    .map(({ target, targetStack, to, status }) => ({ target, targetStack, to, status }));
}

const BLOCKS = {
  oci_kms_key: {
    near: {},
    far: { provider: "oci.frankfurt" },
    lost: { provider: "oci.nowhere" },
  },
  aws_s3_bucket: {
    near: { bucket: "near-b" },
    far: { bucket: "far-b", provider: "aws.ireland" },
    twin: { bucket: "twin-b" },
    other: { bucket: "twin-b", provider: "aws.ireland" },
  },
};

const beside = (type: string, body: object) => ({
  s: { resource: { ...BLOCKS, [type]: { r: body } } },
});

const NONE = { target: undefined, targetStack: undefined };
const NEAR = {
  target: "aws_s3_bucket.near",
  targetStack: "s",
  to: "us-east-1",
  status: "inside",
};
const FAR = {
  target: "aws_s3_bucket.far",
  targetStack: "s",
  to: "eu-west-1",
  status: "outside",
};

describe("the target of a flow", () => {
  test.each([
    ["near", "us-ashburn-1", "inside"],
    ["far", "eu-frankfurt-1", "outside"],
    ["lost", null, "unproven"],
  ])("is the block that it refers to: the key called %s", (name, to, status) => {
    expect(
      targets(beside("oci_objectstorage_bucket", { kms_key_id: `\${oci_kms_key.${name}.id}` })),
    ).toEqual([{ target: `oci_kms_key.${name}`, targetStack: "s", to, status }]);
  });

  test.each([
    ["aws_cloudtrail", { s3_bucket_name: "near-b" }, NEAR],
    ["aws_cloudtrail", { s3_bucket_name: "far-b" }, FAR],
    ["aws_codebuild_project", { artifacts: { location: "far-b" } }, FAR],
    ["aws_flow_log", { log_destination: "arn:aws:s3:::far-b/x" }, FAR],
    ["aws_cloudtrail", { s3_bucket_name: "none-b" }, { ...NONE, to: null, status: "unproven" }],
    // Two blocks by one name: neither is the target, and the worse one decides.
    [
      "aws_cloudtrail",
      { s3_bucket_name: "twin-b" },
      { ...NONE, to: "eu-west-1", status: "outside" },
    ],
    // A name where no bucket is asked for, or that is no text.
    ["aws_cloudtrail", { kms_key_id: "far-b" }, { ...NONE, to: null, status: "inside" }],
    ["aws_cloudtrail", { s3_bucket_name: 7 }, { ...NONE, to: null, status: "inside" }],
  ])("is the bucket whose name it holds: %s %j", (type, body, expected) => {
    expect(targets(beside(type, body))).toEqual([expected]);
  });

  test("is no bucket of S3 where the block is one of Oracle Cloud", () => {
    expect(
      targets(beside("oci_objectstorage_bucket", { kms_key_id: "arn:aws:s3:::far-b" })),
    ).toEqual([{ ...NONE, to: null, status: "inside" }]);
  });

  test("is not told of a region, which an attribute says and not the block that has it", () => {
    const v = { vault_id: "x", replica_region: "us-phoenix-1" };
    const r = { destination_region_name: "${oci_kms_vault_replication.v.replica_region}" };
    expect(
      targets({
        s: {
          resource: {
            oci_kms_vault_replication: { v },
            oci_objectstorage_replication_policy: { r },
          },
        },
      }),
    ).toEqual([{ ...NONE, to: null, status: "inside" }]);
  });
});

describe("the target of a flow in another stack", () => {
  const config = (key: string) => ({ bucket: "state", key, region: "us-east-1" });
  const reading = (key: string, own: string) => ({
    terraform: { backend: { s3: config(own) } },
    data: { terraform_remote_state: { s: { backend: "s3", config: config(key) } } },
  });
  const shop = (value: string) => ({
    ...reading("keys", "shop"),
    resource: { oci_objectstorage_bucket: { r: { kms_key_id: value } } },
  });
  const keys = {
    terraform: { backend: { s3: config("keys") } },
    resource: BLOCKS,
    output: {
      far: { value: "${oci_kms_key.far.id}" },
      map: { value: { near: "${oci_kms_key.near.id}" } },
      empty: {},
    },
  };
  const state = "data.terraform_remote_state.s";
  const far = {
    target: "oci_kms_key.far",
    targetStack: "keys",
    to: "eu-frankfurt-1",
    status: "outside",
  };
  const near = {
    target: "oci_kms_key.near",
    targetStack: "keys",
    to: "us-ashburn-1",
    status: "inside",
  };

  test.each([
    [`\${${state}.outputs.far}`, far],
    [`\${${state}[0].outputs.far}`, far],
    [`\${${state}.outputs["far"]}`, far],
    [`\${${state}.outputs.map.near}`, near],
    [`\${${state}.outputs.map.none}`, { ...NONE, to: null, status: "unproven" }],
    [`\${${state}.outputs.empty}`, { ...NONE, to: null, status: "inside" }],
    [`\${${state}.outputs.none}`, { ...NONE, to: null, status: "unproven" }],
    [`\${${state}.other.far}`, { ...NONE, to: null, status: "unproven" }],
  ])("is found by %s", (value, expected) => {
    expect(targets({ shop: shop(value), keys })).toEqual([expected]);
  });

  test("is found through the states of several stacks", () => {
    const between = {
      ...reading("keys", "between"),
      output: { far: { value: `\${${state}.outputs.far}` } },
    };
    const first = {
      ...reading("between", "shop"),
      resource: { oci_objectstorage_bucket: { r: { kms_key_id: `\${${state}.outputs.far}` } } },
    };
    expect(targets({ first, between, keys })).toEqual([far]);
  });

  test("ends where stacks read each other's state in a circle", () => {
    const circle = {
      ...reading("shop", "shop"),
      output: { far: { value: `\${${state}.outputs.far}` } },
      resource: { oci_objectstorage_bucket: { r: { kms_key_id: `\${${state}.outputs.far}` } } },
    };
    expect(targets({ circle })).toEqual([{ ...NONE, to: null, status: "unproven" }]);
  });

  test("is a bucket by its name", () => {
    const log = { resource: { aws_cloudtrail: { r: { s3_bucket_name: "far-b" } } } };
    expect(targets({ log, s: { resource: BLOCKS } })).toEqual([FAR]);
  });
});
