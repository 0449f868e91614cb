import type { Shape } from "./chart";
import { type JsonObject, literalAt, textsAt, valuesAt } from "./json";
import { counted } from "./text";

/** How the page speaks of a resource type. */
interface Kind {
  readonly one: string;
  /** @default `one` with an s */
  readonly many?: string;
  /** @default "box" */
  readonly shape?: Shape;
  /** The argument that names what it is a part of; parts are no nodes of their own. */
  readonly partOf?: string;
  /** True where the tables and the overview name it. @default false */
  readonly isHeadline?: boolean;
  /** What a reader wants to know of it, a line each. */
  readonly details?: (body: JsonObject) => readonly (string | undefined)[];
}

const part = (partOf: string, one: string, many?: string): Kind => ({
  one,
  partOf,
  ...(many === undefined ? {} : { many }),
});

/** Every resource type of the example estate, in the order in which counts are given. */
const KINDS: Readonly<Record<string, Kind>> = {
  oci_kms_vault: { one: "vault", isHeadline: true },
  oci_kms_key: {
    one: "key",
    isHeadline: true,
    details: (body) => [
      join([algorithmOf(body), literalAt(body, "protection_mode")], " in "),
      rotationOf(body),
    ],
  },
  oci_vault_secret: { one: "secret", shape: "round", isHeadline: true },
  oci_objectstorage_bucket: {
    one: "bucket",
    shape: "store",
    isHeadline: true,
    details: (body) => [
      literalAt(body, "storage_tier") === "Archive" ? "archive tier" : undefined,
      literalAt(body, "versioning") === "Enabled" ? "versioned" : undefined,
      ...valuesAt(body, "retention_rules.duration").map(
        (duration) =>
          `kept ${literalAt(duration, "time_amount")} ${literalAt(duration, "time_unit")?.toLowerCase()}`,
      ),
      valuesAt(body, "retention_rules.time_rule_locked").length > 0
        ? "retention is locked"
        : undefined,
    ],
  },
  oci_objectstorage_object_lifecycle_policy: part(
    "bucket",
    "lifecycle policy",
    "lifecycle policies",
  ),
  oci_objectstorage_replication_policy: part(
    "bucket",
    "replication policy",
    "replication policies",
  ),
  oci_file_storage_file_system: { one: "file system", shape: "store", isHeadline: true },
  oci_file_storage_filesystem_snapshot_policy: {
    one: "snapshot policy",
    many: "snapshot policies",
  },
  oci_file_storage_mount_target: { one: "mount target" },
  oci_file_storage_export: part("file_system_id", "export"),
  oci_database_autonomous_database: {
    one: "autonomous database",
    shape: "store",
    isHeadline: true,
  },

  oci_core_vcn: {
    one: "VCN",
    isHeadline: true,
    details: (body) => textsAt(body, "cidr_blocks"),
  },
  oci_core_subnet: {
    one: "subnet",
    isHeadline: true,
    details: (body) => [literalAt(body, "cidr_block")],
  },
  oci_core_internet_gateway: { one: "internet gateway", shape: "gateway" },
  oci_core_service_gateway: { one: "service gateway", shape: "gateway" },
  oci_core_route_table: { one: "route table" },
  oci_core_default_route_table: { one: "default route table, emptied" },
  oci_core_default_security_list: { one: "default security list, emptied" },
  oci_core_network_security_group: { one: "network security group" },
  oci_core_network_security_group_security_rule: part("network_security_group_id", "security rule"),
  oci_load_balancer_load_balancer: {
    one: "load balancer",
    isHeadline: true,
    details: (body) => [
      valuesAt(body, "is_private").includes(false) ? "public address" : "private address",
    ],
  },
  oci_load_balancer_backend_set: part("load_balancer_id", "backend set"),
  oci_load_balancer_listener: part("load_balancer_id", "listener"),
  oci_waf_web_app_firewall: { one: "web application firewall", isHeadline: true },
  oci_waf_web_app_firewall_policy: {
    one: "web application firewall policy",
    many: "web application firewall policies",
  },

  oci_logging_log: { one: "log", isHeadline: true },
  oci_logging_log_group: { one: "log group" },
  oci_sch_service_connector: { one: "service connector", shape: "process", isHeadline: true },
  oci_events_rule: { one: "event rule" },
  oci_monitoring_alarm: { one: "alarm" },
  oci_ons_notification_topic: { one: "topic", shape: "round", isHeadline: true },
  oci_ons_subscription: {
    one: "subscription",
    details: (body) => [
      join([literalAt(body, "protocol")?.toLowerCase(), literalAt(body, "endpoint")], " to "),
    ],
  },

  oci_audit_configuration: {
    one: "audit configuration",
    details: (body) =>
      valuesAt(body, "retention_period_days").map((days) => `events are kept ${days} days`),
  },
  oci_cloud_guard_cloud_guard_configuration: {
    one: "Cloud Guard configuration",
    details: (body) => [prefixed("reports in", literalAt(body, "reporting_region"))],
  },
  oci_cloud_guard_security_recipe: { one: "security zone recipe" },
  oci_cloud_guard_security_zone: { one: "security zone", isHeadline: true },
  oci_identity_compartment: { one: "compartment", isHeadline: true },
  oci_identity_domain: {
    one: "identity domain",
    isHeadline: true,
    details: (body) => [prefixed("home region", literalAt(body, "home_region"))],
  },
  oci_identity_domains_group: { one: "group", shape: "round" },
  oci_identity_dynamic_group: { one: "dynamic group", shape: "round" },
  oci_identity_network_source: {
    one: "network source",
    details: (body) => textsAt(body, "public_source_list"),
  },
  oci_identity_policy: {
    one: "policy",
    many: "policies",
    isHeadline: true,
    details: (body) => [counted(textsAt(body, "statements").length, "statement")],
  },
  oci_identity_tag_namespace: { one: "tag namespace" },
  oci_identity_tag: part("tag_namespace_id", "tag"),
  oci_identity_tag_default: {
    one: "tag default",
    details: (body) => [prefixed("value", literalAt(body, "value"))],
  },
  oci_limits_quota: {
    one: "quota",
    isHeadline: true,
    details: (body) => [counted(textsAt(body, "statements").length, "statement")],
  },

  aws_kms_key: { one: "key", isHeadline: true },
  aws_kms_alias: part("target_key_id", "key alias", "key aliases"),
  aws_s3_bucket: { one: "bucket", shape: "store", isHeadline: true },
  aws_s3_bucket_lifecycle_configuration: part("bucket", "lifecycle configuration"),
  aws_s3_bucket_object_lock_configuration: part("bucket", "object lock configuration"),
  aws_s3_bucket_ownership_controls: part("bucket", "ownership controls", "ownership controls"),
  aws_s3_bucket_policy: part("bucket", "bucket policy", "bucket policies"),
  aws_s3_bucket_public_access_block: part("bucket", "public access block"),
  aws_s3_bucket_server_side_encryption_configuration: part("bucket", "encryption configuration"),
  aws_s3_bucket_versioning: part("bucket", "versioning configuration"),
  aws_datasync_location_s3: part(
    "s3_bucket_arn",
    "DataSync location on S3",
    "DataSync locations on S3",
  ),
  aws_datasync_location_object_storage: part(
    "bucket_name",
    "DataSync location on Object Storage",
    "DataSync locations on Object Storage",
  ),
  aws_datasync_task: { one: "DataSync task", shape: "process", isHeadline: true },
  aws_cloudwatch_log_group: { one: "log group" },
  aws_cloudwatch_log_resource_policy: { one: "log resource policy", many: "log resource policies" },
  aws_cloudwatch_metric_alarm: { one: "alarm" },
  aws_iam_role: { one: "role" },
  aws_iam_role_policy: part("role", "role policy", "role policies"),
  aws_sns_topic: { one: "topic", shape: "round", isHeadline: true },
  aws_sns_topic_subscription: {
    one: "subscription",
    details: (body) => [join([literalAt(body, "protocol"), literalAt(body, "endpoint")], " to ")],
  },
};

