export { diffResults } from "./diff-results";
export { readSavedResult } from "./read-saved-result";
export { DIFF_REPORTERS, type DiffReport, type DiffReporter } from "./report";
export type {
  DiffSide,
  DirectedPath,
  FindingChange,
  FindingChangeKind,
  FlowChange,
  PlacementChange,
  ReachabilityChange,
  ResidencyDiff,
  WaiverChange,
} from "./residency-diff";
export { isWorse, type Worsenings, worseningsOf } from "./worsenings";
