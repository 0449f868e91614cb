import { existingKmsKey, existingS3Bucket, RegionLockedS3Bucket } from "../../constructs/aws";
import {
  BackupMigration,
  type BackupMigrationProps,
  MigrationDestination,
  migrationRoleArns,
} from "../../constructs/backup-migration";
import { Jurisdiction } from "../../jurisdiction";
import { ACCOUNT, AS_OF, awsStack, DEPLOYER, EXCEPTION, keyIn } from "../support/aws";
import { onlyResource, resourcesOf, synthesize } from "../support/synth";

const ORACLE = {
  namespace: "exampleobjectns",
  bucketName: "us-user-content",
  region: "us-ashburn-1",
};

/** A stack with a bucket that is moved and one for reports, and the migration. */
function migration(props: Partial<BackupMigrationProps> = {}, stack = awsStack()) {
  const key = keyIn(stack);
  const roles = migrationRoleArns(stack, props.name ?? "uploads");
  const trustedRoles = Object.values(roles);
  const bucketNamed = (bucketName: string) =>
    new RegionLockedS3Bucket(stack, bucketName, {
      bucketName,
      key,
      administrators: [DEPLOYER],
      trustedRoles,
    });
  const uploads = bucketNamed("example-uploads");
  const landing = bucketNamed("example-landing");
  const evidence = bucketNamed("example-evidence");
  const made = new BackupMigration(stack, "migration", {
    name: "uploads",
    source: {
      bucketName: "example-uploads",
      region: "us-east-1",
      kmsKeyArns: [key.keyArn],
      dependsOn: [uploads.policy],
    },
    destination: MigrationDestination.oracle(ORACLE),
    reportBucket: evidence,
    logKey: key,
    ...props,
  });
  return { stack, made, landing, evidence, key };
}

const abroad = () => awsStack({ exception: EXCEPTION, asOf: AS_OF });
const SINGAPORE = { bucketName: "example-backups-sg", region: "ap-southeast-1" };

