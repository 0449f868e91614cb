import { check, type Flow } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";
import { PROVIDERS } from "./followed";

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

/** What the flows of one document say, apart from where they are. */
function said(json: object) {
  return flowsOf({ s: { provider: PROVIDERS, ...json } }).map(
    ({ stack: _stack, address: _address, targetStack: _targetStack, ...rest }) => rest,
  );
}

const one = (type: string, body: object, more: object = {}) => ({
  ...more,
  resource: { [type]: { r: body } },
});

const admitting = (...values: string[]) => ({
  variable: {
    v: { validation: { condition: `\${contains(${JSON.stringify(values)}, var.v)}` } },
  },
});

describe("the flows of a block", () => {
  test("are the endpoints of a provider configuration", () => {
    const aws = {
      region: "us-east-1",
      endpoints: [
        {
          kms: "https://kms.eu-west-1.amazonaws.com",
          s3: "https://x.example",
          sqs: "http://10.0.0.1",
          sts: "${var.free}",
        },
      ],
    };
    const at = { kind: "endpoint", from: "us-east-1" };
    expect(
      said({ provider: { aws: [aws], random: { endpoints: { "a/b": "c.example" } } } }),
    ).toEqual([
      { ...at, path: "/provider/aws/0/endpoints/0/kms", to: "eu-west-1", status: "outside" },
      { ...at, path: "/provider/aws/0/endpoints/0/s3", to: null, status: "unproven" },
      { ...at, path: "/provider/aws/0/endpoints/0/sqs", to: null, status: "inside" },
      { ...at, path: "/provider/aws/0/endpoints/0/sts", to: null, status: "unproven" },
      {
        path: "/provider/random/endpoints/a~1b",
        kind: "endpoint",
        from: null,
        to: null,
        status: "unproven",
      },
    ]);
  });

  test("are the regions and keys that a data source asks for, since what it reads comes in", () => {
    const y = {
      region: "us-west-2",
      source: { target_region: "us-east-2" },
      kms_key_id: "${var.free}",
      destination_arn: "${var.free}",
      availability_zone: "us-west-2a",
    };
    expect(said({ data: { aws_x: { y } } })).toEqual([
      {
        path: "/data/aws_x/y/kms_key_id",
        kind: "key",
        from: "us-west-2",
        to: null,
        status: "unproven",
      },
      {
        path: "/data/aws_x/y/source/target_region",
        kind: "region",
        from: "us-west-2",
        to: "us-east-2",
        status: "inside",
      },
    ]);
  });

  test("are told by the names of its arguments where the catalogue does not hold its type", () => {
    const body = {
      region: "us-west-2",
      x: [{ kms_key_id: "${var.free}" }, { kms_key_id: "ocid1.key.oc1.fra.v.a" }],
      target_region: "us-east-2",
      availability_zone: "us-west-2a",
      tags: "${var.free}",
      principal: "${var.free}",
    };
    const path = "/resource/aws_something_new/r";
    const from = "us-west-2";
    expect(said(one("aws_something_new", body))).toEqual([
      { path: `${path}/target_region`, kind: "region", from, to: "us-east-2", status: "inside" },
      { path: `${path}/x/0/kms_key_id`, kind: "key", from, to: null, status: "unproven" },
      {
        path: `${path}/x/1/kms_key_id`,
        kind: "key",
        from,
        to: "eu-frankfurt-1",
        status: "outside",
      },
    ]);
  });

  test("hold the argument region of Oracle Cloud, which does not say where the block lies", () => {
    expect(said(one("oci_something_new", { region: "us-phoenix-1" }))).toEqual([
      {
        path: "/resource/oci_something_new/r/region",
        kind: "region",
        from: "us-ashburn-1",
        to: "us-phoenix-1",
        status: "inside",
      },
    ]);
  });

  test("do not hold a zone, which is one of its own region, nor what is left empty", () => {
    expect(
      said(one("aws_ebs_volume", { availability_zone: "us-east-1a", kms_key_id: "" })),
    ).toEqual([]);
    expect(said(one("aws_ebs_volume", { kms_key_id: "alias/a" }))).toHaveLength(1);
  });

  test("are found in dynamic blocks", () => {
    const dynamic = {
      replica: { for_each: ["us-west-2"], content: { region_name: "${replica.value}" } },
    };
    expect(said(one("aws_dynamodb_table", { dynamic }))).toEqual([
      {
        path: "/resource/aws_dynamodb_table/r/dynamic/replica/content/region_name",
        kind: "region",
        from: "us-east-1",
        to: "us-west-2",
        status: "inside",
      },
    ]);
  });

  test("begin in each region that it can lie in, or in none", () => {
    const key = { kms_key_id: "ocid1.key.oc1.iad.v.a" };
    const froms = (body: object, more: object) =>
      said(one("oci_objectstorage_bucket", body, more)).map(({ from }) => from);
    expect(
      froms(key, {
        provider: { oci: { region: "${var.v}" } },
        ...admitting("us-phoenix-1", "us-ashburn-1"),
      }),
    ).toEqual(["us-ashburn-1 or us-phoenix-1"]);
    expect(froms({ ...key, provider: "oci.nowhere" }, {})).toEqual([null]);
  });
});

