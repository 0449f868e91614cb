import type { Block } from "../model/block";
import { judgeExposure } from "../sovereignty/judge-exposure";
import { PUBLIC_BUCKETS } from "../sovereignty/public-buckets";
import type { Rule, RuleContext, Verdict } from "./rule";

export const bucketNotPublic: Rule = {
  id: "bucket-not-public",
  title: "No bucket, and no object in one, can be read by everybody.",
  kinds: ["resource"],
  concerns: (type) => Object.hasOwn(PUBLIC_BUCKETS, type),
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const said = new Set<string>();
    for (const verdict of judgeExposure(block, PUBLIC_BUCKETS[block.type] ?? [], context)) {
      // Four settings that are left out are one omission.
      if (!said.has(verdict.path)) {
        said.add(verdict.path);
        yield verdict;
      }
    }
  },
};
