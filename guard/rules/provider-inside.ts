import { Region } from "../../jurisdiction";
import { asString, own } from "../json/json";
import type { Block } from "../model/block";
import { allowedRegions } from "./describe";
import type { Rule, RuleContext, Verdict } from "./rule";

export const providerInside: Rule = {
  id: "provider-inside",
  title: "Every provider configuration names an allowed region, and its alias names no other.",
  kinds: ["provider"],
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const place = context.placeOf(block);
    const allowed = allowedRegions(context.jurisdiction, block.type === "aws" ? "aws" : "oci");
    if (place.status === "outside") {
      yield {
        status: "outside",
        path: place.pointer,
        value: place.value,
        region: place.value,
        message: `${block.address} is set to ${place.value}, outside ${context.jurisdiction.name}.`,
        fix: `Set region to one of: ${allowed}.`,
      };
    } else if (place.status === "unproven") {
      yield {
        status: "unproven",
        path: place.pointer,
        value: place.value,
        message: `Nothing proves the region of ${block.address}: ${place.evidence}.`,
        fix: `Write region out, as one of: ${allowed}.`,
      };
    }
    if (place.status === "inside" && block.isAbridged === true) {
      yield {
        status: "note",
        path: place.pointer,
        value: place.value,
        message: `${block.address}: the plan of an HCL configuration says what its region refers to and not the expression; it is taken for that value, ${place.value}.`,
        fix: "",
      };
    }
    yield* checkAlias(block, context);
  },
};

/** An alias that names another region misleads whoever reads `provider = oci.us-ashburn-1`. */
function* checkAlias(block: Block, context: RuleContext): Iterable<Verdict> {
  const alias = asString(own(block.body, "alias")) ?? "";
  const named = Region.find(alias);
  const [region] = context.placeOf(block).regions;
  if (named !== undefined && region !== undefined && named !== region) {
    yield {
      status: "unproven",
      // In a plan the alias stands beside the expressions.
      path:
        context.stack.origin === "plan"
          ? block.pointer.replace(/expressions$/, "alias")
          : `${block.pointer}/alias`,
      value: alias,
      region: named.id,
      message: `${block.address} is called ${alias} and is set to ${region.id}.`,
      fix: `Call it ${region.id}, or set its region to ${alias}.`,
    };
  }
}