const ORDER: ReadonlyMap<string, number> = new Map(
  Object.keys(KINDS).map((type, index) => [type, index]),
);

/** Compares types by their order in the table. */
export function compareKinds(a: string, b: string): number {
  return (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0);
}

/** @throws Error for a type that the table does not hold */
export function kindOf(type: string): Kind {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) {
    throw new Error(
      `The example estate has a ${type}, which the architecture page does not know. Fix: add it to KINDS in scripts/architecture/kinds.ts, and to links.ts what its arguments lead to.`,
    );
  }
  return kind;
}

function algorithmOf(body: JsonObject): string | undefined {
  const algorithm = literalAt(body, "key_shape.algorithm");
  const [bytes] = valuesAt(body, "key_shape.length");
  return algorithm === undefined ? undefined : `${algorithm}-${Number(bytes) * 8}`;
}

function rotationOf(body: JsonObject): string | undefined {
  const [days] = valuesAt(body, "auto_key_rotation_details.rotation_interval_in_days");
  return days === undefined ? undefined : `rotated every ${days} days`;
}

function join(parts: readonly (string | undefined)[], by: string): string | undefined {
  const known = parts.filter((text) => text !== undefined);
  return known.length === 0 ? undefined : known.join(by);
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${prefix} ${text}`;
}
