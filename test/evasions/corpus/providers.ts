import type { Family } from "../evasion";
import { COMPARTMENT, outside, unproven, withOci, withOciAnd } from "./builders";

const vcn = (more: object = {}) => ({
  oci_core_vcn: { v: { compartment_id: COMPARTMENT, cidr_block: "10.0.0.0/16", ...more } },
});

const provided = (...oci: readonly object[]) => ({ provider: { oci }, resource: vcn() });

const otherVcn = (region: unknown) => withOciAnd(region, vcn({ provider: "oci.other" }));

const impostor = (source: string) => ({
  terraform: { required_providers: { aws: { source, version: "6.25.0" } } },
  provider: { aws: [{ region: "us-east-1" }] },
  resource: { aws_vpc: { v: { cidr_block: "10.0.0.0/16" } } },
});

const forEachProvider = (second: string) => ({
  provider: {
    aws: [
      { region: "us-east-1" },
      { alias: "by_region", for_each: { a: "us-east-2", b: second }, region: "${each.value}" },
    ],
  },
});

const OWN_HOST = "https://s3.us-east-1.amazonaws.com";

const endpoint = (s3: string) => ({
  provider: { aws: [{ region: "us-east-1", endpoints: { s3 } }] },
  resource: { aws_vpc: { v: { cidr_block: "10.0.0.0/16" } } },
});

