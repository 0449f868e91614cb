// Installs each example from the packed tarballs, in an empty folder outside the project, and runs it
// as its users would. Needs the npm registry. Prints a line for each step, and what a failed one said.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SHELL = process.platform === "win32";

const folder = mkdtempSync(join(tmpdir(), "onshore-examples-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

function step(title, { cwd, words, status: expected = 0, says }) {
  const [command, ...rest] = words;
  const run = spawnSync(command, rest, { cwd, encoding: "utf8", shell: SHELL });
  const output = `${run.stdout ?? ""}${run.stderr ?? ""}`;
  if (run.status !== expected || (says !== undefined && !says.test(output))) {
    process.stderr.write(`${output}\n${run.error ?? ""}\n`);
    process.stderr.write(
      `FAILED ${title}: exit code ${run.status}, expected ${expected}${says ? ` and ${says}` : ""}\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`ok ${title}\n`);
}

function tarballs() {
  const packs = join(folder, "packs");
  step("pack", { cwd: ROOT, words: [process.execPath, join("scripts", "package.mjs"), packs] });
  return Object.fromEntries(
    readdirSync(packs).map((name) => [
      name.startsWith("onshore-") ? "onshore" : "@cdktf/provider-oci",
      `file:${join(packs, name)}`,
    ]),
  );
}

/** The example with the tarballs in place of the versions that no registry has. */
function install(example, packed) {
  const cwd = join(folder, example);
  cpSync(join(ROOT, "examples", example), cwd, { recursive: true });
  const path = join(cwd, "package.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  for (const list of [manifest.dependencies ?? {}, manifest.devDependencies ?? {}]) {
    for (const name of Object.keys(list).filter((each) => each in packed)) {
      list[name] = packed[name];
    }
  }
  writeFileSync(path, JSON.stringify(manifest, undefined, 2));
  const words = ["npm", "install", "--no-audit", "--no-fund", "--prefer-offline"];
  step(`${example}: npm install`, { cwd, words });
  return cwd;
}

const packed = tarballs();

const team = install("team", packed);
step("team: types", { cwd: team, words: ["npx", "tsc"] });
step("team: npm start", { cwd: team, words: ["npm", "start"], says: /^PROVEN \d+ resources/m });
step("team: npm test", { cwd: team, words: ["npm", "test"], says: /3 passed/ });
step("team: npx onshore check", {
  cwd: team,
  words: ["npx", "onshore", "check"],
  says: /^PROVEN \d+ resources/m,
});

const plain = install("plain-terraform", packed);
step("plain-terraform: no cdktf is installed", {
  cwd: plain,
  words: [process.execPath, "-e", "require.resolve('cdktf')"],
  status: 1,
  says: /MODULE_NOT_FOUND/,
});
step("plain-terraform: npm run check", {
  cwd: plain,
  words: ["npm", "run", "check"],
  says: /^PROVEN 6 resources/m,
});
step("plain-terraform: a variable that leads abroad is found", {
  cwd: plain,
  words: ["npx", "onshore", "check", "plan-abroad.json"],
  status: 1,
  says: /OUTSIDE resource-inside.*aws_sns_topic\.operators/,
});
