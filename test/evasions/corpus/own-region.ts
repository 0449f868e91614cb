import type { Family } from "../evasion";
import { outside, regionVariable, unproven, withAws, withAwsAnd } from "./builders";

const REGION = "/resource/aws_vpc/v/region";

const vpc = (region: unknown, more: object = {}, body: object = {}) =>
  withAws({ aws_vpc: { v: { region, cidr_block: "10.0.0.0/16", ...body } } }, more);

const document = (region: string) =>
  withAws({
    aws_ssm_document: {
      d: { region, name: "d", document_type: "Command", content: "{}" },
    },
  });

const found = (region: string) =>
  withAws({}, { data: { aws_ami: { a: { region, most_recent: true, owners: ["amazon"] } } } });

const each = (second: string) =>
  vpc("${each.key}", {}, { for_each: { "us-west-1": "10.1.0.0/16", [second]: "10.2.0.0/16" } });

const nullBeside = (region: string) =>
  withAwsAnd(region, {
    aws_vpc: { v: { provider: "aws.other", region: null, cidr_block: "10.0.0.0/16" } },
  });

export const OWN_REGION: Family = {
  title: "A region of the resource's own (AWS provider 6)",
  evasions: [
    {
      id: "own-region-abroad",
      tries: "Overrides the provider's allowed region in one resource.",
      config: vpc("eu-central-1"),
      expected: [outside("resource-inside", REGION)],
      lookAlikes: [{ because: "the override is allowed", config: vpc("us-west-2") }],
    },
    {
      id: "own-region-abroad-of-settings",
      tries: "Keeps a document abroad, which is no network and no storage.",
      config: document("ap-east-2"),
      expected: [outside("resource-inside", "/resource/aws_ssm_document/d/region")],
      lookAlikes: [{ because: "it is kept in Ohio", config: document("us-east-2") }],
    },
    {
      id: "own-region-expression-abroad",
      tries: "Makes the override of an expression.",
      config: vpc('${join("-", ["eu", local.side, "1"])}', { locals: { side: "south" } }),
      expected: [outside("resource-inside", REGION)],
      lookAlikes: [
        {
          because: "the expression makes Oregon",
          config: vpc('${join("-", ["us", local.side, "2"])}', { locals: { side: "west" } }),
        },
      ],
    },
    {
      id: "own-region-variable",
      tries: "Leaves the override to a variable.",
      config: vpc("${var.region}", { variable: { region: { default: "us-east-1" } } }),
      expected: [unproven("resource-inside", REGION)],
      lookAlikes: [
        {
          because: "its validation lists allowed regions",
          config: vpc("${var.region}", { variable: regionVariable("us-east-1", "us-west-2") }),
        },
      ],
    },
    {
      id: "own-region-each-abroad",
      tries: "Makes a network for each region of a map; one of them is abroad.",
      config: each("ca-west-1"),
      expected: [outside("resource-inside", REGION)],
      lookAlikes: [{ because: "both are allowed", config: each("us-west-2") }],
    },
    {
      id: "own-region-null",
      tries: "Writes null for the override, so that the provider abroad decides.",
      config: nullBeside("me-central-1"),
      expected: [outside("resource-inside", "/provider/aws/1/region")],
      lookAlikes: [{ because: "the provider is at home", config: nullBeside("us-east-2") }],
    },
    {
      id: "own-region-of-other-cloud",
      tries: "Overrides with a region of Oracle Cloud, which is allowed there.",
      config: vpc("us-ashburn-1"),
      expected: [unproven("resource-inside", REGION)],
      lookAlikes: [{ because: "a region of AWS", config: vpc("us-west-1") }],
    },
    {
      id: "own-region-of-data-source",
      tries: "Looks an image up abroad by the data source's own region.",
      config: found("sa-west-1"),
      expected: [outside("resource-inside", "/data/aws_ami/a/region")],
      lookAlikes: [{ because: "it looks at home", config: found("us-west-2") }],
    },
    {
      id: "own-region-object",
      tries: "Writes the override as an object, which is no region.",
      config: vpc({ name: "us-east-1" }),
      expected: [unproven("resource-inside", REGION)],
      lookAlikes: [
        {
          because: "a tag called region is a tag",
          config: vpc("us-east-2", {}, { tags: { region: "x" } }),
        },
      ],
    },
  ],
};
