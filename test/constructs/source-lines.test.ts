import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { transformSync } from "@swc/core";
import { App, type AppConfig, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import {
  GuardedApp,
  GuardedAwsStack,
  GuardedStack,
  SovereignVault,
  StateBackend,
} from "../../constructs";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { temporaryFolder } from "../support/judge-path";
import { DATA, TENANCY } from "../support/synth";

const ROOT = join(__dirname, "..", "..");
const root = realpathSync(temporaryFolder());
let outdirs = 0;

/** `file:line` of the placements of an app's resources, by type, as the guard reads them. */
function linesOf(make: (stack: GuardedStack) => void, config: AppConfig = {}) {
  outdirs += 1;
  const app = new GuardedApp({
    ...config,
    skipValidation: true,
    outdir: join(root, `out-${outdirs}`),
  });
  make(
    new GuardedStack(app, "stack", {
      jurisdiction: Jurisdiction.US,
      region: "us-ashburn-1",
      homeRegion: "us-ashburn-1",
      tenancyOcid: TENANCY,
      state: StateBackend.local(),
    }),
  );
  app.synth();
  return lines(app.outdir);
}

function lines(outdir: string): Readonly<Record<string, string | undefined>> {
  const result = check(readSource(outdir), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" });
  return Object.fromEntries(
    result.placements
      .filter(({ kind }) => kind === "resource")
      .map(({ address, source }) => [
        address.split(".")[0],
        source && `${source.file}:${source.line}`,
      ]),
  );
}

/** Where this file says `marker` in a comment. */
function here(marker: string): string {
  const text = readFileSync(__filename, "utf8").split("\n");
  return `test/constructs/${basename(__filename)}:${text.findIndex((line) => line.endsWith(`// ${marker}`)) + 1}`;
}

const bucketProps = { compartmentId: DATA, namespace: "ns", name: "b" };

/** A construct of the user's own. */
class Archive extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    // biome-ignore format: the line is what is looked for
    new ObjectstorageBucket(this, "bucket", bucketProps); // in the user's construct
  }
}

/** A resource of the user's own. */
class PrivateBucket extends ObjectstorageBucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, { ...bucketProps, accessType: "NoPublicAccess" });
  }
}

describe("an app's source lines", () => {
  test("are those of the user's code that makes a resource of a provider", () => {
    const found = linesOf((stack) => {
      // biome-ignore format: the line is what is looked for
      new ObjectstorageBucket(stack, "b", bucketProps); // made by hand
    });
    expect(found).toEqual({ oci_objectstorage_bucket: here("made by hand") });
  });

  test("are those of the call of a construct of Onshore, not of its insides", () => {
    const found = linesOf((stack) => {
      // biome-ignore format: the line is what is looked for
      const vault = new SovereignVault(stack, "v", { compartmentId: DATA, displayName: "v" }); // the vault
      // biome-ignore format: the line is what is looked for
      vault.addKey("storage"); // the key
    });
    expect(found).toMatchObject({
      oci_kms_vault: here("the vault"),
      oci_kms_key: here("the key"),
    });
  });

  test("are those within a construct of the user's own", () => {
    const found = linesOf((stack) => {
      new Archive(stack, "archive");
    });
    expect(found).toEqual({ oci_objectstorage_bucket: here("in the user's construct") });
  });

  test("are those of the call of a class of the user's own that is a resource itself", () => {
    const found = linesOf((stack) => {
      // biome-ignore format: the line is what is looked for
      new PrivateBucket(stack, "b"); // of a resource class
    });
    expect(found).toEqual({ oci_objectstorage_bucket: here("of a resource class") });
  });

  test("are left out where the app asks for no stack traces", () => {
    const found = linesOf(
      (stack) => {
        new ObjectstorageBucket(stack, "b", bucketProps);
      },
      { stackTraces: false },
    );
    expect(found).toEqual({ oci_objectstorage_bucket: undefined });
  });

  test("are not forced on an app that is none of Onshore's", () => {
    const app = new App({ outdir: join(root, "plain"), skipValidation: true });
    new ObjectstorageBucket(new TerraformStack(app, "plain"), "b", bucketProps);
    app.synth();
    expect(lines(app.outdir)).toEqual({ oci_objectstorage_bucket: undefined });
  });

  test("are recorded by a guarded stack too, whatever app it is of", () => {
    const app = new App({ outdir: join(root, "guarded"), skipValidation: true });
    const stack = new GuardedStack(app, "guarded", {
      jurisdiction: Jurisdiction.US,
      region: "us-ashburn-1",
      homeRegion: "us-ashburn-1",
      tenancyOcid: TENANCY,
      state: StateBackend.local(),
    });
    // biome-ignore format: the line is what is looked for
    new ObjectstorageBucket(stack, "b", bucketProps); // in a guarded stack
    const aws = new GuardedAwsStack(app, "guarded-aws", {
      jurisdiction: Jurisdiction.US,
      region: "us-east-1",
      accountId: "111122223333",
      state: StateBackend.local(),
    });
    // biome-ignore format: the line is what is looked for
    new S3Bucket(aws, "b", { provider: aws.providerFor("us-east-1"), bucket: "b" }); // in an AWS stack
    app.synth();
    expect(lines(app.outdir)).toMatchObject({
      oci_objectstorage_bucket: here("in a guarded stack"),
      aws_s3_bucket: here("in an AWS stack"),
    });
  });

  test("are left out of a guarded stack whose app asks for no stack traces", () => {
    const outdir = join(root, "guarded-without");
    const app = new App({ outdir, skipValidation: true, stackTraces: false });
    const stack = new GuardedStack(app, "guarded", {
      jurisdiction: Jurisdiction.US,
      region: "us-ashburn-1",
      homeRegion: "us-ashburn-1",
      tenancyOcid: TENANCY,
      state: StateBackend.local(),
    });
    new ObjectstorageBucket(stack, "b", bucketProps);
    app.synth();
    expect(lines(app.outdir)).toEqual({ oci_objectstorage_bucket: undefined });
  });

  test("leave stack traces as they were", () => {
    const { prepareStackTrace, stackTraceLimit } = Error;
    linesOf((stack) => {
      new Archive(stack, "archive");
    });
    expect(Error.prepareStackTrace).toBe(prepareStackTrace);
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  });
});

