import type { Block } from "../model/block";
import { judgeExposure } from "../sovereignty/judge-exposure";
import { PUBLIC_BUCKETS } from "../sovereignty/public-buckets";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "./rule";

export const bucketNotPublic: Rule = {
  id: "bucket-not-public",
  title: "No bucket, and no object in one, can be read by everybody.",
  kinds: ["resource"],
  concerns: (type) => Object.hasOwn(PUBLIC_BUCKETS, type),
  check(block: Block, context: RuleContext): readonly Verdict[] {
    const verdicts = judgeExposure(block, PUBLIC_BUCKETS[block.type] ?? NOTHING, context);
    // Four settings that are left out are one omission.
    return verdicts.length < 2
      ? verdicts
      : verdicts.filter(
          ({ path }, index) => verdicts.findIndex((other) => other.path === path) === index,
        );
  },
};
