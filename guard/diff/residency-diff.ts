import type { Flow } from "../flow/flow";
import type { Path, ReachabilityProof, Verdict } from "../network";
import type { CheckResult, Finding, Placement } from "../result";
import type { Waiver } from "../waive/waiver";

/** What the two results of a diff were made for. */
export interface DiffSide {
  /** The day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly jurisdiction: CheckResult["jurisdiction"];
  readonly summary: CheckResult["summary"];
  /** Findings that no waiver covers. */
  readonly openFindings: number;
}

/** A block on both sides. */
export interface PlacementChange {
  readonly before: Placement;
  readonly after: Placement;
}

/** What happened to a finding that both sides have. */
export type FindingChangeKind =
  /** From unproven to outside, or no longer waived. */
  | "worse"
  /** From outside to unproven, or waived. */
  | "better"
  /** The same judgement of another value. */
  | "other-value";

/** A finding on both sides. */
export interface FindingChange {
  readonly change: FindingChangeKind;
  readonly before: Finding;
  readonly after: Finding;
}

/** A flow on both sides that leads elsewhere, or is judged differently. */
export interface FlowChange {
  readonly before: Flow;
  readonly after: Flow;
}

/** One way into or out of a subnet. */
export interface DirectedPath {
  readonly direction: "in" | "out";
  readonly path: Path;
}

/**
 * What happened to the ways into and out of a subnet.
 *
 * - `worse`: a way has come whose end is not proven inside (`open`, `unproven`)
 * - `wider`: a way has come, and each one is proven to end inside
 * - `better`: ways have gone and none has come
 */
export interface ReachabilityChange {
  readonly change: "worse" | "wider" | "better";
  readonly stack: string;
  /** Terraform address of the subnet. */
  readonly address: string;
  readonly constructPath?: string;
  readonly role: ReachabilityProof["role"];
  /** Null where the subnet is new. */
  readonly before: Verdict | null;
  readonly after: Verdict;
  readonly opened: readonly DirectedPath[];
  readonly closed: readonly DirectedPath[];
  /** Present where every finding about the subnet is waived: ids of the waivers. */
  readonly waivers?: readonly string[];
}

/**
 * What happened to a waiver.
 *
 * - `came`: it is in force on the head side only
 * - `covers-more`: it covers findings that it did not cover before
 * - `renewed`: it ends on a later day
 * - `changed`: another of its fields differs
 * - `ran-out`: its last day has passed on the head side
 * - `removed`: it is in force on the base side only, for any other reason
 */
export interface WaiverChange {
  readonly change: "came" | "covers-more" | "renewed" | "changed" | "ran-out" | "removed";
  readonly id: string;
  /** Absent where the base side has none, or a saved result that does not hold it. */
  readonly before?: Waiver;
  /** Absent where the head side has none, or a saved result that does not hold it. */
  readonly after?: Waiver;
  /**
   * The findings that it is about: those of the head that it covers, for `covers-more` the new ones;
   * where it is gone, those of the base that it covered.
   */
  readonly findings: readonly Finding[];
}

/** What differs between two results of the guard. Plain data: `JSON.stringify` gives the documented form. */
export interface ResidencyDiff {
  /** Version of this form; grows when a field is removed or changes its meaning. */
  readonly version: 1;
  readonly base: DiffSide;
  readonly head: DiffSide;
  /** Regions that only one side allows; empty where both were judged against the same. */
  readonly jurisdiction: {
    readonly regionsAdded: readonly string[];
    readonly regionsRemoved: readonly string[];
  };
  readonly placements: {
    readonly appeared: readonly Placement[];
    readonly left: readonly Placement[];
    /** In another region than before. */
    readonly moved: readonly PlacementChange[];
    /** Inside before, and not now. */
    readonly lostProof: readonly PlacementChange[];
    /** Inside now, and not before. */
    readonly gainedProof: readonly PlacementChange[];
  };
  readonly findings: {
    readonly appeared: readonly Finding[];
    readonly gone: readonly Finding[];
    readonly changed: readonly FindingChange[];
  };
  /** Present where both results list their flows. */
  readonly flows?: {
    readonly appeared: readonly Flow[];
    readonly gone: readonly Flow[];
    readonly changed: readonly FlowChange[];
  };
  readonly reachability: readonly ReachabilityChange[];
  readonly waivers: readonly WaiverChange[];
}
