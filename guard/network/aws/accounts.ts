import type { Inventory, Located } from "../inventory";

/** True where `argument` names an account that is not provably the configuration's own. */
export function isForeignAccount(
  located: Located,
  argument: string,
  inventory: Inventory,
): boolean {
  return inventory.targets(located, argument).some(
    (target) =>
      target.kind !== "block" ||
      !(
        target.block.type === "aws_caller_identity" ||
        // What a data source looks up can belong to whoever shares it.
        (target.block.kind === "resource" && /^(?:owner_id|account_id)$/.test(target.attribute))
      ),
  );
}
