import {
  BackupRetirement,
  type BackupRetirementProps,
  type RetiredBucket,
} from "../../constructs/backup-retirement";
import { ACCOUNT, AS_OF, awsStack, DEPLOYER, EXCEPTION, WORKER } from "../support/aws";
import { deniedBy } from "../support/iam";
import { onlyResource, resourcesOf, synthesize } from "../support/synth";

const READER = `arn:aws:iam::${ACCOUNT}:role/onshore/migration/singapore-source`;

function retirement(
  bucket: Partial<RetiredBucket> = {},
  props: Partial<BackupRetirementProps> = {},
  stack = awsStack({ exception: EXCEPTION, asOf: AS_OF }),
) {
  const made = new BackupRetirement(stack, "retirement", {
    administrators: [DEPLOYER],
    buckets: [
      {
        bucketName: "example-backups-sg",
        migratedTo: "oci://exampleobjectns/us-user-content",
        readers: [READER],
        ...bucket,
      },
    ],
    ...props,
  });
  return { stack, made };
}

const EXPIRE: Partial<RetiredBucket> = {
  phase: "expire",
  verification: "RES-12, report of 2026-03-10",
};

describe("BackupRetirement", () => {
  test("takes the existing bucket over, without a right to delete what is in it", () => {
    const json = synthesize(retirement().stack);
    expect(json.import).toEqual([
      { to: expect.stringMatching(/^aws_s3_bucket\./), id: "example-backups-sg" },
    ]);
    expect(onlyResource(json, "aws_s3_bucket")).toMatchObject({
      region: "ap-southeast-1",
      provider: "aws.ap-southeast-1",
      force_destroy: false,
      lifecycle: { ignore_changes: ["tags", "tags_all"] },
    });
  });

  describe("the policy of a retired bucket", () => {
    const denied = (principal: string, action: string, bucket: Partial<RetiredBucket> = {}) => {
      const { policy } = onlyResource(synthesize(retirement(bucket).stack), "aws_s3_bucket_policy");
      const context = { "aws:PrincipalArn": principal, "aws:SecureTransport": "true" };
      return deniedBy(policy, { action, context });
    };

    test.each([DEPLOYER, READER, WORKER])("lets %s write nothing", (principal) => {
      for (const action of [
        "s3:PutObject",
        "s3:ReplicateObject",
        "s3:PutReplicationConfiguration",
      ]) {
        expect(denied(principal, action)).toEqual(["DenyWrites"]);
      }
    });

    test("lets the migration read, and nobody else: administrators and a replication included", () => {
      expect(denied(READER, "s3:GetObject")).toEqual([]);
      expect(denied(READER, "s3:ListBucket")).toEqual([]);
      for (const principal of [WORKER, DEPLOYER, `arn:aws:iam::${ACCOUNT}:role/old-replication`]) {
        expect(denied(principal, "s3:GetObject")).toEqual(["DenyReads"]);
        expect(denied(principal, "s3:GetObjectVersionForReplication")).toEqual(["DenyReads"]);
      }
    });

    test("lets nobody read once there is no reader", () => {
      expect(denied(READER, "s3:GetObject", { readers: [] })).toEqual(["DenyReads"]);
      expect(denied(DEPLOYER, "s3:ListBucketVersions", { readers: [] })).toEqual([]);
    });

    test("lets administrators manage and list, and not the migration", () => {
      for (const action of [
        "s3:PutBucketPolicy",
        "s3:DeleteObjectVersion",
        "s3:PutLifecycleConfiguration",
      ]) {
        expect(denied(DEPLOYER, action)).toEqual([]);
        expect(denied(READER, action)).toEqual(["DenyManagement"]);
      }
      expect(denied(DEPLOYER, "s3:ListBucketVersions")).toEqual([]);
    });
  });

  test("switches every lifecycle rule off while the bucket is frozen", () => {
    const { rule } = onlyResource(
      synthesize(retirement().stack),
      "aws_s3_bucket_lifecycle_configuration",
    );
    expect(rule.map(({ status }: { status: string }) => status)).toEqual(["Disabled", "Disabled"]);
  });

  test("expires current versions on a day, older ones and unfinished uploads, then their markers", () => {
    const { stack } = retirement(EXPIRE);
    const { rule } = onlyResource(synthesize(stack), "aws_s3_bucket_lifecycle_configuration");
    expect(rule).toEqual([
      {
        id: expect.any(String),
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ date: "2026-03-24T00:00:00Z" }],
        noncurrent_version_expiration: [{ noncurrent_days: 1 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 1 }],
      },
      {
        id: expect.any(String),
        status: "Enabled",
        filter: [{ prefix: "" }],
        // S3 refuses a date beside it.
        expiration: [{ expired_object_delete_marker: true }],
      },
    ]);
  });

  test("alarms when an object is left after the day, and not before", () => {
    const alarm = onlyResource(synthesize(retirement().stack), "aws_cloudwatch_metric_alarm");
    const [metric, late] = alarm.metric_query;
    expect(metric.metric).toMatchObject({
      namespace: "AWS/S3",
      metric_name: "NumberOfObjects",
      dimensions: { BucketName: "example-backups-sg", StorageType: "AllStorageTypes" },
      period: 86_400,
    });
    const since = /^IF\(EPOCH\(objects\) >= (\d+), objects, 0\)$/.exec(late.expression)?.[1];
    expect(new Date(Number(since) * 1000).toISOString()).toBe("2026-03-28T00:00:00.000Z");
    expect(alarm).toMatchObject({
      region: "ap-southeast-1",
      comparison_operator: "GreaterThanThreshold",
      threshold: 0,
      treat_missing_data: "notBreaching",
      alarm_actions: [expect.stringMatching(/aws_sns_topic/)],
    });
  });

  test("tells people by mail", () => {
    const { stack } = retirement({}, { alarmEmails: ["a@example.com", "b@example.com"] });
    const subscriptions = resourcesOf(synthesize(stack), "aws_sns_topic_subscription");
    expect(subscriptions.map(({ protocol, endpoint }) => [protocol, endpoint])).toEqual([
      ["email", "a@example.com"],
      ["email", "b@example.com"],
    ]);
  });

  test("keeps a manifest of what existed, as plain data and as an output", () => {
    const inventory = { on: "2026-01-10", objects: 12_345_678, bytes: 987_654_321_000 };
    const { stack, made } = retirement({ ...EXPIRE, inventory });
    expect(made.manifest).toEqual({
      version: 1,
      stack: "stack",
      account: ACCOUNT,
      region: "ap-southeast-1",
      jurisdiction: "US",
      reason: EXCEPTION.reason,
      owner: EXCEPTION.owner,
      ticket: EXCEPTION.ticket,
      expireOn: "2026-03-24",
      goneBy: "2026-03-28",
      deadline: "2026-03-31",
      buckets: [
        {
          name: "example-backups-sg",
          arn: "arn:aws:s3:::example-backups-sg",
          phase: "expire",
          migratedTo: "oci://exampleobjectns/us-user-content",
          verification: "RES-12, report of 2026-03-10",
          objectLockedUntil: null,
          inventory,
        },
      ],
    });
    const [output] = Object.values<{ value: string }>(synthesize(stack).output);
    expect(JSON.parse(output?.value ?? "")).toEqual(made.manifest);
  });

  test("retires a bucket whose locks end in time", () => {
    expect(() => retirement({ objectLockedUntil: "2026-03-28" })).not.toThrow();
  });

  test.each<[Partial<RetiredBucket>, Partial<BackupRetirementProps>, RegExp]>([
    [{ phase: "expire" }, {}, /buckets\[0\].verification is not set.*cannot be compared/],
    [{ phase: "expire", verification: " " }, {}, /buckets\[0\].verification/],
    [
      { objectLockedUntil: "2026-03-29" },
      {},
      /objectLockedUntil is "2026-03-29": Object Lock keeps versions beyond 2026-03-28/,
    ],
    [{ objectLockedUntil: "soon" }, {}, /objectLockedUntil is "soon": it is no day/],
    [{ bucketName: "Backups" }, {}, /buckets\[0\].bucketName is "Backups"/],
    [{ readers: ["*"] }, {}, /buckets\[0\].readers\[0\]/],
    [{ inventory: { on: "2026-01-10", objects: -1, bytes: 0 } }, {}, /inventory.objects is -1/],
    [
      {},
      { expireOn: "2026-03-28" },
      /expireOn is "2026-03-28".*until 2026-04-01.*Fix: write 2026-03-27/,
    ],
    [{}, { expireOn: "2026-13-01" }, /expireOn is "2026-13-01": it is no day/],
    [{}, { buckets: [] }, /nothing to retire/],
    [{}, { administrators: [] }, /lock out everybody/],
    [{}, { alarmEmails: ["nobody"] }, /alarmEmails\[0\]/],
    [
      {},
      {
        buckets: [
          { bucketName: "twice", migratedTo: "x" },
          { bucketName: "twice", migratedTo: "x" },
        ],
      },
      /buckets\[1\].bucketName is "twice": it is named twice/,
    ],
  ])("fails for the bucket %j and the props %j", (bucket, props, message) => {
    expect(() => retirement(bucket, props)).toThrow(message);
  });

  test("may expire on the last day that leaves time to empty the bucket", () => {
    expect(retirement({}, { expireOn: "2026-03-27" }).made.manifest.goneBy).toBe(
      EXCEPTION.deadline,
    );
  });

  test("fails in a stack without an exception", () => {
    expect(() => retirement({}, {}, awsStack())).toThrow(/the stack has no exception/);
  });

  test("knows the policy of its buckets, and of no other", () => {
    const { made } = retirement();
    expect(made.policyOf("example-backups-sg")).toBeDefined();
    expect(() => made.policyOf("other")).toThrow(/not among the buckets/);
  });
});
