// Measures how many small faults in the code the tests notice. `npm run mutation -- ROOM...` changes
// the room's code in a copy, one place at a time, and prints the share of changes that a test failed
// on: killed, or stopped because it never ended, of all. One that no test reaches counts as missed.
// `--survivors` lists the missed ones. What was judged before and has not changed is not run again
// (`--fresh` does). Exits with 1 where a room stays under the target. Docs: docs/mutation.md.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TARGET = 85;

/**
 * Rooms that are measured, each by the tests of its own folder; every other test that reaches it could
 * only raise its score, and would make a mutant take minutes. Where `perFile`, each file is judged by
 * the test of its name alone, and a file without one by all of the room's.
 */
const ROOMS = {
  jurisdiction: { perFile: true },
  "jurisdiction/parsers": { perFile: true },
  "jurisdiction/scan": {},
  "guard/declare": {},
  "guard/diff": {},
  "guard/json": {},
  "guard/place": { perFile: true },
  "guard/read": { perFile: true },
  "guard/waive": {},
};

const FOUND = new Set(["Killed", "Timeout"]);
const MISSED = new Set(["Survived", "NoCoverage"]);

const tsFilesOf = (folder) =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".ts") && name !== "index.ts");

/** What is mutated together, with the tests that judge it. */
function partsOf(room) {
  const files = tsFilesOf(room);
  if (!ROOMS[room].perFile) {
    return [{ name: room, mutate: files, tests: ["*.test.ts"] }];
  }
  const tests = new Set(tsFilesOf(join("test", room)));
  const testOf = (file) => `${basename(file, ".ts")}.test.ts`;
  const [own, others] = [true, false].map((has) =>
    files.filter((file) => tests.has(testOf(file)) === has),
  );
  return [
    ...own.map((file) => ({
      name: `${room}/${basename(file, ".ts")}`,
      mutate: [file],
      tests: [testOf(file)],
    })),
    ...(others.length > 0
      ? [{ name: `${room}/others`, mutate: others, tests: ["*.test.ts"] }]
      : []),
  ];
}

function optionsOf(room, { name, mutate, tests }, progress) {
  const results = join("coverage", "mutation", name.replaceAll("/", "-"));
  return {
    configFile: join(ROOT, "stryker.config.mjs"),
    mutate: mutate.map((file) => `${room}/${file}`),
    incrementalFile: `${results}.incremental.json`,
    jsonReporter: { fileName: `${results}.json` },
    reporters: progress ? ["json", "progress-append-only"] : ["json"],
    logLevel: "error",
    jest: {
      projectType: "custom",
      configFile: "jest.config.js",
      // Everything imports the index of a room, so that to jest every test is related to every file.
      enableFindRelatedTests: false,
      config: {
        roots: [`<rootDir>/test/${room}`],
        testMatch: tests.map((glob) => `<rootDir>/test/${room}/${glob}`),
        // The matcher of stacks loads cdktf, which none of these tests uses.
        setupFilesAfterEnv: [],
        // Jest starts anew for each mutant: it need not look for a file watcher each time.
        watchman: false,
        haste: { forceNodeFilesystemAPI: true },
      },
    },
  };
}

async function measure(room, { fresh, progress }) {
  const mutants = [];
  for (const part of partsOf(room)) {
    const options = optionsOf(room, part, progress);
    if (fresh && existsSync(options.incrementalFile)) {
      rmSync(options.incrementalFile);
    }
    mutants.push(...(await new Stryker(options).runMutationTest()));
  }
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
