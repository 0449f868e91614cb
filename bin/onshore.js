#!/usr/bin/env node
// The sources are TypeScript; tsx compiles the few files that the command loads.
require("tsx/cjs");

const { run } = require("../cli/main.ts");

const code = run(
  process.argv.slice(2),
  { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
  new Date().toISOString().slice(0, 10),
);
// Not process.exit: it would cut a report that a pipe has not taken yet.
process.exitCode = code;
