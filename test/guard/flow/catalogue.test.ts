import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AWS_ARGUMENTS } from "../../../guard/flow/arguments-aws";
import { OCI_ARGUMENTS } from "../../../guard/flow/arguments-oci";
import { flowArguments, flowClass } from "../../../guard/flow/catalogue";
import { Classifier } from "../../../guard/flow/classify";
import type { FlowClass } from "../../../guard/flow/flow-class";
import type { Argument } from "../../../scripts/catalogue/argument";
import { readAwsBindings } from "../../../scripts/catalogue/aws-bindings";
import { isCandidate } from "../../../scripts/catalogue/candidates";
import { buildCatalogue, readFiles } from "../../../scripts/catalogue/catalogue";
import { awsLibrary, committedFiles } from "../../../scripts/catalogue/files";
import { ociArguments } from "../../../scripts/catalogue/oci-schema";

const NO_PROBLEMS = {
  unclassified: [],
  unused: [],
  repeated: [],
  added: [],
  vanished: [],
  changed: [],
};

/** Every argument that the committed files hold. */
function committedArguments(cloud: "oci" | "aws"): Argument[] {
  const files = committedFiles(cloud);
  const types = Object.keys(JSON.parse(files.flows));
  return [
    ...[...readFiles(files).keys()].map((name) => {
      const dot = name.indexOf(".");
      return { type: name.slice(0, dot), path: name.slice(dot + 1) };
    }),
    // A type without a candidate is in the catalogue too.
    ...types.map((type) => ({ type, path: "a_name_that_is_no_candidate" })),
  ];
}

describe.each([
  ["oci", OCI_ARGUMENTS, 1001],
  ["aws", AWS_ARGUMENTS, 1580],
] as const)("the catalogue of %s", (cloud, groups, types) => {
  const all = committedArguments(cloud);

  test("gives each committed candidate the class that the list gives, by names that are all used", () => {
    const { problems, files } = buildCatalogue(all, new Classifier(groups), committedFiles(cloud));
    expect(problems).toEqual(NO_PROBLEMS);
    expect(files).toEqual(committedFiles(cloud));
  });

  test("holds every resource type", () => {
    expect(new Set(all.map(({ type }) => type)).size).toBe(types);
  });
});

test("the catalogue of AWS is complete for the installed bindings", () => {
  const { problems } = buildCatalogue(
    readAwsBindings(awsLibrary()),
    new Classifier(AWS_ARGUMENTS),
    committedFiles("aws"),
  );
  expect(problems).toEqual(NO_PROBLEMS);
});

test("the catalogue of Oracle Cloud is complete for every type that has bindings here", () => {
  const lock = readFileSync(join(__dirname, "../../../providers/oci/schema.json"), "utf8");
  const [provider] = Object.values<{ resource_schemas: object }>(JSON.parse(lock).provider_schemas);
  const locked = ociArguments((provider?.resource_schemas ?? {}) as never).filter(isCandidate);
  const committed = readFiles(committedFiles("oci"));
  expect(locked.length).toBeGreaterThan(50);
  expect(locked.filter(({ type, path }) => !committed.has(`${type}.${path}`))).toEqual([]);
});

describe("an upgrade of a provider", () => {
  const known: Argument[] = [{ type: "oci_x", path: "replica_region" }];
  const classifier = new Classifier([{ class: "region", names: "replica_region" }]);
  const committed = buildCatalogue(known, classifier, { flows: "", none: "" }).files;

  test("names a new argument that nobody classified", () => {
    const added = [...known, { type: "oci_x", path: "standby_vault_id" }];
    const { problems } = buildCatalogue(added, classifier, committed);
    expect(problems).toMatchObject({
      unclassified: ["oci_x.standby_vault_id"],
      added: ["oci_x.standby_vault_id"],
    });
  });

  test("names a new argument that a name of the list classifies, so that a person looks at it", () => {
    const added = [...known, { type: "oci_y", path: "block.replica_region" }];
    const { problems } = buildCatalogue(added, classifier, committed);
    expect(problems).toMatchObject({ unclassified: [], added: ["oci_y.block.replica_region"] });
  });

  test("names an argument that vanished, and the name that fits nothing any more", () => {
    const { problems } = buildCatalogue([], classifier, committed);
    expect(problems).toMatchObject({
      vanished: ["oci_x.replica_region"],
      unused: ["replica_region"],
    });
  });

  test("names an argument whose class changed", () => {
    const other = new Classifier([{ class: "none", names: "replica_region" }]);
    const { problems } = buildCatalogue(known, other, committed);
    expect(problems.changed).toEqual(["oci_x.replica_region: region -> none"]);
  });
});

