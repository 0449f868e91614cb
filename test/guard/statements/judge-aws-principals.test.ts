import {
  allow,
  findingsOf,
  findingsOn,
  OTHER_ACCOUNT,
  OWN_ACCOUNT,
  type Said,
  UNDECLARED,
} from "./aws-findings";

const OWN = `arn:aws:iam::${OWN_ACCOUNT}:root`;
const LIST_ACCOUNT =
  "List the account in allowed_account_ids if it is yours; waive it where its owner proves where data goes.";
const NARROW =
  "Name principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount, aws:SourceVpce, aws:SourceAccount or aws:SourceArn.";

function unproven(message: string, fix: string): Said {
  return { status: "unproven", region: null, message, fix };
}

function stranger(says: string): Said {
  return unproven(
    `${says}, of the account ${OTHER_ACCOUNT}, which no provider configuration lists in allowed_account_ids.`,
    LIST_ACCOUNT,
  );
}

function outside(region: string | null, message: string, fix: string): Said {
  return { status: "outside", region, message, fix };
}

const WORLD = outside(
  null,
  "is open to the world: it allows everybody, and no condition says whose account, organization or network they come from.",
  NARROW,
);

const allowed = (Principal: unknown, more: object = {}) => allow({ Principal, ...more });
const trusted = (Federated: string, Condition: unknown = {}) =>
  allowed({ Federated }, { Condition });

describe("whom a statement allows", () => {
  test("is the world where it names those whom it does not", () => {
    expect(findingsOf(allow({ NotPrincipal: { AWS: OWN } }))).toEqual([
      outside(
        null,
        "allows everybody but those it names: NotPrincipal opens it to the world.",
        "Name in Principal who is allowed.",
      ),
    ]);
  });

  test.each([
    ["an expression", allowed("${var.p}")],
    ["a list with more than text in it", allowed({ AWS: [OWN, {}] })],
    ["a list of lists", allowed({ AWS: [[OWN]] })],
    ["text, but no star", allowed(OWN)],
    ["written twice", allowed({ AWS: OWN }, { principal: { AWS: OWN } })],
  ])("is unproven where the principal is %s", (_name, statement) => {
    expect(findingsOf(statement)).toContainEqual(
      unproven(
        "has a Principal that is not in the file, so that nothing proves who is allowed.",
        "Write the principals out, or refer to the ARN of a resource of this stack.",
      ),
    );
  });

  test("is unproven where a statement without principals has a condition that is an expression", () => {
    expect(findingsOf(allow({ Condition: "${var.c}" }))).toEqual([
      unproven(
        "has a Condition that is not in the file, so that nothing proves where it holds.",
        "Write the condition out.",
      ),
    ]);
  });

  test("passes where the condition of those whom it names is an expression", () => {
    expect(findingsOf(allowed({ AWS: OWN }, { Condition: "${var.c}" }))).toEqual([]);
  });
});

describe("a service", () => {
  const FIX = "Name the service without a region, or that of a region inside.";

  test.each([
    [
      "logs.eu-west-1.amazonaws.com",
      outside(
        "eu-west-1",
        "allows the service logs.eu-west-1.amazonaws.com, of eu-west-1, outside US.",
        FIX,
      ),
    ],
    [
      "ec2.amazonaws.com.cn",
      outside("aws-cn", "allows the service ec2.amazonaws.com.cn, of aws-cn, outside US.", FIX),
    ],
    [
      "logs.us-esat-1.amazonaws.com",
      {
        ...unproven(
          "allows the service logs.us-esat-1.amazonaws.com, of us-esat-1, a place that is not known.",
          FIX,
        ),
        region: "us-esat-1",
      },
    ],
    [
      "logs.${var.region}.amazonaws.com",
      unproven(
        "allows the service logs.${var.region}.amazonaws.com, whose name is not in the file.",
        "Write the service's name out.",
      ),
    ],
  ])("is found where it is %s", (Service, finding) => {
    expect(findingsOf(allowed({ Service }))).toEqual([finding]);
  });

  test.each(["ec2.amazonaws.com", "logs.us-east-1.amazonaws.com", "${aws_x.y.service}"])(
    "passes where it is %s",
    (Service) => {
      const resource = { aws_x: { y: {} } };
      expect(findingsOf(allowed({ Service }), { resource })).toEqual([]);
    },
  );
});

