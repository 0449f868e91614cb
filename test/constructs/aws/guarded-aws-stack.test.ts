import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { App, TerraformStack } from "cdktf";
import { StateBackend } from "../../../constructs";
import { GuardedAwsStack, SovereignKmsKey } from "../../../constructs/aws";
import { Jurisdiction, Region } from "../../../jurisdiction";
import { ACCOUNT, AS_OF, awsStack, DEPLOYER, EXCEPTION } from "../../support/aws";
import { synthesize } from "../../support/synth";

describe("GuardedAwsStack", () => {
  test("makes one provider configuration a region, called after it, for one account", () => {
    const stack = awsStack();
    const first = stack.providerFor("us-west-2");
    expect(stack.providerFor(Region.of("us-west-2"))).toBe(first);
    stack.providerFor("us-east-1");
    expect(synthesize(stack).provider.aws).toEqual([
      { alias: "us-west-2", region: "us-west-2", allowed_account_ids: [ACCOUNT] },
      { alias: "us-east-1", region: "us-east-1", allowed_account_ids: [ACCOUNT] },
    ]);
  });

  test("fails for a provider configuration abroad, naming the stack, the region and the allowed ones", () => {
    expect(() => awsStack().providerFor("ap-southeast-1")).toThrow(
      /stack \(GuardedAwsStack\): provider region is "ap-southeast-1": it lies outside US\. Fix: write one of us-east-1/,
    );
  });

  test.each([
    ["ap-southeast-1", /lies outside US/],
    ["us-gov-west-1", /lies outside US/],
    ["us-ashburn-1", /no region of AWS/],
    ["us-east-9", /no region that is known \(nearest: us-east-1\)/],
  ])("fails when its region is %s", (region, message) => {
    expect(() => awsStack({ region })).toThrow(message);
  });

  test("fails in a jurisdiction that has no region of AWS, and says so", () => {
    expect(() => awsStack({ jurisdiction: Jurisdiction.US_DEDICATED_OC23 })).toThrow(
      /has no region of AWS/,
    );
  });

  test.each(["12345678901", "${var.account}", "arn:aws:iam::111122223333:root"])(
    "fails for the account id %s",
    (accountId) => {
      expect(() => awsStack({ accountId })).toThrow(/accountId .* twelve digits/);
    },
  );

  test("leaves no default provider configuration for a resource that forgets to name one", () => {
    const stack = awsStack();
    stack.providerFor("us-east-1");
    new SnsTopic(stack, "raw", {
      name: "raw",
      kmsMasterKeyId: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
    });
    expect(stack).not.toStayWithin(Jurisdiction.US);
  });

  test("proves the same resource where it names its provider", () => {
    const stack = awsStack();
    new SnsTopic(stack, "raw", {
      provider: stack.providerFor("us-east-1"),
      name: "raw",
      kmsMasterKeyId: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("refuses a construct in a stack that guards nothing, and says what to change", () => {
    const plain = new TerraformStack(new App(), "plain");
    expect(
      () =>
        new SovereignKmsKey(plain, "key", {
          alias: "a",
          administrators: [DEPLOYER],
          services: ["s3"],
        }),
    ).toThrow(/plain\/key .*that stack is no GuardedAwsStack.*Fix/);
  });
});

describe("the exception of a GuardedAwsStack", () => {
  const excepted = (more: Partial<typeof EXCEPTION> | object = {}, asOf: string = AS_OF) =>
    awsStack({ exception: { ...EXCEPTION, ...more }, asOf });

  test("lets one provider configuration outside be made, and no other", () => {
    const stack = excepted();
    stack.providerFor("ap-southeast-1");
    expect(synthesize(stack).provider.aws[0].region).toBe("ap-southeast-1");
    expect(() => stack.providerFor("eu-west-1")).toThrow(/lies outside US/);
  });

  test("gives a waiver for the provider configuration, with who answers for it and until when", () => {
    const stack = excepted();
    expect(stack.waivers()).toEqual([]);
    stack.providerFor("ap-southeast-1");
    expect(stack.waivers()).toEqual([
      {
        id: "stack/provider.aws.ap-southeast-1/provider-inside",
        rule: "provider-inside",
        subject: "stack:provider.aws.ap-southeast-1",
        reason: EXCEPTION.reason,
        owner: EXCEPTION.owner,
        ticket: EXCEPTION.ticket,
        expires: EXCEPTION.deadline,
      },
    ]);
  });

  test("gives no waiver for a resource abroad that nothing declared", () => {
    const stack = excepted();
    new S3Bucket(stack, "raw", { provider: stack.providerFor("ap-southeast-1"), bucket: "raw" });
    expect(stack.waivers().map(({ rule }) => rule)).toEqual(["provider-inside"]);
  });

  test("gives one waiver a rule for a resource that is declared, however often", () => {
    const stack = excepted();
    const topic = new SnsTopic(stack, "raw", { provider: stack.providerFor("ap-southeast-1") });
    stack.waive(topic, "resource-inside");
    stack.waive(topic, "resource-inside", "customer-managed-key");
    expect(stack.waivers().map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      "provider-inside stack:provider.aws.ap-southeast-1",
      "resource-inside stack:aws_sns_topic.raw",
      "customer-managed-key stack:aws_sns_topic.raw",
    ]);
  });

  test("waives nothing in a stack without one", () => {
    const stack = awsStack();
    const topic = new SnsTopic(stack, "raw", { provider: stack.providerFor("us-east-1") });
    expect(() => stack.waive(topic, "resource-inside")).toThrow(/that stack has no exception/);
    expect(stack.waivers()).toEqual([]);
  });

  test("may end ninety days from the day of the check", () => {
    expect(() => excepted({ deadline: "2026-04-15" })).not.toThrow();
  });

  test("fails when it ends a day later, and names the last day that is possible", () => {
    expect(() => excepted({ deadline: "2026-04-16" })).toThrow(
      /exception.deadline is "2026-04-16": it is 91 days after 2026-01-15.*Fix: write 2026-04-15/,
    );
  });

  test("may be over: what is left then is for the check of the estate to find", () => {
    expect(() => excepted({}, "2026-06-01")).not.toThrow();
  });

  test.each([
    [{ region: "us-east-2" }, /exception.region is "us-east-2": it lies inside US/],
    [{ region: "ap-singapore-1" }, /no region of AWS/],
    [{ region: "ap-southeast-9" }, /no region of AWS that is known.*ap-southeast-1/],
    [{ owner: " " }, /exception.owner/],
    [{ ticket: "" }, /exception.ticket/],
    [{ reason: "" }, /exception.reason/],
    [{ deadline: "2026-02-30" }, /exception.deadline is "2026-02-30": it is no day/],
  ])("fails for %j", (more, message) => {
    expect(() => excepted(more)).toThrow(message);
  });

  test("fails without the day of the check, which nothing here looks up", () => {
    expect(() => awsStack({ exception: EXCEPTION })).toThrow(/asOf is not set/);
  });
});

describe("StateBackend.s3", () => {
  const keyArn = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1`;
  const state = (more: object = {}) =>
    StateBackend.s3({ bucket: "example-state", region: "us-west-2", kmsKeyArn: keyArn, ...more });

  test("keeps state encrypted with a customer's key and locked, and is proven inside", () => {
    const stack = awsStack({ state: state() });
    const { terraform } = synthesize(stack);
    expect(terraform.backend.s3).toMatchObject({
      bucket: "example-state",
      region: "us-west-2",
      key: "onshore/stack.tfstate",
      encrypt: true,
      kms_key_id: keyArn,
      use_lockfile: true,
    });
    expect(terraform.required_version).toBe(">= 1.11.0");
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each([
    [{ region: "eu-west-1" }, /state.region is "eu-west-1": it lies outside US/],
    [{ bucket: "My.State" }, /state.bucket is "My.State"/],
    [{ kmsKeyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` }, /state.kmsKeyArn/],
    [{ kmsKeyArn: "alias/state" }, /state.kmsKeyArn/],
    [
      { kmsKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1` },
      /in us-west-2, the region of the bucket/,
    ],
  ])("fails for %j", (more, message) => {
    expect(() => awsStack({ state: state(more) })).toThrow(message);
  });
});

test("GuardedAwsStack.guarding finds the stack of a construct", () => {
  const stack = awsStack();
  expect(GuardedAwsStack.guarding(new SnsTopic(stack, "t", {}))).toBe(stack);
});
