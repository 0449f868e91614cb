import {
  type Jurisdiction,
  nearest,
  type PlaceProof,
  parseArn,
  Realm,
  Region,
} from "../../jurisdiction";
import type { AwsCondition } from "./aws-statement";
import { ALWAYS, globMatches, not, type Truth } from "./condition";
import { matchTruth, type Reach, type RegionMatch, reachOf, regionsMatching } from "./reach";
import { HOLE, type SourceText, written } from "./source-text";

/** Condition keys whose value is the region that a request goes to, lower case. */
const REGION_KEYS = new Set(["aws:requestedregion", "ec2:region", "s3:locationconstraint"]);

function isRegionCondition({ key }: AwsCondition): boolean {
  return REGION_KEYS.has(key);
}

/** Operators that compare text: whether they negate, and whether they take wildcards. */
const OPERATORS: Readonly<Record<string, { readonly negates: boolean; readonly like: boolean }>> = {
  arnequals: { negates: false, like: true },
  arnlike: { negates: false, like: true },
  arnnotequals: { negates: true, like: true },
  arnnotlike: { negates: true, like: true },
  stringequals: { negates: false, like: false },
  stringequalsignorecase: { negates: false, like: false },
  stringlike: { negates: false, like: true },
  stringnotequals: { negates: true, like: false },
  stringnotequalsignorecase: { negates: true, like: false },
  stringnotlike: { negates: true, like: true },
};

function operatorOf({ operator }: AwsCondition): (typeof OPERATORS)[string] | undefined {
  return Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
}

/** True where a condition names what it leaves out. */
export function isNegative(condition: AwsCondition): boolean {
  return operatorOf(condition)?.negates === true || condition.operator === "notipaddress";
}

/** True where a condition names what it admits. */
export function isPositive(condition: AwsCondition): boolean {
  return operatorOf(condition)?.negates === false;
}

/** True where `*` and `?` of the values are wildcards. */
export function takesWildcards(condition: AwsCondition): boolean {
  return operatorOf(condition)?.like === true;
}

/** Where all `conditions` can hold, as far as regions go; what else they ask is taken to be met. */
export function reachOfConditions(
  conditions: readonly AwsCondition[],
  jurisdiction: Jurisdiction,
): Reach {
  const named = new Set<Region>();
  const matches: { readonly negates: boolean; readonly match: RegionMatch }[] = [];
  for (const condition of conditions) {
    const operator = operatorOf(condition);
    if (operator !== undefined && isRegionCondition(condition)) {
      const match = matchOfValues(condition, jurisdiction);
      matches.push({ negates: operator.negates, match });
      for (const region of match.regions) {
        named.add(region);
      }
    }
  }
  const truthIn = (region: Region | undefined): Truth =>
    matches.reduce<Truth>((result, { negates, match }) => {
      const here = matchTruth(match, region);
      return Math.min(result, negates ? not(here) : here) as Truth;
    }, ALWAYS);
  return reachOf(truthIn, named, "aws", jurisdiction);
}

function matchOfValues(condition: AwsCondition, jurisdiction: Jurisdiction): RegionMatch {
  const like = takesWildcards(condition);
  const regions = new Set<Region>();
  let every = false;
  let unresolved = false;
  for (const text of new Set(condition.values.map((value) => regionText(value, condition)))) {
    if (isUnresolved(text)) {
      unresolved = true;
    } else if (like && /[*?]/.test(text)) {
      every ||= /^\*+$/.test(text);
      for (const region of regionsOfGlob(text, jurisdiction)) {
        regions.add(region);
      }
    } else {
      const region = Region.find(text);
      if (region?.cloud === "aws") {
        regions.add(region);
      }
    }
  }
  return { regions, every, unresolved };
}

function regionsOfGlob(glob: string, jurisdiction: Jurisdiction): ReadonlySet<Region> {
  return regionsMatching("aws", (region) => globMatches(glob, region.id, true), jurisdiction);
}

/** The region that a value names; a bucket's constraint may be the old name `EU`. */
function regionText({ text }: SourceText, { key, operator }: AwsCondition): string {
  const named = key === "s3:locationconstraint" && text === "EU" ? "eu-west-1" : text;
  return operator.endsWith("ignorecase") ? named.toLowerCase() : named;
}

/** An expression, or a policy variable that AWS replaces when it is asked. */
function isUnresolved(text: string): boolean {
  return text.includes(HOLE) || text.includes("${");
}

/** Values of region conditions that name no region, or none that the file tells. */
export function* regionValueProblems(conditions: readonly AwsCondition[]): Iterable<string> {
  for (const condition of conditions) {
    if (!isRegionCondition(condition) || operatorOf(condition) === undefined) {
      continue;
    }
    for (const value of condition.values) {
      const text = regionText(value, condition);
      if (isUnresolved(text)) {
        yield `${condition.key} is compared with ${written(value)}, which is not in the file`;
      } else if (
        !(takesWildcards(condition) && /[*?]/.test(text)) &&
        Region.find(text)?.cloud !== "aws" &&
        text !== ""
      ) {
        const [near] = nearest(text, Region.all("aws").map(String), 1);
        yield `${condition.key} is compared with ${text}, which is no AWS region that is known${near === undefined ? "" : ` (nearest: ${near})`}`;
      }
    }
  }
}

/** What an ARN, which may hold wildcards, says of a place. */
export type ArnPlace =
  | { readonly kind: "nothing" }
  | { readonly kind: "unresolved"; readonly part: "partition" | "region" }
  | { readonly kind: "proof"; readonly proof: PlaceProof }
  | { readonly kind: "regions"; readonly regions: readonly Region[] };

const NOTHING: ArnPlace = { kind: "nothing" };

/** Reads the partition and the region of an ARN pattern. */
export function placeOfArn({ text }: SourceText, jurisdiction: Jurisdiction): ArnPlace {
  const [scheme, partition = "", service = "", region, account] = text.split(":", 6);
  if (scheme !== "arn" || account === undefined || region === undefined) {
    return NOTHING;
  }
  if (region.includes(HOLE)) {
    return { kind: "unresolved", part: "region" };
  }
  if (region === "" || /^\*+$/.test(region) || region.includes("${")) {
    const realm = Realm.find(partition);
    return realm === undefined
      ? NOTHING
      : { kind: "proof", proof: { proves: "realm", realm, reason: "its partition" } };
  }
  if (/[*?]/.test(region)) {
    return { kind: "regions", regions: [...regionsOfGlob(region, jurisdiction)] };
  }
  const named = Region.find(region);
  const open = partition.includes(HOLE);
  // No two partitions have a region of one name.
  if (named !== undefined && (/[*?]/.test(partition) || (open && !jurisdiction.allows(named)))) {
    return { kind: "proof", proof: { proves: "region", region: named } };
  }
  if (open) {
    return { kind: "unresolved", part: "partition" };
  }
  // Only partition and region matter; account and resource may hold wildcards and expressions.
  const plain = `arn:${partition}:${/^[a-z0-9-]+$/.test(service) ? service : "ec2"}:${region}:123456789012:x`;
  return { kind: "proof", proof: parseArn(plain).proof };
}
