import { checkJson } from "../../support/check-json";
import { inFull } from "./in-full";

const CONTENT = "/resource/aws_organizations_policy/p/content";

/** What aws-policy-inside says of a policy of an organization. */
function said(body: object): readonly (readonly [string, string])[] {
  const document = {
    provider: { aws: [{ region: "us-east-1" }] },
    variable: { v: {} },
    resource: {
      aws_organizations_policy: { p: { name: "p", ...body } },
      aws_cloudwatch_event_bus: { b: { name: "b" } },
    },
  };
  return checkJson(document)
    .findings.filter(({ rule }) => rule === "aws-policy-inside")
    .map(({ status, path }) => [status, path.replace(CONTENT, "")]);
}

const copying = (vault: string) =>
  `\${jsonencode({ plans = { p = { rules = { r = { target = ${vault} } } } } })}`;

const arn = (region: string) => `"arn:aws:backup:${region}:$account:backup-vault:v"`;

test.each<[type: string, content: unknown]>([
  ["BACKUP_POLICY", copying(arn("us-west-2"))],
  ["BACKUP_POLICY", copying("aws_cloudwatch_event_bus.b.arn")],
  ["TAG_POLICY", '{"tags":{"origin":{"tag_value":{"@@assign":["eu-west-1"]}}}}'],
  ["TAG_POLICY", "${var.v}"],
  ["AISERVICES_OPT_OUT_POLICY", '{"services":{"default":{}}}'],
  ["CHATBOT_POLICY", '{"chatbot":{}}'],
  ["DECLARATIVE_POLICY_EC2", '{"ec2_attributes":{}}'],
  ["DECLARATIVE_POLICY_EC2", "${var.v}"],
])("a policy of the type %s needs no statement: %s", (type, content) => {
  expect(said({ type, content })).toEqual([]);
});

test.each<[type: string, content: string, status: string]>([
  ["BACKUP_POLICY", copying(arn("eu-west-1")), "outside"],
  ["BACKUP_POLICY", copying(arn("us-nowhere-9")), "unproven"],
  ["BACKUP_POLICY", '{"regions":{"@@assign":["eu-west-1"]}}', "outside"],
  ["BACKUP_POLICY", copying("var.v"), "unproven"],
  ["BACKUP_POLICY", "${var.v}", "unproven"],
  ["DECLARATIVE_POLICY_EC2", '{"regions":["eu-west-1"]}', "outside"],
])("a policy of the type %s that copies abroad fails: %s", (type, content, status) => {
  expect(said({ type, content })).toEqual([[status, ""]]);
});

test("a finding names the policy, the place and what is allowed", () => {
  const policy = (region: string) => ({
    resource: {
      aws_organizations_policy: {
        p: { name: "p", type: "BACKUP_POLICY", content: copying(arn(region)) },
      },
    },
  });
  const [abroad] = inFull("aws-policy-inside", policy("eu-west-1"));
  expect(abroad?.slice(3)).toEqual([
    "The policy of aws_organizations_policy.p names arn:aws:backup:eu-west-1:$account:backup-vault:v, outside US.",
    "Name one of: us-east-1, us-east-2, us-west-1, us-west-2.",
  ]);
  const [unknown] = inFull("aws-policy-inside", policy("us-nowhere-9"));
  expect(unknown?.[3]).toMatch(/, a place that is not known\.$/);
});

test("a place beside the content is no place of the policy", () => {
  const content = '{"services":{"default":{}}}';
  for (const other of [{ description: "eu-west-1" }, { tags: { a: "eu-west-1" } }]) {
    expect(said({ type: "CHATBOT_POLICY", content, ...other })).toEqual([]);
  }
});

test("a policy that can be of several types must have statements", () => {
  const validation = { condition: '${contains(["TAG_POLICY", "CHATBOT_POLICY"], var.t)}' };
  const document = {
    variable: { t: { validation } },
    resource: {
      aws_organizations_policy: { p: { type: "${var.t}", content: '{"plans":{}}' } },
    },
  };
  expect(inFull("aws-policy-inside", document).map(([status]) => status)).toEqual(["unproven"]);
});

test("only a policy of an organization has settings", () => {
  const policy = { type: "BACKUP_POLICY", policy: '{"plans":{}}', name: "p" };
  const document = { resource: { aws_iam_policy: { p: policy } } };
  expect(inFull("aws-policy-inside", document).map(([status]) => status)).toEqual(["unproven"]);
});

test("a policy of a type that is not told, or that is none, must have statements", () => {
  const content = '{"plans":{}}';
  for (const type of [undefined, "SERVICE_CONTROL_POLICY", "OTHER_POLICY", "${var.v}"]) {
    expect(said({ type, content })).toEqual([["unproven", ""]]);
  }
});
