import type { Block } from "../model/block";
import { ACCESS_POINTS } from "../sovereignty/access-points";
import { judgeExposure } from "../sovereignty/judge-exposure";
import type { Rule, RuleContext, Verdict } from "./rule";

export const humanAccessFromNetworkSource: Rule = {
  id: "human-access-from-network-source",
  title: "People reach the estate from declared addresses only.",
  kinds: ["resource"],
  concerns: (type) => Object.hasOwn(ACCESS_POINTS, type),
  check(block: Block, context: RuleContext): Iterable<Verdict> {
    return judgeExposure(block, ACCESS_POINTS[block.type] ?? [], context);
  },
};
