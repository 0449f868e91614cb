import { type CheckResult, DIFF_REPORTERS, diffResults, type ReportOptions } from "../../../guard";
import { HOSTILE, resultNamed, resultWith } from "../report/results";
import { bucket, buckets, madeBy, side, waiver } from "./sides";

const LIMIT = 64 * 1024;
const FORMATS = DIFF_REPORTERS.map(({ id }) => id);

function report(format: string, base: CheckResult, head: CheckResult, options?: ReportOptions) {
  const reporter = DIFF_REPORTERS.find(({ id }) => id === format);
  if (reporter === undefined) {
    throw new Error(format);
  }
  return reporter.load()(diffResults(base, head), options);
}

const summary = (base: CheckResult, head: CheckResult) =>
  DIFF_REPORTERS.find(({ id }) => id === "github")?.loadSummary?.()(diffResults(base, head)) ?? "";

const EMPTY = side({}, { stack: "tame" });

/** Everything that a diff can hold, with `name` for whatever comes from a configuration. */
function hostile(name: string): readonly [CheckResult, CheckResult] {
  const named = resultNamed(name);
  const flow = {
    stack: name,
    address: name,
    path: `/${name}`,
    kind: "replica",
    from: name,
    to: "x",
    target: name,
    targetStack: name,
    status: "outside",
  } as const;
  const before = {
    id: name,
    rule: name,
    subject: name,
    reason: name,
    owner: name,
    ticket: name,
    expires: "2026-01-20",
  };
  const base: CheckResult = {
    ...named,
    asOf: "2026-01-01",
    placements: [
      ...named.placements.map((each) => ({ ...each, status: "inside" as const, region: "y" })),
      { ...named.placements[0], address: `${name}-gone`, constructPath: `${name}-gone` },
    ] as CheckResult["placements"],
    findings: named.findings.slice(1).map((each) => ({ ...each, value: `${name}-before` })),
    reachability: [],
    flows: [{ ...flow, to: "y" }],
    waivers: [before],
  };
  const head: CheckResult = {
    ...named,
    jurisdiction: { ...named.jurisdiction, name, regions: [name] },
    flows: [flow],
    waivers: [{ ...before, expires: "2026-02-20" }],
  };
  return [base, head];
}

/** What is left for Markdown to interpret: no code spans, no escaped characters, no comments. */
function live(markdown: string): string {
  return markdown
    .replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "")
    .replace(/\\[\p{P}\p{S}]/gu, "")
    .replaceAll("<!-- -->", " ")
    .replaceAll("<!-- onshore diff -->", "")
    .replaceAll("->", "")
    .replaceAll("<br>", "");
}

describe.each(FORMATS)("the format %s", (format) => {
  test("says first that an empty diff is no worse", () => {
    const text = report(format, EMPTY, EMPTY);
    expect(text.split("\n", 6).join("\n")).toMatch(/NO WORSE|"worse": false/);
  });

  test.each(HOSTILE)("shows %s as text that does nothing", (_what, name) => {
    const text = report(format, ...hostile(name));
    if (format === "json") {
      expect(JSON.parse(text).worse).toBe(true);
      return;
    }
    // Line ends are the report's own; nothing else acts on a terminal or on the reader's eye.
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    const tame = report(format, ...hostile("tame"));
    // Fewer where the size cuts it, and never one more.
    expect(text.split("\n").length).toBeLessThanOrEqual(tame.split("\n").length);
  });

  test("writes the same bytes for the same sides", () => {
    const [base, head] = hostile("x");
    expect(report(format, base, head)).toBe(
      report(format, structuredClone(base), structuredClone(head)),
    );
  });

  test("tells one worsening and 5,000 of them", () => {
    expect(report(format, resultWith(0), resultWith(1))).toMatch(/WORSE|"worse": true/);
    const many = report(format, resultWith(0), resultWith(5000));
    expect(many).toMatch(/WORSE: 5000 new findings|"worse": true/);
  });
});

