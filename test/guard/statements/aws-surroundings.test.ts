import { isEndpointType } from "../../../guard/statements";
import {
  allow,
  allowWhere,
  DECLARED,
  findingsOf,
  findingsOfBlock,
  findingsOn,
  OWN_ACCOUNT,
} from "./aws-findings";

describe("what AWS's provider says of itself", () => {
  const provider = {
    aws: [
      { ...DECLARED.provider.aws[0], region: "us-east-1" },
      { alias: "abroad", region: "eu-west-1" },
      { alias: "china", region: "cn-north-1" },
      { alias: "nowhere" },
    ],
  };
  const of = (alias: string) => ({ provider: `aws.${alias}` });
  const more = {
    provider,
    data: {
      aws_region: {
        here: {},
        abroad: of("abroad"),
        named: { region: "eu-north-1" },
        elsewhere: { endpoint: "https://ec2.eu-west-1.amazonaws.com" },
      },
      aws_partition: { here: {}, china: of("china"), nowhere: of("nowhere") },
      aws_other: { here: {} },
    },
    resource: { aws_region: { here: {} }, aws_partition: { china: of("china") } },
  };
  const found = (statement: object) =>
    findingsOf(statement, more).map(({ status, region }) => `${status} ${region}`);

  test.each<[string, string[]]>([
    ["data.aws_region.here.name", []],
    ["data.aws_region.here.id", []],
    ["data.aws_region.here.region", []],
    ["data.aws_region.abroad.name", ["outside eu-west-1"]],
    ["data.aws_region.named.name", ["outside eu-north-1"]],
    ["data.aws_region.here.description", ["unproven null"]],
    ["data.aws_region.elsewhere.name", ["unproven null"]],
    ["data.aws_region.none.name", ["unproven null"]],
    ["data.aws_other.here.name", ["unproven null"]],
    ["aws_region.here.name", ["unproven null"]],
  ])("is the region of %s", (expression, expected) => {
    expect(found(allowWhere("StringEquals", "aws:RequestedRegion", `\${${expression}}`))).toEqual(
      expected,
    );
  });

  test.each<[string, string[]]>([
    ["data.aws_partition.here.partition", []],
    ["data.aws_partition.here.id", []],
    ["data.aws_partition.china.partition", ["outside aws-cn"]],
    ["data.aws_partition.china.id", ["outside aws-cn"]],
    // What has no value in the file names no partition, and this ARN no region.
    ["data.aws_partition.china.dns_suffix", []],
    ["data.aws_partition.china.partition_id", []],
    ["data.aws_partition.china.reverse_id", []],
    ["data.aws_partition.nowhere.partition", []],
    ["aws_partition.china.partition", []],
    ["data.aws_region.abroad.id", []],
  ])("is the partition of %s", (expression, expected) => {
    expect(found(allow({ Resource: `arn:\${${expression}}:s3:::b` }))).toEqual(expected);
  });

  test("leaves a partition open that is that of one of several configurations", () => {
    const Resource = `arn:\${data.aws_partition.nowhere.id}:sqs:us-east-1:${OWN_ACCOUNT}:q`;
    expect(found(allow({ Resource }))).toEqual(["unproven null"]);
    const known = Resource.replace("nowhere", "here");
    expect(found(allow({ Resource: known }))).toEqual([]);
  });
});

describe("the policy of a VPC endpoint", () => {
  test.each([
    ["aws_vpc_endpoint", true],
    ["aws_vpc_endpoint_policy", true],
    ["aws_odb_network", true],
    ["aws_odb_network_peering_connection", false],
    ["aws_vpc_endpoint_service", false],
    ["aws_vpc_endpoint_policy_attachment", false],
    ["my_aws_vpc_endpoint", false],
    ["aws_vpc", false],
  ])("is that of %s: %s", (type, expected) => {
    expect(isEndpointType(type)).toBe(expected);
  });

  const everybody = { principals: { type: "*", identifiers: ["*"] } };
  const policy = "${data.aws_iam_policy_document.d.json}";
  const statuses = (more: object) => findingsOfBlock(everybody, more).map(({ status }) => status);
  const endpoint = { aws_vpc_endpoint: { e: { policy } } };

  test.each<[string, object]>([
    ["an endpoint", { resource: endpoint }],
    [
      "two kinds of endpoint",
      { resource: { ...endpoint, aws_vpc_endpoint_policy: { e: { policy } } } },
    ],
  ])("may name everybody where it is used by %s", (_name, more) => {
    expect(statuses(more)).toEqual([]);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    ["a bucket", { resource: { aws_s3_bucket_policy: { b: { policy } } } }],
    [
      "an endpoint and a bucket",
      { resource: { ...endpoint, aws_s3_bucket_policy: { b: { policy } } } },
    ],
    [
      "a bucket and an endpoint",
      { resource: { aws_s3_bucket_policy: { b: { policy } }, ...endpoint } },
    ],
    ["an endpoint and an output", { resource: endpoint, output: { o: { value: policy } } }],
    ["an endpoint and a module", { resource: endpoint, module: { m: { source: "x", policy } } }],
    ["an output", { output: { o: { value: policy } } }],
  ])("may not where the document is used by %s", (_name, more) => {
    expect(statuses(more)).toContain("outside");
  });

  test("may not where another document is the endpoint's", () => {
    const other = "${data.aws_iam_policy_document.e.json}";
    const more = {
      resource: { aws_vpc_endpoint: { e: { policy: other } } },
      data: { aws_x: { y: {} } },
    };
    expect(statuses(more)).toContain("outside");
  });

  test("is not that of a resource which has the name of data that an endpoint uses", () => {
    const text = "${data.aws_iam_policy_document.d.json}${data.aws_sqs_queue_policy.q.policy}";
    const open = JSON.stringify({ Statement: { Effect: "Allow", Principal: "*" } });
    const resource = { aws_vpc_endpoint: { e: { policy: text } } };
    expect(findingsOn(open, { resource }).map(({ status }) => status)).toContain("outside");
  });
});
