import { briefly, checkJson } from "../../support/check-json";
import { inFull, notesInFull } from "./in-full";

const withResource = (type: string, body: object) => ({
  provider: { oci: [{ region: "us-ashburn-1" }] },
  resource: { [type]: { r: body } },
});

describe("argument-inside", () => {
  test("fails a replication to a region abroad and passes one to another allowed region", () => {
    const replicate = (destination_region_name: string) =>
      withResource("oci_objectstorage_replication_policy", {
        bucket: "b",
        destination_bucket_name: "b-replica",
        destination_region_name,
      });
    expect(briefly(checkJson(replicate("ap-singapore-1")))).toEqual([
      {
        rule: "argument-inside",
        status: "outside",
        path: "/resource/oci_objectstorage_replication_policy/r/destination_region_name",
      },
    ]);
    expect(checkJson(replicate("us-phoenix-1")).findings).toEqual([]);
  });

  test("counts a resource that lies inside but names a place abroad as outside", () => {
    const result = checkJson(
      withResource("oci_kms_vault_replication", { vault_id: "v", replica_region: "uk-london-1" }),
    );
    expect(result.summary).toMatchObject({ inside: 0, outside: 1 });
  });

  test.each([
    ["an OCID with a region key", "peer_id", "ocid1.remotepeeringconnection.oc1.fra.amaaaa"],
    ["an OCID with a region id", "peer_id", "ocid1.remotepeeringconnection.oc1.eu-frankfurt-1.am"],
    ["an availability domain", "availability_domain", "Uocm:EU-FRANKFURT-1-AD-1"],
    [
      "a service host",
      "management_endpoint",
      "https://x-management.kms.eu-frankfurt-1.oraclecloud.com",
    ],
    ["an ARN", "source_arn", "arn:aws:rds:eu-west-1:123456789012:db:x"],
  ])("fails %s abroad, in whichever argument it stands", (_name, argument, value) => {
    const result = checkJson(withResource("oci_core_anything", { [argument]: value }));
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatchObject({ rule: "argument-inside", status: "outside", value });
  });

  test.each([
    ["peer_id", "ocid1.remotepeeringconnection.oc1.phx.amaaaa"],
    ["availability_domain", "Uocm:US-ASHBURN-AD-1"],
    ["compartment_id", "ocid1.compartment.oc1..aaaa"],
    ["management_endpoint", "https://x-management.kms.us-ashburn-1.oraclecloud.com"],
    ["algorithm", "sha-256"],
    ["protocol", "tls-1"],
  ])("passes the look-alike %s = %s", (argument, value) => {
    expect(checkJson(withResource("oci_core_anything", { [argument]: value })).findings).toEqual(
      [],
    );
  });

  test("only notes a region abroad that a name, a description or a tag mentions", () => {
    const result = checkJson(
      withResource("oci_core_drg", {
        name: "moved-from-ap-singapore-1",
        kms_key_id: "ocid1.key.oc1.iad.vault.aaaa",
        freeform_tags: { origin: "ap-singapore-1" },
      }),
    );
    expect(result.findings).toEqual([]);
    expect(result.notes.map((note) => note.path)).toEqual([
      "/resource/oci_core_drg/r/freeform_tags/origin",
      "/resource/oci_core_drg/r/name",
    ]);
  });

  test.each([
    ["environment", { environment: { variables: { name: "eu-frankfurt-1" } } }],
    ["config", { config: { bucket: "https://objectstorage.eu-frankfurt-1.oraclecloud.com/n/b" } }],
    ["metadata", { metadata: { alias: "eu-frankfurt-1" } }],
    ["nested block", { step: [{ provider: "eu-frankfurt-1", depends_on: [] }] }],
  ])("fails a setting in %s that is called like a text or like a block's name", (_in, body) => {
    expect(checkJson(withResource("oci_x_y", body)).findings).toMatchObject([
      { rule: "argument-inside", status: "outside" },
    ]);
  });

  test.each([
    ["a name in a map", { environment: { variables: { name: "moved-from-eu-frankfurt-1" } } }],
    ["a block's tag", { launch: { freeform_tags: { name: "eu-frankfurt-1" } } }],
    ["an address of a block", { depends_on: ["oci_core_vcn.eu-frankfurt-1"] }],
  ])("passes %s that mentions a region abroad", (_what, body) => {
    expect(checkJson(withResource("oci_x_y", body)).findings).toEqual([]);
  });

  test("looks at local values whatever they are called, and only notes tags among them", () => {
    const locals = (values: object) =>
      checkJson({ locals: values }).findings.map(({ path }) => path);
    expect(locals({ name: "eu-frankfurt-1" })).toEqual(["/locals/name"]);
    expect(locals({ alias: "eu-frankfurt-1" })).toEqual(["/locals/alias"]);
    expect(locals({ name: "copy-of-eu-frankfurt-1" })).toEqual([]);
    expect(locals({ tags: { origin: "eu-frankfurt-1" } })).toEqual([]);
  });

  describe("a local map of tags", () => {
    const tags = { origin: "eu-frankfurt-1", owner: "data" };
    const using = (resource: object, more: object = {}) => {
      const { findings, notes } = checkJson({ locals: { tags, ...more }, resource });
      return { findings: findings.filter(({ rule }) => rule === "argument-inside"), notes };
    };
    const AT = "/locals/tags/origin";

    test.each<[string, object, object?]>([
      ["a setting", { oci_x_y: { r: { config: { TARGET: "${local.tags.origin}" } } } }],
      ["a setting, by a key in quotes", { oci_x_y: { r: { target: '${local.tags["origin"]}' } } }],
      [
        "a setting, as an item of for_each",
        { oci_x_y: { r: { for_each: "${local.tags}", target: "${each.value}" } } },
      ],
      ["all settings", { oci_x_y: { r: { config: "${local.tags}" } } }],
      ["a local value", {}, { target: "${local.tags.origin}" }],
      [
        "a setting, by another name",
        { oci_x_y: { r: { target: "${local.more_tags.origin}" } } },
        { more_tags: "${local.tags}" },
      ],
    ])("fails where a part of it is used for %s", (_what, resource, more = {}) => {
      const { findings } = using(resource, more);
      expect(findings).toMatchObject([{ status: "outside", path: AT, region: "eu-frankfurt-1" }]);
    });

    test("says which argument takes it", () => {
      const { findings } = using({ oci_x_y: { r: { target: "${local.tags.origin}" } } });
      expect(findings[0]?.message).toContain("oci_x_y.r takes it for target");
    });

    test.each<[string, object]>([
      ["tags", { oci_x_y: { r: { freeform_tags: "${local.tags}" } } }],
      ["one tag", { oci_x_y: { r: { freeform_tags: { from: "${local.tags.origin}" } } } }],
      ["a description", { oci_x_y: { r: { description: "${local.tags.origin}" } } }],
      [
        "tags of for_each",
        {
          oci_x_y: {
            r: { for_each: "${local.tags}", tags: { k: "${each.value}" }, label: "${each.key}" },
          },
        },
      ],
      ["another part of it", { oci_x_y: { r: { target: "${local.tags.owner}" } } }],
      ["a map of another name", { oci_x_y: { r: { target: "${local.other.origin}" } } }],
      ["a map that no program reads", { oci_x_y: { r: { labels: "${local.tags}" } } }],
      ["nothing", {}],
    ])("is only noted where it is used for %s", (_what, resource) => {
      const { findings, notes } = using(resource);
      expect(findings).toEqual([]);
      expect(notes.map(({ path }) => path)).toContain(AT);
    });

    test("is only noted where the text that is used mentions a region among other words", () => {
      const { findings } = checkJson({
        locals: { tags: { origin: "moved-from-eu-frankfurt-1" } },
        resource: { oci_x_y: { r: { target: "${local.tags.origin}" } } },
      });
      expect(findings.filter(({ rule }) => rule === "argument-inside")).toEqual([]);
    });
  });

  test("fails a Local Zone abroad of an allowed region, and passes one at home", () => {
    const zone = (availability_zone: string) =>
      checkJson({
        provider: { aws: [{ region: "us-east-1" }] },
        resource: {
          aws_subnet: { s: { vpc_id: "vpc-1", cidr_block: "10.0.0.0/24", availability_zone } },
        },
      });
    const abroad = zone("us-east-1-bue-1a").findings.filter((f) => f.rule === "argument-inside");
    expect(abroad).toMatchObject([{ status: "outside", value: "us-east-1-bue-1a" }]);
    const home = zone("us-east-1-bos-1a").findings.filter((f) => f.rule === "argument-inside");
    expect(home).toEqual([]);
  });

  test.each([
    ["full-width letters", "ａｐ-singapore-1"],
    ["a zero-width space", "ap-singa\u200bpore-1"],
    ["Cyrillic letters", "ap-sing\u0430pore-1"],
    ["percent-encoding", "%61p-singapore-1"],
    ["upper case", "AP-SINGAPORE-1"],
    ["base64", Buffer.from("region=ap-singapore-1").toString("base64")],
  ])("fails a region abroad that is written with %s", (_what, value) => {
    const result = checkJson(withResource("oci_x_y", { target: value }));
    expect(result.findings).toMatchObject([{ rule: "argument-inside", status: "outside", value }]);
  });

  test("looks into nested blocks, lists and map keys, and gives the JSON pointer", () => {
    const result = checkJson(
      withResource("oci_x_y", { a: [{ "b/c": { "eu-frankfurt-1": { d: ["uk-london-1"] } } }] }),
    );
    expect(result.findings.map((finding) => finding.path)).toEqual([
      "/resource/oci_x_y/r/a/0/b~1c/eu-frankfurt-1",
      "/resource/oci_x_y/r/a/0/b~1c/eu-frankfurt-1/d/0",
    ]);
  });

  test("looks into locals and outputs", () => {
    const result = checkJson({
      locals: { target: "ap-tokyo-1" },
      output: { o: { value: "ap-osaka-1" } },
    });
    expect(result.findings.map((finding) => finding.path)).toEqual([
      "/locals/target",
      "/output/o/value",
    ]);
  });
});