describe("the class of an argument", () => {
  const TRICKY: readonly (readonly [string, FlowClass])[] = [
    // They carry a place without saying so in their name.
    ["oci_core_volume.xrc_kms_key_id", "replica"],
    ["oci_core_volume.block_volume_replicas.xrr_kms_key_id", "replica"],
    ["oci_core_volume.block_volume_replicas.availability_domain", "replica"],
    ["oci_core_volume_group.volume_group_replicas.availability_domain", "replica"],
    ["oci_core_remote_peering_connection.peer_id", "peer"],
    ["oci_database_autonomous_database.peer_db_id", "peer"],
    ["oci_objectstorage_bucket.kms_key_id", "key"],
    ["oci_database_autonomous_database.encryption_key.kms_rest_endpoint", "key"],
    ["oci_kms_key.management_endpoint", "key"],
    ["oci_kms_encrypted_data.crypto_endpoint", "key"],
    ["oci_identity_domains_user.idcs_endpoint", "identity"],
    ["oci_file_storage_replication.target_id", "replica"],
    ["oci_core_image.image_source_details.source_uri", "source"],
    ["oci_health_checks_http_monitor.vantage_point_names", "place"],
    ["oci_ons_subscription.endpoint", "endpoint"],
    ["oci_identity_policy.statements", "statement"],
    ["oci_limits_quota.statements", "statement"],
    ["oci_vault_secret.replication_config.replication_targets.target_vault_id", "replica"],
    ["oci_vault_secret.replication_config.replication_targets.target_region", "region"],
    ["oci_functions_application.syslog_url", "log"],
    ["oci_operator_access_control_operator_control_assignment.remote_syslog_server_address", "log"],
    ["oci_core_vtap.target_id", "destination"],
    ["oci_monitoring_alarm.destinations", "destination"],
    ["oci_sch_service_connector.target.stream_id", "destination"],
    ["oci_kms_vault.external_key_manager_metadata.external_vault_endpoint_url", "key"],
    ["oci_core_cpe.ip_address", "address"],
    ["oci_mysql_mysql_db_system.backup_policy.copy_policies.copy_to_region", "region"],
    ["oci_psql_db_system.management_policy.backup_policy.copy_policy.regions", "region"],
    [
      "oci_database_db_home.database.db_backup_config.backup_destination_details.remote_region",
      "region",
    ],
    // False friends.
    ["oci_core_vcn.cidr_blocks", "none"],
    ["oci_identity_domains_user.addresses.region", "none"],
    ["oci_identity_domains_user.addresses.country", "none"],
    ["oci_log_analytics_log_analytics_entity.timezone_region", "none"],
    ["oci_certificates_management_certificate.certificate_config.subject.country", "none"],
    ["oci_file_storage_mount_target.kerberos.kerberos_realm", "none"],
    ["oci_os_management_hub_managed_instance_group.location", "none"],
    ["oci_objectstorage_replication_policy.destination_bucket_name", "none"],
    ["oci_data_safe_masking_policy.column_source.target_id", "none"],
    ["oci_sch_service_connector.source.stream_id", "none"],
    ["oci_ons_subscription.topic_id", "none"],
    ["oci_core_boot_volume_backup.source_details.region", "source"],
    ["oci_core_subnet.availability_domain", "place"],
    // AWS.
    ["aws_s3_bucket_replication_configuration.rule.destination.bucket", "replica"],
    ["aws_s3_bucket_replication_configuration.bucket", "none"],
    ["aws_s3_bucket_logging.target_bucket", "none"],
    ["aws_s3_bucket_inventory.destination.bucket.bucket_arn", "none"],
    ["aws_dynamodb_table.replica.region_name", "region"],
    ["aws_dynamodb_table.replica.kms_key_arn", "key"],
    ["aws_rds_cluster.global_cluster_identifier", "group"],
    ["aws_rds_global_cluster.global_cluster_identifier", "none"],
    ["aws_bedrockagent_agent.foundation_model", "model"],
    ["aws_glue_catalog_table.storage_descriptor.location", "destination"],
    ["aws_appconfig_configuration_profile.location_uri", "none"],
    ["aws_db_instance.replicate_source_db", "source"],
    ["aws_backup_plan.rule.copy_action.destination_vault_arn", "backup"],
    ["aws_backup_plan.rule.target_vault_name", "none"],
    ["aws_ami_copy.source_ami_region", "source"],
    ["aws_vpc_peering_connection.peer_region", "region"],
    ["aws_vpc_peering_connection.peer_owner_id", "identity"],
    ["aws_ec2_transit_gateway_peering_attachment.peer_transit_gateway_id", "peer"],
    ["aws_customer_gateway.ip_address", "address"],
    [
      "aws_ecr_replication_configuration.replication_configuration.rule.destination.region",
      "region",
    ],
    ["aws_secretsmanager_secret.replica.region", "region"],
    ["aws_secretsmanager_secret.replica.kms_key_id", "key"],
    ["aws_oam_link.sink_identifier", "peer"],
    ["aws_kinesis_firehose_delivery_stream.splunk_configuration.hec_endpoint", "endpoint"],
    ["aws_kinesis_firehose_delivery_stream.extended_s3_configuration.bucket_arn", "destination"],
    ["aws_datasync_location_nfs.server_hostname", "endpoint"],
    ["aws_sns_topic_subscription.endpoint", "endpoint"],
    ["aws_sns_topic_subscription.topic_arn", "none"],
    ["aws_cloudtrail.s3_bucket_name", "log"],
    ["aws_flow_log.log_destination", "log"],
    ["aws_kms_custom_key_store.xks_proxy_uri_endpoint", "key"],
    ["aws_kms_replica_key.primary_key_arn", "replica"],
    ["aws_iam_role.assume_role_policy", "statement"],
    ["aws_identitystore_user.addresses.region", "none"],
    ["aws_route53_record.latency_routing_policy.region", "none"],
    ["aws_dlm_lifecycle_policy.policy_details.schedule.cross_region_copy_rule.target", "region"],
  ];

  test.each(TRICKY)("of %s is %s", (name, expected) => {
    const cloud = name.startsWith("oci_") ? "oci" : "aws";
    expect(readFiles(committedFiles(cloud)).get(name)).toBe(expected);
  });

  test.each<[name: string, aws: FlowClass, oci: FlowClass]>([
    ["target_region", "region", "region"],
    ["availability_zone", "place", "place"],
    ["kms_key_id", "key", "key"],
    ["secret_id", "secret", "secret"],
    ["source_region", "source", "source"],
    ["image_id", "image", "image"],
    ["statement", "statement", "none"],
    ["statements", "none", "statement"],
    ["topic_id", "none", "destination"],
    ["destination_arn", "destination", "none"],
    ["destination_vault_arn", "backup", "none"],
    ["log_group_id", "none", "log"],
    ["log_group_arn", "log", "none"],
    ["peer_transit_gateway_id", "peer", "none"],
    ["peer_id", "none", "peer"],
    ["rule.destination.bucket", "replica", "none"],
    ["country", "none", "none"],
    ["a_name_that_nobody_lists", "none", "none"],
  ])("called %s of a new type is %s at AWS and %s at Oracle Cloud", (name, aws, oci) => {
    expect(flowClass("aws_something_new", name)).toBe(aws);
    expect(flowClass("oci_something_new", name)).toBe(oci);
    // Nor does it matter who asked first.
    expect(flowClass("aws_something_new", name)).toBe(aws);
  });

  test("of a type that the catalogue does not hold comes from the argument's name", () => {
    expect(flowClass("aws_something_new", "replica.kms_key_id")).toBe("key");
    expect(flowClass("oci_something_new", "replica_region")).toBe("region");
    expect(flowClass("google_storage_bucket", "location")).toBe("none");
    expect(flowClass("google_x", "kms_key_id")).toBe("none");
    expect(flowClass("my_aws_x", "kms_key_id")).toBe("none");
    expect(flowClass("my_oci_x", "kms_key_id")).toBe("none");
    expect(flowClass("awsx", "kms_key_id")).toBe("none");
    expect(flowClass("aws_something_new", "kms_key_id_of")).toBe("none");
  });
});

