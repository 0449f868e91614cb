import { readFileSync } from "node:fs";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";

/**
 * Runs as a process of its own, because peak memory is a property of a process:
 * `measure.ts <floor|guard> <file> <runs>` prints `{ milliseconds, megabytes, outcome }`.
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

const run = what === "floor" ? floor : guard;
const times: number[] = [];
let outcome = 0;
for (let index = 0; index < Number(runs); index += 1) {
  const start = performance.now();
  outcome = run();
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
process.stdout.write(
  JSON.stringify({
    milliseconds: times[Math.floor(times.length / 2)],
    megabytes: process.resourceUsage().maxRSS / 1024,
    outcome,
  }),
);