describe("what argument-inside says", () => {
  const said = (json: object) => inFull("argument-inside", json);
  const FIX =
    "Name one of: us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1, us-east-1, us-east-2, us-west-1, us-west-2.";

  test.each<[string, string, string]>([
    ["eu-frankfurt-1", "outside", "names eu-frankfurt-1, outside US"],
    ["ocid1.tenancy.oc4..aaaa", "outside", "names oc4, outside US"],
    ["AP-SINGAPORE-1", "outside", "names ap-singapore-1 (written with case), outside US"],
    [
      "cmVnaW9uPWFwLXNpbmdhcG9yZS0x",
      "outside",
      "names ap-singapore-1 (written with base64), outside US",
    ],
    ["ocid1.key.oc1.zzz.vault.aaaa", "unproven", "names zzz, a place that is not known"],
    [
      "arn:aws:kms:xx-west-1:123456789012:key/1",
      "unproven",
      "names xx-west-1, a place that is not known",
    ],
  ])("of the value %s", (value, status, what) => {
    expect(said(withResource("oci_x_y", { target: value }))).toEqual([
      [status, "/resource/oci_x_y/r/target", value, `target of oci_x_y.r ${what}.`, FIX],
    ]);
  });

  test("of a local value that a setting takes", () => {
    const locals = { tags: { origin: "eu-frankfurt-1" } };
    const resource = { oci_x_y: { r: { target: "${local.tags.origin}" } } };
    expect(said({ locals, resource })).toEqual([
      [
        "outside",
        "/locals/tags/origin",
        "eu-frankfurt-1",
        "tags of locals names eu-frankfurt-1, outside US, and oci_x_y.r takes it for target.",
        FIX,
      ],
    ]);
  });

  test("of a text that mentions a region", () => {
    const json = withResource("oci_x_y", { display_name: "copy-of-eu-frankfurt-1" });
    expect(notesInFull("argument-inside", json)).toEqual([
      [
        "/resource/oci_x_y/r/display_name",
        "display_name of oci_x_y.r mentions eu-frankfurt-1; a text places nothing.",
      ],
    ]);
  });

  test("of every kind of block", () => {
    const url = "https://objectstorage.eu-frankfurt-1.oraclecloud.com";
    const json = {
      check: { c: { data: { http: { x: { url } } } } },
      data: { oci_x_y: { d: { target: url } } },
      locals: { target: url },
      module: { m: { source: "./m", target: url } },
      output: { o: { value: url } },
      provider: { oci: { region: "us-ashburn-1", target: url } },
      variable: { v: { default: url } },
    };
    expect(said(json).map(([, , , message]) => message)).toEqual([
      "url of data.http.x names eu-frankfurt-1, outside US.",
      "target of data.oci_x_y.d names eu-frankfurt-1, outside US.",
      "target of locals names eu-frankfurt-1, outside US.",
      "target of module.m names eu-frankfurt-1, outside US.",
      "value of output.o names eu-frankfurt-1, outside US.",
      "target of provider.oci names eu-frankfurt-1, outside US.",
      "default of var.v names eu-frankfurt-1, outside US.",
    ]);
  });
});

