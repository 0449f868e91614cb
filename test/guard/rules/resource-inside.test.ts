import { check } from "../../../guard";
import { Jurisdiction } from "../../../jurisdiction";
import { briefly, bucketBody, bucketIn, checkJson } from "../../support/check-json";
import { inFull, notesInFull } from "./in-full";

describe("resource-inside", () => {
  test("passes a bucket whose provider configuration is set to an allowed region", () => {
    const result = checkJson(bucketIn("us-ashburn-1"));
    expect(result.findings).toEqual([]);
    expect(result.placements).toContainEqual(
      expect.objectContaining({
        address: "oci_objectstorage_bucket.b",
        region: "us-ashburn-1",
        status: "inside",
        evidence: "provider.oci.us-ashburn-1 sets region us-ashburn-1",
      }),
    );
  });

  test("fails a bucket whose provider configuration is set to a region abroad", () => {
    expect(briefly(checkJson(bucketIn("ap-singapore-1")))).toEqual([
      { rule: "resource-inside", status: "outside", path: "/provider/oci/0/region" },
      { rule: "provider-inside", status: "outside", path: "/provider/oci/0/region" },
    ]);
  });

  test("fails a resource of a US government realm, which is a choice of its own", () => {
    expect(checkJson(bucketIn("us-gov-ashburn-1")).findings.map((f) => f.status)).toContain(
      "outside",
    );
  });

  test("leaves a resource unproven that has no provider configuration", () => {
    const result = checkJson({ resource: { oci_objectstorage_bucket: { b: bucketBody({}) } } });
    expect(result.summary).toMatchObject({ resources: 1, inside: 0, unproven: 1 });
    expect(result.findings[0]?.message).toContain("there is no default provider configuration oci");
  });

  test("leaves a resource unproven whose provider configuration has no region", () => {
    const result = checkJson({
      provider: { oci: [{ tenancy_ocid: "ocid1.tenancy.oc1..a" }] },
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });
    expect(result.summary.unproven).toBe(1);
    expect(result.findings[0]?.message).toContain("environment or a profile");
  });

  test("leaves a resource unproven that names a provider configuration which does not exist", () => {
    const result = checkJson({
      provider: { oci: [{ alias: "a", region: "us-ashburn-1" }] },
      resource: { oci_objectstorage_bucket: { b: bucketBody({ provider: "oci.z" }) } },
    });
    expect(result.findings.map((finding) => finding.path)).toEqual([
      "/resource/oci_objectstorage_bucket/b/provider",
    ]);
  });

  test("takes an AWS resource's own region before its provider configuration's", () => {
    const provider = { aws: [{ region: "us-east-1" }] };
    const inside = checkJson({
      provider,
      resource: { aws_vpc: { b: { cidr_block: "10.0.0.0/16" } } },
    });
    const moved = checkJson({
      provider,
      resource: { aws_vpc: { b: { cidr_block: "10.0.0.0/16", region: "ap-southeast-1" } } },
    });
    expect(inside.findings).toEqual([]);
    expect(briefly(moved)).toEqual([
      { rule: "resource-inside", status: "outside", path: "/resource/aws_vpc/b/region" },
    ]);
  });

  test("does not take a region of the one cloud for the other's", () => {
    expect(checkJson(bucketIn("us-east-1")).findings[0]).toMatchObject({
      status: "unproven",
      message: expect.stringContaining("no OCI region that is known"),
    });
  });

  test("names the nearest region for a typo that Terraform would accept", () => {
    expect(checkJson(bucketIn("us-ashburm-1")).findings[0]?.message).toContain("us-ashburn-1");
  });

  describe("a region that comes from a variable", () => {
    const withVariable = (variable: object) => ({
      provider: { oci: [{ region: "${var.region}" }] },
      variable: { region: variable },
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });

    test("is unproven with a default alone, which anybody can override", () => {
      expect(checkJson(withVariable({ default: "us-ashburn-1" })).summary.unproven).toBe(1);
    });

    test.each([
      '${contains(["us-ashburn-1", "us-phoenix-1"], var.region)}',
      '${var.region == "us-ashburn-1" || var.region == "us-phoenix-1"}',
    ])("is proven by the validation %s", (condition) => {
      const validation = [{ condition, error_message: "US only" }];
      const result = checkJson(withVariable({ validation }));
      expect(result.findings).toEqual([]);
      expect(result.placements.at(0)?.region).toBe("us-ashburn-1 or us-phoenix-1");
    });

    test.each([
      '${contains(["us-ashburn-1"], var.other)}',
      '${var.region != "eu-frankfurt-1"}',
      '${contains(concat(["us-ashburn-1"], var.more), var.region)}',
      '${var.region == "us-ashburn-1" || true}',
    ])("is unproven by the validation %s", (condition) => {
      const result = checkJson(withVariable({ validation: { condition } }));
      expect(result.summary.inside).toBe(0);
    });

    test("is outside where the validation admits a region abroad", () => {
      const condition = '${contains(["us-ashburn-1", "eu-frankfurt-1"], var.region)}';
      expect(checkJson(withVariable({ validation: { condition } })).summary.outside).toBe(1);
    });
  });

  test("follows a local value, and survives locals that refer to one another in a circle", () => {
    const withLocals = (locals: object) => ({
      provider: { oci: [{ region: "${local.a}" }] },
      locals,
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });
    expect(checkJson(withLocals({ a: "${local.b}", b: "us-chicago-1" })).findings).toEqual([]);
    expect(checkJson(withLocals({ a: "${local.b}", b: "${local.a}" })).summary.unproven).toBe(1);
  });

  test("counts a resource that exists in the state only as inside, and an unknown cloud's as unproven", () => {
    const result = checkJson({
      resource: {
        random_id: { r: { byte_length: 4 } },
        google_storage_bucket: { g: { name: "g" } },
      },
    });
    expect(result.summary).toMatchObject({ inside: 1, unproven: 1 });
  });

  describe("the provider behind a local name", () => {
    const json = (source: string | undefined, provider: string, region = "us-ashburn-1") => ({
      terraform: { required_providers: source === undefined ? {} : { [provider]: { source } } },
      provider: { [provider]: [{ alias: "x", region }] },
      resource: { oci_objectstorage_bucket: { b: bucketBody({ provider: `${provider}.x` }) } },
    });

    test.each(["oracle/oci", "hashicorp/oci", "registry.terraform.io/oracle/oci"])(
      "is Oracle's by the source %s, whatever the name",
      (source) => {
        expect(checkJson(json(source, "oracle")).findings).toEqual([]);
        expect(checkJson(json(source, "oracle", "eu-frankfurt-1")).summary.outside).toBe(1);
      },
    );

    test("is unproven by the name alone, if no source says that it is Oracle's", () => {
      expect(checkJson(json(undefined, "oracle")).summary.unproven).toBe(1);
    });

    test.each(["elsewhere/oci", "example.com/oracle/oci"])(
      "is not Oracle's by the source %s, even if it is called oci",
      (source) => {
        const result = checkJson(json(source, "oci"));
        expect(result.summary.unproven).toBe(1);
        expect(result.findings[0]?.message).toContain(source);
      },
    );

    test("does not exist only in the state by its name", () => {
      const resource = { random_id: { r: {} } };
      const required_providers = { random: { source: "elsewhere/random" } };
      expect(checkJson({ resource }).summary.inside).toBe(1);
      expect(checkJson({ terraform: { required_providers }, resource }).summary.unproven).toBe(1);
    });

    test("must be of the cloud that the type is of", () => {
      const provider = { oci: { region: "us-ashburn-1" }, aws: { region: "us-east-1" } };
      const of = (type: string, name: string) =>
        checkJson({ provider, resource: { [type]: { r: { provider: name } } } }).summary;
      expect(of("google_storage_bucket", "aws")).toMatchObject({ inside: 0, unproven: 1 });
      expect(of("oci_core_vcn", "aws")).toMatchObject({ inside: 0, unproven: 1 });
      expect(of("oci_core_vcn", "oci")).toMatchObject({ inside: 1, unproven: 0 });
    });
  });

  test.each(["oci.us", "${oci.us}", "${ oci.us }"])(
    "reads the provider argument %s",
    (provider) => {
      const result = checkJson({
        provider: { oci: { alias: "us", region: "us-ashburn-1" } },
        resource: { oci_objectstorage_bucket: { b: bucketBody({ provider }) } },
      });
      expect(result.findings).toEqual([]);
    },
  );

  test.each([1, true, ["oci.us"], { oci: "us" }, "oci.us.more", "${oci.us}x"])(
    "leaves a resource unproven whose provider argument is %j",
    (provider) => {
      const result = checkJson({
        provider: { oci: { alias: "us", region: "us-ashburn-1" } },
        resource: { oci_objectstorage_bucket: { b: bucketBody({ provider }) } },
      });
      expect(result.summary.unproven).toBe(1);
    },
  );

  test("takes every region of a provider configuration that goes through several", () => {
    const json = (regions: object) => ({
      provider: { oci: { alias: "by", for_each: regions, region: "${each.value}" } },
      resource: { oci_objectstorage_bucket: { b: bucketBody({ provider: 'oci.by["a"]' }) } },
    });
    expect(checkJson(json({ a: "us-ashburn-1", b: "us-phoenix-1" })).findings).toEqual([]);
    expect(checkJson(json({ a: "us-ashburn-1", b: "uk-london-1" })).summary.outside).toBe(1);
  });

  test("takes every region that for_each gives a resource", () => {
    const json = (regions: unknown) => ({
      provider: { aws: { region: "us-east-1" } },
      resource: { aws_vpc: { b: { for_each: regions, region: "${each.value}" } } },
    });
    expect(checkJson(json('${toset(["us-west-1", "us-west-2"])}')).findings).toEqual([]);
    expect(checkJson(json({ a: "us-west-1", b: "eu-west-1" })).summary.outside).toBe(1);
    expect(checkJson(json("${var.regions}")).summary.unproven).toBe(1);
  });

  test.each(['${cond ? "us-west-1" : "eu-west-1"}', '${join("-", ["eu", "west", "1"])}'])(
    "fails a resource whose region %s can be abroad",
    (region) => {
      const json = {
        provider: { aws: { region: "us-east-1" } },
        resource: { aws_vpc: { b: { region } } },
      };
      expect(checkJson(json).summary.outside).toBe(1);
    },
  );

  test("points into the resource's own file where its provider configuration stands in another", () => {
    const documents = [
      { stack: "s", file: "a.tf.json", json: { provider: { aws: { region: "eu-west-1" } } } },
      { stack: "s", file: "b.tf.json", json: { resource: { aws_vpc: { b: {} } } } },
    ];
    const result = check(
      { documents, unread: [] },
      { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
    );
    expect(result.findings).toMatchObject([
      { rule: "resource-inside", file: "b.tf.json", path: "/resource/aws_vpc/b" },
      { rule: "provider-inside", file: "a.tf.json", path: "/provider/aws/region" },
    ]);
  });
});

describe("what resource-inside says", () => {
  test.each<[string, object, readonly string[]]>([
    [
      "a resource of OCI abroad",
      bucketIn("eu-frankfurt-1"),
      [
        "outside",
        "/provider/oci/0/region",
        "eu-frankfurt-1",
        "oci_objectstorage_bucket.b lies in eu-frankfurt-1, outside US: provider.oci.eu-frankfurt-1 sets region eu-frankfurt-1.",
        "Give it a provider configuration in one of: us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1.",
      ],
    ],
    [
      "a resource of AWS abroad",
      {
        provider: { aws: { region: "us-east-1" } },
        resource: { aws_vpc: { r: { region: "eu-west-1" } } },
      },
      [
        "outside",
        "/resource/aws_vpc/r/region",
        "eu-west-1",
        "aws_vpc.r lies in eu-west-1, outside US: its own region argument says region eu-west-1.",
        "Give it a provider configuration in one of: us-east-1, us-east-2, us-west-1, us-west-2.",
      ],
    ],
    [
      "a data source without a provider configuration",
      { data: { oci_core_vcns: { r: {} } } },
      [
        "unproven",
        "/data/oci_core_vcns/r",
        "oci",
        "Nothing proves where data.oci_core_vcns.r lies: it names no provider and there is no default provider configuration oci.",
        "Give it a provider configuration whose region is written out and allowed.",
      ],
    ],
  ])("of %s", (_what, json, expected) => {
    expect(inFull("resource-inside", json)).toEqual([expected]);
  });

  test("nothing of remote state, which is read from a backend", () => {
    const o = { backend: "s3", config: { region: "eu-west-1" } };
    expect(inFull("resource-inside", { data: { terraform_remote_state: { o } } })).toEqual([]);
  });

  const plan = (more: object = {}) => ({
    format_version: "1.2",
    terraform_version: "1.14.0",
    planned_values: { root_module: {} },
    configuration: {
      provider_config: {
        oci: { name: "oci", expressions: { region: { constant_value: "us-ashburn-1" } } },
      },
      root_module: {},
    },
    ...more,
  });

  test("of a plan, that it does not hold the backend", () => {
    expect(notesInFull("resource-inside", plan())).toEqual([
      [
        "",
        "test is a plan, which does not hold the backend: where the state is kept is proven by the configuration alone.",
      ],
    ]);
    expect(notesInFull("resource-inside", bucketIn("us-ashburn-1"))).toEqual([]);
  });
});
