import type { ArgumentGroup } from "./classify";

/**
 * What the arguments of Oracle Cloud carry to another place. Facts without a source are those of
 * the resource's own page in the provider's documentation.
 */
export const OCI_ARGUMENTS: readonly ArgumentGroup[] = [
  {
    class: "region",
    names: `region region_id regions remote_region peer_region peer_region_name peering_region
      destination_region destination_region_name target_region replica_region home_region
      backup_region copy_to_region dr_region object_storage_region default_region
      tf_variable_region_id reporting_region osp_home_region resource_region oci_region
      `,
  },
  {
    class: "region",
    // A location of Oracle Database at another cloud, in that cloud's own words.
    names: `aws_location gcp_location encryption_key.location
      oci_dbmulticloud_oracle_db_aws_key.location oci_dbmulticloud_oracle_db_azure_vault.location
      oci_dbmulticloud_oracle_db_gcp_key_ring.location`,
  },
  {
    class: "source",
    // The region that something is copied or read from: data comes in.
    names: `source_region source_details.region source.region source_uri_details.region
      data_source.region aws_region db_system_snapshot_summary.region
      oci_cloud_guard_adhoc_query.adhoc_query_details.adhoc_query_resources.region
      oci_cloud_guard_data_source.data_source_details.regions
      oci_cloud_guard_data_source.data_source_details.scheduled_query_scope_details.region
      provider_remote_region`,
  },
  {
    class: "none",
    // False friends: a province, a time zone, an on-premises label, a file or column.
    names: `oci_identity_domains_user.addresses.region timezone_region location locations trail_location
      trail_locations location_type replication_location_type output_location_type
      build_file_location token_locations ssl_trust_store_location ssh_sudo_location wallet_location
      custom_css_location custom_html_location dictionary_location crl_location key_location
      country phone_country_code country_code_response_attribute_id kerberos_realm
      kerberos_realm_name realm realm_name zone_id zone_name_or_id private_zone_id dns_zone dns_zones
      dns_zone_name dns_server_zone`,
  },
  {
    class: "place",
    // The service refuses a zone of another region.
    names: `availability_domain compute_availability_domain availability_zone location_name
      vantage_point_names`,
  },
  {
    class: "replica",
    // Zones, keys, networks and vaults of the region that a copy lives in.
    names: `block_volume_replicas.availability_domain boot_volume_replicas.availability_domain
      volume_group_replicas.availability_domain xrr_kms_key_id xrc_kms_key_id 
      destination_availability_domain destination_vault_id target_vault_id target_key_id
      destination_encryption_key.encryption_key_id common_destination_key.encryption_key_id
      destination_encryption_key.vault_id common_destination_key.vault_id
      image_replication_vault_secret_id destination_backup_policy_id destination_snapshot_policy_id
      destination_mount_target_id destination_subnet_id destination_nsg_id_list
      destination_load_balancer_id destination_network_load_balancer_id
      destination_dedicated_vm_host_id destination_capacity_reservation_id
      destination_reserved_public_ip_id oci_file_storage_replication.target_id
      replica_vault_metadata.private_endpoint_id
      `,
  },
  {
    class: "peer",
    names: `peer_id peer_db_id peer_db_system_id peer_db_home_id peer_vm_cluster_id peer_vm_cluster_ids
      peer_cloud_autonomous_vm_cluster_id peer_cloud_autonomous_vm_cluster_ids
      peer_autonomous_vm_cluster_id peer_autonomous_exadata_infrastructure_id peer_cluster_id
      switchover_to_remote_peer_id peer_details.availability_domain
      oci_database_data_guard_association.availability_domain
      
      
      
      `,
  },
  {
    class: "none",
    // A local peering joins two networks of one region.
    names: "oci_core_local_peering_gateway.peer_id",
  },
  {
    class: "key",
    names: `*kms_key_id *kms_key kms_key_version_id kms_vault_id master_encryption_key_id custom_encryption_key_id
      opc_sse_kms_key_id azure_encryption_key_id aws_encryption_key_id
      google_cloud_provider_encryption_key_id key_version_id key_store_id okv_key_store_id
      vault_key_id vault_id approval_key_vault_id kms_rest_endpoint okv_uri vault_uri
      external_vault_endpoint_url service_endpoint_uri management_endpoint crypto_endpoint key_arn
      aws_key_arn azure_vault_id oracle_db_azure_vault_id external_key_manager_ip
      oci_kms_encrypted_data.key_id oci_kms_generated_key.key_id oci_kms_key_version.key_id
      oci_kms_sign.key_id oci_kms_verify.key_id encrypt_data.key_id oci_vault_secret.key_id
      oci_database_migration_connection.key_id hub_details.key_id
      oci_golden_gate_connection.key_id oci_golden_gate_database_registration.key_id
      password.key_id user.key_id`,
  },
  {
    class: "none",
    // The identifier of a credential inside the resource itself.
    names: `oci_stack_monitoring_monitored_resource.additional_credentials.key_id
      oci_stack_monitoring_monitored_resource.credentials.key_id`,
  },
  {
    class: "secret",
    names: "*_secret_id *secret_id secret_ocid secrets",
  },
  {
    class: "destination",
    // Streams, topics, queues and functions that take what a rule or a connector sends.
    names: `topic_id ons_topic_id notification_topic_id stream_id queue_id channel_id dvp_stream_id
      destinations target.function_id tasks.function_id actions.action.function_id
      actions.actions.function_id backend.function_id target.log_group_id log_object_id
      oci_core_vtap.target_id
      target_registry.url
      
      target.metric_namespace
      target_database_connection_id target_database_connection.id target_container_database_id
      `,
  },
  {
    class: "none",
    // The topic, queue or stream that a subscription hangs on or that is read is its own.
    names: `oci_queue_consumer_group.queue_id target_database_id oci_ons_subscription.topic_id oci_sch_service_connector.source.stream_id
      oci_log_analytics_log_analytics_object_collection_rule.stream_id target.log_source_identifier
      target_id target_ids target_resource_id target_database_ids target
      targets`,
  },
  {
    class: "none",
    // A bucket's region is the resource's, or stands in the region argument beside its name.
    names: `bucket bucket_name destination_bucket_name object_storage_bucket_name os_bucket_name
      analytic_bucket_name source_bucket logs_bucket_uri warehouse_bucket_uri archive_uri
      log_bucket_instance_id warehouse_bucket_instance_id support_bundle_bucket_id
      default_external_table_location default_managed_table_location bucket_listing_action
      bucket_scope bucket_type time_oldest_active_bucket_ended`,
  },
  {
    class: "backup",
    names: `backup_destination_details.id backup_destination_id
      oci_database_backup_destination.connection_string nfs_server`,
  },
  {
    class: "log",
    names: `log_group_id service_log_group_id log_id syslog_url remote_syslog_server_address
      `,
  },
  {
    class: "none",
    // The log that something reads, or the log's own group.
    names: `oci_logging_log.log_group_id oci_sch_service_connector.source.log_sources.log_group_id
      oci_sch_service_connector.source.log_sources.log_id
      oci_log_analytics_log_analytics_object_collection_rule.log_group_id
      oci_log_analytics_namespace_association.log_group_id`,
  },
  {
    class: "endpoint",
    names: `oci_ons_subscription.endpoint execution_details.endpoint object_storage_endpoint
      oci_golden_gate_connection.endpoint oci_golden_gate_connection.storage.endpoint
      oci_golden_gate_connection.catalog.uri oci_golden_gate_connection.url
      oci_golden_gate_connection.host bootstrap_servers.host connection_url jndi_provider_url servers
      azure_authority_host service_base_url oci_core_vtap.target_ip
      oci_golden_gate_connection.connection_string response_cache_details.servers.host
      routes.backend.url routing_backends.backend.url oci_load_balancer_backend.ip_address`,
  },
  {
    class: "none",
    // Backends of a network load balancer lie in its own VCN's reach; their addresses place
    // nothing.
    names: "oci_network_load_balancer_backend.ip_address",
  },
  {
    class: "address",
    // The customer's side of a VPN, a proxy, a name server.
    names: `oci_core_cpe.ip_address internet_proxy corporate_proxy http_proxy_host https_proxy_host
      ftp_proxy_host socks_proxy_host proxy_url destination_addresses external_downstreams.address`,
  },
  {
    class: "source",
    names: `restore_from_object_store.uri source_standby_database_connection_id source_id source_uri source_url source_backup_id source_cdb_id source_database_id
      source_db_home_id source_db_system_id source_dbnode_ids source_deployment_id
      source_autonomous_container_database_id source_cluster_id source_snapshot_id source_volume_id
      source_version_id source_vault_id source_vnic_id source_load_balancer_id
      source_network_load_balancer_id source_pluggable_database_id
      source_pluggable_database_snapshot_id source_database_connection_id
      source_container_database_connection_id source_fusion_environment_id
      source_private_endpoint_subnet_id backup_id node_backup_id boot_volume_backup_id
      volume_backup_id volume_group_backup_id volume_group_replica_id first_backup_id
      second_backup_id deployment_backup_id oci_cache_backup_id autonomous_database_backup_id
      autonomous_container_database_backup_id autonomous_databases_to_clone tts_bundle_url
      external_masters.address camera_url catalog_source_payload.access_uri repository_url
      notebook_session_git_repo_config_collection.url hub_details.url
      oci_database_tools_database_tools_connection.url scrape_targets.url
      oci_management_agent_management_agent_data_source.url query_properties.url
      oci_os_management_hub_software_source.url gpg_key_url base_url jenkins_url chart_url
      olvm_endpoint vcenter_endpoint connection_string connection_uri origins.uri
      origin_group.origin waf_config.origin oci_database_migration_connection.host ssh_host
      data_source_id stream_source_id stream_source_ids 
      oci_core_instance_configuration.source resource_principal_source connection_ips
      connection_string.hosts`,
  },
  {
    class: "image",
    names: `image image_id image_url image_uri image_name container_uri node_image_id node_image_name
      grid_image_id database_software_image_id software_image_id goal_software_image_id file_uri
      bootstrap_script_url registry_endpoint repository_id oci_code_repository_id
      docker_image_deploy_artifact_id parent_repository_id registry_id`,
  },
  {
    class: "identity",
    names: `remote_account_id bill_to_cust_account_id tenancy_id tenancy_name tf_variable_tenancy_id object_storage_tenancy_id tenant_id
      azure_tenant_id azure_subscription_id aws_account_id aws_account_key account_id account_name
      account_key role_arn arn_role principal_id principal_name principal_role
      resource_principal_token_public_key subscription_id subscription_ids idcs_endpoint idcs_url
      idcs_account_name_url domain_url issuer_url public_key_endpoint public_keys.uri
      source_uri_details.uri validation_policy.uri jwt_profile_jwk_url
      scope_url aws_sts_private_endpoint service_private_endpoint multicloud_platform_url`,
  },
  { class: "statement", names: "statements" },
  {
    class: "none",
    // Pages and callbacks of sign-in, which a browser follows.
    names: `access_token_url assertion_consumer_url auth_url authz_url discovery_url
      email_link_custom_url error_page_url form_url hok_acs_url home_page_url icon_url idp_sso_url
      landing_page_url linking_callback_url login_page_url logout_page_url logout_request_url
      logout_response_url logout_uri metadata_url ocsp_responder_url ocsp_server_name opendashboard_url
      opc_parent_rpt_url partner_registration_url post_logout_redirect_uris privacy_policy_url
      product_logo_url profile_url redirect_uris redirect_url refresh_token_url
      terms_of_service_url terms_of_use_url verification_url cloud_migration_custom_url
      allowed_forgot_password_flow_return_urls allowed_notification_redirect_urls
      allowed_post_logout_uris allowed_origins cloud_gate_cors_allowed_origins api_hostname
      redirect_uri.host oci_waas_http_redirect.target.host waf_config.captchas.url
      test_recipients condition.url
      custom_formatted_urls proxy_pass client_ip_checking client_ip end_user_ip_attribute`,
  },
  {
    class: "none",
    // Names of hosts, ports and addresses inside the resource's own network.
    names: `host hosts hostname host_name host_ip hostname_label hostname_names host_name_contains
      node_host_name vip_hostname edge_hostname scan_hostname scan_listener_fqdn scan_listener_ip
      instance_hostname_formatter vanity_url_host_name db_allowed_identity_domain_host customer_fqdn
      customer_ip hypervisor_host fqdn fqdns mount_target_fqdn target_resource_fqdn
      target_resource_private_ip_address target_resource_operating_system_user_name ip ips ip_address
      ip_addresses ip_families ip_mtu ip_notation ip_owner_key ip_ranges addresses address
      address_key address_lists listening_address forwarding_address override_dns_ip client_address_conditions
      client_address_header source_address destination_address mac_address street_address
      destination_primary_private_ip_address destination_primary_private_ip_hostname_label
      static_jump_host_ip_addresses private_ip private_ip_address private_ip_id private_ip_ids
      private_ip_v6 private_endpoint_ip private_endpoint_ip_address primary_ip
      primary_db_endpoint_private_ip public_ip public_ip_id public_ip_pool_id assign_public_ip
      carrier_ip customer_owned_ip reserved_ip_ids read_endpoint_ip_address oracle_tunnel_ip
      oracle_interface_ip customer_interface_ip customer_bgp_peering_ip customer_bgp_peering_ipv6
      oracle_bgp_peering_ip oracle_bgp_peering_ipv6 source_private_endpoint_ip outbound_ips
      exclude_ips vcn_ips allowed_client_ips allowlisted_ips allowlisted_http_ips whitelisted_ips
      standby_whitelisted_ips reverse_connection_endpoint_customer_ips
      *_cidr *_cidrs cidr_block cidr_blocks client_cidr_block_allow_list
      ipv6private_cidr_blocks ipv4subnet_cidr_at_creation source destination
      dns dns_label dns_name dns_prefix dns_server dns_servers dns_server_ip private_dns_name
      public_dns_name private_endpoint_dns_alias private_endpoint_label custom_dns_servers
      nameservers name_server ntp_server ntp_servers public_source_list network_source_ids
      backend_tcp_proxy_protocol_options nfs_server_export mount_target_export_path url_path `,
  },
  {
    class: "none",
    // Parts of the resource itself, or counterparts that its own region's service must know.
    names: `private_endpoint_id private_endpoint_ids dbm_private_endpoint_id opsi_private_endpoint_id
      datasafe_private_endpoint_id generative_ai_private_endpoint_id oda_private_endpoint_id
      attached_catalog_private_endpoints endpoint_id agent_endpoint_id endpoint_service_id
      endpoint_compartment_id mount_target_id mount_target.id export.id
      shared_storage_mount_target_id export_id export_set_id stream_pool_id compute_target_id
      target_subnet_id target_network_block_ids target_memory_fabric_ids target_compartment_id
      destination_compartment_id replication_compartment_id object_storage_bucket_compartment_id
      peer_autonomous_container_database_compartment_id log_compartment_id secret_compartment_id
      registry_compartment_id backup_subnet_id backup_network_nsg_ids backup_policy_id
      storage_backup_policy_id backup_config_id replication_schedule_id replication_vlan_id
      exascale_db_storage_vault_id dedicated_vm_host dedicated_vm_host_id compute_host_id
      compute_host_group_id compute_bare_metal_host_id host_id host_group_id host_key
      host_resource_group_arn host_scan_recipe_id jump_host_id billing_donor_host_id
      failed_esxi_host_id non_upgraded_esxi_host_id use_dedicated_vm_host server_id db_server_id
      db_servers storage_server_id cloud_exadata_storage_server_id
      external_exadata_storage_server_id database_tools_mcp_server_id
      import_drg_route_distribution_id export_drg_route_distribution_id security_zone_recipe_id
      dr_protection_group_id default_failover_dr_plan_id default_switchover_dr_plan_id
      source_plan_id failover_targets mirror_id secondary_management_station_id
      monitored_instance_id monitored_resource_id source_resource_id destination_resource_id
      member_id image_signature_id image_digest image_key asset_source_ids awr_hub_source_id
      source_detector_recipe_id source_responder_recipe_id source_managed_list_id
      source_media_workflow_id source_migration_plan_id source_digital_twin_instance_id
      target_digital_twin_instance_id software_source_id software_source_ids software_source_list
      software_sources origin_software_source_id on_premise_vantage_point_id
      announcement_subscription_id cost_alert_subscription_id delegation_subscription_ids
      azure_storage_account_name log_analytics_entity_id reference_resource_id_for_image_updates
      email_domain_id email_ip_pool_id email_recipients_group_id notification_email_template_id
      account_recovery_setting_id configuration_source_provider_id function_id
      ipv6subnet_cidr sensitive_type_ids_for_export tenancy adb_id`,
  },
  {
    class: "none",
    // Mail goes to people, wherever their mailbox is; what it says is a notice, not the data.
    names: `email email_address email_id email_ids email_id_list contact_emails
      contact_email_address admin_email recipients notification_email notification_email_ids
      email_notification allowed_email_domains disallowed_email_domains`,
  },
  {
    class: "none",
    // Settings, names, texts and counts.
    names: `*_type *_mode *_version *_password *_username *_shape *_shape_name *_label *_prefix *_path
      *_window *_day *_name *_names *_policy *_policy_on_terminate *_proxy_status *_metrics 
      *_status_details *_time_zone *_format *_size *_scheduled *_schedule *_interval
      *_consistency *_conversions *_details *_details_file *_etag *_number *_level
      *_text *_certificate *_source *_key *_template *_for_dr_drills
      *_on_delete secret_version client_secret client_app_secret consumer_secret
      shared_secret secret trigger_source value_source url_key name time_zone ip_mode
      policy clone_band_width clone_attach_status endpoint_mode endpoint_name
      endpoint_uri_suffix request_endpoint response_endpoint reference_endpoint invoke_endpoint
      digital_twin_model_spec_uri destination_branch destination_bucket snap_shot_bucket_name repository_branch
      replication_method http_endpoint_auth_scope jndi_security_principal kms_key_state target_uri
      last_configured_log_filename
      delete_object_in_destination_bucket replicate_images can_replicate_schema_change
      image_shape_family database_software_image_one_off_patches allowed_migration_destinations
      log_collection_mode log_set log_set_ext_regex log_types
      last_configured_log_offset innodb_redo_log_capacity innodb_online_alter_log_max_size
      relay_log_space_limit innodb_ft_server_stopword_table character_set_server collation_server
      logging_context violation_log_auto_purge stream_cursor_time backup_start
      automatic_backup_retention final_backup managed_auto_failover data_source_feed_provider
      overlapping_streams traffic_shift_target remap_target ddl_statement
      server_order_preference import_custom_content_file
      target_resource_filter screen_image origin_groups origin_auth_secret_key_a
      origin_auth_secret_key_b origin_auth_secret_key_nonce_a origin_auth_secret_key_nonce_b
      origin_auth_sign_encryption shared_secret_encoding service_account_key_file
      secondary_audiences compute_global_image_capability_schema_version_name
      forward peer_sid_prefix time_of_backup remote_syslog_server_ca_cert
      dr_network_bonding_mode backup_network_bonding_interface okv_end_point_group
      object_key_for_import authentication_secret_version_number client_secret_version_number
      secret_version_expiry_interval import_conflict_resolution_type
      autonomous_database_resource_principal_status`,
  },
];