describe("a provider of identities", () => {
  const OIDC = `arn:aws:iam::${OWN_ACCOUNT}:oidc-provider/ci.example.com`;
  const SUB = "ci.example.com:sub";
  const FIX = "Add a condition StringEquals on the provider's aud and sub.";
  const everyIdentityOf = (provider: string) =>
    `trusts every identity that ${provider} vouches for: no condition names an audience or a subject.`;

  test.each<[string, unknown]>([
    ["no condition", {}],
    ["a condition that holds without the claim", { StringEqualsIfExists: { [SUB]: "x" } }],
    ["a condition that leaves some out", { StringNotEquals: { [SUB]: "x" } }],
    ["a condition on anything that is longer than two", { StringLike: { [SUB]: "??*" } }],
    ["a condition on an empty subject", { StringEquals: { [SUB]: "" } }],
    ["a condition that is wide for one of its values", { StringLike: { [SUB]: ["x", "*"] } }],
    ["a condition without values", { StringLike: { [SUB]: [] } }],
    ["a condition that compares no text", { NumericEquals: { [SUB]: "1" } }],
    ["a condition on another claim", { StringEquals: { "ci.example.com:subject": "x" } }],
    ["a condition on a claim of no provider", { StringEquals: { sub: "x" } }],
  ])("is outside with %s", (_name, condition) => {
    expect(findingsOf(trusted(OIDC, condition))).toEqual([
      outside(null, everyIdentityOf(OIDC), FIX),
    ]);
  });

  test.each<[string, string, unknown]>([
    ["its name", "${var.provider}", {}],
    ["the condition", OIDC, "${var.c}"],
    ["the subject, which may be a star,", OIDC, { StringLike: { [SUB]: "${var.sub}" } }],
    ["the subject before a star", OIDC, { StringLike: { [SUB]: "${var.sub}*" } }],
  ])("is unproven where %s is not in the file", (_name, provider, condition) => {
    expect(findingsOf(trusted(provider, condition))).toEqual([
      unproven(everyIdentityOf(provider), FIX),
    ]);
  });

  test.each<[string, unknown]>([
    ["a subject", { StringEquals: { [SUB]: "x" } }],
    ["a star that is meant as such", { StringEquals: { [SUB]: "${var.sub}" } }],
    ["subjects by a wildcard", { StringLike: { [SUB]: "repo:us/*" } }],
    ["subjects of an organization by a variable", { StringLike: { [SUB]: "repo:${var.org}/*" } }],
    ["subjects by a resource", { StringLike: { [SUB]: "${aws_x.y.subject}" } }],
    ["an audience", { StringEquals: { "ci.example.com:AUD": "sts.amazonaws.com" } }],
    [
      "an audience beside what it leaves out",
      { StringEquals: { "ci.example.com:aud": "x" }, StringNotEquals: { [SUB]: "y" } },
    ],
  ])("passes where a condition names %s", (_name, condition) => {
    const resource = { aws_x: { y: {} } };
    expect(findingsOf(trusted(OIDC, condition), { resource })).toEqual([]);
  });

  test("is unproven where it is another account's", () => {
    const saml = (account: string) => `arn:aws:iam::${account}:saml-provider/idp`;
    const Condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
    expect(findingsOf(trusted(saml(OTHER_ACCOUNT), Condition))).toEqual([
      stranger(`trusts ${saml(OTHER_ACCOUNT)}`),
    ]);
    expect(findingsOf(trusted(saml(OWN_ACCOUNT), Condition))).toEqual([]);
  });
});

describe("everybody", () => {
  test("is the world", () => {
    expect(findingsOf(allowed("*"))).toEqual([WORLD]);
    expect(findingsOf(allowed({ AWS: `arn:aws:iam::*:root` }))).toEqual([WORLD]);
  });

  test("is unproven under a condition that is an expression", () => {
    expect(findingsOf(allowed("*", { Condition: "${var.c}" }))).toEqual([
      unproven("allows everybody under a Condition that is not in the file.", NARROW),
    ]);
  });

  test.each([
    ["an account", "aws:PrincipalAccount", OTHER_ACCOUNT],
    ["an ARN", "aws:SourceArn", `arn:aws:s3:us-east-1:${OTHER_ACCOUNT}:x`],
  ])("is unproven where a condition names %s that is not the estate's", (_name, key, text) => {
    const Condition = { StringEquals: { [key]: [OWN_ACCOUNT, text] } };
    expect(findingsOf(allowed("*", { Condition }))).toEqual([
      stranger(`allows everybody of ${text}`),
    ]);
  });

  test("passes where a condition names the estate's own account, or an organization", () => {
    const where = (key: string, value: string) =>
      allowed("*", { Condition: { StringEquals: { [key]: value } } });
    expect(findingsOf(where("aws:PrincipalAccount", OWN_ACCOUNT))).toEqual([]);
    expect(findingsOf(where("aws:PrincipalOrgID", "o-abcdefghij"))).toEqual([]);
  });

  test("passes in the policy of an endpoint, and nobody of another account does", () => {
    const endpoint = (Principal: unknown) =>
      findingsOn(undefined, {
        resource: {
          aws_vpc_endpoint_policy: {
            e: { policy: JSON.stringify({ Statement: allowed(Principal) }) },
          },
        },
      });
    expect(endpoint("*")).toEqual([]);
    expect(endpoint({ AWS: OTHER_ACCOUNT })).toEqual([stranger(`allows ${OTHER_ACCOUNT}`)]);
  });
});

