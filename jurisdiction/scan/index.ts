export type { Disguise, EvidenceKind, PlaceEvidence } from "./evidence";
export { scan } from "./scan";
