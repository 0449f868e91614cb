import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";
import { inFull } from "./in-full";

const PROVIDERS = {
  oci: [
    { region: "us-ashburn-1" },
    { alias: "phoenix", region: "us-phoenix-1" },
    { alias: "frankfurt", region: "eu-frankfurt-1" },
  ],
  aws: [
    { region: "us-east-1" },
    { alias: "oregon", region: "us-west-2" },
    { alias: "ireland", region: "eu-west-1" },
  ],
};

/** What flow-inside says of a document that has providers in and outside the United States. */
function flows(document: object) {
  return checkJson({ provider: PROVIDERS, ...document })
    .findings.filter((finding) => finding.rule === "flow-inside")
    .map(({ status, path, region }) => ({ status, path, region }));
}

const resource = (type: string, body: object) => ({ resource: { [type]: { r: body } } });

describe("flow-inside", () => {
  describe("follows a reference to the block it names", () => {
    const bucket = (kms_key_id: string, provider: string) => ({
      resource: {
        oci_kms_key: { k: { provider, display_name: "k" } },
        oci_objectstorage_bucket: { b: { name: "b", kms_key_id } },
      },
    });

    test("fails a key that lies in Frankfurt", () => {
      expect(flows(bucket("${oci_kms_key.k.id}", "oci.frankfurt"))).toEqual([
        {
          status: "outside",
          path: "/resource/oci_objectstorage_bucket/b/kms_key_id",
          region: "eu-frankfurt-1",
        },
      ]);
    });

    test.each([
      ["${oci_kms_key.k.id}"],
      ["${oci_kms_key.k[0].id}"],
      ["${oci_kms_key.k[*].id[0]}"],
      ["${coalesce(oci_kms_key.k.id, null)}"],
      ["${var.own ? oci_kms_key.k.id : null}"],
      ['${try(oci_kms_key.k.id, "")}'],
      ["${one(oci_kms_key.k[*].id)}"],
    ])("passes %s where the key lies in Phoenix", (value) => {
      expect(flows(bucket(value, "oci.phoenix"))).toEqual([]);
    });

    test.each([["${var.own ? oci_kms_key.k.id : null}"], ["${element([oci_kms_key.k.id], 0)}"]])(
      "fails %s where the key lies in Frankfurt",
      (value) => {
        expect(flows(bucket(value, "oci.frankfurt"))).toMatchObject([{ status: "outside" }]);
      },
    );

    test.each([
      ['${replace(oci_kms_key.k.id, "iad", "fra")}'],
      ["${oci_kms_key.k.id}${var.suffix}"],
      ["${oci_kms_key.nowhere.id}"],
      ["${module.keys.id}"],
      ["${oci_kms_key.k.freeform_tags}"],
      ["${data.external.script.result.key}"],
    ])("leaves %s unproven", (value) => {
      expect(flows(bucket(value, "oci.phoenix"))).toMatchObject([{ status: "unproven" }]);
    });

    test("goes by where the block lies, not by how it is called", () => {
      const named = (name: string, provider: string) => ({
        resource: {
          oci_kms_key: { [name]: { provider } },
          oci_objectstorage_bucket: { b: { name: "b", kms_key_id: `\${oci_kms_key.${name}.id}` } },
        },
      });
      expect(flows(named("eu-frankfurt-1", "oci.phoenix"))).toEqual([]);
      expect(flows(named("us-phoenix-1", "oci.frankfurt"))).toMatchObject([{ status: "outside" }]);
      expect(flows(named("eu-frankfurt-1", "oci.frankfurt"))).toMatchObject([
        { status: "outside" },
      ]);
    });

    test("says nothing twice of a key whose own place is not proven", () => {
      const result = checkJson({
        provider: PROVIDERS,
        ...bucket("${oci_kms_key.k.id}", "oci.unknown"),
      });
      const about = result.findings.filter(({ address }) => !address.startsWith("provider."));
      expect(about.map(({ rule, address }) => ({ rule, address }))).toEqual([
        { rule: "resource-inside", address: "oci_kms_key.k" },
      ]);
    });

    test("goes on where the block passes another region on", () => {
      const through = (region: string) => ({
        resource: {
          oci_kms_vault_replication: { v: { vault_id: "v", replica_region: region } },
          oci_objectstorage_replication_policy: {
            r: { destination_region_name: "${oci_kms_vault_replication.v.replica_region}" },
          },
        },
      });
      expect(flows(through("us-phoenix-1"))).toEqual([]);
      expect(flows(through("uk-london-1"))).toMatchObject([
        { status: "outside", region: "uk-london-1" },
      ]);
    });
  });

  describe("demands a region where one is asked for", () => {
    const copy = (destination_region: unknown, more: object = {}) => ({
      ...resource("oci_core_volume_backup_policy", { destination_region }),
      ...more,
    });

    test.each([
      ["us-phoenix-1"],
      ["PHX"],
      [null],
      ["${local.dr}"],
      ["${data.aws_region.x.region}"],
    ])("passes %s", (value) => {
      const more = {
        locals: { dr: "us-phoenix-1" },
        data: { aws_region: { x: { region: "us-west-2" } } },
      };
      expect(flows(copy(value, more))).toEqual([]);
    });

    test("fails the key of a region abroad, which is no id", () => {
      expect(flows(copy("FRA"))).toMatchObject([{ status: "outside", region: "eu-frankfurt-1" }]);
    });

    test.each([
      ["Germany Central"],
      ["us-ashburn"],
      [7],
      ["${var.region}"],
      ["${oci_core_vcn.v.id}"],
    ])("leaves %s unproven", (value) => {
      expect(flows(copy(value))).toMatchObject([{ status: "unproven" }]);
    });

    test.each([["name"], ["region"], ["id"]])(
      "takes %s of aws_region for the region that is asked for, or else the provider's",
      (attribute) => {
        const asked = (body: object) =>
          copy(`\${data.aws_region.x.${attribute}}`, { data: { aws_region: { x: body } } });
        expect(flows(asked({}))).toEqual([]);
        expect(flows(asked({ provider: "aws.ireland" }))).toMatchObject([{ status: "outside" }]);
        expect(flows(asked({ name: "us-west-2" }))).toEqual([]);
        expect(flows(asked({ name: "eu-west-1" }))).toMatchObject([{ status: "outside" }]);
        expect(flows(asked({ endpoint: "ec2.example" }))).toMatchObject([{ status: "unproven" }]);
      },
    );

    test("does not take an identifier for a region", () => {
      const more = { resource: { oci_core_vcn: { v: { provider: "oci.phoenix" } } } };
      const document = {
        resource: {
          ...more.resource,
          oci_kms_vault_replication: { r: { replica_region: "${oci_core_vcn.v.id}" } },
        },
      };
      expect(flows(document)).toMatchObject([{ status: "unproven" }]);
    });

    test("works out what functions make of known values", () => {
      const made = copy('${format("us-%s-1", local.city)}', { locals: { city: "phoenix" } });
      expect(flows(made)).toEqual([]);
      expect(flows(copy('${format("us-%s-1", var.city)}'))).toMatchObject([{ status: "unproven" }]);
    });

    test("reads the values that a validation admits", () => {
      const variable = (regions: string[]) => ({
        variable: {
          region: {
            validation: { condition: `\${contains(${JSON.stringify(regions)}, var.region)}` },
          },
        },
      });
      expect(flows(copy("${var.region}", variable(["us-phoenix-1", "us-chicago-1"])))).toEqual([]);
      expect(flows(copy("${var.region}", variable(["us-phoenix-1", "eu-milan-1"])))).toMatchObject([
        { status: "outside", region: "eu-milan-1" },
      ]);
    });

    test("does not take a region abroad, which argument-inside reports, for its own", () => {
      expect(flows(copy("eu-frankfurt-1"))).toEqual([]);
    });

    test("reads what for_each goes through", () => {
      const each = (second: string) =>
        resource("oci_identity_domain_replication_to_region", {
          for_each: { a: "us-phoenix-1", b: second },
          replica_region: "${each.value}",
        });
      expect(flows(each("us-chicago-1"))).toEqual([]);
      expect(flows(each("ap-tokyo-1"))).toMatchObject([{ status: "outside" }]);
      expect(flows(each("${var.more}"))).toMatchObject([{ status: "unproven" }]);
    });

    test("looks into repeated and dynamic blocks", () => {
      const document = resource("aws_dynamodb_table", {
        replica: [{ region_name: "us-west-2" }, { region_name: "${var.r}" }],
        dynamic: {
          replica: { for_each: "${var.rs}", content: { region_name: "${replica.value}" } },
        },
      });
      expect(flows(document).map((finding) => finding.path)).toEqual([
        "/resource/aws_dynamodb_table/r/dynamic/replica/content/region_name",
        "/resource/aws_dynamodb_table/r/replica/1/region_name",
      ]);
    });
  });

  describe("places an S3 bucket, whose name holds no region", () => {
    const replicate = (bucket: string, more: object = {}) => ({
      resource: {
        aws_s3_bucket_replication_configuration: {
          r: { bucket: "a", rule: [{ destination: { bucket } }] },
        },
        ...more,
      },
    });
    const copy = (provider: string) => ({
      aws_s3_bucket: { copy: { bucket: "the-copy", provider } },
    });

    test.each([
      ["arn:aws:s3:::the-copy"],
      ["${aws_s3_bucket.copy.arn}"],
      ["arn:aws:s3:::${aws_s3_bucket.copy.id}"],
      ["arn:aws:s3:::${aws_s3_bucket.copy.bucket}/path/${var.x}"],
    ])("follows %s to the bucket", (value) => {
      expect(flows(replicate(value, copy("aws.oregon")))).toEqual([]);
      expect(flows(replicate(value, copy("aws.ireland")))).toMatchObject([
        { status: "outside", region: "eu-west-1" },
      ]);
    });

    test.each([["arn:aws:s3:::of-somebody"], ["${var.bucket}"], ["arn:aws:s3:::${var.bucket}"]])(
      "leaves %s unproven, which no stack makes",
      (value) => {
        expect(flows(replicate(value, copy("aws.oregon")))).toMatchObject([
          { status: "unproven", path: expect.stringContaining("/rule/0/destination/bucket") },
        ]);
      },
    );

    test("does not ask for the place of a bucket that must lie in the resource's own region", () => {
      expect(flows(resource("aws_s3_bucket_logging", { target_bucket: "logs" }))).toEqual([]);
      expect(flows(resource("aws_lb", { access_logs: { bucket: "logs" } }))).toEqual([]);
      expect(flows(resource("aws_s3_bucket", { bucket: "mine" }))).toEqual([]);
    });
  });

  describe("judges an address that data is sent to", () => {
    const hook = (endpoint: string) => resource("oci_ons_subscription", { endpoint });

    test.each([
      ["ops@example.com"],
      ["+1 555 0100"],
      ["https://10.2.3.4/hook"],
      ["https://collector.internal:8443/in"],
      ["${oci_functions_function.f.id}"],
    ])("passes %s", (endpoint) => {
      expect(
        flows({
          resource: {
            oci_functions_function: { f: { display_name: "f" } },
            oci_ons_subscription: { r: { endpoint } },
          },
        }),
      ).toEqual([]);
    });

    test.each([
      ["https://hooks.example.com/in"],
      ["https://${var.host}/in"],
      ["${var.url}"],
      ["https://hooks.example.com/${oci_ons_notification_topic.t.id}"],
    ])("leaves %s unproven", (endpoint) => {
      expect(flows(hook(endpoint))).toMatchObject([{ status: "unproven" }]);
    });
  });

  test("leaves a key unproven whose OCID names no region", () => {
    const key = (kms_key_id: string) => resource("oci_objectstorage_bucket", { kms_key_id });
    expect(flows(key("ocid1.key.oc1..aaaa"))).toMatchObject([{ status: "unproven" }]);
    expect(flows(key("ocid1.key.oc1.iad.vault.aaaa"))).toEqual([]);
  });

  test.each([
    ["${aws_cloudwatch_log_group.g.arn}:*"],
    ["${aws_cloudwatch_log_group.g.arn}"],
    ["arn:aws:logs:${data.aws_region.here.region}:123456789012:log-group:g:*"],
    ["arn:aws:logs:${local.region}:${var.account}:log-group:g"],
  ])("follows the part of %s that decides", (cloud_watch_logs_group_arn) => {
    const trail = (provider: string, region: string) => ({
      locals: { region },
      data: { aws_region: { here: { provider } } },
      resource: {
        aws_cloudwatch_log_group: { g: { provider } },
        aws_cloudtrail: { r: { cloud_watch_logs_group_arn } },
      },
    });
    expect(flows(trail("aws.oregon", "us-west-2"))).toEqual([]);
    const result = checkJson({ provider: PROVIDERS, ...trail("aws.ireland", "eu-west-1") });
    // Once, by whichever rule works the value out.
    expect(
      result.findings.filter(({ path }) => path.endsWith("/cloud_watch_logs_group_arn")),
    ).toMatchObject([{ status: "outside", region: "eu-west-1" }]);
  });

  test("reads a region that each.value holds in an object", () => {
    const document = (region: string) =>
      resource("aws_secretsmanager_secret", {
        for_each: { a: { region } },
        replica: { region: '${each.value["region"]}' },
      });
    expect(flows(document("us-west-2"))).toEqual([]);
    expect(flows(document("eu-west-1"))).toMatchObject([{ status: "outside" }]);
  });

  test("leaves a destination bucket of a partition abroad to what judges its ARN", () => {
    const document = resource("aws_s3_bucket_replication_configuration", {
      rule: { destination: { bucket: "arn:aws-cn:s3:::copy" } },
    });
    expect(flows(document)).toEqual([]);
    expect(checkJson({ provider: PROVIDERS, ...document }).findings).toContainEqual(
      expect.objectContaining({ rule: "argument-inside", region: "aws-cn" }),
    );
  });

  test("does not take a bucket called after an allowed region for one that lies there", () => {
    const destination = (bucket: string) =>
      resource("aws_s3_bucket_replication_configuration", { rule: { destination: { bucket } } });
    expect(flows(destination("arn:aws:s3:::copy-us-west-2"))).toMatchObject([
      { status: "unproven" },
    ]);
  });

  test("takes the default keys of a service, and aliases, for keys of the region", () => {
    for (const kms_key_id of [
      "alias/aws/sns",
      "AWS_OWNED_KEY",
      "1234abcd-12ab-34cd-56ef-1234567890ab",
    ]) {
      expect(flows(resource("aws_cloudtrail", { kms_key_id }))).toEqual([]);
    }
  });

  test("leaves a key from a variable unproven, and not a compartment, a subnet or an image", () => {
    expect(
      flows(
        resource("oci_core_instance", {
          compartment_id: "${var.compartment}",
          availability_domain: "${var.ad}",
          create_vnic_details: { subnet_id: "${var.subnet}" },
          source_details: { source_id: "${var.image}", kms_key_id: "${var.key}" },
        }),
      ).map((finding) => finding.path),
    ).toEqual(["/resource/oci_core_instance/r/source_details/kms_key_id"]);
  });

  test("fails a source that is known to lie abroad", () => {
    expect(
      flows({
        resource: {
          aws_db_instance: {
            primary: { provider: "aws.ireland" },
            copy: { replicate_source_db: "${aws_db_instance.primary.arn}" },
          },
        },
      }),
    ).toMatchObject([
      { status: "outside", path: "/resource/aws_db_instance/copy/replicate_source_db" },
    ]);
  });

  test("does not take what a data source lists of any region for a place", () => {
    const document = (value: string) => ({
      data: { aws_regions: { all: {} }, oci_identity_region_subscriptions: { s: {} } },
      ...resource("aws_secretsmanager_secret", { replica: [{ region: value }] }),
    });
    expect(flows(document("${tolist(data.aws_regions.all.names)[0]}"))).toMatchObject([
      { status: "unproven" },
    ]);
    expect(
      flows(
        document("${data.oci_identity_region_subscriptions.s.region_subscriptions[0].region_name}"),
      ),
    ).toMatchObject([{ status: "unproven" }]);
  });

  test("does not take a value of the Terraform state for a place", () => {
    expect(
      flows({
        resource: {
          random_pet: { p: {} },
          aws_backup_plan: {
            r: { rule: { copy_action: { destination_vault_arn: "${random_pet.p.id}" } } },
          },
        },
      }),
    ).toMatchObject([{ status: "unproven" }]);
  });

  test("reads a type that the catalogue does not hold by the names of its arguments", () => {
    const document = (value: string) =>
      resource("aws_something_new", { replica: { kms_key_id: value, name: "${var.n}" } });
    expect(flows(document("${var.key}"))).toMatchObject([
      { status: "unproven", path: "/resource/aws_something_new/r/replica/kms_key_id" },
    ]);
    expect(flows(document("alias/mine"))).toEqual([]);
  });

  test("ends references that branch without end", () => {
    const branches = (name: string) => Array.from({ length: 8 }, () => `\${local.${name}}`);
    const chain = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`l${at}`, branches(`l${at + 1}`)]),
    );
    const document = (end: object) => ({
      locals: { ...chain, ...end },
      ...resource("oci_monitoring_alarm", { destinations: "${local.l0}" }),
    });
    expect(flows(document({ l60: "${local.l0}" }))).toMatchObject([{ status: "unproven" }]);
    expect(flows(document({ l60: "ocid1.onstopic.oc1.iad.aaaa" }))).toEqual([]);
  });

  test("ends references that go round in a circle", () => {
    const document = {
      locals: { a: "${local.b}", b: "${local.a}" },
      ...resource("oci_kms_vault_replication", { replica_region: "${local.a}" }),
    };
    expect(flows(document)).toMatchObject([{ status: "unproven" }]);
  });

  test.each([[7], [true], [["x", 1]], [{ a: [null] }], [""]])(
    "does not stumble over %j where a block is expected",
    (odd) => {
      expect(() =>
        flows({
          ...resource("aws_s3_bucket_replication_configuration", { rule: odd, dynamic: odd }),
          locals: odd,
        }),
      ).not.toThrow();
    },
  );
});

