import type { Jurisdiction } from "../../jurisdiction";
import { type Condition, testsOf } from "./condition";
import {
  globOf,
  isRegionTest,
  reachOfCondition,
  regionProblems,
  speaksOfRegions,
} from "./oci-regions";
import type { QuotaStatement } from "./quota-statement";
import { listRegions, regionField } from "./reach";
import type { StatementVerdict } from "./statement-verdict";

/** Judges one parsed statement of a quota by itself. */
export function judgeQuotaStatement(
  statement: QuotaStatement,
  jurisdiction: Jurisdiction,
): readonly StatementVerdict[] {
  const { condition } = statement;
  if (!speaksOfRegions(condition)) {
    return [];
  }
  const restricts = restrictsCapacity(statement);
  const reach = reachOfCondition(condition, jurisdiction);
  const abroad = restricts ? reach.spared : reach.favored;
  const verdicts: StatementVerdict[] = [];
  if (abroad.length > 0) {
    const where = listRegions(abroad);
    verdicts.push({
      status: "outside",
      ...regionField(abroad),
      message: restricts
        ? `takes capacity away in every region but some, and ${where}, outside ${jurisdiction.name}, is among those it spares`
        : `gives capacity in ${where}, outside ${jurisdiction.name}`,
      fix: restricts
        ? `Take ${where} out of the condition.`
        : `Name one of: ${jurisdiction.regionsOf("oci").map(String).join(", ")}.`,
    });
  }
  if (abroad.length === 0 || restricts) {
    for (const { message, fix } of regionProblems(condition, "id")) {
      verdicts.push({
        status: "unproven",
        message: `has a condition that proves nothing: ${message}`,
        fix,
      });
    }
  }
  if (verdicts.length === 0 && !isDocumentedForm(condition)) {
    verdicts.push({
      status: "unproven",
      message:
        "has a condition over several regions, a form that Oracle documents for IAM policies and not for quotas",
      fix: 'Zero the family in the tenancy, then unset it for each region inside: "zero F quotas in tenancy", "unset F quotas in tenancy where request.region = \'…\'".',
    });
  }
  return verdicts;
}

/** True for `zero` and for `set … to 0`. */
function restrictsCapacity({ action, value }: QuotaStatement): boolean {
  return action === "zero" || (value !== undefined && /^0+$/.test(value.text));
}

/** One test, or `all` of one on the region and one on the availability domain. */
function isDocumentedForm(condition: Condition | undefined): boolean {
  switch (condition?.kind) {
    case "any":
      return false;
    case "all":
      return (
        condition.items.every((item) => item.kind === "test") &&
        testsOf(condition).filter(isRegionTest).length <= 1
      );
    default:
      return true;
  }
}

/** A statement with its place in the list. */
export interface PlacedQuota {
  readonly statement: QuotaStatement;
  readonly pointer: string;
  readonly value: string;
}

export interface QuotaListVerdict extends StatementVerdict {
  readonly at: PlacedQuota;
}

/** Judges how the statements of one quota act on one another: they are read in their order. */
export function* judgeQuotaList(
  list: readonly PlacedQuota[],
  jurisdiction: Jurisdiction,
): Iterable<QuotaListVerdict> {
  const fences = new Map<string, PlacedQuota>();
  const exceptions = new Map<string, { readonly at: PlacedQuota; readonly region: string }>();
  for (const at of list) {
    const { statement } = at;
    const onRegion = speaksOfRegions(statement.condition);
    if (restrictsCapacity(statement)) {
      const region = singleException(statement.condition);
      const keys = targetsOf(statement);
      const other = keys.map((key) => exceptions.get(key)).find((known) => known !== undefined);
      if (region !== undefined && other !== undefined && other.region !== region) {
        yield {
          at,
          status: "note",
          message: `and ${JSON.stringify(other.at.value)} together take the capacity away in every region: each of the two regions is "not" the other`,
          fix: "",
        };
      }
      for (const key of keys) {
        if (region !== undefined && !exceptions.has(key)) {
          exceptions.set(key, { at, region });
        }
        if (onRegion) {
          fences.set(key, at).set(familyOf(statement), at);
        }
      }
    } else if (!onRegion) {
      const fence = overlapping(statement, fences);
      if (fence !== undefined) {
        yield {
          at,
          status: "unproven",
          message: `comes after ${JSON.stringify(fence.value)} and supersedes it, so that its quotas are given in every region outside ${jurisdiction.name} too`,
          fix: "Put it before that statement, or add a condition on request.region.",
        };
      }
    }
  }
}

function familyOf({ family, compartment }: QuotaStatement): string {
  return `${family.lower} in ${compartment?.lower ?? "tenancy"}`;
}

/** What a statement is about; a pattern may be about any quota of the family. */
function targetsOf(statement: QuotaStatement): readonly string[] {
  const family = familyOf(statement);
  const { quotas } = statement;
  return quotas.length === 0 || quotas.some((quota) => globOf(quota) !== undefined)
    ? [`${family} *`]
    : quotas.map((quota) => `${family} ${quota.lower}`);
}

function overlapping(
  statement: QuotaStatement,
  fences: ReadonlyMap<string, PlacedQuota>,
): PlacedQuota | undefined {
  const family = familyOf(statement);
  const targets = targetsOf(statement);
  if (targets.includes(`${family} *`)) {
    return fences.get(family);
  }
  return [`${family} *`, ...targets]
    .map((target) => fences.get(target))
    .find((fence) => fence !== undefined);
}

/** The region of `where request.region != '…'`, the whole condition. */
function singleException(condition: Condition | undefined): string | undefined {
  return condition?.kind === "test" && isRegionTest(condition) && condition.operator === "!="
    ? condition.values[0]?.lower
    : undefined;
}
