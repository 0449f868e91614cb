import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { GuardedAwsStack } from "../aws";
import { PropsError } from "../validation";
import { checkRetirementProps, type Schedule } from "./check-props";
import { manifestOf, type RetirementManifest } from "./manifest";
import { retirementPolicy } from "./retirement-policy";
import type { BackupRetirementProps, RetiredBucket } from "./retirement-props";

/** One day, in seconds: S3 reports the number of objects once a day. */
const DAY = 86_400;

/**
 * The end of buckets that still lie abroad: they are closed, emptied by a day, and watched until they
 * are. It stands in a stack with an exception, whose waivers cover exactly what it makes.
 */
export class BackupRetirement extends Construct {
  /** What existed, where, and when it must be gone; plain data. */
  readonly manifest: RetirementManifest;

  private readonly policies = new Map<string, S3BucketPolicy>();
  private readonly props: BackupRetirementProps;
  private readonly schedule: Schedule;

  /**
   * @throws PropsError when the stack has no exception, when a bucket cannot be empty before its
   *   deadline, and when one would be deleted without a proof of its copy
   */
  constructor(scope: Construct, id: string, props: BackupRetirementProps) {
    super(scope, id);
    const stack = GuardedAwsStack.guarding(this);
    this.props = props;
    this.schedule = checkRetirementProps(this, props, stack);
    this.manifest = manifestOf(stack, props, this.schedule);
    const topic = this.addTopic(stack);
    for (const bucket of props.buckets) {
      this.retire(bucket, topic, stack);
    }
    this.keepManifest(stack);
  }

  /**
   * The policy of one of the buckets, for the `dependsOn` of whatever reads it.
   *
   * @throws PropsError when it is not among them
   */
  policyOf(bucketName: string): S3BucketPolicy {
    const policy = this.policies.get(bucketName);
    if (policy === undefined) {
      throw new PropsError(this, {
        prop: "policyOf",
        got: bucketName,
        because: "it is not among the buckets",
        fix: `name one of ${[...this.policies.keys()].join(", ")}`,
      });
    }
    return policy;
  }

  /** What each resource abroad says of its place. */
  private abroad(stack: GuardedAwsStack) {
    const { region } = this.schedule.exception;
    return { provider: stack.providerFor(region), region: region.id };
  }

  private retire(bucket: RetiredBucket, topic: SnsTopic, stack: GuardedAwsStack): void {
    const { bucketName } = bucket;
    const placed = this.abroad(stack);
    const adopted = new S3Bucket(this, bucketName, {
      ...placed,
      bucket: bucketName,
      forceDestroy: false,
      // What it is called by other systems is not worth a change in its last weeks.
      lifecycle: { ignoreChanges: ["tags", "tags_all"] },
    });
    adopted.importFrom(bucketName);
    const block = new S3BucketPublicAccessBlock(this, `${bucketName}-public-access-block`, {
      ...placed,
      bucket: adopted.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const policy = new S3BucketPolicy(this, `${bucketName}-policy`, {
      ...placed,
      bucket: adopted.id,
      policy: retirementPolicy({
        bucketArn: adopted.arn,
        administrators: this.props.administrators,
        readers: bucket.readers ?? [],
      }),
      dependsOn: [block],
    });
    this.policies.set(bucketName, policy);
    const lifecycle = this.addLifecycle(bucket, adopted, stack);
    const alarm = this.addAlarm(bucketName, topic, stack);
    for (const resource of [adopted, block, policy, lifecycle, alarm]) {
      stack.waive(resource, "resource-inside");
    }
    // Its objects stay under the key that they were written with.
    stack.waive(adopted, "customer-managed-key");
  }

  /** S3 replaces every rule that a bucket had: those of a freeze are switched off. */
  private addLifecycle(
    bucket: RetiredBucket,
    adopted: S3Bucket,
    stack: GuardedAwsStack,
  ): S3BucketLifecycleConfiguration {
    const status = bucket.phase === "expire" ? "Enabled" : "Disabled";
    return new S3BucketLifecycleConfiguration(this, `${bucket.bucketName}-lifecycle`, {
      ...this.abroad(stack),
      bucket: adopted.id,
      rule: [
        {
          id: "expire-every-version",
          status,
          filter: [{ prefix: "" }],
          expiration: [{ date: `${this.schedule.expireOn}T00:00:00Z` }],
          noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
        },
        {
          // S3 takes no date and no markers in one rule.
          id: "remove-expired-delete-markers",
          status,
          filter: [{ prefix: "" }],
          expiration: [{ expiredObjectDeleteMarker: true }],
        },
      ],
    });
  }

  private addTopic(stack: GuardedAwsStack): SnsTopic {
    const placed = this.abroad(stack);
    const topic = new SnsTopic(this, "topic", {
      ...placed,
      name: `${stack.node.id}-not-gone`,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: "*",
            Condition: { StringEquals: { "aws:SourceAccount": stack.accountId } },
          },
        ],
      }),
    });
    // An alarm publishes in its own region only, and its message is a bucket's name and a number.
    stack.waive(topic, "resource-inside", "customer-managed-key");
    for (const [index, endpoint] of (this.props.alarmEmails ?? []).entries()) {
      const subscription = new SnsTopicSubscription(this, `subscription-${index}`, {
        ...placed,
        topicArn: topic.arn,
        protocol: "email",
        endpoint,
      });
      stack.waive(subscription, "resource-inside");
    }
    return topic;
  }

  /**
   * Source: Amazon S3 User Guide, "Amazon S3 daily storage metrics": NumberOfObjects counts versions,
   * delete markers and parts of unfinished uploads. Amazon CloudWatch User Guide, "Using metric math":
   * EPOCH is the time of each data point.
   */
  private addAlarm(
    bucketName: string,
    topic: SnsTopic,
    stack: GuardedAwsStack,
  ): CloudwatchMetricAlarm {
    const goneBy = Date.parse(`${this.schedule.goneBy}T00:00:00Z`) / 1000;
    return new CloudwatchMetricAlarm(this, `${bucketName}-alarm`, {
      ...this.abroad(stack),
      alarmName: `${bucketName}-not-gone`,
      alarmDescription: `${bucketName} was to be empty by ${this.schedule.goneBy}`,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 1,
      // S3 reports nothing about a bucket that is empty or gone.
      treatMissingData: "notBreaching",
      metricQuery: [
        {
          id: "objects",
          metric: {
            namespace: "AWS/S3",
            metricName: "NumberOfObjects",
            dimensions: { BucketName: bucketName, StorageType: "AllStorageTypes" },
            period: DAY,
            stat: "Average",
          },
        },
        {
          id: "late",
          label: `Objects since ${this.schedule.goneBy}`,
          expression: `IF(EPOCH(objects) >= ${goneBy}, objects, 0)`,
          returnData: true,
        },
      ],
      alarmActions: [topic.arn],
    });
  }

  private keepManifest(stack: GuardedAwsStack): void {
    const output = new TerraformOutput(this, "manifest", {
      value: JSON.stringify(this.manifest),
      description: "What is retired, and when it must be gone",
    });
    // It speaks of the region abroad, and keeps nothing there.
    stack.waive(output, "argument-inside");
  }
}
