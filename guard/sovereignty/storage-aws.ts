import { key, type Storage, type StorageTable } from "./storage";

const ebs = (block: string): Storage => ({
  ...key("kms_key_id"),
  block,
  when: "encrypted=true",
  isEbs: true,
});

const INSTANCE: readonly Storage[] = [
  ebs("root_block_device"),
  { ...ebs("ebs_block_device"), none: "nothing" },
];

const INSIGHTS: Storage = {
  ...key("performance_insights_kms_key_id"),
  only: "performance_insights_enabled=true",
};

const MASTER_SECRET: Storage = {
  ...key("master_user_secret_kms_key_id"),
  only: "manage_master_user_password=true",
};

const CLUSTER: Storage = {
  ...key("kms_key_id"),
  when: "storage_encrypted=true",
  from: ["snapshot_identifier", "restore_to_point_in_time.source_cluster_identifier"],
};

const FSX: readonly Storage[] = [{ ...key("kms_key_id"), from: ["backup_id"] }];

const DOMAIN: readonly Storage[] = [
  { ...key("encrypt_at_rest.kms_key_id"), when: "encrypt_at_rest.enabled=true" },
];

/** A copy that a lifecycle policy makes: without a key it takes the default one of its region. */
const copied = (block: string, prefix: string): Storage => ({
  ...key(`${prefix}cmk_arn`),
  block,
  none: "nothing",
  when: `${prefix}encrypted=true`,
});

/**
 * Resource types of AWS that keep data and can encrypt it with a key of KMS.
 *
 * Source: argument references of the provider hashicorp/aws 6, which say of each key that AWS owns or
 * manages the one that is used where it is left out. Buckets are judged by their encryption
 * configuration, which is a resource of its own.
 */
