import { checkJson } from "../../support/check-json";
import { PROVIDERS } from "./followed";

const MAKERS = {
  oci_kms_key: { near: {}, far: { provider: "oci.frankfurt" } },
  oci_ons_notification_topic: { near: {}, far: { provider: "oci.frankfurt" } },
  aws_subnet: { near: {}, far: { provider: "aws.ireland" } },
  aws_secretsmanager_secret: { near: {}, far: { provider: "aws.ireland" } },
  aws_db_instance: { near: {}, far: { provider: "aws.ireland" } },
  aws_ami: { near: {}, far: { provider: "aws.ireland" } },
  aws_s3_bucket: { near: {}, far: { provider: "aws.ireland" } },
  aws_backup_vault: { near: {}, far: { provider: "aws.ireland" } },
  aws_cloudwatch_log_group: { near: {}, far: { provider: "aws.ireland" } },
  aws_ec2_transit_gateway: { near: {}, far: { provider: "aws.ireland" } },
  aws_lambda_function: { near: {}, far: { provider: "aws.ireland" } },
};

/** What flow-inside says of one resource called `r`, beside {@link MAKERS}. */
const found = (type: string, body: object) =>
  findings({ resource: { ...MAKERS, [type]: { r: body } } });

const findings = (document: object) =>
  checkJson({ provider: PROVIDERS, ...document })
    .findings.filter(({ rule }) => rule === "flow-inside")
    .map(({ status, path, value, region, message, fix }) => ({
      status,
      path,
      value,
      region,
      message,
      fix,
    }));

const OCI = "us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1";
const AWS = "us-east-1, us-east-2, us-west-1, us-west-2";

describe("a finding", () => {
  test("says of a flow that leaves where it leads, and what to do", () => {
    expect(found("oci_objectstorage_bucket", { kms_key_id: "${oci_kms_key.far.id}" })).toEqual([
      {
        status: "outside",
        path: "/resource/oci_objectstorage_bucket/r/kms_key_id",
        value: "${oci_kms_key.far.id}",
        region: "eu-frankfurt-1",
        message:
          "kms_key_id of oci_objectstorage_bucket.r, an encryption key, leads to eu-frankfurt-1, outside US: oci_kms_key.far lies there: provider.oci.frankfurt sets region eu-frankfurt-1.",
        fix: `Refer to a resource that lies in one of ${OCI}, write out an identifier that names one, or give its variable a validation that lists the allowed values.`,
      },
    ]);
  });

  test("says of a flow that nothing tells why, and what to do", () => {
    expect(found("aws_cloudtrail", { s3_bucket_name: "trail" })).toEqual([
      {
        status: "unproven",
        path: "/resource/aws_cloudtrail/r/s3_bucket_name",
        value: "trail",
        region: null,
        message:
          "Nothing proves that s3_bucket_name of aws_cloudtrail.r, a destination of logs, lies inside US: the name of the S3 bucket trail names no region, and no stack makes it.",
        fix: `Refer to a resource that lies in one of ${AWS}, write out an identifier that names one, or give its variable a validation that lists the allowed values.`,
      },
    ]);
  });

  test.each([
    ["${var.x}", "${var.x}", "var.x is not declared"],
    [7, "7", "7 is no region"],
    [true, "true", "true is no region"],
    ["nowhere", "nowhere", '"nowhere" is no region that is known'],
  ])("asks for a region where one is expected, which %j is not", (given, value, because) => {
    expect(
      found("oci_objectstorage_replication_policy", { destination_region_name: given }),
    ).toEqual([
      {
        status: "unproven",
        path: "/resource/oci_objectstorage_replication_policy/r/destination_region_name",
        value,
        region: null,
        message: `Nothing proves that destination_region_name of oci_objectstorage_replication_policy.r, a region, lies inside US: ${because}.`,
        fix: `Write it out, or give its variable a validation that lists the allowed values: ${OCI}.`,
      },
    ]);
  });

  test.each([
    ["oci_ons_subscription", OCI],
    ["aws_sns_topic_subscription", AWS],
  ])("asks for an address that names a region of the cloud of %s", (type, regions) => {
    expect(found(type, { endpoint: "https://x.example" })).toMatchObject([
      {
        status: "unproven",
        message: `Nothing proves that endpoint of ${type}.r, an address that data is sent to, lies inside US: x.example can be anywhere.`,
        fix: `Write out an address that names one of ${regions}, refer to a resource that lies there, or waive it with who runs that address and where.`,
      },
    ]);
  });

  test.each([
    [{ module: { m: { source: "./x", region: "${var.x}" } } }, "module.m", `${OCI}, ${AWS}`],
    [{ resource: { google_x: { y: { region: "${var.x}" } } } }, "google_x.y", `${OCI}, ${AWS}`],
    [{ data: { oci_x: { y: { region: "${var.x}" } } } }, "data.oci_x.y", OCI],
    [{ data: { aws_x: { y: { x_region: "${var.x}" } } } }, "data.aws_x.y", AWS],
    [{ provider: { random: { region: "${var.x}" } } }, "provider.random", `${OCI}, ${AWS}`],
  ])("of %j names the regions of its cloud, or of all", (document, address, regions) => {
    expect(findings(document)).toMatchObject([
      {
        message: expect.stringMatching(
          new RegExp(`^Nothing proves that \\w+ of ${address}, a region`),
        ),
        fix: `Write it out, or give its variable a validation that lists the allowed values: ${regions}.`,
      },
    ]);
  });

  test.each([
    ["aws", AWS],
    ["oci", OCI],
  ])("of a provider configuration of %s names the regions of its cloud", (cloud, regions) => {
    const document = { provider: { [cloud]: { region: "us-east-1", x_region: "${var.x}" } } };
    expect(
      findings(document)
        .filter(({ path }) => path.endsWith("x_region"))
        .map(({ fix }) => fix),
    ).toEqual([
      `Write it out, or give its variable a validation that lists the allowed values: ${regions}.`,
    ]);
  });

  test("is not made where another rule reports the place that a literal names", () => {
    const document = (destination_region_name: string) => ({
      resource: { oci_objectstorage_replication_policy: { r: { destination_region_name } } },
    });
    const rules = (region: string) =>
      checkJson({ provider: PROVIDERS, ...document(region) })
        .findings.filter(({ path }) => path.endsWith("/destination_region_name"))
        .map(({ rule }) => rule);
    expect(rules("eu-frankfurt-1")).toEqual(["argument-inside"]);
    expect(rules("FRA")).toEqual(["flow-inside"]);
  });
});