describe("a principal by its name", () => {
  const NOBODY_KNOWS = "Write its ARN out, or refer to a resource of this stack.";

  test("is unproven where it is of an account that the estate does not declare", () => {
    const foreign = stranger(`allows ${OTHER_ACCOUNT}`);
    expect(findingsOf(allowed({ AWS: OTHER_ACCOUNT }))).toEqual([foreign]);
    expect(findingsOf(allowed({ AWS: OTHER_ACCOUNT }), UNDECLARED)).toEqual([foreign]);
    expect(findingsOf(allowed({ AWS: [OWN, OWN_ACCOUNT] }))).toEqual([]);
  });

  test("is outside where it is of another partition", () => {
    const arn = `arn:aws-cn:iam::${OTHER_ACCOUNT}:root`;
    expect(findingsOf(allowed({ AWS: arn }))).toEqual([
      outside(
        "aws-cn",
        `names ${arn} as Principal, of aws-cn, outside US.`,
        "Name what lies in one of: us-east-1, us-east-2, us-west-1, us-west-2.",
      ),
      stranger(`allows ${arn}`),
    ]);
  });

  test.each<[string, object, string]>([
    ["empty", { AWS: "" }, ""],
    ["a canonical user", { CanonicalUser: "79a59d" }, "79a59d"],
    ["a canonical user like an account", { CanonicalUser: OWN_ACCOUNT }, OWN_ACCOUNT],
    ["an id of a deleted user", { AWS: "AIDAJQABLZS4A3QDU576Q" }, "AIDAJQABLZS4A3QDU576Q"],
    ["of a short account", { AWS: "arn:aws:iam::12345:root" }, "arn:aws:iam::12345:root"],
    [
      "of a long account",
      { AWS: "arn:aws:iam::1111111111112:root" },
      "arn:aws:iam::1111111111112:root",
    ],
    ["of an owner with a digit", { AWS: "arn:aws:iam::front2:u" }, "arn:aws:iam::front2:u"],
    ["of an owner after a digit", { AWS: "arn:aws:iam::2front:u" }, "arn:aws:iam::2front:u"],
    ["too short an ARN", { AWS: "arn:aws:iam" }, "arn:aws:iam"],
    ["no ARN", { AWS: "urn:aws:iam::cloudfront:user" }, "urn:aws:iam::cloudfront:user"],
    ["an expression", { AWS: "${var.role}" }, "${var.role}"],
    [
      "of an expression's account",
      { AWS: "arn:aws:iam::${var.a}:root" },
      "arn:aws:iam::${var.a}:root",
    ],
  ])("is unproven where it is %s", (_name, principal, said) => {
    expect(findingsOf(allowed(principal))).toEqual([
      unproven(
        `allows ${said}, and nothing in the file says whose principal that is.`,
        NOBODY_KNOWS,
      ),
    ]);
  });

  test.each<[string, object]>([
    ["an owner that AWS runs", { AWS: "arn:aws:iam::cloudfront:user/CloudFront E1" }],
    ["a role of this stack", { AWS: "${aws_iam_role.r.arn}" }],
    ["of the account of a block of this stack", { AWS: "arn:aws:iam::${aws_x.y.id}:root" }],
  ])("passes where it is %s", (_name, principal) => {
    const resource = { aws_x: { y: {} }, aws_iam_role: { r: {} } };
    expect(findingsOf(allowed(principal), { resource })).toEqual([]);
  });

  test("is unproven where it is of a block, and of something that is not in the file too", () => {
    const resource = { aws_x: { y: {} } };
    const AWS = "arn:aws:iam::${aws_x.y.id}:role/${var.role}";
    expect(findingsOf(allowed({ AWS }), { resource })).toMatchObject([{ status: "unproven" }]);
  });
});
