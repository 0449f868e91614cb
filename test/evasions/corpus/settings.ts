import type { Family } from "../evasion";
import { base64, COMPARTMENT, outside, twins, unproven, withAws, withOci } from "./builders";

const ARGUMENT = "argument-inside";
const VARIABLES = "/resource/aws_lambda_function/r/environment/variables";
const USER_DATA =
  "/resource/oci_core_instance_configuration/r/instance_details/launch_details/metadata/user_data";

const lambda = (variables: object, more: object = {}) =>
  withAws(
    {
      aws_lambda_function: {
        r: {
          function_name: "f",
          role: "arn:aws:iam::123456789012:role/r",
          environment: { variables },
        },
      },
    },
    more,
  );

const application = (config: object) =>
  withOci({
    oci_functions_application: {
      r: {
        compartment_id: COMPARTMENT,
        display_name: "f",
        subnet_ids: ["ocid1.subnet.oc1.iad.aaaa"],
        config,
      },
    },
  });

const started = (user_data: string) =>
  withOci({
    oci_core_instance_configuration: {
      r: {
        compartment_id: COMPARTMENT,
        instance_details: {
          instance_type: "compute",
          launch_details: { metadata: { user_data } },
        },
      },
    },
  });

const upload = (region: string) =>
  `curl -T /data https://objectstorage.${region}.oraclecloud.com/n/ns/b/b/o/`;

const PARAMETER_KEY = "arn:aws:kms:us-east-1:123456789012:key/1";

const url = (region: string) => `https://s3.${region}.amazonaws.com/b`;

const service = (id: string) => ({ tags: { copied_from: "eu-west-1" }, description: id });

