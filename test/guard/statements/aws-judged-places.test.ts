import { Jurisdiction } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";
import { allow, DECLARED, findingsOf, OWN_ACCOUNT } from "./aws-findings";

const FIX = "Name what lies in one of: us-east-1, us-east-2, us-west-1, us-west-2.";

function placesOf(Resource: unknown) {
  return findingsOf(allow({ Resource }));
}

describe("an ARN", () => {
  test.each([
    ["its region", `arn:aws:sqs:eu-west-1:${OWN_ACCOUNT}:q`, "eu-west-1"],
    ["its partition", "arn:aws-cn:s3:::b/*", "aws-cn"],
    ["its partition, in every region", `arn:aws-cn:sqs:*:${OWN_ACCOUNT}:q`, "aws-cn"],
    ["its partition, in all its regions", `arn:aws-cn:sqs:**:${OWN_ACCOUNT}:q`, "aws-cn"],
    ["its region, in any partition", `arn:*:sqs:eu-west-1:${OWN_ACCOUNT}:q`, "eu-west-1"],
    ["its region, in a partition or two", `arn:aws?:sqs:eu-west-1:${OWN_ACCOUNT}:q`, "eu-west-1"],
    ["its region, for any service", `arn:aws:*:eu-west-1:${OWN_ACCOUNT}:q`, "eu-west-1"],
    [
      "its region, for services that begin alike",
      `arn:aws:s*:eu-west-1:${OWN_ACCOUNT}:q`,
      "eu-west-1",
    ],
    [
      "its region, for services that end alike",
      `arn:aws:*s:eu-west-1:${OWN_ACCOUNT}:q`,
      "eu-west-1",
    ],
    ["its region, of any account", "arn:aws:sqs:eu-west-1:*:q", "eu-west-1"],
  ])("is outside by %s", (_name, arn, region) => {
    expect(placesOf(arn)).toEqual([
      {
        status: "outside",
        region,
        message: `names ${arn} as Resource, of ${region}, outside US.`,
        fix: FIX,
      },
    ]);
  });

  test.each([
    ["the service", "arn:aws:${var.service}:eu-west-1:111111111111:q"],
    ["the account", "arn:aws:sqs:eu-west-1:${var.account}:q"],
    ["the partition", "arn:${var.partition}:sqs:eu-west-1:111111111111:q"],
  ])("is outside by its region where %s is an expression", (_name, arn) => {
    expect(placesOf(arn)).toEqual([
      {
        status: "outside",
        region: "eu-west-1",
        message: `names ${arn} as Resource, of eu-west-1, outside US.`,
        fix: FIX,
      },
    ]);
  });

  test.each([
    [
      "the regions in which it may lie",
      "eu-west-?",
      "eu-west-1, eu-west-2, eu-west-3",
      "eu-west-1, eu-west-2, eu-west-3",
    ],
    ["a whole continent", "eu-*", null, "eu-central-1, eu-central-2, eu-north-1 and 5 more"],
    ["regions that end alike", "*-north-1", "eu-north-1", "eu-north-1"],
    ["another realm's regions", "cn-*", "cn-north-1, cn-northwest-1", "cn-north-1, cn-northwest-1"],
  ])("is outside by a wildcard that takes in %s", (_name, glob, region, list) => {
    const arn = `arn:aws:sqs:${glob}:${OWN_ACCOUNT}:q`;
    expect(placesOf(arn)).toEqual([
      {
        status: "outside",
        region,
        message: `names ${arn} as Resource, which takes in ${list}, outside US.`,
        fix: FIX,
      },
    ]);
  });

  test.each([
    ["region", "arn:aws:sqs:${var.region}:111111111111:q"],
    ["region", "arn:aws:sqs:us-${var.region}-1:111111111111:q"],
    ["partition", "arn:${var.partition}:sqs:us-east-1:111111111111:q"],
    ["partition", "arn:${var.partition}:sqs:us-esat-1:111111111111:q"],
  ])("is unproven where the %s is not in the file: %s", (part, arn) => {
    expect(placesOf(arn)).toEqual([
      {
        status: "unproven",
        region: null,
        message: `names ${arn} as Resource, and the ${part} in it is not in the file.`,
        fix: `Write the ${part} out, or refer to the resource's own ARN.`,
      },
    ]);
  });

  test.each([
    ["its region", "aws", "us-esat-1"],
    ["its region, in any partition", "*", "us-esat-1"],
  ])("is unproven where nobody knows %s", (_name, partition, region) => {
    const arn = `arn:${partition}:sqs:${region}:${OWN_ACCOUNT}:q`;
    expect(placesOf(arn)).toEqual([
      {
        status: "unproven",
        region,
        message: `names ${arn} as Resource, of ${region}, a place that is not known.`,
        fix: FIX,
      },
    ]);
  });

  test.each([
    ["a region inside", `arn:aws:sqs:us-east-1:${OWN_ACCOUNT}:q`],
    ["a region inside of any partition", `arn:*:sqs:us-east-1:${OWN_ACCOUNT}:q`],
    ["no region", "arn:aws:s3:::eu-west-1"],
    ["every region, which conditions narrow", `arn:aws:sqs:*:${OWN_ACCOUNT}:q`],
    ["regions inside by a wildcard", `arn:aws:sqs:us-east-?:${OWN_ACCOUNT}:q`],
    ["no region that there is", `arn:aws:sqs:zz-*:${OWN_ACCOUNT}:q`],
    ["a partition that is not known, and no region", "arn:aws-xx:s3:::b"],
    ["too few parts", "arn:aws:sqs:eu-west-1"],
    ["another scheme", `urn:aws:sqs:eu-west-1:${OWN_ACCOUNT}:q`],
    ["everything", "*"],
  ])("passes where it names %s", (_name, arn) => {
    expect(placesOf(arn)).toEqual([]);
  });

  test("is judged by its partition where whoever asks decides the region", () => {
    const asks = (partition: string) =>
      placesOf(`arn:${partition}:sqs:$\${aws:PrincipalTag/r}:${OWN_ACCOUNT}:q`);
    expect(asks("aws-cn")).toMatchObject([{ status: "outside", region: "aws-cn" }]);
    expect(asks("aws")).toEqual([]);
  });

  test("is inside by a partition of which the jurisdiction has some regions only", () => {
    const policy = JSON.stringify({ Statement: allow({ Resource: "arn:aws-us-gov:s3:::b" }) });
    const document = { ...DECLARED, resource: { aws_iam_policy: { p: { policy } } } };
    const regions = (jurisdiction: Jurisdiction) =>
      checkJson(document, jurisdiction)
        .findings.filter(({ rule }) => rule === "aws-policy-inside")
        .map(({ region }) => region);
    expect(regions(Jurisdiction.US)).toEqual(["aws-us-gov"]);
    expect(regions(Jurisdiction.US_GOVERNMENT)).toEqual([]);
  });
});
