import { own } from "../json/json";
import type { Block } from "../model/block";
import type { RuleContext } from "../rules/rule";

/** Regions in which a stack gives the account's new volumes a default key. */
const regions = new WeakMap<RuleContext, ReadonlySet<string>>();

/**
 * True where the stack that holds `block` sets a default key for Elastic Block Store in its region,
 * and turns encryption by default on.
 */
export function hasDefaultKey(block: Block, context: RuleContext): boolean {
  let found = regions.get(context);
  if (found === undefined) {
    const keys = regionsOf("aws_ebs_default_kms_key", context);
    const encrypted = regionsOf("aws_ebs_encryption_by_default", context);
    found = new Set([...keys].filter((region) => encrypted.has(region)));
    regions.set(context, found);
  }
  const { regions: of } = context.placeOf(block);
  return of.length > 0 && of.every(({ id }) => found.has(id));
}

function regionsOf(type: string, context: RuleContext): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of context.stack.blocks) {
    if (block.kind === "resource" && block.type === type) {
      const [region, ...others] = context.placeOf(block).regions;
      const enabled = own(block.body, "enabled");
      if (region !== undefined && others.length === 0 && enabled !== false && enabled !== "false") {
        found.add(region.id);
      }
    }
  }
  return found;
}