describe("where a flow leads", () => {
  const region = (value: string, more: object) =>
    said(one("oci_objectstorage_replication_policy", { destination_region_name: value }, more));

  test.each([
    [["us-west-2", "us-east-2"], "us-east-2 or us-west-2", "inside"],
    [["us-west-2", "PDX", "US-WEST-2"], null, "unproven"],
    [["us-west-2", "US-WEST-2 "], "us-west-2", "inside"],
    [["us-west-2", "eu-west-1"], "eu-west-1", "outside"],
    [["us-west-2", "x"], null, "unproven"],
  ])("is every region that a variable admits: %j", (values, to, status) => {
    expect(region("${var.v}", admitting(...values))).toMatchObject([{ to, status }]);
  });

  test.each([
    // What comes in is listed with the region that its text names, and is no finding.
    ["aws_ami_copy", { source_ami_region: "us-west-2" }, "us-west-2", "inside"],
    ["aws_ami_copy", { source_ami_region: "eu-west-1" }, "eu-west-1", "outside"],
    ["aws_instance", { ami: "${var.free}" }, null, "unproven"],
    [
      "oci_core_image",
      {
        image_source_details: {
          source_uri: "https://objectstorage.us-ashburn-1.oraclecloud.com/x",
        },
      },
      "us-ashburn-1",
      "inside",
    ],
    [
      "oci_core_image",
      { image_source_details: { source_uri: "https://x.example/us-ashburn-1" } },
      null,
      "unproven",
    ],
    // What must be proven, and is, leads nowhere else.
    ["oci_ons_subscription", { endpoint: "https://10.1.2.3/x" }, null, "inside"],
    ["oci_objectstorage_bucket", { kms_key_id: 7 }, null, "inside"],
    [
      "oci_objectstorage_bucket",
      { kms_key_id: "ocid1.key.oc1.xx-nowhere-9.v.a" },
      null,
      "unproven",
    ],
    // The worst of what a text names, whichever comes first.
    [
      "oci_monitoring_alarm",
      { destinations: ["ocid1.onstopic.oc1.xx-nowhere-9.v.a,ocid1.onstopic.oc1.fra.v.a"] },
      "eu-frankfurt-1",
      "outside",
    ],
    [
      "oci_monitoring_alarm",
      { destinations: ["ocid1.onstopic.oc1.fra.v.a,ocid1.onstopic.oc1.xx-nowhere-9.v.a"] },
      "eu-frankfurt-1",
      "outside",
    ],
    // A name that mentions a region proves nothing.
    [
      "aws_s3_bucket_replication_configuration",
      { rule: { destination: { bucket: "arn:aws:s3:::copy-us-west-2" } } },
      null,
      "unproven",
    ],
  ])("of %s %j is told by its text", (type, body, to, status) => {
    expect(said(one(type, body))).toMatchObject([{ to, status }]);
  });

  test("of what comes in is every region that a variable admits", () => {
    const copy = (...values: string[]) =>
      said(one("aws_ami_copy", { source_ami_region: "${var.v}" }, admitting(...values)));
    expect(copy("us-west-2", "us-east-2")).toMatchObject([
      { to: "us-east-2 or us-west-2", status: "inside" },
    ]);
    expect(copy("us-west-2", "eu-west-1")).toMatchObject([{ to: "eu-west-1", status: "outside" }]);
  });
});
