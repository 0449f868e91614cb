import type { Architecture } from "../architecture";
import { Drawing } from "./drawing";

const TYPES = [
  "aws_kms_key",
  "aws_s3_bucket",
  "aws_datasync_task",
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_metric_alarm",
  "aws_sns_topic",
  "aws_sns_topic_subscription",
];

/** What is left of AWS, and the way of its objects to Oracle Cloud. */
export function amazonChart(architecture: Architecture): string {
  const drawing = new Drawing(architecture, "LR");
  const { resources } = architecture;
  for (const resource of resources.of(...TYPES)) {
    drawing.one(resource, drawing.stack(resource));
  }
  for (const task of resources.of("aws_datasync_task")) {
    for (const location of resources.targets(task, "destination_location_arn")) {
      const destination = resources.ownerOf(location);
      if (drawing.nodeOf(destination) === undefined) {
        drawing.one(destination, drawing.stack(destination));
      }
    }
  }
  drawing.connect();
  return drawing.toString();
}
