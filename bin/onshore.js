#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

// A package holds compiled files only; in the project itself tsx compiles what the command loads.
const isProject = existsSync(join(__dirname, "..", "cli", "main.ts"));
if (isProject) {
  require("tsx/cjs");
}
const { run } = require(isProject ? "../cli/main.ts" : "../cli/main.js");
const { version } = require("../package.json");

const { stdout, stderr, env } = process;

// A reader that has seen enough, such as head, closes the pipe: that is no failure of the command.
stdout.on("error", (error) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
});

const isDumb = env.TERM === "dumb";

const code = run(
  process.argv.slice(2),
  {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    isTerminal: stdout.isTTY === true,
    errIsTerminal: stderr.isTTY === true && !isDumb,
    // https://no-color.org: any value but the empty one asks for no colours.
    colour: (env.NO_COLOR ?? "") === "" && !isDumb,
    columns: stdout.columns,
  },
  new Date().toISOString().slice(0, 10),
  { toolVersion: version, summaryFile: env.GITHUB_STEP_SUMMARY || undefined },
);
// Not process.exit: it would cut a report that a pipe has not taken yet.
process.exitCode = code;
