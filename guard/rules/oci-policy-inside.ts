import { scan } from "../../jurisdiction";
import type { Block, Stack } from "../model/block";
import { isBlockReference } from "../model/template";
import {
  blockOf,
  fenceOf,
  isFenced,
  judgePolicyStatement,
  judgeTexts,
  type PolicySurroundings,
  parsePolicyStatement,
  type SourceText,
} from "../statements";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "./rule";

export const ociPolicyInside: Rule = {
  id: "oci-policy-inside",
  title: "No statement of an OCI IAM policy grants anything outside the allowed regions.",
  kinds: ["resource"],
  concerns: (type) => type === "oci_identity_policy",
  check(block: Block, context: RuleContext): Iterable<Verdict> {
    let judge = judges.get(context);
    if (judge === undefined) {
      judge = judgeIn(context);
      judges.set(context, judge);
    }
    return judgeTexts(block, context.stack, "policy", judge);
  },
};

type Judge = Parameters<typeof judgeTexts>[3];

/** One for all policies of a stack. */
const judges = new WeakMap<RuleContext, Judge>();

function judgeIn({ jurisdiction, stack, stacks }: RuleContext): Judge {
  const fence = fenceOf(stacks, jurisdiction);
  const surroundings: PolicySurroundings = {
    jurisdiction,
    stack,
    isFenced: (grant) => isFenced(grant, fence),
  };
  const silent = new Set<string>();
  return (source) => {
    const isPlain = hasPlainHoles(source, stack);
    if (isPlain && silent.has(source.text)) {
      return NOTHING;
    }
    const parse = parsePolicyStatement(source);
    if (!parse.ok) {
      return parse.problem;
    }
    const verdicts = judgePolicyStatement(parse.value, surroundings);
    if (isPlain && verdicts.length === 0 && silent.size < MAX_SILENT) {
      silent.add(source.text);
    }
    return verdicts;
  };
}

/** Statements without a finding that are remembered. */
const MAX_SILENT = 4096;

/**
 * True where the expressions of a statement are references to blocks of the stack, whose names say
 * nothing: two statements that differ in such names alone are judged alike. Constructs write the same
 * statement for each of their keys.
 */
function hasPlainHoles({ holes }: SourceText, stack: Stack): boolean {
  for (const hole of holes.values()) {
    if (!isBlockReference(`\${${hole}}`) || SAYS_SOMETHING.test(hole) || scan(hole).length > 0) {
      return false;
    }
    if (blockOf(hole, stack) === undefined) {
      return false;
    }
  }
  return true;
}

/** What a statement is searched for apart from places: identifiers, and resource-types that peer. */
const SAYS_SOMETHING = /ocid|peering/i;
