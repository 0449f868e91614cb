import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { readSource, UnreadableInputError } from "../../../guard";
import { bucketIn } from "../../support/check-json";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";

const root = temporaryFolder();
let count = 0;
let folder: string;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});

/** The one line that reading ends in. */
function refusal(path: string): string {
  try {
    readSource(path);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableInputError);
    const { message } = error as Error;
    expect(message).not.toMatch(/[\n\r]/);
    return message;
  }
  return "";
}

function output(path: unknown, name = "one"): string {
  write(folder, "manifest.json", { stacks: { [name]: { synthesizedStackPath: path } } });
  return folder;
}

const regions = (path: string) => judgePath(path).placements.map((placement) => placement.region);

describe("a cdktf.out folder", () => {
  test("is read by its manifest, every stack of it", () => {
    const stacks = { a: { synthesizedStackPath: "stacks/a/cdk.tf.json" } };
    write(folder, "manifest.json", { stacks });
    write(folder, "stacks/a/cdk.tf.json", bucketIn("us-phoenix-1"));
    expect(judgePath(folder).findings).toEqual([]);
    expect(regions(folder)).toEqual(["us-phoenix-1", "us-phoenix-1"]);
  });

  test.each(["stacks/a/cdk.tf.json", "cdk.tf.json"])(
    "is refused where there is %s and no manifest, for the synthesis did not end",
    (name) => {
      write(folder, name, bucketIn("us-phoenix-1"));
      expect(refusal(folder)).toContain("the synthesis did not end");
    },
  );

  test.each([
    ["../other/cdk.tf.json", "outside the output folder"],
    ["stacks/../../x.tf.json", "outside the output folder"],
    ["/etc/hostname", "outside the output folder"],
    ["stacks/none.tf.json", "does not exist"],
    ["stacks", "is not a file"],
    ["stacks/\0", "cannot be read"],
    [12, "gives no synthesizedStackPath"],
    [undefined, "gives no synthesizedStackPath"],
  ])("is refused where the manifest places a stack at %j", (path, reason) => {
    mkdirSync(join(folder, "stacks"));
    write(root, "other/cdk.tf.json", bucketIn("us-phoenix-1"));
    expect(refusal(output(path))).toContain(reason);
  });

  test("is refused where a stack is a link out of the folder, and says nothing of what is there", () => {
    const secret = write(root, "secret", "password");
    mkdirSync(join(folder, "stacks"));
    symlinkSync(secret, join(folder, "stacks", "cdk.tf.json"));
    const message = refusal(output("stacks/cdk.tf.json"));
    expect(message).toContain("outside the output folder");
    expect(message).not.toContain("password");
  });

  test("is refused where a stack is a named pipe, without waiting for a writer", () => {
    mkdirSync(join(folder, "stacks"));
    execFileSync("mkfifo", [join(folder, "stacks", "cdk.tf.json")]);
    expect(refusal(output("stacks/cdk.tf.json"))).toContain("is not a file");
  });

  test.each([{}, { stacks: {} }, { stacks: [] }, { stacks: "x" }])(
    "is refused where the manifest is %j and lists no stack",
    (manifest) => {
      write(folder, "manifest.json", manifest);
      expect(refusal(folder)).toContain("lists no stack");
    },
  );

  test("is refused where a stack is called like a property that objects inherit", () => {
    write(folder, "s.tf.json", bucketIn("ap-singapore-1"));
    write(folder, "manifest.json", '{"stacks":{"__proto__":{"synthesizedStackPath":"s.tf.json"}}}');
    expect(refusal(folder)).toContain('names a property "__proto__" at /stacks/__proto__');
  });

  test("skips files that Terraform skips", () => {
    write(folder, "stacks/cdk.tf.json", bucketIn("us-phoenix-1"));
    for (const name of [".hidden.tf.json", "old.tf.json~", ".#lock.tf", "#x.tf#"]) {
      write(folder, `stacks/${name}`, "not JSON");
    }
    expect(judgePath(output("stacks/cdk.tf.json")).findings).toEqual([]);
  });
});

describe("a folder of Terraform JSON without a manifest", () => {
  test("is read as one stack, called after the folder", () => {
    const { provider, resource } = bucketIn("ap-singapore-1") as Record<string, unknown>;
    write(folder, "providers.tf.json", { provider });
    write(folder, "main.tf.json", { resource });
    expect(judgePath(folder).placements).toMatchObject([
      { stack: String(count), address: "oci_objectstorage_bucket.b", region: "ap-singapore-1" },
      { stack: String(count), address: "provider.oci.ap-singapore-1" },
    ]);
  });

  test("leaves HCL beside the JSON unproven, and says how to prove it", () => {
    write(folder, "main.tf.json", bucketIn("us-phoenix-1"));
    write(folder, "more.tf", "");
    expect(judgePath(folder).findings).toMatchObject([
      { rule: "file-read", file: "more.tf", message: expect.stringContaining("show -json PLAN") },
    ]);
  });

  test("is refused where it holds HCL alone, which only a plan shows", () => {
    write(folder, "main.tf", "");
    expect(refusal(folder)).toContain("terraform show -json PLAN");
  });

  test("is refused where it is empty", () => {
    expect(refusal(folder)).toContain("has no manifest.json");
  });
});

