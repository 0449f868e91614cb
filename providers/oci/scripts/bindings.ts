import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PROVIDER_ADDRESS, type SchemaFile } from "./schema-types";
import { PACKAGE } from "./stamp.cjs";

/**
 * Generates and compiles the bindings of a locked schema.
 *
 * @param schema the locked schema
 * @param version the provider's version, e.g. "8.28.0"
 * @param work an empty folder inside this package, so that imports resolve; the caller removes it
 * @returns the folder that holds `<module>/index.js` and `<module>/index.d.ts`
 */
export async function buildBindings(
  schema: SchemaFile,
  version: string,
  work: string,
): Promise<string> {
  const constraint = `${PROVIDER_ADDRESS.split("/").slice(1).join("/")}@${version}`;
  const cache = join(work, "cache");
  const source = join(work, "src");
  mkdirSync(cache, { recursive: true });
  const [name = "", tag = ""] = constraint.split("@");
  writeFileSync(
    join(cache, `${encodeURIComponent(name)}@${encodeURIComponent(tag)}.json`),
    JSON.stringify(schema),
  );
  await generate(constraint, cache, source);
  return compile(join(source, "providers", "oci"), work);
}

async function generate(constraint: string, cache: string, output: string): Promise<void> {
  isolateGenerator(cache);
  // Imported late: the module reads the environment, and calls terraform, while it loads.
  const { ConstructsMaker, TerraformProviderConstraint } = await import(
    "@cdktf/provider-generator"
  );
  type Options = ConstructorParameters<typeof ConstructsMaker>[0];
  const targetLanguage = "typescript" as Options["targetLanguage"];
  const maker = new ConstructsMaker({ codeMakerOutput: output, targetLanguage }, cache);
  // The object form of a constraint gets another cache key, and terraform would be asked.
  await maker.generate([new TerraformProviderConstraint(constraint)]);
}

/**
 * Loading the generator runs `terraform version`, prints what terraform says on stderr, and, when
 * there is no terraform, reports that to HashiCorp and writes an id into the home folder. None
 * of it is wanted for a build that reads a file. Without a terraform to call, a cache file under
 * a wrong name is an error instead of a download.
 */
function isolateGenerator(home: string): void {
  process.env.TERRAFORM_BINARY_NAME = "terraform-is-not-used-by-this-build";
  process.env.CHECKPOINT_DISABLE = "1";
  process.env.CDKTF_HOME = home;
  process.env.CDKTF_LOG_LEVEL = "OFF";
  delete process.env.CDKTF_LOG_FILE_DIRECTORY;
}

/** The generator's sources are sound TypeScript; checking them again would double the time. */
const COMPILER_OPTIONS = {
  target: "es2022",
  module: "nodenext",
  types: [],
  strict: true,
  noCheck: true,
  skipLibCheck: true,
  declaration: true,
};

function compile(source: string, work: string): string {
  // The barrel of all resources is left out: importing it loads every module.
  rmSync(join(source, "index.ts"));
  rmSync(join(source, "lazy-index.ts"));
  const output = join(work, "lib");
  const project = join(work, "tsconfig.json");
  const options = { ...COMPILER_OPTIONS, rootDir: source, outDir: output };
  writeFileSync(project, JSON.stringify({ compilerOptions: options, include: [source] }));
  const local = createRequire(join(PACKAGE, "package.json"));
  const tsc = join(dirname(local.resolve("typescript/package.json")), "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "--project", project, "--pretty", "false"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`TypeScript couldn't compile the bindings:\n${stdout}${stderr}`);
  }
  return output;
}