describe("text", () => {
  test("has its verdict in the first line and its counts in the last", () => {
    const lines = report("text", resultWith(0), resultWith(1)).trimEnd().split("\n");
    expect(lines[0]).toBe("WORSE: 1 new finding");
    expect(lines.at(-1)).toMatch(/^After, as of 2026-01-01: NOT PROVEN 1 resources/);
  });

  test("names region, value, repair, place and source line of a worsening", () => {
    const regions = ["us-ashburn-1", "ap-singapore-1"];
    const base = side(buckets({ b: bucket("us-ashburn-1", madeBy("data/b")) }, regions));
    const head = side(buckets({ b: bucket("ap-singapore-1", madeBy("data/b")) }, regions));
    const text = report("text", base, head);
    expect(text).toContain("OUTSIDE resource-inside: data/b");
    expect(text).toMatch(/region\s+ap-singapore-1/);
    expect(text).toMatch(/fix\s+Give it a provider configuration/);
    expect(text).toMatch(/at\s+stacks\/data\/cdk\.tf\.json#\/provider\/oci\/1\/region/);
    expect(text).toMatch(/made by\s+stacks\/data\.ts:31:5/);
    expect(text.indexOf("\nWorse\n")).toBeLessThan(text.indexOf("\nMoved\n"));
    expect(text).toMatch(/from\s+us-ashburn-1\n\s+to\s+ap-singapore-1/);
  });

  test("paints and breaks lines for a terminal only", () => {
    const sides = [resultWith(0), resultWith(1)] as const;
    const painted = report("text", ...sides, { colour: true, columns: 60 });
    expect(painted).toContain("\u001b[31mWORSE: 1 new finding\u001b[0m");
    const widths = painted
      .split("\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what paints is taken out
      .map((line) => line.replace(/\u001b\[\d*m/g, ""))
      .filter((line) => line.trim().includes(" "))
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThan(130);
    expect(report("text", ...sides)).not.toContain("\u001b");
  });

  test("does not let a name start a command of a CI runner", () => {
    const text = report("text", ...hostile("::error::x"));
    expect(text).not.toMatch(/^\s*::/m);
    expect(report("text", ...hostile("##vso[task.x]"))).not.toContain("##vso[");
  });
});

describe("markdown", () => {
  test.each(HOSTILE)("leaves no markup, link, mention or reference alive for %s", (_what, name) => {
    const rest = live(report("markdown", ...hostile(name)));
    expect(rest.replace(/^#+ /gm, "")).not.toMatch(/[<>`[\]~#]/);
    expect(rest).not.toMatch(/@\w/);
    expect(rest).not.toMatch(/https?:\/\/|www\./);
  });

  test.each(HOSTILE)("stays below 64 KB for %s", (_what, name) => {
    expect(Buffer.byteLength(report("markdown", ...hostile(name)))).toBeLessThan(LIMIT);
  });

  test("stays below 64 KB with 5,000 worsenings, and says how many it cut", () => {
    const text = report("markdown", resultWith(0), resultWith(5000));
    expect(Buffer.byteLength(text)).toBeLessThan(LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(LIMIT * 0.8);
    const shown = text.match(/^- \*\*OUTSIDE\*\*/gm)?.length ?? 0;
    const [, cut] = /\*\*Cut .*?: (\d+) of 5000 under "Worse"/.exec(text) ?? [];
    expect(shown + Number(cut)).toBe(5000);
    // Nothing that matters less takes the room of what was cut.
    expect(text).not.toContain("### Appeared and left");
    expect(Buffer.byteLength(summary(resultWith(0), resultWith(5000)))).toBeLessThan(1024 * 1024);
  });

  test("stays below 64 KB where one waiver covers thousands of findings", () => {
    const names = Array.from({ length: 3000 }, (_, index) => `b${index}`);
    const waivers = ["resource-inside", "provider-inside"].map((rule) => ({
      ...waiver("b"),
      id: rule,
      rule,
      subject: "data",
    }));
    const abroad = buckets(
      Object.fromEntries(names.map((name) => [name, bucket("ap-singapore-1")])),
      ["ap-singapore-1"],
    );
    const text = report("markdown", side({}), side(abroad, { waivers }));
    expect(Buffer.byteLength(text)).toBeLessThan(LIMIT);
    expect(text).toContain("**came** `resource-inside`");
    expect(text).toMatch(/and 29\d\d more/);
  });

  test("starts with the marker that a workflow finds, and puts what is worse before the rest", () => {
    const regions = ["us-ashburn-1", "ap-singapore-1"];
    const base = side(buckets({ a: bucket("us-ashburn-1"), b: bucket("ap-singapore-1") }, regions));
    const head = side(
      buckets({ a: bucket("ap-singapore-1"), b: bucket("us-ashburn-1") }, regions),
      { waivers: [waiver("a", { rule: "hsm-protected-key" })] },
    );
    const text = report("markdown", base, head);
    expect(
      text.startsWith("<!-- onshore diff -->\n\n## Residency: worse than before\n\n**WORSE"),
    ).toBe(true);
    const order = ["### Worse", "### Moved", "### Waivers", "### Better", "Before, as of"];
    const places = order.map((part) => text.indexOf(part)).filter((place) => place >= 0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).toHaveLength(order.length);
  });
});

describe("github", () => {
  test.each(HOSTILE)("starts no command of a name's for %s", (_what, name) => {
    const lines = report("github", ...hostile(name))
      .trimEnd()
      .split("\n");
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) (?:file=[^,:]*,line=\d+,col=\d+,)?title=[^,:]*::/,
      );
      expect(line.length).toBeLessThan(120_000);
    }
    expect(lines.at(-1)).toMatch(/^WORSE: /);
  });

  test("marks worsenings as errors at their source lines, and waivers as warnings", () => {
    const head = side(
      buckets({ b: bucket("ap-singapore-1", madeBy("data/b", 7)) }, ["ap-singapore-1"]),
      { waivers: [waiver("b", { expires: "2026-02-01" })] },
    );
    const text = report("github", side({}), head, { sourceRoot: "infra" });
    expect(text).toMatch(/^::error title=Worse%3A OUTSIDE%3A provider-inside::/m);
    expect(text).toMatch(/^::warning title=Waivers%3A came::retire-b%0A/m);
    const open = side(
      buckets({ b: bucket("ap-singapore-1", madeBy("data/b", 7)) }, ["ap-singapore-1"]),
    );
    expect(report("github", side({}), open, { sourceRoot: "infra" })).toMatch(
      /^::error file=infra\/stacks\/data\.ts,line=7,col=5,title=Worse%3A OUTSIDE%3A resource-inside::/m,
    );
  });
});

test("json holds the whole diff under its documented names", () => {
  const [base, head] = hostile("x");
  const diff = diffResults(base, head);
  expect(JSON.parse(report("json", base, head))).toEqual({
    ...JSON.parse(JSON.stringify(diff)),
    worse: true,
  });
});