describe("a single file", () => {
  test("is judged by itself, and called by its name", () => {
    const path = write(folder, "estate.tf.json", bucketIn("us-phoenix-1"));
    write(folder, "other.tf.json", bucketIn("ap-singapore-1"));
    expect(judgePath(path)).toMatchObject({ findings: [], placements: [{ stack: "estate" }, {}] });
  });

  test.each([
    ["UTF-16 with a mark", Buffer.from('\ufeff{"locals":{}}', "utf16le"), "save it as UTF-8"],
    ["UTF-16 without a mark", Buffer.from('{"locals":{}}', "utf16le"), "save it as UTF-8"],
    ["UTF-16, big end first", Buffer.from('{"locals":{}}', "utf16le").swap16(), "as UTF-8"],
    ["bytes that no UTF-8 has", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), "save it as UTF-8"],
    ["a NUL byte", '{"locals":{"a":"\0"}}', "is not JSON"],
    ["a state of show -json", { format_version: "1.0", values: {} }, "is a Terraform state"],
    ["a state file", { version: 4, serial: 1, lineage: "x", resources: [] }, "a Terraform state"],
    ["a manifest", { stacks: {} }, 'holds no block of Terraform but "stacks"'],
    ["an empty object", {}, "holds no block of Terraform at all"],
  ])("is refused where it is %s", (_what, content, reason) => {
    expect(refusal(write(folder, "x.json", content))).toContain(reason);
  });

  test("is read with a byte order mark", () => {
    const text = `\ufeff${JSON.stringify(bucketIn("ap-singapore-1"))}`;
    expect(judgePath(write(folder, "x.tf.json", text)).summary.outside).toBe(1);
  });

  test("is refused where it is too large to be read", () => {
    const path = write(folder, "x.tf.json", "");
    execFileSync("truncate", ["-s", "200M", path]);
    expect(refusal(path)).toContain("has 200 MiB; the guard reads files up to 128 MiB");
  });

  test("is refused where it is not there, whatever the path holds", () => {
    expect(refusal(join(folder, "none"))).toContain("does not exist");
    expect(refusal(join(folder, "a\nb"))).toContain("does not exist");
    expect(refusal("a\0b")).toContain("cannot be read");
    expect(refusal("/dev/null")).toContain("is not a file");
  });

  test("leaves a root block unproven that Terraform of today does not have", () => {
    const path = write(folder, "x.tf.json", { ...bucketIn("us-phoenix-1"), zone: {} });
    expect(judgePath(path).findings).toMatchObject([
      { rule: "file-read", message: expect.stringContaining('"zone"') },
    ]);
  });
});

describe("a configuration whose blocks are no blocks", () => {
  const BLOCKS = ["resource", "data", "provider", "module", "terraform", "locals", "variable"];
  const MORE = ["output", "check", "import", "moved", "removed", "ephemeral", "action"];

  test.each([...BLOCKS, ...MORE])("is refused where %s holds something else", (block) => {
    for (const [value, what] of [
      [1, "a number"],
      ["x", "a string"],
      [true, "a boolean"],
      [[[]], "a list"],
    ] as const) {
      const json = { ...bucketIn("us-phoenix-1"), [block]: value };
      expect(refusal(write(folder, "x.tf.json", json))).toContain(`x.tf.json holds ${what} at /`);
    }
  });

  test("is refused where a resource has a text for a body, with its pointer", () => {
    const json = { resource: { oci_core_vcn: { "a/b": "x" } } };
    expect(refusal(write(folder, "x.tf.json", json))).toContain(
      "holds a string at /resource/oci_core_vcn/a~1b, where Terraform reads a block",
    );
  });

  test("is refused in a module's folder too", () => {
    write(folder, "x.tf.json", { module: { m: { source: "./m" } } });
    write(folder, "m/main.tf.json", { resource: 5 });
    expect(refusal(folder)).toContain("m/main.tf.json holds a number at /resource");
  });

  test.each([
    ["lists of blocks at every label", { resource: [{ t: [{ a: [{ x: 1 }] }] }] }],
    ["null for no block", { ...bucketIn("us-phoenix-1"), data: null, module: { m: null } }],
    ["comments", { "//": "x", resource: { "//": "x", t: { "//": 1, a: {} } } }],
    ["arguments of any type", { resource: { t: { a: { x: [[1]], y: null, z: "${" } } } }],
  ])("is not one with %s", (_what, json) => {
    expect(refusal(write(folder, "x.tf.json", json))).toBe("");
  });
});

test.each([
  ["__proto__", '"__proto__"'],
  ["an escaped __proto__", '"\\u005f_proto__"'],
])("a file that names a property %s is refused, and says where", (_what, name) => {
  const text = `{"resource":{"oci_core_vcn":{"v":{"tags":{${name}:1}}}}}`;
  expect(refusal(write(folder, "x.tf.json", text))).toContain(
    'names a property "__proto__" at /resource/oci_core_vcn/v/tags/__proto__',
  );
});