describe("flow-inside across stacks", () => {
  const backend = { bucket: "state", namespace: "ns", region: "us-ashburn-1" };
  const stack = (name: string, json: object) => ({
    stack: name,
    file: `${name}/cdk.tf.json`,
    json: { provider: PROVIDERS, ...json } as unknown as JsonObject,
  });
  const reader = (key: string, output = "key") =>
    stack("reader", {
      terraform: { backend: { oci: { ...backend, key: "reader" } } },
      data: { terraform_remote_state: { keys: { backend: "oci", config: { ...backend, key } } } },
      ...resource("oci_objectstorage_bucket", {
        kms_key_id: `\${data.terraform_remote_state.keys.outputs.${output}}`,
      }),
    });
  const keys = (provider: string) =>
    stack("keys", {
      terraform: { backend: { oci: { ...backend, key: "keys" } } },
      resource: { oci_kms_key: { k: { provider } } },
      output: {
        key: { value: "${oci_kms_key.k.id}" },
        "with-dash": { value: ["${oci_kms_key.k.id}"] },
      },
    });
  const statuses = (...documents: ReturnType<typeof stack>[]) =>
    check({ documents, unread: [] }, { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" })
      .findings.filter((finding) => finding.rule === "flow-inside")
      .map((finding) => finding.status);

  test("follows an output of the stack whose state is read", () => {
    expect(statuses(reader("keys"), keys("oci.phoenix"))).toEqual([]);
    expect(statuses(reader("keys"), keys("oci.frankfurt"))).toEqual(["outside"]);
    expect(statuses(reader("keys", "with-dash[0]"), keys("oci.frankfurt"))).toEqual(["outside"]);
  });

  test("leaves it unproven where that stack, or the output, is not in the input", () => {
    expect(statuses(reader("keys"))).toEqual(["unproven"]);
    expect(statuses(reader("other"), keys("oci.phoenix"))).toEqual(["unproven"]);
    expect(statuses(reader("keys", "none"), keys("oci.phoenix"))).toEqual(["unproven"]);
  });

  test("finds a bucket that another stack makes", () => {
    const log = stack("log", resource("aws_cloudtrail", { s3_bucket_name: "trail" }));
    const bucket = (provider: string) =>
      stack("bucket", resource("aws_s3_bucket", { provider, bucket: "trail" }));
    expect(statuses(log, bucket("aws.oregon"))).toEqual([]);
    expect(statuses(log, bucket("aws.ireland"))).toEqual(["outside"]);
    expect(statuses(log)).toEqual(["unproven"]);
  });
});

describe("the endpoints of a provider", () => {
  const said = (endpoints: unknown) =>
    inFull("flow-inside", { provider: { aws: { region: "us-east-1", endpoints } } });
  const FIX =
    "Write out an address that names one of us-east-1, us-east-2, us-west-1, us-west-2, refer to a resource that lies there, or waive it with who runs that address and where.";

  test.each<[unknown, string, string, string]>([
    [
      { s3: "https://s3.example.com" },
      "/s3",
      "https://s3.example.com",
      "s3.example.com can be anywhere",
    ],
    [[{ sqs: "${var.x}" }], "/0/sqs", "${var.x}", "var.x is not declared"],
  ])("are unproven where they are %j", (endpoints, path, value, why) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    expect(said(endpoints)).toEqual([
      [
        "unproven",
        `/provider/aws/endpoints${path}`,
        value,
        `Nothing proves that ${name} of provider.aws, an address that data is sent to, lies inside US: ${why}.`,
        FIX,
      ],
    ]);
  });

  test("are unproven in a dynamic block", () => {
    const dynamic = { endpoints: { for_each: [1], content: { s3: "https://s3.example.com" } } };
    const json = { provider: { aws: { region: "us-east-1", dynamic } } };
    expect(inFull("flow-inside", json).map(([status, path]) => [status, path])).toEqual([
      ["unproven", "/provider/aws/dynamic/endpoints/content/s3"],
    ]);
  });

  test.each([
    [{ s3: "https://s3.us-east-1.amazonaws.com" }],
    [[{ s3: "http://localhost:4566", sqs: null }]],
    [{ s3: "https://s3.eu-west-1.amazonaws.com" }],
    [[]],
    [null],
  ])("pass this rule where they are %j", (endpoints) => {
    expect(said(endpoints)).toEqual([]);
  });
});

describe("an argument that the catalogue does not know", () => {
  const NEW = "aws_something_new";
  const P = { provider: { aws: { region: "us-east-1" } } };
  const paths = (json: object) => inFull("flow-inside", json).map(([, path]) => path);
  const inBlocks = (name: string) => {
    const body = { x: [{ [name]: "${var.v}" }] };
    return [
      paths({ ...P, resource: { [NEW]: { r: body } } }),
      paths({ ...P, data: { [NEW]: { r: body } } }),
      paths({ module: { m: { source: "./m", ...body } } }),
      paths({ provider: { aws: { region: "us-east-1", ...body } } }),
    ];
  };
  const at = (name: string) => [
    [`/resource/${NEW}/r/x/0/${name}`],
    [`/data/${NEW}/r/x/0/${name}`],
    [`/module/m/x/0/${name}`],
    [`/provider/aws/x/0/${name}`],
  ];

  test.each([
    "region",
    "regions",
    "region_name",
    "region_names",
    "region_id",
    "region_ids",
    "region_key",
    "region_keys",
    "other_region",
  ])("is a region by the name %s, in every kind of block", (name) => {
    expect(inBlocks(name)).toEqual(at(name));
  });

  test.each(["region_count", "regional", "subregion", "region_replica", "name"])(
    "is no region by the name %s",
    (name) => {
      expect(inBlocks(name)).toEqual([[], [], [], []]);
    },
  );

  test("is a key by its name where a resource or a data source has it", () => {
    const [resources, data] = at("kms_key_id");
    expect(inBlocks("kms_key_id")).toEqual([resources, data, [], []]);
  });

  test("is not judged where it is the block's own region, which says where the block lies", () => {
    const region = { region: "${var.v}" };
    expect(paths({ ...P, resource: { [NEW]: { r: region } } })).toEqual([]);
    expect(paths({ ...P, data: { [NEW]: { r: region } } })).toEqual([]);
    expect(paths({ provider: { aws: region } })).toEqual([]);
    expect(paths({ module: { m: { source: "./m", ...region } } })).toEqual(["/module/m/region"]);
  });
});
