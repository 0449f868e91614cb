import { placeName } from "../../jurisdiction";
import { judgeFlow } from "../flow/judge-flow";
import { type Json, own } from "../json/json";
import type { Block } from "../model/block";
import { evaluate } from "../place/evaluate";
import { allowedRegions, judge } from "./describe";
import { NOTHING, type RuleContext, type Verdict } from "./rule";

type Kind = "copies" | "tags" | "settings";

/**
 * Types of policies of an organization that hold settings and no statements: where copies go, texts of
 * tags, which place nothing, or others. One that says nothing of its type is a service control policy.
 *
 * Source: AWS Organizations user guide, "Managing organization policies".
 */
const TYPES: Readonly<Record<string, Kind>> = {
  AISERVICES_OPT_OUT_POLICY: "settings",
  BACKUP_POLICY: "copies",
  CHATBOT_POLICY: "settings",
  DECLARATIVE_POLICY_EC2: "settings",
  TAG_POLICY: "tags",
};

/**
 * Judges the policy of an organization that holds settings: whatever place it names is inside, and
 * where copies of backups go is told.
 *
 * @returns undefined where it can hold statements
 */
export function checkSettings(
  content: Json,
  pointer: string,
  block: Block,
  context: RuleContext,
): readonly Verdict[] | undefined {
  const kind = kindOf(block, context);
  if (kind === undefined) {
    return undefined;
  }
  const named = kind === "tags" ? undefined : placeAbroad(pointer, block, context);
  if (named !== undefined) {
    return [named];
  }
  const value = { value: content, pointer, argument: "content", flow: "backup" } as const;
  const unknown = kind === "copies" ? judgeFlow(value, block, context) : undefined;
  return unknown === undefined ? NOTHING : [unknown];
}

function kindOf(block: Block, { stack }: RuleContext): Kind | undefined {
  if (block.type !== "aws_organizations_policy") {
    return undefined;
  }
  const type = evaluate(own(block.body, "type"), stack, block);
  const [only, ...others] = type.known ? type.values : [];
  return only !== undefined && others.length === 0 && Object.hasOwn(TYPES, only)
    ? TYPES[only]
    : undefined;
}

function placeAbroad(pointer: string, block: Block, context: RuleContext): Verdict | undefined {
  const { jurisdiction } = context;
  for (const { pointer: at, value, evidence } of block.places) {
    const status = judge(evidence.proof, jurisdiction);
    if (status !== "inside" && (at === pointer || at.startsWith(`${pointer}/`))) {
      const where =
        status === "outside" ? `outside ${jurisdiction.name}` : "a place that is not known";
      return {
        status,
        path: at,
        value,
        region: placeName(evidence.proof) ?? evidence.text,
        message: `The policy of ${block.address} names ${evidence.text}, ${where}.`,
        fix: `Name one of: ${allowedRegions(jurisdiction, "aws")}.`,
      };
    }
  }
  return undefined;
}
