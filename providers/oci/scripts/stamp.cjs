// @ts-check
/*
 * Tells whether lib/ is what the lock and the installed tools would build. Plain JavaScript for
 * every Node release, because `npm start` asks before it is known whether anything is installed.
 */
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join, resolve } = require("node:path");

const PACKAGE = resolve(__dirname, "..");
const LIB = join(PACKAGE, "lib");
const STAMP = join(LIB, ".stamp.json");

/** What a build reads of this package. */
const FILES = [
  "package.json",
  "resources.json",
  "schema.json",
  "scripts/bindings.ts",
  "scripts/build.ts",
];

/** What a build runs, or compiles against. */
const TOOLS = ["@cdktf/provider-generator", "cdktf", "constructs", "typescript"];

function missingTools() {
  const local = createRequire(join(PACKAGE, "package.json"));
  return TOOLS.filter((name) => {
    try {
      local.resolve(`${name}/package.json`);
      return false;
    } catch {
      return true;
    }
  });
}

/** @returns {string} a hash of everything the bindings depend on */
function inputsHash() {
  const local = createRequire(join(PACKAGE, "package.json"));
  const hash = createHash("sha256");
  for (const file of FILES) {
    hash.update(`${file}\0`);
    // Git may check text out with CRLF; that changes nothing in the bindings.
    hash.update(`${readFileSync(join(PACKAGE, file), "utf8").replace(/\r\n/g, "\n")}\0`);
  }
  for (const name of TOOLS) {
    const manifest = JSON.parse(readFileSync(local.resolve(`${name}/package.json`), "utf8"));
    hash.update(`${name}@${manifest.version}\0`);
  }
  return hash.digest("hex");
}

/**
 * @returns {boolean} whether lib/ holds every module of the build that `inputsHash()` asks for
 */
function isCurrent() {
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(STAMP, "utf8"));
    if (stamp.inputs !== inputsHash()) return false;
  } catch {
    return false;
  }
  return stamp.modules.every(
    (name) => existsSync(join(LIB, name, "index.js")) && existsSync(join(LIB, name, "index.d.ts")),
  );
}

module.exports = { LIB, PACKAGE, STAMP, inputsHash, isCurrent, missingTools };
