import { at, one } from "../../support/of-rule";
import { keyless, lacks, told } from "./told";

const ARN = "arn:aws:kms:us-east-1:123456789012:key/1";
const IN_KMS = (argument: string) => `Set ${argument} to a key of your own in KMS, inside.`;
const IN_VAULT = (argument: string) => `Set ${argument} to a key of your own vault, inside.`;

describe("judgeStorage", () => {
  test("repeats the key that is none of the customer's, and where it stands", () => {
    expect(
      told("customer-managed-key", one("aws_sqs_queue", { kms_master_key_id: "alias/aws/sqs" })),
    ).toEqual([
      {
        status: "unproven",
        path: at("aws_sqs_queue", "kms_master_key_id"),
        value: "alias/aws/sqs",
        message:
          "Nothing proves that a key of the customer's encrypts what aws_sqs_queue.r keeps: kms_master_key_id names alias/aws/sqs, which is the cloud's own. Without one, AWS holds the key.",
        fix: IN_KMS("kms_master_key_id"),
      },
    ]);
  });

  test("has nothing to repeat of a key that is left out", () => {
    expect(told("customer-managed-key", one("oci_queue_queue", {}))).toEqual([
      {
        status: "unproven",
        path: at("oci_queue_queue"),
        value: "",
        message:
          "Nothing proves that a key of the customer's encrypts what oci_queue_queue.r keeps: custom_encryption_key_id is not set. Without one, Oracle holds the key.",
        fix: IN_VAULT("custom_encryption_key_id"),
      },
    ]);
  });

  test.each<[object, string, string]>([
    [{}, "", "kms_key_id is not set"],
    [
      { kms_key_id: "ORACLE_MANAGED_KEY" },
      "kms_key_id",
      "kms_key_id names ORACLE_MANAGED_KEY, which is the cloud's own",
    ],
    [
      { encryption_key: { key_arn: "oracle_managed" } },
      "",
      "encryption_key.key_arn names oracle_managed, which is the cloud's own",
    ],
    [
      { kms_key_id: "oracle_owned", encryption_key: { key_name: "oracle_managed" } },
      "kms_key_id",
      "encryption_key.key_name names oracle_managed, which is the cloud's own",
    ],
  ])(
    "says of several arguments what is written rather than what is left out: %j",
    (body, argument, why) => {
      const type = "oci_database_autonomous_database";
      expect(keyless(type, body)).toEqual([
        lacks(type, at(type, argument), why, IN_VAULT("kms_key_id")),
      ]);
    },
  );

  test("takes the key of a database home for that of the database where either names one of the input", () => {
    const type = "oci_database_db_home";
    expect(keyless(type, { kms_key_id: "${oci_kms_key.k.id}", database: {} })).toEqual([]);
    expect(keyless(type, { database: { kms_key_id: "${oci_kms_key.k.id}" } })).toEqual([]);
    expect(keyless(type, { kms_key_id: "oracle_managed", database: {} })).toEqual([
      lacks(
        type,
        at(type, "database"),
        "kms_key_id names oracle_managed, which is the cloud's own",
        IN_VAULT("database.kms_key_id"),
      ),
    ]);
    expect(
      keyless(type, {
        kms_key_id: "oracle_managed",
        database: { kms_key_id: "ocid1.key.oc1.iad.v.a" },
      }),
    ).toEqual([]);
  });

  test.each<[string, boolean]>([
    ["true", true],
    ["1", true],
    ['${x_y.z.on ? "true" : "true"}', true],
    ["false", false],
    ['${x_y.z.on ? "true" : "false"}', false],
    ['${x_y.z.on ? "true" : null}', false],
    ["${x_y.z.on}", false],
  ])("takes a key for used where encrypted is %s: %j", (encrypted, used) => {
    const type = "aws_efs_file_system";
    const unused = lacks(
      type,
      at(type, "kms_key_id"),
      "encrypted is not true, so that the key is not used",
      IN_KMS("kms_key_id"),
    );
    for (const kms_key_id of [ARN, "${aws_kms_key.k.arn}"]) {
      expect(keyless(type, { encrypted, kms_key_id })).toEqual(used ? [] : [unused]);
    }
  });

  test.each<[string | undefined, boolean]>([
    [undefined, false],
    ["String", false],
    ["SecureString", true],
    ["securestring", true],
    ['${x_y.z.on ? "String" : "StringList"}', false],
    ['${x_y.z.on ? "String" : "SecureString"}', true],
    ["${x_y.z.type}", true],
  ])("asks for the key of a parameter of the type %j: %j", (type, asked) => {
    expect(keyless("aws_ssm_parameter", type === undefined ? {} : { type })).toHaveLength(
      asked ? 1 : 0,
    );
  });

  test.each<[string | undefined, boolean]>([
    [undefined, true],
    ["image", true],
    ["bootVolume", false],
    ["bootvolume", false],
    ['${x_y.z.on ? "bootVolume" : "image"}', true],
    ['${x_y.z.on ? "bootVolume" : null}', true],
    ["${x_y.z.type}", true],
  ])("asks for the key of an instance that starts from %j: %j", (source_type, asked) => {
    const source_details = source_type === undefined ? {} : { source_type };
    expect(keyless("oci_core_instance", { source_details })).toHaveLength(asked ? 1 : 0);
  });

  test("says of a bucket that nothing configures its encryption", () => {
    const type = "aws_s3_bucket";
    expect(keyless(type, { bucket: "b" })).toEqual([
      lacks(
        type,
        at(type),
        "no aws_s3_bucket_server_side_encryption_configuration of the input is for this bucket",
        "Write an aws_s3_bucket_server_side_encryption_configuration for it, with kms_master_key_id set to a key of your own, inside.",
      ),
    ]);
  });

  test("judges every block and every kind of storage of a resource", () => {
    const type = "aws_instance";
    const body = { ebs_block_device: [{}, { encrypted: true, kms_key_id: ARN }, {}] };
    expect(keyless(type, body)).toEqual([
      lacks(
        type,
        at(type),
        "root_block_device is not written",
        IN_KMS("root_block_device.kms_key_id"),
      ),
      lacks(
        type,
        at(type, "ebs_block_device/0"),
        "kms_key_id is not set",
        IN_KMS("ebs_block_device.kms_key_id"),
      ),
      lacks(
        type,
        at(type, "ebs_block_device/2"),
        "kms_key_id is not set",
        IN_KMS("ebs_block_device.kms_key_id"),
      ),
    ]);
  });

  test.each([
    ["${x_y.z.on ? aws_kms_key.k.arn : null}", "can be null"],
    ['${x_y.z.on ? "k" : null}', "can be null"],
    ["aws_owned_key", "names aws_owned_key, which is the cloud's own"],
    ["AWS_MANAGED", "names AWS_MANAGED, which is the cloud's own"],
    ["s3_managed", "names s3_managed, which is the cloud's own"],
    ['${x_y.z.on ? "k" : "alias/aws/x"}', "names alias/aws/x, which is the cloud's own"],
    [
      "${data.aws_kms_alias.a.target_key_arn}",
      "refers to data.aws_kms_alias.a, which is alias/aws/ebs, the cloud's own",
    ],
    [
      "${data.aws_kms_key.a.arn}",
      "refers to data.aws_kms_key.a, which is arn:aws:kms:us-east-1:1:alias/aws/ebs, the cloud's own",
    ],
  ])("takes %s for no key of the customer's: it %s", (kms_key_arn, why) => {
    const type = "aws_backup_vault";
    const data = {
      aws_kms_alias: { a: { name: "alias/aws/ebs", key_id: "k" } },
      aws_kms_key: { a: { key_id: "arn:aws:kms:us-east-1:1:alias/aws/ebs", name: "k" } },
    };
    expect(keyless(type, { kms_key_arn }, { data })).toEqual([
      lacks(type, at(type, "kms_key_arn"), `kms_key_arn ${why}`, IN_KMS("kms_key_arn")),
    ]);
  });

  test.each([
    "alias/orders",
    "alias/my-aws/orders",
    "my-alias/aws/x",
    "customer_aws_owned",
    "${data.aws_kms_alias.mine.target_key_arn}",
    "${data.aws_kms_alias.unnamed.target_key_arn}",
    "${data.aws_kms_key.mine.arn}",
    "${aws_kms_alias.resource.target_key_arn}",
    "${x_y.z.key}",
    "${var.key}",
  ])("takes %s for a key of the customer's", (kms_key_arn) => {
    const more = {
      data: {
        aws_kms_alias: { mine: { name: "alias/orders", key_id: "alias/aws/s3" }, unnamed: {} },
        aws_kms_key: { mine: { key_id: ARN, name: "alias/aws/s3" } },
      },
      variable: { key: {} },
    };
    expect(keyless("aws_backup_vault", { kms_key_arn }, more)).toEqual([]);
  });
});