describe("what leads abroad by reference", () => {
  test.each([
    [
      "aws_ebs_volume",
      { availability_zone: "${aws_subnet.far.availability_zone}" },
      "availability_zone of aws_ebs_volume.r, a zone, leads to eu-west-1, outside US: aws_subnet.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "oci_objectstorage_bucket",
      { kms_key_id: "${oci_kms_key.far.id}" },
      "kms_key_id of oci_objectstorage_bucket.r, an encryption key, leads to eu-frankfurt-1, outside US: oci_kms_key.far lies there: provider.oci.frankfurt sets region eu-frankfurt-1.",
    ],
    [
      "aws_db_proxy",
      { auth: { secret_arn: "${aws_secretsmanager_secret.far.arn}" } },
      "secret_arn of aws_db_proxy.r, a secret, leads to eu-west-1, outside US: aws_secretsmanager_secret.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "aws_rds_cluster",
      { replication_source_identifier: "${aws_db_instance.far.arn}" },
      "replication_source_identifier of aws_rds_cluster.r, a source of data, leads to eu-west-1, outside US: aws_db_instance.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "aws_instance",
      { ami: "${aws_ami.far.id}" },
      "ami of aws_instance.r, software, leads to eu-west-1, outside US: aws_ami.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "oci_monitoring_alarm",
      { destinations: ["${oci_ons_notification_topic.far.id}"] },
      "destinations of oci_monitoring_alarm.r, a destination of data, leads to eu-frankfurt-1, outside US: oci_ons_notification_topic.far lies there: provider.oci.frankfurt sets region eu-frankfurt-1.",
    ],
    [
      "aws_s3_bucket_replication_configuration",
      { rule: { destination: { bucket: "${aws_s3_bucket.far.arn}" } } },
      "bucket of aws_s3_bucket_replication_configuration.r, a replica, leads to eu-west-1, outside US: aws_s3_bucket.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "aws_backup_plan",
      { rule: { copy_action: { destination_vault_arn: "${aws_backup_vault.far.arn}" } } },
      "destination_vault_arn of aws_backup_plan.r, a backup, leads to eu-west-1, outside US: aws_backup_vault.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "aws_cloudtrail",
      { cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.far.arn}" },
      "cloud_watch_logs_group_arn of aws_cloudtrail.r, a destination of logs, leads to eu-west-1, outside US: aws_cloudwatch_log_group.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "aws_ec2_transit_gateway_peering_attachment",
      { peer_transit_gateway_id: "${aws_ec2_transit_gateway.far.id}" },
      "peer_transit_gateway_id of aws_ec2_transit_gateway_peering_attachment.r, a peer, leads to eu-west-1, outside US: aws_ec2_transit_gateway.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
    [
      "aws_sns_topic_subscription",
      { endpoint: "${aws_lambda_function.far.arn}" },
      "endpoint of aws_sns_topic_subscription.r, an address that data is sent to, leads to eu-west-1, outside US: aws_lambda_function.far lies there: provider.aws.ireland sets region eu-west-1.",
    ],
  ])("is reported of %s %j", (type, body, message) => {
    expect(found(type, body)).toMatchObject([{ status: "outside", message }]);
  });

  test.each<[string, object]>([
    ["aws_ebs_volume", { availability_zone: "${aws_subnet.near.availability_zone}" }],
    ["oci_objectstorage_bucket", { kms_key_id: "${oci_kms_key.near.id}" }],
    ["aws_db_proxy", { auth: { secret_arn: "${aws_secretsmanager_secret.near.arn}" } }],
    ["aws_rds_cluster", { replication_source_identifier: "${aws_db_instance.near.arn}" }],
    ["aws_instance", { ami: "${aws_ami.near.id}" }],
    ["oci_monitoring_alarm", { destinations: ["${oci_ons_notification_topic.near.id}"] }],
    [
      "aws_s3_bucket_replication_configuration",
      { rule: { destination: { bucket: "${aws_s3_bucket.near.arn}" } } },
    ],
    [
      "aws_backup_plan",
      { rule: { copy_action: { destination_vault_arn: "${aws_backup_vault.near.arn}" } } },
    ],
    ["aws_cloudtrail", { cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.near.arn}" }],
    [
      "aws_ec2_transit_gateway_peering_attachment",
      { peer_transit_gateway_id: "${aws_ec2_transit_gateway.near.id}" },
    ],
    ["aws_sns_topic_subscription", { endpoint: "${aws_lambda_function.near.arn}" }],
  ])("is not what lies near: %s %j", (type, body) => {
    expect(found(type, body)).toEqual([]);
  });
});

describe("what nothing tells", () => {
  test.each<[string, object]>([
    ["aws_ebs_volume", { availability_zone: "${var.x}" }],
    ["aws_db_proxy", { auth: { secret_arn: "${var.x}" } }],
    ["aws_rds_cluster", { replication_source_identifier: "${var.x}" }],
    ["aws_instance", { ami: "${var.x}" }],
    // Not even judged: who may act, and what other rules read.
    ["aws_iam_role", { assume_role_policy: "${var.x}" }],
    ["aws_acmpca_permission", { principal: "${var.x}" }],
    ["aws_customer_gateway", { ip_address: "${var.x}" }],
  ])("is no finding of what comes in or is no data: %s %j", (type, body) => {
    expect(found(type, body)).toEqual([]);
  });

  test.each<[string, object]>([
    ["oci_objectstorage_bucket", { kms_key_id: "${var.x}" }],
    ["oci_monitoring_alarm", { destinations: ["${var.x}"] }],
    ["aws_s3_bucket_replication_configuration", { rule: { destination: { bucket: "${var.x}" } } }],
    ["aws_backup_plan", { rule: { copy_action: { destination_vault_arn: "${var.x}" } } }],
    ["aws_cloudtrail", { cloud_watch_logs_group_arn: "${var.x}" }],
    ["aws_ec2_transit_gateway_peering_attachment", { peer_transit_gateway_id: "${var.x}" }],
    ["aws_sns_topic_subscription", { endpoint: "${var.x}" }],
    // The bare name of a bucket, under each of the names that an argument for one can have.
    ["aws_cloudtrail", { s3_bucket_name: "trail" }],
    ["aws_codebuild_project", { artifacts: { location: "artifacts" } }],
    ["aws_cur_report_definition", { s3_bucket: "report" }],
    // A host where an address is asked for.
    ["oci_functions_application", { syslog_url: "x.example" }],
    ["aws_datasync_location_smb", { server_hostname: "x.example" }],
    [
      "oci_operator_access_control_operator_control_assignment",
      { remote_syslog_server_address: "x.example" },
    ],
  ])("is one of what carries data or keys away: %s %j", (type, body) => {
    expect(found(type, body)).toMatchObject([{ status: "unproven" }]);
  });

  test.each<[string, object]>([
    ["oci_functions_application", { syslog_url: "tcp://10.0.0.1:514" }],
    ["oci_functions_application", { syslog_url: "10.0.0.1" }],
    ["oci_objectstorage_bucket", { kms_key_id: "ocid1.key.oc1.iad.v.a" }],
    ["oci_sch_service_connector", { target: { bucket: "trail" } }],
    ["aws_cloudtrail", { kms_key_id: "x.example" }],
  ])("is not what proves to stay: %s %j", (type, body) => {
    expect(found(type, body)).toEqual([]);
  });
});