export const SETTINGS: Family = {
  title: "Settings that programs read",
  evasions: [
    twins({
      id: "setting-called-name",
      tries: "Calls an environment variable `name`, which elsewhere is a text for people.",
      make: (name: string) => lambda({ name }),
      abroad: "eu-west-1",
      home: "us-west-2",
      expected: outside(ARGUMENT, `${VARIABLES}/name`),
      because: "the setting names Oregon",
    }),
    twins({
      id: "setting-called-bucket",
      tries: "Calls a setting `bucket` and writes a URL abroad into it.",
      make: (region: string) =>
        application({ bucket: `https://objectstorage.${region}.oraclecloud.com/n/ns/b/b` }),
      abroad: "eu-frankfurt-1",
      home: "us-ashburn-1",
      expected: outside(ARGUMENT, "/resource/oci_functions_application/r/config/bucket"),
      because: "the bucket is in Ashburn",
    }),
    twins({
      id: "setting-called-provider",
      tries: "Calls a setting `provider`, which on a block holds a name.",
      make: (provider: string) => lambda({ provider }),
      abroad: "ca-central-1",
      home: "us-east-2",
      expected: outside(ARGUMENT, `${VARIABLES}/provider`),
      because: "the setting names Ohio",
    }),
    twins({
      id: "setting-called-tags",
      tries: "Calls a setting `tags`, which elsewhere places nothing.",
      make: (tags: string) => application({ tags }),
      abroad: "ap-sydney-1",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, "/resource/oci_functions_application/r/config/tags"),
      because: "the setting names Phoenix",
    }),
    {
      id: "local-called-name",
      tries: "Calls a local value `name`, and uses it for a region.",
      config: lambda({ TARGET: "${local.name}" }, { locals: { name: "eu-north-1" } }),
      expected: [outside(ARGUMENT, "/locals/name")],
      lookAlikes: [
        {
          because: "the local name only mentions a region",
          config: lambda(
            { TARGET: "${local.name}" },
            { locals: { name: "moved-from-eu-north-1" } },
          ),
        },
      ],
    },
    {
      id: "setting-from-local-tags",
      tries: "Keeps a region abroad in a local map of tags, and hands one of them to a program.",
      config: lambda(
        { TARGET: "${local.tags.origin}" },
        { locals: { tags: { origin: "eu-north-1" } } },
      ),
      expected: [outside(ARGUMENT, "/locals/tags/origin")],
      lookAlikes: [
        {
          because: "tags alone take the tag, and the setting takes another one",
          config: lambda(
            { OWNER: "${local.tags.owner}" },
            { locals: { tags: { origin: "eu-north-1", owner: "data" } } },
          ),
        },
      ],
    },
    {
      id: "setting-from-nested-tags",
      tries: "Hands a program a region abroad from a local map of tags, by way of another local.",
      config: lambda(
        { TARGET: "${local.chosen}" },
        { locals: { tags: { origin: "eu-north-1" }, chosen: "${local.tags.origin}" } },
      ),
      expected: [outside(ARGUMENT, "/locals/tags/origin")],
      lookAlikes: [
        {
          because: "the other local takes another tag",
          config: lambda(
            { OWNER: "${local.chosen}" },
            {
              locals: {
                tags: { origin: "eu-north-1", owner: "data" },
                chosen: "${local.tags.owner}",
              },
            },
          ),
        },
      ],
    },
    twins({
      id: "setting-from-tags-of-resource",
      tries: "Keeps a region abroad in a tag of a resource, and hands the tag to a program.",
      make: (tag: string) =>
        withAws({
          aws_vpc: { main: { cidr_block: "10.0.0.0/16", tags: { origin: "eu-west-1", to: "b" } } },
          aws_ssm_parameter: {
            p: { name: "p", type: "SecureString", value: `sync ${tag}`, key_id: PARAMETER_KEY },
          },
        }),
      abroad: "${aws_vpc.main.tags.origin}",
      home: '${aws_vpc.main.tags["to"]}',
      expected: outside(ARGUMENT, "/resource/aws_vpc/main/tags/origin"),
      because: "the program takes another tag",
    }),
    twins({
      id: "setting-from-name-of-resource",
      tries: "Calls a queue after a region abroad, and hands the name to a program.",
      make: (target: string) =>
        withAws({
          aws_sqs_queue: { q: { name: "eu-west-1", kms_master_key_id: PARAMETER_KEY } },
          aws_lambda_function: {
            r: {
              function_name: "f",
              role: "arn:aws:iam::123456789012:role/r",
              environment: { variables: { TARGET: target } },
            },
          },
        }),
      abroad: "${aws_sqs_queue.q.name}",
      home: "${aws_sqs_queue.q.url}",
      expected: outside(ARGUMENT, "/resource/aws_sqs_queue/q/name"),
      because: "the program takes the queue's address",
    }),
    twins({
      id: "setting-in-default-called-description",
      tries: "Calls a part of a default `description`, which any argument can take.",
      make: (description: string) => ({ variable: { job: { default: { description } } } }),
      abroad: "eu-west-1",
      home: "copies from eu-west-1",
      expected: outside(ARGUMENT, "/variable/job/default/description"),
      because: "the region is one word of a text",
    }),
    {
      id: "setting-beside-tags",
      tries: "Names a region abroad beside tags and descriptions that mention one.",
      config: lambda({ STORE: url("ap-northeast-1") }, { locals: service("ap-northeast-1") }),
      expected: [outside(ARGUMENT, `${VARIABLES}/STORE`)],
      lookAlikes: [
        {
          because: "only tags mention a region abroad",
          config: {
            provider: {
              aws: [
                { region: "us-east-1", default_tags: [{ tags: { copied_from: "eu-west-1" } }] },
              ],
            },
            resource: {
              aws_imagebuilder_infrastructure_configuration: {
                r: {
                  name: "i",
                  instance_profile_name: "p",
                  tags: { copied_from: "eu-west-1" },
                  resource_tags: { copied_from: "eu-west-1" },
                },
              },
            },
          },
        },
      ],
    },
    twins({
      id: "script-in-other-script",
      tries: "Encodes a start-up script whose remarks are in Japanese.",
      make: (region: string) =>
        started(
          base64(
            `#!/bin/sh\n# 毎晩データを別のバケットへ送ります。障害時は運用担当者へ連絡してください。\n${upload(region)}\n`,
          ),
        ),
      abroad: "ap-tokyo-1",
      home: "us-ashburn-1",
      expected: outside(ARGUMENT, USER_DATA),
      because: "the script uploads to Ashburn",
    }),
    twins({
      id: "script-compressed-by-terraform",
      tries: "Lets Terraform compress the script.",
      make: (city: string) =>
        started(
          `\${base64gzip(join(".", ["curl https://objectstorage", "${city}", "oraclecloud.com"]))}`,
        ),
      abroad: "eu-milan-1",
      home: "us-chicago-1",
      expected: outside(ARGUMENT, USER_DATA),
      because: "the script uploads to Chicago",
    }),
    twins({
      id: "variable-default-in-text",
      tries: "Splits the region between a variable's default and the text around it.",
      make: (area: string) =>
        lambda({ TARGET: "${var.area}-1" }, { variable: { area: { default: area } } }),
      abroad: "ap-northeast",
      home: "us-east",
      expected: outside(ARGUMENT, `${VARIABLES}/TARGET`),
      because: "the default makes N. Virginia",
    }),
    twins({
      id: "variable-default-in-function",
      tries: "Puts the region together with a function, of the defaults of a variable.",
      make: (area: string) =>
        lambda(
          { TARGET: '${format("%s-%d", var.place.area, var.place.number)}' },
          { variable: { place: { default: { area, number: 1 } } } },
        ),
      abroad: "eu-west",
      home: "us-west",
      expected: outside(ARGUMENT, `${VARIABLES}/TARGET`),
      because: "the defaults make N. California",
    }),
    twins({
      id: "region-argument-of-known-type",
      tries: "Leaves the region of an argument that is newer than the catalogue to a variable.",
      make: (destination_region: string) =>
        withAws(
          {
            aws_sqs_queue: {
              q: { name: "q", kms_master_key_id: PARAMETER_KEY, copy: { destination_region } },
            },
          },
          { variable: { region: {} } },
        ),
      abroad: "${var.region}",
      home: "us-west-2",
      expected: unproven("flow-inside", "/resource/aws_sqs_queue/q/copy/destination_region"),
      because: "the region is written out",
    }),
    twins({
      id: "region-argument-of-new-type",
      tries: "Leaves the region of a resource type that is newer than the catalogue to a variable.",
      make: (replica_region_name: string) =>
        withOci(
          { oci_archive_replica: { r: { compartment_id: COMPARTMENT, replica_region_name } } },
          { variable: { region: {} } },
        ),
      abroad: "${var.region}",
      home: "us-phoenix-1",
      expected: unproven("flow-inside", "/resource/oci_archive_replica/r/replica_region_name"),
      because: "the region is written out",
    }),
  ],
};
