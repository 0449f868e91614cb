import { asString, own } from "../json/json";
import type { Block } from "../model/block";
import type { Rule, RuleContext, Verdict } from "./rule";

export const moduleProven: Rule = {
  id: "module-proven",
  title: "No module brings in resources that the guard has not seen.",
  kinds: ["module"],
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const source = asString(own(block.body, "source"));
    const why = context.stack.modules?.get(block.name)?.unproven;
    if (why === undefined) {
      return;
    }
    const version = own(block.body, "version");
    const declared =
      source === undefined
        ? undefined
        : context.declared.find(source, version === undefined ? undefined : String(version));
    if (declared !== undefined) {
      yield {
        status: "note",
        path: `${block.pointer}/source`,
        value: declared.source,
        message: `${block.address} brings in what ${declared.owner} read on ${declared.reviewed}: ${declared.reason}`,
        fix: "",
      };
      return;
    }
    yield {
      status: "unproven",
      path: source === undefined ? block.pointer : `${block.pointer}/source`,
      value: source ?? "",
      message: `Nothing proves what ${block.address} brings in: ${why}.`,
      fix: "Check the plan instead (terraform show -json PLAN), where its resources are written out, keep the module as Terraform JSON in a folder of its own, use constructs, or declare the one version that somebody has read under modules of the waiver file.",
    };
  },
};
