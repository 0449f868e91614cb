import { scan } from "../../jurisdiction";
import type { Block, Stack } from "../model/block";
import { isBlockReference } from "../model/template";
import {
  blockOf,
  deniedCarriers,
  fenceOf,
  isFenced,
  judgePolicyStatement,
  judgeTexts,
  type PolicySurroundings,
  parsePolicyStatement,
  type SourceText,
  type StatementVerdict,
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
    denied: deniedCarriers(stacks),
  };
  const known = new Map<string, readonly StatementVerdict[]>();
  return (source) => {
    const isPlain = hasPlainHoles(source, stack);
    const before = isPlain ? known.get(source.text) : undefined;
    if (before !== undefined) {
      return before;
    }
    const parse = parsePolicyStatement(source);
    if (!parse.ok) {
      return parse.problem;
    }
    const verdicts = judgePolicyStatement(parse.value, surroundings);
    if (isPlain && known.size < MAX_KNOWN && verdicts.every(isSilent)) {
      known.set(source.text, verdicts.length === 0 ? NOTHING : verdicts);
    }
    return verdicts;
  };
}

/** Statements without a finding that are remembered. */
const MAX_KNOWN = 4096;

/** True for what repeats nothing of the statement. */
function isSilent({ carries }: StatementVerdict): boolean {
  return carries !== undefined;
}

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
