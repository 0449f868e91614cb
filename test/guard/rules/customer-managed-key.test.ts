import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";
import { at, one, saidBy } from "../../support/of-rule";
import { inFull, notesInFull } from "./in-full";

const said = (json: object) => saidBy("customer-managed-key", json);

const KEY = "ocid1.key.oc1.iad.vault.aaaa";
const ARN = "arn:aws:kms:us-east-1:123456789012:key/1";

describe("customer-managed-key", () => {
  test.each<[string, object, object]>([
    ["oci_objectstorage_bucket", { name: "b" }, { kms_key_id: KEY }],
    ["oci_core_volume", {}, { kms_key_id: KEY }],
    ["oci_core_boot_volume", {}, { kms_key_id: KEY }],
    ["oci_core_volume_backup", {}, { source_details: { kms_key_id: KEY } }],
    ["oci_file_storage_file_system", {}, { kms_key_id: KEY }],
    ["oci_containerengine_cluster", {}, { kms_key_id: KEY }],
    ["oci_containerengine_node_pool", {}, { node_config_details: { kms_key_id: KEY } }],
    ["oci_database_autonomous_database", {}, { kms_key_id: KEY }],
    ["oci_database_autonomous_database", {}, { encryption_key: { okv_kms_key: "1" } }],
    ["oci_database_db_system", {}, { db_home: { database: { kms_key_id: KEY } } }],
    ["oci_streaming_stream_pool", {}, { custom_encryption_key: { kms_key_id: KEY } }],
    ["oci_queue_queue", {}, { custom_encryption_key_id: KEY }],
    ["oci_vault_secret", {}, { key_id: KEY }],
    ["aws_efs_file_system", {}, { encrypted: true, kms_key_id: ARN }],
    ["aws_dynamodb_table", {}, { server_side_encryption: { enabled: true, kms_key_arn: ARN } }],
    ["aws_sns_topic", {}, { kms_master_key_id: ARN }],
    ["aws_secretsmanager_secret", {}, { kms_key_id: ARN }],
    ["aws_kinesis_stream", {}, { encryption_type: "KMS", kms_key_id: ARN }],
    [
      "aws_ecr_repository",
      {},
      { encryption_configuration: [{ encryption_type: "KMS", kms_key: ARN }] },
    ],
    ["aws_eks_cluster", {}, { encryption_config: { provider: { key_arn: ARN } } }],
    ["aws_redshift_cluster", {}, { kms_key_id: ARN }],
    ["aws_opensearch_domain", {}, { encrypt_at_rest: { enabled: true, kms_key_id: ARN } }],
    ["aws_ebs_volume", {}, { encrypted: true, kms_key_id: ARN }],
  ])("leaves %s unproven without a key, and passes it with one: %j %j", (type, without, key) => {
    expect(said(one(type, without))).toEqual([`unproven ${at(type)}`]);
    expect(said(one(type, { ...without, ...key }))).toEqual([]);
  });

  test.each([
    [null, ""],
    ["", ""],
    ["${var.on ? oci_kms_key.k.id : null}", "kms_key_id"],
    ['${var.on ? oci_kms_key.k.id : ""}', "kms_key_id"],
  ])("takes the key %j for none", (kms_key_id, path) => {
    const type = "oci_objectstorage_bucket";
    expect(said(one(type, { kms_key_id }))).toEqual([`unproven ${at(type, path)}`]);
  });

  test("takes a variable that nobody has to set for none", () => {
    const json = (body: object) => ({
      ...one("oci_objectstorage_bucket", { kms_key_id: "${var.key}" }),
      variable: { key: body },
    });
    const unproven = [`unproven ${at("oci_objectstorage_bucket", "kms_key_id")}`];
    expect(said(json({ default: null }))).toEqual(unproven);
    expect(said(json({ type: "string" }))).toEqual([]);
  });

  test.each([
    "${oci_kms_key.k.id}",
    '${oci_kms_key.keys["storage"].id}',
    "${var.key}",
    "${module.vault.key_id}",
    "${coalesce(var.key, oci_kms_key.k.id)}",
    "${var.is_old ? oci_kms_key.old.id : oci_kms_key.new.id}",
  ])("takes %s for a key, whose place another rule judges", (kms_key_id) => {
    expect(said(one("oci_objectstorage_bucket", { kms_key_id }))).toEqual([]);
  });

  test.each([
    "alias/aws/sqs",
    "arn:aws:kms:us-east-1:123456789012:alias/aws/sqs",
    "${data.aws_kms_alias.sqs.target_key_arn}",
    "${data.aws_kms_key.sqs.arn}",
    "${local.key}",
  ])("takes %s for AWS's own key", (kms_master_key_id) => {
    const json = {
      ...one("aws_sqs_queue", { kms_master_key_id }),
      data: {
        aws_kms_alias: { sqs: { name: "alias/aws/sqs" } },
        aws_kms_key: { sqs: { key_id: "alias/aws/sqs" } },
      },
      locals: { key: "alias/aws/sqs" },
    };
    expect(said(json)).toEqual([`unproven ${at("aws_sqs_queue", "kms_master_key_id")}`]);
  });

  test.each(["alias/orders", "${data.aws_kms_alias.orders.target_key_arn}"])(
    "takes %s for the customer's key",
    (kms_master_key_id) => {
      const json = {
        ...one("aws_sqs_queue", { kms_master_key_id }),
        data: { aws_kms_alias: { orders: { name: "alias/orders" } } },
      };
      expect(said(json)).toEqual([]);
    },
  );

  test.each<[string, object, object]>([
    [
      "oci_mysql_mysql_db_system",
      { encrypt_data: { key_generation_type: "SYSTEM", key_id: KEY } },
      { encrypt_data: { key_generation_type: "BYOK", key_id: KEY } },
    ],
    [
      "aws_kinesis_stream",
      { encryption_type: "NONE", kms_key_id: ARN },
      { encryption_type: "KMS", kms_key_id: ARN },
    ],
    [
      "aws_db_instance",
      { storage_encrypted: false, kms_key_id: ARN },
      { storage_encrypted: "true", kms_key_id: ARN },
    ],
    [
      "aws_db_instance",
      { storage_encrypted: "${var.encrypt}", kms_key_id: ARN },
      { storage_encrypted: true, kms_key_id: ARN },
    ],
  ])("leaves %s unproven whose key is not used: %j, and passes %j", (type, unused, used) => {
    expect(said(one(type, unused))).toHaveLength(1);
    expect(said(one(type, used))).toEqual([]);
  });

  test("judges every volume of an instance, those of dynamic blocks included", () => {
    const body = {
      root_block_device: { encrypted: true, kms_key_id: ARN },
      ebs_block_device: [{ encrypted: true, kms_key_id: ARN }, { encrypted: true }],
      dynamic: { ebs_block_device: { for_each: ["a"], content: { volume_size: 8 } } },
    };
    expect(said(one("aws_instance", body))).toEqual([
      `unproven ${at("aws_instance", "dynamic/ebs_block_device/content")}`,
      `unproven ${at("aws_instance", "ebs_block_device/1")}`,
    ]);
    expect(said(one("aws_instance", {}))).toEqual([`unproven ${at("aws_instance")}`]);
  });

  test("takes the account's default key of Elastic Block Store for volumes of its region", () => {
    const inRegion = (region: string) => ({
      provider: { aws: [{ region: "us-east-1" }] },
      resource: {
        aws_ebs_default_kms_key: { k: { key_arn: "${aws_kms_key.k.arn}" } },
        aws_ebs_encryption_by_default: { on: { enabled: true } },
        aws_ebs_volume: { r: { size: 8, region } },
        aws_instance: { r: { instance_type: "t3.micro", region } },
      },
    });
    expect(said(inRegion("us-east-1"))).toEqual([]);
    expect(said(inRegion("us-west-2"))).toEqual([
      `unproven ${at("aws_ebs_volume")}`,
      `unproven ${at("aws_instance")}`,
    ]);
  });

  test("judges the boot volume of an instance, and leaves one that exists to its own key", () => {
    const source = (source_details: object) => one("oci_core_instance", { source_details });
    expect(said(source({ source_type: "image", source_id: "i" }))).toHaveLength(1);
    expect(said(source({ source_type: "bootVolume", source_id: "v" }))).toEqual([]);
    expect(said(source({ source_type: "image", kms_key_id: KEY }))).toEqual([]);
  });

  test("judges a replica by the key of its own region", () => {
    const volume = (replica: object) =>
      one("oci_core_volume", { kms_key_id: KEY, block_volume_replicas: replica });
    expect(said(volume({ display_name: "d" }))).toEqual([
      `unproven ${at("oci_core_volume", "block_volume_replicas")}`,
    ]);
    expect(said(volume({ xrr_kms_key_id: "ocid1.key.oc1.phx.vault.aaaa" }))).toEqual([]);
  });

  test("takes a key over from what is in the input, and from nothing else", () => {
    const replica = (replicate_source_db: string) => ({
      resource: {
        aws_db_instance: {
          main: { storage_encrypted: true, kms_key_id: ARN },
          r: { replicate_source_db },
        },
      },
    });
    expect(said(replica("${aws_db_instance.main.identifier}"))).toEqual([]);
    expect(said(replica("orders"))).toEqual([`unproven ${at("aws_db_instance")}`]);
  });

  test("leaves a stream unproven that is in no pool of the customer's", () => {
    const pool = { pool: { custom_encryption_key: { kms_key_id: KEY } } };
    const stream = (body: object) => ({
      resource: { oci_streaming_stream_pool: pool, oci_streaming_stream: { r: body } },
    });
    expect(said(stream({ compartment_id: "c" }))).toEqual([
      `unproven ${at("oci_streaming_stream")}`,
    ]);
    expect(said(stream({ stream_pool_id: "${oci_streaming_stream_pool.pool.id}" }))).toEqual([]);
  });

  describe("an S3 bucket", () => {
    const CONFIGURATION = "aws_s3_bucket_server_side_encryption_configuration";
    const rule = (more: object) => ({
      rule: [{ apply_server_side_encryption_by_default: more }],
    });
    const KMS = rule({ sse_algorithm: "aws:kms", kms_master_key_id: ARN });
    const bucket = (configuration: object, more: object = {}) => ({
      resource: { aws_s3_bucket: { r: { bucket: "b" } }, [CONFIGURATION]: { c: configuration } },
      ...more,
    });

    test("is unproven by itself", () => {
      expect(said(one("aws_s3_bucket", { bucket: "b" }))).toEqual([
        `unproven ${at("aws_s3_bucket")}`,
      ]);
    });

    test.each<[string, object]>([
      ["${aws_s3_bucket.r.id}", {}],
      ["${aws_s3_bucket.r.bucket}", {}],
      ["b", {}],
      ["${tostring(aws_s3_bucket.r.id)}", {}],
      ["${local.name}", { locals: { name: "b" } }],
      ["${local.bucket.id}", { locals: { bucket: { id: "${aws_s3_bucket.r.id}" } } }],
    ])("is encrypted by a configuration for %s", (name, more) => {
      expect(said(bucket({ bucket: name, ...KMS }, more))).toEqual([]);
    });

    test.each([
      ["${aws_s3_bucket.r[each.key].id}", 0],
      ['${aws_s3_bucket.r["a"].id}', 1],
      ["${values(aws_s3_bucket.r)[0].id}", 1],
    ])("that is made for each of several is encrypted by %s for %d left", (name, left) => {
      const json = {
        resource: {
          aws_s3_bucket: { r: { for_each: "${toset(var.names)}", bucket: "${each.key}" } },
          [CONFIGURATION]: { c: { for_each: "${toset(var.names)}", bucket: name, ...KMS } },
        },
      };
      expect(said(json)).toHaveLength(left);
    });

    test("is not encrypted by the configuration of another bucket", () => {
      expect(said(bucket({ bucket: "other", ...KMS }))).toEqual([
        `unproven ${at("aws_s3_bucket")}`,
      ]);
    });

    test.each<[string, object]>([
      ["S3's own key", { sse_algorithm: "AES256" }],
      ["S3's own key beside a customer's", { sse_algorithm: "AES256", kms_master_key_id: ARN }],
      ["the key that AWS keeps for S3", { sse_algorithm: "aws:kms" }],
    ])("is reported once, at the configuration, for %s", (_name, byDefault) => {
      const found = said(bucket({ bucket: "${aws_s3_bucket.r.id}", ...rule(byDefault) }));
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`/resource/${CONFIGURATION}/c/rule/0`);
    });

    test("may write its encryption into itself, as older configurations do", () => {
      const body = { server_side_encryption_configuration: KMS };
      expect(said(one("aws_s3_bucket", body))).toEqual([]);
    });
  });

  describe("a scheduled copy of backups", () => {
    const ASSIGNMENT = "oci_core_volume_backup_policy_assignment";
    const PHX_KEY = "ocid1.key.oc1.phx.vault.aaaa";
    const POLICY = "${oci_core_volume_backup_policy.p.id}";
    const schedules = { backup_type: "FULL", period: "ONE_DAY", retention_seconds: 86_400 };

    const assigned = (policy: object, assignment: object = {}, more: object = {}) => ({
      provider: { oci: [{ region: "us-ashburn-1" }] },
      resource: {
        oci_core_volume_backup_policy: { p: { schedules, ...policy } },
        [ASSIGNMENT]: {
          r: { asset_id: "${oci_core_volume.v.id}", policy_id: POLICY, ...assignment },
        },
      },
      ...more,
    });

    test("is unproven where the assignment names no key of the other region", () => {
      const json = assigned({ destination_region: "us-phoenix-1" });
      expect(said(json)).toEqual([`unproven ${at(ASSIGNMENT)}`]);
      const { findings } = checkJson(json);
      expect(findings[0]?.message).toMatch(
        /oci_core_volume_backup_policy\.p copies the backups to us-phoenix-1.*xrc_kms_key_id is not set/,
      );
    });

    test("passes with a key of the other region", () => {
      const policy = { destination_region: "us-phoenix-1" };
      expect(said(assigned(policy, { xrc_kms_key_id: PHX_KEY }))).toEqual([]);
      expect(said(assigned(policy, { xrc_kms_key_id: "${oci_kms_key.phoenix.id}" }))).toEqual([]);
    });

    test.each([
      {},
      { destination_region: null },
      { destination_region: "" },
      { destination_region: "us-ashburn-1" },
    ])("passes where the policy copies to no other region: %j", (policy) => {
      expect(said(assigned(policy))).toEqual([]);
    });

    test("is unproven where a variable decides whether the policy copies", () => {
      const json = assigned({ destination_region: "${var.copy}" });
      expect(said(json)).toEqual([`unproven ${at(ASSIGNMENT)}`]);
    });

    test("is unproven where one arm of a conditional copies", () => {
      const json = (destination_region: string | null) => ({
        ...assigned({}),
        resource: {
          oci_core_volume_backup_policy: {
            p: { schedules },
            q: { schedules, destination_region },
          },
          [ASSIGNMENT]: {
            r: {
              policy_id:
                "${var.far ? oci_core_volume_backup_policy.q.id : oci_core_volume_backup_policy.p.id}",
            },
          },
        },
      });
      expect(said(json("us-phoenix-1"))).toEqual([`unproven ${at(ASSIGNMENT)}`]);
      expect(said(json(null))).toEqual([]);
    });

    test.each(["ocid1.volumebackuppolicy.oc1.iad.aaaa", "${var.policy}"])(
      "is unproven where the policy %s is not in the input",
      (policy_id) => {
        expect(said(assigned({}, { policy_id }))).toEqual([`unproven ${at(ASSIGNMENT)}`]);
        expect(said(assigned({}, { policy_id, xrc_kms_key_id: PHX_KEY }))).toEqual([]);
      },
    );

    test("passes for a policy that Oracle defines, and not for another that a data source finds", () => {
      const found = (body: object) =>
        assigned(
          {},
          {
            policy_id: "${data.oci_core_volume_backup_policies.gold.volume_backup_policies[0].id}",
          },
          { data: { oci_core_volume_backup_policies: { gold: body } } },
        );
      expect(said(found({}))).toEqual([]);
      expect(said(found({ compartment_id: "ocid1.compartment.oc1..a" }))).toEqual([
        `unproven ${at(ASSIGNMENT)}`,
      ]);
    });

    test("is found where a volume or a group of them is assigned the policy by itself", () => {
      const json = (key: object) => {
        const made = assigned({ destination_region: "us-phoenix-1" }, { xrc_kms_key_id: PHX_KEY });
        return {
          ...made,
          resource: {
            ...made.resource,
            oci_core_volume: { r: { kms_key_id: KEY, backup_policy_id: POLICY, ...key } },
            oci_core_volume_group: { r: { backup_policy_id: POLICY, ...key } },
          },
        };
      };
      expect(said(json({}))).toEqual([
        `unproven ${at("oci_core_volume")}`,
        `unproven ${at("oci_core_volume_group")}`,
      ]);
      expect(said(json({ xrc_kms_key_id: PHX_KEY }))).toEqual([]);
    });

    test("is followed to the stack that keeps the policy", () => {
      const backend = { local: { path: "backups.tfstate" } };
      const policies = (body: object) => ({
        terraform: { backend },
        provider: { oci: [{ region: "us-ashburn-1" }] },
        resource: { oci_core_volume_backup_policy: { p: { schedules, ...body } } },
        output: { policy: { value: POLICY } },
      });
      const volumes = {
        provider: { oci: [{ region: "us-ashburn-1" }] },
        data: { terraform_remote_state: { s: { backend: "local", config: backend.local } } },
        resource: {
          [ASSIGNMENT]: {
            r: { policy_id: "${data.terraform_remote_state.s.outputs.policy}" },
          },
        },
      };
      const ruled = (body: object) =>
        checkDocuments(
          { stack: "backups", file: "backups/cdk.tf.json", json: policies(body) },
          { stack: "volumes", file: "volumes/cdk.tf.json", json: volumes },
        ).findings.filter((each) => each.rule === "customer-managed-key");
      expect(ruled({ destination_region: "us-phoenix-1" })).toMatchObject([
        { status: "unproven", path: at(ASSIGNMENT) },
      ]);
      expect(ruled({})).toEqual([]);
    });

    test("of snapshots on AWS needs a key that is used", () => {
      const copy = (rule: object) =>
        one("aws_dlm_lifecycle_policy", {
          policy_details: {
            schedule: { cross_region_copy_rule: { target: "us-west-2", ...rule } },
          },
        });
      const rule = at("aws_dlm_lifecycle_policy", "policy_details/schedule/cross_region_copy_rule");
      expect(said(copy({ encrypted: true }))).toEqual([`unproven ${rule}`]);
      expect(said(copy({ encrypted: true, cmk_arn: ARN }))).toEqual([]);
    });
  });

  test("notes a service that takes no key, and fails nothing for it", () => {
    expect(said(one("oci_logging_log", { display_name: "l" }))).toEqual([
      `note ${at("oci_logging_log")}`,
    ]);
  });

  test.each([
    { kms_key_id: 1 },
    { kms_key_id: [] },
    { kms_key_id: {} },
    { source_details: "x", dynamic: [1] },
    { source_details: [["x"], null, { kms_key_id: { a: 1 } }] },
  ])("judges a body of another form without failing itself: %j", (body) => {
    for (const type of ["oci_core_instance", "oci_objectstorage_bucket", "aws_instance"]) {
      expect(() => checkJson(one(type, body))).not.toThrow();
    }
  });

  test("judges an override file and what it changes as one", () => {
    const document = (file: string, body: object) => ({
      stack: "s",
      file,
      json: one("oci_queue_queue", body),
    });
    const { findings } = checkDocuments(
      document("main.tf.json", { display_name: "q" }),
      document("override.tf.json", { custom_encryption_key_id: KEY }),
    );
    expect(findings.filter((each) => each.rule === "customer-managed-key")).toEqual([]);
  });
});

