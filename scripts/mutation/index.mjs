// Measures how many small faults in the code the tests notice. `npm run mutation -- ROOM...` changes
// the room's code in a copy, one place at a time, and prints the share of changes that a test failed
// on: killed, or stopped because it never ended, of all. One that no test reaches counts as missed.
// `--survivors` lists the missed ones. What was judged before and has not changed is not run again
// (`--fresh` does), and `--only TEXT` takes only files with that in their path. Exits with 1 where a room stays under the target. Docs: docs/mutation.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const TARGET = 85;

/**
 * Rooms that are measured, each by the tests that are written for it; every other test that reaches it
 * could only raise its score, and would make a fault take seconds.
 */
const ROOMS = {
  jurisdiction: ["jurisdiction"],
  "jurisdiction/parsers": ["jurisdiction/parsers"],
  "jurisdiction/scan": ["jurisdiction/scan"],
  guard: [
    "guard/rules",
    "guard/check.test.ts",
    "guard/day.test.ts",
    "guard/errors.test.ts",
    "guard/prove.test.ts",
    "guard/sort-natural.test.ts",
  ],
  "guard/controls": ["guard/controls"],
  "guard/declare": ["guard/declare"],
  "guard/diff": ["guard/diff"],
  "guard/evidence": ["guard/evidence"],
  "guard/flow": ["guard/flow", "guard/rules/flow-inside.test.ts"],
  "guard/json": ["guard/json"],
  "guard/judge": ["guard/judge", "guard/rules"],
  "guard/model": ["guard/model", "guard/place"],
  "guard/network": [
    "guard/network",
    "guard/rules/data-subnet-egress-inside.test.ts",
    "guard/rules/data-subnet-unreachable.test.ts",
    "guard/rules/internet-only-through-waf.test.ts",
    "guard/rules/peering-inside.test.ts",
  ],
  "guard/place": ["guard/place"],
  "guard/read": ["guard/read"],
  "guard/report": ["guard/report"],
  "guard/rules": ["guard/rules"],
  "guard/sovereignty": [
    "guard/sovereignty",
    "guard/rules/bucket-not-public.test.ts",
    "guard/rules/customer-managed-key.test.ts",
    "guard/rules/file-read.test.ts",
    "guard/rules/hsm-protected-key.test.ts",
    "guard/rules/human-access-from-network-source.test.ts",
    "guard/rules/no-preauthenticated-request.test.ts",
    "guard/rules/no-public-endpoint.test.ts",
    "guard/rules/no-untracked-code.test.ts",
    "guard/rules/state-encrypted.test.ts",
  ],
  "guard/statements": [
    "guard/statements",
    "guard/rules/aws-policy-inside.test.ts",
    "guard/rules/oci-policy-inside.test.ts",
    "guard/rules/oci-quota-inside.test.ts",
  ],
  "guard/waive": ["guard/waive"],
};

const FOUND = new Set(["Killed", "Timeout"]);
const MISSED = new Set(["Survived", "NoCoverage"]);

/** Files of TypeScript at `path` and below, by their path in the project. */
function filesAt(path) {
  const names = path.endsWith(".ts") ? [""] : readdirSync(join(ROOT, path), { recursive: true });
  return names.map((name) => join(path, name)).filter((name) => name.endsWith(".ts"));
}

/** A file is of the innermost room that it lies in. */
function isOf(room, file) {
  const rooms = Object.keys(ROOMS).filter((each) => file.startsWith(`${each}/`));
  return rooms.every((each) => each.length <= room.length);
}

/** Tries thousands of inputs for each mutant. */
const isOfProperties = (file) => file.endsWith("properties.test.ts");

function optionsOf(room, { progress, only }) {
  const name = only === undefined ? room : `${room} ${only}`;
  const results = join("coverage", "mutation", name.replaceAll(/[^\w]+/g, "-"));
  return {
    configFile: join(ROOT, "stryker.config.mjs"),
    mutate: filesAt(room).filter(
      (file) => basename(file) !== "index.ts" && isOf(room, file) && file.includes(only ?? ""),
    ),
    incrementalFile: `${results}.incremental.json`,
    jsonReporter: { fileName: `${results}.json` },
    reporters: progress ? ["json", "progress-append-only"] : ["json"],
    logLevel: "error",
    inProcess: {
      files: ROOMS[room]
        .flatMap((path) => filesAt(join("test", path)))
        .filter((file) => file.endsWith(".test.ts") && !isOfProperties(file)),
    },
  };
}

/** Of each half of a machine with two cores, one run makes full use. */
const TURNS = ["1", "2", "3"].map((turn) => join(ROOT, "coverage", `mutation-${turn}.lock`));

/** Waits until fewer than two runs are on: more would take slow tests for endless ones. */
async function takeTurn() {
  mkdirSync(join(ROOT, "coverage"), { recursive: true });
  for (;;) {
    for (const lock of TURNS) {
      if (existsSync(lock) && !isAlive(Number(readFileSync(lock, "utf8")))) {
        rmSync(lock, { force: true });
      }
      try {
        writeFileSync(lock, String(process.pid), { flag: "wx" });
        process.on("exit", () => rmSync(lock, { force: true }));
        return;
      } catch (error) {
        if (error.code !== "EEXIST") {
          throw error;
        }
      }
    }
    await setTimeout(1_000);
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function measure(room, flags) {
  const options = optionsOf(room, flags);
  if (flags.fresh && existsSync(options.incrementalFile)) {
    rmSync(options.incrementalFile);
  }
  const mutants = await new Stryker(options).runMutationTest();
  const count = (statuses) => mutants.filter(({ status }) => statuses.has(status)).length;
  const [found, missed] = [count(FOUND), count(MISSED)];
  return {
    room,
    found,
    missed,
    other: mutants.length - found - missed,
    score: found + missed === 0 ? 0 : (100 * found) / (found + missed),
    survivors: mutants.filter(({ status }) => MISSED.has(status)),
  };
}

function line({ room, found, missed, other, score }) {
  const rest = other === 0 ? "" : `, ${other} invalid`;
  return `${room}: ${score.toFixed(1)} % (${found} of ${found + missed} mutants found${rest})`;
}

const { values, positionals } = parseArgs({
  options: {
    survivors: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    progress: { type: "boolean", default: false },
    only: { type: "string" },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((room) => !Object.hasOwn(ROOMS, room));
if (unknown.length > 0 || positionals.length === 0) {
  console.error(
    `${unknown.length > 0 ? `No room ${unknown.join(", ")}` : "Which room"}? Rooms: ${Object.keys(ROOMS).join(", ")}.`,
  );
  process.exit(1);
}
process.chdir(ROOT);
await takeTurn();
for (const room of positionals) {
  const result = await measure(room, values);
  console.log(line(result));
  if (values.survivors) {
    for (const { fileName, location, mutatorName, replacement, status } of result.survivors) {
      const { line: at, column } = location.start;
      const text = (replacement ?? "").replaceAll(/\s+/g, " ").slice(0, 100);
      console.log(
        `  ${status} ${relative(ROOT, fileName)}:${at}:${column} ${mutatorName}: ${text}`,
      );
    }
  }
  if (result.score < TARGET) {
    console.error(`${room} is under the target of ${TARGET} %.`);
    process.exitCode = 1;
  }
}
