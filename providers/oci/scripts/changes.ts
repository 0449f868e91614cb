import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { LockError } from "./lockfile";
import { parseSchema, readSchema } from "./read-schema";
import { runScript } from "./run-script";
import { printChanges, schemaChanges } from "./schema-changes";
import type { SchemaFile } from "./schema-types";

const PACKAGE = resolve(__dirname, "..");

const USAGE = `Usage: npm run oci:changes -- [OLD [NEW]]

Prints what changed between two schemas of the provider, and how the guard classifies each new
argument. OLD and NEW are files (schema.json, or what \`terraform providers schema -json\` printed,
gzipped or not) or git revisions of providers/oci/schema.json.
  OLD  default: HEAD
  NEW  default: the schema.json that is there now`;

/** A file where there is one of that name, else the lock as of a git revision. */
function schemaAt(place: string, base: string): SchemaFile {
  const file = resolve(base, place);
  if (existsSync(file)) {
    return readSchema(file);
  }
  // "./" is relative to the working folder, so that it does not matter where the repository begins.
  const show = spawnSync("git", ["show", "--end-of-options", `${place}:./schema.json`], {
    cwd: PACKAGE,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (show.status !== 0) {
    const said = show.error?.message ?? show.stderr.trim();
    throw new LockError(
      `"${place}" is neither a file nor a git revision that holds providers/oci/schema.json: ${said}`,
    );
  }
  return parseSchema(show.stdout, `schema.json as of ${place}`);
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [before = "HEAD", after = join(PACKAGE, "schema.json"), ...rest] = positionals;
  if (rest.length > 0) {
    throw new LockError(`Two schemas at most, got ${positionals.length}.\n\n${USAGE}`);
  }
  // npm runs a workspace's scripts in the workspace; the path was typed where npm was called.
  const base = process.env.INIT_CWD ?? process.cwd();
  process.stdout.write(printChanges(schemaChanges(schemaAt(before, base), schemaAt(after, base))));
}

runScript(main);
