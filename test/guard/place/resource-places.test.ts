import {
  inStateOnly,
  inside,
  outside,
  type Placed,
  placed,
  placedInModule,
  placedInPlan,
  placesIn,
  stackOf,
  unproven,
} from "./placed";

const AT = "/resource/oci_core_vcn/r";
const ASHBURN = { oci: { region: "us-ashburn-1" } };
const IN_ASHBURN = "provider.oci sets region us-ashburn-1";
const vcn = (body: object = {}) => ({ resource: { oci_core_vcn: { r: body } } });

describe("a resource lies", () => {
  test.each<[title: string, provider: object, body: object, expected: Placed]>([
    [
      "where its default provider configuration says",
      ASHBURN,
      {},
      inside("us-ashburn-1", "/provider/oci/region", IN_ASHBURN),
    ],
    [
      "where the provider configuration says that it names",
      { oci: [{ region: "us-ashburn-1" }, { alias: "far", region: "uk-london-1" }] },
      { provider: "oci.far" },
      outside("uk-london-1", "/provider/oci/1/region", "provider.oci.far sets region uk-london-1"),
    ],
    [
      "where its provider says, whatever region it names as one of OCI's",
      ASHBURN,
      { region: "eu-frankfurt-1" },
      inside("us-ashburn-1", "/provider/oci/region", IN_ASHBURN),
    ],
    [
      "nowhere that is proven by a provider argument that is no text",
      ASHBURN,
      { provider: ["oci"] },
      unproven('["oci"]', `${AT}/provider`, "its provider argument is no provider reference"),
    ],
    [
      "nowhere that is proven without a provider configuration",
      { aws: { region: "us-east-1" } },
      {},
      unproven(
        "oci",
        AT,
        "it names no provider and there is no default provider configuration oci",
      ),
    ],
    [
      "nowhere that is proven by a provider configuration that does not exist",
      ASHBURN,
      { provider: "oci.far" },
      unproven(
        "oci.far",
        `${AT}/provider`,
        "it uses the provider configuration oci.far, which does not exist",
      ),
    ],
    [
      "nowhere that is proven by a provider of another cloud",
      { aws: { region: "us-east-1" } },
      { provider: "aws" },
      unproven(
        "aws",
        `${AT}/provider`,
        "the provider aws of provider.aws has no type oci_core_vcn",
      ),
    ],
    [
      "nowhere that is proven by a provider that is not known",
      { google: { region: "us-east-1" } },
      { provider: "google" },
      unproven(
        "google",
        "/provider/google",
        "nothing is known about where the provider google keeps data",
      ),
    ],
    [
      "nowhere that is proven if two configurations of its provider are in different regions",
      { oci: [{ region: "us-ashburn-1" }, { region: "us-phoenix-1" }] },
      {},
      unproven("oci", AT, "there are several provider configurations oci, in different regions"),
    ],
    [
      "nowhere that is proven if the third configuration of its provider is abroad",
      {
        oci: [{ region: "us-ashburn-1" }, { region: "us-ashburn-1" }, { region: "uk-london-1" }],
      },
      { provider: "oci" },
      unproven(
        "oci",
        `${AT}/provider`,
        "there are several provider configurations oci, in different regions",
      ),
    ],
    [
      "inside if two configurations of its provider are in one region",
      { oci: [{ region: "us-ashburn-1" }, { region: "us-ashburn-1" }] },
      {},
      inside("us-ashburn-1", "/provider/oci/0/region", IN_ASHBURN),
    ],
  ])("%s", (_, provider, body, expected) => {
    expect(placed({ provider, ...vcn(body) }, "oci_core_vcn.r")).toEqual(expected);
  });

  test.each<[type: string, body: object]>([
    ["random_id", {}],
    ["time_static", {}],
    ["null_resource", {}],
    ["terraform_data", {}],
    ["tls_private_key", {}],
    ["tls_private_key", { provider: "tls.second" }],
  ])("in the state alone if it is a %s with %j", (type, body) => {
    expect(placed({ resource: { [type]: { r: body } } }, `${type}.r`)).toEqual(
      inStateOnly(`/resource/${type}/r`),
    );
  });

  test("in the state alone by the provider of an alias, and not by its own type", () => {
    const json = (source: string) => ({
      terraform: { required_providers: { dice: { source } } },
      resource: { random_id: { r: { provider: "dice.x" } } },
    });
    expect(placed(json("hashicorp/random"), "random_id.r")).toEqual(
      inStateOnly("/resource/random_id/r"),
    );
    expect(placed(json("elsewhere/random"), "random_id.r")).toEqual(
      unproven(
        "dice.x",
        "/resource/random_id/r/provider",
        "it uses the provider configuration dice.x, which does not exist",
      ),
    );
  });

  test("nowhere that is proven if its provider argument names nothing", () => {
    const json = { resource: { random_id: { r: { provider: 1 } } } };
    expect(placed(json, "random_id.r")).toEqual(
      unproven(
        "1",
        "/resource/random_id/r/provider",
        "its provider argument is no provider reference",
      ),
    );
  });
});

