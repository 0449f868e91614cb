import {
  allow,
  allowWhere,
  denyWhere,
  findingsOf,
  OTHER_ACCOUNT,
  OWN_ACCOUNT,
  UNDECLARED,
} from "./aws-findings";

const REGION = "aws:RequestedRegion";
const INSIDE = "us-east-1, us-east-2, us-west-1, us-west-2";
const ESAT =
  "has a condition that proves nothing: aws:requestedregion is compared with us-esat-1, which is no AWS region that is known (nearest: us-east-1).";
const WRITE_REGION = "Write the region out, by its id.";

describe("an effect", () => {
  test.each([
    ["Permit", "permit"],
    ["Allowed", "allowed"],
    ["Disallow", "disallow"],
    ["Denying", "denying"],
    ["", ""],
  ])("is unproven where it is %j", (Effect, said) => {
    expect(findingsOf(allow({ Effect }))).toEqual([
      {
        status: "unproven",
        region: null,
        message: `has the Effect "${said}", which is neither Allow nor Deny.`,
        fix: "Write Allow or Deny.",
      },
    ]);
  });

  test.each(["Allow", "Deny", "ALLOW", "deny"])("is read where it is %s", (Effect) => {
    expect(findingsOf(allow({ Effect }))).toEqual([]);
  });

  test("is unproven where it is written twice, as AWS reads one of both", () => {
    expect(findingsOf(allow({ effect: "Deny" }))).toMatchObject([{ status: "unproven" }]);
  });
});

describe("a denial of regions", () => {
  test.each([
    ["one", ["us-east-1", "eu-west-1"], "eu-west-1", "eu-west-1"],
    [
      "three",
      ["us-east-1", "eu-north-1", "eu-west-1", "eu-west-2"],
      "eu-north-1, eu-west-1, eu-west-2",
      "eu-north-1, eu-west-1, eu-west-2",
    ],
    [
      "four",
      ["eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1"],
      null,
      "eu-west-1, eu-west-2, eu-west-3 and 1 more",
    ],
  ])("is outside where it spares %s abroad", (_name, regions, region, list) => {
    expect(findingsOf(denyWhere("StringNotEquals", REGION, ...regions))).toEqual([
      {
        status: "outside",
        region,
        message: `denies every region but some, and ${list}, outside US, is among those it spares.`,
        fix: `Take ${list} out of the condition.`,
      },
    ]);
  });

  test("names the values that prove nothing beside the regions it spares", () => {
    const both = denyWhere("StringNotEquals", REGION, "eu-west-1", "us-esat-1");
    expect(findingsOf(both)).toEqual([
      expect.objectContaining({ status: "outside", region: "eu-west-1" }),
      { status: "unproven", region: null, message: ESAT, fix: WRITE_REGION },
    ]);
  });

  test.each([
    ["spares none abroad", denyWhere("StringNotEquals", REGION, "us-east-1", "us-west-2")],
    ["names what it denies", denyWhere("StringEquals", REGION, "eu-west-1")],
    ["speaks of no region", denyWhere("StringNotEquals", "aws:SourceAccount", "us-esat-1")],
    [
      "holds under a further condition",
      allow({
        Effect: "Deny",
        Condition: {
          StringNotEquals: { [REGION]: "us-east-1" },
          Bool: { "aws:MultiFactorAuthPresent": "false" },
        },
      }),
    ],
  ])("passes where it %s", (_name, statement) => {
    expect(findingsOf(statement)).toEqual([]);
  });

  test("is outside where it spares a region abroad under a further condition too", () => {
    const Condition = {
      StringNotEquals: { [REGION]: "eu-west-1" },
      Bool: { "aws:MultiFactorAuthPresent": "false" },
    };
    expect(findingsOf(allow({ Effect: "Deny", Condition }))).toMatchObject([
      { status: "outside", region: "eu-west-1" },
    ]);
  });
});

