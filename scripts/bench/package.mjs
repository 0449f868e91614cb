// What the package costs whoever loads it: the time that `import "onshore"` adds to `import "cdktf"`,
// and the time until the guard's command has answered. Medians of fresh processes; exits 1 where a
// target is missed. `npm run bench:package`
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const RUNS = 9;

function run(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(stderr);
    process.exit(1);
  }
  return stdout;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function repeat(measure) {
  return median(Array.from({ length: RUNS }, measure));
}

/** Milliseconds that a program says it took. */
const timed = (code) =>
  repeat(() =>
    Number(
      run(
        "-e",
        `const start = process.hrtime.bigint(); ${code}; process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));`,
      ),
    ),
  );

/** Milliseconds from the start of a process to its end. */
const elapsed = (...words) =>
  repeat(() => {
    const start = process.hrtime.bigint();
    run(...words);
    return Number(process.hrtime.bigint() - start) / 1e6;
  });

const folder = mkdtempSync(join(tmpdir(), "onshore-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.stdout.write(run(join("scripts", "package.mjs"), folder).replaceAll(`${folder}/`, ""));

let failed = false;
function report(what, value, limit) {
  const isMet = limit === undefined || value <= limit;
  failed ||= !isMet;
  const target = limit === undefined ? "" : `  target ${limit} ms  ${isMet ? "met" : "MISSED"}`;
  process.stdout.write(`${what.padEnd(44)} ${value.toFixed(0).padStart(5)} ms${target}\n`);
}

const cdktf = timed('require("cdktf")');
report('import "cdktf"', cdktf);
report('import "onshore", beyond that', timed('require("cdktf"); require("./dist")') - cdktf, 300);
report('import "onshore/guard" alone', timed('require("./dist/guard")'));
report("node, doing nothing", elapsed("-e", "0"));
report("onshore explain", elapsed(join("dist", "bin", "onshore.js"), "explain"), 150);
process.exitCode = failed ? 1 : 0;
