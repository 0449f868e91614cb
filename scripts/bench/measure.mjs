// Runs as a process of its own, on the compiled package in dist/:
// - `measure.mjs time FILE…` prints `{ floor, guard, first, outcome }`: milliseconds, medians of one run
//   for each file, and those of the first run of each
// - `measure.mjs floor|guard FILE` runs that once and prints `{ megabytes }`, which are a property of a
//   process
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Made by the bench before this runs, so that no import of it can be written down.
const load = createRequire(import.meta.url);
const { check, readSource } = load("../../dist/guard/index.js");
const { Jurisdiction } = load("../../dist/jurisdiction/index.js");

const [what, ...files] = process.argv.slice(2);

const ANY_REGION = /\b(?:af|ap|ca|cn|eu|il|me|mx|sa|uk|us)-[a-z]+(?:-[a-z]+)*-\d\b|ocid1\.|arn:aws/;

/** The least that any check must do: parse the file, and try one expression on every string. */
function floor(file) {
  let hits = 0;
  const walk = (value) => {
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

function guard(file) {
  return check(readSource(file), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" }).findings
    .length;
}

function timed(run, file) {
  const start = performance.now();
  const outcome = run(file);
  return { milliseconds: performance.now() - start, outcome };
}

function median(runs) {
  const sorted = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Runs of the one before the other has its turn. */
const TURN = 5;

/**
 * Both in one process and by turns, so that both meet the same compiler and the same load of the
 * machine. Both read the file, and both warm up in the runs that are counted. No file is read twice:
 * what the guard remembers of names must not help it. A turn is several runs: in the first, the
 * collector still clears away what the other has left, which the median leaves out.
 */
function time() {
  const floors = [];
  const guards = [];
  for (let from = 0; from < files.length; from += TURN) {
    const turn = files.slice(from, from + TURN);
    floors.push(...turn.map((file) => timed(floor, file)));
    guards.push(...turn.map((file) => timed(guard, file)));
  }
  return {
    floor: median(floors),
    guard: median(guards),
    first: { floor: floors[0]?.milliseconds, guard: guards[0]?.milliseconds },
    outcome: Math.max(...guards.map(({ outcome }) => outcome)),
  };
}

function memory(run, file) {
  run(file);
  return { megabytes: process.resourceUsage().maxRSS / 1024 };
}

const [file = ""] = files;
const result = what === "time" ? time() : memory(what === "floor" ? floor : guard, file);
process.stdout.write(JSON.stringify(result));
