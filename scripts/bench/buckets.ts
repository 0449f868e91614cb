import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bucketStack } from "./bucket-stack";

/**
 * `buckets.ts` prints how long stacks of ever more buckets take to synthesize, in milliseconds of the
 * processor, which other programs lengthen less than those of the clock. Each figure is the median of
 * fresh processes, as a deployment is one.
 *
 * `growth` is what a bucket of the second half of the largest stack costs, by what one of the second half
 * of the middle stack does: 1 where the time grows as the number of buckets, 2 where it grows as its
 * square. It fails above `MAX_GROWTH`.
 *
 * `buckets.ts <shape> <buckets>` is such a process, and prints its milliseconds.
 */
/** Each twice the one before. */
const SIZES = [250, 500, 1_000] as const;
const RUNS = 5;

const MAX_GROWTH = 1.5;

/** What each bucket has beside its key. */
const SHAPES: Readonly<Record<string, (index: number) => object>> = {
  plain: () => ({}),
  // A compartment of its own each: statements of its own, so that policies fill up.
  "own compartments": (index) => ({
    compartmentId: `ocid1.compartment.oc1..aaaaaaaaexample${index}`,
    lifecycleRules: [{ name: "archive", action: "ARCHIVE", timeAmount: 90 }],
    replicaRegion: "us-phoenix-1",
  }),
  logged: () => ({ accessLog: { logGroupId: "ocid1.loggroup.oc1.iad.aaaaaaaaexample" } }),
};

function synthesize(shape: string, count: number): number {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-bench-"));
  const before = process.cpuUsage();
  const app = bucketStack({ outdir, count, more: SHAPES[shape] ?? (() => ({})) });
  app.synth();
  const { user, system } = process.cpuUsage(before);
  rmSync(outdir, { recursive: true });
  return (user + system) / 1_000;
}

function measured(shape: string, count: number): number {
  const args = ["--require", "tsx/cjs", __filename, shape, String(count)];
  const runs = Array.from({ length: RUNS }, () =>
    Number(execFileSync(process.execPath, args, { encoding: "utf8" })),
  );
  return runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

function row(cells: readonly string[]): void {
  const [name = "", ...figures] = cells;
  process.stdout.write(`${name.padEnd(20)}${figures.map((cell) => cell.padStart(14)).join("")}\n`);
}

const [shape, count] = process.argv.slice(2);
if (shape !== undefined) {
  process.stdout.write(String(synthesize(shape, Number(count))));
} else {
  row(["buckets", ...SIZES.map((size) => `${size}, ms`), "growth"]);
  for (const name of Object.keys(SHAPES)) {
    const times = SIZES.map((size) => measured(name, size));
    const [small = Number.NaN, middle = Number.NaN, large = Number.NaN] = times;
    const growth = (large - middle) / (middle - small) / 2;
    process.exitCode = growth > MAX_GROWTH ? 1 : process.exitCode;
    row([name, ...times.map((time) => time.toFixed(0)), growth.toFixed(2)]);
  }
}
