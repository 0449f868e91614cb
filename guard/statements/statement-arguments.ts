/**
 * Arguments that hold an AWS policy document in the IAM policy language, by resource type; a dot
 * leads into a nested block. Documents of other languages (`aws_ecr_lifecycle_policy`,
 * `aws_opensearchserverless_*_policy`, `aws_sns_topic_data_protection_policy` …) are not among them.
 *
 * Source: schema of the Terraform provider hashicorp/aws 6.
 */
const AWS_DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  aws_acmpca_policy: ["policy"],
  aws_api_gateway_domain_name: ["policy"],
  aws_api_gateway_rest_api: ["policy"],
  aws_api_gateway_rest_api_policy: ["policy"],
  aws_backup_vault_policy: ["policy"],
  aws_cloudsearch_domain_service_access_policy: ["access_policy"],
  aws_cloudwatch_event_bus_policy: ["policy"],
  aws_cloudwatch_log_delivery_destination_policy: ["delivery_destination_policy"],
  aws_cloudwatch_log_destination_policy: ["access_policy"],
  aws_cloudwatch_log_resource_policy: ["policy_document"],
  aws_codeartifact_domain_permissions_policy: ["policy_document"],
  aws_codeartifact_repository_permissions_policy: ["policy_document"],
  aws_codebuild_resource_policy: ["policy"],
  aws_dynamodb_resource_policy: ["policy"],
  aws_ecr_registry_policy: ["policy"],
  aws_ecr_repository_creation_template: ["repository_policy"],
  aws_ecr_repository_policy: ["policy"],
  aws_ecrpublic_repository_policy: ["policy"],
  aws_efs_file_system_policy: ["policy"],
  aws_elasticsearch_domain: ["access_policies"],
  aws_elasticsearch_domain_policy: ["access_policies"],
  aws_fsx_s3_access_point_attachment: ["s3_access_point.policy"],
  aws_glacier_vault: ["access_policy"],
  aws_glacier_vault_lock: ["policy"],
  aws_glue_resource_policy: ["policy"],
  aws_iam_group_policy: ["policy"],
  aws_iam_policy: ["policy"],
  aws_iam_role: ["assume_role_policy", "inline_policy.policy"],
  aws_iam_role_policy: ["policy"],
  aws_iam_user_policy: ["policy"],
  aws_iot_policy: ["policy"],
  aws_kinesis_resource_policy: ["policy"],
  aws_kms_external_key: ["policy"],
  aws_kms_key: ["policy"],
  aws_kms_key_policy: ["policy"],
  aws_kms_replica_external_key: ["policy"],
  aws_kms_replica_key: ["policy"],
  aws_media_store_container_policy: ["policy"],
  aws_msk_cluster_policy: ["policy"],
  aws_networkfirewall_resource_policy: ["policy"],
  aws_oam_sink_policy: ["policy"],
  aws_odb_network: ["kms_policy_document", "s3_policy_document", "sts_policy_document"],
  aws_opensearch_domain: ["access_policies"],
  aws_opensearch_domain_policy: ["access_policies"],
  aws_organizations_policy: ["content"],
  aws_organizations_resource_policy: ["content"],
  aws_prometheus_resource_policy: ["policy_document"],
  aws_redshift_resource_policy: ["policy"],
  aws_redshiftserverless_resource_policy: ["policy"],
  aws_rolesanywhere_profile: ["session_policy"],
  aws_s3_access_point: ["policy"],
  aws_s3_bucket: ["policy"],
  aws_s3_bucket_policy: ["policy"],
  aws_s3control_access_grants_instance_resource_policy: ["policy"],
  aws_s3control_access_point_policy: ["policy"],
  aws_s3control_bucket_policy: ["policy"],
  aws_s3control_multi_region_access_point_policy: ["details.policy"],
  aws_s3control_object_lambda_access_point_policy: ["policy"],
  aws_s3tables_table_bucket_policy: ["resource_policy"],
  aws_s3tables_table_policy: ["resource_policy"],
  aws_s3vectors_vector_bucket_policy: ["policy"],
  aws_sagemaker_model_package_group_policy: ["resource_policy"],
  aws_schemas_registry_policy: ["policy"],
  aws_secretsmanager_secret: ["policy"],
  aws_secretsmanager_secret_policy: ["policy"],
  aws_ses_identity_policy: ["policy"],
  aws_sesv2_email_identity_policy: ["policy"],
  aws_sns_topic: ["policy"],
  aws_sns_topic_policy: ["policy"],
  aws_sqs_queue: ["policy"],
  aws_sqs_queue_policy: ["policy"],
  aws_ssoadmin_permission_set_inline_policy: ["inline_policy"],
  aws_transfer_access: ["policy"],
  aws_transfer_user: ["policy"],
  aws_vpc_endpoint: ["policy"],
  aws_vpc_endpoint_policy: ["policy"],
  aws_vpclattice_auth_policy: ["policy"],
  aws_vpclattice_resource_policy: ["policy"],
  aws_xray_resource_policy: ["policy_document"],
};

/** The data source that writes a policy document out of blocks. */
export const POLICY_DOCUMENT = "aws_iam_policy_document";

const OCI_STATEMENTS = new Set(["oci_identity_policy", "oci_limits_quota"]);

/** Paths of the arguments of `type` that hold a policy document. */
export function documentArguments(type: string): readonly string[] {
  return Object.hasOwn(AWS_DOCUMENTS, type) ? (AWS_DOCUMENTS[type] as readonly string[]) : [];
}

/**
 * True where `argument` of the resource or data source `type` holds policy or quota statements, so
 * that whatever place it names is judged by what the statement says of it.
 *
 * @param argument name of the nearest argument that holds the string: `statements`, `policy`
 */
export function isStatementArgument(type: string, argument: string): boolean {
  if (OCI_STATEMENTS.has(type)) {
    return argument === "statements";
  }
  if (type === POLICY_DOCUMENT) {
    return argument !== "provider" && argument !== "region";
  }
  return documentArguments(type).some((path) => path.slice(path.lastIndexOf(".") + 1) === argument);
}
