import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { LockError, lockSchema, sortTypes } from "./lockfile";
import { printSchema } from "./print-schema";
import { readSchema } from "./read-schema";
import { runScript } from "./run-script";
import { PROVIDER_ADDRESS, type SchemaFile, type TypeList } from "./schema-types";

const PACKAGE = resolve(__dirname, "..");

const USAGE = `Usage: npm run oci:lock [-- --schema FILE]

Writes providers/oci/schema.json, the schema of the types listed in resources.json.
  --schema FILE  read what \`terraform providers schema -json\` printed (may be gzipped)
                 instead of asking terraform for it`;

/** Lets terraform download the provider into a temporary folder and print its schema. */
function fetchSchema(version: string): SchemaFile {
  const terraform = process.env.TERRAFORM_BINARY_NAME ?? "terraform";
  if (spawnSync(terraform, ["version"], { stdio: "ignore" }).error) {
    throw new LockError(
      `Can't run "${terraform}". Install Terraform (https://developer.hashicorp.com/terraform/install), name another binary in TERRAFORM_BINARY_NAME, or give its output with --schema FILE.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "oci-lock-"));
  try {
    const required = { oci: { source: "oracle/oci", version: `= ${version}` } };
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: required } }),
    );
    console.log(`Downloading oracle/oci ${version} (several hundred megabytes) ...`);
    const init = spawnSync(terraform, ["init", "-input=false", "-no-color", "-backend=false"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (init.status !== 0) {
      throw new LockError(
        `\`${terraform} init\` couldn't get oracle/oci ${version}. It needs the network (registry.terraform.io and releases.hashicorp.com, or a mirror in Terraform's CLI configuration); without one, give --schema FILE.\n${init.stderr.trim()}`,
      );
    }
    const output = execFileSync(terraform, ["providers", "schema", "-json"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    return JSON.parse(output) as SchemaFile;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A reader of the file never sees half of it. */
function replaceFile(file: string, content: string): void {
  const next = `${file}.${process.pid}.tmp`;
  writeFileSync(next, content);
  renameSync(next, file);
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch (error) {
    throw new LockError(`Can't read ${file}: ${(error as Error).message}`);
  }
}

function main(): void {
  const { values } = parseArgs({
    options: { schema: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { version } = readJson<{ version: string }>(join(PACKAGE, "package.json"));
  const types = sortTypes(readJson<TypeList>(join(PACKAGE, "resources.json")));
  // npm runs a workspace's scripts in the workspace; the path was typed where npm was called.
  const base = process.env.INIT_CWD ?? process.cwd();
  const full = values.schema ? readSchema(resolve(base, values.schema)) : fetchSchema(version);
  const locked = printSchema(lockSchema(full, types, version));
  replaceFile(join(PACKAGE, "schema.json"), locked);
  replaceFile(join(PACKAGE, "resources.json"), `${JSON.stringify(types, null, 2)}\n`);
  const count = `${types.resources.length} resource types, ${types.dataSources.length} data sources`;
  console.log(`Locked ${PROVIDER_ADDRESS} ${version}: ${count}. Now run: npm run oci:build`);
}

runScript(main);
