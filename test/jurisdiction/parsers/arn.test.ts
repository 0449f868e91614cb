import { parseArn } from "../../../jurisdiction";
import { outcome, reason } from "../outcome";

test.each([
  ["arn:aws:kms:us-east-1:111122223333:key/x", "us-east-1"],
  ["arn:aws:kms:eu-west-1:111122223333:key/x", "eu-west-1"],
  ["arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/x", "us-gov-west-1"],
  ["arn:aws-cn:kms:cn-north-1:111122223333:key/x", "cn-north-1"],
  ["arn:${data.aws_partition.this.partition}:kms:eu-west-1:1:key/x", "eu-west-1"],
  ["ARN:AWS:KMS:EU-WEST-1:111122223333:key/x", "eu-west-1"],
])("%s proves its region", (arn, region) => {
  expect(outcome(parseArn(arn).proof)).toBe(region);
});

test.each([
  "arn:aws:s3:::my-bucket",
  "arn:aws:s3:::eu-west-1",
  "arn:aws:iam::111122223333:role/admin",
  "arn:aws:ec2:*:111122223333:instance/*",
  "arn:aws:kms:${var.region}:111122223333:key/x",
  "arn:*:s3:::my-bucket",
])("%s proves nothing", (arn) => {
  expect(parseArn(arn).value).toBeDefined();
  expect(outcome(parseArn(arn).proof)).toBe("nothing");
});

test.each([
  ["arn:aws-cn:s3:::my-bucket", "realm aws-cn"],
  ["arn:aws-us-gov:iam::111122223333:role/x", "realm aws-us-gov"],
  ["arn:aws-eusc:s3:::b", "realm aws-eusc"],
])("%s proves its partition", (arn, realm) => {
  expect(outcome(parseArn(arn).proof)).toBe(realm);
});

test.each([
  ["arn:aws:kms:us-nowhere-9:1:key/x", "unknown us-nowhere-9"],
  ["arn:aws-moon:s3:::b", "unknown aws-moon"],
  ["arn:aws-cn:kms:us-east-1:1:key/x", "unknown us-east-1"],
  ["arn:aws:kms:us-gov-west-1:1:key/x", "unknown us-gov-west-1"],
  ["arn:aws:kms:eu-*:1:key/x", "unknown eu-*"],
  ["arn:aws:kms:us-ashburn-1:1:key/x", "unknown us-ashburn-1"],
])("%s is an unknown place", (arn, unknown) => {
  expect(outcome(parseArn(arn).proof)).toBe(unknown);
});

test.each(["", "arn:", "arn:aws:s3", "warn:aws:s3:eu-west-1:1:x", "arn aws s3 eu-west-1 1 x"])(
  "%j is no ARN",
  (text) => {
    expect(parseArn(text).value).toBeUndefined();
  },
);

test("the resource keeps its colons and its case", () => {
  expect(parseArn("arn:aws:logs:us-east-1:1:log-group:/App:*").value?.resource).toBe(
    "log-group:/App:*",
  );
});

test.each([
  ["warn:aws:s3:eu-west-1:1:x", "not an ARN"],
  ["arn:aws-moon:s3:::b", "the ARN names the partition aws-moon, which is not known"],
  ["arn:oc1:s3:::b", "the ARN names the partition oc1, which is not known"],
  ["arn:aws-cn:kms:us-east-1:1:key/x", "us-east-1 belongs to aws, but the ARN names aws-cn"],
  ["arn:aws:kms:eu-*:1:key/x", "the ARN names eu-*, a pattern that may match several regions"],
  [
    "arn:aws:kms:us-east-?:1:key/x",
    "the ARN names us-east-?, a pattern that may match several regions",
  ],
  ["arn:aws:kms:us-nowhere-9:1:key/x", "the ARN names the region us-nowhere-9, which is not known"],
  ["arn:aws:s3:::b", "the ARN names no region"],
  ["arn:aws-cn:s3:::b", "the ARN names no region"],
  ["arn:aws:ec2:*:1:instance/x", "the ARN's region is a wildcard or expression"],
  ["arn:aws-cn:ec2:${var.region}:1:x", "the ARN's region is a wildcard or expression"],
])("%s says why it proves no region", (arn, expected) => {
  expect(reason(parseArn(arn).proof)).toBe(expected);
});

test("the parts come out, lower case but for account and resource", () => {
  expect(parseArn(" ARN:AWS:S3:EU-West-1:Acct:Bucket/Key ").value).toEqual({
    partition: "aws",
    service: "s3",
    region: "eu-west-1",
    account: "Acct",
    resource: "Bucket/Key",
  });
});

test("a wildcard or blank partition leaves the region to speak for itself", () => {
  expect(outcome(parseArn("arn:*:kms:cn-north-1:1:key/x").proof)).toBe("cn-north-1");
  expect(outcome(parseArn("arn::kms:eu-west-1:1:key/x").proof)).toBe("eu-west-1");
  expect(outcome(parseArn("arn::s3:::b").proof)).toBe("nothing");
});

test("an ARN ends with its sixth field, which may be empty", () => {
  expect(parseArn("arn:aws:s3:::").value?.resource).toBe("");
  expect(parseArn("arn:aws:s3::").value).toBeUndefined();
});
