import type { Evasion, Family } from "../evasion";
import { base64, outside, unproven, withOci } from "./builders";

const PATH = "/resource/oci_kms_vault_replication/r/replica_region";

/** A vault whose replica lies where `region` leads. */
const replica = (region: unknown, more: object = {}) =>
  withOci(
    {
      oci_kms_vault_replication: {
        r: { vault_id: "ocid1.vault.oc1.iad.v.aaaa", replica_region: region },
      },
    },
    more,
  );

/** The same with arguments of its own, such as `for_each`. */
const replicaOf = (body: object, more: object = {}) =>
  withOci(
    {
      oci_kms_vault_replication: { r: { vault_id: "ocid1.vault.oc1.iad.v.aaaa", ...body } },
    },
    more,
  );

const STAGE = { variable: { stage: {} } };

type Arguments = readonly [value: unknown, more?: object];

/** An expression that makes a region abroad; its twin makes an allowed one in the same way. */
function made(id: string, tries: string, abroad: Arguments, home: Arguments): Evasion {
  return {
    id,
    tries,
    config: replica(...abroad),
    expected: [outside("argument-inside", PATH)],
    lookAlikes: [{ because: "it makes an allowed region", config: replica(...home) }],
  };
}

/** A reference that leads to a region abroad; its twin leads to an allowed one. */
function led(id: string, tries: string, abroad: Arguments, home: Arguments): Evasion {
  return {
    ...made(id, tries, abroad, home),
    expected: [outside("flow-inside", PATH)],
    lookAlikes: [{ because: "it leads to an allowed region", config: replica(...home) }],
  };
}

const locals = (values: object) => ({ locals: values });

const byCount = (second: string) =>
  replicaOf(
    { count: 2, replica_region: "${local.regions[count.index]}" },
    locals({ regions: ["us-phoenix-1", second] }),
  );

const byEach = (second: string) =>
  replicaOf({ for_each: { a: "us-phoenix-1", b: second }, replica_region: "${each.value}" });

const byEachKey = (second: string) =>
  replicaOf({
    for_each: `\${toset(["us-phoenix-1", "${second}"])}`,
    replica_region: "${each.key}",
  });

const byDynamic = (second: string) =>
  withOci({
    oci_nosql_table_replica: {
      r: { for_each: { a: { to: second } }, table_name_or_id: "t", region: "${each.value.to}" },
    },
  });

