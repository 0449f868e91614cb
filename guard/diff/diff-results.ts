import type { CheckResult } from "../result";
import { diffFindings } from "./diff-findings";
import { diffFlows } from "./diff-flows";
import { diffPlacements } from "./diff-placements";
import { diffReachability } from "./diff-reachability";
import { diffWaivers } from "./diff-waivers";
import { Stacks } from "./identity";
import type { DiffSide, ResidencyDiff } from "./residency-diff";

/**
 * What differs between two results of the guard.
 *
 * A block is the same on both sides by its stack and address or else by its construct path; a finding
 * by its rule, its block and its place in the block. A pure function: the same results give the same
 * diff, in the order of the results.
 */
export function diffResults(base: CheckResult, head: CheckResult): ResidencyDiff {
  const stacks = new Stacks(base, head);
  const findings = diffFindings(base, head, stacks);
  const flows = diffFlows(base, head, stacks);
  return {
    version: 1,
    base: sideOf(base),
    head: sideOf(head),
    jurisdiction: {
      regionsAdded: without(head.jurisdiction.regions, base.jurisdiction.regions),
      regionsRemoved: without(base.jurisdiction.regions, head.jurisdiction.regions),
    },
    placements: diffPlacements(base, head, stacks),
    findings,
    ...(flows === undefined ? {} : { flows }),
    reachability: diffReachability(base, head, stacks),
    waivers: diffWaivers(base, head, findings),
  };
}

function sideOf({ asOf, jurisdiction, summary, findings }: CheckResult): DiffSide {
  const openFindings = findings.filter(({ waiver }) => waiver === undefined).length;
  return { asOf, jurisdiction, summary, openFindings };
}

function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other);
  return list.filter((each) => !known.has(each));
}
