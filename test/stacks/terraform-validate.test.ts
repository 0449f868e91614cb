import { join } from "node:path";
import { RegionDenyPolicy, RegionLockedS3Bucket } from "../../constructs/aws";
import { awsStack, DEPLOYER, keyIn, WORKER } from "../support/aws";
import { awsEstate } from "../support/aws-estate";
import { exampleEstate, synthesizeTo } from "../support/estate";
import { temporaryFolder } from "../support/judge-path";
import { synthesize } from "../support/synth";
import { stackJson, validateStack, whyNoTerraform } from "../support/terraform";

/** Terraform starts the provider, which is a large program, once a stack. */
const TIMEOUT = 120_000;

/** What the stacks of the estate leave out. */
function fullAwsStack() {
  const stack = awsStack();
  const key = keyIn(stack, "key", {
    users: [WORKER],
    services: ["s3", "secretsmanager", "logs", "cloudwatch"],
    replicaRegions: ["us-west-2"],
    tags: { residency: "us" },
  });
  const replica = new RegionLockedS3Bucket(stack, "copy", {
    bucketName: "example-copy",
    region: "us-west-2",
    key: key.replicaIn("us-west-2"),
    administrators: [DEPLOYER],
    replicationSources: ["example-records"],
  });
  new RegionLockedS3Bucket(stack, "records", {
    bucketName: "example-records",
    key,
    administrators: [DEPLOYER],
    vpcEndpointIds: ["vpce-0123456789abcdef0"],
    objectLock: { mode: "GOVERNANCE", days: 30 },
    lifecycleRules: [
      { id: "all", expireAfterDays: 90, expireNoncurrentAfterDays: 30 },
      { id: "uploads", prefix: "tmp/", abortMultipartUploadsAfterDays: 1 },
    ],
    accessLogs: { bucketName: "example-access-logs" },
    replica,
    tags: { residency: "us" },
  });
  new RegionDenyPolicy(stack, "deny", {
    name: "region-deny",
    targetIds: ["r-ab12"],
    exemptActions: ["chatbot:*"],
    exemptRoleArns: ["arn:aws:iam::*:role/break-glass"],
    tags: { residency: "us" },
  });
  return stack;
}

describe("terraform validate", () => {
  const reason = whyNoTerraform("hashicorp/aws");
  const unless = reason === undefined ? "" : ` (skipped: ${reason})`;
  const testAws = reason === undefined ? test : test.skip;
  const folder = temporaryFolder();
  const outdir = join(folder, "cdktf.out");

  testAws.each(["example-aws-source", "example-singapore-retirement"])(
    `accepts the example estate's stack %s${unless}`,
    (name) => {
      synthesizeTo(outdir, exampleEstate());
      const json = stackJson(outdir, name);
      expect(validateStack(join(folder, name), json, "hashicorp/aws")).toEqual([]);
    },
    TIMEOUT,
  );

  testAws(
    `accepts every construct of AWS with all that it can make${unless}`,
    () => {
      const json = synthesize(fullAwsStack());
      expect(validateStack(join(folder, "full"), json, "hashicorp/aws")).toEqual([]);
    },
    TIMEOUT,
  );

  testAws(
    `refuses an argument that the provider does not have, as a check of this test${unless}`,
    () => {
      awsEstate(outdir).app.synth();
      const json = stackJson(outdir, "example-aws-source");
      for (const key of Object.values<Record<string, unknown>>(json.resource.aws_kms_key)) {
        key.rotation_period = 90;
      }
      expect(validateStack(join(folder, "wrong"), json, "hashicorp/aws").join()).toContain(
        "rotation_period",
      );
    },
    TIMEOUT,
  );
});
