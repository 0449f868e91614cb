import type { Path, ReachabilityProof } from "../network";
import { isWorse } from "../network/reachability";
import type { CheckResult } from "../result";
import { keyOf, type Stacks } from "./identity";
import { pair } from "./pair";
import type { DirectedPath, ReachabilityChange } from "./residency-diff";

export function diffReachability(
  base: CheckResult,
  head: CheckResult,
  stacks: Stacks,
): readonly ReachabilityChange[] {
  const { pairs } = pair<ReachabilityProof>(base.reachability, head.reachability, [
    (proof, side) => stacks.addressKey(proof, side),
    (proof, side) => stacks.constructKey(proof, side),
  ]);
  const before = new Map(pairs.map(([one, other]) => [other, one]));
  const waivers = waiversOf(head);
  return head.reachability.flatMap((after): readonly ReachabilityChange[] => {
    const change = changeOf(before.get(after), after);
    const ids = waivers.get(keyOf(after.stack, after.address));
    return change === undefined ? [] : [ids === undefined ? change : { ...change, waivers: ids }];
  });
}

function changeOf(
  before: ReachabilityProof | undefined,
  after: ReachabilityProof,
): ReachabilityChange | undefined {
  const waysBefore = before === undefined ? [] : waysOf(before);
  const { onlyBase, onlyHead } = pair<DirectedPath>(waysBefore, waysOf(after), [wayKey]);
  const from = before?.verdict ?? "closed";
  const isWider = onlyHead.length > 0 || isWorse(after.verdict, from);
  if (!isWider && onlyBase.length === 0 && after.verdict === from) {
    return undefined;
  }
  const leadsOut =
    onlyHead.some(({ path }) => !isProven(path.verdict)) ||
    (isWorse(after.verdict, from) && !isProven(after.verdict));
  return {
    change: leadsOut ? "worse" : isWider ? "wider" : "better",
    stack: after.stack,
    address: after.address,
    ...(after.constructPath === undefined ? {} : { constructPath: after.constructPath }),
    role: after.role,
    before: before?.verdict ?? null,
    after: after.verdict,
    opened: onlyHead,
    closed: onlyBase,
  };
}

function isProven(verdict: ReachabilityProof["verdict"]): boolean {
  return verdict !== "open" && verdict !== "unproven";
}

function waysOf({ inbound, outbound }: ReachabilityProof): readonly DirectedPath[] {
  return [
    ...inbound.map((path) => ({ direction: "in" as const, path })),
    ...outbound.map((path) => ({ direction: "out" as const, path })),
  ];
}

function wayKey({ direction, path }: DirectedPath): string {
  return keyOf(direction, path.verdict, ...hopsOf(path));
}

/** Without the stacks: one that is called otherwise on the other side is no other way. */
function hopsOf({ hops }: Path): readonly string[] {
  return hops.map(({ address }) => address);
}

/** Waivers that cover every finding about a block, by block. */
function waiversOf({ placements }: CheckResult): ReadonlyMap<string, readonly string[]> {
  const waivers = new Map<string, readonly string[]>();
  for (const { stack, address, waivers: ids } of placements) {
    if (ids !== undefined) {
      waivers.set(keyOf(stack, address), ids);
    }
  }
  return waivers;
}
