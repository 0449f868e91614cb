import { at, one, saidBy } from "../../support/of-rule";
import { keyless, lacks, nested } from "./told";

const ARN = "arn:aws:kms:us-east-1:123456789012:key/1";

const set = (argument: string) => `Set ${argument} to a key of your own in KMS, inside.`;

describe("customer-managed-key on AWS", () => {
  test.each([
    ["aws_backup_logically_air_gapped_vault", "encryption_key_arn"],
    ["aws_backup_vault", "kms_key_arn"],
    ["aws_cloudtrail", "kms_key_id"],
    ["aws_cloudtrail_event_data_store", "kms_key_id"],
    ["aws_cloudwatch_event_archive", "kms_key_identifier"],
    ["aws_cloudwatch_log_group", "kms_key_id"],
    ["aws_codeartifact_domain", "encryption_key"],
    ["aws_codecommit_repository", "kms_key_id"],
    ["aws_customerprofiles_domain", "default_encryption_key"],
    ["aws_datazone_domain", "kms_key_identifier"],
    ["aws_db_instance_automated_backups_replication", "kms_key_id"],
    ["aws_db_snapshot_copy", "kms_key_id"],
    ["aws_dms_replication_instance", "kms_key_arn"],
    ["aws_docdbelastic_cluster", "kms_key_id"],
    ["aws_dsql_cluster", "kms_encryption_key"],
    ["aws_dynamodb_table_replica", "kms_key_arn"],
    ["aws_eks_cluster", "encryption_config.provider.key_arn"],
    ["aws_elasticache_serverless_cache", "kms_key_id"],
    ["aws_finspace_kx_environment", "kms_key_id"],
    ["aws_fsx_file_cache", "kms_key_id"],
    ["aws_fsx_lustre_file_system", "kms_key_id"],
    ["aws_fsx_ontap_file_system", "kms_key_id"],
    ["aws_fsx_openzfs_file_system", "kms_key_id"],
    ["aws_fsx_windows_file_system", "kms_key_id"],
    ["aws_kendra_index", "server_side_encryption_configuration.kms_key_id"],
    ["aws_keyspaces_table", "encryption_specification.kms_key_identifier"],
    ["aws_kinesis_video_stream", "kms_key_id"],
    ["aws_location_geofence_collection", "kms_key_id"],
    ["aws_location_tracker", "kms_key_id"],
    ["aws_memorydb_cluster", "kms_key_arn"],
    ["aws_memorydb_snapshot", "kms_key_arn"],
    ["aws_msk_cluster", "encryption_info.encryption_at_rest_kms_key_arn"],
    ["aws_mwaa_environment", "kms_key"],
    ["aws_neptunegraph_graph", "kms_key_identifier"],
    ["aws_osis_pipeline", "encryption_at_rest_options.kms_key_arn"],
    ["aws_prometheus_workspace", "kms_key_arn"],
    ["aws_qldb_ledger", "kms_key"],
    ["aws_rds_cluster_activity_stream", "kms_key_id"],
    ["aws_rds_cluster_snapshot_copy", "kms_key_id"],
    ["aws_rds_export_task", "kms_key_id"],
    ["aws_redshift_cluster", "kms_key_id"],
    ["aws_redshift_snapshot_copy_grant", "kms_key_id"],
    ["aws_redshiftserverless_namespace", "kms_key_id"],
    ["aws_sagemaker_domain", "kms_key_id"],
    ["aws_sagemaker_notebook_instance", "kms_key_id"],
    ["aws_secretsmanager_secret", "kms_key_id"],
    ["aws_sns_topic", "kms_master_key_id"],
    ["aws_sqs_queue", "kms_master_key_id"],
    ["aws_timestreamwrite_database", "kms_key_id"],
    ["aws_workspaces_workspace", "volume_encryption_key"],
  ])("leaves %s unproven without %s, and passes it with a key", (type, argument) => {
    expect(keyless(type, {})).toEqual([
      lacks(type, at(type), `${argument} is not set`, set(argument)),
    ]);
    expect(keyless(type, nested(argument, ARN))).toEqual([]);
  });

  test.each([
    ["aws_db_instance", "kms_key_id", "storage_encrypted", "true"],
    ["aws_docdb_cluster", "kms_key_id", "storage_encrypted", "true"],
    [
      "aws_dynamodb_table",
      "server_side_encryption.kms_key_arn",
      "server_side_encryption.enabled",
      "true",
    ],
    ["aws_ebs_snapshot_copy", "kms_key_id", "encrypted", "true"],
    ["aws_ebs_snapshot_import", "kms_key_id", "encrypted", "true"],
    ["aws_ebs_volume", "kms_key_id", "encrypted", "true"],
    [
      "aws_ecr_repository",
      "encryption_configuration.kms_key",
      "encryption_configuration.encryption_type",
      "KMS",
      "KMS_DSSE",
    ],
    ["aws_efs_file_system", "kms_key_id", "encrypted", "true"],
    ["aws_elasticache_replication_group", "kms_key_id", "at_rest_encryption_enabled", "true"],
    ["aws_elasticsearch_domain", "encrypt_at_rest.kms_key_id", "encrypt_at_rest.enabled", "true"],
    [
      "aws_kinesis_firehose_delivery_stream",
      "server_side_encryption.key_arn",
      "server_side_encryption.key_type",
      "CUSTOMER_MANAGED_CMK",
    ],
    ["aws_kinesis_stream", "kms_key_id", "encryption_type", "KMS"],
    [
      "aws_mq_broker",
      "encryption_options.kms_key_id",
      "encryption_options.use_aws_owned_key",
      "false",
    ],
    ["aws_neptune_cluster", "kms_key_arn", "storage_encrypted", "true"],
    ["aws_opensearch_domain", "encrypt_at_rest.kms_key_id", "encrypt_at_rest.enabled", "true"],
    ["aws_rds_cluster", "kms_key_id", "storage_encrypted", "true"],
    [
      "aws_s3tables_table_bucket",
      "encryption_configuration.kms_key_arn",
      "encryption_configuration.sse_algorithm",
      "aws:kms",
    ],
    [
      "aws_s3vectors_vector_bucket",
      "encryption_configuration.kms_key_arn",
      "encryption_configuration.sse_type",
      "aws:kms",
    ],
    ["aws_storagegateway_cached_iscsi_volume", "kms_key", "kms_encrypted", "true"],
    ["aws_storagegateway_stored_iscsi_volume", "kms_key", "kms_encrypted", "true"],
  ])(
    "takes the key of %s in %s for one that is used only where %s is %s",
    (type, argument, use, ...values) => {
      const withKey = (value?: string) => {
        const [block = ""] = argument.split(".");
        const [used, key] = [value === undefined ? {} : nested(use, value), nested(argument, ARN)];
        return argument.includes(".")
          ? { [block]: { ...(used[block] as object), ...(key[block] as object) } }
          : { ...used, ...key };
      };
      const why = `${use} is not ${values.join(" or ")}, so that the key is not used`;
      const path = at(type, argument.replaceAll(".", "/"));
      expect(keyless(type, {})).toEqual([
        lacks(type, at(type), `${argument} is not set`, set(argument)),
      ]);
      expect(keyless(type, withKey())).toEqual([lacks(type, path, why, set(argument))]);
      expect(keyless(type, withKey("other"))).toEqual([lacks(type, path, why, set(argument))]);
      expect(values.filter((value) => keyless(type, withKey(value)).length > 0)).toEqual([]);
    },
  );

  const ENCRYPTED = { storage_encrypted: true, kms_key_id: ARN };

  test.each<[string, string, string, unknown, object]>([
    [
      "aws_db_instance",
      "performance_insights_kms_key_id",
      "performance_insights_enabled",
      true,
      ENCRYPTED,
    ],
    [
      "aws_db_instance",
      "master_user_secret_kms_key_id",
      "manage_master_user_password",
      true,
      ENCRYPTED,
    ],
    [
      "aws_docdb_cluster_instance",
      "performance_insights_kms_key_id",
      "enable_performance_insights",
      true,
      {},
    ],
    [
      "aws_rds_cluster",
      "performance_insights_kms_key_id",
      "performance_insights_enabled",
      true,
      ENCRYPTED,
    ],
    [
      "aws_rds_cluster",
      "master_user_secret_kms_key_id",
      "manage_master_user_password",
      true,
      ENCRYPTED,
    ],
    [
      "aws_rds_cluster_instance",
      "performance_insights_kms_key_id",
      "performance_insights_enabled",
      true,
      {},
    ],
    [
      "aws_redshift_cluster",
      "master_password_secret_kms_key_id",
      "manage_master_password",
      true,
      { kms_key_id: ARN },
    ],
    [
      "aws_redshiftserverless_namespace",
      "admin_password_secret_kms_key_id",
      "manage_admin_password",
      true,
      { kms_key_id: ARN },
    ],
    ["aws_ssm_parameter", "key_id", "type", "SecureString", {}],
  ])("asks %s for %s only where %s is %j", (type, argument, only, value, base) => {
    const path = at(type);
    expect(keyless(type, base)).toEqual([]);
    expect(keyless(type, { ...base, [only]: "false" })).toEqual([]);
    expect(keyless(type, { ...base, [only]: value })).toEqual([
      lacks(type, path, `${argument} is not set`, set(argument)),
    ]);
    expect(keyless(type, { ...base, [only]: value, [argument]: ARN })).toEqual([]);
  });

  test.each([
    ["aws_db_instance", "replicate_source_db"],
    ["aws_db_instance", "snapshot_identifier"],
    ["aws_db_instance", "restore_to_point_in_time.source_db_instance_identifier"],
    ["aws_docdb_cluster", "snapshot_identifier"],
    ["aws_docdb_cluster", "restore_to_point_in_time.source_cluster_identifier"],
    ["aws_ebs_volume", "snapshot_id"],
    ["aws_elasticache_replication_group", "global_replication_group_id"],
    ["aws_fsx_lustre_file_system", "backup_id"],
    ["aws_fsx_openzfs_file_system", "backup_id"],
    ["aws_fsx_windows_file_system", "backup_id"],
    ["aws_kinesis_firehose_delivery_stream", "kinesis_source_configuration.kinesis_stream_arn"],
    ["aws_neptune_cluster", "snapshot_identifier"],
    ["aws_neptune_cluster", "replication_source_identifier"],
    ["aws_rds_cluster", "snapshot_identifier"],
    ["aws_rds_cluster", "restore_to_point_in_time.source_cluster_identifier"],
    ["aws_rds_cluster", "replication_source_identifier"],
    ["aws_redshift_cluster", "snapshot_identifier"],
    ["aws_redshift_cluster", "snapshot_arn"],
  ])("takes the key of %s over from its %s, where that is in the input", (type, source) => {
    const more = { data: { x_source: { s: {} } } };
    expect(keyless(type, nested(source, "${data.x_source.s.id}"), more)).toEqual([]);
    const [found] = keyless(type, nested(source, "elsewhere"));
    expect(found).toContain(
      `keeps: it takes the key of its ${source}, which is not in the input. Without`,
    );
  });

  const USED = { encrypted: true };
  const RULE = { sse_algorithm: "aws:kms" };

  test.each<[string, string, string, object, object]>([
    [
      "aws_dynamodb_table",
      "replica",
      "kms_key_arn",
      {},
      { server_side_encryption: { enabled: true, kms_key_arn: ARN } },
    ],
    [
      "aws_dlm_lifecycle_policy",
      "policy_details.schedule.cross_region_copy_rule",
      "cmk_arn",
      USED,
      {},
    ],
    [
      "aws_dlm_lifecycle_policy",
      "policy_details.action.cross_region_copy",
      "encryption_configuration.cmk_arn",
      {},
      {},
    ],
    ["aws_efs_replication_configuration", "destination", "kms_key_id", {}, {}],
    ["aws_instance", "root_block_device", "kms_key_id", USED, {}],
    [
      "aws_instance",
      "ebs_block_device",
      "kms_key_id",
      USED,
      { root_block_device: { ...USED, kms_key_id: ARN } },
    ],
    ["aws_launch_template", "block_device_mappings.ebs", "kms_key_id", USED, {}],
    [
      "aws_s3_bucket_server_side_encryption_configuration",
      "rule.apply_server_side_encryption_by_default",
      "kms_master_key_id",
      RULE,
      {},
    ],
    ["aws_secretsmanager_secret", "replica", "kms_key_id", {}, { kms_key_id: ARN }],
    ["aws_securitylake_data_lake", "configuration", "encryption_configuration.kms_key_id", {}, {}],
    ["aws_spot_instance_request", "root_block_device", "kms_key_id", USED, {}],
  ])("leaves a %s with %s unproven without %s there", (type, block, name, used, base) => {
    const path = at(type, block.replaceAll(".", "/"));
    const judged = (body: object) => keyless(type, { ...base, ...nested(block, body) });
    expect(judged(used)).toEqual([
      lacks(type, path, `${name} is not set`, set(`${block}.${name}`)),
    ]);
    if (!name.startsWith("encryption_configuration.cmk")) {
      expect(judged({ ...used, ...nested(name, ARN) })).toEqual([]);
    }
  });

  test.each<[string, string]>([
    ["aws_efs_replication_configuration", "destination"],
    ["aws_instance", "root_block_device"],
    [
      "aws_s3_bucket_server_side_encryption_configuration",
      "rule.apply_server_side_encryption_by_default",
    ],
    ["aws_securitylake_data_lake", "configuration"],
    ["aws_spot_instance_request", "root_block_device"],
  ])("leaves a %s unproven that writes no %s", (type, block) => {
    const found = keyless(type, {});
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${at(type)}: `);
    expect(found[0]).toContain(` keeps: ${block} is not written. Without one, AWS`);
  });

  test.each<[string, object]>([
    ["aws_dlm_lifecycle_policy", {}],
    ["aws_launch_template", {}],
    ["aws_instance", { root_block_device: { ...USED, kms_key_id: ARN } }],
    ["aws_secretsmanager_secret", { kms_key_id: ARN }],
    ["aws_dynamodb_table", { server_side_encryption: { enabled: true, kms_key_arn: ARN } }],
  ])("asks %s %j for no block that would store more", (type, body) => {
    expect(keyless(type, body)).toEqual([]);
  });

  test.each(["aws:kms", "aws:kms:dsse"])(
    "passes a bucket encrypted by %s with a key",
    (algorithm) => {
      const type = "aws_s3_bucket_server_side_encryption_configuration";
      const body = { sse_algorithm: algorithm, kms_master_key_id: ARN };
      const block = "rule.apply_server_side_encryption_by_default";
      expect(keyless(type, nested(block, body))).toEqual([]);
      expect(keyless(type, nested(block, { ...body, sse_algorithm: "AES256" }))).toEqual([
        lacks(
          type,
          at(type, "rule/apply_server_side_encryption_by_default/kms_master_key_id"),
          "sse_algorithm is not aws:kms or aws:kms:dsse, so that the key is not used",
          set(`${block}.kms_master_key_id`),
        ),
      ]);
    },
  );

  test("passes a copied snapshot whose key is used, and no other", () => {
    const type = "aws_dlm_lifecycle_policy";
    const block = "policy_details.action.cross_region_copy";
    const judged = (body: object) =>
      keyless(type, nested(block, { encryption_configuration: { cmk_arn: ARN, ...body } }));
    expect(judged({ encrypted: true })).toEqual([]);
    expect(judged({})).toEqual([
      lacks(
        type,
        at(type, "policy_details/action/cross_region_copy/encryption_configuration/cmk_arn"),
        "encryption_configuration.encrypted is not true, so that the key is not used",
        set(`${block}.encryption_configuration.cmk_arn`),
      ),
    ]);
  });

  test.each<[string, object]>([
    ["aws_ebs_snapshot_copy", {}],
    ["aws_ebs_snapshot_import", {}],
    ["aws_ebs_volume", {}],
    ["aws_instance", {}],
    ["aws_instance", { root_block_device: {}, ebs_block_device: {} }],
    ["aws_launch_template", { block_device_mappings: { ebs: {} } }],
    ["aws_spot_instance_request", {}],
  ])("takes the default key of the account for %s %j", (type, body) => {
    const json = {
      provider: { aws: [{ region: "us-east-1" }] },
      resource: {
        aws_ebs_default_kms_key: { k: { key_arn: ARN } },
        aws_ebs_encryption_by_default: { on: {} },
        [type]: { r: body },
      },
    };
    expect(saidBy("customer-managed-key", json)).toEqual([]);
  });

  test.each([
    "aws_cognito_user_pool",
    "aws_elasticache_cluster",
    "aws_glacier_vault",
    "aws_lightsail_bucket",
    "aws_lightsail_database",
    "aws_lightsail_disk",
    "aws_lightsail_instance",
    "aws_memorydb_multi_region_cluster",
    "aws_timestreaminfluxdb_db_cluster",
    "aws_timestreaminfluxdb_db_instance",
  ])("only notes %s, which takes no key", (type) => {
    expect(saidBy("customer-managed-key", one(type, {}))).toEqual([`note ${at(type)}`]);
  });
});
