#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

// A package holds compiled files only; in the project itself tsx compiles what the command loads.
const isProject = existsSync(join(__dirname, "..", "cli", "main.ts"));
if (isProject) {
  require("tsx/cjs");
}
const { run } = require(isProject ? "../cli/main.ts" : "../cli/main.js");

const code = run(
  process.argv.slice(2),
  { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
  new Date().toISOString().slice(0, 10),
);
// Not process.exit: it would cut a report that a pipe has not taken yet.
process.exitCode = code;
