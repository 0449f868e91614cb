import type { IConstruct } from "constructs";
import { isToken, PropsError } from "../../validation";
import { GuardedAwsStack } from "../guarded-aws-stack";
import { requireAwsInside, requireKmsKeyArn } from "../validation";
import type { IKmsKey } from "./sovereign-kms-key";

export interface ExistingKmsKeyProps {
  /** ARN of the key, written out: what is not in the file proves no region. */
  readonly keyArn: string;
}

/**
 * A key that another configuration made, by its ARN.
 *
 * @throws PropsError when it is no ARN of a key, and when the key lies outside
 */
export function existingKmsKey(scope: IConstruct, props: ExistingKmsKeyProps): IKmsKey {
  const { jurisdiction } = GuardedAwsStack.guarding(scope);
  const region = requireKmsKeyArn(scope, "keyArn", props.keyArn);
  if (region === undefined || isToken(props.keyArn)) {
    throw new PropsError(scope, {
      prop: "keyArn",
      got: props.keyArn,
      because: "an expression proves no region",
      fix: "write the ARN out, or pass the SovereignKmsKey itself",
    });
  }
  return { keyArn: props.keyArn, region: requireAwsInside(scope, "keyArn", region, jurisdiction) };
}
