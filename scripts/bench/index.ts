import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { honestConfiguration } from "./generate";

interface Measure {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly outcome: number;
}

/** Resources, and how often each is measured: the median of the runs is printed. */
const SIZES = [
  [100, 15],
  [1_000, 9],
  [10_000, 5],
  [100_000, 3],
] as const;

function node(script: string, ...words: readonly string[]): string {
  const args = ["--require", "tsx/cjs", join(__dirname, script), ...words];
  return execFileSync(process.execPath, args, {
    encoding: "utf8",
    cwd: join(__dirname, "..", ".."),
  });
}

function measure(what: "floor" | "guard", file: string, runs: number): Measure {
  return JSON.parse(node("measure.ts", what, file, String(runs))) as Measure;
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(14))).join("")}\n`;
}

let failed = false;
const folder = mkdtempSync(join(tmpdir(), "onshore-bench-"));

function target(name: string, value: number, limit: number, unit: string): void {
  const met = value <= limit;
  failed ||= !met;
  const shown = `${value.toFixed(2)}${unit}`;
  process.stdout.write(row([name, shown, `max ${limit}${unit}`, met ? "met" : "MISSED"]));
}

process.stdout.write(row(["resources", "floor ms", "guard ms", "ratio", "floor MB", "guard MB"]));
const guards = new Map<number, Measure>();
const ratios = new Map<number, number>();
for (const [resources, runs] of SIZES) {
  const file = join(folder, `${resources}.tf.json`);
  writeFileSync(file, honestConfiguration(resources));
  const floor = measure("floor", file, runs);
  const guard = measure("guard", file, runs);
  // Memory of one check, as the command does it; of many in one process it is the collector's whim.
  const once = { floor: measure("floor", file, 1), guard: measure("guard", file, 1) };
  rmSync(file);
  guards.set(resources, { ...guard, megabytes: once.guard.megabytes });
  const ratio = guard.milliseconds / floor.milliseconds;
  ratios.set(resources, ratio);
  process.stdout.write(
    row([
      String(resources),
      floor.milliseconds.toFixed(1),
      guard.milliseconds.toFixed(1),
      `${ratio.toFixed(2)}x`,
      once.floor.megabytes.toFixed(0),
      once.guard.megabytes.toFixed(0),
    ]),
  );
  if (guard.outcome !== 0) {
    failed = true;
    process.stdout.write(`the honest configuration has ${guard.outcome} findings\n`);
  }
}

rmSync(folder, { recursive: true });

const synth = JSON.parse(node("synth.ts", "1000")) as { synth: number; guard: number };
process.stdout.write(
  row(["synth of 1000 constructs", synth.synth.toFixed(1), synth.guard.toFixed(1)]),
);

process.stdout.write("\n");
target("10k against the floor", ratios.get(10_000) ?? Number.NaN, 2, "x");
target("10k peak memory", guards.get(10_000)?.megabytes ?? Number.NaN, 150, " MB");
target(
  "100k against 10k",
  (guards.get(100_000)?.milliseconds ?? Number.NaN) /
    (guards.get(10_000)?.milliseconds ?? Number.NaN),
  11,
  "x",
);
target("guard's share of synth", (synth.guard / synth.synth) * 100, 10, "%");
process.exitCode = failed ? 1 : 0;
