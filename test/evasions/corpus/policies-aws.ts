import type { Evasion, ExpectedFinding, Family } from "../evasion";
import { outside, twins, unproven, withAws } from "./builders";

const RULE = "aws-policy-inside";
const ACCOUNT = "123456789012";

type Statement = Readonly<Record<string, unknown>>;

const document = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

const rolePolicy = (statement: Statement) =>
  withAws({ aws_iam_role_policy: { p: { role: "r", policy: document(statement) } } });

/** A service control policy. */
const fence = (statement: Statement) =>
  withAws({
    aws_organizations_policy: { p: { name: "fence", content: document(statement) } },
  });

const allow = (more: object): Statement => ({
  Effect: "Allow",
  Action: "sqs:*",
  Resource: "*",
  ...more,
});

const requested = (operator: string, ...regions: readonly string[]) => ({
  Condition: { [operator]: { "aws:RequestedRegion": regions } },
});

/** A policy of an organization by which its accounts copy backups to a vault. */
const backups = (region: string) => {
  const vault = `arn:aws:backup:${region}:$account:backup-vault:v`;
  const rule = {
    target_backup_vault_name: { "@@assign": "v" },
    copy_actions: { [vault]: { target_backup_vault_arn: { "@@assign": vault } } },
  };
  const plan = { regions: { "@@assign": ["us-east-1"] }, rules: { daily: rule } };
  return withAws({
    aws_organizations_policy: {
      p: { name: "b", type: "BACKUP_POLICY", content: JSON.stringify({ plans: { all: plan } }) },
    },
  });
};

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

const asBlock = (region: string) =>
  withAws(
    {},
    {
      data: {
        aws_iam_policy_document: {
          d: {
            statement: [
              {
                actions: ["s3:*"],
                resources: ["*"],
                condition: {
                  test: "StringEquals",
                  variable: "aws:RequestedRegion",
                  values: [region],
                },
              },
            ],
          },
        },
      },
    },
  );

const encoded = (region: string) =>
  withAws({
    aws_iam_policy: {
      p: {
        name: "p",
        policy: `\${jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "arn:aws:ec2:${region}:${ACCOUNT}:*" }] })}`,
      },
    },
  });

const written = (policy: string) =>
  withAws(
    { aws_iam_policy: { p: { name: "p", policy } } },
    { variable: { policy: {} }, locals: { policy: document(allow({ Action: "sns:Publish" })) } },
  );

export const POLICIES_AWS: Family = {
  title: "Policies on AWS",
  evasions: [
    statement(
      "aws-condition-abroad",
      "Admits requests to a region abroad beside an allowed one.",
      rolePolicy,
      [
        allow(requested("StringEquals", "us-east-1", "eu-west-1")),
        allow(requested("StringEquals", "us-east-1", "us-west-2")),
      ],
      "both regions are allowed",
    ),
    statement(
      "aws-condition-wildcard",
      "Admits requests to regions by a wildcard.",
      rolePolicy,
      [allow(requested("StringLike", "eu-*")), allow(requested("StringLike", "us-west-*"))],
      "the wildcard matches allowed regions only",
    ),
    statement(
      "aws-condition-all-but-one",
      "Admits requests to every region but one inside.",
      rolePolicy,
      [
        allow(requested("StringNotEquals", "us-east-1")),
        { ...allow(requested("StringNotEquals", "us-east-1")), Effect: "Deny" },
      ],
      "a denial of the same regions",
    ),
    statement(
      "aws-fence-spares-abroad",
      "Fences an organization in with one region too many.",
      fence,
      [
        {
          Effect: "Deny",
          NotAction: "iam:*",
          Resource: "*",
          ...requested("StringNotEquals", "us-east-1", "ap-south-1"),
        },
        {
          Effect: "Deny",
          NotAction: "iam:*",
          Resource: "*",
          ...requested("StringNotEquals", "us-east-1", "us-east-2"),
        },
      ],
      "it spares allowed regions only",
    ),
    statement(
      "aws-resource-abroad",
      "Allows what lies abroad, by its ARN.",
      rolePolicy,
      [
        allow({ Resource: `arn:aws:sqs:ap-northeast-2:${ACCOUNT}:q` }),
        allow({ Resource: `arn:aws:sqs:us-west-1:${ACCOUNT}:q` }),
      ],
      "the queue is in California",
    ),
    statement(
      "aws-resource-other-partition",
      "Allows buckets of another partition.",
      rolePolicy,
      [allow({ Resource: "arn:aws-cn:s3:::b/*" }), allow({ Resource: "arn:aws:s3:::b/*" })],
      "a bucket's ARN holds no region",
    ),
    statement(
      "aws-key-via-service-abroad",
      "Lets a key be used by a service of a region abroad.",
      rolePolicy,
      [
        allow({
          Action: "kms:*",
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
        }),
        allow({
          Action: "kms:*",
          Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
        }),
      ],
      "the service of N. Virginia",
    ),
    twins({
      id: "aws-document-of-blocks",
      tries: "Writes the same condition as blocks of a data source.",
      make: asBlock,
      abroad: "ap-southeast-1",
      home: "us-east-2",
      expected: outside(RULE),
      because: "the condition names Ohio",
    }),
    twins({
      id: "aws-document-encoded",
      tries: "Writes the document with jsonencode.",
      make: encoded,
      abroad: "eu-north-1",
      home: "us-west-2",
      expected: outside(RULE),
      because: "the ARN names Oregon",
    }),
    twins({
      id: "aws-document-unknown",
      tries: "Takes the document from a variable.",
      make: written,
      abroad: "${var.policy}",
      home: "${local.policy}",
      expected: unproven(RULE, "/resource/aws_iam_policy/p/policy"),
      because: "a local value holds it",
    }),
    twins({
      id: "aws-document-name-twice",
      tries: "Writes Effect twice, so that readers see one and AWS takes the other.",
      make: (effect: string) =>
        withAws({
          aws_iam_policy: {
            p: {
              name: "p",
              policy: `{"Statement":[{${effect},"Action":"s3:*","Resource":"*"}]}`,
            },
          },
        }),
      abroad: '"Effect":"Deny","Effect":"Allow"',
      home: '"Effect":"Deny","Sid":"Allow"',
      expected: unproven(RULE, "/resource/aws_iam_policy/p/policy"),
      because: "each name stands once",
    }),
    twins({
      id: "aws-backups-of-organization-abroad",
      tries: "Copies the backups of all accounts abroad, by a policy of the organization.",
      make: backups,
      abroad: "eu-west-1",
      home: "us-west-2",
      expected: outside(RULE, "/resource/aws_organizations_policy/p/content"),
      because: "the copies lie in Oregon",
    }),
  ],
};
