import { asString, own } from "../json/json";
import type { Block } from "../model/block";
import type { Rule, RuleContext, Verdict } from "./rule";

export const moduleProven: Rule = {
  id: "module-proven",
  title: "No module brings in resources that the guard has not seen.",
  kinds: ["module"],
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const why = context.stack.modules?.get(block.name)?.unproven;
    if (why === undefined) {
      return;
    }
    yield {
      status: "unproven",
      path: own(block.body, "source") === undefined ? block.pointer : `${block.pointer}/source`,
      value: asString(own(block.body, "source")) ?? "",
      message: `Nothing proves what ${block.address} brings in: ${why}.`,
      fix: "Check the plan instead (terraform show -json PLAN), where its resources are written out, keep the module as Terraform JSON in a folder of its own, or use constructs.",
    };
  },
};