test("main.ts under tsx records the lines of the stacks", () => {
  const outdir = join(root, "estate");
  const { status } = spawnSync(process.execPath, ["--require", "tsx/cjs", "main.ts"], {
    cwd: ROOT,
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
  expect(status).toBe(0);
  const [file = "", line] = lines(outdir).oci_objectstorage_replication_policy?.split(":") ?? [];
  const text = readFileSync(join(ROOT, file), "utf8").split("\n")[Number(line) - 1];
  expect(file).toBe("stacks/us-data-stack.ts");
  expect(text).toContain("new RegionLockedBucket(");
});

describe("a compiled app, with the package in node_modules", () => {
  const USER = `import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { LocalBackend, TerraformStack } from "cdktf";
import { GuardedApp } from "onshore";

interface Named { readonly name: string; }

function make(stack: TerraformStack, { name }: Named): void {
  new ObjectstorageBucket(stack, name, { compartmentId: "c", namespace: "ns", name });
}

const app = new GuardedApp({ skipValidation: true });
const stack = new TerraformStack(app, "compiled");
new LocalBackend(stack, { path: "terraform.tfstate" });
make(stack, { name: "b" });
app.synth();
`;
  const built = join(root, "package");

  function compile(from: string, to: string): void {
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const source = join(from, entry.name);
      if (entry.isDirectory()) {
        compile(source, join(to, entry.name));
      } else if (entry.name.endsWith(".ts")) {
        mkdirSync(to, { recursive: true });
        const file = join(to, entry.name.replace(/ts$/, "js"));
        writeFileSync(file, transpile(readFileSync(source, "utf8"), entry.name).code);
      } else if (entry.name.endsWith(".json")) {
        cpSync(source, join(to, entry.name));
      }
    }
  }

  function transpile(code: string, filename: string) {
    return transformSync(code, {
      filename,
      sourceMaps: true,
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    });
  }

  /** Lays out the project in `folder`, runs its compiled code, and returns what was written. */
  function runIn(folder: string, isMapped = true): { readonly json: string; readonly at: string } {
    cpSync(built, join(folder, "node_modules", "onshore"), { recursive: true });
    mkdirSync(join(folder, "dist"));
    const { code, map = "" } = transpile(USER, "main.ts");
    const named = { ...JSON.parse(map), sources: ["../src/main.ts"] };
    writeFileSync(join(folder, "package.json"), "{}");
    const link = isMapped ? "\n//# sourceMappingURL=main.js.map\n" : "";
    writeFileSync(join(folder, "dist", "main.js"), code + link);
    writeFileSync(join(folder, "dist", "main.js.map"), JSON.stringify(named));
    const { status, stderr } = spawnSync(process.execPath, [join("dist", "main.js")], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "", NODE_PATH: join(ROOT, "node_modules") },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const outdir = join(folder, "cdktf.out");
    return {
      json: readFileSync(join(outdir, "stacks", "compiled", "cdk.tf.json"), "utf8"),
      at: lines(outdir).oci_objectstorage_bucket ?? "",
    };
  }

  beforeAll(() => {
    for (const room of ["constructs", "guard", "jurisdiction"]) {
      compile(join(ROOT, room), join(built, room));
    }
    writeFileSync(join(built, "package.json"), '{ "main": "constructs/index.js" }');
  });

  afterAll(() => {
    rmSync(built, { recursive: true });
  });

  test("records the TypeScript line by the map beside the file, without a flag", () => {
    const { at } = runIn(join(root, "one"));
    const line = USER.split("\n").findIndex((text) => text.includes("new ObjectstorageBucket")) + 1;
    expect(at).toBe(`src/main.ts:${line}`);
  });

  test("writes the same bytes wherever the project lies, and names no folder above it", () => {
    const one = runIn(join(root, "here"));
    const other = runIn(join(root, "a", "much", "longer", "way"));
    expect(other.json).toBe(one.json);
    expect(one.json).not.toContain(relative("/", root));
    expect(one.json).not.toContain(dirname(root));
  });

  test("records the line of the JavaScript where there is no map", () => {
    expect(runIn(join(root, "unmapped"), false).at).toMatch(/^dist\/main\.js:\d+$/);
  });
});
