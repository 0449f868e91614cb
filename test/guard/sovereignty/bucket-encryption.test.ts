import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { at, saidBy } from "../../support/of-rule";

const CONFIGURATION = "aws_s3_bucket_server_side_encryption_configuration";
const ENCRYPTED = {
  rule: {
    apply_server_side_encryption_by_default: {
      sse_algorithm: "aws:kms",
      kms_master_key_id: "arn:aws:kms:us-east-1:123456789012:key/1",
    },
  },
};

/** What is said of buckets where configurations are for the given ones. */
function said(buckets: object, configured: readonly unknown[], more: object = {}) {
  const configurations = configured.map((bucket, index) => [`c${index}`, { bucket, ...ENCRYPTED }]);
  return saidBy("customer-managed-key", {
    ...more,
    resource: {
      aws_s3_bucket: buckets,
      [CONFIGURATION]: Object.fromEntries(configurations),
    },
  });
}

const R = [`unproven ${at("aws_s3_bucket")}`];

describe("the encryption of an S3 bucket", () => {
  test.each<[object, readonly unknown[]]>([
    [{ bucket: "b" }, ["b"]],
    [{ bucket: "b" }, ["a", "b"]],
    [{}, ["${aws_s3_bucket.r.id}"]],
    [{}, ["${aws_s3_bucket.other.id}", "${aws_s3_bucket.r.arn}"]],
    [{ bucket: '${x_y.z.on ? "a" : "b"}' }, ["a", "b"]],
    [{ bucket: "a" }, ['${x_y.z.on ? "a" : "b"}']],
    [{}, ["${element(aws_s3_bucket.r[*].id, 0)}"]],
    [{ count: 2 }, ["${aws_s3_bucket.r[count.index].id}"]],
    [{ for_each: ["a"] }, ["${aws_s3_bucket.r[each.key].id}"]],
  ])("of %j is configured for %j", (body, configured) => {
    const buckets = { r: body };
    expect(said(buckets, configured)).toEqual([]);
  });

  test.each<[object, readonly unknown[]]>([
    [{}, []],
    [{ bucket: "b" }, ["a"]],
    [{ bucket: "b" }, ["${aws_s3_bucket.other.id}"]],
    [{ bucket: "b" }, ["${x_y.r.id}"]],
    [{ bucket: '${x_y.z.on ? "a" : "b"}' }, ["a"]],
    [{ bucket: "${x_y.z.name}" }, ["a"]],
    [{}, ["a"]],
    [{ count: 2 }, ["${aws_s3_bucket.r[0].id}"]],
    [{ count: 2 }, ["${element(aws_s3_bucket.r[*].id, 0)}"]],
    [{ for_each: ["a"] }, ["${values(aws_s3_bucket.r)[0].id}"]],
  ])("of %j is not configured for %j", (body, configured) => {
    expect(said({ r: body }, configured)).toEqual(R);
  });

  test("is configured by a resource, and not by a data source of that type", () => {
    const data = { [CONFIGURATION]: { d: { bucket: "b", ...ENCRYPTED } } };
    expect(said({ r: { bucket: "b" } }, [], { data })).toEqual(R);
  });

  test("is configured for several buckets of a module", () => {
    const buckets = { a: {}, b: {}, r: {} };
    expect(said(buckets, ["${aws_s3_bucket.a.id}", "${aws_s3_bucket.b.id}"])).toEqual(R);
  });

  test("is configured by name from another stack, and by label only from its own", () => {
    const document = (stack: string, resource: object) => ({
      stack,
      file: `${stack}/cdk.tf.json`,
      json: { resource } as JsonObject,
    });
    const judged = (bucket: string) =>
      check(
        {
          documents: [
            document("buckets", { aws_s3_bucket: { r: { bucket: "b" } } }),
            document("keys", {
              aws_s3_bucket: { other: {} },
              [CONFIGURATION]: {
                c: { bucket, ...ENCRYPTED },
                o: { bucket: "${aws_s3_bucket.other.id}", ...ENCRYPTED },
              },
            }),
          ],
          unread: [],
        },
        { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
      )
        .findings.filter((each) => each.rule === "customer-managed-key")
        .map(({ status, path }) => `${status} ${path}`);
    expect(judged("b")).toEqual([]);
    expect(judged("${aws_s3_bucket.r.id}")).toEqual(R);
  });

  test("of an instance in a plan is configured for that instance", () => {
    const bucket = (key: string) => ({
      address: `aws_s3_bucket.r["${key}"]`,
      mode: "managed",
      type: "aws_s3_bucket",
      name: "r",
      index: key,
      values: { bucket: key },
    });
    const configuration = (name: string) => ({
      address: `${CONFIGURATION}.c`,
      mode: "managed",
      type: CONFIGURATION,
      name: "c",
      values: { bucket: name, ...ENCRYPTED },
    });
    const plan = (...configurations: readonly object[]) => ({
      format_version: "1.2",
      terraform_version: "1.14.0",
      planned_values: {
        root_module: { resources: [bucket("a"), bucket("b"), ...configurations] },
      },
      configuration: { root_module: {} },
    });
    expect(saidBy("customer-managed-key", plan())).toHaveLength(2);
    expect(saidBy("customer-managed-key", plan(configuration("a")))).toEqual([
      "unproven /planned_values/root_module/resources/1/values",
    ]);
  });
});
