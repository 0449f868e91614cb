import type { Family } from "../evasion";
import { outside, twins, unproven, withAws, withAwsAnd } from "./builders";

const ARGUMENT = "argument-inside";
const FLOW = "flow-inside";
const ACCOUNT = "123456789012";

const aws = (type: string, body: object) => withAws({ [type]: { r: body } });

export const DESTINATIONS_AWS: Family = {
  title: "Logs, streams and notifications on AWS",
  evasions: [
    twins({
      id: "aws-log-subscription-abroad",
      tries: "Streams a log group to a destination abroad.",
      make: (region: string) =>
        aws("aws_cloudwatch_log_subscription_filter", {
          name: "f",
          log_group_name: "/app",
          filter_pattern: "",
          destination_arn: `arn:aws:logs:${region}:${ACCOUNT}:destination:d`,
        }),
      abroad: "eu-west-1",
      home: "us-east-1",
      expected: outside(
        ARGUMENT,
        "/resource/aws_cloudwatch_log_subscription_filter/r/destination_arn",
      ),
      because: "the destination is in N. Virginia",
    }),
    twins({
      id: "aws-flow-log-unknown",
      tries: "Writes flow logs to wherever a variable says.",
      make: (log_destination: string) =>
        withAws(
          {
            aws_cloudwatch_log_group: {
              g: { name: "g", kms_key_id: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1` },
            },
            aws_flow_log: { r: { vpc_id: "vpc-0a1b2c3d", traffic_type: "ALL", log_destination } },
          },
          { variable: { logs: {} } },
        ),
      abroad: "${var.logs}",
      home: "${aws_cloudwatch_log_group.g.arn}",
      expected: unproven(FLOW, "/resource/aws_flow_log/r/log_destination"),
      because: "the log group is of the same stack",
    }),
    twins({
      id: "aws-event-bus-abroad",
      tries: "Forwards every event to a bus abroad.",
      make: (region: string) =>
        aws("aws_cloudwatch_event_target", {
          rule: "all",
          arn: `arn:aws:events:${region}:${ACCOUNT}:event-bus/default`,
        }),
      abroad: "ap-southeast-2",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_cloudwatch_event_target/r/arn"),
      because: "the bus is in Oregon",
    }),
    twins({
      id: "aws-event-target-elsewhere",
      tries: "Forwards events to a stream that another provider configuration makes abroad.",
      make: (region: string) =>
        withAwsAnd(region, {
          aws_cloudwatch_event_bus: { b: { provider: "aws.other", name: "b" } },
          aws_cloudwatch_event_target: {
            r: { rule: "all", arn: "${aws_cloudwatch_event_bus.b.arn}" },
          },
        }),
      abroad: "eu-central-1",
      home: "us-east-2",
      expected: outside(FLOW, "/resource/aws_cloudwatch_event_target/r/arn"),
      because: "the bus is in Ohio",
    }),
    twins({
      id: "aws-subscription-unknown-host",
      tries: "Posts every message of a topic to a host that can stand anywhere.",
      make: (endpoint: string) =>
        aws("aws_sns_topic_subscription", {
          topic_arn: `arn:aws:sns:us-east-1:${ACCOUNT}:t`,
          protocol: "https",
          endpoint,
        }),
      abroad: "https://collector.example.com/in",
      home: "https://a1b2c3.execute-api.us-east-1.amazonaws.com/in",
      expected: unproven(FLOW, "/resource/aws_sns_topic_subscription/r/endpoint"),
      because: "the API is in N. Virginia",
    }),
    twins({
      id: "aws-trail-bucket-of-somebody",
      tries: "Writes the audit trail to a bucket that no stack makes.",
      make: (body: object) =>
        aws("aws_cloudtrail", {
          name: "t",
          kms_key_id: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
          ...body,
        }),
      abroad: { s3_bucket_name: "audit-us-east-1" },
      home: {
        cloud_watch_logs_group_arn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:audit:*`,
      },
      expected: unproven(FLOW, "/resource/aws_cloudtrail/r/s3_bucket_name"),
      because: "the log group's ARN names N. Virginia",
    }),
    twins({
      id: "aws-dead-letters-abroad",
      tries: "Sends what a function fails on to a queue abroad.",
      make: (region: string) =>
        aws("aws_lambda_function_event_invoke_config", {
          function_name: "f",
          destination_config: {
            on_failure: { destination: `arn:aws:sqs:${region}:${ACCOUNT}:dead` },
          },
        }),
      abroad: "ca-central-1",
      home: "us-east-1",
      expected: outside(
        ARGUMENT,
        "/resource/aws_lambda_function_event_invoke_config/r/destination_config/on_failure/destination",
      ),
      because: "the queue is in N. Virginia",
    }),
    twins({
      id: "aws-metric-stream-abroad",
      tries: "Streams metrics to a delivery stream abroad.",
      make: (region: string) =>
        aws("aws_cloudwatch_metric_stream", {
          name: "m",
          role_arn: `arn:aws:iam::${ACCOUNT}:role/r`,
          output_format: "json",
          firehose_arn: `arn:aws:firehose:${region}:${ACCOUNT}:deliverystream/d`,
        }),
      abroad: "eu-west-2",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_cloudwatch_metric_stream/r/firehose_arn"),
      because: "the delivery stream is in N. Virginia",
    }),
  ],
};
