import {
  existingKmsKey,
  SovereignKmsKey,
  type SovereignKmsKeyProps,
} from "../../../constructs/aws";
import { Jurisdiction } from "../../../jurisdiction";
import { ACCOUNT, awsStack, DEPLOYER, WORKER } from "../../support/aws";
import { onlyResource, resourcesOf, synthesize } from "../../support/synth";

function key(props: Partial<SovereignKmsKeyProps> = {}, stack = awsStack()) {
  const made = new SovereignKmsKey(stack, "key", {
    alias: "data",
    administrators: [DEPLOYER],
    users: [WORKER],
    ...props,
  });
  return { stack, made };
}

interface Statement {
  Sid: string;
  Principal: { AWS?: string | string[]; Service?: string };
  Action: string[];
  Condition?: Record<string, Record<string, unknown>>;
}

function statements(stack: ReturnType<typeof awsStack>, type = "aws_kms_key"): Statement[] {
  return JSON.parse(onlyResource(synthesize(stack), type).policy).Statement;
}

const CRYPTOGRAPHIC =
  /^kms:(?:\*|Encrypt|Decrypt|GenerateDataKey|ReEncrypt|Sign|Verify|CreateGrant)/;

describe("SovereignKmsKey", () => {
  test("rotates, waits thirty days to be deleted, lies in its region, and is proven inside", () => {
    const { stack } = key();
    expect(onlyResource(synthesize(stack), "aws_kms_key")).toMatchObject({
      provider: "aws.us-east-1",
      region: "us-east-1",
      enable_key_rotation: true,
      rotation_period_in_days: 365,
      deletion_window_in_days: 30,
      multi_region: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("gives administrators no cryptographic operation and no grant, and users no administration", () => {
    const [administration, use] = statements(key().stack);
    expect(administration?.Principal.AWS).toEqual([DEPLOYER]);
    expect(administration?.Action.filter((action) => CRYPTOGRAPHIC.test(action))).toEqual([]);
    expect(administration?.Action).toEqual(
      expect.arrayContaining(["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]),
    );
    expect(use?.Principal.AWS).toEqual([WORKER]);
    expect(use?.Action.filter((action) => /Put|Delet|Disable|Grant|Tag/.test(action))).toEqual([]);
    expect(use?.Action).toEqual(expect.arrayContaining(["kms:Decrypt", "kms:GenerateDataKey"]));
  });

  test("lets services use it in its own region and for its own account only", () => {
    const { stack } = key({ users: [], services: ["s3", "logs", "cloudwatch"] });
    const [, through, logs, alarms] = statements(stack);
    expect(through?.Condition).toEqual({
      StringEquals: {
        "kms:CallerAccount": ACCOUNT,
        "kms:ViaService": ["s3.us-east-1.amazonaws.com"],
      },
    });
    expect(logs?.Principal.Service).toBe("logs.us-east-1.amazonaws.com");
    expect(logs?.Condition?.ArnLike).toEqual({
      "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:*`,
    });
    expect(alarms?.Condition).toEqual({ StringEquals: { "aws:SourceAccount": ACCOUNT } });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("opens itself to nobody by a wildcard", () => {
    const all = statements(key({ services: ["s3", "secretsmanager", "logs", "cloudwatch"] }).stack);
    expect(all.flatMap(({ Principal }) => [Principal.AWS, Principal.Service]).flat()).not.toContain(
      "*",
    );
  });

  test("has its replica in an allowed region, whose policy names the services of that region", () => {
    const { stack, made } = key({ users: [], services: ["s3"], replicaRegions: ["us-west-2"] });
    const json = synthesize(stack);
    expect(onlyResource(json, "aws_kms_key").multi_region).toBe(true);
    const replica = onlyResource(json, "aws_kms_replica_key");
    expect(replica).toMatchObject({ provider: "aws.us-west-2", region: "us-west-2" });
    expect(replica.policy).toContain("s3.us-west-2.amazonaws.com");
    expect(replica.policy).not.toContain("kms:ReplicateKey");
    expect(
      resourcesOf(json, "aws_kms_alias")
        .map((alias) => alias.region)
        .sort(),
    ).toEqual(["us-east-1", "us-west-2"]);
    expect(made.replicaIn("us-west-2").region.id).toBe("us-west-2");
    expect(() => made.replicaIn("us-east-2")).toThrow(/the key has no replica there/);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("lets itself be destroyed only where that is asked for", () => {
    const { stack } = key({ deletionProtection: false, deletionWindowDays: 7 });
    expect(onlyResource(synthesize(stack), "aws_kms_key")).toMatchObject({
      deletion_window_in_days: 7,
      lifecycle: { prevent_destroy: false },
    });
  });

  test.each<[Partial<SovereignKmsKeyProps>, RegExp]>([
    [{ region: "ap-southeast-1" }, /region is "ap-southeast-1": it lies outside US/],
    [{ replicaRegions: ["ap-southeast-1"] }, /replicaRegions\[0\].*outside US/],
    [{ replicaRegions: ["us-east-1"] }, /the key itself lies there/],
    [{ replicaRegions: ["us-west-2", "us-west-2"] }, /replicaRegions\[1\].*twice/],
    [{ users: ["*"] }, /users\[0\] is "\*": a wildcard names nobody/],
    [{ users: [`arn:aws:iam::${ACCOUNT}:root`] }, /no ARN of an IAM role or user/],
    [{ users: ["arn:aws:iam::999988887777:role/x"] }, /of another account than 111122223333/],
    [{ users: [`arn:aws:iam::${ACCOUNT}:role/*`] }, /a wildcard names nobody/],
    [{ users: [DEPLOYER] }, /who manages the key must not use it as well/],
    [{ administrators: [] }, /administrators is \[\]/],
    [{ users: [] }, /nobody and no service could use the key/],
    [{ alias: "aws/data" }, /alias is "aws\/data"/],
    [{ alias: "alias/data" }, /alias is "alias\/data"/],
    [{ rotationPeriodDays: 89 }, /rotationPeriodDays is 89.*90 to 2560/],
    [{ rotationPeriodDays: 2561 }, /rotationPeriodDays is 2561/],
    [{ deletionWindowDays: 6 }, /deletionWindowDays is 6.*7 to 30/],
    [{ deletionWindowDays: 31 }, /deletionWindowDays is 31/],
  ])("fails for %j", (props, message) => {
    expect(() => key(props)).toThrow(message);
  });

  test("fails for a replica in another partition, though its jurisdiction allows both", () => {
    const jurisdiction = Jurisdiction.define({
      name: "BOTH",
      countries: ["US"],
      regions: ["us-east-1", "us-gov-west-1"],
    });
    const stack = awsStack({ jurisdiction });
    expect(() => key({ replicaRegions: ["us-gov-west-1"] }, stack)).toThrow(
      /own partition, aws, only/,
    );
  });
});

describe("existingKmsKey", () => {
  test("knows the region by the ARN", () => {
    const keyArn = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1`;
    expect(existingKmsKey(awsStack(), { keyArn })).toMatchObject({
      keyArn,
      region: { id: "us-west-2" },
    });
  });

  test.each([
    [`arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`, /lies outside US/],
    [`arn:aws:kms:us-west-2:${ACCOUNT}:alias/data`, /no ARN of a KMS key/],
    ["${aws_kms_key.k.arn}", /an expression proves no region/],
    ["1234", /no ARN of a KMS key/],
  ])("fails for %s", (keyArn, message) => {
    expect(() => existingKmsKey(awsStack(), { keyArn })).toThrow(message);
  });
});
