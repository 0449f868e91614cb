import {
  existingS3Bucket,
  RegionLockedS3Bucket,
  type RegionLockedS3BucketProps,
} from "../../../constructs/aws";
import { Jurisdiction } from "../../../jurisdiction";
import { ACCOUNT, awsStack, DEPLOYER, keyIn, WORKER } from "../../support/aws";
import { deniedBy } from "../../support/iam";
import { onlyResource, resourcesOf, synthesize } from "../../support/synth";

const ENDPOINT = "vpce-0123456789abcdef0";

function bucket(props: Partial<RegionLockedS3BucketProps> = {}, stack = awsStack()) {
  const made = new RegionLockedS3Bucket(stack, "bucket", {
    bucketName: "example-records",
    key: props.key ?? keyIn(stack),
    administrators: [DEPLOYER],
    ...props,
  });
  return { stack, made };
}

/** A request that is well made but for what `more` says. */
function by(principal: string, more: Record<string, string> = {}, action = "s3:GetObject") {
  return {
    action,
    context: {
      "aws:PrincipalArn": principal,
      "aws:PrincipalIsAWSService": "false",
      "aws:SecureTransport": "true",
      "s3:TlsVersion": "1.3",
      ...more,
    },
  };
}

function policyOf(props: Partial<RegionLockedS3BucketProps> = {}): string {
  return onlyResource(synthesize(bucket(props).stack), "aws_s3_bucket_policy").policy;
}

