import { join } from "node:path";
import type { Finding } from "../../../guard";
import { checkJson } from "../../support/check-json";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";
import { inFull } from "./in-full";

const PROVIDER = { aws: [{ region: "us-east-1", allowed_account_ids: ["111111111111"] }] };

function json(resource: object, more: object = {}): object {
  return { provider: PROVIDER, resource, ...more };
}

function findings(document: object): readonly Finding[] {
  return checkJson(document).findings.filter(({ rule }) => rule === "aws-policy-inside");
}

function statuses(document: object): readonly string[] {
  return findings(document).map(({ status }) => status);
}

/** The statement as a policy document in the argument of a resource. */
function inArgument(statement: object, type: string, argument: string, more: object = {}): object {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return json({ [type]: { r: { [argument]: policy } } }, more);
}

const inRolePolicy = (statement: object, more: object = {}) =>
  inArgument(
    { Effect: "Allow", Action: "s3:*", Resource: "*", ...statement },
    "aws_iam_role_policy",
    "policy",
    more,
  );
const inBucket = (statement: object, more: object = {}) =>
  inArgument(
    { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*", ...statement },
    "aws_s3_bucket_policy",
    "policy",
    more,
  );
const inTrust = (statement: object, more: object = {}) =>
  inArgument(
    { Effect: "Allow", Action: "sts:AssumeRole", ...statement },
    "aws_iam_role",
    "assume_role_policy",
    more,
  );
const requested = (operator: string, ...regions: readonly string[]) => ({
  Condition: { [operator]: { "aws:RequestedRegion": regions } },
});
const everybody = (operator: string, key: string, value: unknown) => ({
  Principal: { AWS: "*" },
  Condition: { [operator]: { [key]: value } },
});
const OWN = "arn:aws:iam::111111111111:root";

describe("aws-policy-inside", () => {
  describe.each<[string, object, object, string]>([
    [
      "requests to a region abroad",
      inRolePolicy(requested("StringEquals", "us-east-1", "eu-west-1")),
      inRolePolicy(requested("StringEquals", "us-east-1", "us-west-2")),
      "outside",
    ],
    [
      "requests to regions abroad by a wildcard",
      inRolePolicy(requested("StringLike", "eu-*")),
      inRolePolicy(requested("StringLike", "us-*")),
      "outside",
    ],
    [
      "requests to every region but one inside",
      inRolePolicy(requested("StringNotEquals", "us-east-1")),
      inRolePolicy({ Effect: "Deny", ...requested("StringNotEquals", "us-east-1", "us-west-2") }),
      "outside",
    ],
    [
      "a denial that spares a region abroad",
      inRolePolicy({ Effect: "Deny", ...requested("StringNotEquals", "us-east-1", "eu-west-1") }),
      inRolePolicy({ Effect: "Deny", ...requested("StringEquals", "eu-west-1") }),
      "outside",
    ],
    [
      "a denial that spares regions abroad by a wildcard",
      inRolePolicy({ Effect: "Deny", ...requested("StringNotLike", "us-*", "ca-*") }),
      inRolePolicy({ Effect: "Deny", ...requested("StringNotLike", "us-*") }),
      "outside",
    ],
    [
      "a region that is not known",
      inRolePolicy(requested("StringEquals", "us-esat-1")),
      inRolePolicy(requested("StringEquals", "us-east-2")),
      "unproven",
    ],
    [
      "a region that is not in the file",
      inRolePolicy(requested("StringEquals", "${var.region}")),
      inRolePolicy(requested("StringEquals", "${data.aws_region.here.name}"), {
        data: { aws_region: { here: {} } },
      }),
      "unproven",
    ],
    [
      "a region that the one who asks decides",
      inRolePolicy(requested("StringEquals", "$${aws:PrincipalTag/region}")),
      inRolePolicy({ Resource: "arn:aws:s3:::b/$${aws:username}/*" }),
      "unproven",
    ],
    [
      "a bucket location abroad by its old name",
      inRolePolicy({ Condition: { StringEquals: { "s3:LocationConstraint": "EU" } } }),
      inRolePolicy({ Condition: { StringEquals: { "s3:LocationConstraint": "us-west-2" } } }),
      "outside",
    ],
    [
      "a resource abroad",
      inRolePolicy({ Action: "sqs:*", Resource: "arn:aws:sqs:eu-west-1:111111111111:q" }),
      inRolePolicy({ Action: "sqs:*", Resource: "arn:aws:sqs:us-east-1:111111111111:q" }),
      "outside",
    ],
    [
      "one resource abroad of several",
      inRolePolicy({
        Resource: ["arn:aws:s3:::b", "arn:aws:kms:ap-southeast-1:111111111111:key/k"],
      }),
      inRolePolicy({ Resource: ["arn:aws:s3:::b-eu-west-1", "arn:aws:iam::111111111111:role/r"] }),
      "outside",
    ],
    [
      "an allowed resource abroad",
      inRolePolicy({ Resource: "arn:aws:dynamodb:eu-central-1:111111111111:table/t" }),
      inRolePolicy({
        Effect: "Deny",
        Resource: "arn:aws:dynamodb:eu-central-1:111111111111:table/t",
      }),
      "outside",
    ],
    [
      "resources of regions abroad by a wildcard",
      inRolePolicy({ Resource: "arn:aws:sqs:eu-*:111111111111:q" }),
      inRolePolicy({ Resource: "arn:aws:sqs:us-*:111111111111:q" }),
      "outside",
    ],
    [
      "a resource of another partition",
      inRolePolicy({ Resource: "arn:aws-cn:s3:::b/*" }),
      inRolePolicy({ Resource: "arn:aws:s3:::aws-cn/*" }),
      "outside",
    ],
    [
      "a resource whose region is not in the file",
      inRolePolicy({ Resource: "arn:aws:sqs:${var.region}:111111111111:q" }),
      inRolePolicy({ Resource: "arn:aws:sqs:us-east-1:111111111111:${var.name}" }),
      "unproven",
    ],
    [
      "a resource of an account that is not the estate's",
      inRolePolicy({ Resource: "arn:aws:iam::999999999999:role/r" }),
      inRolePolicy({ Resource: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
      "unproven",
    ],
    [
      "a bucket open to the world",
      inBucket({ Principal: "*" }),
      inBucket({ Principal: "*", Effect: "Deny" }),
      "outside",
    ],
    [
      "a bucket open to every account",
      inBucket({ Principal: { AWS: ["*"] } }),
      inBucket({ Principal: { AWS: [OWN] } }),
      "outside",
    ],
    [
      "everybody who uses TLS",
      inBucket(everybody("Bool", "aws:SecureTransport", "true")),
      inBucket(everybody("StringEquals", "aws:PrincipalOrgID", "o-abcdefghij")),
      "outside",
    ],
    [
      "everybody whose organization matches a wildcard",
      inBucket(everybody("StringLike", "aws:PrincipalOrgID", "o-*")),
      inBucket(everybody("StringEquals", "aws:SourceVpce", "vpce-0123456789abcdef0")),
      "outside",
    ],
    [
      "everybody, also those without an organization",
      inBucket(everybody("StringEqualsIfExists", "aws:PrincipalOrgID", "o-abcdefghij")),
      inBucket(everybody("StringEquals", "AWS:SourceAccount", "111111111111")),
      "outside",
    ],
    [
      "roles of any account",
      inBucket(everybody("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/reader")),
      inBucket(everybody("ArnLike", "aws:PrincipalArn", "arn:aws:iam::111111111111:role/*")),
      "outside",
    ],
    [
      "the whole internet by address",
      inBucket(everybody("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"])),
      inBucket(everybody("IpAddress", "aws:SourceIp", "203.0.113.0/24")),
      "outside",
    ],
    [
      "everybody of another account",
      inBucket(everybody("StringEquals", "aws:PrincipalAccount", "999999999999")),
      inBucket(everybody("StringEquals", "aws:PrincipalAccount", "111111111111")),
      "unproven",
    ],
    [
      "everybody but one",
      inBucket({ NotPrincipal: { AWS: OWN } }),
      inBucket({ NotPrincipal: { AWS: OWN }, Effect: "Deny" }),
      "outside",
    ],
    [
      "another account",
      inTrust({ Principal: { AWS: "arn:aws:iam::999999999999:root" } }),
      inTrust({ Principal: { AWS: "111111111111" } }),
      "unproven",
    ],
    [
      "a role of every account",
      inTrust({ Principal: { AWS: "arn:aws:iam::*:role/deploy" } }),
      inTrust({ Principal: { AWS: "arn:aws:iam::111111111111:role/*" } }),
      "outside",
    ],
    [
      "an account that is not in the file",
      inTrust({ Principal: { AWS: "arn:aws:iam::${var.account}:root" } }),
      inTrust(
        { Principal: { AWS: "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" } },
        { data: { aws_caller_identity: { me: {} } } },
      ),
      "unproven",
    ],
    [
      "a canonical user, of whom nothing is known",
      inBucket({
        Principal: { CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8" },
      }),
      inBucket({
        Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" },
      }),
      "unproven",
    ],
    [
      "the service of a region abroad",
      inTrust({ Principal: { Service: "logs.eu-west-1.amazonaws.com" } }),
      inTrust({ Principal: { Service: ["logs.us-east-1.amazonaws.com", "ec2.amazonaws.com"] } }),
      "outside",
    ],
    [
      "senders of a region abroad",
      inArgument(
        {
          Effect: "Allow",
          Principal: { Service: "sns.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: "*",
          Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111111111111:t" } },
        },
        "aws_sqs_queue_policy",
        "policy",
      ),
      inArgument(
        {
          Effect: "Allow",
          Principal: { Service: "sns.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: "*",
          Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:111111111111:t" } },
        },
        "aws_sqs_queue_policy",
        "policy",
      ),
      "outside",
    ],
    [
      "the use of a key through a service abroad",
      inArgument(
        {
          Effect: "Allow",
          Principal: { AWS: OWN },
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
        },
        "aws_kms_key",
        "policy",
      ),
      inArgument(
        {
          Effect: "Allow",
          Principal: { AWS: OWN },
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: { StringEquals: { "kms:ViaService": "s3.us-west-2.amazonaws.com" } },
        },
        "aws_kms_key",
        "policy",
      ),
      "outside",
    ],
    [
      "every identity of a public provider",
      inTrust({ Principal: { Federated: "cognito-identity.amazonaws.com" } }),
      inTrust({
        Principal: { Federated: "cognito-identity.amazonaws.com" },
        Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:pool" } },
      }),
      "outside",
    ],
    [
      "every workflow of a code host",
      inTrust({
        Principal: { Federated: "arn:aws:iam::111111111111:oidc-provider/ci.example.com" },
        Condition: { StringLike: { "ci.example.com:sub": "*" } },
      }),
      inTrust({
        Principal: { Federated: "arn:aws:iam::111111111111:oidc-provider/ci.example.com" },
        Condition: { StringLike: { "ci.example.com:sub": "repo:us/app:*" } },
      }),
      "outside",
    ],
    [
      "an effect that is not in the file",
      inRolePolicy({ Effect: "${var.effect}" }),
      inRolePolicy({ Effect: "allow" }),
      "unproven",
    ],
  ])("%s", (_name, violation, lookAlike, status) => {
    test("fails", () => {
      expect(statuses(violation)).toEqual([status]);
    });

    test("passes what only looks alike", () => {
      expect(statuses(lookAlike)).toEqual([]);
    });
  });

  test("says which statement, where it stands and what region it names", () => {
    const [finding] = findings(inRolePolicy({ Resource: "arn:aws:sqs:eu-west-1:111111111111:q" }));
    expect(finding).toMatchObject({
      path: "/resource/aws_iam_role_policy/r/policy",
      region: "eu-west-1",
      message: expect.stringContaining("Statement 1 of policy of aws_iam_role_policy.r"),
    });
  });

  test("needs allowed_account_ids to know an account for the estate's own", () => {
    const document = inTrust({ Principal: { AWS: OWN } }) as { provider: object };
    expect(statuses(document)).toEqual([]);
    expect(statuses({ ...document, provider: { aws: [{ region: "us-east-1" }] } })).toEqual([
      "unproven",
    ]);
  });

  test("takes the account of the role that a provider configuration assumes for the estate's own", () => {
    const document = inTrust({ Principal: { AWS: OWN } });
    const assume_role = [{ role_arn: "arn:aws:iam::111111111111:role/deploy" }];
    const provider = { aws: [{ region: "us-east-1", assume_role }] };
    expect(statuses({ ...document, provider })).toEqual([]);
  });

  describe("the forms of a document", () => {
    const publicRead = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
    const bucket = (policy: unknown, more: object = {}) =>
      json({ aws_s3_bucket_policy: { r: { policy } } }, more);

    test.each<[string, unknown]>([
      ["indented text", JSON.stringify({ Statement: publicRead }, null, 2)],
      [
        "text around expressions",
        '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"${aws_s3_bucket.b["x"].arn}/*"}]}',
      ],
      [
        "text with an expression for a value",
        '{"Statement":[{"Effect":"Allow","Principal":"*","Action":${jsonencode(var.actions)},"Resource":"*"}]}',
      ],
      [
        "jsonencode of a literal",
        '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Effect" = "Allow", "Principal" = "*", "Action" = ["s3:GetObject"], "Resource" = "${aws_s3_bucket.b.arn}/*"}]})}',
      ],
      [
        "jsonencode with colons and bare keys",
        '${jsonencode({Statement: {Effect: "Allow", Principal: {AWS: "*"}, Action: "*", Resource: aws_s3_bucket.b.arn}})}',
      ],
      [
        "other case of its names",
        JSON.stringify({ statement: [{ effect: "allow", principal: "*" }] }),
      ],
      ["a local value", "${local.text}"],
      ["jsonencode of a local value", "${jsonencode(local.object)}"],
      ["a part of a local value", "${local.all.text}"],
      ["a part with a key in quotes", '${local.all["text"]}'],
      ["an item of a list", "${local.list[1]}"],
      ["jsonencode of a part", "${jsonencode(local.all.object)}"],
    ])("are read: %s", (_name, policy) => {
      const locals = {
        text: JSON.stringify({ Statement: [publicRead] }),
        object: { Statement: [publicRead] },
        all: {
          text: JSON.stringify({ Statement: [publicRead] }),
          object: { Statement: [publicRead] },
        },
        list: ["{}", JSON.stringify({ Statement: [publicRead] })],
      };
      expect(statuses(bucket(policy, { locals }))).toEqual(["outside"]);
    });

    test.each<[string, unknown]>([
      ["a variable", "${var.policy}"],
      ["a file", '${file("policy.json")}'],
      ["a template directive", '{"Statement":[%{ for x in y }{}%{ endfor }]}'],
      ["no JSON", "Allow everyone"],
      ["a list", "[]"],
      ["no Statement", "{}"],
      ["a computed statement", "${jsonencode({Statement = [for x in var.y : x]})}"],
      ["a data source that is not there", "${data.aws_iam_policy_document.none.json}"],
      [
        "a name twice",
        '{"Statement":[{"Effect":"Allow","Principal":"*","Principal":{"AWS":"111111111111"}}]}',
      ],
      ["a number", 7],
      ["a part that a local value does not have", "${local.all.none}"],
      ["an item past the end of a list", "${local.list[7]}"],
      ["all items of a list", "${local.list[*]}"],
    ])("are unproven where they are %s", (_name, policy) => {
      const locals = { all: { text: "{}" }, list: ["{}"] };
      expect(statuses(bucket(policy, { locals }))).toEqual(["unproven"]);
    });

    test("leaves principals and conditions unproven that are not literals", () => {
      const statement = (part: string) =>
        `{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*",${part}}]}`;
      expect(statuses(bucket(statement('"Principal":"${var.p}"')))).toEqual(["unproven"]);
      expect(statuses(bucket(statement('"Principal":{"AWS":"${var.p}"}')))).toEqual(["unproven"]);
      expect(
        statuses(bucket(statement('"Principal":"*","Condition":${jsonencode(var.c)}'))),
      ).toEqual(["unproven"]);
    });

    test("are found in nested blocks, of which there may be several", () => {
      const policy = JSON.stringify({
        Statement: { Effect: "Allow", Resource: "arn:aws:sqs:eu-west-1:111111111111:q" },
      });
      const trust = JSON.stringify({ Statement: [] });
      const inline_policy = [
        { name: "a", policy: trust },
        { name: "b", policy },
      ];
      const role = { assume_role_policy: trust, inline_policy };
      expect(findings(json({ aws_iam_role: { r: role } }))).toMatchObject([
        { status: "outside", path: "/resource/aws_iam_role/r/inline_policy/1/policy" },
      ]);
    });
  });

  describe("a data source aws_iam_policy_document", () => {
    const withDocument = (statement: unknown, more: object = {}) =>
      json({}, { data: { aws_iam_policy_document: { d: { statement } } }, ...more });

    test.each<[string, object, string[]]>([
      ["everybody", { principals: [{ type: "*", identifiers: ["*"] }] }, ["outside"]],
      ["every account", { principals: { type: "AWS", identifiers: ["*"] } }, ["outside"]],
      ["everybody denied", { effect: "Deny", principals: [{ type: "*", identifiers: ["*"] }] }, []],
      [
        "everybody of the organization",
        {
          principals: [{ type: "AWS", identifiers: ["*"] }],
          condition: [{ test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-a"] }],
        },
        [],
      ],
      ["everybody but one", { not_principals: [{ type: "AWS", identifiers: [OWN] }] }, ["outside"]],
      ["a resource abroad", { resources: ["arn:aws:sqs:eu-west-1:111111111111:q"] }, ["outside"]],
      [
        "a resource abroad denied",
        { effect: "Deny", resources: ["arn:aws:sqs:eu-west-1:1:q"] },
        [],
      ],
      [
        "a fence",
        {
          effect: "Deny",
          condition: {
            test: "StringNotEquals",
            variable: "aws:RequestedRegion",
            values: ["us-east-1"],
          },
        },
        [],
      ],
      [
        "a fence with a gap",
        {
          effect: "Deny",
          condition: {
            test: "StringNotEquals",
            variable: "aws:RequestedRegion",
            values: ["eu-west-1"],
          },
        },
        ["outside"],
      ],
      ["computed principals", { dynamic: { principals: { for_each: "${var.p}" } } }, ["unproven"]],
    ])("is judged: %s", (_name, statement, expected) => {
      expect(statuses(withDocument([statement]))).toEqual(expected);
    });

    test("is judged once, where it is written, and not where it is used", () => {
      const use = {
        aws_s3_bucket_policy: { r: { policy: "${data.aws_iam_policy_document.d.json}" } },
      };
      const statement = [{ principals: [{ type: "*", identifiers: ["*"] }] }];
      expect(findings({ ...withDocument(statement), resource: use })).toMatchObject([
        {
          address: "data.aws_iam_policy_document.d",
          path: "/data/aws_iam_policy_document/d/statement/0",
        },
      ]);
    });

    test("brings in the documents that it is made of", () => {
      const source_policy_documents = ["${data.aws_iam_policy_document.e.json}", "${var.more}"];
      const data = {
        aws_iam_policy_document: { d: { source_policy_documents }, e: { statement: [] } },
      };
      expect(findings(json({}, { data }))).toMatchObject([
        { status: "unproven", path: "/data/aws_iam_policy_document/d/source_policy_documents" },
      ]);
    });

    test("does not count on a denial that another document may override", () => {
      const everyone = {
        principals: [{ type: "*", identifiers: ["*"] }],
        actions: ["s3:GetObject"],
        resources: ["*"],
      };
      const values = ["vpce-0123456789abcdef0"];
      const condition = { test: "StringNotEquals", variable: "aws:SourceVpce", values };
      const statement = [everyone, { ...everyone, effect: "Deny", condition }];
      const override_policy_documents = ["${data.aws_iam_policy_document.e.json}"];
      const judged = (d: object) =>
        statuses(json({}, { data: { aws_iam_policy_document: { d, e: { statement: [] } } } }));
      expect(judged({ statement })).toEqual([]);
      expect(judged({ statement, override_policy_documents })).toEqual(["outside"]);
    });

    test("is unproven where its statements are computed", () => {
      const d = { dynamic: { statement: { for_each: "${var.s}", content: {} } } };
      expect(statuses(json({}, { data: { aws_iam_policy_document: { d } } }))).toEqual([
        "unproven",
      ]);
    });

    test("may name everybody for a VPC endpoint, and for nothing else beside it", () => {
      const document = withDocument([{ principals: [{ type: "*", identifiers: ["*"] }] }]);
      const policy = "${data.aws_iam_policy_document.d.json}";
      const endpoint = { aws_vpc_endpoint: { e: { policy } } };
      const both = { ...endpoint, aws_sqs_queue_policy: { q: { policy } } };
      expect(statuses({ ...document, resource: endpoint })).toEqual([]);
      expect(statuses({ ...document, resource: both })).toEqual(["outside"]);
    });

    const folder = temporaryFolder();

    test("may do so inside of a module too", () => {
      const module = (use: object) => {
        const of = `m${Object.keys(use).join()}`;
        write(folder, `${of}/m/main.tf.json`, {
          data: {
            aws_iam_policy_document: {
              d: {
                statement: [
                  {
                    actions: ["s3:GetObject"],
                    resources: ["*"],
                    principals: [{ type: "*", identifiers: ["*"] }],
                  },
                ],
              },
            },
          },
          resource: use,
        });
        write(folder, `${of}/main.tf.json`, {
          provider: PROVIDER,
          module: { m: { source: "./m" } },
        });
        return judgePath(join(folder, of))
          .findings.filter(({ rule }) => rule === "aws-policy-inside")
          .map(({ status, address }) => `${status} ${address}`);
      };
      const policy = "${data.aws_iam_policy_document.d.json}";
      expect(module({ aws_vpc_endpoint: { e: { policy } } })).toEqual([]);
      expect(module({ aws_sqs_queue_policy: { q: { policy } } })).toEqual([
        "outside module.m.data.aws_iam_policy_document.d",
      ]);
    });
  });

  test("lets the policy of a VPC endpoint name everybody, but no place abroad", () => {
    const everyone = { Effect: "Allow", Principal: "*", Action: "*" };
    const endpoint = (Resource: string) =>
      inArgument({ ...everyone, Resource }, "aws_vpc_endpoint", "policy");
    expect(statuses(endpoint("*"))).toEqual([]);
    expect(statuses(endpoint("arn:aws:sqs:eu-west-1:111111111111:q"))).toEqual(["outside"]);
  });

  describe("a denial beside a statement that allows everybody", () => {
    const allow = {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::b/*",
    };
    const deny = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
    };
    const both = (denial: object) =>
      statuses(
        json({
          aws_s3_bucket_policy: { r: { policy: JSON.stringify({ Statement: [allow, denial] }) } },
        }),
      );

    test("closes it for all but those whom the denial leaves out", () => {
      expect(both(deny)).toEqual([]);
      expect(both({ ...deny, Action: "s3:GetObject", Resource: allow.Resource })).toEqual([]);
    });

    test.each<[string, object]>([
      ["denies another action", { ...deny, Action: "s3:PutObject" }],
      ["denies all actions but some", { ...deny, Action: undefined, NotAction: "s3:GetObject" }],
      ["speaks of another bucket", { ...deny, Resource: "arn:aws:s3:::c/*" }],
      ["binds one account", { ...deny, Principal: { AWS: OWN } }],
      [
        "leaves out every network",
        { ...deny, Condition: { StringNotLike: { "aws:SourceVpce": "*" } } },
      ],
      ["is about TLS", { ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } }],
      [
        "holds under a further condition",
        { ...deny, Condition: { ...deny.Condition, Bool: { "aws:SecureTransport": "false" } } },
      ],
    ])("closes nothing where it %s", (_name, weak) => {
      expect(both(weak)).toEqual(["outside"]);
    });
  });

  test("judges the service control policy of an organization", () => {
    const scp = (...regions: readonly string[]) =>
      inArgument(
        {
          Effect: "Deny",
          NotAction: ["iam:*"],
          Resource: "*",
          ...requested("StringNotEquals", ...regions),
        },
        "aws_organizations_policy",
        "content",
      );
    expect(statuses(scp("us-east-1", "us-east-2"))).toEqual([]);
    expect(statuses(scp("us-east-1", "ca-central-1"))).toEqual(["outside"]);
  });

  test.each<[unknown]>([
    [null],
    [""],
    [true],
    [[]],
    [{ Statement: [null, 1, "x", []] }],
    ['{"Statement":[{"Condition":[],"Principal":[1]}]}'],
  ])("does not throw on a policy that is %j", (policy) => {
    expect(() => checkJson(json({ aws_sqs_queue_policy: { r: { policy } } }))).not.toThrow();
  });
});

describe("what aws-policy-inside says", () => {
  const said = (document: object) => inFull("aws-policy-inside", document);
  const DOCUMENT = "/data/aws_iam_policy_document/d";
  const withData = (d: object) =>
    json({}, { data: { aws_iam_policy_document: { d, e: { statement: [] } } } });
  const UNREAD =
    "Write the document out as JSON, with jsonencode of a literal, or as a data source aws_iam_policy_document.";
  const ABROAD = "arn:aws:sqs:eu-west-1:111111111111:q";
  const NAMES = `names ${ABROAD} as Resource, of eu-west-1, outside US.`;
  const INSIDE = "Name what lies in one of: us-east-1, us-east-2, us-west-1, us-west-2.";

  test.each<[unknown, string, string]>([
    ["${var.p}", "${var.p}", "var.p has a value only when Terraform runs"],
    [7, "7", "it is no text"],
  ])("of the policy %j, which it cannot read", (policy, value, why) => {
    expect(said(json({ aws_sqs_queue_policy: { r: { policy } } }))).toEqual([
      [
        "unproven",
        "/resource/aws_sqs_queue_policy/r/policy",
        value,
        `Nothing proves what policy of aws_sqs_queue_policy.r allows: ${why}.`,
        UNREAD,
      ],
    ]);
  });

  test("of each statement of an argument by its number, and the same thing once", () => {
    const Statement = [
      { Effect: "Allow", Action: "sqs:*", Resource: "*" },
      { Effect: "Allow", Action: "sqs:*", Resource: [ABROAD, ABROAD] },
    ];
    const policy = JSON.stringify({ Statement });
    expect(said(json({ aws_iam_role_policy: { r: { policy } } }))).toEqual([
      [
        "outside",
        "/resource/aws_iam_role_policy/r/policy",
        policy,
        `Statement 2 of policy of aws_iam_role_policy.r ${NAMES}`,
        INSIDE,
      ],
    ]);
  });

  test("of each statement of a data source by its number, and of one that is not written out", () => {
    const statement = [{ resources: [ABROAD] }, "${var.s}"];
    expect(said(withData({ statement }))).toEqual([
      [
        "outside",
        `${DOCUMENT}/statement/0`,
        JSON.stringify(statement[0]),
        `Statement 1 of data.aws_iam_policy_document.d ${NAMES}`,
        INSIDE,
      ],
      [
        "unproven",
        `${DOCUMENT}/statement/1`,
        "${var.s}",
        "Statement 2 of data.aws_iam_policy_document.d is not in the file, so that nothing proves what it allows.",
        "Write the statements out as blocks.",
      ],
    ]);
  });

  test("of computed statements", () => {
    expect(said(withData({ dynamic: { statement: { for_each: "${var.s}" } } }))).toEqual([
      [
        "unproven",
        `${DOCUMENT}/dynamic/statement`,
        '{"for_each":"${var.s}"}',
        "A statement of data.aws_iam_policy_document.d is not in the file, so that nothing proves what it allows.",
        "Write the statements out as blocks.",
      ],
    ]);
    expect(said(withData({ dynamic: { other: {} } }))).toEqual([]);
  });

  const BROUGHT_IN = [
    "source_policy_documents",
    "source_json",
    "override_policy_documents",
    "override_json",
  ];

  test.each(BROUGHT_IN)("of a document that %s brings in, and that it cannot read", (name) => {
    const brought = [
      "unproven",
      `${DOCUMENT}/${name}`,
      "${var.x}",
      `Nothing proves what ${name} of data.aws_iam_policy_document.d allows: var.x has a value only when Terraform runs.`,
      UNREAD,
    ];
    const empty = "${data.aws_iam_policy_document.e.json}";
    expect(said(withData({ [name]: "${var.x}" }))).toEqual([brought]);
    expect(said(withData({ [name]: [empty, "${var.x}"] }))).toEqual([brought]);
    expect(said(withData({ [name]: empty }))).toEqual([]);
    expect(said(withData({ [name]: null }))).toEqual([]);
  });

  test.each([null, ""])("nothing of the policy %j, which is left out", (policy) => {
    expect(said(json({ aws_sqs_queue_policy: { r: { policy } } }))).toEqual([]);
  });

  test("nothing of a data source of a policy's type, which only reads", () => {
    const data = { aws_sqs_queue_policy: { r: { policy: "${var.p}" } } };
    expect(said(json({}, { data }))).toEqual([]);
  });
});
