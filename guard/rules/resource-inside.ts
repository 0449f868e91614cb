import type { Block } from "../model/block";
import { allowedRegions } from "./describe";
import type { BlockVerdict, Rule, RuleContext, Verdict } from "./rule";

export const resourceInside: Rule = {
  id: "resource-inside",
  title: "Every resource and data source lies in an allowed region.",
  kinds: ["resource", "data"],
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    // Remote state is read from a backend, which state-inside judges.
    if (block.type === "terraform_remote_state") {
      return;
    }
    const place = context.placeOf(block);
    if (place.status === "outside") {
      yield {
        status: "outside",
        path: place.pointer,
        value: place.value,
        region: place.value,
        message: `${block.address} lies in ${place.value}, outside ${context.jurisdiction.name}: ${place.evidence}.`,
        fix: `Give it a provider configuration in one of: ${allowedRegions(context.jurisdiction, place.regions[0]?.cloud)}.`,
      };
    } else if (place.status === "unproven") {
      yield {
        status: "unproven",
        path: place.pointer,
        value: place.value,
        message: `Nothing proves where ${block.address} lies: ${place.evidence}.`,
        fix: "Give it a provider configuration whose region is written out and allowed.",
      };
    }
  },
  *checkStack({ stack }: RuleContext): Iterable<BlockVerdict> {
    const [block] = stack.blocks;
    if (stack.origin === "plan" && stack.parent === undefined && block !== undefined) {
      yield {
        block,
        status: "note",
        path: "",
        value: stack.name,
        message: `${stack.name} is a plan, which does not hold the backend: where the state is kept is proven by the configuration alone.`,
        fix: "",
      };
    }
  },
};
