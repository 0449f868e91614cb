import type { Block } from "../model/block";
import { judgeAwsKey } from "../sovereignty/aws-keys";
import { judgeOciKey } from "../sovereignty/oci-keys";
import type { Rule, RuleContext, Verdict } from "./rule";

export const hsmProtectedKey: Rule = {
  id: "hsm-protected-key",
  title: "Every key lives in a hardware security module, with no copy outside of one.",
  kinds: ["resource"],
  concerns: (type) => type === "oci_kms_key" || AWS_KEYS.has(type),
  check(block: Block, context: RuleContext): Iterable<Verdict> {
    return block.type === "oci_kms_key" ? judgeOciKey(block, context) : judgeAwsKey(block, context);
  },
};

const AWS_KEYS = new Set(["aws_kms_external_key", "aws_kms_key", "aws_kms_replica_external_key"]);
