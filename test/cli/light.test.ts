import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** Files that a process has loaded once `onshore` has run with `words`. */
function loadedBy(words: readonly string[]): readonly string[] {
  const program = `
    const { run } = require("./cli/main.ts");
    run(${JSON.stringify(words)}, { out: () => {}, err: () => {} }, "2026-01-01", {});
    process.stdout.write(JSON.stringify(Object.keys(require.cache)));
  `;
  const { stdout } = spawnSync(process.execPath, ["--require", "tsx/cjs", "-e", program], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return JSON.parse(stdout);
}

describe.each([
  ["explain", ["explain"]],
  ["check", ["check", "examples/plain-terraform/plan.json"]],
  ["check for code scanning", ["check", "examples/plain-terraform/plan.json", "--format", "sarif"]],
])("onshore %s", (_what, words) => {
  const loaded = loadedBy(words);

  test("runs without cdktf, constructs and providers", () => {
    expect(loaded.length).toBeGreaterThan(50);
    expect(
      loaded.filter((file) => /node_modules\/(cdktf|constructs|cdktn|@cdktf|zod)\//.test(file)),
    ).toEqual([]);
  });

  test("loads the reporters that it was asked for, and no other", () => {
    const asksForSarif = words.includes("sarif");
    expect(loaded.some((file) => file.includes("/node-sarif-builder/"))).toBe(asksForSarif);
    expect(loaded.some((file) => file.includes("/junit-report-builder/"))).toBe(false);
    expect(loaded.some((file) => file.includes("/guard/report/html/"))).toBe(false);
  });
});
