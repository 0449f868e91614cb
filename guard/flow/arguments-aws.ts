import type { ArgumentGroup } from "./classify";

/**
 * What the arguments of AWS carry to another place. Facts without a source are those of the
 * resource's own page in the provider's documentation.
 */
export const AWS_ARGUMENTS: readonly ArgumentGroup[] = [
  {
    class: "region",
    names: `region region_name regions region_list region_order destination_region target_region
      peer_region consumer_region endpoint_group_region s3_region bucket_region enabled_regions
      vpc_region account_region aws_account_region stack_set_instance_region authorized_aws_region
      supported_regions service_region signing_region sns_region lex_region
      cloudwatch_alarm_region notification_hub_region witness_region base_policy_regions
      edge_location edge_locations idc_region resource_locations origin_shield_region
      aws_dlm_lifecycle_policy.policy_details.schedule.cross_region_copy_rule.target
      aws_dlm_lifecycle_policy.policy_details.action.cross_region_copy.target
      failover_config.secondary.route`,
  },
  {
    class: "region",
    names: `aws_chime_voice_connector.aws_region aws_chimesdkvoice_sip_media_application.aws_region
      target_applications.aws_region cognito_config.aws_region user_pool_config.aws_region`,
  },
  {
    class: "source",
    // Regions that data is read, collected or copied from: it comes in.
    names: `source_region source_ami_region specified_regions report_setting.regions
      account_aggregation_source.regions organization_aggregation_source.regions source.regions
      exclusion_rules.amis.regions exclude.regions include.regions aws_notifications_event_rule.regions
            aws_vpc_ipam.operating_regions.region_name aws_vpc_ipam_resource_discovery.operating_regions.region_name
      aws_networkflowmonitor_scope.target.region
      schema_configuration.region local_domain_info.region target_database.region target_table.region`,
  },
  {
    class: "none",
    // Route 53 answers by these regions, and checks health from them; neither moves data.
    names: `latency_routing_policy.region resource_record_set.region
      geoproximity_routing_policy.aws_region geoproximity_location.aws_region
      aws_route53_health_check.regions aws_servicequotas_template.aws_region`,
  },
  {
    class: "none",
    // False friends: countries of people and of visitors, and settings about regions.
    names: `aws_identitystore_user.addresses.region state_or_region country country_code
      iso_country_code calling_regions region_concurrency_type locations location_name
      data_location_constraint realm zone_id hosted_zone_id vpc_zone_identifier tenancy
      instance_tenancy placement_tenancy location_scope access_grants_location_id
      credential_location location
      skewed_column_value_location_maps`,
  },
  {
    class: "place",
    // The service refuses a zone of another region; a Local Zone's own country is judged where it
    // is named.
    names: `availability_zone availability_zone_id availability_zone_name availability_zones zone
      preferred_availability_zones primary_availability_zone replica_availability_zones
      target_custom_availability_zone local_zone_group ipv6_cidr_block_network_border_group
      outpost_arn outpost_arns outpost_id preferred_outpost_arn primary_outpost_arn
      replica_outpost_arns destination_outpost_arn`,
  },
  {
    class: "replica",
    names: `destination.availability_zone_name rule.destination.bucket
      replication_configuration.rules.destination.bucket replica_kms_key_id
      destination_table_bucket_arn primary_key_arn
      aws_s3control_multi_region_access_point.details.region.bucket
      global_table_arn`,
  },
  {
    class: "group",
    // Members of one global cluster hold copies of its data.
    names: `global_cluster_identifier multi_region_cluster_name
      aws_elasticache_replication_group.global_replication_group_id`,
  },
  {
    class: "model",
    // A cross-Region inference profile stands where a model can.
    names: `aws_bedrockagent_agent.foundation_model model_id model_source.copy_from
      cross_region_config.guardrail_profile_identifier embedding_model_arn
      bedrock_foundation_model_configuration.model_arn`,
  },
  {
    class: "peer",
    names: `peer_transit_gateway_id sink_identifier data_replication_primary_broker_arn
      target_kafka_cluster_arn transit_gateway_arn core_network_arn
      aws_networkmanager_core_network_policy_attachment.policy_document base_policy_document`,
  },
  {
    class: "none",
    // Of the resource's own region unless peer_region, which is judged, says otherwise.
    names: "peer_vpc_id peer_network_id",
  },
  {
    class: "none",
    // The resource's own name.
    names: `aws_docdb_global_cluster.global_cluster_identifier aws_rds_global_cluster.global_cluster_identifier
      aws_neptune_global_cluster.global_cluster_identifier aws_oam_sink_policy.sink_identifier
      aws_networkmanager_transit_gateway_registration.transit_gateway_arn`,
  },
  {
    class: "key",
    names: `*kms_key_id *kms_key_arn *kms_key *kms_key_identifier kms_arn kms_master_key_id cmk_arn
      encryption_key *encryption_key_arn customer_managed_key customer_managed_key_arn
      kms_encryption_key default_encryption_key volume_encryption_key
      cloud_hsm_cluster_id xks_proxy_uri_endpoint xks_proxy_vpc_endpoint_service_name
      aws_ebs_default_kms_key.key_arn provider.key_arn
      aws_kms_alias.target_key_id aws_kms_key_policy.key_id aws_kms_grant.key_id
      encryption_config.key_id encryption_configuration.key_id sse_kms.key_id
      aws_ssm_parameter.key_id aws_xray_encryption_config.key_id server_side_encryption.key_arn
      kms_key_provider_uri key_management_service_arn
      key_provider_server.uri`,
  },
  {
    class: "secret",
    names: `*secret_arn secret_arn_list secret_id secrets_manager_arn secret_manager_arn
      credentials_secret_arn credential_arn user_secret_id key_cache_secret_id
      key_cache_secret_iam_arn *_secrets`,
  },
  {
    class: "backup",
    names: `destination_vault_arn target_logically_air_gapped_backup_vault_arn`,
  },
  {
    class: "log",
    names: `log_destination log_destination_configs cloud_watch_logs_group_arn
      cloudwatch_log_group_arn log_group_arn bgp_log_group_arn log_stream_arn
      audit_destination_arn audit_log_destination structured_log_destinations log_uri
      access_log_settings.destination_arn aws_route53_resolver_query_log_config.destination_arn
      aws_vpclattice_access_log_subscription.destination_arn
      aws_guardduty_publishing_destination.destination_arn
      aws_cloudwatch_log_subscription_filter.destination_arn
      aws_cloudwatch_log_destination.target_arn destination_resource_arn delivery_destination_arn
      realtime_log_config_arn aws_cloudtrail.s3_bucket_name aws_config_delivery_channel.s3_bucket_name
      delivery_s3_bucket cdr_bucket flow_logs_s3_bucket usage_report_s3_bucket
      aws_redshift_logging.bucket_name log_bucket s3_logs.s3_bucket_name
      log_configuration.s3_bucket_name log_configuration.s3_configuration.bucket_name
      log_configuration.s3.bucket broker_logs.s3.bucket worker_log_delivery.s3.bucket
      s3_log_destination.bucket_name logging_config.s3_config.bucket_name
      large_data_delivery_s3_config.bucket_name internet_measurements_log_delivery.s3_config.bucket_name
      log_configurations.s3_configuration.bucket_arn
      log_configurations.firehose_configuration.stream_arn logging_config.bucket
      log_delivery_configuration.s3_configuration.bucket_name
      aws_fsx_lustre_file_system.log_configuration.destination
      log_settings.resource_arn delivery_stream_arn s3_logs.location
      aws_cloudwatch_log_account_policy.policy_document
      aws_cloudfront_realtime_log_config.endpoint.kinesis_stream_config.stream_arn`,
  },
  {
    class: "none",
    // The log or resource that something belongs to or reads.
    names: `aws_cloudwatch_log_transformer.log_group_arn log_group_arn_list`,
  },
  {
    class: "destination",
    names: `destination_location_arn destination_arn destination_stream_arn
      firehose_arn kinesis_settings.stream_arn
      aws_dynamodb_kinesis_streaming_destination.stream_arn kinesis_configuration.stream_arn
      kinesis_destination.stream_arn kinesis_stream_config.stream_arn kinesis_stream_arn
      on_failure.destination on_success.destination dead_letter_config.arn
      dead_letter_config.target_arn dead_letter_queue_url
      outputs.kinesis_firehose.resource_arn outputs.kinesis_stream.resource_arn
      outputs.lambda.resource_arn kinesis_firehose_output.resource_arn
      kinesis_streams_output.resource_arn lambda_output.resource_arn
      kinesis_data_stream.arn insights_target aws_cloudwatch_event_target.arn
      aws_scheduler_schedule.target.arn aws_pipes_pipe.target event_bus_arn
      topic_arn sns_topic sns_topic_arn sns_topic_arns notification_topic_arn notification_arn
      notification_arns notification_target_arn notification_target trigger_target_arn
      subscriber_sns_topic_arns ops_item_sns_topic_arn success_topic error_topic
      event_delivery_failure_topic_arn event_endpoint_created_topic_arn
      event_endpoint_deleted_topic_arn event_endpoint_updated_topic_arn topic.topic_arn
      queue_arn sns.target_arn aws_rds_integration.target_arn aws_redshift_integration.target_arn
      target_endpoint_arn workspace_arn two_way_channel_arn connection_notification_arn
      extended_s3_configuration.bucket_arn s3_configuration.bucket_arn
      s3_backup_configuration.bucket_arn s3_bucket_destination.arn
      destination_s3_uri s3_output_location
      output_data_config.s3_uri s3_output.s3_uri s3_storage_config.s3_uri
      data_captured_destination_s3_uri artifact_s3_location artifact_store_uri
      output_location output_location.s3_bucket_name s3_destination.bucket_name
      s3_destination.s3_bucket s3_destination.bucket s3_bucket.bucket_name
      destination_connector_properties.s3.bucket_name error_handling_config.bucket_name
      success_response_handling_config.bucket_name upsolver.bucket_name
      intermediate_bucket_name destination_configuration.s3.bucket_name
      storage_config.s3_config.bucket_name aws_dms_s3_endpoint.bucket_name
      redshift_settings.bucket_name outputs.s3_configuration.bucket_name
      aws_iot_topic_rule.s3.bucket_name error_action.s3.bucket_name
      s3_action.bucket_name error_report_configuration.s3_configuration.bucket_name
      magnetic_store_rejected_data_location.s3_configuration.bucket_name
      storage.service_configuration.s3.bucket_name
      report_delivery_channel.s3_bucket_name s3_exporting.s3_bucket_name
      aws_rds_export_task.s3_bucket_name aws_cur_report_definition.s3_bucket
      aws_dynamodb_table_export.s3_bucket s3_export_configuration.s3_bucket
      output_s3_bucket output_bucket content_config.bucket thumbnail_config.bucket
      output.s3_destination.bucket output_configuration.s3.bucket recording.s3_location.bucket
      revision_destination.bucket aws_spot_datafeed_subscription.bucket
      destination.s3.bucket destination_file_location.s3_file_location.bucket
      default_s3_location s3_bucket_arn aws_codebuild_project.artifacts.location
      secondary_artifacts.location aws_codepipeline.artifact_store.location
      cache.location assessment_reports_destination.destination
      s3_recording_sink_configuration.destination aws_rum_metrics_destination.destination_arn
      intermediate_storage.s3_location.uri storage_location.s3_location.uri
      dlq_event_queue_arn aws_storagegateway_nfs_file_share.location_arn
      aws_storagegateway_smb_file_share.location_arn destinations data_repository_path
      aws_fsx_lustre_file_system.export_path aws_kinesis_firehose_delivery_stream.opensearch_configuration.domain_arn
      aws_kinesis_firehose_delivery_stream.elasticsearch_configuration.domain_arn
      analytics_configuration.application_arn s3_output_path s3_failure_path s3_artifact_path
      aws_transfer_user.home_directory aws_transfer_access.home_directory
      home_directory_mappings.target base_directory iceberg_configuration.catalog_arn aws_glue_catalog_database.location_uri
      storage_descriptor.location storage_descriptor.additional_locations`,
  },
  {
    class: "none",
    // The queue, topic or stream that a policy or a subscription is about, or that is read.
    names: `aws_sns_topic_subscription.topic_arn queue_url
      aws_kinesis_stream_consumer.stream_arn kinesis_source_configuration.kinesis_stream_arn
      aws_codecommit_trigger.trigger.destination_arn kafka.destination_arn
                  aws_guardduty_malware_protection_plan.protected_resource.s3_bucket.bucket_name
      aws_codegurureviewer_repository_association.repository.s3_bucket.bucket_name`,
  },
  {
    class: "none",
    // The service demands a bucket of its own region, so that an unknown one cannot lie elsewhere.
    // Sources: Amazon S3 user guide (server access logs, inventory, storage class analysis),
    // Elastic Load Balancing user guide (access logs).
    names: `target_bucket access_logs.bucket connection_logs.bucket health_check_logs.bucket
      aws_s3_bucket_inventory.destination.bucket.bucket_arn
      data_export.destination.s3_bucket_destination.bucket_arn`,
  },
  {
    class: "endpoint",
    names: `server_hostname container_url name_node.hostname aws_sns_topic_subscription.endpoint https_notification_configuration.endpoint
      http_config.endpoint elasticsearch_config.endpoint opensearchservice_config.endpoint
      mcp_server.endpoint elasticsearch.endpoint redis_enterprise_cloud_configuration.endpoint
      http_endpoint_configuration.url hec_endpoint account_url cluster_endpoint collection_endpoint
      invocation_endpoint http.url confirmation_url error_action.http.url destinations.settings.url
      aws_transfer_connector.url remote_write_url endpoint_uri broker cluster_jdbcurl
      apache_kafka_cluster.bootstrap_servers
      aws_dms_endpoint.server_name redis_settings.server_name
      web_url private_link_endpoint`,
  },
  {
    class: "source",
    names: `source_arn source_ami_id source_instance_id source_snapshot_id source_image_id
      source_db_cluster_identifier source_db_cluster_snapshot_identifier source_db_instance_arn
      source_db_instance_automated_backups_arn source_db_instance_identifier
      source_db_snapshot_identifier source_dbi_resource_id source_cluster_identifier
      source_cluster_resource_id source_backup_identifier source_file_system_id source_identifier
      source_kafka_cluster_arn source_location_arn source_volume_arn source_bucket_arn
      source_endpoint_arn source_api_arn source_api_id source_uri source_documents_s3_uri
      source_portfolio_id source_ipam_pool_id source_account source_views
      restore_source_table_arn restore_source_name replicate_source_db
      replication_source_identifier snapshot_arn snapshot_arns snapshot_arns_to_restore backup_id
      copy_source_arn event_source_arn additional_bootstrap_servers
      endpoints presigned_url pre_signed_url data_source_arn data_set_arn table_arn
      aws_dms_endpoint.endpoint_id primary_replication_group_id data_share_arn
      msk_cluster_arn consumer_arn connection_string
      database_url database_installation_files_s3_bucket_name input_bucket
      seed_urls seed_urls.url sources.url host_url site_urls 
      instance_url disk_container.url site_base_url target_cluster_arn s3_uri
      test_s3_uri`,
  },
  {
    class: "image",
    names: `ami ami_account_id image image_id image_id_override image_uri image_url image_arn image_identifier
      image_name image_names image_location parent_image base_image custom_ami_id container_uri
      sagemaker_image_arn sagemaker_image_version_arn repository_url upstream_registry_url
      template_url template_s3_uri model_data_url script_location repository image_recipe_arn
      policy_url third_party_configuration_url dockerfile_template_uri runtime_version_arn`,
  },
  {
    class: "address",
    // The customer's side of a VPN or a directory.
    names: `aws_customer_gateway.ip_address aws_ec2_transit_gateway_connect_peer.peer_address
      aws_networkmanager_connect_peer.peer_address conditional_forwarder_ip_addrs`,
  },
  {
    class: "identity",
    names: `*role_arn *role_arns account account_id account_ids account_identifier account_number
      accounts account_name aws_account_id owner_account owner_account_id
      peer_owner_id peer_account_id admin_account_id administrator_account_id master_account_id
      delegated_admin_account delegated_admin_account_id target_account target_account_ids
      target_accounts destination_account shared_accounts excluded_accounts linked_accounts
      metered_account debug_log_delivery_accounts associated_gateway_owner_account_id
      dx_gateway_owner_account_id vpc_only_trusted_accounts bucket_account_id
      bucket_owner_account_id expected_bucket_owner expected_source_bucket_owner bucket_owner
      s3_bucket_owner registry_id principal principals principal_arn principal_id principal_org_id
      allowed_principals grantee_principal retiring_principal data_lake_principal_identifier
      service_principal aws_service_access_principals platform_principal kerberos_principal
      organization_arn organization_arns organizational_unit_arn organizational_unit_arns
      iam_arn user_arn owner_arn master_user_arn tenant_id tenant_identifier
      email_sending_account service_account_id accounts_url grantee.uri grant.uri`,
  },
  {
    class: "statement",
    names: `policy policy_document access_policy access_policies inline_policy
      resource_policy assume_role_policy delivery_destination_policy repository_policy
      permission_policy statement`,
  },
  {
    class: "none",
    // Mail goes to people, wherever their mailbox is; what it says is a notice, not the data.
    names: `business_email_address default_email_option email email_address email_assertion
      email_identity email_message email_message_by_link email_subject email_subject_by_link
      email_verification_message email_verification_subject from_address from_email_address
      notification_email personal_email_address recipients reply_to_email_address
      secondary_email simple_address subscriber_email_addresses support_email`,
  },
  {
    class: "none",
    // Pages of sign-in and help, and addresses that a service fetches a public key or a schema
    // from.
    names: `access_endpoint aws_appconfig_configuration_profile.location_uri allow_origins allowed_origins allowed_resource_oauth2_return_urls
      annotation_data_s3_uri application_host_url application_url auth_code_url
      authorization_endpoint authorizer_uri callback_urls default_landing_uri
      default_redirect_uri discovery_url enforced_urls exempt_urls feedback_url
      global_enforced_urls global_exempt_urls idp_auth_url idp_metadata_url integration_uri
      issuer_url jwks_endpoint jwks_uri logout_endpoint logout_urls profile_url
      provider_endpoint public_signing_key_endpoint r_studio_connect_url
      r_studio_package_manager_url redirect_uri redirect_url report_uri
      resolved_output_s3_uri support_url target_url token_endpoint token_url truststore_uri
      tuning_data_s3_uri user_access_url user_info_endpoint vocabulary_file_uri
      vocabulary_filter_file_uri website_url`,
  },
  {
    class: "none",
    // Parts of the resource itself, counterparts that a service looks up in its own region,
    // settings and texts.
    names: `*_type *_mode *_password *_format *_level *_version *_prefix *_window *_strategy
      *_algorithm *_timezone accelerator_arn access_association_source access_point_arn
      account_alias account_targeting acm_certificate_arn acm_pca_arn
      address address_1 address_2 address_3 address_4 address_allocation_ids
      address_definition address_family address_line_1 address_line_2 address_line_3
      addresses agent_alias_arn agent_arns alarm_arn alias_arn allowed_ip_range
      alternate_target_group_arn amazon_address ami_tags anycast_ip_list_id api_key_source
      api_secret_key app_authorization_arn app_bundle_arn app_image_config_name
      application_arn application_provider_arn archive_policy arn assign_public_ip
      associate_carrier_ip_address associate_public_ip_address associate_with_private_ip
      attachment_arn auth_source authorized_targets authorizer_credentials_arn
      authorizer_function_arn auto_import_policy auto_scaling_configuration_arn
      auto_scaling_group_arn automation_target_parameter_name availability_zone_rebalancing
      aws_managed_human_loop_request_source aws_pca_authority_arn aws_secret_store_arn
      backend_environment_arn backup_options backup_subnet_cidr backup_target
      backup_vault_events backup_vault_name base_url_content base_url_content1
      base_url_manifest base_url_manifest1 billing_view_arn blocked_ip_range_list
      bot_alias_arn broker_name browser_settings_arn bucket bucket_arn bucket_columns
      bucket_folder bucket_name bucket_owner_access buckets built_in_lifecycle_config_arn
      ca_certificates_bundle_s3_bucket call_analytics_stream_categories canary_arn
      capacity_provider_arn capacity_reservation_resource_group_arn
      capacity_reservation_resource_group_arns certificate_arn
      certificate_authority_arn certificate_authority_arns
      certificate_transparency_logging_preference channel_id cidr cidr_allow_list cidr_block
      cidr_blocks cidr_collection_id cidr_endpoints_custom_subdomain cidr_ipv4 cidr_ipv6
      cidr_list_aliases cidrs client_broker client_cidr_block client_credentials_arn
      client_secret client_secret_wo client_subnet_cidr client_vpn_endpoint_id
      cloud_exadata_infrastructure_arn cloud_watch_log_group_name cloudformation_stack_arn
      cloudwatch_log_group cloudwatch_log_group_name cloudwatch_log_stream cluster_arn
      cluster_endpoint_identifier code_repository_name code_signing_config_arn
      collection_arn component_arn configuration_arn configuration_source connection_arn
      consumer_groups_to_replicate container_hostname container_recipe_arn control_panel_arn
      copy_allowed copy_if_match copy_if_modified_since copy_if_none_match
      copy_if_unmodified_since copy_options core_network_address
      create_and_update_dashboard_email_reports create_and_update_data_sources
      credentials_arn custom_certificate_arn custom_dns_server_ip custom_dns_server_name
      custom_domain_certificate_arn custom_endpoint custom_endpoint_certificate_arn
      custom_time_zone customer_address customer_dns_ips customer_gateway_arn customer_key
      daily_automatic_backup_start_time dashboard_arn data_protection_settings_arn
      data_repository_subdirectories data_source data_source_id data_source_ids
      data_source_level_metrics_behavior data_source_name data_sources
      db_proxy_endpoint_name db_proxy_name db_servers default_code_repository
      default_outbound_queue_id default_subscription_status default_target_hostname
      delete_marker_replication_status deliver_cross_account_role delivery_destination_name
      delivery_source_name delivery_stream delivery_stream_name destination
      destination_address destination_cidr_block destination_field destination_id
      destination_ip destination_ipv6_cidr_block destination_name destination_pool_name
      destination_port destination_prefix_list_id destination_ref_id dimension_value_source
      direct_connect_gateway_arn disallowed_cidrs distribution_configuration_arn dns_ips
      dns_name dns_name_servers dns_policy dns_record_client_routing_policy dns_resolvers
      dns_servers dns_support domain_arn domain_certificate_arn domain_dns_ips domain_fqdn
      domain_name_arn domain_name_servers ec2_instance_profile_arn efs_file_system_arn
      eks_cluster_arn elastic_ip embed_host_domains
      enable_cloudwatch_logs_exports enabled_cloudwatch_logs_exports
      enabled_cluster_log_types enabled_standard_arns endpoint_config_name endpoint_id
      endpoint_ip_address_range endpoint_management endpoint_name entity_url_template
      event_destination_name event_queue_arn event_source event_source_name
      event_source_token exclude_management_event_sources exclude_vaults
      execution_url_template export export_from_time export_only export_task_identifier
      export_time export_to_csv export_to_csv_in_scheduled_reports export_to_excel
      export_to_excel_in_scheduled_reports export_to_pdf export_to_pdf_in_scheduled_reports
      export_to_time extension_arn failover filter_in_arns final_backup_tags firewall_arn
      firewall_policy_arn fleet_arn flow_arn forward fqdn framework_arns fsx_filesystem_arn
      function_arn game_server_group_name game_server_protection_policy gateway_arn
      gateway_ip_address gateway_load_balancer_arns gateway_load_balancer_endpoint_id
      gateway_vpc_endpoint global_replication_group_description
      global_replication_group_id_suffix glue_ips grant_arn graph_arn group_arn
      group_ip_address guardrail_arn guardrail_policy_arns health_check_arn hook_target_arn
      host host_arn host_id host_key host_key_body host_key_body_wo host_name host_path
      host_recovery host_resource_group_arn hosted_zone_arn hostname hosts
      hsm_client_certificate_identifier hsm_configuration_identifier hsm_ip_address
      hsm_partition_name hsm_server_public_certificate http_endpoint human_task_ui_arn
      iam_identity_center_instance_arn iam_instance_profile_arn id idc_instance_arn
      identity_center_arn identity_center_instance_arn identity_source identity_sources
      image_file image_providers image_pull_policy image_tag_mutability import_path
      include_content_in_scheduled_reports_email include_vaults
      infrastructure_configuration_arn ingestion_arn input_loss_image_color
      inside_cidr_blocks instance_arn integration_target ip ip_access_settings_arn
      ip_address ip_addresses ip_discovery ip_family ip_group_ids ip_preference ip_protocol
      ip_range ip_restriction_rule_map ipv4_addresses ipv6_address ipv6_address_list
      ipv6_address_preferred_lease_time ipv6_addresses ipv6_cidr_block ipv6_cidr_blocks
      ipv6_cidrs iv_source key_arn key_id key_location key_value_store_arn
      kms_encryption_context lambda_arn lambda_conflict_handler_arn lambda_function_arn
      lb_target_group_arn license_arn license_configuration_arn license_configuration_arns
      lifecycle_config_arn lifecycle_config_arns listener_arn listener_arns
      load_balancer_arn load_balancing_cross_zone_enabled local_ipv4_network_cidr
      local_ipv6_network_cidr location_arn log_delivery_status log_driver
      log_exports log_group log_group_class log_group_name log_group_names
      log_group_selection_criteria log_stream_name logging logging_configuration_identifiers
      logging_role logo_image_blob managed_policy_arn managed_policy_arns
      member_account_discount_visibility member_id merged_api_arn
      minimum_healthy_targets_count minimum_healthy_targets_percentage model_arn
      monitor_arn_list multi_region_cluster_name_suffix multi_region_parameter_group_name
      name netbios_name_servers network_load_balancer_arn network_load_balancer_arns
      network_settings_arn notification_configuration_arn notification_destinations
      ntp_servers observability_configuration_arn odb_network_arn
      openid_connect_provider_arns origin origin_access_control_id origin_access_identity
      origin_id origin_path origin_protocol_policy origin_request_policy_id
      origin_ssl_protocols output_timing_source ownership_verification_certificate_arn
      parent_folder_arn partition_date_source passive_ip peer_address
      peer_liveness_detection peering_id permission_arns permission_set_arn
      placement_group_arn platform_arn policy_arn policy_arns portal_arn
      post_analytics_processor_source_uri preserve_client_ip principal_id_claim
      principal_tags private_dns_hostname_type_on_launch private_dns_name private_ip
      private_ip_address private_ip_list private_ips private_ipv4_address product_arn
      project_arn prompt_arn protected_resource_arns provider_arn provider_arns
      public_access_cidrs public_address_allocation_ids public_ip public_ip_source
      query_log_status query_statement queue_id queue_name queues radius_servers
      raw_secret_access_key rds_db_cluster_arn rds_db_instance_arn rds_db_proxy_arn
      rds_endpoint realtime_metrics_subscription_status record_preprocessor_source_uri
      recording_configuration_arn reference_arn regional_certificate_arn registry_arn
      registry_name remote_domain_name remote_ipv4_network_cidr remote_ipv6_network_cidr
      replicate_to replication_config_identifier replication_group_id
      replication_instance_arn replication_instance_class replication_instance_id
      replication_overwrite replication_servers_security_groups_ids replication_settings
      replication_subnet_group_description replication_subnet_group_id replication_task_id
      replication_task_settings repository_credentials_provider_arn repository_name
      resolver_endpoint_id resolver_query_log_config_id resource_arn resource_arns
      resource_configuration_arn resource_group_arn resource_share_arn revision_url_template
      revocations_s3_bucket role_arn_association_id root_certificate_chain_arn
      rotation_lambda_arn routable_cidr_space route_server_endpoint_id route_server_id
      routing_control_arn routing_http_response_access_control_allow_origin_header_value
      rules_package_arns s3_bucket s3_bucket_name s3_location sagemaker_image_version_alias
      saml_provider_arn saml_provider_arns scheduling_policy_arn schema_arn
      schema_registry_uri scope_arn scte35_source secondary_allocation_ids
      secondary_background secondary_foreground secondary_input_id
      secondary_private_ip_addresses secondary_private_ips secret_access_key secret_binary
      secret_key secret_name secret_string secret_string_wo secret_token
      security_descriptor_copy_flags security_group_arns self_service_saml_provider_arn
      server_certificate server_certificate_arn server_certificate_arns server_id
      server_name_to_verify server_properties server_protocol server_root_ca_certificate
      server_side_encryption server_validation service_account service_account_name
      service_account_username service_arn service_ipv4_cidr service_network_arn
      session_logger_arn session_policy_arn sftp_authentication_methods share_arn
      share_data_sources shared_secret signing_profile_version_arns skipped_ip_range_list
      smtp_reply_code snapshot_copy_grant_name sns_caller_arn sns_topic_name source
      source_action_name source_address source_cidr_block source_code_hash source_column
      source_customer_key source_customer_key_md5 source_description source_directory
      source_end_behavior source_engine source_fields source_file_location source_frequency
      source_hash source_ids source_ip source_name source_output source_port
      source_security_group source_security_group_id source_security_group_ids
      source_set_up_option sql_endpoint_path ssl_ca_certificate_arn
      ssl_client_certificate_arn ssl_client_key_arn standards_arn standards_control_arn
      standby_instances standby_replicas state_machine_version_arn statement_id
      statement_name static_ip_name static_sources_support storage_virtual_machine_arn
      stream_exception_policy stream_inf_resolution stream_manifest_behavior stream_name
      stream_view streaming_notification_targets street_address subnet_arn subnet_arns
      subscribe_dashboard_email_reports supported_ip_address_types table_bucket_arn target
      target_action target_arn target_arns target_controls
      target_db_cluster_snapshot_identifier target_db_snapshot_identifier
      target_document_attribute_key target_group_arn target_group_arns
      target_group_identifier target_group_name target_id target_identifier target_ids
      target_input target_measure_name target_multi_measure_attribute_name
      target_multi_measure_name target_name target_network_cidr target_origin_id
      target_pipeline target_role target_string target_tags target_types target_value
      target_vault_name target_vpc_subnet_id targets task_arn task_definition_arn
      template_arn tenant_display_name theme_arn tickerplant_log_volumes time_zone
      time_zone_id tls_inspection_configuration_arn token_url_custom_properties
      token_vault_id topic topic_name topics topics_to_exclude topics_to_replicate
      tracking_server_name tracking_server_size traffic_mirror_filter_id
      traffic_mirror_target_id transit_gateway_address transit_gateway_cidr_blocks
      transit_gateway_connect_peer_arn transit_gateway_route_table_arn transition_to_archive
      trust_store_arn trusted_host_keys tunnel1_inside_cidr tunnel1_inside_ipv6_cidr
      tunnel2_inside_cidr tunnel2_inside_ipv6_cidr uri url url_exclusion_patterns
      url_inclusion_patterns url_path user_access_logging_settings_arn user_pool_arn
      user_settings_arn validation_certificate_arn validation_record_fqdns value_source
      vault_name vector_bucket_arn vector_bucket_name view_account_spice_capacity
      virtual_host vpc_arn vpc_connection_arn vpc_connector_arn vpc_endpoint_dns_name
      vpc_endpoint_id vpc_endpoint_id_restriction_rule_map vpc_endpoint_ids
      vpc_endpoint_management vpc_endpoint_service_id vpc_origin_id
      vpc_peering_connection_id vpc_peering_exclusion vpc_source_ip vpn_connection_arn
      web_acl_arn web_app_endpoint_policy workflow_arn workteam_arn xks_proxy_connectivity
      xks_proxy_uri_path`,
  },
];
