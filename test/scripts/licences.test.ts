import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** Runs the check on a lock file with these packages, by name. */
function check(packages: Readonly<Record<string, Locked>>) {
  const folder = mkdtempSync(join(tmpdir(), "onshore-licences-"));
  try {
    const lock = join(folder, "package-lock.json");
    const entries = Object.entries(packages).map(([name, entry]) => [
      `node_modules/${name}`,
      { version: "1.0.0", ...entry },
    ]);
    writeFileSync(lock, JSON.stringify({ packages: { "": {}, ...Object.fromEntries(entries) } }));
    return run(lock);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(...locks: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "scripts", "licences.mjs"), ...locks],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("passes what the project itself depends on", () => {
  expect(run()).toMatchObject({ status: 0, stderr: "" });
});

test.each(["MIT", "(MIT OR GPL-3.0-or-later)", "Apache-2.0 AND MIT"])(
  "allows %s in what a team installs",
  (license) => {
    expect(check({ thing: { license } })).toMatchObject({ status: 0, stderr: "" });
  },
);

test.each(["GPL-3.0-only", "MIT AND GPL-3.0-only", "MPL-2.0", "CC-BY-4.0", "SEE LICENSE IN x"])(
  "refuses %s in what a team installs",
  (license) => {
    const { status, stderr } = check({ thing: { license } });
    expect(status).toBe(1);
    expect(stderr).toContain(`thing@1.0.0 (production): ${license} is not an allowed licence.`);
  },
);

test.each(["MPL-2.0", "CC-BY-4.0"])("allows %s in a tool", (license) => {
  expect(check({ thing: { license, dev: true } })).toMatchObject({ status: 0, stderr: "" });
});

test.each(["GPL-3.0-only", "AGPL-3.0-or-later", "BUSL-1.1"])("refuses %s in a tool", (license) => {
  const { status, stderr } = check({ thing: { license, dev: true } });
  expect(status).toBe(1);
  expect(stderr).toContain(`thing@1.0.0 (development): ${license} is not an allowed licence.`);
});

test("refuses a package that names no licence", () => {
  const { status, stderr } = check({ thing: {} });
  expect(status).toBe(1);
  expect(stderr).toContain("thing@1.0.0 (production): none named is not an allowed licence.");
});

test("refuses a reviewed package under another licence than the reviewed one", () => {
  expect(check({ cdktf: { license: "MPL-2.0" } })).toMatchObject({ status: 0, stderr: "" });
  expect(check({ cdktf: { license: "BUSL-1.1" } }).status).toBe(1);
});

test("names every offender and not only the first", () => {
  const { stderr } = check({
    zeta: { license: "GPL-2.0-only" },
    "@scope/alpha": { license: "SSPL-1.0" },
    fine: { license: "ISC" },
  });
  expect(stderr.split("\n").slice(0, 2)).toEqual([
    "@scope/alpha@1.0.0 (production): SSPL-1.0 is not an allowed licence.",
    "zeta@1.0.0 (production): GPL-2.0-only is not an allowed licence.",
  ]);
});

test("passes over links to the project's own workspaces", () => {
  expect(check({ own: { link: true } })).toMatchObject({ status: 0, stderr: "" });
});
