import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const SCRIPT = resolve(__dirname, "../../scripts/installed.mjs");

const MANIFEST = {
  name: "root",
  dependencies: { left: "1.0.0" },
  devDependencies: { tool: "2.0.0" },
};
const WORKSPACE = { name: "@cdktf/provider-oci", version: "1.0.0" };
const LOCKED = {
  "": MANIFEST,
  "node_modules/@cdktf/provider-oci": { resolved: "providers/oci", link: true },
  "node_modules/left": { version: "1.0.0", integrity: "sha512-left" },
  "node_modules/tool": { version: "2.0.0", integrity: "sha512-tool", dev: true },
  "node_modules/tool-other-os": { version: "2.0.0", integrity: "sha512-o", optional: true },
  "providers/oci": WORKSPACE,
};

/** A repository with its installer and a stand-in for npm that logs its arguments and installs. */
let root = "";

const file = (name: string) => join(root, name);

function write(name: string, content: unknown): void {
  mkdirSync(dirname(file(name)), { recursive: true });
  writeFileSync(file(name), typeof content === "string" ? content : JSON.stringify(content));
}

function installPackages(locked: Record<string, object> = LOCKED): void {
  const { "": _, "node_modules/tool-other-os": __, ...packages } = locked;
  for (const path of Object.keys(packages)) mkdirSync(file(path), { recursive: true });
  write("node_modules/.package-lock.json", { packages });
}

const read = (name: string) =>
  existsSync(file(name)) ? readFileSync(file(name), "utf8").trim() : "";

function run(args: string[] = [], env: Record<string, string> = {}) {
  const { npm_execpath: _, ...inherited } = process.env;
  const result = spawnSync(process.execPath, [file("scripts/installed.mjs"), ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...inherited, npm_execpath: file("npm/npm-cli.js"), ...env },
  });
  return {
    status: result.status,
    stderr: result.stderr,
    npm: read("npm.log"),
    built: read("built.log"),
  };
}

const failingNpm = (status: number) =>
  write("npm/npm-cli.js", `console.error("npm's own words"); process.exit(${status});`);

function standInForTsx(code: string): void {
  write("node_modules/tsx/package.json", { name: "tsx", main: "index.js" });
  write("node_modules/tsx/index.js", code);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "installed-"));
  mkdirSync(file("scripts"));
  cpSync(SCRIPT, file("scripts/installed.mjs"));
  write("package.json", MANIFEST);
  write("package-lock.json", { packages: LOCKED });
  write("providers/oci/package.json", WORKSPACE);
  write(
    "providers/oci/scripts/stamp.cjs",
    `module.exports = { PACKAGE: require("node:path").resolve(__dirname, ".."), missingTools: () => [],
      isCurrent: () => !require("node:fs").existsSync("stale") };`,
  );
  write(
    "npm/npm-cli.js",
    `const fs = require("node:fs");
     fs.appendFileSync("npm.log", process.argv.slice(2).join(" ") + "\\n");
     const { "": _, "node_modules/tool-other-os": __, ...packages } =
       JSON.parse(fs.readFileSync("package-lock.json", "utf8")).packages;
     for (const path of Object.keys(packages)) fs.mkdirSync(path, { recursive: true });
     fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages }));`,
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("npm start and npm test", () => {
  test("install a fresh clone, development dependencies included, and only once", () => {
    const first = run([], { NODE_ENV: "production" });
    expect(first).toMatchObject({ status: 0, npm: "ci --include=dev" });
    expect(first.stderr).toContain("Running npm ci, because nothing is installed yet.");
    expect(run()).toMatchObject({ status: 0, stderr: "", npm: "ci --include=dev" });
  });

  test("accept an install whose scripts were not run, without installing again", () => {
    installPackages();
    expect(run()).toMatchObject({ status: 0, stderr: "", npm: "" });
  });

  test.each<[string, () => void, string]>([
    [
      "a package has another version",
      () => installPackages({ ...LOCKED, "node_modules/left": { version: "0.9.0" } }),
      "left 0.9.0 is installed, package-lock.json says 1.0.0",
    ],
    [
      "a package has the version but other content",
      () =>
        installPackages({ ...LOCKED, "node_modules/left": { version: "1.0.0", integrity: "x" } }),
      "left 1.0.0 is installed",
    ],
    [
      "the development dependencies were left out",
      () => {
        const { "node_modules/tool": _, ...rest } = LOCKED;
        installPackages(rest);
      },
      "tool is not installed",
    ],
    [
      "a package's folder was deleted",
      () => {
        installPackages();
        rmSync(file("node_modules/left"), { recursive: true });
      },
      "left is not installed",
    ],
    [
      "an install broke off",
      () => mkdirSync(file("node_modules/left"), { recursive: true }),
      "not installed by npm, or not to the end",
    ],
    [
      "package.json was edited after the lock",
      () => {
        installPackages();
        write("package.json", { ...MANIFEST, dependencies: { left: "2.0.0" } });
      },
      "package.json was changed after package-lock.json",
    ],
  ])("install again when %s", (_, prepare, reason) => {
    prepare();
    const { npm, stderr } = run();
    expect(npm).toBe("ci --include=dev");
    expect(stderr).toContain(reason);
  });

  test("install again when the lock changes after a recorded install", () => {
    run();
    const next = { ...LOCKED, "node_modules/left": { version: "1.0.1", integrity: "sha512-next" } };
    write("package-lock.json", { packages: next });
    expect(run().npm).toBe("ci --include=dev\nci --include=dev");
  });

  test("stop with npm's messages when npm fails, and try again the next time", () => {
    failingNpm(7);
    for (const _ of [1, 2]) {
      const { status, stderr } = run();
      expect(status).toBe(1);
      expect(stderr).toMatch(/Running npm ci[\s\S]*npm's own words[\s\S]*npm ci failed/);
    }
  });

  test("stop when the bindings can't be built", () => {
    installPackages();
    write("stale", "");
    standInForTsx("process.exit(3);");
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain("The OCI bindings are not built");
  });

  test("build the bindings that are not current, and leave those that are", () => {
    installPackages();
    standInForTsx(
      'require("node:fs").writeFileSync("built.log", process.argv[1] ?? ""); process.exit(0);',
    );
    expect(run()).toMatchObject({ status: 0, built: "" });
    write("stale", "");
    expect(run()).toMatchObject({
      status: 0,
      built: expect.stringMatching(/providers.oci.scripts.build\.ts$/),
    });
  });

  test("turn away a Node.js that is too old, in one line", () => {
    write(
      "old.cjs",
      `Object.defineProperty(process.versions, "node", { value: "20.8.1" });
       Object.defineProperty(process, "version", { value: "v20.8.1" });`,
    );
    const { status, stderr, npm } = run([], { NODE_OPTIONS: `--require ${file("old.cjs")}` });
    expect({ status, npm }).toEqual({ status: 1, npm: "" });
    expect(stderr).toBe("Onshore needs Node.js 20.9 or later; this is v20.8.1.\n");
  });
});

describe("the postinstall script", () => {
  test("records a whole install", () => {
    installPackages();
    expect(run(["--record"])).toMatchObject({ status: 0, stderr: "", npm: "" });
    rmSync(file("node_modules/left"), { recursive: true });
    expect(run().npm).toBe("");
  });

  test("doesn't record an install that left packages out", () => {
    const { "node_modules/tool": _, ...rest } = LOCKED;
    installPackages(rest);
    expect(run(["--record"]).status).toBe(0);
    expect(run().npm).toBe("ci --include=dev");
  });
});
