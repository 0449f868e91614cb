import type { Line } from "./chart";

/** What an argument that leads to another resource means for the reader. */
interface LinkRule {
  /** Resource type of the block that holds the argument. @default any */
  readonly type?: string;
  /** Path of the argument, without indices. */
  readonly argument: string;
  /** Resource type that the argument names. @default any */
  readonly target?: string;
  /** What goes along the arrow; empty where the two ends say it. */
  readonly label: string;
  readonly line: Line;
  /** True where the arrow starts at what the argument names. @default false */
  readonly isInward?: boolean;
  /** True where the label is followed by the log's category. @default false */
  readonly namesCategory?: boolean;
}

/** Every argument that the charts draw; the first rule that fits counts. */
const LINK_RULES: readonly LinkRule[] = [
  ...["kms_key_id", "key_id", "rule.apply_server_side_encryption_by_default.kms_master_key_id"].map(
    (argument): LinkRule => ({ argument, label: "encrypts", line: "support", isInward: true }),
  ),
  {
    type: "oci_database_autonomous_database",
    argument: "secret_id",
    label: "administrator's password",
    line: "support",
    isInward: true,
  },
  {
    type: "oci_objectstorage_replication_policy",
    argument: "destination_bucket_name",
    label: "replication",
    line: "data",
  },
  {
    type: "oci_logging_log",
    argument: "configuration.source.resource",
    label: "",
    line: "flow",
    isInward: true,
    namesCategory: true,
  },
  { type: "oci_logging_log", argument: "log_group_id", label: "", line: "flow" },
  {
    type: "oci_sch_service_connector",
    argument: "source.log_sources.log_id",
    label: "",
    line: "flow",
    isInward: true,
  },
  {
    type: "oci_sch_service_connector",
    argument: "source.log_sources.log_group_id",
    label: "",
    line: "flow",
    isInward: true,
  },
  {
    type: "oci_sch_service_connector",
    argument: "target.bucket",
    label: "archived",
    line: "data",
  },
  { type: "oci_sch_service_connector", argument: "target.topic_id", label: "", line: "flow" },
  { type: "oci_events_rule", argument: "actions.actions.topic_id", label: "", line: "flow" },
  { type: "oci_monitoring_alarm", argument: "destinations", label: "", line: "flow" },
  {
    type: "oci_ons_subscription",
    argument: "topic_id",
    label: "",
    line: "flow",
    isInward: true,
  },
  {
    type: "oci_identity_policy",
    argument: "statements",
    target: "oci_kms_key",
    label: "lets services use",
    line: "support",
  },
  { type: "oci_identity_policy", argument: "statements", label: "lets act", line: "support" },
  {
    type: "oci_identity_tag_default",
    argument: "tag_definition_id",
    label: "sets",
    line: "support",
  },
  {
    type: "aws_datasync_task",
    argument: "source_location_arn",
    label: "objects",
    line: "data",
    isInward: true,
  },
  {
    type: "aws_datasync_task",
    argument: "destination_location_arn",
    label: "objects",
    line: "data",
  },
  {
    type: "aws_datasync_task",
    argument: "cloudwatch_log_group_arn",
    label: "logs",
    line: "flow",
  },
  {
    type: "aws_datasync_task",
    argument: "task_report_config.s3_destination.s3_bucket_arn",
    label: "task reports",
    line: "flow",
  },
  { type: "aws_cloudwatch_metric_alarm", argument: "alarm_actions", label: "", line: "flow" },
  {
    type: "aws_cloudwatch_metric_alarm",
    argument: "metric_query.metric.dimensions.BucketName",
    label: "objects left",
    line: "flow",
    isInward: true,
  },
  {
    type: "aws_sns_topic_subscription",
    argument: "topic_arn",
    label: "",
    line: "flow",
    isInward: true,
  },
];

/** Arguments that name a resource by its name, and not by a reference. */
export const BY_NAME: readonly {
  readonly type: string;
  readonly argument: string;
  readonly target: string;
  /** The argument of the target that holds the name. */
  readonly name: string;
  /** The argument that tells the target's region; the block's own region where there is none. */
  readonly region?: string;
}[] = [
  {
    type: "oci_objectstorage_replication_policy",
    argument: "destination_bucket_name",
    target: "oci_objectstorage_bucket",
    name: "name",
    region: "destination_region_name",
  },
  {
    type: "aws_datasync_location_object_storage",
    argument: "bucket_name",
    target: "oci_objectstorage_bucket",
    name: "name",
    region: "server_hostname",
  },
  {
    type: "aws_cloudwatch_metric_alarm",
    argument: "metric_query.metric.dimensions.BucketName",
    target: "aws_s3_bucket",
    name: "bucket",
  },
];

/** The rule for an argument; undefined where nothing is drawn. */
export function ruleFor(type: string, argument: string, target: string): LinkRule | undefined {
  return LINK_RULES.find(
    (rule) =>
      rule.argument === argument &&
      (rule.type ?? type) === type &&
      (rule.target ?? target) === target,
  );
}
