import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

test("the output that the README quotes is what npm start prints", () => {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-"));
  const { stdout } = spawnSync(process.execPath, ["--require", "tsx/cjs", "main.ts"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
  rmSync(outdir, { recursive: true });
  const quoted = README.match(/\$ npm start\n([\s\S]*?)```/)?.[1] ?? "";
  const lines = quoted.split("\n").filter((line) => line.trim() !== "" && line !== "…");
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    // An ellipsis stands for what differs from one construct path to the next.
    const [start = "", end = ""] = line.split("…");
    const found = stdout
      .split("\n")
      .some((printed) => printed.startsWith(start) && printed.endsWith(end));
    expect({ line, found }).toEqual({ line, found: true });
  }
});

test("every link of the README into the project leads somewhere", () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(
    ([, path]) => path ?? "",
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("every npm script that the README names is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const named = [...README.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
