import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bucketStack } from "./bucket-stack";

/**
 * `source-lines.ts <constructs>` prints `{ with, without }`: milliseconds of a synthesis that records
 * the source line of every resource, and of one that does not. The shortest of runs in turn: what
 * else the machine does only ever adds to a run.
 */
const count = Number(process.argv[2]);
const RUNS = 9;

function synthesis(stackTraces: boolean): number {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-bench-"));
  const start = performance.now();
  const app = bucketStack({ outdir, count, stackTraces });
  app.synth();
  const milliseconds = performance.now() - start;
  rmSync(outdir, { recursive: true });
  return milliseconds;
}

synthesis(true);
synthesis(false);
const times: { readonly with: number[]; readonly without: number[] } = { with: [], without: [] };
for (let run = 0; run < RUNS; run += 1) {
  times.with.push(synthesis(true));
  times.without.push(synthesis(false));
}
process.stdout.write(
  JSON.stringify({ with: Math.min(...times.with), without: Math.min(...times.without) }),
);
