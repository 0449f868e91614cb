import type { Path, ReachabilityProof } from "../../../guard/network";

/** A way in or out as text: its verdict and why, then station by station. */
function drawn({ verdict, evidence, hops }: Path): readonly string[] {
  return [
    `${verdict}: ${evidence}`,
    ...hops.map(({ stack, address, says }) => `${stack}:${address} ${says}`),
  ];
}

/** All ways out of a subnet. */
export function waysOut({ outbound }: ReachabilityProof): readonly string[] {
  return outbound.flatMap(drawn);
}

/** All ways into a subnet. */
export function waysIn({ inbound }: ReachabilityProof): readonly string[] {
  return inbound.flatMap(drawn);
}

/** A whole proof: what it says of the subnet, the ways in and out, and why there are no others. */
export function drawnProof(proof: ReachabilityProof): readonly string[] {
  return [
    `${proof.role} ${proof.verdict}`,
    ...proof.inbound.flatMap((path) => drawn(path).map((line) => `in ${line}`)),
    ...proof.outbound.flatMap((path) => drawn(path).map((line) => `out ${line}`)),
    ...proof.evidence,
  ];
}
