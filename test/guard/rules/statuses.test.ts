import { checkJson } from "../../support/check-json";

const backend = (name: string, body: object) => ({ terraform: { backend: { [name]: body } } });
const AWS = { provider: { aws: { region: "us-east-1" } } };

// What nothing proves is said to be unproven: outside is for what is known to lie there.
test.each<[rule: string, json: object, value: string]>([
  ["provider-inside", { provider: { aws: {} } }, ""],
  [
    "provider-inside",
    { provider: { aws: { alias: "us-west-2", region: "us-east-1" } } },
    "us-west-2",
  ],
  ["resource-inside", { resource: { aws_sns_topic: { t: { name: "t" } } } }, "aws"],
  ["module-proven", { module: { m: { source: "x/y/aws" } } }, "x/y/aws"],
  ["state-inside", backend("consul", {}), "consul"],
  ["state-inside", backend("s3", { bucket: "b", region: "${var.r}" }), "${var.r}"],
  ["state-inside", backend("s3", { bucket: "b", region: "us-nowhere-9" }), "us-nowhere-9"],
  ["state-encrypted", backend("s3", { bucket: "b", region: "us-east-1", encrypt: true }), ""],
  [
    "state-encrypted",
    backend("http", { address: "https://x.example", skip_cert_verification: true }),
    "true",
  ],
  [
    "no-untracked-code",
    {
      ...AWS,
      resource: {
        aws_sns_topic: {
          t: { name: "t", provisioner: [{ "local-exec": { command: "true" } }] },
        },
      },
    },
    "provisioner local-exec",
  ],
  [
    "aws-policy-inside",
    { ...AWS, resource: { aws_iam_policy: { p: { name: "p", policy: "${var.p}" } } } },
    "${var.p}",
  ],
  [
    "aws-policy-inside",
    { ...AWS, data: { aws_iam_policy_document: { d: { source_policy_documents: "${var.p}" } } } },
    "${var.p}",
  ],
])("%s says unproven, and the value, of %j", (rule, json, value) => {
  const found = checkJson(json).findings.filter((each) => each.rule === rule);
  expect(found.map(({ status, value: said }) => [status, said])).toEqual([["unproven", value]]);
});
