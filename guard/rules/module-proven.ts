import { asString, own } from "../json/json";
import type { Block } from "../model/block";
import type { Rule, RuleContext, Verdict } from "./rule";

export const moduleProven: Rule = {
  id: "module-proven",
  title: "No module brings in resources that the guard has not seen.",
  kinds: ["module"],
  *check(block: Block, _context: RuleContext): Iterable<Verdict> {
    const source = asString(own(block.body, "source")) ?? "";
    yield {
      status: "unproven",
      path: `${block.pointer}/source`,
      value: source,
      message: `${block.address} brings in what stands in ${JSON.stringify(source)}, which is not in the file.`,
      fix: "Check the plan instead (terraform show -json), where its resources are written out, or use constructs.",
    };
  },
};
