import { accountOf } from "../../../guard/statements/aws-principals";
import { allow, findingsOf, OTHER_ACCOUNT, OWN_ACCOUNT } from "./aws-findings";

function statuses(statement: unknown, more: object = {}): readonly string[] {
  return findingsOf(statement, more).map(({ status }) => status);
}

describe("the account that a text names", () => {
  test.each([
    ["111111111111", "111111111111"],
    ["arn:aws:iam::111111111111:root", "111111111111"],
    ["arn:aws:sqs:us-east-1:111111111111:q", "111111111111"],
    ["arn:aws:s3:us-east-1:111111111111:a:b:c", "111111111111"],
  ])("is read out of %s", (text, account) => {
    expect(accountOf(text)).toBe(account);
  });

  test.each([
    "11111111111",
    "1111111111111",
    "x111111111111",
    "arn:aws:s3:::b",
    "arn:aws:iam::1111111111112:root",
    "arn:aws:iam::x111111111111:root",
    "arn:aws:iam::*:root",
    "arn:aws:iam",
    "urn:aws:iam::111111111111:root",
    "aws:arn:iam::111111111111:root",
    "",
  ])("is none in %j", (text) => {
    expect(accountOf(text)).toBeUndefined();
  });
});

describe("the accounts of the estate", () => {
  const foreign = allow({ Principal: { AWS: `arn:aws:iam::${OTHER_ACCOUNT}:root` } });
  const statusesWith = (provider: object, more: object = {}) =>
    statuses(foreign, { provider, ...more });
  const validated = {
    variable: {
      a: {
        validation: [
          {
            condition: `\${contains(["${OTHER_ACCOUNT}"], var.a)}`,
            error_message: "No account of ours.",
          },
        ],
      },
    },
  };

  test.each<[string, object, object]>([
    ["a list", { aws: [{ allowed_account_ids: [OWN_ACCOUNT, OTHER_ACCOUNT] }] }, {}],
    ["one value", { aws: { allowed_account_ids: OTHER_ACCOUNT } }, {}],
    [
      "another configuration of the provider",
      { aws: [{}, { alias: "b", allowed_account_ids: [OTHER_ACCOUNT] }] },
      {},
    ],
    [
      "a role that is assumed",
      { aws: { assume_role: { role_arn: `arn:aws:iam::${OTHER_ACCOUNT}:role/r` } } },
      {},
    ],
    [
      "the second role of a chain",
      {
        aws: {
          assume_role: [
            { role_arn: `arn:aws:iam::${OWN_ACCOUNT}:role/r` },
            { role_arn: `arn:aws:iam::${OTHER_ACCOUNT}:role/r` },
          ],
        },
      },
      {},
    ],
    [
      "a local value",
      { aws: { allowed_account_ids: ["${local.a}"] } },
      { locals: { a: OTHER_ACCOUNT } },
    ],
    ["a variable that admits no other", { aws: { allowed_account_ids: ["${var.a}"] } }, validated],
  ])("are those of %s", (_name, provider, more) => {
    expect(statusesWith(provider, more)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ["not set", { aws: {} }, {}],
    ["set to null", { aws: { allowed_account_ids: null, assume_role: null } }, {}],
    ["of another cloud", { aws: {}, oci: { allowed_account_ids: [OTHER_ACCOUNT] } }, {}],
    ["forbidden", { aws: { forbidden_account_ids: [OTHER_ACCOUNT] } }, {}],
    ["a role in text", { aws: { assume_role: `arn:aws:iam::${OTHER_ACCOUNT}:role/r` } }, {}],
    ["no account", { aws: { allowed_account_ids: [`${OTHER_ACCOUNT}1`] } }, {}],
    ["not in the file", { aws: { allowed_account_ids: ["${var.a}"] } }, { variable: { a: {} } }],
    [
      "arguments of a resource",
      { aws: {} },
      { resource: { aws: { x: { allowed_account_ids: [OTHER_ACCOUNT] } } } },
    ],
  ])("are not what is %s", (_name, provider, more) => {
    expect(statusesWith(provider, more)).toEqual(["unproven"]);
  });
});

describe("a statement that allows everybody", () => {
  const where = (operator: string, key: string, ...values: readonly unknown[]) =>
    allow({ Principal: "*", Condition: { [operator]: { [key]: values } } });

  // What a reader of the policy must be, or come through, with the operator that AWS's examples use.
  const CLOSING: readonly (readonly [string, string, string])[] = [
    ["StringEquals", "aws:PrincipalAccount", OWN_ACCOUNT],
    ["ArnLike", "aws:PrincipalArn", `arn:aws:iam::${OWN_ACCOUNT}:role/*`],
    ["StringEquals", "aws:PrincipalOrgID", "o-abcdefghij"],
    ["StringEquals", "aws:PrincipalOrgPaths", "o-abcdefghij/r-ab12/ou-ab12-11111111/"],
    ["StringEquals", "aws:SourceAccount", OWN_ACCOUNT],
    ["ArnEquals", "aws:SourceArn", `arn:aws:sns:us-east-1:${OWN_ACCOUNT}:t`],
    ["IpAddress", "aws:SourceIp", "203.0.113.0/24"],
    ["StringEquals", "aws:SourceOrgID", "o-abcdefghij"],
    ["StringEquals", "aws:SourceOrgPaths", "o-abcdefghij/r-ab12/ou-ab12-11111111/"],
    ["StringEquals", "aws:SourceOwner", OWN_ACCOUNT],
    ["StringEquals", "aws:SourceVpc", "vpc-0123456789abcdef0"],
    ["ArnEquals", "aws:SourceVpcArn", `arn:aws:ec2:us-east-1:${OWN_ACCOUNT}:vpc/vpc-0a`],
    ["StringEquals", "aws:SourceVpce", "vpce-0123456789abcdef0"],
    ["StringEquals", "aws:userid", "AROAEXAMPLE:session"],
    ["StringEquals", "aws:VpceAccount", OWN_ACCOUNT],
    ["StringEquals", "aws:VpceOrgID", "o-abcdefghij"],
    ["StringEquals", "aws:VpceOrgPaths", "o-abcdefghij/r-ab12/ou-ab12-11111111/"],
    ["StringEquals", "kms:CallerAccount", OWN_ACCOUNT],
    ["StringEquals", "s3:DataAccessPointAccount", OWN_ACCOUNT],
    ["ArnEquals", "s3:DataAccessPointArn", `arn:aws:s3:us-east-1:${OWN_ACCOUNT}:accesspoint/a`],
    ["Bool", "aws:PrincipalIsAWSService", "true"],
    ["Bool", "elasticfilesystem:AccessedViaMountTarget", "TRUE"],
  ];

  test.each(CLOSING)("is closed by %s on %s, and not IfExists", (operator, key, value) => {
    expect(statuses(where(operator, key, value))).toEqual([]);
    expect(statuses(where(`${operator}IfExists`, key, value))).toEqual(["outside"]);
  });

  test.each<[string, object]>([
    ["on another key", where("StringEquals", "aws:UserAgent", "x")],
    ["that names nothing", where("StringEquals", "aws:PrincipalOrgID")],
    ["that names an empty text", where("StringEquals", "aws:PrincipalOrgID", "")],
    ["that leaves an organization out", where("StringNotEquals", "aws:PrincipalOrgID", "o-a")],
    ["that holds for all of no values", where("ForAllValues:StringEquals", "aws:SourceVpc", "v")],
    ["that is wide for one of its values", where("StringLike", "aws:SourceVpc", "vpc-1", "*")],
    ["with a wildcard in an id", where("StringLike", "aws:userid", "AROAEXAMPLE:*")],
    ["with a wildcard for one letter", where("StringLike", "aws:userid", "AROAEXAMPL?")],
    ["that a variable may widen", where("StringLike", "aws:PrincipalOrgID", "${var.o}")],
    ["on a service that must not be one", where("Bool", "aws:PrincipalIsAWSService", "false")],
    ["on a service either way", where("Bool", "aws:PrincipalIsAWSService", "true", "false")],
    ["on a service as text", where("StringEquals", "aws:PrincipalIsAWSService", "true")],
    ["on a service that names nothing", where("Bool", "aws:PrincipalIsAWSService")],
    ["on a wide network", where("IpAddress", "aws:SourceIp", "10.0.0.0/7")],
    ["on the whole internet", where("IpAddress", "aws:SourceIp", "0.0.0.0/0")],
    ["on a network that a variable widens", where("IpAddress", "aws:SourceIp", "${var.cidr}")],
    ["on a network it leaves out", where("NotIpAddress", "aws:SourceIp", "10.0.0.0/8")],
    ["on buckets of any name", where("ArnLike", "aws:SourceArn", "arn:aws:s3:::*")],
    ["on buckets of one letter and a name", where("ArnLike", "aws:SourceArn", "arn:aws:s3:::?b")],
    ["on an ARN without resource", where("ArnLike", "aws:SourceArn", "arn:aws:s*::")],
    ["on an ARN that a star ends", where("ArnLike", "aws:SourceArn", "arn:aws:sns:*")],
    [
      "on an account that goes on",
      where("ArnLike", "aws:SourceArn", `arn:aws:sns:us-east-1:${OWN_ACCOUNT}*`),
    ],
    [
      "on accounts by a wildcard",
      where("ArnLike", "aws:SourceArn", "arn:aws:sns:us-east-1:11111111111?:t"),
    ],
    ["on no ARN", where("StringLike", "aws:SourceArn", `urn:aws:sns:x:${OWN_ACCOUNT}:*`)],
  ])("is open under a condition %s", (_name, statement) => {
    expect(statuses(statement)).toEqual(["outside"]);
  });

  test.each<[string, object]>([
    ["on the widest network that says where", where("IpAddress", "aws:SourceIp", "10.0.0.0/8")],
    ["on one address", where("IpAddress", "aws:SourceIp", "203.0.113.7")],
    ["on an address of a block", where("IpAddress", "aws:SourceIp", "${aws_x.y.public_ip}")],
    ["on a bucket's keys", where("ArnLike", "aws:SourceArn", "arn:aws:s3:::bucket/*")],
    [
      "on everything of an account",
      where("ArnLike", "aws:SourceArn", `arn:aws:*:*:${OWN_ACCOUNT}:*`),
    ],
    ["on a name that only takes wildcards", where("StringLike", "aws:userid", "AROAEXAMPLE")],
    ["in any case of its letters", where("StringEqualsIgnoreCase", "aws:SourceVpc", "VPC-0A")],
    ["on a star that is meant as such", where("StringEquals", "aws:userid", "*")],
    ["on a variable that is compared as text", where("StringEquals", "aws:userid", "${var.u}")],
    ["on a block of this stack", where("StringLike", "aws:SourceVpce", "${aws_x.y.id}")],
    ["on a truth value", where("Bool", "aws:PrincipalIsAWSService", true)],
  ])("is closed by a condition %s", (_name, statement) => {
    expect(statuses(statement, { resource: { aws_x: { y: {} } } })).toEqual([]);
  });

  test("is closed by one condition of several", () => {
    const Condition = {
      Bool: { "aws:SecureTransport": "true" },
      StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
    };
    expect(statuses(allow({ Principal: "*", Condition }))).toEqual([]);
  });
});

describe("a denial beside a statement that allows everybody", () => {
  const open = {
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::b",
  };
  const denial = (part: object) => ({
    Effect: "Deny",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0a" } },
    ...part,
  });
  const notWhere = (operator: string, key: string, ...values: readonly string[]) =>
    denial({ Condition: { [operator]: { [key]: values } } });

  test.each<[string, object, object]>([
    ["for all but an endpoint", open, denial({})],
    ["for every account but an endpoint", open, denial({ Principal: { AWS: [OWN_ACCOUNT, "*"] } })],
    ["for everybody", open, denial({ Condition: {} })],
    ["for all but a network", open, notWhere("NotIpAddress", "aws:SourceIp", "203.0.113.0/24")],
    [
      "for all but an account's roles",
      open,
      notWhere("ArnNotLike", "aws:PrincipalArn", `arn:aws:iam::${OWN_ACCOUNT}:role/*`),
    ],
    ["in another case", open, denial({ Action: "S3:GETOBJECT" })],
    ["by one of several actions", open, denial({ Action: ["s3:PutObject", "s3:Get*"] })],
    ["by a wildcard for one letter", open, denial({ Action: "s3:GetObjec?" })],
    [
      "of a bucket of this stack",
      { ...open, Resource: "${aws_s3_bucket.b.arn}/*" },
      denial({ Resource: "${aws_s3_bucket.b.arn}/*" }),
    ],
  ])("closes it %s", (_name, allowed, denied) => {
    expect(statuses([allowed, denied])).toEqual([]);
  });

  test.each<[string, object, object]>([
    ["is none", open, denial({ Effect: "Allow", Principal: { AWS: OWN_ACCOUNT } })],
    ["binds one service", open, denial({ Principal: { Service: "s3.amazonaws.com" } })],
    ["binds nobody that it names", open, denial({ Principal: undefined })],
    ["has a part twice", open, denial({ condition: {} })],
    ["is for those whom it names", open, notWhere("StringEquals", "aws:SourceVpce", "vpce-0a")],
    ["leaves nobody out", open, notWhere("StringNotEquals", "aws:SourceVpce")],
    ["leaves some out by a wildcard", open, notWhere("StringNotLike", "aws:SourceVpce", "vpce-*")],
    [
      "leaves one out by a wildcard",
      open,
      notWhere("StringNotLike", "aws:SourceVpce", "vpce-0a", "vpce-*"),
    ],
    ["leaves the internet out", open, notWhere("NotIpAddress", "aws:SourceIp", "0.0.0.0/0")],
    ["leaves a user agent out", open, notWhere("StringNotEquals", "aws:UserAgent", "x")],
    [
      "is of some of the actions",
      { ...open, Action: ["s3:GetObject", "s3:Put*"] },
      denial({ Action: "s3:GetObject" }),
    ],
    [
      "is beside all actions but some",
      { ...open, Action: undefined, NotAction: "s3:Put*" },
      denial({}),
    ],
    [
      "is beside all resources but some",
      { ...open, Resource: undefined, NotResource: "x" },
      denial({}),
    ],
    ["is of a bucket that is not in the file", open, denial({ Resource: "${var.bucket}*" })],
    [
      "is of a bucket while one is allowed that is not in the file",
      { ...open, Resource: "arn:aws:s3:::${var.bucket}" },
      denial({ Resource: "arn:aws:s3:::?" }),
    ],
    [
      "is of another bucket of this stack",
      { ...open, Resource: "${aws_s3_bucket.a.arn}" },
      denial({ Resource: "${aws_s3_bucket.b.arn}" }),
    ],
  ])("leaves it open where it %s", (_name, allowed, denied) => {
    expect(statuses([allowed, denied])).toEqual(["outside"]);
  });
});