describe("RegionLockedS3Bucket", () => {
  test("is private, versioned, encrypted with a customer's key, and proven inside", () => {
    const { stack } = bucket();
    const json = synthesize(stack);
    expect(onlyResource(json, "aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(onlyResource(json, "aws_s3_bucket_ownership_controls").rule.object_ownership).toBe(
      "BucketOwnerEnforced",
    );
    expect(onlyResource(json, "aws_s3_bucket_versioning").versioning_configuration.status).toBe(
      "Enabled",
    );
    const [rule] = onlyResource(json, "aws_s3_bucket_server_side_encryption_configuration").rule;
    expect(rule.bucket_key_enabled).toBe(true);
    expect(rule.apply_server_side_encryption_by_default).toEqual({
      sse_algorithm: "aws:kms",
      kms_master_key_id: `\${aws_kms_key.${Object.keys(json.resource.aws_kms_key)[0]}.arn}`,
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("says its region twice on every resource, so that no default can move one", () => {
    const stack = awsStack();
    bucket({ region: "us-west-2", key: keyIn(stack, "west", { region: "us-west-2" }) }, stack);
    const json = synthesize(stack);
    for (const type of Object.keys(json.resource).filter((each) => each.startsWith("aws_s3_"))) {
      for (const resource of resourcesOf(json, type)) {
        expect(resource).toMatchObject({ provider: "aws.us-west-2", region: "us-west-2" });
      }
    }
  });

  describe("its policy", () => {
    test("lets a role in through a declared endpoint, and turns it away elsewhere", () => {
      const policy = policyOf({ vpcEndpointIds: [ENDPOINT] });
      expect(deniedBy(policy, by(WORKER, { "aws:SourceVpce": ENDPOINT }))).toEqual([]);
      const other = { "aws:SourceVpce": "vpce-0fedcba9876543210" };
      expect(deniedBy(policy, by(WORKER, other))).toEqual(["DenyAroundEndpoints"]);
      expect(deniedBy(policy, by(WORKER))).toEqual(["DenyAroundEndpoints"]);
    });

    test("turns everybody away but administrators where no endpoint is declared", () => {
      const policy = policyOf();
      expect(deniedBy(policy, by(WORKER, { "aws:SourceVpce": ENDPOINT }))).toEqual([
        "DenyAroundEndpoints",
      ]);
      expect(deniedBy(policy, by(DEPLOYER))).toEqual([]);
    });

    test("lets a role in that AWS works with, such as DataSync's", () => {
      const role = `arn:aws:iam::${ACCOUNT}:role/onshore/migration/uploads-source`;
      expect(deniedBy(policyOf({ trustedRoles: [role] }), by(role))).toEqual([]);
      expect(deniedBy(policyOf(), by(role))).toEqual(["DenyAroundEndpoints"]);
    });

    test("turns plain HTTP and old TLS away, administrators' as well", () => {
      const policy = policyOf();
      expect(deniedBy(policy, by(DEPLOYER, { "aws:SecureTransport": "false" }))).toEqual([
        "DenyWithoutTls",
      ]);
      expect(deniedBy(policy, by(DEPLOYER, { "s3:TlsVersion": "1.1" }))).toEqual(["DenyOldTls"]);
      expect(deniedBy(policy, by(DEPLOYER, { "s3:TlsVersion": "1.2" }))).toEqual([]);
      const strict = policyOf({ minimumTlsVersion: "1.3" });
      expect(deniedBy(strict, by(DEPLOYER, { "s3:TlsVersion": "1.2" }))).toEqual(["DenyOldTls"]);
    });

    test("takes an upload without a key or with its own, and none with another", () => {
      const { stack } = bucket();
      const json = synthesize(stack);
      const { policy } = onlyResource(json, "aws_s3_bucket_policy");
      const own = `\${aws_kms_key.${Object.keys(json.resource.aws_kms_key)[0]}.arn}`;
      const header = "s3:x-amz-server-side-encryption";
      const upload = (more: Record<string, string>) =>
        deniedBy(policy, by(DEPLOYER, more, "s3:PutObject"));
      expect(upload({})).toEqual([]);
      expect(upload({ [header]: "aws:kms", [`${header}-aws-kms-key-id`]: own })).toEqual([]);
      const foreign = `arn:aws:kms:us-east-1:999988887777:key/1`;
      expect(upload({ [header]: "aws:kms", [`${header}-aws-kms-key-id`]: foreign })).toEqual([
        "DenyOtherKeys",
      ]);
      expect(upload({ [header]: "AES256" })).toEqual(["DenyOtherEncryption"]);
      expect(upload({ [`${header}-customer-algorithm`]: "AES256" })).toEqual([
        "DenyCustomerProvidedKeys",
      ]);
    });
  });

  test("drops unfinished uploads by itself, and keeps lifecycle rules as given", () => {
    const [byDefault] = onlyResource(
      synthesize(bucket().stack),
      "aws_s3_bucket_lifecycle_configuration",
    ).rule;
    expect(byDefault.abort_incomplete_multipart_upload).toEqual([{ days_after_initiation: 7 }]);
    const lifecycleRules = [
      { id: "old", prefix: "tmp/", expireAfterDays: 30, expireNoncurrentAfterDays: 1 },
    ];
    const [rule] = onlyResource(
      synthesize(bucket({ lifecycleRules }).stack),
      "aws_s3_bucket_lifecycle_configuration",
    ).rule;
    expect(rule).toMatchObject({
      filter: [{ prefix: "tmp/" }],
      expiration: [{ days: 30 }],
      noncurrent_version_expiration: [{ noncurrent_days: 1 }],
    });
    expect(rule).not.toHaveProperty("abort_incomplete_multipart_upload");
  });

  test("locks versions for years, which needs the lock from the bucket's first day", () => {
    const json = synthesize(bucket({ objectLock: { mode: "COMPLIANCE", years: 7 } }).stack);
    expect(onlyResource(json, "aws_s3_bucket").object_lock_enabled).toBe(true);
    expect(
      onlyResource(json, "aws_s3_bucket_object_lock_configuration").rule.default_retention,
    ).toEqual({ mode: "COMPLIANCE", years: 7 });
  });

  test("logs access to a bucket of its own region", () => {
    const { stack } = bucket({ accessLogs: { bucketName: "example-access-logs" } });
    expect(onlyResource(synthesize(stack), "aws_s3_bucket_logging")).toMatchObject({
      target_bucket: "example-access-logs",
      target_prefix: "example-records/",
      region: "us-east-1",
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("takes an existing bucket over instead of making it, and only then", () => {
    expect(synthesize(bucket({ adopt: true }).stack).import).toEqual([
      { to: expect.stringMatching(/^aws_s3_bucket\./), id: "example-records" },
    ]);
    expect(synthesize(bucket().stack)).not.toHaveProperty("import");
  });

  describe("replication", () => {
    function replicated(sources: readonly string[] = ["example-records"]) {
      const stack = awsStack();
      const replica = new RegionLockedS3Bucket(stack, "replica", {
        bucketName: "example-records-copy",
        region: "us-west-2",
        key: keyIn(stack, "west", { region: "us-west-2" }),
        administrators: [DEPLOYER],
        replicationSources: sources,
      });
      return bucket({ replica }, stack);
    }

    test("copies encrypted objects to a bucket inside, under a key of that region", () => {
      const { stack } = replicated();
      const json = synthesize(stack);
      const [rule] = onlyResource(json, "aws_s3_bucket_replication_configuration").rule;
      expect(rule.destination.bucket).toMatch(/^\$\{aws_s3_bucket\.replica_/);
      expect(rule.destination.encryption_configuration.replica_kms_key_id).toMatch(
        /^\$\{aws_kms_key\.west_/,
      );
      expect(rule.source_selection_criteria.sse_kms_encrypted_objects.status).toBe("Enabled");
      expect(rule.delete_marker_replication.status).toBe("Disabled");
      expect(stack).toStayWithin(Jurisdiction.US);
    });

    test("is let in by the policies of both buckets", () => {
      const json = synthesize(replicated().stack);
      const role = `arn:aws:iam::${ACCOUNT}:role/onshore/replication/example-records`;
      const { name, path } = onlyResource(json, "aws_iam_role");
      expect(role.endsWith(`role${path}${name}`)).toBe(true);
      for (const { policy } of resourcesOf(json, "aws_s3_bucket_policy")) {
        expect(deniedBy(policy, by(role, {}, "s3:ReplicateObject"))).toEqual([]);
      }
    });

    test("fails when the copy's policy would turn it away", () => {
      expect(() => replicated([])).toThrow(
        /replica is "example-records-copy".*Fix: name "example-records" in its replicationSources/,
      );
    });

    test("fails when the copy would be the bucket itself", () => {
      const stack = awsStack();
      const replica = existingS3Bucket(stack, {
        bucketName: "example-records",
        region: "us-east-1",
        keyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
      });
      expect(() => bucket({ replica }, stack)).toThrow(/cannot replicate to itself/);
    });
  });

  test("fails when the key lies in another region than the bucket", () => {
    const stack = awsStack();
    const west = keyIn(stack, "west", { region: "us-west-2" });
    expect(() => bucket({ key: west }, stack)).toThrow(
      /key is "a key in us-west-2".*own region only, us-east-1/,
    );
  });

  test("takes the replica of a multi-Region key in its own region", () => {
    const stack = awsStack();
    const key = keyIn(stack, "key", { replicaRegions: ["us-west-2"] });
    bucket({ region: "us-west-2", key: key.replicaIn("us-west-2") }, stack);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each<[Partial<RegionLockedS3BucketProps>, RegExp]>([
    [{ region: "ap-southeast-1" }, /region is "ap-southeast-1": it lies outside US/],
    [{ bucketName: "Records" }, /bucketName is "Records"/],
    [{ bucketName: "my.records" }, /bucketName is "my.records"/],
    [{ bucketName: "records-s3alias" }, /bucketName is "records-s3alias"/],
    [{ bucketName: "xn--records" }, /bucketName/],
    [{ bucketName: "ab" }, /bucketName/],
    [{ administrators: [] }, /lock out everybody, Terraform included/],
    [{ administrators: ["*"] }, /administrators\[0\]/],
    [{ trustedRoles: ["arn:aws:iam::999988887777:role/x"] }, /trustedRoles\[0\].*another account/],
    [{ vpcEndpointIds: ["vpc-0123456789abcdef0"] }, /vpcEndpointIds\[0\]/],
    [{ objectLock: { mode: "COMPLIANCE" } }, /in days or in years/],
    [{ objectLock: { mode: "COMPLIANCE", days: 1, years: 1 } }, /in days or in years/],
    [{ objectLock: { mode: "GOVERNANCE", days: 0 } }, /objectLock.days is 0/],
    [{ objectLock: { mode: "GOVERNANCE", years: 101 } }, /objectLock.years is 101/],
    [{ accessLogs: { bucketName: "example-records" } }, /logs to itself/],
    [{ lifecycleRules: [{ id: "x" }] }, /lifecycleRules\[0\].expireAfterDays.*does nothing/],
    [{ lifecycleRules: [{ id: "x", expireAfterDays: 0 }] }, /expireAfterDays is 0/],
    [
      {
        lifecycleRules: [
          { id: "x", expireAfterDays: 1 },
          { id: "x", expireAfterDays: 2 },
        ],
      },
      /lifecycleRules\[1\].id is "x"/,
    ],
    [{ replicationSources: ["No"] }, /replicationSources\[0\]/],
  ])("fails for %j", (props, message) => {
    expect(() => bucket(props)).toThrow(message);
  });
});

describe("existingS3Bucket", () => {
  const keyArn = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1`;

  test("needs the region said, since neither name nor ARN tells it", () => {
    expect(
      existingS3Bucket(awsStack(), { bucketName: "example-copy", region: "us-west-2", keyArn }),
    ).toMatchObject({ bucketArn: "arn:aws:s3:::example-copy", region: { id: "us-west-2" } });
  });

  test.each([
    [{ region: "eu-west-1" }, /lies outside US/],
    [{ region: "us-east-1" }, /own region only, us-east-1/],
    [{ keyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` }, /lies outside US/],
  ])("fails for %j", (more, message) => {
    expect(() =>
      existingS3Bucket(awsStack(), {
        bucketName: "example-copy",
        region: "us-west-2",
        keyArn,
        ...more,
      }),
    ).toThrow(message);
  });
});
