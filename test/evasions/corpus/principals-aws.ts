import type { Evasion, ExpectedFinding, Family } from "../evasion";
import { outside, twins, unproven } from "./builders";

const RULE = "aws-policy-inside";
const ACCOUNT = "123456789012";

type Statement = Readonly<Record<string, unknown>>;

/** A provider configuration that says which account is the estate's own. */
const OWN = { provider: { aws: [{ region: "us-east-1", allowed_account_ids: [ACCOUNT] }] } };

const document = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

const topicPolicy = (statement: Statement) => ({
  ...OWN,
  resource: {
    aws_sns_topic_policy: {
      p: {
        arn: `arn:aws:sns:us-east-1:${ACCOUNT}:t`,
        policy: document({ Action: "sns:Publish", Resource: "*", ...statement }),
      },
    },
  },
});

const trust = (statement: Statement) => ({
  ...OWN,
  resource: {
    aws_iam_role: {
      p: {
        name: "r",
        assume_role_policy: document({ Effect: "Allow", Action: "sts:AssumeRole", ...statement }),
      },
    },
  },
});

const OUTSIDE = outside(RULE);

function statement(
  id: string,
  tries: string,
  make: (statement: Statement) => object,
  [abroad, home]: readonly [Statement, Statement],
  because: string,
  expected: ExpectedFinding = OUTSIDE,
): Evasion {
  return twins({ id, tries, make, abroad, home, expected, because });
}

const lent = (account: string) => trust({ Principal: { AWS: `arn:aws:iam::${account}:root` } });

export const PRINCIPALS_AWS: Family = {
  title: "Principals of policies on AWS",
  evasions: [
    statement(
      "aws-everybody",
      "Lets everybody publish to a topic.",
      topicPolicy,
      [
        { Effect: "Allow", Principal: "*" },
        {
          Effect: "Allow",
          Principal: "*",
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } },
        },
      ],
      "only the own organization may",
    ),
    statement(
      "aws-everybody-if-exists",
      "Names an organization in a condition that requests without one pass.",
      topicPolicy,
      [
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abcdefghij" } },
        },
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
        },
      ],
      "the condition must hold",
    ),
    statement(
      "aws-everybody-but-one",
      "Lets everybody in but one role.",
      topicPolicy,
      [
        { Effect: "Allow", NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r` } },
        { Effect: "Deny", NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r` } },
      ],
      "a denial for all but one",
    ),
    statement(
      "aws-service-abroad",
      "Lets a service of a region abroad in.",
      topicPolicy,
      [
        { Effect: "Allow", Principal: { Service: "logs.eu-west-1.amazonaws.com" } },
        { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" } },
      ],
      "the service of N. Virginia",
    ),
    statement(
      "aws-source-abroad",
      "Lets what lies abroad in, by the source's ARN.",
      topicPolicy,
      [
        {
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Condition: {
            ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:eu-west-2:${ACCOUNT}:alarm:*` },
          },
        },
        {
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Condition: {
            ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:us-west-2:${ACCOUNT}:alarm:*` },
          },
        },
      ],
      "the alarm is in Oregon",
    ),
    statement(
      "aws-federated-everybody",
      "Trusts every repository of a code host.",
      trust,
      [
        {
          Action: "sts:AssumeRoleWithWebIdentity",
          Principal: {
            Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
          },
        },
        {
          Action: "sts:AssumeRoleWithWebIdentity",
          Principal: {
            Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
          },
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:sub": "repo:example/estate:ref:refs/heads/main",
            },
          },
        },
      ],
      "one branch of one repository",
    ),
    twins({
      id: "aws-other-account",
      tries: "Lends a role to the account of somebody else.",
      make: lent,
      abroad: "999999999999",
      home: ACCOUNT,
      expected: unproven(RULE),
      because: "the estate's own account",
    }),
  ],
};
