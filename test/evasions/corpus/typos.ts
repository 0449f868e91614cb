import type { Evasion, Family } from "../evasion";
import { COMPARTMENT, twins, unproven, withAws, withOci } from "./builders";

const provider = (cloud: "oci" | "aws") => (region: string) => ({
  provider: { [cloud]: [{ region }] },
  resource:
    cloud === "oci"
      ? { oci_identity_tag_namespace: { t: { compartment_id: COMPARTMENT, name: "t" } } }
      : { aws_eip: { e: { domain: "vpc" } } },
});

/** A provider configuration that names no region there is. */
function typo(
  id: string,
  tries: string,
  cloud: "oci" | "aws",
  abroad: string,
  home: string,
  because: string,
): Evasion {
  return twins({
    id,
    tries,
    make: provider(cloud),
    abroad,
    home,
    expected: unproven("provider-inside", `/provider/${cloud}/0/region`),
    because,
  });
}

const OF_THE_TABLE = "the id as the vendor writes it";

const replica = (replica_region: string) =>
  withOci({
    oci_kms_vault_replication: { r: { vault_id: "ocid1.vault.oc1.iad.v.aaaa", replica_region } },
  });

export const TYPOS: Family = {
  title: "Regions that do not exist",
  evasions: [
    typo("typo-nowhere", "Makes a region up.", "oci", "us-nowhere-9", "us-phoenix-1", OF_THE_TABLE),
    typo("typo-next-number", "Counts one on.", "oci", "us-phoenix-2", "us-chicago-1", OF_THE_TABLE),
    typo(
      "typo-first-number",
      "Numbers Salt Lake City from one.",
      "oci",
      "us-saltlake-1",
      "us-saltlake-2",
      "it is number two",
    ),
    typo(
      "typo-without-number",
      "Leaves the number out.",
      "oci",
      "us-ashburn",
      "us-ashburn-1",
      OF_THE_TABLE,
    ),
    typo(
      "typo-region-key",
      "Writes the key where the id is expected.",
      "oci",
      "sjc",
      "us-sanjose-1",
      OF_THE_TABLE,
    ),
    {
      ...typo(
        "typo-region-name",
        "Writes the region's name of the console.",
        "oci",
        "US East (Ashburn)",
        "us-ashburn-1",
        OF_THE_TABLE,
      ),
      lookAlikes: [
        {
          because: "the name stands in a text for people",
          config: {
            provider: { oci: [{ region: "us-ashburn-1" }] },
            resource: {
              oci_identity_tag_namespace: {
                t: { compartment_id: COMPARTMENT, name: "t", description: "US East (Ashburn)" },
              },
            },
          },
        },
      ],
    },
    {
      ...typo("typo-white-space", "Ends the id with a blank.", "oci", "us-ashburn-1 ", "", ""),
      lookAlikes: [
        {
          because: "a function takes the blank away",
          config: provider("oci")('${trimspace("us-ashburn-1 ")}'),
        },
      ],
    },
    typo("typo-aws-number", "Counts one on.", "aws", "us-east-3", "us-east-2", OF_THE_TABLE),
    typo(
      "typo-of-google",
      "Writes it as Google does.",
      "aws",
      "us-east1",
      "us-east-1",
      OF_THE_TABLE,
    ),
    typo("typo-of-azure", "Writes it as Azure does.", "aws", "westus2", "us-west-2", OF_THE_TABLE),
    typo(
      "typo-zone",
      "Writes a zone for a region.",
      "aws",
      "us-west-1a",
      "us-west-1",
      OF_THE_TABLE,
    ),
    twins({
      id: "typo-replica-region",
      tries: "Replicates a vault to a region that nobody knows.",
      make: replica,
      abroad: "us-dallas-1",
      home: "us-phoenix-1",
      expected: unproven("argument-inside", "/resource/oci_kms_vault_replication/r/replica_region"),
      because: "a known region",
    }),
    twins({
      id: "typo-availability-domain",
      tries: "Names an availability domain of a region that nobody knows.",
      make: (availability_domain: string) =>
        withOci({
          oci_core_compute_capacity_reservation: {
            r: { compartment_id: COMPARTMENT, availability_domain },
          },
        }),
      abroad: "Uocm:US-DALLAS-1-AD-1",
      home: "Uocm:US-CHICAGO-1-AD-1",
      expected: unproven(
        "argument-inside",
        "/resource/oci_core_compute_capacity_reservation/r/availability_domain",
      ),
      because: "a known region",
    }),
    twins({
      id: "typo-ocid-region",
      tries: "Names a region in an OCID that nobody knows.",
      make: (vcn_id: string) =>
        withOci({ oci_core_route_table: { r: { compartment_id: COMPARTMENT, vcn_id } } }),
      abroad: "ocid1.vcn.oc1.xyz.aaaa",
      home: "ocid1.vcn.oc1.ord.aaaa",
      expected: unproven("argument-inside", "/resource/oci_core_route_table/r/vcn_id"),
      because: "a known key",
    }),
    twins({
      id: "typo-registry-key",
      tries: "Pulls from a registry whose key nobody knows.",
      make: (image: string) =>
        withOci({
          oci_functions_function: {
            r: {
              application_id: "ocid1.fnapp.oc1.iad.aaaa",
              display_name: "f",
              memory_in_mbs: 128,
              image,
            },
          },
        }),
      abroad: "xyz.ocir.io/ns/app:2",
      home: "phx.ocir.io/ns/app:2",
      expected: unproven("argument-inside", "/resource/oci_functions_function/r/image"),
      because: "a known key",
    }),
    twins({
      id: "typo-aws-zone",
      tries: "Names a zone of a region that nobody knows.",
      make: (availability_zone: string) =>
        withAws({
          aws_subnet: {
            r: { vpc_id: "vpc-0a1b2c3d", cidr_block: "10.9.0.0/24", availability_zone },
          },
        }),
      abroad: "us-south-1a",
      home: "us-east-2c",
      expected: unproven("argument-inside", "/resource/aws_subnet/r/availability_zone"),
      because: "a zone of Ohio",
    }),
    twins({
      id: "typo-local-zone",
      tries: "Names a Local Zone of a region that nobody knows.",
      make: (availability_zone: string) =>
        withAws({
          aws_subnet: {
            r: { vpc_id: "vpc-0a1b2c3d", cidr_block: "10.8.0.0/24", availability_zone },
          },
        }),
      abroad: "us-south-1-mia-1a",
      home: "us-east-1-mia-1a",
      expected: unproven("argument-inside", "/resource/aws_subnet/r/availability_zone"),
      because: "the zone is in Miami",
    }),
  ],
};
