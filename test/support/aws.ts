import { App } from "cdktf";
import { StateBackend } from "../../constructs";
import {
  GuardedAwsStack,
  type GuardedAwsStackProps,
  SovereignKmsKey,
  type SovereignKmsKeyProps,
} from "../../constructs/aws";
import { Jurisdiction } from "../../jurisdiction";

export const ACCOUNT = "111122223333";
/** The role that runs Terraform. */
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/terraform`;
/** A role that works with data. */
export const WORKER = `arn:aws:iam::${ACCOUNT}:role/application`;
/** What Singapore is left by. */
export const EXCEPTION = {
  region: "ap-southeast-1",
  reason: "the backups of before the move are deleted from here",
  owner: "storage-team",
  ticket: "RES-12",
  deadline: "2026-03-31",
} as const;
export const AS_OF = "2026-01-15";

/** A stack in N. Virginia, unless `props` says otherwise. */
export function awsStack(
  props: Partial<GuardedAwsStackProps> = {},
  id = "stack",
  app = new App(),
): GuardedAwsStack {
  return new GuardedAwsStack(app, id, {
    jurisdiction: Jurisdiction.US,
    region: "us-east-1",
    accountId: ACCOUNT,
    state: StateBackend.local(),
    ...props,
  });
}

/** A key that S3 and CloudWatch Logs use. */
export function keyIn(
  stack: GuardedAwsStack,
  id = "key",
  props: Partial<SovereignKmsKeyProps> = {},
): SovereignKmsKey {
  return new SovereignKmsKey(stack, id, {
    alias: id,
    administrators: [DEPLOYER],
    services: ["s3", "logs"],
    ...props,
  });
}
