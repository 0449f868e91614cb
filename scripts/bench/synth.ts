import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { bucketStack } from "./bucket-stack";

/**
 * `synth.ts <constructs>` prints `{ synth, guard, first }`: milliseconds of each, medians of five
 * runs, and those of the first run.
 */
const count = Number(process.argv[2]);

function run(): { synth: number; guard: number } {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-bench-"));
  const start = performance.now();
  const app = bucketStack({ outdir, count });
  app.synth();
  const synthesized = performance.now();
  const result = check(readSource(outdir), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" });
  const judged = performance.now();
  rmSync(outdir, { recursive: true });
  if (result.findings.length > 0) {
    throw new Error(`the honest stack has ${result.findings.length} findings`);
  }
  return { synth: synthesized - start, guard: judged - synthesized };
}

const runs = Array.from({ length: 5 }, run);
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
process.stdout.write(
  JSON.stringify({
    synth: median(runs.map((one) => one.synth)),
    guard: median(runs.map((one) => one.guard)),
    first: runs[0],
  }),
);
