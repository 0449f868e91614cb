export { describeReachability } from "./describe";
export { proveReachability } from "./prove";
export type { Hop, Path, ReachabilityProof, Verdict } from "./reachability";