describe("the arguments of a type", () => {
  test("are those whose values are judged, without what other rules read", () => {
    expect(flowArguments("oci_objectstorage_replication_policy")).toEqual([
      { path: ["destination_region_name"], class: "region" },
    ]);
    expect(flowArguments("oci_identity_policy")).toEqual([]);
  });

  test("have the names of the blocks that hold them", () => {
    expect(flowArguments("aws_ami_copy")).toEqual([
      { path: ["destination_outpost_arn"], class: "place" },
      { path: ["kms_key_id"], class: "key" },
      { path: ["source_ami_id"], class: "source" },
      { path: ["source_ami_region"], class: "source" },
    ]);
    expect(flowArguments("aws_alb_target_group_attachment")).toEqual([
      { path: ["availability_zone"], class: "place" },
    ]);
    expect(flowArguments("aws_ami")).toEqual([
      { path: ["ebs_block_device", "outpost_arn"], class: "place" },
      { path: ["image_location"], class: "image" },
    ]);
    expect(flowArguments("aws_alb")).toEqual([]);
  });

  test("are undefined where the catalogue does not hold it", () => {
    expect(flowArguments("oci_something_new")).toBeUndefined();
    expect(flowArguments("google_storage_bucket")).toBeUndefined();
    expect(flowArguments("toString")).toBeUndefined();
  });
});
