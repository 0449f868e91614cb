import type { Flow } from "../flow/flow";
import type { CheckResult } from "../result";
import { keyOf, pointerInBlock, type Stacks, withoutIndexes } from "./identity";
import { pair } from "./pair";
import type { ResidencyDiff } from "./residency-diff";

/** @returns undefined unless both results list their flows */
export function diffFlows(
  base: CheckResult,
  head: CheckResult,
  stacks: Stacks,
): ResidencyDiff["flows"] {
  if (base.flows === undefined || head.flows === undefined) {
    return undefined;
  }
  const { pairs, onlyBase, onlyHead } = pair<Flow>(base.flows, head.flows, [
    (flow, side) =>
      keyOf(
        stacks.addressKey(flow, side),
        flow.kind,
        withoutIndexes(pointerInBlock(flow.path)),
        flow.to,
        flow.target,
        flow.status,
      ),
    (flow, side) => keyOf(stacks.addressKey(flow, side), flow.kind, pointerInBlock(flow.path)),
  ]);
  const changed = pairs
    .filter(
      ([before, after]) =>
        before.to !== after.to || before.from !== after.from || before.status !== after.status,
    )
    .map(([before, after]) => ({ before, after }));
  return { appeared: onlyHead, gone: onlyBase, changed };
}
