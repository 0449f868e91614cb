import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { DatasyncLocationObjectStorage } from "@cdktf/provider-aws/lib/datasync-location-object-storage";
import { DatasyncLocationS3 } from "@cdktf/provider-aws/lib/datasync-location-s3";
import { DatasyncTask } from "@cdktf/provider-aws/lib/datasync-task";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { afterBucket, GuardedAwsStack, type IS3Bucket } from "../aws";
import { type CheckedMigration, checkMigrationProps } from "./check-props";
import type { BackupMigrationProps, OracleDestinationProps } from "./migration-props";
import { addDestinationRole, addReportRole, addSourceRole } from "./migration-roles";

/**
 * One hop of a move out of S3 by AWS DataSync: from a bucket inside to Oracle Cloud, or from a bucket
 * abroad to a bucket of S3 inside. It copies current versions, never deletes at the destination,
 * verifies what it copied, and leaves a report of each object in a bucket inside.
 */
export class BackupMigration extends Construct {
  /** Region of the task, of its logs and of its destination location; always inside. */
  readonly taskRegion: Region;
  /** Host that DataSync writes to; undefined where the destination is a bucket of S3. */
  readonly endpoint: string | undefined;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly task: DatasyncTask;

  private readonly props: BackupMigrationProps;
  private readonly checked: CheckedMigration;

  /**
   * @throws PropsError when the destination, the reports or the logs would lie outside, when the
   *   source lies outside and is not the stack's exception, when it lies abroad and the destination is
   *   not S3, and for what DataSync would refuse
   */
  constructor(scope: Construct, id: string, props: BackupMigrationProps) {
    super(scope, id);
    const stack = GuardedAwsStack.guarding(this);
    this.props = props;
    this.checked = checkMigrationProps(this, props, stack);
    this.taskRegion = this.checked.taskRegion;
    const { oracle } = props.destination;
    this.endpoint = oracle === undefined ? undefined : hostOf(oracle);
    this.task = this.addTask(this.addSource(stack), this.addDestination(stack), stack);
    if (this.checked.isAbroad) {
      // What it reads from lies abroad: that is what the exception is for.
      stack.waive(this.task, "flow-inside");
    }
  }

  private get tags(): { readonly tags?: Record<string, string> } {
    return this.props.tags === undefined ? {} : { tags: { ...this.props.tags } };
  }

  private inTaskRegion(stack: GuardedAwsStack) {
    return { provider: stack.providerFor(this.taskRegion), region: this.taskRegion.id };
  }

  /** A location of S3 is registered in its bucket's own region; DataSync refuses any other. */
  private addSource(stack: GuardedAwsStack): string {
    const { name, source } = this.props;
    const { sourceRegion, isAbroad } = this.checked;
    const { role, policy } = addSourceRole(this, name, source, sourceRegion);
    const location = new DatasyncLocationS3(this, "source", {
      provider: stack.providerFor(sourceRegion),
      region: sourceRegion.id,
      s3BucketArn: `arn:${stack.partition}:s3:::${source.bucketName}`,
      subdirectory: source.subdirectory ?? "/",
      s3Config: { bucketAccessRoleArn: role.arn },
      ...this.tags,
      dependsOn: [policy, ...(source.dependsOn ?? [])],
    });
    if (isAbroad) {
      stack.waive(location, "resource-inside", "flow-inside");
      if ((source.kmsKeyArns?.length ?? 0) > 0) {
        stack.waive(policy, "aws-policy-inside");
      }
    }
    return location.arn;
  }

  private addDestination(stack: GuardedAwsStack): string {
    const { target } = this.props.destination;
    return "namespace" in target ? this.addOracle(target, stack) : this.addS3(target, stack);
  }

  private addS3(bucket: IS3Bucket, stack: GuardedAwsStack): string {
    const { role, policy } = addDestinationRole(this, this.props.name, bucket);
    return new DatasyncLocationS3(this, "destination", {
      ...this.inTaskRegion(stack),
      s3BucketArn: bucket.bucketArn,
      subdirectory: "/",
      s3Config: { bucketAccessRoleArn: role.arn },
      ...this.tags,
      dependsOn: [policy, ...afterBucket(this, bucket)],
    }).arn;
  }

  private addOracle(oracle: OracleDestinationProps, stack: GuardedAwsStack): string {
    const { agentArns } = this.props;
    return new DatasyncLocationObjectStorage(this, "destination", {
      ...this.inTaskRegion(stack),
      serverHostname: hostOf(oracle),
      serverProtocol: "HTTPS",
      serverPort: 443,
      bucketName: oracle.bucketName,
      subdirectory: oracle.subdirectory ?? "/",
      accessKey: this.addSecret("access-key", "Access key of the Customer Secret Key"),
      secretKey: this.addSecret("secret-key", "Secret key of the Customer Secret Key"),
      ...(agentArns === undefined ? {} : { agentArns: [...agentArns] }),
      ...this.tags,
    }).arn;
  }

