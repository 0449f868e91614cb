import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { buildBindings } from "./bindings";
import { withLock } from "./exclusive";
import { LockError, lockedTypes } from "./lockfile";
import { PROVIDER_ADDRESS, type SchemaFile, type TypeList } from "./schema-types";
import { inputsHash, isCurrent, LIB, missingTools, PACKAGE, STAMP } from "./stamp.cjs";

/** Git-ignored, and inside the package so that the sources in it resolve cdktf and constructs. */
const WORK = join(PACKAGE, ".gen");
const WORK_PREFIX = "work-";

const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(PACKAGE, name), "utf8")) as T;

/** Builds lib/ from schema.json unless it is current, and says in one line what it did. */
async function build(): Promise<string> {
  const missing = missingTools();
  if (missing.length > 0) {
    throw new LockError(
      `The OCI bindings can't be built: ${missing.join(", ")} not installed. They are development dependencies: run \`npm ci --include=dev\` in the repository's root.`,
    );
  }
  if (isCurrent()) return "OCI bindings: up to date";
  mkdirSync(WORK, { recursive: true });
  return withLock(join(WORK, "building"), async () => {
    if (isCurrent()) return "OCI bindings: up to date (built by another process)";
    const started = Date.now();
    const inputs = inputsHash();
    const schema = readJson<SchemaFile>("schema.json");
    checkListed(schema, readJson<TypeList>("resources.json"));
    clearLeftovers();
    const work = mkdtempSync(join(WORK, WORK_PREFIX));
    try {
      const version = readJson<{ version: string }>("package.json").version;
      const modules = publish(await buildBindings(schema, version, work), inputs);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      return `OCI bindings: built ${modules.length} modules of ${PROVIDER_ADDRESS} ${version} in ${seconds} s`;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

/** What builds that were killed left behind; under the lock no other build is at work. */
function clearLeftovers(): void {
  for (const entry of readdirSync(WORK)) {
    if (entry.startsWith(WORK_PREFIX)) rmSync(join(WORK, entry), { recursive: true, force: true });
  }
}

function checkListed(schema: SchemaFile, listed: TypeList): void {
  const locked = lockedTypes(schema);
  const differences = [
    ...differing("resource type", listed.resources, locked.resources),
    ...differing("data source", listed.dataSources, locked.dataSources),
  ];
  if (differences.length > 0) {
    throw new LockError(
      [
        "schema.json is not the lock of resources.json: run `npm run oci:lock`.",
        ...differences,
      ].join("\n  "),
    );
  }
}

function differing(kind: string, listed: readonly string[], locked: readonly string[]): string[] {
  return [
    ...listed.filter((name) => !locked.includes(name)).map((name) => `not locked: ${kind} ${name}`),
    ...locked.filter((name) => !listed.includes(name)).map((name) => `not listed: ${kind} ${name}`),
  ];
}

/**
 * Moves a build into lib/ file by file, because a rename over a file is atomic and a swap of folders
 * is not: a program that runs meanwhile finds each module whole, the old one or the new one. The
 * stamp goes first and comes last, so that a build killed in between is done again.
 */
function publish(built: string, inputs: string): string[] {
  const modules = readdirSync(built).sort();
  rmSync(STAMP, { force: true });
  for (const name of modules) {
    mkdirSync(join(LIB, name), { recursive: true });
    for (const file of readdirSync(join(built, name))) {
      renameSync(join(built, name, file), join(LIB, name, file));
    }
    rmdirSync(join(built, name));
  }
  for (const entry of readdirSync(LIB)) {
    if (!modules.includes(entry)) rmSync(join(LIB, entry), { recursive: true, force: true });
  }
  const stamp = join(LIB, `.stamp.${process.pid}.tmp`);
  writeFileSync(stamp, JSON.stringify({ inputs, modules }));
  renameSync(stamp, STAMP);
  return modules;
}

build().then(
  (line) => console.log(line),
  (error: unknown) => {
    console.error(error instanceof LockError ? error.message : error);
    process.exitCode = 1;
  },
);
