import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { transformSync } from "@swc/core";
import { type GuardedApp, GuardedAwsStack } from "../../constructs";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";

const ROOT = join(__dirname, "..", "..");
const PAGES = join(ROOT, "docs", "constructs");

interface Example {
  /** `sovereign-vault: Minimal`. */
  readonly title: string;
  readonly code: string;
}

/** The programs of a page: each `ts` block, by the heading that it stands under. */
function examplesOf(page: string): readonly Example[] {
  const name = basename(page, ".md");
  let heading = "";
  const found: Example[] = [];
  for (const [, title, code] of readFileSync(join(PAGES, page), "utf8").matchAll(
    /^## (.+)$|^```ts\n([\s\S]*?)^```$/gm,
  )) {
    if (title !== undefined) {
      heading = title;
    } else if (code !== undefined) {
      found.push({ title: `${name}: ${heading}`, code });
    }
  }
  return found;
}

const pages = readdirSync(PAGES).filter((name) => name.endsWith(".md"));
const examples = pages.flatMap(examplesOf);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each(pages)("the page %s says what it makes and refuses, with two examples", (page) => {
  const text = readFileSync(join(PAGES, page), "utf8");
  for (const heading of ["Makes", "Refuses", "Minimal", "Full", "Facts"]) {
    expect(text).toContain(`\n## ${heading}\n`);
  }
  expect(examplesOf(page).map(({ title }) => title.split(": ")[1])).toEqual(
    expect.arrayContaining(["Minimal", "Full"]),
  );
});

test("every construct that can be installed has a page", () => {
  const exported = (file: string) =>
    [...readFileSync(join(ROOT, file), "utf8").matchAll(/from "\.\/([a-z0-9-]+)"/g)]
      .map(([, name]) => name)
      .filter((name) => name !== "aws");
  // What others stand on, explained where they are.
  const inner = [
    "guarded-app",
    "guarded-stack",
    "guarded-aws-stack",
    "state-backend",
    "validation",
  ];
  const names = ["oracle.ts", "amazon.ts", "aws/index.ts"].flatMap((file) =>
    exported(`constructs/${file}`),
  );
  const missing = names.filter(
    (name) => !inner.includes(name ?? "") && !pages.includes(`${name}.md`),
  );
  expect(missing).toEqual([]);
});

describe.each(examples)("the example $title", ({ title, code }) => {
  test("is synthesized, and proven inside without waivers but those of a stack's own exception", () => {
    const outdir = join(folder, title.replace(/\W+/g, "-"));
    const app = runExample(code, outdir);
    app.synth();
    const entries = app.node
      .findAll()
      .flatMap((construct) => (construct instanceof GuardedAwsStack ? construct.waivers() : []));
    const result = check(readSource(outdir), {
      jurisdiction: Jurisdiction.US,
      asOf: "2026-01-15",
      waivers: { file: "waivers.json", entries },
    });
    expect(result.findings.filter(({ waiver }) => waiver === undefined)).toEqual([]);
    expect(entries.length > 0).toBe(title.startsWith("backup-retirement"));
    expect(result.summary.resources).toBeGreaterThan(0);
  });
});

/** Runs a program as a file beside its page would be run, and hands out its app. */
function runExample(code: string, outdir: string): GuardedApp {
  const { code: script } = transformSync(code, {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  // Jest's own loader, so that the example and this test know the same classes.
  const load = (name: string) =>
    name.startsWith("../../") ? require(join(ROOT, name.slice("../../".length))) : require(name);
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = outdir;
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    return new Function("require", "exports", `${script}\nreturn app;`)(load, {});
  } finally {
    process.stdout.write = write;
    if (before === undefined) {
      delete process.env.CDKTF_OUTDIR;
    } else {
      process.env.CDKTF_OUTDIR = before;
    }
  }
}

test("the examples have the types that they claim", () => {
  // Inside node_modules, so that packages are found as from any file of the project.
  const cache = join(ROOT, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, "onshore-examples-"));
  try {
    const files = examples.map(({ title, code }) => {
      const file = join(work, `${title.replace(/\W+/g, "-")}.ts`);
      writeFileSync(file, `${code.replaceAll('"../../', `"${ROOT}/`)}\nexport {};\n`);
      return file;
    });
    writeFileSync(
      join(work, "tsconfig.json"),
      JSON.stringify({
        extends: join(ROOT, "tsconfig.json"),
        // An example may make what it does not use again.
        compilerOptions: { noUnusedLocals: false },
        exclude: [],
        files,
      }),
    );
    const tsc = createRequire(__filename).resolve("typescript/package.json");
    const run = spawnSync(
      process.execPath,
      [join(tsc, "..", "bin", "tsc"), "-p", join(work, "tsconfig.json")],
      { encoding: "utf8" },
    );
    expect(run.stdout).toBe("");
    expect(run.status).toBe(0);
  } finally {
    rmSync(work, { recursive: true });
  }
});
