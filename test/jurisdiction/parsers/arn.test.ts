import { parseArn } from "../../../jurisdiction";
import { outcome } from "../outcome";

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