describe("a block's name that is a region's", () => {
  const found = (json: object) => inFull("argument-inside", json).map(([, path]) => path);
  const NAME = "oci.eu-frankfurt-1";

  test.each<[string, object]>([
    ["the provider of a resource", { resource: { oci_x_y: { r: { provider: NAME } } } }],
    ["what a resource depends on", { resource: { oci_x_y: { r: { depends_on: [NAME] } } } }],
    ["the provider of a data source", { data: { oci_x_y: { r: { provider: NAME } } } }],
    ["what a data source depends on", { data: { oci_x_y: { r: { depends_on: [NAME] } } } }],
    ["the providers of a module", { module: { m: { source: "./m", providers: { oci: NAME } } } }],
    ["what a module depends on", { module: { m: { source: "./m", depends_on: [NAME] } } }],
    ["what an output depends on", { output: { o: { value: "x", depends_on: [NAME] } } }],
    ["an alias", { provider: { oci: { alias: "eu-frankfurt-1", region: "us-ashburn-1" } } }],
    ["a reference", { resource: { oci_x_y: { r: { target: "${oci_x_y.eu-frankfurt-1.id}" } } } }],
  ])("is none that argument-inside judges: %s", (_what, json) => {
    expect(found(json)).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      "a resource's setting that is called provider",
      { resource: { oci_x_y: { r: { filter: { provider: NAME } } } } },
      "/resource/oci_x_y/r/filter/provider",
    ],
    [
      "a data source's setting that is called depends_on",
      { data: { oci_x_y: { r: { filter: { depends_on: NAME } } } } },
      "/data/oci_x_y/r/filter/depends_on",
    ],
    [
      "a module's variable that holds providers",
      { module: { m: { source: "./m", x: { providers: NAME } } } },
      "/module/m/x/providers",
    ],
    [
      "a module's variable that is called alias",
      { module: { m: { source: "./m", alias: NAME } } },
      "/module/m/alias",
    ],
    [
      "an output's value that is called depends_on",
      { output: { o: { value: { depends_on: NAME } } } },
      "/output/o/value/depends_on",
    ],
    [
      "a provider's setting that is called provider",
      { provider: { oci: { region: "us-ashburn-1", provider: NAME } } },
      "/provider/oci/provider",
    ],
    [
      "an address without braces",
      { resource: { oci_x_y: { r: { target: "oci_x_y.eu-frankfurt-1.id" } } } },
      "/resource/oci_x_y/r/target",
    ],
    [
      "a host beside the name of a provider",
      {
        module: {
          m: { source: "./m", providers: { oci: "https://iaas.eu-frankfurt-1.oraclecloud.com" } },
        },
      },
      "/module/m/providers/oci",
    ],
  ])("is judged where it is %s", (_what, json, path) => {
    expect(found(json)).toEqual([path]);
  });

  test("is not said twice where the block's own region is abroad", () => {
    const vpc = (more: object) => ({
      provider: { aws: { region: "us-east-1" } },
      resource: { aws_vpc: { r: { region: "eu-west-1", ...more } } },
    });
    expect(found(vpc({}))).toEqual([]);
    expect(found(vpc({ peer: "eu-west-1" }))).toEqual(["/resource/aws_vpc/r/peer"]);
  });
});
