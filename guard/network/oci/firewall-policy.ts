import { own } from "../../json/json";
import type { Inventory, Located } from "../inventory";

/**
 * What the rules of a network firewall's policy let out: `none` where no rule admits anything, `some`
 * where every rule that does lists addresses or URLs, `all` where one lists neither. What matches no
 * rule is dropped.
 *
 * @see https://docs.oracle.com/en-us/iaas/Content/network-firewall/policies.htm
 */
export function firewallLets(
  rules: readonly Located[],
  inventory: Inventory,
): "all" | "some" | "none" {
  let lets: "some" | "none" = "none";
  for (const rule of rules) {
    const actions = inventory.texts(own(rule.block.body, "action"), rule);
    if (actions?.every((action) => action === "DROP" || action === "REJECT") === true) {
      continue;
    }
    const { blocks, isWhole } = inventory.nested(rule, "condition");
    const isLimited =
      isWhole && blocks.some(({ value }) => lists(value.url) || lists(value.destination_address));
    if (!isLimited) {
      return "all";
    }
    lets = "some";
  }
  return lets;
}

function lists(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === "string" && value !== "";
}
