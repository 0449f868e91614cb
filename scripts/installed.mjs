// Makes `npm start` and `npm test` work right after a clone: installs what package-lock.json says
// if it isn't installed, and builds the OCI bindings if they aren't current. Plain JavaScript that
// old Node releases can read too, so that they can be told they are too old.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".onshore-install");
const MANIFESTS = ["package-lock.json", "package.json", "providers/oci/package.json"];
const MINIMUM_NODE = [20, 9];

function readText(file) {
  return readFileSync(join(ROOT, file), "utf8");
}

function readJson(file) {
  return JSON.parse(readText(file));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function requireNode() {
  const version = process.versions.node.split(".").map(Number);
  const isOld =
    version[0] < MINIMUM_NODE[0] ||
    (version[0] === MINIMUM_NODE[0] && version[1] < MINIMUM_NODE[1]);
  if (isOld) {
    fail(`Onshore needs Node.js ${MINIMUM_NODE.join(".")} or later; this is ${process.version}.`);
  }
}

function manifestsHash() {
  const hash = createHash("sha256");
  for (const file of MANIFESTS) hash.update(`${file}\0${readText(file)}\0`);
  return hash.digest("hex");
}

function isRecorded() {
  try {
    return (
      existsSync(join(MODULES, ".package-lock.json")) &&
      readFileSync(STAMP, "utf8") === manifestsHash()
    );
  } catch {
    return false;
  }
}

function record() {
  writeFileSync(STAMP, manifestsHash());
}

/**
 * Says how node_modules differs from package-lock.json, or "" if it doesn't. npm keeps what it
 * installed in node_modules/.package-lock.json, which tells an install without scripts (no record
 * is made) from one that is old or lacks the development dependencies.
 */
function difference() {
  if (!existsSync(MODULES)) return "nothing is installed yet";
  let installed;
  try {
    installed = readJson("node_modules/.package-lock.json").packages;
  } catch {
    return "node_modules was not installed by npm, or not to the end";
  }
  const wanted = readJson("package-lock.json").packages;
  const stale = staleManifest(wanted);
  if (stale) return stale;
  for (const path of Object.keys(wanted)) {
    // The root and the workspaces are sources, not installed packages.
    if (path.indexOf("node_modules/") === -1) continue;
    const want = wanted[path];
    const got = installed[path];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (!got || !existsSync(join(ROOT, path))) {
      // npm leaves out the optional packages that are for other platforms.
      if (want.optional || want.devOptional || want.peer) continue;
      return `${name} is not installed`;
    }
    if (got.version !== want.version || got.integrity !== want.integrity) {
      return `${name} ${got.version} is installed, package-lock.json says ${want.version}`;
    }
  }
  return "";
}

/** A manifest that was edited after the lock: `npm ci` explains it better than this script could. */
function staleManifest(wanted) {
  for (const folder of ["", "providers/oci"]) {
    const manifest = readJson(join(folder, "package.json"));
    const locked = wanted[folder] || {};
    for (const kind of ["dependencies", "devDependencies", "peerDependencies"]) {
      if (sorted(manifest[kind]) !== sorted(locked[kind])) {
        return `${join(folder, "package.json")} was changed after package-lock.json`;
      }
    }
  }
  return "";
}

function sorted(dependencies) {
  return JSON.stringify(Object.entries(dependencies || {}).sort());
}

/** The command that runs npm: the one that runs this script, else the one beside this Node. */
function npm() {
  const beside = [
    join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js"),
    join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const candidates = [process.env.npm_execpath].concat(beside);
  for (const file of candidates) {
    // Other package managers set npm_execpath too, and don't know `ci`.
    if (file && basename(file) === "npm-cli.js" && existsSync(file)) {
      return { command: process.execPath, args: [file], shell: false };
    }
  }
  // On Windows npm is a command script, which only a shell can run.
  return { command: "npm", args: [], shell: process.platform === "win32" };
}

function install(reason) {
  console.error(`Running npm ci, because ${reason}.`);
  const { command, args, shell } = npm();
  // NODE_ENV=production would leave out the compiler and the generator of the bindings.
  const result = spawnSync(command, args.concat("ci", "--include=dev"), {
    cwd: ROOT,
    shell,
    stdio: "inherit",
  });
  if (result.error) fail(`Can't run npm (${result.error.message}). Install npm, then run: npm ci`);
  if (result.status !== 0) fail("npm ci failed; its messages above say why.");
}

/** Loaded after the install, and compared here because starting tsx costs more than comparing. */
function buildBindings() {
  const stamp = createRequire(import.meta.url)("../providers/oci/scripts/stamp.cjs");
  if (stamp.missingTools().length === 0 && stamp.isCurrent()) return;
  const script = join(stamp.PACKAGE, "scripts", "build.ts");
  const result = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (result.status !== 0) fail("The OCI bindings are not built; the message above says why.");
}

requireNode();
if (process.argv.includes("--record")) {
  // An install that leaves packages out on purpose must not pass for a whole one.
  if (difference() === "") record();
} else {
  if (!isRecorded()) {
    const reason = difference();
    if (reason) install(reason);
    record();
  }
  buildBindings();
}
