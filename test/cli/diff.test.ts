import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type Streams, type Surroundings } from "../../cli/main";
import { bucketIn } from "../support/check-json";
import { AS_OF, exampleEstate, synthesizeTo, waiversOf } from "../support/estate";
import { temporaryFolder, write } from "../support/judge-path";

const root = temporaryFolder();
const good = () => write(root, "good.tf.json", bucketIn("us-ashburn-1"));
const bad = () => write(root, "bad.tf.json", bucketIn("ap-singapore-1"));

function onshore(
  words: readonly string[],
  more: Partial<Streams> = {},
  surroundings: Surroundings = {},
) {
  let out = "";
  let err = "";
  const streams: Streams = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...more,
  };
  return { code: run(["diff", ...words], streams, AS_OF, surroundings), out, err };
}

describe("onshore diff of the example estate", () => {
  const base = join(root, "base");
  const head = join(root, "head");
  const waivers = join(root, "waivers.json");

  beforeAll(() => {
    const composed = synthesizeTo(base, exampleEstate());
    writeFileSync(waivers, JSON.stringify({ waivers: waiversOf(composed).entries }));
    cpSync(base, head, { recursive: true });
    addReplicaAbroad(join(head, "stacks", "example-us-data", "cdk.tf.json"));
  });

  test("is no worse where nothing has changed", () => {
    const { code, out, err } = onshore([base, base, "--waivers", waivers]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^NO WORSE\n\n0 appeared, 0 moved, 0 left; 0 findings gone;/);
  });

  test("names a replica in Singapore first, with its region, repair and source line", () => {
    const { code, out } = onshore([base, head, "--waivers", waivers]);
    expect(code).toBe(1);
    const lines = out.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "WORSE: 3 new findings",
      "",
      "Worse",
      expect.stringContaining("OUTSIDE resource-inside: example-us-data/sg-replica/bucket"),
    ]);
    const worse = out.slice(0, out.indexOf("\nFlows"));
    expect(worse).toContain("destination_region_name");
    expect(worse).toMatch(/region\s+ap-singapore-1/);
    expect(worse).toMatch(/fix\s+Name one of: us-ashburn-1/);
    expect(worse).toMatch(/made by\s+stacks\/us-data-stack\.ts:\d+:\d+/);
    // What both sides have is not told.
    expect(out).not.toContain("us-user-content");
  });

  test("says the same of saved results, of a folder and a saved result, and of their copies", () => {
    const saved = (path: string) => {
      const file = `${path}.json`;
      const words = ["check", path, "--waivers", waivers, "--format", `json=${file}`];
      run(words, { out: () => {}, err: () => {} }, AS_OF);
      return file;
    };
    const [before, after] = [saved(base), saved(head)];
    const expected = onshore([base, head, "--waivers", waivers]).out;
    expect(onshore([before, after]).out).toBe(expected);
    expect(onshore([before, head, "--waivers", waivers]).out).toBe(expected);
  });

  test("tells the pull request and the annotations in one run", () => {
    const markdown = join(root, "diff.md");
    const words = ["--waivers", waivers, "--format", `markdown=${markdown}`, "--format", "github"];
    const { code, out } = onshore([base, head, ...words]);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=stacks\/us-data-stack\.ts,line=\d+/m);
    expect(readFileSync(markdown, "utf8")).toMatch(
      /^<!-- onshore diff -->\n\n## Residency: worse than before\n\n\*\*WORSE: 3 new findings\*\*/,
    );
  });
});

/** What the constructs refuse: a bucket in Singapore, and a replication to it. */
function addReplicaAbroad(file: string): void {
  const json = JSON.parse(readFileSync(file, "utf8"));
  const { oci_objectstorage_bucket: buckets, oci_objectstorage_replication_policy: policies } =
    json.resource;
  const bucketName = Object.keys(buckets).find((name) => name.includes("access-records")) ?? "";
  const policyName = Object.keys(policies)[0] ?? "";
  const named = (body: { "//": { metadata: object } }, path: string) => ({
    ...body,
    "//": { metadata: { ...body["//"].metadata, path } },
  });
  json.provider.oci.push({ alias: "singapore", region: "ap-singapore-1" });
  buckets["sg-replica"] = {
    ...named(buckets[bucketName], "example-us-data/sg-replica/bucket"),
    provider: "oci.singapore",
  };
  policies["sg-replica"] = {
    ...named(policies[policyName], "example-us-data/sg-replica/replication"),
    destination_region_name: "ap-singapore-1",
  };
  writeFileSync(file, JSON.stringify(json));
}

