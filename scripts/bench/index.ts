import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { honestConfiguration } from "./generate";

/** Milliseconds. */
interface Pair {
  readonly floor: number;
  readonly guard: number;
}

interface Times extends Pair {
  readonly first: Pair;
  readonly outcome: number;
}

/** Resources, and how often each is measured, with other names each time: the median is printed. */
const SIZES = [
  [100, 100],
  [1_000, 50],
  [10_000, 25],
  [100_000, 5],
] as const;

function node(script: string, ...words: readonly string[]): string {
  const loader = script.endsWith(".ts") ? ["--require", "tsx/cjs"] : [];
  const args = [...loader, join(__dirname, script), ...words];
  return execFileSync(process.execPath, args, {
    encoding: "utf8",
    cwd: join(__dirname, "..", ".."),
  });
}

function times(files: readonly string[]): Times {
  return JSON.parse(node("measure.mjs", "time", ...files)) as Times;
}

function megabytes(what: "floor" | "guard", file: string): number {
  return (JSON.parse(node("measure.mjs", what, file)) as { megabytes: number }).megabytes;
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

process.stdout.write(
  row(["resources", "floor ms", "guard ms", "ratio", "first run", "floor MB", "guard MB"]),
);
const guards = new Map<number, number>();
const ratios = new Map<number, number>();
const peaks = new Map<number, number>();
for (const [resources, runs] of SIZES) {
  const files = Array.from({ length: runs }, (_, index) => {
    const file = join(folder, `${index}.tf.json`);
    writeFileSync(file, honestConfiguration(resources, index));
    return file;
  });
  const [file = ""] = files;
  const { floor, guard, first, outcome } = times(files);
  // Memory of one check, as the command does it; of many in one process it is the collector's whim.
  const peak = { floor: megabytes("floor", file), guard: megabytes("guard", file) };
  for (const each of files) {
    rmSync(each);
  }
  guards.set(resources, guard);
  ratios.set(resources, guard / floor);
  peaks.set(resources, peak.guard);
  process.stdout.write(
    row([
      String(resources),
      floor.toFixed(1),
      guard.toFixed(1),
      `${(guard / floor).toFixed(2)}x`,
      `${first.floor.toFixed(0)} / ${first.guard.toFixed(0)}`,
      peak.floor.toFixed(0),
      peak.guard.toFixed(0),
    ]),
  );
  if (outcome !== 0) {
    failed = true;
    process.stdout.write(`the honest configuration has ${outcome} findings\n`);
  }
}

rmSync(folder, { recursive: true });

interface Synthesis {
  readonly synth: number;
  readonly guard: number;
}

const synthesis = JSON.parse(node("synth.ts", "1000")) as Synthesis & { first: Synthesis };
process.stdout.write(
  `\nsynth of 1000 constructs: ${shown(synthesis)}; the first of a process: ${shown(synthesis.first)}\n\n`,
);
target("10k against the floor", ratios.get(10_000) ?? Number.NaN, 2, "x");
target("10k peak memory", peaks.get(10_000) ?? Number.NaN, 150, " MB");
target(
  "100k against 10k",
  (guards.get(100_000) ?? Number.NaN) / (guards.get(10_000) ?? Number.NaN),
  11,
  "x",
);
target("guard's share of synth", (synthesis.guard / synthesis.synth) * 100, 10, "%");
process.exitCode = failed ? 1 : 0;

function shown({ synth, guard }: Synthesis): string {
  return `${synth.toFixed(0)} ms and ${guard.toFixed(0)} ms for the guard (${((guard / synth) * 100).toFixed(1)}%)`;
}
