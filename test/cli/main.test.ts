import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../cli/main";
import { bucketIn } from "../support/check-json";

const TODAY = "2026-03-01";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function onshore(...words: string[]) {
  let out = "";
  let err = "";
  const code = run(words, { out: (text) => (out += text), err: (text) => (err += text) }, TODAY);
  return { code, out, err };
}

describe("onshore check", () => {
  test("exits 0 and says PROVEN where everything lies inside", () => {
    const { code, out, err } = onshore("check", write("good.tf.json", bucketIn("us-ashburn-1")));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/inside\s+us-ashburn-1\s+oci_objectstorage_bucket\.b/);
    expect(out.trimEnd().split("\n").at(-1)).toBe(
      "PROVEN 1 resources: 1 inside, 0 outside, 0 unproven, 0 waived",
    );
  });

  test("exits 1 and shows the pointer, the value and the repair where something lies outside", () => {
    const { code, out } = onshore("check", write("bad.tf.json", bucketIn("ap-singapore-1")));
    expect(code).toBe(1);
    expect(out).toContain("bad.tf.json#/provider/oci/0/region");
    expect(out).toContain("got  ap-singapore-1");
    expect(out).toMatch(/fix {2}.*us-ashburn-1/);
  });

  test("prints one JSON object with --format json, for the day of --as-of", () => {
    const path = write("bad.tf.json", bucketIn("ap-singapore-1"));
    const { code, out } = onshore("check", path, "--format", "json", "--as-of", "2026-02-03");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      asOf: "2026-02-03",
      jurisdiction: { name: "US" },
      summary: { resources: 1, inside: 0, outside: 1, unproven: 0, waived: 0 },
      findings: [{ rule: "resource-inside" }, { rule: "provider-inside" }],
    });
  });

  test("takes today where --as-of is left out", () => {
    const path = write("good.tf.json", bucketIn("us-ashburn-1"));
    expect(JSON.parse(onshore("check", path, "--format=json").out).asOf).toBe(TODAY);
  });

  test("reads every stack of an output folder", () => {
    for (const [name, region] of [
      ["one", "us-ashburn-1"],
      ["two", "eu-frankfurt-1"],
    ] as const) {
      mkdirSync(join(folder, "stacks", name), { recursive: true });
      write(join("stacks", name, "cdk.tf.json"), bucketIn(region));
    }
    const stacks = Object.fromEntries(
      ["one", "two"].map((name) => [
        name,
        { name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` },
      ]),
    );
    write("manifest.json", { version: "0.21.0", stacks });
    const { code, out } = onshore("check", folder, "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(out).findings[0]).toMatchObject({
      stack: "two",
      file: "stacks/two/cdk.tf.json",
    });
  });

  test.each<[string, () => string[], RegExp]>([
    [
      "an unknown command",
      () => ["prove"],
      /unknown command "prove"; there are: check, diff, evidence, explain/,
    ],
    [
      "an unknown format",
      () => ["check", "--format", "xml"],
      /--format "xml"; allowed: text, markdown, json, sarif, junit, html, github/,
    ],
    ["an unknown option", () => ["check", "--fast"], /--fast/],
    ["a day that is none", () => ["check", "--as-of", "2026-02-30"], /"2026-02-30"; give a day/],
    ["two paths", () => ["check", "a", "b"], /one PATH at a time, got 2/],
    ["a path that does not exist", () => ["check", join(folder, "none")], /does not exist; give/],
    ["a folder without a manifest", () => ["check", folder], /has no manifest\.json/],
    ["a file that is not JSON", () => ["check", write("x.json", "{")], /x\.json is not JSON/],
    ["JSON that is no object", () => ["check", write("x.json", "[]")], /holds an array/],
    [
      "a property that is named twice",
      () => ["check", write("x.json", '{"a":1,"a":2}')],
      /names a property twice/,
    ],
  ])("exits 2 with one line for %s", (_what, words, message) => {
    const { code, out, err } = onshore(...words());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("reads waivers from a file, and still shows what they cover", () => {
    const path = write("bad.tf.json", bucketIn("ap-singapore-1"));
    const waiver = {
      id: "w",
      reason: "r",
      owner: "o",
      ticket: "t",
      expires: "2026-04-01",
      subject: "bad",
    };
    const waivers = write("waivers.json", {
      waivers: [
        { ...waiver, rule: "resource-inside" },
        { ...waiver, id: "w2", rule: "provider-inside" },
      ],
    });
    const { code, out } = onshore("check", path, "--waivers", waivers);
    expect(code).toBe(0);
    expect(out).toContain("WAIVED by w: OUTSIDE resource-inside");
    const missing = onshore("check", path, "--waivers", join(folder, "none.json"));
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining("cannot be read") });
  });

  test("prints its usage for --help, and fails without a command", () => {
    expect(onshore("--help")).toMatchObject({ code: 0, out: expect.stringContaining("Exit code") });
    expect(onshore("check", "--help").code).toBe(0);
    expect(onshore().code).toBe(2);
  });

  test("prints its version for --version", () => {
    expect(onshore("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\S+\n$/) });
  });
});

describe("onshore explain", () => {
  test("prints a rule's page", () => {
    const { code, out } = onshore("explain", "resource-inside");
    expect(code).toBe(0);
    expect(out).toMatch(/^# resource-inside\n[\s\S]*## Fix\n/);
  });

  test("lists every rule with its title where none is named", () => {
    expect(onshore("explain").out).toMatch(/^state-inside +Terraform state/m);
  });

  test("fails for an unknown rule, and names the nearest", () => {
    const { code, err } = onshore("explain", "resource-insid");
    expect(code).toBe(2);
    expect(err).toMatch(/unknown rule "resource-insid"; the nearest is resource-inside/);
  });

  test("names no rule where none is near, and explains itself on --help", () => {
    expect(onshore("explain", "../../../package").err).toBe(
      'onshore: unknown rule "../../../package"; onshore explain lists all\n',
    );
    expect(onshore("explain", "--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Exit code"),
    });
  });

  test("judges against the jurisdiction that is named", () => {
    const path = write("eu.tf.json", bucketIn("eu-frankfurt-1"));
    expect(onshore("check", path, "--jurisdiction", "EU").code).toBe(1);
    const text = JSON.stringify(bucketIn("eu-frankfurt-1")).replace("key.oc1.iad", "key.oc1.fra");
    const home = write("home.tf.json", JSON.parse(text));
    expect(onshore("check", home, "--jurisdiction", "EU")).toMatchObject({ code: 0 });
    expect(onshore("check", home).code).toBe(1);
    expect(onshore("check", home, "--jurisdiction", "Narnia")).toMatchObject({
      code: 2,
      err: expect.stringContaining('--jurisdiction "Narnia"; allowed: US, '),
    });
  });
});
