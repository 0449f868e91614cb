import { at, one, saidBy } from "../../support/of-rule";
import { keyless, lacks, nested } from "./told";

const KEY = "ocid1.key.oc1.iad.vault.aaaa";
const POLICY = "ocid1.volumebackuppolicy.oc1.iad.aaaa";

const set = (argument: string) => `Set ${argument} to a key of your own vault, inside.`;

describe("customer-managed-key on Oracle Cloud", () => {
  test.each([
    ["oci_analytics_analytics_instance", "kms_key_id"],
    ["oci_bds_bds_instance", "kms_key_id"],
    ["oci_containerengine_cluster", "kms_key_id"],
    ["oci_containerengine_node_pool", "node_config_details.kms_key_id"],
    ["oci_core_boot_volume", "kms_key_id"],
    ["oci_core_boot_volume_backup", "kms_key_id", "source_details.kms_key_id"],
    ["oci_core_instance", "source_details.kms_key_id"],
    ["oci_core_volume", "kms_key_id"],
    ["oci_core_volume_backup", "kms_key_id", "source_details.kms_key_id"],
    [
      "oci_database_autonomous_container_database",
      "kms_key_id",
      "encryption_key_location_details.aws_encryption_key_id",
      "encryption_key_location_details.azure_encryption_key_id",
      "encryption_key_location_details.hsm_password",
    ],
    [
      "oci_database_autonomous_database",
      "kms_key_id",
      "encryption_key.kms_key_id",
      "encryption_key.key_arn",
      "encryption_key.key_name",
      "encryption_key.okv_kms_key",
    ],
    [
      "oci_database_database",
      "kms_key_id",
      "database.kms_key_id",
      "database.encryption_key_location_details.aws_encryption_key_id",
      "database.encryption_key_location_details.azure_encryption_key_id",
      "database.encryption_key_location_details.google_cloud_provider_encryption_key_id",
      "database.encryption_key_location_details.hsm_password",
    ],
    ["oci_database_db_system", "kms_key_id", "db_home.database.kms_key_id"],
    ["oci_file_storage_file_system", "kms_key_id"],
    ["oci_fusion_apps_fusion_environment", "kms_key_id"],
    ["oci_lustre_file_storage_lustre_file_system", "kms_key_id"],
    ["oci_mysql_mysql_backup", "encrypt_data.key_id"],
    ["oci_objectstorage_bucket", "kms_key_id"],
    ["oci_queue_queue", "custom_encryption_key_id"],
    ["oci_streaming_stream_pool", "custom_encryption_key.kms_key_id"],
    ["oci_vault_secret", "key_id"],
  ])("leaves %s unproven without %s, and passes it with a key", (type, ...keys) => {
    const [first = ""] = keys;
    expect(keyless(type, {})).toEqual([lacks(type, at(type), `${first} is not set`, set(first))]);
    expect(keys.filter((path) => keyless(type, nested(path, KEY)).length > 0)).toEqual([]);
  });

  const LAUNCH = "instance_details.launch_details.source_details";
  const CREATE = "instance_details.block_volumes.create_details";
  const LAUNCH_OPTION = "instance_details.options.launch_details.source_details";
  const CREATE_OPTION = "instance_details.options.block_volumes.create_details";

  test.each<[string, string, string, object]>([
    ["oci_core_boot_volume", "boot_volume_replicas", "xrr_kms_key_id", { kms_key_id: KEY }],
    ["oci_core_volume", "block_volume_replicas", "xrr_kms_key_id", { kms_key_id: KEY }],
    ["oci_core_volume_group", "volume_group_replicas", "xrr_kms_key_id", {}],
    ["oci_core_volume_group_backup", "source_details", "kms_key_id", {}],
    [
      "oci_core_instance",
      "launch_volume_attachments.launch_create_volume_details",
      "kms_key_id",
      { source_details: { kms_key_id: KEY } },
    ],
    ["oci_core_instance_configuration", LAUNCH, "kms_key_id", {}],
    ["oci_core_instance_configuration", CREATE, "kms_key_id", {}],
    ["oci_core_instance_configuration", LAUNCH_OPTION, "kms_key_id", {}],
    ["oci_core_instance_configuration", CREATE_OPTION, "kms_key_id", {}],
    [
      "oci_distributed_database_distributed_autonomous_database",
      "catalog_details",
      "kms_key_id",
      {},
    ],
    ["oci_distributed_database_distributed_autonomous_database", "shard_details", "kms_key_id", {}],
    ["oci_distributed_database_distributed_database", "catalog_details", "kms_key_id", {}],
    ["oci_distributed_database_distributed_database", "shard_details", "kms_key_id", {}],
  ])(
    "leaves a %s with %s unproven without %s there, and passes one without the block",
    (type, block, name, base) => {
      const path = at(type, block.replaceAll(".", "/"));
      expect(keyless(type, base)).toEqual([]);
      expect(keyless(type, { ...base, ...nested(block, {}) })).toEqual([
        lacks(type, path, `${name} is not set`, set(`${block}.${name}`)),
      ]);
      expect(keyless(type, { ...base, ...nested(block, { [name]: KEY }) })).toEqual([]);
    },
  );

  test.each([
    ["oci_core_instance", "source_details"],
    ["oci_core_instance_configuration", LAUNCH],
    ["oci_core_instance_configuration", LAUNCH_OPTION],
  ])(
    "leaves the boot volume that %s takes by %s to its own key, and judges an image",
    (type, block) => {
      const source = (source_type: string) => keyless(type, nested(block, { source_type }));
      expect(source("bootVolume")).toEqual([]);
      expect(source("image")).toHaveLength(1);
    },
  );

  test.each([
    "kms_key_id",
    "encryption_key_location_details.aws_encryption_key_id",
    "encryption_key_location_details.azure_encryption_key_id",
    "encryption_key_location_details.google_cloud_provider_encryption_key_id",
    "encryption_key_location_details.hsm_password",
  ])("takes %s of the database for the key of a database home", (path) => {
    const type = "oci_database_db_home";
    expect(keyless(type, { database: nested(path, KEY) })).toEqual([]);
  });

  test("takes a key for one of a database home, and judges none without a database", () => {
    const type = "oci_database_db_home";
    expect(keyless(type, { database: {} })).toEqual([
      lacks(type, at(type, "database"), "kms_key_id is not set", set("database.kms_key_id")),
    ]);
    expect(keyless(type, { database: {}, kms_key_id: KEY })).toEqual([]);
    expect(keyless(type, {})).toEqual([]);
  });

  test.each<[string, string, string, object]>([
    ["oci_core_boot_volume", "", "backup_policy_id", { kms_key_id: KEY }],
    ["oci_core_volume", "", "backup_policy_id", { kms_key_id: KEY }],
    ["oci_core_volume_group", "", "backup_policy_id", {}],
    ["oci_core_volume_backup_policy_assignment", "", "policy_id", {}],
    ["oci_core_instance_configuration", CREATE, "backup_policy_id", { kms_key_id: KEY }],
    ["oci_core_instance_configuration", CREATE_OPTION, "backup_policy_id", { kms_key_id: KEY }],
  ])(
    "leaves a %s %s unproven whose %s may copy backups without a key",
    (type, block, name, base) => {
      const body = (more: object) => (block === "" ? more : nested(block, more));
      const path = at(type, block.replaceAll(".", "/"));
      const why = `its backup policy ${POLICY} is not in the input, and may copy to another region; xrc_kms_key_id is not set`;
      const fix =
        "Set xrc_kms_key_id to a key of your own vault in the region that the backups are copied to, or copy none.";
      expect(keyless(type, body({ ...base, [name]: POLICY }))).toEqual([
        lacks(type, path, why, fix),
      ]);
      expect(keyless(type, body({ ...base, [name]: POLICY, xrc_kms_key_id: KEY }))).toEqual([]);
      expect(keyless(type, body(base))).toEqual([]);
    },
  );

  test.each([
    ["oci_database_autonomous_database", "autonomous_container_database_id"],
    ["oci_mysql_mysql_backup", "db_system_id"],
    ["oci_streaming_stream", "stream_pool_id"],
  ])("takes the key of %s over from its %s, where that is in the input", (type, name) => {
    const more = { data: { x_source: { s: {} } } };
    expect(keyless(type, { [name]: "${data.x_source.s.id}" }, more)).toEqual([]);
    const [found] = keyless(type, { [name]: "ocid1.elsewhere" });
    expect(found).toContain(
      `keeps: it takes the key of its ${name}, which is not in the input. Without`,
    );
  });

  test("says of a stream without a pool that it has none", () => {
    const type = "oci_streaming_stream";
    expect(keyless(type, {})).toEqual([
      lacks(
        type,
        at(type),
        "stream_pool_id is not set",
        "Name what it takes its key from, and encrypt that with a key of your own.",
      ),
    ]);
  });

  test("passes a MySQL system whose own key is used, and no other", () => {
    const type = "oci_mysql_mysql_db_system";
    const used = { key_id: KEY, key_generation_type: "BYOK" };
    const why = "encrypt_data.key_generation_type is not BYOK, so that the key is not used";
    const key = at(type, "encrypt_data/key_id");
    expect(keyless(type, { encrypt_data: used })).toEqual([]);
    expect(keyless(type, { encrypt_data: { key_id: KEY } })).toEqual([
      lacks(type, key, why, set("encrypt_data.key_id")),
    ]);
    expect(keyless(type, {})).toEqual([
      lacks(type, at(type), "encrypt_data.key_id is not set", set("encrypt_data.key_id")),
    ]);
  });

  test.each([
    "oci_artifacts_container_repository",
    "oci_artifacts_repository",
    "oci_datacatalog_catalog",
    "oci_datascience_model",
    "oci_datascience_notebook_session",
    "oci_desktops_desktop_pool",
    "oci_devops_repository",
    "oci_golden_gate_deployment",
    "oci_integration_integration_instance",
    "oci_log_analytics_log_analytics_log_group",
    "oci_logging_log",
    "oci_nosql_table",
    "oci_opensearch_opensearch_cluster",
    "oci_psql_backup",
    "oci_psql_db_system",
    "oci_redis_redis_cluster",
    "oci_visual_builder_vb_instance",
  ])("only notes %s, which takes no key", (type) => {
    expect(saidBy("customer-managed-key", one(type, {}))).toEqual([`note ${at(type)}`]);
  });

  test("neither judges nor notes what keeps no data", () => {
    expect(saidBy("customer-managed-key", one("oci_core_vcn", {}))).toEqual([]);
  });
});
