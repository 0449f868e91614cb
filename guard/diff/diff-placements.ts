import type { CheckResult, Placement } from "../result";
import { keyOf, type Stacks } from "./identity";
import { pair } from "./pair";
import type { PlacementChange, ResidencyDiff } from "./residency-diff";

export function diffPlacements(
  base: CheckResult,
  head: CheckResult,
  stacks: Stacks,
): ResidencyDiff["placements"] {
  const { pairs, onlyBase, onlyHead } = pair<Placement>(base.placements, head.placements, [
    (placement, side) => keyOf(placement.kind, stacks.addressKey(placement, side)),
    (placement, side) => {
      const construct = stacks.constructKey(placement, side);
      return construct === undefined ? undefined : keyOf(placement.kind, construct);
    },
  ]);
  const moved: PlacementChange[] = [];
  const lostProof: PlacementChange[] = [];
  const gainedProof: PlacementChange[] = [];
  for (const [before, after] of pairs) {
    const change = { before, after };
    if (before.region !== after.region) {
      moved.push(change);
    }
    if (before.status === "inside" && after.status !== "inside") {
      lostProof.push(change);
    } else if (before.status !== "inside" && after.status === "inside") {
      gainedProof.push(change);
    }
  }
  return { appeared: onlyHead, left: onlyBase, moved, lostProof, gainedProof };
}
