import { BUCKET_ARGUMENT, BucketIndex, bucketNameOf } from "../../../guard/flow/buckets";
import { stacksOf } from "./followed";

describe("the bucket that a text names", () => {
  test.each([
    ["arn:aws:s3:::logs", "logs"],
    ["arn:aws-us-gov:s3:::logs/path/x", "logs"],
    ["arn:aws:s3:::logs:*", "logs"],
    ["arn:aws:s3:::logs*", "logs"],
    ["s3://logs", "logs"],
    ["s3a://logs/x", "logs"],
    ["s3n://logs/x/y", "logs"],
    ["logs.s3.amazonaws.com", "logs"],
    ["a.logs-2.s3.amazonaws.com", "a.logs-2"],
    ["2logs.s3.amazonaws.com", "2logs"],
  ])("is told by an ARN, a URI or a host, wherever it stands: %s", (text, name) => {
    expect(bucketNameOf(text, false)).toBe(name);
    expect(bucketNameOf(text, true)).toBe(name);
  });

  test.each([
    ["logs", "logs"],
    ["logs/path", "logs"],
    ["/logs", "logs"],
    ["/logs/${Transfer:UserName}", "logs"],
    ["/fs-logs/x", "fs-logs"],
    ["a.b-c2", "a.b-c2"],
    ["abc", "abc"],
    [`a${"b".repeat(61)}c`, `a${"b".repeat(61)}c`],
  ])("is told by its bare name only where the argument takes one: %s", (text, name) => {
    expect(bucketNameOf(text, true)).toBe(name);
    expect(bucketNameOf(text, false)).toBeUndefined();
  });

  test.each([
    ["x arn:aws:s3:::logs"],
    ["arn:aws:sqs:::logs"],
    ["arn:aws:s3:us-east-1:1:accesspoint/x"],
    ["arn:aws:s3:::"],
    ["xs3://logs"],
    ["s3x://logs"],
    ["s3://"],
    ["https://logs.s3.amazonaws.com"],
    [".logs.s3.amazonaws.com"],
    ["lo_gs.s3.amazonaws.com"],
    ["logs.s3.amazonaws.com.example"],
    ["logsXs3XamazonawsXcom"],
    [""],
  ])("is none of %s, where no bare name is taken", (text) => {
    expect(bucketNameOf(text, false)).toBeUndefined();
  });

  test.each([
    ["ab"],
    ["-logs"],
    ["logs-"],
    ["Logs"],
    ["lo gs"],
    ["logs:x"],
    ["/fs-0123456789abcdef0/home"],
    ["fs-0123456789abcdef0"],
    [`a${"b".repeat(63)}`],
  ])("is none of %s, which can be no bucket's name", (text) => {
    expect(bucketNameOf(text, true)).toBeUndefined();
  });
});

test.each([
  ["bucket", true],
  ["buckets", true],
  ["s3_bucket_name", true],
  ["target_bucket", true],
  ["buckets_of", true],
  ["location", true],
  ["bucketing", false],
  ["mybucket", false],
  ["location_name", false],
  ["a_location", false],
])("an argument called %s takes a bucket's bare name: %j", (argument, expected) => {
  expect(BUCKET_ARGUMENT.test(argument)).toBe(expected);
});

test("the buckets that stacks make are found by every name that they can have", () => {
  const index = new BucketIndex(
    stacksOf({
      one: {
        resource: {
          aws_s3_bucket: {
            a: { bucket: "logs" },
            b: { bucket: "${local.name}" },
            c: { bucket: "${aws_x.y.z}" },
            d: {},
          },
          aws_s3_bucket_policy: { p: { bucket: "logs" } },
        },
        data: { aws_s3_bucket: { found: { bucket: "logs" } } },
        locals: { name: "named" },
      },
      two: {
        resource: { aws_s3_bucket: { e: { bucket: "logs" }, f: { bucket: "${var.v}" } } },
        variable: { v: { validation: { condition: '${contains(["x-1", "x-2"], var.v)}' } } },
      },
    }),
  );
  const named = (name: string) =>
    index.blocksNamed(name).map(([block, stack]) => `${stack.name} ${block.address}`);
  expect(named("logs")).toEqual(["one aws_s3_bucket.a", "two aws_s3_bucket.e"]);
  expect(named("named")).toEqual(["one aws_s3_bucket.b"]);
  expect(named("x-1")).toEqual(["two aws_s3_bucket.f"]);
  expect(named("x-2")).toEqual(["two aws_s3_bucket.f"]);
  expect(named("other")).toEqual([]);
});