function checkDocuments(
  ...documents: readonly { readonly stack: string; readonly file: string; readonly json: object }[]
) {
  return check(
    {
      documents: documents.map((each) => ({ ...each, json: each.json as JsonObject })),
      unread: [],
    },
    { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
  );
}

describe("what customer-managed-key says", () => {
  test.each(["aws_s3_bucket", "aws_s3_directory_bucket"])("of %s without encryption", (type) => {
    expect(inFull("customer-managed-key", { resource: { [type]: { r: {} } } })).toEqual([
      [
        "unproven",
        `/resource/${type}/r`,
        "",
        `Nothing proves that a key of the customer's encrypts what ${type}.r keeps: no aws_s3_bucket_server_side_encryption_configuration of the input is for this bucket. Without one, AWS holds the key.`,
        "Write an aws_s3_bucket_server_side_encryption_configuration for it, with kms_master_key_id set to a key of your own, inside.",
      ],
    ]);
  });

  test.each<[string, string]>([
    ["oci_artifacts_repository", "Oracle"],
    ["aws_glacier_vault", "AWS"],
  ])("of %s", (type, owner) => {
    expect(notesInFull("customer-managed-key", { resource: { [type]: { r: {} } } })).toEqual([
      [
        `/resource/${type}/r`,
        `${type}.r: the service takes no key of the customer's; ${owner} holds the one that encrypts it.`,
      ],
    ]);
  });
});