test("remote state lies elsewhere than in the state that reads it", () => {
  const json = { data: { terraform_remote_state: { s: { backend: "oci" } } } };
  expect(placed(json, "data.terraform_remote_state.s")).toEqual(
    unproven(
      "terraform",
      "/data/terraform_remote_state/s",
      "it names no provider and there is no default provider configuration terraform",
    ),
  );
});

describe("a resource of an override file", () => {
  const provider = { oci: [{ region: "us-ashburn-1" }, { alias: "far", region: "uk-london-1" }] };
  const of = (body: object, override: object) =>
    placesIn(
      stackOf({ "a.tf.json": { provider, ...vcn(body) }, "override.tf.json": vcn(override) }),
      "oci_core_vcn.r",
    );

  test("lies where the one does that it changes, and is pointed to itself", () => {
    expect(of({ provider: "oci.far" }, { display_name: "x" })).toEqual([
      outside("uk-london-1", AT, "provider.oci.far sets region uk-london-1"),
    ]);
  });

  test("lies where the provider configuration says that it names", () => {
    expect(of({ provider: "oci.far" }, { provider: "oci" })).toEqual([
      inside("us-ashburn-1", `${AT}/provider`, IN_ASHBURN),
    ]);
  });
});

describe("a resource of a module", () => {
  const root = (providers: object) => ({
    provider: { oci: { alias: "far", region: "uk-london-1" } },
    module: { m: { source: "./m", providers } },
  });

  test("lies where the provider configuration says that the call passes", () => {
    expect(placedInModule(root({ oci: "oci.far" }), vcn(), "oci_core_vcn.r")).toEqual(
      outside("uk-london-1", AT, "provider.oci.far sets region uk-london-1"),
    );
  });

  test("lies nowhere that is proven by an alias that the call does not pass", () => {
    expect(placedInModule(root({}), vcn({ provider: "oci.x" }), "oci_core_vcn.r")).toEqual(
      unproven(
        "oci.x",
        `${AT}/provider`,
        "it uses the provider configuration oci.x, which the module call does not pass",
      ),
    );
  });

  test("lies nowhere that is proven by a name that neither module has a configuration of", () => {
    expect(placedInModule(root({}), vcn({ provider: "oci" }), "oci_core_vcn.r")).toEqual(
      unproven(
        "oci",
        `${AT}/provider`,
        "it uses the provider configuration oci, which does not exist",
      ),
    );
  });
});

describe("a resource of a plan", () => {
  const VALUES = "/planned_values/root_module/resources/0/values";
  const KEY = "/configuration/root_module/resources/0/provider_config_key";
  const provider = (name: string, region: string) => ({
    [name]: { name, expressions: { region: { constant_value: region } } },
  });

  test("lies where the provider configuration says that the plan tells", () => {
    expect(placedInPlan("oci_core_vcn", {}, "oci", provider("oci", "us-ashburn-1"))).toEqual(
      inside("us-ashburn-1", "/configuration/provider_config/oci/expressions/region", IN_ASHBURN),
    );
  });

  test("lies nowhere that is proven if the plan does not hold that configuration", () => {
    const why = "the plan does not hold its provider configuration";
    expect(placedInPlan("oci_core_vcn", {}, "oci.x")).toEqual(unproven("oci.x", KEY, why));
    expect(placedInPlan("oci_core_vcn", {})).toEqual(unproven("", VALUES, why));
  });

  test("lies in the region of its own that the plan tells, with its configuration or without", () => {
    const values = { region: "eu-west-1" };
    const expected = outside(
      "eu-west-1",
      `${VALUES}/region`,
      "its own region argument says region eu-west-1",
    );
    const providers = provider("aws", "us-east-1");
    expect(placedInPlan("aws_vpc", values)).toEqual(expected);
    expect(placedInPlan("aws_vpc", values, "module.m:aws")).toEqual(expected);
    expect(placedInPlan("aws_vpc", values, "aws", providers)).toEqual(expected);
  });
});

