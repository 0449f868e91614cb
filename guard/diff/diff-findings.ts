import type { CheckResult, Finding } from "../result";
import { keyOf, pointerInBlock, type Stacks, withoutIndexes } from "./identity";
import { pair } from "./pair";
import type { FindingChange, FindingChangeKind, ResidencyDiff } from "./residency-diff";

export function diffFindings(
  base: CheckResult,
  head: CheckResult,
  stacks: Stacks,
): ResidencyDiff["findings"] {
  const { pairs } = pair<Finding>(base.findings, head.findings, keysOf(stacks));
  const same = pairs.filter(([before, after]) => !leadsElsewhere(before, after));
  const changed = same.flatMap(([before, after]): readonly FindingChange[] => {
    const change = changeOf(before, after);
    return change === undefined ? [] : [{ change, before, after }];
  });
  const known = new Set(same.flat());
  const isNew = (finding: Finding) => !known.has(finding);
  return { appeared: head.findings.filter(isNew), gone: base.findings.filter(isNew), changed };
}

/** A finding that names another region is another way out, and never the same. */
function leadsElsewhere(before: Finding, after: Finding): boolean {
  return before.region !== null && after.region !== null && before.region !== after.region;
}

type Key = (finding: Finding, side: "base" | "head") => string | undefined;

/**
 * What makes two findings the same: the rule, the block and the place in it. The value comes before
 * the exact place, so that an entry put before others of a list is the one that is new. A finding
 * that names another region is another way out, and never the same.
 */
function keysOf(stacks: Stacks): readonly Key[] {
  const subjects: readonly Key[] = [
    (finding, side) => subjectKey(finding, side, stacks),
    (finding, side) => stacks.constructKey(finding, side),
  ];
  return subjects.flatMap((subject): readonly Key[] => {
    const by =
      (more: (finding: Finding) => readonly (string | null)[]): Key =>
      (finding, side) => {
        const of = subject(finding, side);
        return of === undefined ? undefined : keyOf(finding.rule, of, ...more(finding));
      };
    const at = ({ path }: Finding) => pointerInBlock(path);
    return [
      by((finding) => [at(finding), finding.value, finding.message]),
      by((finding) => [at(finding), finding.value]),
      by((finding) => [withoutIndexes(at(finding)), finding.value]),
      by((finding) => [finding.value]),
      by((finding) => [at(finding), finding.region]),
      by((finding) => [at(finding)]),
    ];
  });
}

/** Findings about a file of no stack, such as that of the waivers, are told apart by their place in it. */
function subjectKey(finding: Finding, side: "base" | "head", stacks: Stacks): string {
  return finding.stack === "" && finding.address.startsWith(`${finding.file}#`)
    ? keyOf("", "")
    : stacks.addressKey(finding, side);
}

function changeOf(before: Finding, after: Finding): FindingChangeKind | undefined {
  const difference = severity(after) - severity(before);
  if (difference !== 0) {
    return difference > 0 ? "worse" : "better";
  }
  return before.value === after.value ? undefined : "other-value";
}

/** A waived finding is answered for: it weighs less than any that is not. */
function severity({ status, waiver }: Finding): number {
  return waiver !== undefined ? 0 : status === "unproven" ? 1 : 2;
}