export const AWS_STORAGE: StorageTable = {
  aws_backup_logically_air_gapped_vault: [key("encryption_key_arn")],
  aws_backup_vault: [key("kms_key_arn")],
  aws_cloudtrail: [key("kms_key_id")],
  aws_cloudtrail_event_data_store: [key("kms_key_id")],
  aws_cloudwatch_event_archive: [key("kms_key_identifier")],
  aws_cloudwatch_log_group: [key("kms_key_id")],
  aws_codeartifact_domain: [key("encryption_key")],
  aws_codecommit_repository: [key("kms_key_id")],
  aws_customerprofiles_domain: [key("default_encryption_key")],
  aws_datazone_domain: [key("kms_key_identifier")],
  aws_db_instance: [
    {
      ...key("kms_key_id"),
      when: "storage_encrypted=true",
      from: [
        "replicate_source_db",
        "snapshot_identifier",
        "restore_to_point_in_time.source_db_instance_identifier",
      ],
    },
    INSIGHTS,
    MASTER_SECRET,
  ],
  aws_db_instance_automated_backups_replication: [key("kms_key_id")],
  aws_db_snapshot_copy: [key("kms_key_id")],
  aws_dms_replication_instance: [key("kms_key_arn")],
  aws_docdb_cluster: [CLUSTER],
  aws_docdb_cluster_instance: [
    { ...key("performance_insights_kms_key_id"), only: "enable_performance_insights=true" },
  ],
  aws_docdbelastic_cluster: [key("kms_key_id")],
  aws_dsql_cluster: [key("kms_encryption_key")],
  aws_dynamodb_table: [
    {
      ...key("server_side_encryption.kms_key_arn"),
      when: "server_side_encryption.enabled=true",
    },
    { ...key("kms_key_arn"), block: "replica", none: "nothing" },
  ],
  aws_dynamodb_table_replica: [key("kms_key_arn")],
  aws_dlm_lifecycle_policy: [
    copied("policy_details.schedule.cross_region_copy_rule", ""),
    copied("policy_details.action.cross_region_copy", "encryption_configuration."),
  ],
  aws_ebs_snapshot_copy: [{ ...key("kms_key_id"), when: "encrypted=true", isEbs: true }],
  aws_ebs_snapshot_import: [{ ...key("kms_key_id"), when: "encrypted=true", isEbs: true }],
  aws_ebs_volume: [
    {
      ...key("kms_key_id"),
      when: "encrypted=true",
      from: ["snapshot_id"],
      isEbs: true,
    },
  ],
  aws_ecr_repository: [
    {
      ...key("encryption_configuration.kms_key"),
      when: "encryption_configuration.encryption_type=KMS|KMS_DSSE",
    },
  ],
  aws_efs_file_system: [{ ...key("kms_key_id"), when: "encrypted=true" }],
  aws_efs_replication_configuration: [{ ...key("kms_key_id"), block: "destination" }],
  aws_eks_cluster: [key("encryption_config.provider.key_arn")],
  aws_elasticache_replication_group: [
    {
      ...key("kms_key_id"),
      when: "at_rest_encryption_enabled=true",
      from: ["global_replication_group_id"],
    },
  ],
  aws_elasticache_serverless_cache: [key("kms_key_id")],
  aws_elasticsearch_domain: DOMAIN,
  aws_finspace_kx_environment: [key("kms_key_id")],
  aws_fsx_file_cache: [key("kms_key_id")],
  aws_fsx_lustre_file_system: FSX,
  aws_fsx_ontap_file_system: [key("kms_key_id")],
  aws_fsx_openzfs_file_system: FSX,
  aws_fsx_windows_file_system: FSX,
  aws_instance: INSTANCE,
  aws_kendra_index: [key("server_side_encryption_configuration.kms_key_id")],
  aws_keyspaces_table: [key("encryption_specification.kms_key_identifier")],
  aws_kinesis_firehose_delivery_stream: [
    {
      ...key("server_side_encryption.key_arn"),
      when: "server_side_encryption.key_type=CUSTOMER_MANAGED_CMK",
      // What comes from a stream stays under that stream's key.
      from: ["kinesis_source_configuration.kinesis_stream_arn"],
    },
  ],
  aws_kinesis_stream: [{ ...key("kms_key_id"), when: "encryption_type=KMS" }],
  aws_kinesis_video_stream: [key("kms_key_id")],
  aws_location_geofence_collection: [key("kms_key_id")],
  aws_location_tracker: [key("kms_key_id")],
  aws_launch_template: [{ ...ebs("block_device_mappings.ebs"), none: "nothing" }],
  aws_memorydb_cluster: [key("kms_key_arn")],
  aws_memorydb_snapshot: [key("kms_key_arn")],
  aws_mq_broker: [
    {
      ...key("encryption_options.kms_key_id"),
      when: "encryption_options.use_aws_owned_key=false",
    },
  ],
  aws_msk_cluster: [key("encryption_info.encryption_at_rest_kms_key_arn")],
  aws_mwaa_environment: [key("kms_key")],
  aws_neptune_cluster: [
    {
      ...key("kms_key_arn"),
      when: "storage_encrypted=true",
      from: ["snapshot_identifier", "replication_source_identifier"],
    },
  ],
  aws_neptunegraph_graph: [key("kms_key_identifier")],
  aws_opensearch_domain: DOMAIN,
  aws_osis_pipeline: [key("encryption_at_rest_options.kms_key_arn")],
  aws_prometheus_workspace: [key("kms_key_arn")],
  aws_qldb_ledger: [key("kms_key")],
  aws_rds_cluster: [
    { ...CLUSTER, from: [...(CLUSTER.from ?? []), "replication_source_identifier"] },
    INSIGHTS,
    MASTER_SECRET,
  ],
  aws_rds_cluster_activity_stream: [key("kms_key_id")],
  aws_rds_cluster_instance: [INSIGHTS],
  aws_rds_cluster_snapshot_copy: [key("kms_key_id")],
  aws_rds_export_task: [key("kms_key_id")],
  aws_redshift_cluster: [
    { ...key("kms_key_id"), from: ["snapshot_identifier", "snapshot_arn"] },
    {
      ...key("master_password_secret_kms_key_id"),
      only: "manage_master_password=true",
    },
  ],
  aws_redshift_snapshot_copy_grant: [key("kms_key_id")],
  aws_redshiftserverless_namespace: [
    key("kms_key_id"),
    { ...key("admin_password_secret_kms_key_id"), only: "manage_admin_password=true" },
  ],
  aws_s3_bucket_server_side_encryption_configuration: [
    {
      ...key("kms_master_key_id"),
      block: "rule.apply_server_side_encryption_by_default",
      when: "sse_algorithm=aws:kms|aws:kms:dsse",
    },
  ],
  aws_s3tables_table_bucket: [
    {
      ...key("encryption_configuration.kms_key_arn"),
      when: "encryption_configuration.sse_algorithm=aws:kms",
    },
  ],
  aws_s3vectors_vector_bucket: [
    {
      ...key("encryption_configuration.kms_key_arn"),
      when: "encryption_configuration.sse_type=aws:kms",
    },
  ],
  aws_sagemaker_domain: [key("kms_key_id")],
  aws_sagemaker_notebook_instance: [key("kms_key_id")],
  aws_secretsmanager_secret: [
    key("kms_key_id"),
    { ...key("kms_key_id"), block: "replica", none: "nothing" },
  ],
  aws_securitylake_data_lake: [
    { ...key("encryption_configuration.kms_key_id"), block: "configuration" },
  ],
  aws_sns_topic: [key("kms_master_key_id")],
  aws_spot_instance_request: INSTANCE,
  aws_sqs_queue: [key("kms_master_key_id")],
  aws_ssm_parameter: [{ ...key("key_id"), only: "type=SecureString" }],
  aws_storagegateway_cached_iscsi_volume: [{ ...key("kms_key"), when: "kms_encrypted=true" }],
  aws_storagegateway_stored_iscsi_volume: [{ ...key("kms_key"), when: "kms_encrypted=true" }],
  aws_timestreamwrite_database: [key("kms_key_id")],
  aws_workspaces_workspace: [key("volume_encryption_key")],
};

/** Types that keep data and take no key: AWS's encrypts it, which a reviewer should know. */
export const AWS_WITHOUT_KEY: ReadonlySet<string> = new Set([
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
]);
