export { type CheckOptions, check } from "./check";
export {
  FRAMEWORKS,
  type Framework,
  MAPPINGS,
  type Mapping,
  type Requirement,
  unmappedRules,
} from "./controls";
export { isDay } from "./day";
export {
  DIFF_REPORTERS,
  type DiffReport,
  type DiffReporter,
  type DiffSide,
  type DirectedPath,
  diffResults,
  type FindingChange,
  type FindingChangeKind,
  type FlowChange,
  isWorse,
  type PlacementChange,
  type ReachabilityChange,
  type ResidencyDiff,
  readSavedResult,
  type WaiverChange,
  type Worsenings,
  worseningsOf,
} from "./diff";
export { UnreadableInputError } from "./errors";
export {
  type Entry as EvidenceEntry,
  type EvidenceInput,
  evidencePack,
  MANIFEST as EVIDENCE_MANIFEST,
  type Verification,
  verifyPack,
} from "./evidence";
export { QUOTA_FAMILIES, type QuotaFamily } from "./evidence/quota-families";
export type { Flow } from "./flow/flow";
export type { FlowClass } from "./flow/flow-class";
export type { Json, JsonObject } from "./json/json";
export type { Hop, Path, ReachabilityProof, Verdict as ReachabilityVerdict } from "./network";
export { type ProveOptions, proveOutput } from "./prove";
export { readSource } from "./read/read-source";
export type { Source, SourceDocument, SourceModule, UnreadDocument } from "./read/source";
export { REPORTERS, type Report, type Reporter, type ReportOptions } from "./report";
export { reportJson } from "./report/json";
export { printable } from "./report/printable";
export { reportText } from "./report/text";
export {
  type CheckResult,
  type Finding,
  isProven,
  type Note,
  type Placement,
  type SourceLine,
  type Status,
  type SubjectKind,
  type Summary,
} from "./result";
export { RULES } from "./rules/registry";
export type { Rule } from "./rules/rule";
export { readWaiverFile } from "./waive/read-waiver-file";
export { MAX_WAIVER_DAYS, type Waiver, type WaiverSource } from "./waive/waiver";