test("a file whose values speak of __proto__ is read", () => {
  const json = { resource: { oci_core_vcn: { v: { display_name: "__proto__" } } } };
  expect(refusal(write(folder, "x.tf.json", json))).toBe("");
});

describe("the documents of a source", () => {
  const documentsOf = (path: string) =>
    readSource(path).documents.map(({ stack, file, folder: at }) => `${stack} ${at} ${file}`);

  test("come stack by stack in the order of their names, with every file of each folder", () => {
    const place = (name: string) => ({ synthesizedStackPath: `stacks/${name}/cdk.tf.json` });
    write(folder, "manifest.json", { stacks: { b: place("b"), a: place("a") } });
    write(folder, "stacks/a/cdk.tf.json", { resource: {} });
    write(folder, "stacks/a/more.tf.json", { locals: {} });
    write(folder, "stacks/b/cdk.tf.json", { resource: {} });
    expect(documentsOf(folder)).toEqual([
      "a stacks/a stacks/a/cdk.tf.json",
      "a stacks/a stacks/a/more.tf.json",
      "b stacks/b stacks/b/cdk.tf.json",
    ]);
  });

  test("leave out an empty file beside the synthesized one, which itself must hold a block", () => {
    const path = output("stacks/a/cdk.tf.json", "a");
    write(folder, "stacks/a/cdk.tf.json", { resource: {} });
    write(folder, "stacks/a/empty.tf.json", {});
    expect(documentsOf(path)).toEqual(["a stacks/a stacks/a/cdk.tf.json"]);
    write(folder, "stacks/a/cdk.tf.json", {});
    expect(refusal(path)).toContain("stacks/a/cdk.tf.json holds no block of Terraform at all");
  });

  test.each([
    ["x.tf.json", "x"],
    ["x.json", "x"],
    ["x.json.tf.json", "x.json"],
    ["plan.jsonl", "plan.jsonl"],
  ])("are of a stack called after the file: %s is of %s", (file, stack) => {
    write(folder, file, { resource: {} });
    expect(documentsOf(join(folder, file))).toEqual([`${stack} . ${file}`]);
  });

  test("are those of one stack where a folder is named with a slash at its end", () => {
    write(folder, "main.tf.json", { resource: {} });
    expect(documentsOf(`${folder}/`)).toEqual([`${count} . main.tf.json`]);
  });

  test("come without modules where none is called, and with those that are", () => {
    write(folder, "main.tf.json", { module: { m: { source: "./m" } } });
    write(folder, "m/main.tf.json", { resource: {} });
    expect([...(readSource(folder).modules?.keys() ?? [])]).toHaveLength(1);
    write(folder, "main.tf.json", { resource: {} });
    expect(readSource(folder)).not.toHaveProperty("modules");
  });
});

test("what is not read is told with the file, the stack and the reason", () => {
  output("stacks/a/cdk.tf.json", "a");
  const unknown = "u".repeat(50);
  write(folder, "stacks/a/cdk.tf.json", { resource: {}, [unknown]: {} });
  write(folder, "stacks/a/main.tf", {});
  write(folder, "stacks/a/x.auto.tfvars", {});
  expect(readSource(folder).unread).toEqual([
    {
      stack: "a",
      file: "stacks/a/cdk.tf.json",
      reason: `a file with "${unknown.slice(0, 40)}", a block that the guard does not know`,
    },
    {
      stack: "a",
      file: "stacks/a/main.tf",
      reason:
        "HCL beside the Terraform JSON, which Terraform loads too and the guard reads in a plan only (terraform show -json PLAN)",
    },
    {
      stack: "a",
      file: "stacks/a/x.auto.tfvars",
      reason: "a variable file, which Terraform loads by itself and which can change any region",
    },
  ]);
});

describe("the message of a refused cdktf.out folder", () => {
  test("says that it lists no stack", () => {
    write(folder, "manifest.json", { stacks: {} });
    expect(refusal(folder)).toBe(
      `${join(folder, "manifest.json")} lists no stack: there is nothing to prove; add a stack to the app.`,
    );
  });

  test.each([[undefined], [1], [null]])("says that a stack's path is missing: %j", (path) => {
    expect(refusal(output(path, "a"))).toBe(
      `${join(folder, "manifest.json")} gives no synthesizedStackPath for stack "a"; run the synthesis again.`,
    );
  });

  test.each(["..", "../x", "/x", "a/../../x"])("says that a stack lies outside: %s", (path) => {
    expect(refusal(output(path, "a"))).toBe(
      `${join(folder, "manifest.json")} places stack "a" at "${path}", outside the output folder.`,
    );
  });

  test("says that a stack's path is a folder", () => {
    mkdirSync(join(folder, "..x"));
    expect(refusal(output("..x", "a"))).toBe(`${join(folder, "..x")} is not a file.`);
  });

  test("says the same of a folder without a manifest, with a stack in it or with none", () => {
    mkdirSync(join(folder, "stacks"));
    write(folder, "main.tf.json", { resource: {} });
    expect(refusal(folder)).toBe(
      `${folder} has no manifest.json: the synthesis did not end, or this is no cdktf.out folder; run the synthesis again.`,
    );
  });
});