export const PROVIDERS: Family = {
  title: "Provider configurations",
  evasions: [
    {
      id: "provider-abroad",
      tries: "Sets the only provider configuration to a region abroad.",
      config: provided({ region: "eu-frankfurt-1" }),
      expected: [
        outside("provider-inside", "/provider/oci/0/region"),
        outside("resource-inside", "/provider/oci/0/region"),
      ],
      lookAlikes: [{ because: "Phoenix is allowed", config: provided({ region: "us-phoenix-1" }) }],
    },
    {
      id: "provider-alias-abroad",
      tries: "Hides a provider configuration abroad behind an alias that one resource uses.",
      config: otherVcn("ap-singapore-1"),
      expected: [
        outside("provider-inside", "/provider/oci/1/region"),
        outside("resource-inside", "/provider/oci/1/region"),
      ],
      lookAlikes: [{ because: "the alias is set to Chicago", config: otherVcn("us-chicago-1") }],
    },
    {
      id: "provider-alias-template",
      tries: "Names the provider configuration abroad by a template, as old configurations do.",
      config: withOciAnd("uk-london-1", vcn({ provider: "${oci.other}" })),
      expected: [outside("resource-inside")],
      lookAlikes: [
        {
          because: "the template names one at home",
          config: withOciAnd("us-sanjose-1", vcn({ provider: "${oci.other}" })),
        },
      ],
    },
    {
      id: "provider-alias-lies",
      tries: "Calls a provider configuration abroad after an allowed region.",
      config: provided({ region: "us-ashburn-1" }, { alias: "us-phoenix-1", region: "me-dubai-1" }),
      expected: [outside("provider-inside", "/provider/oci/1/region")],
      lookAlikes: [
        {
          because: "alias and region are the same",
          config: provided(
            { region: "us-ashburn-1" },
            { alias: "us-phoenix-1", region: "us-phoenix-1" },
          ),
        },
      ],
    },
    {
      id: "provider-alias-misleads",
      tries: "Calls a provider configuration at home after a region abroad, to hide the next move.",
      config: provided(
        { region: "us-ashburn-1" },
        { alias: "eu-frankfurt-1", region: "us-phoenix-1" },
      ),
      expected: [unproven("provider-inside", "/provider/oci/1/alias")],
      lookAlikes: [
        {
          because: "an alias may be any word",
          config: provided(
            { region: "us-ashburn-1" },
            { alias: "frankfurt_dr", region: "us-phoenix-1" },
          ),
        },
      ],
    },
    {
      id: "provider-without-region",
      tries: "Leaves the region to the environment or the profile of whoever runs Terraform.",
      config: provided({ config_file_profile: "EU" }),
      expected: [unproven("provider-inside"), unproven("resource-inside")],
      lookAlikes: [
        {
          because: "the profile gives credentials and the region is written out",
          config: provided({ config_file_profile: "EU", region: "us-ashburn-1" }),
        },
      ],
    },
    {
      id: "provider-region-null",
      tries: "Writes null for the region, which leaves it to the environment all the same.",
      config: provided({ region: null }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "another argument is null",
          config: provided({ region: "us-ashburn-1", fingerprint: null }),
        },
      ],
    },
    {
      id: "provider-region-empty",
      tries: "Writes an empty region, which the provider takes for none.",
      config: provided({ region: "" }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "another argument is empty",
          config: provided({ region: "us-sanjose-1", private_key_password: "" }),
        },
      ],
    },
    {
      id: "provider-region-list",
      tries: "Writes the region as a list, whose first item is allowed.",
      config: provided({ region: ["us-ashburn-1", "eu-madrid-1"] }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [
        {
          because: "an argument that takes a list",
          config: provided({ region: "us-ashburn-1", ignore_defined_tags: ["a.b", "c.d"] }),
        },
      ],
    },
    {
      id: "provider-missing",
      tries: "Has no provider configuration at all; Terraform makes one of the environment.",
      config: { resource: vcn({ display_name: "implied" }) },
      expected: [unproven("resource-inside", "/resource/oci_core_vcn/v")],
      lookAlikes: [
        {
          because: "a random name reaches no service",
          config: { resource: { random_pet: { p: { length: 2 } } } },
        },
      ],
    },
    {
      id: "provider-default-missing",
      tries: "Names no provider where only configurations with an alias exist.",
      config: provided({ alias: "home", region: "us-ashburn-1" }),
      expected: [unproven("resource-inside", "/resource/oci_core_vcn/v")],
      lookAlikes: [
        {
          because: "the resource names the alias",
          config: {
            provider: { oci: [{ alias: "home", region: "us-ashburn-1" }] },
            resource: vcn({ provider: "oci.home" }),
          },
        },
      ],
    },
    {
      id: "provider-alias-unknown",
      tries: "Names an alias that looks right and does not exist.",
      config: withOciAnd("us-phoenix-1", vcn({ provider: "oci.us-phoenix-1" })),
      expected: [unproven("resource-inside", "/resource/oci_core_vcn/v/provider")],
      lookAlikes: [
        {
          because: "the alias exists",
          config: withOciAnd("us-phoenix-1", vcn({ provider: "oci.other" })),
        },
      ],
    },
    {
      id: "provider-alias-twice",
      tries: "Gives one alias to two configurations, one of them abroad.",
      config: {
        provider: {
          oci: [
            { alias: "dr", region: "us-phoenix-1" },
            { alias: "dr", region: "sa-saopaulo-1" },
          ],
        },
        resource: vcn({ provider: "oci.dr" }),
      },
      expected: [
        unproven("resource-inside", "/resource/oci_core_vcn/v/provider"),
        outside("provider-inside", "/provider/oci/1/region"),
      ],
      lookAlikes: [
        {
          because: "each alias is given once",
          config: {
            provider: {
              oci: [
                { alias: "dr", region: "us-phoenix-1" },
                { alias: "dr2", region: "us-chicago-1" },
              ],
            },
            resource: vcn({ provider: "oci.dr" }),
          },
        },
      ],
    },
    {
      id: "provider-of-other-cloud",
      tries:
        "Gives a resource of AWS the provider configuration of Oracle Cloud, which is at home.",
      config: withOci({ aws_vpc: { v: { provider: "oci", cidr_block: "10.0.0.0/16" } } }),
      expected: [unproven("resource-inside", "/resource/aws_vpc/v/provider")],
      lookAlikes: [
        {
          because: "both clouds have a configuration of their own",
          config: {
            provider: { oci: [{ region: "us-ashburn-1" }], aws: [{ region: "us-east-1" }] },
            resource: { aws_vpc: { v: { provider: "aws", cidr_block: "10.0.0.0/16" } }, ...vcn() },
          },
        },
      ],
    },
    {
      id: "provider-region-of-other-cloud",
      tries: "Sets Oracle's provider to a region of AWS, which is allowed there.",
      config: provided({ region: "us-east-1" }),
      expected: [unproven("provider-inside", "/provider/oci/0/region")],
      lookAlikes: [{ because: "Oracle's own id", config: provided({ region: "us-saltlake-2" }) }],
    },
    {
      id: "provider-unknown",
      tries: "Keeps data with a third cloud, of which the guard knows no region.",
      config: {
        provider: { google: [{ region: "us-east1" }] },
        resource: { google_storage_bucket: { b: { name: "b", location: "US" } } },
      },
      expected: [unproven("provider-inside"), unproven("resource-inside")],
      lookAlikes: [
        {
          because: "the provider makes values of the state only",
          config: { provider: { tls: [{}] }, resource: { tls_private_key: { k: {} } } },
        },
      ],
    },
    {
      id: "provider-impostor",
      tries: "Takes the local name aws for a provider of somebody else.",
      config: impostor("example-labs/aws"),
      expected: [unproven("resource-inside")],
      lookAlikes: [{ because: "the vendor's own provider", config: impostor("hashicorp/aws") }],
    },
    {
      id: "provider-endpoint-unknown",
      tries: "Sends all that a provider stores to a host that names no place.",
      config: endpoint("https://s3.example.com"),
      expected: [unproven("flow-inside", "/provider/aws/0/endpoints/s3")],
      lookAlikes: [
        { because: "the host is the region's own", config: endpoint(OWN_HOST) },
        {
          because: "a program of the developer's machine",
          config: endpoint("http://localhost:4566"),
        },
      ],
    },
    {
      id: "provider-for-each-abroad",
      tries: "Makes several configurations of one block, one of them abroad (OpenTofu).",
      config: forEachProvider("eu-west-3"),
      expected: [outside("provider-inside")],
      lookAlikes: [{ because: "both are at home", config: forEachProvider("us-west-2") }],
    },
  ],
};
