export { describeReachability } from "./describe";
export { type NetworkRule, proveReachability, type Reachability } from "./prove";
export type { Hop, Path, ReachabilityProof, Verdict } from "./reachability";
