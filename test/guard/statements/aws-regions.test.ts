import { allow, allowWhere, denyWhere, findingsOf } from "./aws-findings";

const REGION = "aws:RequestedRegion";

/** Status and region of each finding. */
function places(statement: object): readonly string[] {
  return findingsOf(statement).map(({ status, region }) => `${status} ${region}`);
}

function problems(statement: object): readonly string[] {
  return findingsOf(statement).map(({ message }) => message);
}

const proves = (text: string) => `has a condition that proves nothing: ${text}.`;

describe("a comparison with regions", () => {
  test.each([
    "StringEquals",
    "StringEqualsIgnoreCase",
    "StringLike",
    "ArnEquals",
    "ArnLike",
    "stringequals",
    "StringEqualsIfExists",
    "ForAnyValue:StringEquals",
    "ForAllValues:StringEquals",
  ])("names what it admits by %s", (operator) => {
    expect(places(allowWhere(operator, REGION, "us-east-1", "eu-west-1"))).toEqual([
      "outside eu-west-1",
    ]);
    expect(places(denyWhere(operator, REGION, "us-east-1", "eu-west-1"))).toEqual([]);
  });

  test.each([
    "StringNotEquals",
    "StringNotEqualsIgnoreCase",
    "StringNotLike",
    "ArnNotEquals",
    "ArnNotLike",
    "StringNotEqualsIfExists",
  ])("names what it leaves out by %s", (operator) => {
    expect(places(denyWhere(operator, REGION, "us-east-1", "eu-west-1"))).toEqual([
      "outside eu-west-1",
    ]);
    expect(places(allowWhere(operator, REGION, "eu-west-1"))).toEqual([]);
    expect(places(allowWhere(operator, REGION, "us-east-1"))).toEqual(["outside null"]);
  });

  test.each(["StringLike", "ArnLike", "ArnEquals"])("takes wildcards by %s", (operator) => {
    expect(places(allowWhere(operator, REGION, "ca-central-?"))).toEqual(["outside ca-central-1"]);
    expect(places(allowWhere(operator, REGION, "us-*"))).toEqual([]);
    expect(places(allowWhere(operator, REGION, "*"))).toEqual([]);
  });

  test.each(["StringNotLike", "ArnNotLike", "ArnNotEquals"])(
    "takes wildcards by %s, of what it leaves out",
    (operator) => {
      expect(places(denyWhere(operator, REGION, "ca-central-*"))).toEqual(["outside ca-central-1"]);
      expect(places(denyWhere(operator, REGION, "us-*"))).toEqual([]);
    },
  );

  test.each(["*", "**"])("leaves every region out by %s, and so denies nothing", (glob) => {
    expect(places(denyWhere("StringNotLike", REGION, glob))).toEqual([]);
    expect(places(denyWhere("StringNotLike", REGION, `${glob}-1`))).toEqual(["outside null"]);
  });

  test.each(["StringEquals", "StringEqualsIgnoreCase"])("takes none by %s", (operator) => {
    expect(problems(allowWhere(operator, REGION, "eu-*"))).toEqual([
      proves("aws:requestedregion is compared with eu-*, which is no AWS region that is known"),
    ]);
  });

  test.each(["StringNotEquals", "StringNotEqualsIgnoreCase"])("takes none by %s", (operator) => {
    expect(problems(denyWhere(operator, REGION, "ca-central-*"))).toEqual([
      proves(
        "aws:requestedregion is compared with ca-central-*, which is no AWS region that is known (nearest: ca-central-1)",
      ),
    ]);
  });

  test.each(["Null", "Bool", "NumericEquals", "IfExistsStringEquals", "constructor"])(
    "says nothing by %s, which compares no text",
    (operator) => {
      expect(places(allowWhere(operator, REGION, "eu-west-1", "us-esat-1"))).toEqual([]);
    },
  );

  test("ignores the case of a region only where the operator does", () => {
    expect(places(allowWhere("StringEqualsIgnoreCase", REGION, "US-EAST-1"))).toEqual([]);
    expect(places(allowWhere("StringEqualsIgnoreCase", REGION, "Eu-West-1"))).toEqual([
      "outside eu-west-1",
    ]);
    expect(problems(allowWhere("StringEquals", REGION, "US-EAST-1"))).toEqual([
      proves(
        "aws:requestedregion is compared with US-EAST-1, which is no AWS region that is known (nearest: us-east-1)",
      ),
    ]);
  });

  test.each(["aws:RequestedRegion", "ec2:Region", "s3:LocationConstraint"])(
    "is one on the key %s",
    (key) => {
      expect(places(allowWhere("StringEquals", key, "eu-west-1"))).toEqual(["outside eu-west-1"]);
      expect(places(allowWhere("StringEquals", `${key}s`, "eu-west-1"))).toEqual([]);
    },
  );

  test("takes EU for the region that it is the old name of, for a bucket only", () => {
    expect(places(allowWhere("StringEquals", "s3:LocationConstraint", "EU"))).toEqual([
      "outside eu-west-1",
    ]);
    expect(problems(allowWhere("StringEquals", REGION, "EU"))).toEqual([
      proves("aws:requestedregion is compared with EU, which is no AWS region that is known"),
    ]);
  });
});