describe("BackupMigration to Oracle Cloud", () => {
  test("writes to the host of one region by TLS, and is proven inside", () => {
    const { stack, made } = migration();
    const location = onlyResource(synthesize(stack), "aws_datasync_location_object_storage");
    expect(location).toMatchObject({
      server_hostname: "exampleobjectns.compat.objectstorage.us-ashburn-1.oraclecloud.com",
      server_protocol: "HTTPS",
      bucket_name: "us-user-content",
      region: "us-east-1",
    });
    expect(location).not.toHaveProperty("agent_arns");
    expect(made.endpoint).toBe(location.server_hostname);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("takes the keys to the Oracle bucket as sensitive variables that have no default", () => {
    const json = synthesize(migration().stack);
    const { access_key, secret_key } = onlyResource(json, "aws_datasync_location_object_storage");
    expect([access_key, secret_key]).toEqual([
      "${var.uploads_access_key}",
      "${var.uploads_secret_key}",
    ]);
    for (const name of ["uploads_access_key", "uploads_secret_key"]) {
      expect(json.variable[name]).toMatchObject({ sensitive: true, nullable: false });
      expect(json.variable[name]).not.toHaveProperty("default");
    }
  });

  test("verifies what it transferred, deletes nothing, and reports every object to a bucket inside", () => {
    const task = onlyResource(synthesize(migration().stack), "aws_datasync_task");
    expect(task.task_mode).toBe("ENHANCED");
    expect(task.options).toMatchObject({
      verify_mode: "ONLY_FILES_TRANSFERRED",
      preserve_deleted_files: "PRESERVE",
      object_tags: "NONE",
      posix_permissions: "NONE",
    });
    expect(task.task_report_config).toMatchObject({
      output_type: "STANDARD",
      report_level: "SUCCESSES_AND_ERRORS",
      s3_destination: { s3_bucket_arn: expect.stringMatching(/aws_s3_bucket\.example-evidence/) },
    });
    expect(task).not.toHaveProperty("schedule");
  });

  test("compares all of both sides in basic mode, by an agent", () => {
    const agent = `arn:aws:datasync:us-east-1:${ACCOUNT}:agent/agent-0123456789abcdef0`;
    const json = synthesize(migration({ taskMode: "BASIC", agentArns: [agent] }).stack);
    expect(onlyResource(json, "aws_datasync_task").options.verify_mode).toBe(
      "POINT_IN_TIME_CONSISTENT",
    );
    expect(onlyResource(json, "aws_datasync_location_object_storage").agent_arns).toEqual([agent]);
  });

  test("logs to a group that is encrypted with a customer's key and written by DataSync only", () => {
    const json = synthesize(migration().stack);
    expect(onlyResource(json, "aws_cloudwatch_log_group")).toMatchObject({
      kms_key_id: expect.stringMatching(/aws_kms_key\.key/),
      retention_in_days: 400,
      skip_destroy: true,
      region: "us-east-1",
    });
    const [statement] = JSON.parse(
      onlyResource(json, "aws_cloudwatch_log_resource_policy").policy_document,
    ).Statement;
    expect(statement.Principal).toEqual({ Service: "datasync.amazonaws.com" });
    expect(statement.Condition).toEqual({
      ArnLike: { "aws:SourceArn": `arn:aws:datasync:us-east-1:${ACCOUNT}:task/*` },
      StringEquals: { "aws:SourceAccount": ACCOUNT },
    });
  });

  test("gives its source role nothing to write or delete with, and its report role nothing to read", () => {
    const json = synthesize(migration().stack);
    const actionsOf = (name: string): string[] =>
      JSON.parse(
        resourcesOf(json, "aws_iam_role_policy").find((each) => each.name === name).policy,
      ).Statement.flatMap(({ Action }: { Action: string[] }) => Action);
    expect(
      actionsOf("source").filter((action) => /Put|Delete|Encrypt|Generate/.test(action)),
    ).toEqual([]);
    expect(actionsOf("report").filter((action) => /GetObject|Delete/.test(action))).toEqual([]);
    expect(actionsOf("source")).toContain("kms:Decrypt");
  });

  test("uses roles whose ARNs are known before they are made, and that only its account's DataSync takes", () => {
    const { stack } = migration();
    const expected = Object.values(migrationRoleArns(stack, "uploads"));
    const roles = resourcesOf(synthesize(stack), "aws_iam_role");
    for (const { path, name, assume_role_policy } of roles) {
      expect(expected).toContain(`arn:aws:iam::${ACCOUNT}:role${path}${name}`);
      expect(JSON.parse(assume_role_policy).Statement[0].Condition.StringEquals).toEqual({
        "aws:SourceAccount": ACCOUNT,
      });
    }
    expect(roles).toHaveLength(2);
  });

  test("waits for the buckets' policies, which DataSync meets when a location is made", () => {
    const json = synthesize(migration().stack);
    expect(onlyResource(json, "aws_datasync_location_s3").depends_on).toEqual([
      expect.stringMatching(/^aws_iam_role_policy\./),
      expect.stringMatching(/^aws_s3_bucket_policy\.example-uploads_/),
    ]);
    expect(onlyResource(json, "aws_datasync_task").depends_on).toContainEqual(
      expect.stringMatching(/^aws_s3_bucket_policy\.example-evidence_/),
    );
  });

  test("is not proven when nothing of the input makes the source bucket", () => {
    const { stack } = migration({
      source: { bucketName: "example-elsewhere", region: "us-east-1" },
    });
    expect(stack).not.toStayWithin(Jurisdiction.US);
  });
});

describe("BackupMigration from abroad", () => {
  function fromSingapore(props: Partial<BackupMigrationProps> = {}) {
    const stack = abroad();
    const keyArn = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1`;
    const landing = existingS3Bucket(stack, {
      bucketName: "example-landing",
      region: "us-west-2",
      keyArn,
    });
    const made = new BackupMigration(stack, "migration", {
      name: "singapore",
      source: SINGAPORE,
      destination: MigrationDestination.s3(landing),
      reportBucket: landing,
      logKey: existingKmsKey(stack, { keyArn }),
      ...props,
    });
    return { stack, made, landing };
  }

  test("keeps the task, its logs and its destination inside, and only the source location abroad", () => {
    const { stack, made } = fromSingapore();
    const json = synthesize(stack);
    expect(made.taskRegion.id).toBe("us-west-2");
    const locations = resourcesOf(json, "aws_datasync_location_s3");
    expect(locations.map(({ region, s3_bucket_arn }) => [s3_bucket_arn, region])).toEqual([
      ["arn:aws:s3:::example-landing", "us-west-2"],
      ["arn:aws:s3:::example-backups-sg", "ap-southeast-1"],
    ]);
    for (const type of ["aws_datasync_task", "aws_cloudwatch_log_group"]) {
      expect(onlyResource(json, type)).toMatchObject({
        region: "us-west-2",
        provider: "aws.us-west-2",
      });
    }
  });

  test("copies tags between buckets of S3", () => {
    const task = onlyResource(synthesize(fromSingapore().stack), "aws_datasync_task");
    expect(task.options.object_tags).toBe("PRESERVE");
    expect(task.task_report_config.s3_object_versioning).toBe("INCLUDE");
  });

  test("fails to go straight to Oracle Cloud, whose keys would have to be kept abroad", () => {
    expect(() => fromSingapore({ destination: MigrationDestination.oracle(ORACLE) })).toThrow(
      /source.region is "ap-southeast-1".*kept there\. Fix: migrate to a bucket of S3 inside first/,
    );
  });

  test("fails in a stack without an exception", () => {
    expect(() => migration({ source: SINGAPORE })).toThrow(
      /source.region is "ap-southeast-1": it lies outside US/,
    );
  });

  test("fails for another region abroad than that of the exception", () => {
    expect(() =>
      fromSingapore({ source: { bucketName: "example-backups-eu", region: "eu-west-1" } }),
    ).toThrow(/source.region is "eu-west-1": it lies outside US/);
  });
});

describe("the props of BackupMigration", () => {
  test.each<[Partial<BackupMigrationProps>, RegExp]>([
    [{ name: "up loads" }, /name is "up loads"/],
    [{ name: "x".repeat(41) }, /name/],
    [
      { destination: MigrationDestination.oracle({ ...ORACLE, region: "ap-singapore-1" }) },
      /destination.region is "ap-singapore-1": it lies outside US/,
    ],
    [
      { destination: MigrationDestination.oracle({ ...ORACLE, region: "us-east-1" }) },
      /no region of Oracle Cloud/,
    ],
    [
      { destination: MigrationDestination.oracle({ ...ORACLE, namespace: "evil.example/x" }) },
      /destination.namespace is "evil.example\/x"/,
    ],
    [
      { destination: MigrationDestination.oracle({ ...ORACLE, bucketName: "ab" }) },
      /destination.bucketName is "ab"/,
    ],
    [
      { destination: MigrationDestination.oracle({ ...ORACLE, subdirectory: "x" }) },
      /destination.subdirectory is "x"/,
    ],
    [{ taskMode: "BASIC" }, /agentArns is \[\].*by an agent/],
    [
      { agentArns: ["arn:aws:datasync:us-east-1:111122223333:agent/agent-1"] },
      /refused with an agent/,
    ],
    [{ scheduleExpression: "rate(30 minutes)" }, /scheduleExpression/],
    [{ scheduleExpression: "cron(0/5 * * * ? *)" }, /scheduleExpression/],
    [{ logRetentionDays: 100 }, /logRetentionDays is 100.*write one of 1, 3/],
    [
      {
        source: {
          bucketName: "example-uploads",
          region: "us-east-1",
          kmsKeyArns: [`arn:aws:kms:us-west-2:${ACCOUNT}:key/1`],
        },
      },
      /source.kmsKeyArns\[0\].*own region only, us-east-1/,
    ],
    [
      {
        source: {
          bucketName: "example-uploads",
          region: "us-east-1",
          kmsKeyArns: [`arn:aws:kms:us-east-1:${ACCOUNT}:alias/x`],
        },
      },
      /no ARN of a KMS key/,
    ],
  ])("fail for %j", (props, message) => {
    expect(() => migration(props)).toThrow(message);
  });

  test.each(["rate(1 hour)", "rate(12 hours)", "rate(1 day)", "cron(0 3 * * ? *)"])(
    "take the schedule %s",
    (scheduleExpression) => {
      const { stack } = migration({ scheduleExpression });
      expect(onlyResource(synthesize(stack), "aws_datasync_task").schedule).toEqual({
        schedule_expression: scheduleExpression,
      });
    },
  );

  test("fail when the key of the logs lies in another region than the task", () => {
    const stack = awsStack();
    const logKey = existingKmsKey(stack, { keyArn: `arn:aws:kms:us-west-2:${ACCOUNT}:key/1` });
    expect(() => migration({ logKey }, stack)).toThrow(
      /logKey is "a key in us-west-2": the task and its logs are in us-east-1/,
    );
  });

  test("fail when the destination is the source", () => {
    const stack = awsStack();
    const same = existingS3Bucket(stack, {
      bucketName: "example-uploads",
      region: "us-east-1",
      keyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
    });
    expect(() => migration({ destination: MigrationDestination.s3(same) }, stack)).toThrow(
      /that is the source/,
    );
  });
});