describe("an allowed region", () => {
  test.each([
    ["one", allowWhere("StringEquals", REGION, "eu-west-1"), "eu-west-1", "eu-west-1"],
    [
      "two",
      allowWhere("StringEquals", REGION, "eu-west-1", "us-east-1", "ca-central-1"),
      "eu-west-1, ca-central-1",
      "eu-west-1, ca-central-1",
    ],
    [
      "a continent's",
      allowWhere("StringLike", REGION, "eu-*"),
      null,
      "eu-central-1, eu-central-2, eu-north-1 and 5 more",
    ],
    [
      "one under a further condition",
      allow({
        Condition: {
          StringEquals: { [REGION]: "eu-west-1" },
          Bool: { "aws:SecureTransport": "true" },
        },
      }),
      "eu-west-1",
      "eu-west-1",
    ],
    [
      "one beside a value that proves nothing",
      allowWhere("StringEquals", REGION, "eu-west-1", "us-esat-1"),
      "eu-west-1",
      "eu-west-1",
    ],
  ])("is outside where it is abroad: %s", (_name, statement, region, list) => {
    expect(findingsOf(statement)).toEqual([
      {
        status: "outside",
        region,
        message: `allows requests to ${list}, outside US.`,
        fix: `Name the regions inside: ${INSIDE}.`,
      },
    ]);
  });

  test("is unproven where the value is no region", () => {
    expect(findingsOf(allowWhere("StringEquals", REGION, "us-esat-1"))).toEqual([
      { status: "unproven", region: null, message: ESAT, fix: WRITE_REGION },
    ]);
  });

  test.each([
    ["inside", allowWhere("StringEquals", REGION, "us-east-1")],
    ["left out", allowWhere("StringNotEquals", REGION, "eu-west-1")],
    ["a value of another key", allowWhere("StringEquals", "aws:PrincipalTag/home", "eu-west-1")],
  ])("passes where it is %s", (_name, statement) => {
    expect(findingsOf(statement)).toEqual([]);
  });
});

describe("the account of a resource", () => {
  const resource = (account: string) => `arn:aws:sqs:us-east-1:${account}:q`;

  test("is unproven where it is not among those that the estate declares", () => {
    const Resource = [resource(OWN_ACCOUNT), resource(OTHER_ACCOUNT)];
    expect(findingsOf(allow({ Resource }))).toEqual([
      {
        status: "unproven",
        region: null,
        message: `reaches ${resource(OTHER_ACCOUNT)}, of the account ${OTHER_ACCOUNT}, which no provider configuration lists in allowed_account_ids.`,
        fix: "List the account in allowed_account_ids if it is yours; waive it where its owner proves where data goes.",
      },
    ]);
  });

  test("passes where the estate declares none: then nothing says that it is a stranger's", () => {
    expect(findingsOf(allow({ Resource: resource(OTHER_ACCOUNT) }), UNDECLARED)).toEqual([]);
  });
});

describe("a condition's value", () => {
  const TOPIC = `arn:aws:sns:eu-west-1:${OWN_ACCOUNT}:t`;
  const SERVICE = "s3.eu-west-1.amazonaws.com";

  test("is outside where it is the ARN of what lies abroad", () => {
    expect(findingsOf(allowWhere("ArnLike", "aws:SourceArn", TOPIC))).toEqual([
      {
        status: "outside",
        region: "eu-west-1",
        message: `names ${TOPIC} as aws:sourcearn, of eu-west-1, outside US.`,
        fix: `Name what lies in one of: ${INSIDE}.`,
      },
    ]);
  });

  test.each([
    ["kms:ViaService", "kms:viaservice"],
    ["iam:PassedToService", "iam:passedtoservice"],
    ["iam:AWSServiceName", "iam:awsservicename"],
  ])("is outside where it is a service abroad in %s", (key, said) => {
    expect(findingsOf(allowWhere("StringEquals", key, SERVICE))).toEqual([
      {
        status: "outside",
        region: "eu-west-1",
        message: `names ${SERVICE} as ${said}, of eu-west-1, outside US.`,
        fix: `Name the service of one of: ${INSIDE}.`,
      },
    ]);
  });

  test("is unproven where it is a service of a region that is not known", () => {
    const statement = allowWhere("StringEquals", "kms:ViaService", "s3.us-esat-1.amazonaws.com");
    expect(findingsOf(statement)).toEqual([
      {
        status: "unproven",
        region: "us-esat-1",
        message:
          "names s3.us-esat-1.amazonaws.com as kms:viaservice, of us-esat-1, a place that is not known.",
        fix: `Name the service of one of: ${INSIDE}.`,
      },
    ]);
  });

  test.each([
    ["leaves an ARN out", allowWhere("ArnNotLike", "aws:SourceArn", TOPIC)],
    ["leaves a service out", allowWhere("StringNotEquals", "kms:ViaService", SERVICE)],
    ["has a service for another key", allowWhere("StringEquals", "kms:ServiceTag", SERVICE)],
    ["names a service inside", allowWhere("StringEquals", "kms:ViaService", "s3.amazonaws.com")],
    [
      "has an expression in a service's name",
      allowWhere("StringEquals", "kms:ViaService", "${var.service}.eu-west-1.amazonaws.com"),
    ],
    ["compares no text", allowWhere("NumericEquals", "kms:ViaService", SERVICE)],
  ])("passes where the condition %s", (_name, statement) => {
    expect(findingsOf(statement)).toEqual([]);
  });
});