describe("the region argument of an AWS resource", () => {
  const US = { aws: { region: "us-east-1" } };
  const OWN = "/resource/aws_vpc/r/region";
  const vpc = (json: object, body: object) =>
    placed({ ...json, resource: { aws_vpc: { r: body } } }, "aws_vpc.r");

  test.each<[title: string, json: object, region: unknown, expected: Placed]>([
    [
      "is stronger than that of its provider configuration",
      { provider: US },
      "eu-west-1",
      outside("eu-west-1", OWN, "its own region argument says region eu-west-1"),
    ],
    [
      "decides without a provider configuration",
      {},
      "us-west-2",
      inside("us-west-2", OWN, "its own region argument says region us-west-2"),
    ],
    [
      "proves nothing where the file does not hold it",
      { provider: US },
      "${x.y.z}",
      unproven(
        "${x.y.z}",
        OWN,
        "its own region argument says a region that is not in the file: x.y.z has a value only when Terraform runs",
      ),
    ],
    [
      "leaves the provider configuration's if it is null",
      { provider: US },
      null,
      inside("us-east-1", "/provider/aws/region", "provider.aws sets region us-east-1"),
    ],
    [
      "means nothing to another's provider that is called aws",
      {
        terraform: { required_providers: { aws: { source: "elsewhere/aws" } } },
        provider: { aws: { region: "us-east-1" } },
      },
      "us-west-2",
      unproven(
        "elsewhere/aws",
        "/provider/aws",
        "nothing is known about where the provider elsewhere/aws keeps data",
      ),
    ],
    [
      "means nothing to another's provider that is called aws and has no configuration",
      { terraform: { required_providers: { aws: { source: "elsewhere/aws" } } } },
      "us-west-2",
      unproven(
        "aws",
        "/resource/aws_vpc/r",
        "it names no provider and there is no default provider configuration aws",
      ),
    ],
  ])("%s", (_, json, region, expected) => {
    expect(vpc(json, { region })).toEqual(expected);
  });

  test("means nothing where the provider argument is no reference", () => {
    expect(vpc({ provider: US }, { provider: 1, region: "us-west-2" })).toEqual(
      unproven(
        "1",
        "/resource/aws_vpc/r/provider",
        "its provider argument is no provider reference",
      ),
    );
  });

  test("is each of those that its for_each goes through", () => {
    const for_each = { a: "us-west-2", b: "eu-west-1" };
    expect(vpc({ provider: US }, { for_each, region: "${each.value}" })).toEqual(
      outside(
        "eu-west-1 or us-west-2",
        OWN,
        "its own region argument says region eu-west-1 or us-west-2, by each.value",
      ),
    );
  });

  test("means nothing where a plan or a module call says that aws is another's provider", () => {
    const why = "nothing is known about where the provider elsewhere/aws keeps data";
    const aws = { name: "aws", full_name: "elsewhere/aws", expressions: {} };
    expect(placedInPlan("aws_vpc", { region: "us-west-2" }, "aws", { aws })).toEqual(
      unproven("elsewhere/aws", "/configuration/provider_config/aws/expressions", why),
    );
    const root = {
      terraform: { required_providers: { other: { source: "elsewhere/aws" } } },
      provider: { other: { region: "us-east-1" } },
      module: { m: { source: "./m", providers: { aws: "other" } } },
    };
    const inner = { resource: { aws_vpc: { r: { region: "us-west-2" } } } };
    expect(placedInModule(root, inner, "aws_vpc.r")).toEqual(
      unproven("elsewhere/aws", "/resource/aws_vpc/r", why),
    );
  });

  test("means nothing of a type that the provider aws does not have", () => {
    const body = { provider: "aws", region: "us-west-2" };
    const json = { provider: US, resource: { awscc_logs: { r: body } } };
    expect(placed(json, "awscc_logs.r")).toEqual(
      unproven(
        "aws",
        "/resource/awscc_logs/r/provider",
        "the provider aws of provider.aws has no type awscc_logs",
      ),
    );
  });

  test("is an argument of aws types alone", () => {
    const json = { provider: US, resource: { awscc_logs: { r: { region: "us-west-2" } } } };
    expect(placed(json, "awscc_logs.r")).toEqual(
      unproven(
        "awscc",
        "/resource/awscc_logs/r",
        "it names no provider and there is no default provider configuration awscc",
      ),
    );
  });
});

describe("what a service says of itself", () => {
  const provider = (region: string) => ({ aws: { region } });
  const IAM = "IAM entities are copied to every region of the partition and hold no data";

  test("is said of a resource that is inside", () => {
    const json = { provider: provider("us-east-1"), resource: { aws_iam_role: { r: {} } } };
    expect(placed(json, "aws_iam_role.r")).toEqual(
      inside("us-east-1", "/provider/aws/region", `provider.aws sets region us-east-1; ${IAM}`),
    );
  });

  test("is not said of one that is abroad, nor of a data source", () => {
    const abroad = { provider: provider("eu-west-1"), resource: { aws_iam_role: { r: {} } } };
    expect(placed(abroad, "aws_iam_role.r").evidence).toBe("provider.aws sets region eu-west-1");
    const read = { provider: provider("us-east-1"), data: { aws_iam_role: { r: {} } } };
    expect(placed(read, "data.aws_iam_role.r").evidence).toBe("provider.aws sets region us-east-1");
  });

  test("puts copies at the edge outside, at the resource itself, whatever its own region is", () => {
    const edge = (body: object) =>
      placed(
        {
          provider: provider("us-east-1"),
          resource: { aws_cloudfront_distribution: { r: body } },
        },
        "aws_cloudfront_distribution.r",
      );
    const expected: Placed = {
      status: "outside",
      regions: [],
      value: "edge locations worldwide",
      pointer: "/resource/aws_cloudfront_distribution/r",
      evidence: "CloudFront keeps copies at edge locations in many countries",
    };
    expect(edge({})).toEqual(expected);
    expect(edge({ region: "us-east-1" })).toEqual(expected);
  });
});
