import type { CheckResult, Finding } from "../result";
import type { Waiver } from "../waive/waiver";
import type { ResidencyDiff, WaiverChange } from "./residency-diff";

/** What one result knows of one waiver. */
interface Known {
  readonly waiver?: Waiver;
  readonly findings: readonly Finding[];
}

/** @param appeared findings that the head side has and the base side has not */
export function diffWaivers(
  base: CheckResult,
  head: CheckResult,
  { appeared, changed }: ResidencyDiff["findings"],
): readonly WaiverChange[] {
  const before = waiversOf(base);
  const after = waiversOf(head);
  const newlyCovered = new Set([
    ...appeared,
    ...changed.filter((each) => each.before.waiver !== each.after.waiver).map((each) => each.after),
  ]);
  const changes: WaiverChange[] = [];
  for (const id of [...new Set([...after.keys(), ...before.keys()])].sort()) {
    changes.push(...changesOf(id, before.get(id), after.get(id), newlyCovered, head.asOf));
  }
  return changes;
}

function* changesOf(
  id: string,
  before: Known | undefined,
  after: Known | undefined,
  newlyCovered: ReadonlySet<Finding>,
  asOf: string,
): Iterable<WaiverChange> {
  const sides = {
    id,
    ...(before?.waiver === undefined ? {} : { before: before.waiver }),
    ...(after?.waiver === undefined ? {} : { after: after.waiver }),
  };
  if (after === undefined) {
    const ranOut = before?.waiver !== undefined && before.waiver.expires < asOf;
    yield {
      ...sides,
      change: ranOut ? "ran-out" : "removed",
      findings: before?.findings ?? [],
    };
    return;
  }
  if (before === undefined) {
    yield { ...sides, change: "came", findings: after.findings };
    return;
  }
  const more = after.findings.filter((finding) => newlyCovered.has(finding));
  if (more.length > 0) {
    yield { ...sides, change: "covers-more", findings: more };
  }
  if (before.waiver !== undefined && after.waiver !== undefined) {
    const isRenewed = after.waiver.expires > before.waiver.expires;
    if (isRenewed) {
      yield { ...sides, change: "renewed", findings: after.findings };
    }
    if (differs(before.waiver, after.waiver, isRenewed)) {
      yield { ...sides, change: "changed", findings: after.findings };
    }
  }
}

const FIELDS = ["rule", "subject", "reason", "owner", "ticket", "expires"] as const;

function differs(before: Waiver, after: Waiver, isRenewed: boolean): boolean {
  return FIELDS.some(
    (field) => !(isRenewed && field === "expires") && before[field] !== after[field],
  );
}

/** The waivers in force, and those that a saved result names without holding them. */
function waiversOf({ findings, waivers = [] }: CheckResult): ReadonlyMap<string, Known> {
  const covered = new Map<string, Finding[]>(waivers.map(({ id }) => [id, []]));
  for (const finding of findings) {
    if (finding.waiver !== undefined) {
      const same = covered.get(finding.waiver);
      if (same === undefined) {
        covered.set(finding.waiver, [finding]);
      } else {
        same.push(finding);
      }
    }
  }
  const byId = new Map(waivers.map((waiver) => [waiver.id, waiver]));
  return new Map(
    [...covered].map(([id, ofWaiver]) => {
      const waiver = byId.get(id);
      return [id, { ...(waiver === undefined ? {} : { waiver }), findings: ofWaiver }];
    }),
  );
}
