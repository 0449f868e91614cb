import type { Family } from "../evasion";
import { base64, COMPARTMENT, HOME, outside, twins, unproven, withAws, withOci } from "./builders";

const ARGUMENT = "argument-inside";
const FLOW = "flow-inside";

/** A function whose settings hold an address: an argument that no catalogue knows. */
const setting = (value: string) =>
  withOci({
    oci_functions_application: {
      r: {
        compartment_id: COMPARTMENT,
        display_name: "f",
        subnet_ids: ["ocid1.subnet.oc1.iad.aaaa"],
        config: { TARGET: value },
      },
    },
  });

const SETTING = "/resource/oci_functions_application/r/config/TARGET";

const lambda = (more: object) =>
  withAws({
    aws_lambda_function: {
      r: { function_name: "f", role: "arn:aws:iam::123456789012:role/r", ...more },
    },
  });

const PAR = (region: string) =>
  `https://objectstorage.${region}.oraclecloud.com/p/aBc-123/n/ns/b/bucket/o/file`;

export const ADDRESSES: Family = {
  title: "Hosts, URLs and registries",
  evasions: [
    twins({
      id: "pre-authenticated-url-abroad",
      tries: "Gives a function a pre-authenticated URL of a bucket abroad.",
      make: (region: string) => setting(PAR(region)),
      abroad: "sa-valparaiso-1",
      home: "us-ashburn-1",
      expected: outside(ARGUMENT, SETTING),
      because: "the bucket is in Ashburn",
    }),
    twins({
      id: "s3-compatible-url-abroad",
      tries: "Writes by the S3-compatible endpoint of a region abroad.",
      make: (region: string) =>
        setting(`https://ns.compat.objectstorage.${region}.oraclecloud.com`),
      abroad: "eu-frankfurt-1",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, SETTING),
      because: "the endpoint of Phoenix",
    }),
    twins({
      id: "dedicated-endpoint-abroad",
      tries: "Uses the namespace's own endpoint under another domain of Oracle.",
      make: (region: string) => setting(`ns.objectstorage.${region}.oci.customer-oci.com`),
      abroad: "ap-seoul-1",
      home: "us-chicago-1",
      expected: outside(ARGUMENT, SETTING),
      because: "the endpoint of Chicago",
    }),
    twins({
      id: "swift-url-abroad",
      tries: "Writes by the Swift endpoint of a region abroad.",
      make: (region: string) =>
        setting(`https://swiftobjectstorage.${region}.oraclecloud.com/v1/ns/bucket`),
      abroad: "il-jerusalem-1",
      home: "us-sanjose-1",
      expected: outside(ARGUMENT, SETTING),
      because: "the endpoint of San Jose",
    }),
    twins({
      id: "registry-key-abroad",
      tries: "Runs a container image from a registry abroad.",
      make: (key: string) =>
        withOci({
          oci_functions_function: {
            r: {
              application_id: "ocid1.fnapp.oc1.iad.aaaa",
              display_name: "f",
              memory_in_mbs: 128,
              image: `${key}.ocir.io/ns/app:1`,
            },
          },
        }),
      abroad: "lhr",
      home: "iad",
      expected: outside(ARGUMENT, "/resource/oci_functions_function/r/image"),
      because: "the registry of Ashburn",
    }),
    twins({
      id: "registry-host-abroad",
      tries: "Names the registry abroad by its long host.",
      make: (region: string) =>
        withOci({
          oci_container_instances_container_instance: {
            r: {
              availability_domain: "Uocm:US-ASHBURN-AD-1",
              compartment_id: COMPARTMENT,
              shape: "CI.Standard.E4.Flex",
              shape_config: { ocpus: 1 },
              vnics: { subnet_id: "ocid1.subnet.oc1.iad.aaaa", is_public_ip_assigned: false },
              containers: { image_url: `ocir.${region}.oci.oraclecloud.com/ns/app:1` },
            },
          },
        }),
      abroad: "eu-amsterdam-1",
      home: "us-ashburn-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_container_instances_container_instance/r/containers/image_url",
      ),
      because: "the registry of Ashburn",
    }),
    twins({
      id: "ecr-image-abroad",
      tries: "Runs a function from an image in a registry of AWS abroad.",
      make: (region: string) =>
        lambda({
          package_type: "Image",
          image_uri: `123456789012.dkr.ecr.${region}.amazonaws.com/app:1`,
        }),
      abroad: "ap-south-2",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_lambda_function/r/image_uri"),
      because: "the registry of N. Virginia",
    }),
    twins({
      id: "s3-legacy-host-abroad",
      tries: "Names the region in the old form of an S3 host.",
      make: (label: string) =>
        lambda({ environment: { variables: { STORE: `https://b.${label}.amazonaws.com/k` } } }),
      abroad: "s3-eu-west-1",
      home: "s3-us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_lambda_function/r/environment/variables/STORE"),
      because: "Oregon in the same form",
    }),
    twins({
      id: "s3-dual-stack-host-abroad",
      tries: "Names the region in the dual-stack form of an S3 host.",
      make: (region: string) =>
        lambda({
          environment: { variables: { STORE: `b.s3.dualstack.${region}.amazonaws.com` } },
        }),
      abroad: "ca-central-1",
      home: "us-east-2",
      expected: outside(ARGUMENT, "/resource/aws_lambda_function/r/environment/variables/STORE"),
      because: "Ohio in the same form",
    }),
    twins({
      id: "aws-api-host-abroad",
      tries: "Calls an API of one's own abroad.",
      make: (host: string) => lambda({ environment: { variables: { API: `https://${host}/v1` } } }),
      abroad: "a1b2c3.execute-api.eu-south-1.amazonaws.com",
      home: "a1b2c3.execute-api.us-west-1.amazonaws.com",
      expected: outside(ARGUMENT, "/resource/aws_lambda_function/r/environment/variables/API"),
      because: "the API is in California",
    }),
    twins({
      id: "aws-provider-endpoint-abroad",
      tries: "Sends the provider's calls to an endpoint abroad, whatever its region says.",
      make: (region: string) => ({
        provider: {
          aws: [{ region: HOME.aws, endpoints: { s3: `https://s3.${region}.amazonaws.com` } }],
        },
      }),
      abroad: "eu-west-1",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/provider/aws/0/endpoints/s3"),
      because: "the endpoint of the same region",
    }),
    twins({
      id: "aws-provider-endpoint-unknown",
      tries: "Sends the provider's calls to whatever a variable names.",
      make: (s3: string) => ({
        provider: { aws: [{ region: HOME.aws, endpoints: { s3 } }] },
        variable: { endpoint: { type: "string" } },
      }),
      abroad: "${var.endpoint}",
      home: "https://s3.us-east-1.amazonaws.com",
      expected: unproven(FLOW, "/provider/aws/0/endpoints/s3"),
      because: "the endpoint is written out",
    }),
    twins({
      id: "script-abroad",
      tries: "Uploads from a start-up script, which cloud-init takes in base64.",
      make: (region: string) =>
        withOci({
          oci_core_instance_configuration: {
            r: {
              compartment_id: COMPARTMENT,
              instance_details: {
                instance_type: "compute",
                launch_details: {
                  metadata: { user_data: base64(`#!/bin/sh\ncurl -T /data/* ${PAR(region)}\n`) },
                },
              },
            },
          },
        }),
      abroad: "af-johannesburg-1",
      home: "us-ashburn-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_core_instance_configuration/r/instance_details/launch_details/metadata/user_data",
      ),
      because: "the script uploads to Ashburn",
    }),
  ],
};
