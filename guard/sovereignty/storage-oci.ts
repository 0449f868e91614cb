import { key, type Storage, type StorageTable } from "./storage";

const BOOT_VOLUME = "source_type=bootVolume";

/** The boot volume of an instance configuration; an existing one brings its key. */
const launched = (block: string): Storage => ({
  ...key("kms_key_id"),
  block,
  none: "nothing",
  unless: BOOT_VOLUME,
});

const created = (block: string): Storage => ({ ...key("kms_key_id"), block, none: "nothing" });

/** A copy in another region: "encrypted with the Oracle-provided key" where no key of it is named. */
const copied = (block: string, name: string): Storage => ({ ...key(name), block, none: "nothing" });

/** What a backup policy copies to another region: the key of the volume stays where it is. */
const scheduled = (policy: string, block?: string): Storage => ({
  ...key("xrc_kms_key_id"),
  ...(block === undefined ? {} : { block, none: "nothing" as const }),
  copiedBy: policy,
  fix: "Set xrc_kms_key_id to a key of your own vault in the region that the backups are copied to, or copy none.",
});

/**
 * Resource types of Oracle Cloud that keep data and can encrypt it with a key of a vault.
 *
 * Source: argument references of the provider oracle/oci 8.28; API reference of each service, which
 * says that data is encrypted with a key that Oracle manages where no key is given.
 */
export const OCI_STORAGE: StorageTable = {
  oci_analytics_analytics_instance: [key("kms_key_id")],
  oci_bds_bds_instance: [key("kms_key_id")],
  oci_containerengine_cluster: [key("kms_key_id")],
  oci_containerengine_node_pool: [key("node_config_details.kms_key_id")],
  oci_core_boot_volume: [
    key("kms_key_id"),
    copied("boot_volume_replicas", "xrr_kms_key_id"),
    scheduled("backup_policy_id"),
  ],
  oci_core_boot_volume_backup: [key("kms_key_id", "source_details.kms_key_id")],
  oci_core_instance: [
    { ...key("source_details.kms_key_id"), unless: `source_details.${BOOT_VOLUME}` },
    created("launch_volume_attachments.launch_create_volume_details"),
  ],
  oci_core_instance_configuration: [
    launched("instance_details.launch_details.source_details"),
    created("instance_details.block_volumes.create_details"),
    launched("instance_details.options.launch_details.source_details"),
    created("instance_details.options.block_volumes.create_details"),
    scheduled("backup_policy_id", "instance_details.block_volumes.create_details"),
    scheduled("backup_policy_id", "instance_details.options.block_volumes.create_details"),
  ],
  oci_core_volume: [
    key("kms_key_id"),
    copied("block_volume_replicas", "xrr_kms_key_id"),
    scheduled("backup_policy_id"),
  ],
  oci_core_volume_backup: [key("kms_key_id", "source_details.kms_key_id")],
  oci_core_volume_backup_policy_assignment: [scheduled("policy_id")],
  oci_core_volume_group: [
    copied("volume_group_replicas", "xrr_kms_key_id"),
    scheduled("backup_policy_id"),
  ],
  oci_core_volume_group_backup: [copied("source_details", "kms_key_id")],
  oci_database_autonomous_container_database: [
    key(
      "kms_key_id",
      "encryption_key_location_details.aws_encryption_key_id",
      "encryption_key_location_details.azure_encryption_key_id",
      "encryption_key_location_details.hsm_password",
    ),
  ],
  oci_database_autonomous_database: [
    {
      ...key(
        "kms_key_id",
        "encryption_key.kms_key_id",
        "encryption_key.key_arn",
        "encryption_key.key_name",
        "encryption_key.okv_kms_key",
      ),
      // On dedicated infrastructure the container database holds the key.
      from: ["autonomous_container_database_id"],
    },
  ],
  oci_database_database: [
    key(
      "kms_key_id",
      "database.kms_key_id",
      "database.encryption_key_location_details.aws_encryption_key_id",
      "database.encryption_key_location_details.azure_encryption_key_id",
      "database.encryption_key_location_details.google_cloud_provider_encryption_key_id",
      "database.encryption_key_location_details.hsm_password",
    ),
  ],
  oci_database_db_home: [
    {
      ...key(
        "/kms_key_id",
        "kms_key_id",
        "encryption_key_location_details.aws_encryption_key_id",
        "encryption_key_location_details.azure_encryption_key_id",
        "encryption_key_location_details.google_cloud_provider_encryption_key_id",
        "encryption_key_location_details.hsm_password",
      ),
      block: "database",
      none: "nothing",
    },
  ],
  oci_database_db_system: [key("kms_key_id", "db_home.database.kms_key_id")],
  oci_distributed_database_distributed_autonomous_database: [
    created("catalog_details"),
    created("shard_details"),
  ],
  oci_distributed_database_distributed_database: [
    created("catalog_details"),
    created("shard_details"),
  ],
  oci_file_storage_file_system: [key("kms_key_id")],
  oci_fusion_apps_fusion_environment: [key("kms_key_id")],
  oci_lustre_file_storage_lustre_file_system: [key("kms_key_id")],
  oci_mysql_mysql_backup: [{ ...key("encrypt_data.key_id"), from: ["db_system_id"] }],
  oci_mysql_mysql_db_system: [
    { ...key("encrypt_data.key_id"), when: "encrypt_data.key_generation_type=BYOK" },
  ],
  oci_objectstorage_bucket: [key("kms_key_id")],
  oci_queue_queue: [key("custom_encryption_key_id")],
  oci_streaming_stream: [{ keys: [], from: ["stream_pool_id"] }],
  oci_streaming_stream_pool: [key("custom_encryption_key.kms_key_id")],
  oci_vault_secret: [key("key_id")],
};

/** Types that keep data and take no key: Oracle's encrypts it, which a reviewer should know. */
export const OCI_WITHOUT_KEY: ReadonlySet<string> = new Set([
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
]);
