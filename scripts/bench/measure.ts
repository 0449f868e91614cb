import { readFileSync } from "node:fs";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";

/**
 * Runs as a process of its own:
 * - `measure.ts time <file> <runs>` prints `{ floor, guard, first, outcome }`: milliseconds, medians
 *   of that many runs, and those of the first run of each
 * - `measure.ts floor|guard <file>` runs that once and prints `{ megabytes }`, which are a property
 *   of a process
 */
const [what, file = "", runs] = process.argv.slice(2);

const ANY_REGION = /\b(?:af|ap|ca|cn|eu|il|me|mx|sa|uk|us)-[a-z]+(?:-[a-z]+)*-\d\b|ocid1\.|arn:aws/;

/** The least that any check must do: parse the file, and try one expression on every string. */
function floor(): number {
  let hits = 0;
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      hits += ANY_REGION.test(value) ? 1 : 0;
    } else if (typeof value === "object" && value !== null) {
      for (const item of Object.values(value)) {
        walk(item);
      }
    }
  };
  walk(JSON.parse(readFileSync(file, "utf8")));
  return hits;
}

function guard(): number {
  return check(readSource(file), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" }).findings
    .length;
}

function timed(run: () => number): { milliseconds: number; outcome: number } {
  const start = performance.now();
  const outcome = run();
  return { milliseconds: performance.now() - start, outcome };
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Both in one process and in turn, so that both meet the same compiler, the same collector and the
 * same load of the machine. Both read the file, and both warm up in the runs that are counted.
 */
function time(): object {
  const floors: number[] = [];
  const guards: number[] = [];
  let findings = 0;
  for (let index = 0; index < Number(runs); index += 1) {
    floors.push(timed(floor).milliseconds);
    const { milliseconds, outcome } = timed(guard);
    guards.push(milliseconds);
    findings = outcome;
  }
  return {
    floor: median(floors),
    guard: median(guards),
    first: { floor: floors[0], guard: guards[0] },
    outcome: findings,
  };
}

function memory(run: () => number): object {
  run();
  return { megabytes: process.resourceUsage().maxRSS / 1024 };
}

const result = what === "time" ? time() : memory(what === "floor" ? floor : guard);
process.stdout.write(JSON.stringify(result));
