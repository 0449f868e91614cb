import { checkJson } from "../../support/check-json";

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

test("a policy of a type that is not told, or that is none, must have statements", () => {
  const content = '{"plans":{}}';
  for (const type of [undefined, "SERVICE_CONTROL_POLICY", "OTHER_POLICY", "${var.v}"]) {
    expect(said({ type, content })).toEqual([["unproven", ""]]);
  }
});
