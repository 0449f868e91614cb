import { type Jurisdiction, nearest, parseAvailabilityDomain, Region } from "../../jurisdiction";
import {
  byOperator,
  type Condition,
  type ConditionTest,
  globMatches,
  PERHAPS,
  type Truth,
  testsOf,
  truth,
} from "./condition";
import {
  EVERYWHERE,
  matchTruth,
  type Reach,
  type RegionMatch,
  reachOf,
  regionsMatching,
} from "./reach";
import type { Token } from "./tokenize";

/**
 * How a language names regions in a condition: IAM policies by their three-letter key, quotas by
 * their name. Each in the other's form never matches, and no service reports it.
 *
 * Source: OCI documentation, "General Variables for All Requests" and "Quota Policy Syntax".
 */
export type RegionDialect = "key" | "id";

/**
 * `target.region` is in no list of Oracle's variables, only in an example of where backups of boot
 * volumes may be copied to. It is read as a region, so that it is not overlooked, and proves nothing.
 */
const REGION_VARIABLES = new Set(["request.region", "target.region"]);

/** A reason why a condition about regions does not do what it says. */
export interface RegionProblem {
  readonly message: string;
  readonly fix: string;
}

export function isRegionTest(test: ConditionTest): boolean {
  return REGION_VARIABLES.has(test.variable);
}

/** True where `condition` speaks of regions or availability domains. */
export function speaksOfRegions(condition: Condition | undefined): boolean {
  return testsOf(condition).some((test) => isRegionTest(test) || test.variable === "request.ad");
}

/** Where `condition` can hold. */
export function reachOfCondition(
  condition: Condition | undefined,
  jurisdiction: Jurisdiction,
): Reach {
  const named = new Set<Region>();
  const matches = new Map<ConditionTest, RegionMatch>();
  for (const test of testsOf(condition)) {
    const match = isRegionTest(test)
      ? matchOfValues(test.values, jurisdiction)
      : test.variable === "request.ad"
        ? matchOfDomain(test)
        : undefined;
    if (match !== undefined) {
      matches.set(test, match);
      for (const region of match.regions) {
        named.add(region);
      }
    }
  }
  if (matches.size === 0) {
    return condition === undefined ? EVERYWHERE : { ...EVERYWHERE, covers: false };
  }
  const truthIn = (region: Region | undefined): Truth =>
    truth(condition, (test) => {
      const match = matches.get(test);
      return match === undefined ? PERHAPS : testTruth(test, matchTruth(match, region));
    });
  return reachOf(truthIn, named, "oci", jurisdiction);
}

function testTruth(test: ConditionTest, matches: Truth): Truth {
  if (!isRegionTest(test)) {
    // A region has several availability domains.
    return Math.min(matches, PERHAPS) as Truth;
  }
  return byOperator(test, matches);
}

function matchOfValues(values: readonly Token[], jurisdiction: Jurisdiction): RegionMatch {
  const regions = new Set<Region>();
  let every = false;
  let unresolved = false;
  for (const value of new Map(values.map((token) => [token.lower, token])).values()) {
    const glob = globOf(value);
    const plain = intendedRegion(value.lower);
    if (value.holes.length > 0) {
      unresolved = true;
    } else if (glob !== undefined) {
      every ||= /^\*+$/.test(glob);
      for (const region of regionsOfGlob(glob, jurisdiction)) {
        regions.add(region);
      }
    } else if (plain !== undefined) {
      regions.add(plain);
    }
  }
  return { regions, every, unresolved };
}

function regionsOfGlob(glob: string, jurisdiction: Jurisdiction): ReadonlySet<Region> {
  const matches = (region: Region): boolean =>
    globMatches(glob, region.key ?? "") || globMatches(glob, region.id);
  return regionsMatching("oci", matches, jurisdiction);
}

/** The region of the one availability domain that a comparison names, where it is known. */
function matchOfDomain({ operator, values }: ConditionTest): RegionMatch | undefined {
  const [value] = values;
  if (operator !== "=" || value === undefined) {
    return undefined;
  }
  const { proof } = parseAvailabilityDomain(value.text);
  return proof.proves === "region"
    ? { regions: new Set([proof.region]), every: false, unresolved: false }
    : undefined;
}

/** The glob of a pattern, which may also stand in quotes; undefined for a plain value. */
export function globOf(value: Token): string | undefined {
  if (value.kind === "pattern") {
    return value.lower;
  }
  return /^\/.*\/$/s.test(value.lower) ? value.lower.slice(1, -1) : undefined;
}

/** The region that someone meant, in whichever form it is written. */
function intendedRegion(text: string): Region | undefined {
  const found = Region.findByKey(text) ?? Region.find(text);
  return found?.cloud === "oci" ? found : undefined;
}

/** What is wrong with the way `condition` names regions. */
export function regionProblems(
  condition: Condition | undefined,
  dialect: RegionDialect,
): readonly RegionProblem[] {
  const problems: RegionProblem[] = [];
  for (const test of testsOf(condition)) {
    if (isRegionTest(test)) {
      problems.push(...problemsOfTest(test, dialect));
    }
  }
  return problems;
}

function* problemsOfTest(test: ConditionTest, dialect: RegionDialect): Iterable<RegionProblem> {
  if (test.variable !== "request.region") {
    yield {
      message: `${test.variable} is no variable that Oracle documents, and a condition on an unknown variable never holds`,
      fix: "Use request.region.",
    };
  }
  if (test.operator !== "=" && test.operator !== "!=") {
    yield {
      message: `${test.variable} ${test.operator} … is no form that Oracle documents for regions`,
      fix:
        dialect === "key"
          ? `Use any {${test.variable} = '…', …} or all {${test.variable} != '…', …}.`
          : "Write one statement for each region, with request.region = '…'.",
    };
  }
  for (const token of test.values) {
    const problem = problemOfValue(token, test.variable, dialect);
    if (problem !== undefined) {
      yield problem;
    }
  }
}

function problemOfValue(
  token: Token,
  variable: string,
  dialect: RegionDialect,
): RegionProblem | undefined {
  if (token.holes.length > 0) {
    return {
      message: `the region that ${variable} is compared with is not in the file: ${token.text}`,
      fix: "Write the region out, or give the variable a validation that lists its values.",
    };
  }
  if (globOf(token) !== undefined) {
    return dialect === "key"
      ? undefined
      : {
          message: `quotas document no pattern for ${variable}`,
          fix: "Write one statement for each region, with its name.",
        };
  }
  const region = intendedRegion(token.lower);
  if (region === undefined) {
    const known = Region.all("oci").map((r) => (dialect === "key" ? (r.key ?? r.id) : r.id));
    const [near] = nearest(token.lower, known, 1);
    return {
      message: `${token.text} is no ${dialect === "key" ? "key" : "name"} of an OCI region that is known${near === undefined ? "" : ` (nearest: ${near})`}`,
      fix: "Correct it, or take it out.",
    };
  }
  const right = dialect === "key" ? region.key : region.id;
  if (right === undefined || right === token.lower) {
    return undefined;
  }
  return dialect === "key"
    ? {
        message: `an IAM policy compares ${variable} with the region's key, so that '${token.text}' never matches`,
        fix: `Write '${right}' for ${region.id}.`,
      }
    : {
        message: `a quota compares ${variable} with the region's name, so that '${token.text}' never matches`,
        fix: `Write '${right}'.`,
      };
}
