import type { Evasion, Family } from "../evasion";
import { COMPARTMENT, outside, twins, withAws, withOci } from "./builders";

const ARGUMENT = "argument-inside";

const provider = (cloud: "oci" | "aws") => (region: string) => ({
  provider: { [cloud]: [{ region }] },
});

/** A provider configuration of a realm that is not the jurisdiction's. */
function realm(
  id: string,
  tries: string,
  cloud: "oci" | "aws",
  [abroad, home]: readonly [string, string],
  because: string,
): Evasion {
  return twins({
    id,
    tries,
    make: provider(cloud),
    abroad,
    home,
    expected: outside("provider-inside", `/provider/${cloud}/0/region`),
    because,
  });
}

const route = (network_entity_id: string) =>
  withOci({
    oci_core_route_table: {
      r: {
        compartment_id: COMPARTMENT,
        vcn_id: "ocid1.vcn.oc1.iad.aaaa",
        route_rules: { destination: "10.1.0.0/16", network_entity_id },
      },
    },
  });

const ENTITY = "/resource/oci_core_route_table/r/route_rules/network_entity_id";

const lambda = (value: string) =>
  withAws({
    aws_lambda_function: {
      r: {
        function_name: "f",
        role: "arn:aws:iam::123456789012:role/r",
        environment: { variables: { TARGET: value } },
      },
    },
  });

const TARGET = "/resource/aws_lambda_function/r/environment/variables/TARGET";

export const REALMS: Family = {
  title: "Realms and partitions",
  evasions: [
    realm(
      "realm-us-government",
      "Uses a region of Oracle's US Government Cloud, which is no commercial one.",
      "oci",
      ["us-langley-1", "us-ashburn-1"],
      "the commercial region beside it",
    ),
    realm(
      "realm-us-defense",
      "Uses a region of Oracle's US Defense Cloud, named like a commercial one.",
      "oci",
      ["us-gov-phoenix-1", "us-phoenix-1"],
      "the commercial region of that name",
    ),
    realm(
      "realm-us-dedicated",
      "Uses a dedicated region in the US, which is another customer's.",
      "oci",
      ["us-ashburn-2", "us-sanjose-1"],
      "a commercial region",
    ),
    realm(
      "realm-us-alloy",
      "Uses a dedicated realm in the US, named unlike any commercial region.",
      "oci",
      ["us-somerset-1", "us-saltlake-2"],
      "Salt Lake City is commercial, number and all",
    ),
    realm(
      "realm-eu-sovereign",
      "Uses the EU Sovereign Cloud, one digit from a commercial region abroad.",
      "oci",
      ["eu-frankfurt-2", "us-chicago-1"],
      "a commercial region at home",
    ),
    realm(
      "partition-govcloud",
      "Uses AWS GovCloud, a partition of its own.",
      "aws",
      ["us-gov-west-1", "us-west-1"],
      "the commercial region of that name",
    ),
    realm(
      "partition-china",
      "Uses AWS China, which another company runs.",
      "aws",
      ["cn-northwest-1", "us-west-2"],
      "a commercial region at home",
    ),
    realm(
      "partition-iso",
      "Uses a partition for secrets of the government, although it is in the US.",
      "aws",
      ["us-iso-east-1", "us-east-1"],
      "the commercial region of that name",
    ),
    realm(
      "partition-eu-sovereign",
      "Uses the AWS European Sovereign Cloud.",
      "aws",
      ["eusc-de-east-1", "us-east-2"],
      "a commercial region at home",
    ),
    twins({
      id: "ocid-of-other-realm",
      tries: "Names a network of another realm by an OCID without a region.",
      make: route,
      abroad: "ocid1.drg.oc4..aaaa",
      home: "ocid1.drg.oc1.iad.aaaa",
      expected: outside(ARGUMENT, ENTITY),
      because: "the commercial realm, in Ashburn",
    }),
    {
      id: "ocid-realm-and-region-differ",
      tries: "Names an allowed region in an OCID of a realm that does not have it.",
      config: route("ocid1.drg.oc2.us-ashburn-1.aaaa"),
      expected: [{ rule: ARGUMENT, status: "unproven", path: ENTITY }],
      lookAlikes: [
        { because: "realm and region agree", config: route("ocid1.drg.oc1.us-ashburn-1.aaaa") },
      ],
    },
    {
      id: "ocid-of-unknown-realm",
      tries: "Names a realm that nobody has published.",
      config: route("ocid1.drg.oc99.us-ashburn-1.aaaa"),
      expected: [{ rule: ARGUMENT, status: "unproven", path: ENTITY }],
      lookAlikes: [
        { because: "the network is of the realm oc1", config: route("ocid1.drg.oc1.phx.aaaa") },
      ],
    },
    twins({
      id: "government-host",
      tries: "Uploads to a host of the US Government Cloud.",
      make: lambda,
      abroad: "https://objectstorage.us-luke-1.oraclegovcloud.com/n/ns",
      home: "https://objectstorage.us-phoenix-1.oraclecloud.com/n/ns",
      expected: outside(ARGUMENT, TARGET),
      because: "a host of the commercial realm",
    }),
    twins({
      id: "sovereign-host",
      tries: "Uploads to a host under the domain of the EU Sovereign Cloud.",
      make: lambda,
      abroad: "https://console.oraclecloud.eu",
      home: "https://console.us-ashburn-1.oraclecloud.com",
      expected: outside(ARGUMENT, TARGET),
      because: "the console of Ashburn",
    }),
    {
      id: "unknown-realm-host",
      tries: "Uploads to a host of a realm that nobody has published.",
      config: lambda("https://objectstorage.us-ashburn-1.oraclecloud99.com"),
      expected: [{ rule: ARGUMENT, status: "unproven", path: TARGET }],
      lookAlikes: [
        {
          because: "the domain of the commercial realm",
          config: lambda("https://objectstorage.us-ashburn-1.oraclecloud.com"),
        },
      ],
    },
    twins({
      id: "arn-of-other-partition",
      tries: "Names a bucket of GovCloud by an ARN, which holds no region.",
      make: lambda,
      abroad: "arn:aws-us-gov:s3:::exports",
      home: "arn:aws:s3:::exports",
      expected: outside(ARGUMENT, TARGET),
      because: "the commercial partition",
    }),
    twins({
      id: "china-host",
      tries: "Uploads to a host of AWS China.",
      make: lambda,
      abroad: "https://exports.s3.cn-north-1.amazonaws.com.cn",
      home: "https://exports.s3.us-east-1.amazonaws.com",
      expected: outside(ARGUMENT, TARGET),
      because: "the host of N. Virginia",
    }),
  ],
};
