import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { run, type Streams, type Surroundings } from "../../cli/main";
import { bucketIn } from "../support/check-json";
import { temporaryFolder, write } from "../support/judge-path";

const root = temporaryFolder();
const good = () => write(root, "good.tf.json", bucketIn("us-ashburn-1"));
const bad = () => write(root, "bad.tf.json", bucketIn("ap-singapore-1"));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function onshore(
  words: readonly string[],
  more: Partial<Streams> = {},
  surroundings: Surroundings = {},
): Ran {
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
  return { code: run(words, streams, "2026-01-01", surroundings), out, err };
}

describe("onshore check --format", () => {
  test("writes several formats at once, one of them to standard output", () => {
    const folder = join(root, "several");
    mkdirSync(folder);
    const words = ["sarif=a.sarif", "markdown=-", "junit=b.xml", "json=c.json"].map(
      (value) => `--format=${value.replace(/=(?!-)/, `=${folder}/`)}`,
    );
    const { code, out, err } = onshore(["check", bad(), ...words]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/^<!-- onshore check -->/);
    expect(readdirSync(folder).sort()).toEqual(["a.sarif", "b.xml", "c.json"]);
    const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
    expect(json("a.sarif").version).toBe("2.1.0");
    expect(json("c.json").version).toBe(1);
    expect(readFileSync(join(folder, "b.xml"), "utf8")).toMatch(/^<\?xml /);
  });

  test("writes over nothing that is read: the file, the waivers, the manifest of a folder", () => {
    const path = good();
    const waivers = write(root, "kept.json", { waivers: [] });
    const folder = join(root, "synthesized");
    const manifest = write(folder, "manifest.json", { stacks: {} });
    const link = join(root, "link.json");
    symlinkSync(path, link);
    const before = readFileSync(path, "utf8");
    for (const [words, file] of [
      [["check", path], path],
      [["check", path], link],
      [["check", path, "--waivers", waivers], waivers],
      [["check", folder], manifest],
      [["diff", path, bad()], path],
      [["diff", bad(), path], path],
      [["diff", path, bad(), "--base-waivers", waivers], waivers],
    ] as const) {
      expect(onshore([...words, "--format", `json=${file}`])).toEqual({
        code: 2,
        out: "",
        err: `onshore: --format json would be written over ${JSON.stringify(file)}, which is read; give it a file of its own: --format json=FILE\n`,
      });
    }
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  test("writes nothing to standard output where every format has a file, and still exits 1", () => {
    const file = join(root, "only.json");
    expect(onshore(["check", bad(), "--format", `json=${file}`])).toEqual({
      code: 1,
      out: "",
      err: "",
    });
    expect(existsSync(file)).toBe(true);
  });

  test.each(["text", "markdown", "json", "sarif", "junit", "html", "github"])(
    "writes %s, and the same bytes for the same input",
    (format) => {
      const first = onshore(["check", bad(), "--format", format]);
      expect(first.code).toBe(1);
      expect(first.out.length).toBeGreaterThan(100);
      expect(onshore(["check", bad(), "--format", format])).toEqual(first);
    },
  );

  test("keeps a file name with an equals sign whole", () => {
    const file = join(root, "a=b.json");
    onshore(["check", good(), "--format", `json=${file}`]);
    expect(existsSync(file)).toBe(true);
  });

  test.each<[string, () => readonly string[], RegExp]>([
    [
      "two formats for standard output",
      () => ["--format", "text", "--format", "json=-"],
      /--format text and --format json both write to standard output; .*--format json=FILE/,
    ],
    [
      "two formats for one file",
      () => ["--format", "text=x/../a", "--format", "json=a"],
      /both write to "a"/,
    ],
    ["a format without a name", () => ["--format", "=a"], /--format ""; allowed: text, /],
    ["a format with an empty file", () => ["--format", "json="], /"json=" names no file/],
    [
      "a file in a folder that does not exist",
      () => ["--format", `json=${join(root, "none", "a.json")}`],
      /none\/a\.json" cannot be written \(ENOENT\)/,
    ],
    ["a file that is a folder", () => ["--format", `json=${root}`], /cannot be written \(EISDIR\)/],
    [
      "a file name with a line break",
      () => ["--format", `json=${join(root, "none", "a\nb")}`],
      /cannot be written/,
    ],
    ["an unknown option with a line break", () => ["--fast\nx"], /--fast/],
    [
      "a source root above",
      () => ["--source-root", "../x"],
      /"\.\.\/x"; give the project's folder/,
    ],
    ["an absolute source root", () => ["--source-root", "/x"], /"\/x"; give the project's folder/],
  ])("exits 2 with one line for %s", (_what, words, message) => {
    const { code, out, err } = onshore(["check", good(), ...words()]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("prints nothing where one of several files cannot be written", () => {
    const words = ["--format", "text", "--format", `json=${join(root, "none", "x")}`];
    expect(onshore(["check", good(), ...words]).out).toBe("");
  });
});

describe("onshore check on a terminal", () => {
  const terminal = { isTerminal: true, errIsTerminal: true, columns: 60 };

  test("paints and fits the text, but not what goes to a file", () => {
    const file = join(root, "terminal.txt");
    const shown = onshore(["check", bad()], terminal).out;
    expect(shown).toContain("\u001b[31mOUTSIDE");
    onshore(["check", bad(), "--format", `text=${file}`], terminal);
    expect(readFileSync(file, "utf8")).toBe(onshore(["check", bad()]).out);
    expect(readFileSync(file, "utf8")).not.toContain("\u001b");
  });

  test("does not paint where the user wants no colours", () => {
    const { out } = onshore(["check", bad()], { ...terminal, colour: false });
    expect(out).not.toContain("\u001b");
    expect(out).not.toBe(onshore(["check", bad()]).out);
  });

  test("says what it does on standard error, and erases it before the report", () => {
    const events: string[] = [];
    onshore(["check", good()], {
      ...terminal,
      out: () => events.push("report"),
      err: (text) => events.push(text),
    });
    expect(events.slice(0, -2)).toEqual([
      "\r\u001b[Kreading…",
      "\r\u001b[Kchecking 1 file…",
      "\r\u001b[Kwriting…",
    ]);
    expect(events.slice(-2)).toEqual(["\r\u001b[K", "report"]);
  });

  test("erases it before an error too", () => {
    const { err } = onshore(["check", join(root, "missing")], terminal);
    const erased = "\r\u001b[K";
    const [before, phase, message] = err.split(erased);
    expect([before, phase]).toEqual(["", "reading…"]);
    expect(message).toMatch(/^onshore: .* does not exist; .*\n$/);
  });

  test("says nothing of it in a pipe", () => {
    expect(onshore(["check", good()]).err).toBe("");
  });
});

describe("onshore check for GitHub Actions", () => {
  test("appends the job summary to the file that it is told", () => {
    const summaryFile = write(root, "summary.md", "# Before\n");
    onshore(["check", bad(), "--format", "github"], {}, { summaryFile });
    const summary = readFileSync(summaryFile, "utf8");
    expect(summary).toMatch(/^# Before\n/);
    expect(summary).toContain("## Residency: not proven");
  });

  test("writes no summary for another format", () => {
    const summaryFile = write(root, "untouched.md", "");
    onshore(["check", bad(), "--format", "text"], {}, { summaryFile });
    expect(readFileSync(summaryFile, "utf8")).toBe("");
  });

  test("exits 2 where the summary cannot be written", () => {
    const ran = onshore(
      ["check", bad(), "--format=github"],
      {},
      { summaryFile: join(root, "n", "s") },
    );
    expect(ran).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("cannot be written"),
    });
  });
});

describe("onshore check --source-root", () => {
  const traced = () => {
    const metadata = { path: "s/b", uniqueId: "b", stackTrace: ["stacks/data.ts:7:3"] };
    const json = bucketIn("ap-singapore-1") as { resource: Record<string, Record<string, object>> };
    const { oci_objectstorage_bucket: buckets = {} } = json.resource;
    const resource = { oci_objectstorage_bucket: { b: { ...buckets.b, "//": { metadata } } } };
    return write(root, "traced.tf.json", { ...json, resource });
  };

  test("names source lines from the root of the repository", () => {
    const { out } = onshore(["check", traced(), "--format", "github", "--source-root", "infra/"]);
    expect(out).toMatch(/^::error file=infra\/stacks\/data\.ts,line=7,col=3,title=/m);
  });

  test("names the checked file from there where there is no source line", () => {
    const folder = process.cwd();
    try {
      process.chdir(root);
      const words = ["check", relative(root, bad()), "--format", "sarif", "--source-root", "infra"];
      const log = JSON.parse(onshore(words).out);
      const uris = log.runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]?.physicalLocation.artifactLocation.uri,
      );
      expect(new Set(uris)).toEqual(new Set(["infra/bad.tf.json"]));
    } finally {
      process.chdir(folder);
    }
  });
});

describe("bin/onshore.js", () => {
  const BIN = join(__dirname, "..", "..", "bin", "onshore.js");

  test("names its version in SARIF, takes the summary from the environment, and paints no pipe", () => {
    const summary = write(root, "bin-summary.md", "");
    const sarif = join(root, "bin.sarif");
    const words = ["check", good(), "--format", "github", "--format", `sarif=${sarif}`];
    const out = execFileSync(process.execPath, [BIN, ...words], {
      encoding: "utf8",
      env: { ...process.env, GITHUB_STEP_SUMMARY: summary },
    });
    expect(out).toMatch(/^PROVEN /);
    expect(readFileSync(summary, "utf8")).toContain("## Residency: proven");
    const { version } = require("../../package.json");
    expect(JSON.parse(readFileSync(sarif, "utf8")).runs[0].tool.driver.version).toBe(version);
  });
});
