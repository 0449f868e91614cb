export { type EvidenceInput, evidencePack } from "./evidence-pack";
export { MANIFEST } from "./pack-manifest";
export { type Entry, type Verification, verifyPack } from "./verify-pack";
