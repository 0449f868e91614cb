import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Synthesizes the example estate by one library; the JSON of each stack by its path. */
function synthesize(library: "cdktf" | "cdktn"): ReadonlyMap<string, Json> {
  const outdir = join(folder, library);
  const hook = join(ROOT, "scripts", "cdktn", "as-cdktf.cjs");
  const run = spawnSync(
    process.execPath,
    [...(library === "cdktn" ? ["--require", hook] : []), "--require", "tsx/cjs", "main.ts"],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, CDKTF_OUTDIR: outdir } },
  );
  expect({ stderr: run.stderr, status: run.status }).toEqual({ stderr: "", status: 0 });
  const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
  const paths = Object.values<{ synthesizedStackPath: string }>(manifest.stacks).map(
    ({ synthesizedStackPath }) => synthesizedStackPath,
  );
  return new Map(paths.map((path) => [path, JSON.parse(readFileSync(join(outdir, path), "utf8"))]));
}

/** Without what cdktf writes for people: versions, paths, traces. */
function withoutComments(json: Json): Json {
  if (Array.isArray(json)) {
    return json.map(withoutComments);
  }
  if (typeof json !== "object" || json === null) {
    return json;
  }
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => key !== "//")
      .map(([key, value]) => [key, withoutComments(value)]),
  );
}

test("CDK Terrain writes the same JSON of every stack as cdktf, apart from metadata", () => {
  const before = synthesize("cdktf");
  const after = synthesize("cdktn");
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(before.size).toBeGreaterThan(1);
  for (const [path, json] of before) {
    expect(withoutComments(after.get(path) ?? null)).toEqual(withoutComments(json));
  }
  // Else the hook did nothing, and one library was compared with itself.
  const version = (json: Json | undefined) =>
    JSON.stringify((json as { "//": { metadata: { version: string } } })["//"].metadata.version);
  const [first = ""] = before.keys();
  expect(version(after.get(first))).not.toBe(version(before.get(first)));
});
