import type { Hop, Path, ReachabilityProof } from "./reachability";

/** A proof for people who read a terminal: the subnet, its paths hop by hop, and why there are none. */
export function describeReachability(proof: ReachabilityProof): string[] {
  const lines = [`${proof.address} (${proof.role} subnet): ${proof.verdict}`];
  lines.push(...section("in", proof.inbound), ...section("out", proof.outbound));
  for (const sentence of proof.evidence) {
    lines.push(`  ${sentence}`);
  }
  return lines;
}

function section(title: "in" | "out", paths: readonly Path[]): string[] {
  return paths.length === 0
    ? [`  ${title.padEnd(3)} none`]
    : paths.flatMap((path) => [
        `  ${title.padEnd(3)} ${path.verdict}: ${path.hops.map(address).join(" -> ")}`,
        `      ${path.evidence}`,
      ]);
}

function address({ address: name }: Hop): string {
  return name;
}
