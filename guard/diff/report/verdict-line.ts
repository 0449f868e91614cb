import type { DiffSide, ResidencyDiff } from "../residency-diff";
import { countWorsenings, worseningsOf } from "../worsenings";

/** One line: the verdict and the counts. Holds nothing that stands in a configuration. */
export function verdictLine(diff: ResidencyDiff): string {
  const worse = worseningsOf(diff);
  const parts = [
    counted(worse.appeared.length, "new finding", "new findings"),
    counted(worse.worse.length, "worse finding", "worse findings"),
    counted(worse.unproven.length, "block without proof", "blocks without proof"),
    counted(worse.lostProof.length, "lost proof", "lost proofs"),
    counted(worse.reachability.length, "subnet more open", "subnets more open"),
  ].filter((part) => part !== "");
  return countWorsenings(worse) === 0 ? "NO WORSE" : `WORSE: ${parts.join(", ")}`;
}

/** One line: what else is different. */
export function changesLine({ placements, findings, waivers }: ResidencyDiff): string {
  const waiver = (change: string) => waivers.filter((each) => each.change === change).length;
  return [
    `${placements.appeared.length} appeared, ${placements.moved.length} moved, ${placements.left.length} left`,
    `${findings.gone.length} ${findings.gone.length === 1 ? "finding" : "findings"} gone`,
    `waivers: ${waiver("came")} came, ${waiver("covers-more")} cover more, ${waiver("renewed")} renewed, ${waiver("changed")} changed, ${waiver("ran-out")} ran out, ${waiver("removed")} removed`,
  ].join("; ");
}

/** One line: what the guard says of one side. */
export function sideLine({ summary, openFindings }: DiffSide): string {
  const { resources, inside, outside, unproven, waived } = summary;
  return `${openFindings === 0 ? "PROVEN" : "NOT PROVEN"} ${resources} resources: ${inside} inside, ${outside} outside, ${unproven} unproven, ${waived} waived; ${counted(openFindings, "open finding", "open findings") || "no open finding"}`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}
