import type { Region } from "../../jurisdiction";

/**
 * Statements that leave `family` its capacity in `regions` and nowhere else, a region included that
 * opens tomorrow.
 *
 * Within one quota a later statement supersedes an earlier one on the same resource, so these belong
 * together, in this order. `request.region` is compared with a region's name here, unlike in an IAM
 * policy. A condition over several regions is documented for policies only.
 *
 * Source: OCI documentation, "Quota Policy Syntax" (order, optional condition of each statement) and
 * "Sample Quotas". That `unset` takes the condition follows from the grammar; no sample shows it.
 */
export function lockStatements(family: string, regions: readonly Region[]): readonly string[] {
  return [
    `zero ${family} quotas in tenancy`,
    ...regions.map(
      (region) => `unset ${family} quotas in tenancy where request.region = '${region.id}'`,
    ),
  ];
}

/**
 * Statements a quota holds here. No limit is documented for quotas; 50 is the default limit of an IAM
 * policy.
 */
const MAX_STATEMENTS = 50;

/** Packs the statements of each family into as few quotas as it takes, never parting a family's. */
export function packStatements(
  families: readonly string[],
  regions: readonly Region[],
): readonly (readonly string[])[] {
  const quotas: string[][] = [];
  for (const family of families) {
    const statements = lockStatements(family, regions);
    const last = quotas.at(-1);
    if (last !== undefined && last.length + statements.length <= MAX_STATEMENTS) {
      last.push(...statements);
    } else {
      quotas.push([...statements]);
    }
  }
  return quotas;
}
