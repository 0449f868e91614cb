import type { Block } from "../model/block";
import type { Place } from "../place/place";
import { allowedRegions } from "./describe";
import { type BlockVerdict, NOTHING, type Rule, type RuleContext, type Verdict } from "./rule";

export const resourceInside: Rule = {
  id: "resource-inside",
  title: "Every resource and data source lies in an allowed region.",
  kinds: ["resource", "data"],
  check(block: Block, context: RuleContext): readonly Verdict[] {
    // Remote state is read from a backend, which state-inside judges.
    const place = block.type === "terraform_remote_state" ? undefined : context.placeOf(block);
    return place === undefined || place.status === "inside"
      ? NOTHING
      : [verdictOf(place, block, context)];
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

function verdictOf(place: Place, block: Block, context: RuleContext): Verdict {
  return place.status === "outside"
    ? {
        status: "outside",
        path: place.pointer,
        value: place.value,
        region: place.value,
        message: `${block.address} lies in ${place.value}, outside ${context.jurisdiction.name}: ${place.evidence}.`,
        fix: `Give it a provider configuration in one of: ${allowedRegions(context.jurisdiction, place.regions[0]?.cloud)}.`,
      }
    : {
        status: "unproven",
        path: place.pointer,
        value: place.value,
        message: `Nothing proves where ${block.address} lies: ${place.evidence}.`,
        fix: "Give it a provider configuration whose region is written out and allowed.",
      };
}