describe("onshore diff", () => {
  test("exits 0 on the way back, and says what is better", () => {
    const { code, out } = onshore([bad(), good()]);
    expect(code).toBe(0);
    expect(out).toMatch(/^NO WORSE\n/);
    expect(out).toContain("\nBetter\n");
  });

  test("judges the base with waivers of its own where they are given", () => {
    const waiver = (rule: string, address: string) => ({
      id: rule,
      rule,
      subject: `bad.tf:${address}`,
      reason: "the old backups are deleted from here",
      owner: "storage-team",
      ticket: "RES-12",
      expires: "2026-03-01",
    });
    const both = [
      waiver("resource-inside", "oci_objectstorage_bucket.b"),
      waiver("provider-inside", "provider.oci.ap-singapore-1"),
    ].map((each) => ({ ...each, subject: each.subject.replace("bad.tf", "bad") }));
    const head = write(root, "head-waivers.json", { waivers: both });
    const base = write(root, "base-waivers.json", { waivers: [] });
    const came = onshore([bad(), bad(), "--waivers", head, "--base-waivers", base]);
    expect(came.code).toBe(0);
    expect(came.out).toMatch(/\nWaivers\n {2}came: provider-inside\n/);
    const gone = onshore([bad(), bad(), "--waivers", base, "--base-waivers", head]);
    expect(gone.code).toBe(1);
    expect(gone.out).toMatch(/was waived by\s+resource-inside/);
    expect(onshore([bad(), bad(), "--waivers", head]).out).not.toContain("\nWaivers\n");
  });

  test("writes several formats at once, and a job summary for GitHub", () => {
    const json = join(root, "diff.json");
    const summaryFile = write(root, "summary.md", "");
    const words = ["--format", `json=${json}`, "--format", "github"];
    const { code } = onshore([good(), bad(), ...words], {}, { summaryFile });
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({ version: 1, worse: true });
    expect(readFileSync(summaryFile, "utf8")).toContain("## Residency: worse than before");
  });

  test("says on a terminal what it does, and nothing of it in a pipe", () => {
    let err = "";
    onshore([good(), good()], {
      errIsTerminal: true,
      err: (text) => {
        err += text;
      },
    });
    expect(err).toContain("judging ");
    expect(err.endsWith("\r\u001b[K")).toBe(true);
    expect(onshore([good(), good()]).err).toBe("");
  });

  test.each<[string, () => readonly string[], RegExp]>([
    ["one path", () => [good()], /diff takes two PATHs, got 1; give what was before/],
    ["three paths", () => [good(), good(), good()], /diff takes two PATHs, got 3/],
    ["a path that is not there", () => [good(), join(root, "none")], /none does not exist/],
    [
      "an unknown format",
      () => [good(), bad(), "--format", "sarif"],
      /--format "sarif"; allowed: text, markdown, json, github/,
    ],
    ["a day that is none", () => [good(), bad(), "--as-of", "soon"], /--as-of "soon"/],
    [
      "a saved result that is broken",
      () => [write(root, "broken.json", { version: 1, placements: [{}] }), good()],
      /broken\.json is no result that can be compared: \/asOf is absent; allowed: a day/,
    ],
    [
      "a file that cannot be written",
      () => [good(), bad(), "--format", `json=${join(root, "none", "x")}`],
      /cannot be written \(ENOENT\)/,
    ],
    ["an unknown option", () => [good(), bad(), "--fast"], /--fast/],
  ])("exits 2 with one line for %s", (_what, words, message) => {
    const { code, out, err } = onshore(words());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("explains itself on --help", () => {
    const { code, out } = onshore(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("onshore diff BASE HEAD");
  });
});
