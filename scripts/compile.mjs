// Compiles what a team installs to dist/: `node scripts/compile.mjs`.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");

// What an earlier build left would be packed too.
rmSync(DIST, { recursive: true, force: true });
const tsc = join("node_modules", "typescript", "bin", "tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
  cwd: ROOT,
  stdio: "inherit",
});
if (status !== 0) {
  process.exit(1);
}
// Pages of rules, and tables that are loaded when they are asked for: the compiler sees neither.
for (const room of ["jurisdiction", "guard", "constructs"]) {
  for (const entry of readdirSync(join(ROOT, room), { recursive: true })) {
    if (/\.(json|md)$/.test(entry)) {
      cpSync(join(ROOT, room, entry), join(DIST, room, entry));
    }
  }
}
for (const name of ["bin", "LICENSE", "README.md", "CHANGELOG.md"]) {
  cpSync(join(ROOT, name), join(DIST, name), { recursive: true });
}
chmodSync(join(DIST, "bin", "onshore.js"), 0o755);
