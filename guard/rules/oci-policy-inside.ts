import type { Block } from "../model/block";
import {
  fenceOf,
  isFenced,
  judgePolicyStatement,
  judgeTexts,
  parsePolicyStatement,
} from "../statements";
import type { Rule, RuleContext, Verdict } from "./rule";

export const ociPolicyInside: Rule = {
  id: "oci-policy-inside",
  title: "No statement of an OCI IAM policy grants anything outside the allowed regions.",
  kinds: ["resource"],
  concerns: (type) => type === "oci_identity_policy",
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const { jurisdiction, stack, stacks } = context;
    const fence = fenceOf(stacks, jurisdiction);
    const surroundings = {
      jurisdiction,
      stack,
      isFenced: (grant: Parameters<typeof isFenced>[0]) => isFenced(grant, fence),
    };
    yield* judgeTexts(block, stack, "policy", (source) => {
      const parse = parsePolicyStatement(source);
      return parse.ok ? judgePolicyStatement(parse.value, surroundings) : parse.problem;
    });
  },
};
