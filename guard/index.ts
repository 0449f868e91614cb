export { type CheckOptions, check } from "./check";
export { UnreadableInputError } from "./errors";
export type { Hop, Path, ReachabilityProof, Verdict as ReachabilityVerdict } from "./network";
export { type ProveOptions, proveOutput } from "./prove";
export { readSource } from "./read/read-source";
export type { Source, SourceDocument } from "./read/source";
export { reportJson } from "./report/json";
export { reportText } from "./report/text";
export {
  type CheckResult,
  type Finding,
  isProven,
  type Note,
  type Placement,
  type Status,
  type Summary,
} from "./result";
export { RULES } from "./rules/registry";
export type { Rule } from "./rules/rule";
export { readWaiverFile } from "./waive/read-waiver-file";
export { MAX_WAIVER_DAYS, type Waiver, type WaiverSource } from "./waive/waiver";
