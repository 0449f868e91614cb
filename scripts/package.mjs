// Makes the two tarballs that a team installs: onshore, compiled, and the OCI bindings that were never
// published. `node scripts/package.mjs FOLDER` writes them to FOLDER (default: the current one) and
// prints their paths.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");

function run(command, ...words) {
  const { status, error, stdout, stderr } = spawnSync(command, words, {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (error || status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}${error ? `${error}\n` : ""}`);
    process.exit(1);
  }
  return stdout;
}

/** Which the project that installs the package has too: two copies would not know each other. */
const PEERS = {
  "@cdktf/provider-aws": "^21.22.1",
  "@cdktf/provider-oci": "8.28.0",
  cdktf: "0.21.0",
  constructs: "^10.7.0",
};

const ENTRIES = {
  ".": "index",
  "./aws": "constructs/amazon",
  "./guard": "guard/index",
  "./jurisdiction": "jurisdiction/index",
  "./testing": "testing/index",
};

/** What the compiled files import besides. */
const DEPENDENCIES = ["ipaddr.js", "junit-report-builder", "node-sarif-builder"];

/** The project's own manifest has scripts and tools that a team that installs it has no use for. */
function writeManifest() {
  const own = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const pick = (names) => Object.fromEntries(names.map((name) => [name, own[name]]));
  const entries = Object.entries(ENTRIES).map(([name, file]) => [
    name,
    { types: `./${file}.d.ts`, default: `./${file}.js` },
  ]);
  const manifest = {
    ...pick(["name", "version", "description", "license", "engines", "bin"]),
    main: "./index.js",
    types: "./index.d.ts",
    exports: { ...Object.fromEntries(entries), "./package.json": "./package.json" },
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, own.dependencies[name]])),
    peerDependencies: PEERS,
    // The guard needs none of them.
    peerDependenciesMeta: Object.fromEntries(
      Object.keys(PEERS).map((name) => [name, { optional: true }]),
    ),
  };
  writeFileSync(join(DIST, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

function pack(source, folder) {
  mkdirSync(folder, { recursive: true });
  // npm's own scripts would build the bindings again, which the installation has done.
  const words = ["pack", source, "--json", "--ignore-scripts", "--pack-destination", folder];
  const packed = JSON.parse(run("npm", ...words));
  const [{ filename, size, unpackedSize }] = Array.isArray(packed) ? packed : Object.values(packed);
  return { path: join(folder, filename), size, unpackedSize };
}

run(process.execPath, join("scripts", "compile.mjs"));
writeManifest();
const folder = resolve(process.argv[2] ?? ".");
for (const source of ["./dist", "./providers/oci"]) {
  const { path, size, unpackedSize } = pack(source, folder);
  const kib = (bytes) => `${Math.ceil(bytes / 1024)} KiB`;
  process.stdout.write(`${path}  ${kib(size)}, unpacked ${kib(unpackedSize)}\n`);
}