  /**
   * A value that Terraform asks for. The provider has no write-only argument for it, so that it is
   * kept in the state as well.
   */
  private addSecret(id: string, what: string): string {
    const { name } = this.props;
    const variable = new TerraformVariable(this, id, {
      type: "string",
      description: `${what} of the OCI user that writes for the migration ${name}`,
      sensitive: true,
      nullable: false,
    });
    variable.overrideLogicalId(`${name}_${id}`.replace(/-/g, "_").toLowerCase());
    return variable.stringValue;
  }

  private addTask(
    sourceLocationArn: string,
    destinationLocationArn: string,
    stack: GuardedAwsStack,
  ): DatasyncTask {
    const { props } = this;
    const { name, destination, reportBucket, scheduleExpression } = props;
    const report = addReportRole(this, name, reportBucket);
    const copyTags = props.copyObjectTags ?? destination.s3 !== undefined;
    const { logGroup, logPolicy } = this.addLogs(stack);
    return new DatasyncTask(this, "task", {
      ...this.inTaskRegion(stack),
      name,
      taskMode: this.checked.taskMode,
      sourceLocationArn,
      destinationLocationArn,
      cloudwatchLogGroupArn: logGroup.arn,
      options: {
        // Enhanced mode takes no other verification than this; Basic mode compares all of both sides.
        verifyMode:
          this.checked.taskMode === "ENHANCED"
            ? "ONLY_FILES_TRANSFERRED"
            : "POINT_IN_TIME_CONSISTENT",
        overwriteMode: "ALWAYS",
        preserveDeletedFiles: "PRESERVE",
        transferMode: "CHANGED",
        objectTags: copyTags ? "PRESERVE" : "NONE",
        logLevel: "BASIC",
        taskQueueing: "ENABLED",
        // Objects have no owners and modes of a file system, which are the provider's defaults.
        uid: "NONE",
        gid: "NONE",
        posixPermissions: "NONE",
        preserveDevices: "NONE",
        atime: "BEST_EFFORT",
        mtime: "PRESERVE",
      },
      taskReportConfig: {
        outputType: "STANDARD",
        reportLevel: "SUCCESSES_AND_ERRORS",
        s3ObjectVersioning: destination.s3 === undefined ? "NONE" : "INCLUDE",
        s3Destination: {
          s3BucketArn: reportBucket.bucketArn,
          bucketAccessRoleArn: report.role.arn,
          subdirectory: `datasync/${name}/`,
        },
      },
      ...(scheduleExpression === undefined ? {} : { schedule: { scheduleExpression } }),
      ...this.tags,
      dependsOn: [report.policy, logPolicy, ...afterBucket(this, reportBucket)],
    });
  }

  /** Source: AWS DataSync User Guide, "Monitoring data transfers with Amazon CloudWatch Logs". */
  private addLogs(stack: GuardedAwsStack): {
    readonly logGroup: CloudwatchLogGroup;
    readonly logPolicy: CloudwatchLogResourcePolicy;
  } {
    const { name, logKey, logRetentionDays } = this.props;
    const logGroup = new CloudwatchLogGroup(this, "logs", {
      ...this.inTaskRegion(stack),
      name: `/onshore/migration/${name}`,
      kmsKeyId: logKey.keyArn,
      retentionInDays: logRetentionDays ?? 400,
      // The task is removed when the move is done; what it logged is evidence until its days are over.
      skipDestroy: true,
      ...this.tags,
    });
    const prefix = `arn:${stack.partition}:datasync:${this.taskRegion.id}:${stack.accountId}`;
    const logPolicy = new CloudwatchLogResourcePolicy(this, "log-policy", {
      ...this.inTaskRegion(stack),
      policyName: `onshore-migration-${name}`,
      policyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "DataSyncLogs",
            Effect: "Allow",
            Principal: { Service: "datasync.amazonaws.com" },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `${logGroup.arn}:*`,
            Condition: {
              ArnLike: { "aws:SourceArn": `${prefix}:task/*` },
              StringEquals: { "aws:SourceAccount": stack.accountId },
            },
          },
        ],
      }),
    });
    return { logGroup, logPolicy };
  }
}

/**
 * Host of the Amazon S3 Compatibility API, which answers in one region only. Source: OCI
 * documentation, "Object Storage Amazon S3 Compatibility API".
 */
function hostOf({ namespace, region }: OracleDestinationProps): string {
  return `${namespace}.compat.objectstorage.${String(region)}.oraclecloud.com`;
}
