import type { Finding, Placement } from "../result";
import { keyOf } from "./identity";
import type {
  FindingChange,
  PlacementChange,
  ReachabilityChange,
  ResidencyDiff,
} from "./residency-diff";

/** What makes one side worse than the other. Each list has the worst first. */
export interface Worsenings {
  /** New findings that no waiver covers. */
  readonly appeared: readonly Finding[];
  /** Findings that were unproven and are outside, or whose waiver is gone. */
  readonly worse: readonly FindingChange[];
  /** Blocks that have come without a proof, where no finding above is about them. */
  readonly unproven: readonly Placement[];
  /** Blocks that have lost their proof, where no finding above is about them. */
  readonly lostProof: readonly PlacementChange[];
  readonly reachability: readonly ReachabilityChange[];
}

/**
 * What of `diff` is a worsening. A waiver that has come is none, as somebody answers for it; neither
 * are regions that the jurisdiction now allows. Both are decisions, which a report shows first.
 */
export function worseningsOf(diff: ResidencyDiff): Worsenings {
  const appeared = worstFirst(
    diff.findings.appeared.filter(({ waiver }) => waiver === undefined),
    (finding) => finding,
  );
  const worse = worstFirst(
    diff.findings.changed.filter(({ change }) => change === "worse"),
    ({ after }) => after,
  );
  const told = new Set([...appeared, ...worse.map(({ after }) => after)].map(blockKey));
  const isOpen = (placement: Placement) =>
    placement.status !== "inside" &&
    placement.waivers === undefined &&
    !told.has(blockKey(placement));
  return {
    appeared,
    worse,
    unproven: worstFirst(diff.placements.appeared.filter(isOpen), (placement) => placement),
    lostProof: worstFirst(
      diff.placements.lostProof.filter(({ after }) => isOpen(after)),
      ({ after }) => after,
    ),
    reachability: diff.reachability.filter(
      ({ change, waivers }) => change === "worse" && waivers === undefined,
    ),
  };
}

/** Whether something is worse on the head side of `diff` than on its base side. */
export function isWorse(diff: ResidencyDiff): boolean {
  return countWorsenings(worseningsOf(diff)) > 0;
}

export function countWorsenings(worsenings: Worsenings): number {
  return Object.values(worsenings).reduce((sum, list) => sum + list.length, 0);
}

function blockKey({ stack, address }: Finding | Placement): string {
  return keyOf(stack, address);
}

function worstFirst<T>(
  items: readonly T[],
  subject: (item: T) => { readonly status: string },
): readonly T[] {
  const rank = (item: T) => (subject(item).status === "outside" ? 0 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b));
}
