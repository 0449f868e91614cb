import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../..");
const PACKAGE = join(ROOT, "providers/oci");
const TYPES = { resources: ["oci_kms_vault"], dataSources: ["oci_objectstorage_namespace"] };
const MODULES = ["data-oci-objectstorage-namespace", "kms-vault", "provider"];

jest.setTimeout(120_000);

/** A built package with a small lock, made once. */
let template = "";
/** What each test works on: a copy of it, inside the real package so that imports still resolve. */
let copy = "";

const file = (name: string) => join(copy, name);
const modules = () => readdirSync(file("lib")).filter((name) => !name.startsWith("."));
const command = (script: string, args: string[]) => [
  "--import",
  "tsx",
  file(`scripts/${script}.ts`),
  ...args,
];

function run(
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, command(script, args), {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...env, INIT_CWD: ROOT },
  });
}

const lock = (types: object, schema = join(PACKAGE, "schema.json")) => {
  writeFileSync(file("resources.json"), JSON.stringify(types));
  return run("lock", ["--schema", schema]);
};

function build(): string {
  const { status, stdout, stderr } = run("build");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trim();
}

const temporary = () => mkdtempSync(join(PACKAGE, ".gen", "test-"));
const unbuilt = () => rmSync(file("lib"), { recursive: true });

beforeAll(() => {
  mkdirSync(join(PACKAGE, ".gen"), { recursive: true });
  template = temporary();
  copy = template;
  cpSync(join(PACKAGE, "scripts"), file("scripts"), { recursive: true });
  cpSync(join(PACKAGE, "package.json"), file("package.json"));
  expect(lock(TYPES).status).toBe(0);
  expect(build()).toContain("built 3 modules");
});

beforeEach(() => {
  copy = temporary();
  cpSync(template, copy, { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));
afterAll(() => rmSync(template, { recursive: true, force: true }));

describe("npm run oci:build", () => {
  test("builds a module per type, prints one line, and leaves nothing else behind", () => {
    unbuilt();
    mkdirSync(file(".gen/work-of-a-killed-build"));
    expect(build()).toMatch(/^OCI bindings: built 3 modules of \S+\/oracle\/oci \S+ in [\d.]+ s$/);
    expect(modules()).toEqual(MODULES);
    expect(readdirSync(file(".gen"))).toEqual([]);
    for (const name of MODULES) {
      expect(readdirSync(file(`lib/${name}`)).sort()).toEqual(["index.d.ts", "index.js"]);
    }
  });

  test("is skipped when nothing changed", () => {
    const before = statSync(file("lib/kms-vault/index.js"));
    expect(build()).toBe("OCI bindings: up to date");
    expect(statSync(file("lib/kms-vault/index.js")).ino).toBe(before.ino);
  });

  test.each<[string, () => void]>([
    ["a module is gone", () => rmSync(file("lib/kms-vault"), { recursive: true })],
    ["a build was killed before its end", () => rmSync(file("lib/.stamp.json"))],
    ["the stamp is damaged", () => writeFileSync(file("lib/.stamp.json"), "{")],
  ])("builds again when %s", (_, damage) => {
    damage();
    expect(build()).toContain("built 3 modules");
    expect(existsSync(file("lib/kms-vault/index.js"))).toBe(true);
  });

  test("follows the lock: a type added is built, a type dropped is removed", () => {
    lock({ resources: ["oci_kms_key"], dataSources: [] });
    expect(build()).toContain("built 2 modules");
    expect(modules()).toEqual(["kms-key", "provider"]);
  });

  test("refuses a list that isn't locked, and says how to lock it", () => {
    writeFileSync(
      file("resources.json"),
      JSON.stringify({ resources: ["oci_kms_key"], dataSources: TYPES.dataSources }),
    );
    const { status, stderr } = run("build");
    expect(status).toBe(1);
    expect(stderr).toContain("npm run oci:lock");
    expect(stderr).toContain("not locked: resource type oci_kms_key");
    expect(stderr).toContain("not listed: resource type oci_kms_vault");
  });

  test("takes over from a build that was killed", () => {
    unbuilt();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(file(".gen/building"), String(pid));
    expect(build()).toContain("built 3 modules");
  });

  test("serves two builds at once", async () => {
    unbuilt();
    const builds = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<number | null>((done) => {
            spawn(process.execPath, command("build", []), { cwd: ROOT }).on("close", done);
          }),
      ),
    );
    expect(builds).toEqual([0, 0]);
    expect(modules()).toEqual(MODULES);
    expect(build()).toBe("OCI bindings: up to date");
  });

  test("needs no terraform and no home folder, and writes nothing into either", () => {
    unbuilt();
    const home = file("home");
    mkdirSync(home);
    const { status, stderr } = run("build", [], { PATH: dirname(process.execPath), HOME: home });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe("npm run oci:lock", () => {
  test("sorts the list, drops repeats, and writes the same bytes again", () => {
    const listed = {
      resources: ["oci_kms_vault", "oci_kms_key", "oci_kms_vault"],
      dataSources: [],
    };
    expect(lock(listed).status).toBe(0);
    const sorted = { resources: ["oci_kms_key", "oci_kms_vault"], dataSources: [] };
    expect(readFileSync(file("resources.json"), "utf8")).toBe(
      `${JSON.stringify(sorted, null, 2)}\n`,
    );
    const bytes = readFileSync(file("schema.json"));
    expect(lock(listed, file("schema.json")).status).toBe(0);
    expect(readFileSync(file("schema.json"))).toEqual(bytes);
  });

  test("refuses an unknown type, names the nearest, and leaves the lock as it was", () => {
    const before = readFileSync(file("schema.json"));
    const { status, stderr } = lock({ resources: ["oci_kms_valt"], dataSources: [] });
    expect(status).toBe(1);
    expect(stderr).toContain('the nearest is "oci_kms_vault"');
    expect(stderr).not.toContain("    at ");
    expect(readFileSync(file("schema.json"))).toEqual(before);
  });

  test.each([
    ["a file that is missing", () => file("none.json"), "Can't read the schema"],
    ["a file that is no JSON", () => file("scripts/lock.ts"), "is not the JSON of"],
    ["JSON of something else", () => file("package.json"), "holds no provider"],
  ])("refuses %s", (_, schema, message) => {
    const { status, stderr } = run("lock", ["--schema", schema()]);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  test("says what to do when there is no terraform", () => {
    const { status, stderr } = run("lock", [], { TERRAFORM_BINARY_NAME: "no-such-terraform" });
    expect(status).toBe(1);
    expect(stderr).toContain('Can\'t run "no-such-terraform"');
    expect(stderr).toContain("--schema FILE");
  });

  test("refuses an option it doesn't know", () => {
    const { status, stderr } = run("lock", ["--shcema", "x"]);
    expect(status).toBe(1);
    expect(stderr).toContain("--shcema");
    expect(stderr).not.toContain("    at ");
  });
});
