// Checks the licence of every package that package-lock.json names, also of those that only another
// platform installs: offline, and the same on every machine. Decided in
// docs/decisions/0018-licences-of-dependencies.md. Prints the offenders and exits with 1.
// `node scripts/licences.mjs [LOCK...]` reads other lock files instead of the project's own.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import parse from "spdx-expression-parse";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SITE_LOCK = join(ROOT, "docs", "site", "package-lock.json");
const OWN_LOCKS = [join(ROOT, "package-lock.json"), SITE_LOCK];

const named = process.argv.slice(2).map((path) => resolve(path));
const locks = named.length > 0 ? named : OWN_LOCKS;

/** What a team that installs Onshore receives. */
const PRODUCTION = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unlicense",
]);

/** Tools that run beside the project besides: none of their files is passed on. */
const DEVELOPMENT = new Set([...PRODUCTION, "CC-BY-3.0", "CC-BY-4.0", "MPL-2.0", "Python-2.0"]);

/** Packages that were judged one by one, with the licence that was judged. */
const REVIEWED = {
  // File-level copyleft: used unchanged, as packages of their own.
  "@cdktf/provider-aws": "MPL-2.0",
  cdktf: "MPL-2.0",
  // Says so in its manifest; comes inside cdktf.
  jsonify: "Public Domain",
};

function isAllowed(expression, allowed) {
  const holds = (node) => {
    if (node.conjunction === "or") return holds(node.left) || holds(node.right);
    if (node.conjunction === "and") return holds(node.left) && holds(node.right);
    // An exception only ever permits more; "or later" is another licence until someone reads it.
    return allowed.has(node.license) && node.plus !== true;
  };
  try {
    return holds(parse(expression));
  } catch {
    return false;
  }
}

const packages = locks.flatMap((lock) =>
  Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages)
    // Of the rest, one is the project itself and the others are links to its workspaces.
    .filter(([path, { link }]) => path.includes("node_modules/") && link !== true)
    .map(([path, { name, version, license, dev }]) => ({
      name: name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license ?? "none named",
      // What builds the site is a tool, though its own manifest may call it a dependency.
      isProduction: dev !== true && lock !== SITE_LOCK,
    })),
);

const seen = new Set();
const reviewed = new Set();
const offenders = [];
for (const { name, version, licence, isProduction } of packages) {
  const id = `${name}@${version} (${isProduction ? "production" : "development"}): ${licence}`;
  if (seen.has(id)) continue;
  seen.add(id);
  if (isAllowed(licence, isProduction ? PRODUCTION : DEVELOPMENT)) continue;
  if (REVIEWED[name] === licence) reviewed.add(name);
  else offenders.push(id);
}

const stale = named.length > 0 ? [] : Object.keys(REVIEWED).filter((name) => !reviewed.has(name));
for (const offender of offenders.sort()) {
  console.error(`${offender} is not an allowed licence.`);
}
for (const name of stale) {
  console.error(`${name} is reviewed as ${REVIEWED[name]}, but no package needs that any more.`);
}
if (offenders.length > 0 || stale.length > 0) {
  console.error(
    `${offenders.length + stale.length} to repair: use another package, or decide on its licence in scripts/licences.mjs and docs/decisions/0018-licences-of-dependencies.md.`,
  );
  process.exitCode = 1;
} else {
  console.log(`${seen.size} packages, all of an allowed licence; ${reviewed.size} by name.`);
}
