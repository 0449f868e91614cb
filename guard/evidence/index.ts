export { type EvidenceInput, evidencePack } from "./evidence-pack";
export { MANIFEST, type PackFile, type PackManifest } from "./pack-manifest";
export { type Entry, type Verification, verifyPack } from "./verify-pack";