export const EXPRESSIONS: Family = {
  title: "Local values and expressions",
  evasions: [
    led(
      "local-abroad",
      "Writes the region into a local value, far from where it is used.",
      ["${local.dr}", locals({ dr: "eu-amsterdam-1" })],
      ["${local.dr}", locals({ dr: "us-chicago-1" })],
    ),
    led(
      "local-chain-abroad",
      "Leads through several local values and a map to a region abroad.",
      ["${local.a}", locals({ a: "${local.b.dr}", b: { dr: "${local.c}" }, c: "ap-mumbai-1" })],
      ["${local.a}", locals({ a: "${local.b.dr}", b: { dr: "${local.c}" }, c: "us-sanjose-1" })],
    ),
    {
      id: "local-circle",
      tries: "Refers local values to one another in a circle.",
      config: replica("${local.a}", locals({ a: "${local.b}", b: "${local.a}" })),
      expected: [unproven("flow-inside", PATH)],
      lookAlikes: [
        {
          because: "the chain ends",
          config: replica("${local.a}", locals({ a: "${local.b}", b: "us-phoenix-1" })),
        },
      ],
    },
    {
      id: "count-index-abroad",
      tries: "Picks the region from a list by count.index; the second one is abroad.",
      config: byCount("eu-paris-1"),
      expected: [outside("flow-inside", PATH)],
      lookAlikes: [{ because: "both of the list are allowed", config: byCount("us-chicago-1") }],
    },
    {
      id: "each-value-abroad",
      tries: "Goes through a map of regions by for_each; one of them is abroad.",
      config: byEach("il-jerusalem-1"),
      expected: [outside("flow-inside", PATH)],
      lookAlikes: [{ because: "all are allowed", config: byEach("us-saltlake-2") }],
    },
    {
      id: "each-key-abroad",
      tries: "Goes through a set of regions by for_each; one of them is abroad.",
      config: byEachKey("mx-queretaro-1"),
      expected: [outside("argument-inside")],
      lookAlikes: [{ because: "all are allowed", config: byEachKey("us-sanjose-1") }],
    },
    {
      id: "each-value-of-object-abroad",
      tries: "Hides the region in an object that for_each goes through.",
      config: byDynamic("sa-vinhedo-1"),
      expected: [outside("flow-inside", "/resource/oci_nosql_table_replica/r/region")],
      lookAlikes: [{ because: "the object names Phoenix", config: byDynamic("us-phoenix-1") }],
    },
    made(
      "conditional-abroad",
      "Names a region abroad in one branch of a conditional.",
      ['${terraform.workspace == "eu" ? "eu-frankfurt-1" : "us-phoenix-1"}'],
      ['${terraform.workspace == "eu" ? "us-chicago-1" : "us-phoenix-1"}'],
    ),
    made(
      "join-abroad",
      "Puts a region abroad together with join.",
      ['${join("-", ["ap", "sydney", "1"])}'],
      ['${join("-", ["us", "phoenix", "1"])}'],
    ),
    made(
      "format-abroad",
      "Puts a region abroad together with format.",
      ['${format("%s-%s-%d", "eu", "stockholm", 1)}'],
      ['${format("%s-%s-%d", "us", "chicago", 1)}'],
    ),
    made(
      "replace-abroad",
      "Writes an allowed region and replaces a part of it.",
      ['${replace("us-phoenix-1", "us-phoenix", "eu-milan")}'],
      ['${replace("us-phoenix-1", "phoenix", "chicago")}'],
    ),
    made(
      "replace-by-expression-abroad",
      "Writes an allowed region and replaces a part of it by a regular expression.",
      ['${replace("us-phoenix-1", "/^us-[a-z]+/", "eu-jovanovac")}'],
      ['${replace("us-phoenix-1", "/phoenix|ashburn/", "sanjose")}'],
    ),
    made(
      "join-of-alternatives-abroad",
      "Puts a region together with join, of a part for which a validation admits several values.",
      [
        '${join("-", [var.area, "frankfurt", "1"])}',
        {
          variable: {
            area: {
              type: "string",
              validation: {
                condition: '${contains(["us", "eu"], var.area)}',
                error_message: "An area.",
              },
            },
          },
        },
      ],
      [
        '${join("-", ["us", var.city, "1"])}',
        {
          variable: {
            city: {
              type: "string",
              validation: {
                condition: '${contains(["phoenix", "chicago"], var.city)}',
                error_message: "A city.",
              },
            },
          },
        },
      ],
    ),
    made(
      "base64decode-abroad",
      "Writes the region in base64.",
      [`\${base64decode("${base64("ap-osaka-1")}")}`],
      [`\${base64decode("${base64("us-chicago-1")}")}`],
    ),
    made(
      "jsondecode-abroad",
      "Writes the region into JSON text and takes it out again.",
      ['${jsondecode("{\\"dr\\":\\"uk-cardiff-1\\"}").dr}'],
      ['${jsondecode("{\\"dr\\":\\"us-phoenix-1\\"}").dr}'],
    ),
    made(
      "strrev-abroad",
      "Writes the region backwards.",
      ['${strrev("1-nodnol-ku")}'],
      ['${strrev("1-xineohp-su")}'],
    ),
    made(
      "template-parts-abroad",
      "Puts a region abroad together of local values that name none.",
      ["${local.area}-${local.city}-1", locals({ area: "sa", city: "santiago" })],
      ["${local.area}-${local.city}-1", locals({ area: "us", city: "phoenix" })],
    ),
    made(
      "lookup-default-abroad",
      "Looks a key up that the map lacks, so that the default, abroad, is taken.",
      ['${lookup({ prod = "us-phoenix-1" }, "dr", "ap-tokyo-1")}'],
      ['${lookup({ prod = "us-phoenix-1" }, "dr", "us-chicago-1")}'],
    ),
    made(
      "key-by-variable-abroad",
      "Takes any item of a map by a key that a variable holds; one is abroad.",
      ['${{ prod = "us-phoenix-1", drill = "ap-tokyo-1" }[var.stage]}', STAGE],
      ['${{ prod = "us-phoenix-1", drill = "us-chicago-1" }[var.stage]}', STAGE],
    ),
    made(
      "for-expression-abroad",
      "Makes the region in a for expression over cities.",
      [
        '${[for city in ["phoenix", "hyderabad"] : city == "phoenix" ? "us-phoenix-1" : "ap-${city}-1"][1]}',
      ],
      ['${[for city in ["phoenix", "chicago"] : "us-${city}-1"][1]}'],
    ),
    {
      id: "directive-abroad",
      tries: "Chooses a region abroad with a directive inside of the text.",
      config: replica("%{ if var.eu }eu-frankfurt-1%{ else }us-phoenix-1%{ endif }", {
        variable: { eu: { type: "bool" } },
      }),
      expected: [outside("argument-inside", PATH)],
      lookAlikes: [
        {
          because: "two per cent signs are text, in an argument for people",
          config: withOci({
            oci_kms_vault_replication: {
              r: {
                vault_id: "ocid1.vault.oc1.iad.v.aaaa",
                replica_region: "us-phoenix-1",
                lifecycle: { precondition: { condition: true, error_message: "100%% inside" } },
              },
            },
          }),
        },
      ],
    },
    {
      id: "program-makes-region",
      tries: "Lets a function that reads the disk say the region.",
      config: replica('${trimspace(file("region.txt"))}'),
      expected: [unproven("flow-inside", PATH)],
      lookAlikes: [
        { because: "the text is in the file", config: replica('${trimspace(" us-phoenix-1 ")}') },
      ],
    },
    {
      id: "region-of-data-source",
      tries: "Takes the first region that the tenancy happens to be subscribed to.",
      config: replica(
        "${data.oci_identity_region_subscriptions.s.region_subscriptions[0].region_name}",
        { data: { oci_identity_region_subscriptions: { s: { tenancy_id: "t" } } } },
      ),
      expected: [unproven("flow-inside", PATH)],
      lookAlikes: [
        {
          because: "the data source is read, and its answer places nothing",
          config: withOci(
            {},
            {
              data: { oci_identity_region_subscriptions: { s: { tenancy_id: "t" } } },
              output: {
                s: { value: "${data.oci_identity_region_subscriptions.s.region_subscriptions}" },
              },
            },
          ),
        },
      ],
    },
  ],
};