describe("several comparisons", () => {
  const both = (equals: unknown, notEquals: unknown) =>
    allow({
      Condition: {
        StringEquals: { [REGION]: equals },
        StringNotEquals: { [REGION]: notEquals },
      },
    });

  test("hold where all of them do", () => {
    expect(places(both(["us-east-1", "eu-west-1"], "eu-west-1"))).toEqual([]);
    expect(places(both(["us-east-1", "eu-west-1"], "us-east-1"))).toEqual(["outside eu-west-1"]);
  });

  test("spare a region that one of them leaves out", () => {
    const Condition = {
      StringNotEquals: { [REGION]: "us-east-1" },
      StringNotLike: { [REGION]: "ca-central-*" },
    };
    expect(places(allow({ Effect: "Deny", Condition }))).toEqual(["outside ca-central-1"]);
  });

  test("admit a region abroad that is named, whatever else they ask", () => {
    const Condition = {
      StringEquals: { [REGION]: ["eu-west-1", "${var.region}"] },
      Bool: { "aws:SecureTransport": "true" },
    };
    expect(places(allow({ Condition }))).toEqual(["outside eu-west-1"]);
  });

  test("on other keys neither name regions nor hide those that are named", () => {
    const Condition = {
      StringEquals: { "aws:PrincipalTag/home": "eu-north-1", [REGION]: "eu-west-1" },
    };
    expect(places(allow({ Condition }))).toEqual(["outside eu-west-1"]);
  });
});

describe("a value that proves nothing", () => {
  test.each([
    ["${var.region}", "${var.region}, which is not in the file"],
    ["us-${var.side}-1", "us-${var.side}-1, which is not in the file"],
    ["$${aws:PrincipalTag/region}", "${aws:PrincipalTag/region}, which is not in the file"],
    ["us-esat-1", "us-esat-1, which is no AWS region that is known (nearest: us-east-1)"],
    ["us-ashburn-1", "us-ashburn-1, which is no AWS region that is known (nearest: us-east-1)"],
    ["frankfurt", "frankfurt, which is no AWS region that is known"],
  ])("is named: %s", (value, said) => {
    const message = proves(`aws:requestedregion is compared with ${said}`);
    expect(problems(allowWhere("StringEquals", REGION, value))).toEqual([message]);
    expect(problems(denyWhere("StringNotEquals", REGION, value))).toEqual([message]);
  });

  test("is named beside others that prove something", () => {
    expect(problems(allowWhere("StringEquals", REGION, "us-east-1", "x", "y"))).toEqual([
      proves("aws:requestedregion is compared with x, which is no AWS region that is known"),
      proves("aws:requestedregion is compared with y, which is no AWS region that is known"),
    ]);
  });

  test.each([
    ["empty, as of a bucket in us-east-1", allowWhere("StringEquals", "s3:LocationConstraint", "")],
    ["on another key", allow({ Condition: { StringEquals: { [REGION]: "us-east-1", x: "y" } } })],
    [
      "of an operator that compares no text",
      allow({
        Condition: { StringEquals: { [REGION]: "us-east-1" }, Null: { [REGION]: "false" } },
      }),
    ],
    ["a wildcard that takes in nothing", allowWhere("StringLike", REGION, "zz-*")],
  ])("is none where it is %s", (_name, statement) => {
    expect(findingsOf(statement)).toEqual([]);
  });

  test("may stand for a region that a denial would spare, beside one that it does", () => {
    expect(places(denyWhere("StringNotEquals", REGION, "${var.r}", "ca-central-1"))).toEqual([
      "outside ca-central-1",
      "unproven null",
    ]);
  });
});
