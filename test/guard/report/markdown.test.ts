import { reportGithubSummary } from "../../../guard/report/github";
import { reportMarkdown } from "../../../guard/report/markdown";
import { checkWith, WAIVER } from "../../support/waivers";
import { HOSTILE, resultNamed, resultWith } from "./results";

const LIMIT = 64 * 1024;

/** What is left for Markdown to interpret: no code spans, no escaped characters, no comments. */
function live(markdown: string): string {
  return markdown
    .replace(/<code>[^<]*<\/code>/g, "")
    .replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "")
    .replace(/\\[\p{P}\p{S}]/gu, "")
    .replaceAll("<!-- -->", " ")
    .replaceAll("<!-- onshore check -->", "")
    .replaceAll("<br>", "");
}

describe("reportMarkdown of hostile names", () => {
  const tame = reportMarkdown(resultNamed("tame")).split("\n").length;

  test.each(HOSTILE)("leaves no markup, link, mention or reference alive for %s", (_what, name) => {
    const rest = live(reportMarkdown(resultNamed(name)));
    expect(rest).not.toMatch(/[<>`[\]~]/);
    expect(rest).not.toMatch(/[@#]\w/);
    expect(rest).not.toMatch(/https?:\/\/|www\./);
  });

  test.each(HOSTILE)("has no line and no cell more for %s", (_what, name) => {
    const lines = reportMarkdown(resultNamed(name)).split("\n");
    expect(lines).toHaveLength(tame);
    const rows = lines.filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row.match(/\|/g)).toHaveLength(7);
    }
  });

  test.each(HOSTILE)("stays below 64 KB for %s", (_what, name) => {
    expect(Buffer.byteLength(reportMarkdown(resultNamed(name)))).toBeLessThan(LIMIT);
  });
});

describe("reportMarkdown by size", () => {
  test("says that an empty result is proven, and has no heading without content", () => {
    const markdown = reportMarkdown(resultWith(0));
    expect(markdown).toMatch(/^<!-- onshore check -->\n\n## Residency: proven\n\n\*\*PROVEN /);
    expect(markdown).not.toContain("###");
  });

  test("names rule, place, value and repair of one finding", () => {
    const markdown = reportMarkdown(resultWith(1));
    expect(markdown).toContain("## Residency: not proven");
    expect(markdown).toContain(
      "- **OUTSIDE** `bucket-not-public` `test: oci_objectstorage_bucket.b0`",
    );
    expect(markdown).toContain("Got `ObjectRead`.");
    expect(markdown).toContain("/resource/oci_objectstorage_bucket/b0/access_type`");
    expect(markdown).toContain("Fix: ");
    expect(markdown).not.toContain("Cut");
  });

  test("stays below 64 KB with 5,000 findings and says how many it cut", () => {
    const markdown = reportMarkdown(resultWith(5000));
    expect(Buffer.byteLength(markdown)).toBeLessThan(LIMIT);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(LIMIT * 0.9);
    const shown = markdown.match(/^- \*\*OUTSIDE\*\*/gm)?.length ?? 0;
    const [, cut] = /\*\*Cut .*: (\d+) findings\.\*\*/.exec(markdown) ?? [];
    expect(shown + Number(cut)).toBe(5000);
  });

  test("counts every kind that it cuts, waived findings with the others", () => {
    const one = resultWith(1);
    const [finding] = one.findings;
    const note = {
      rule: "state-inside",
      stack: "s",
      file: "f",
      address: "a",
      path: "",
      message: "m",
    };
    const markdown = reportMarkdown({
      ...one,
      findings: Array.from({ length: 2000 }, (_, index) => ({
        ...finding,
        ...(index % 2 === 0 ? {} : { waiver: "w" }),
      })) as typeof one.findings,
      notes: Array.from({ length: 5000 }, () => note),
      placements: Array.from({ length: 500 }, (_, index) => ({
        ...one.placements[0],
        stack: `stack-${index}`,
      })) as typeof one.placements,
    });
    expect(Buffer.byteLength(markdown)).toBeLessThan(LIMIT);
    const cut = Object.fromEntries(
      [...(markdown.split("**Cut")[1] ?? "").matchAll(/(\d+) ([a-z]+)s\b/g)].map((each) => [
        each[2],
        Number(each[1]),
      ]),
    );
    const shown = (pattern: RegExp) => markdown.match(pattern)?.length ?? 0;
    expect(shown(/^- \*\*OUTSIDE\*\*/gm) + (cut.finding ?? 0)).toBe(2000);
    expect(shown(/^- `s`: m$/gm) + (cut.note ?? 0)).toBe(5000);
    // One more stack is that of the finding itself.
    expect(shown(/^\| <code>/gm) + (cut.stack ?? 0)).toBe(501);
  });

  test("puts outside before unproven and both before waived", () => {
    const markdown = reportMarkdown(resultNamed("x"));
    expect(markdown.indexOf("**OUTSIDE**")).toBeLessThan(markdown.indexOf("**UNPROVEN**"));
    expect(markdown.indexOf("**UNPROVEN**")).toBeLessThan(markdown.indexOf("waived by"));
  });

  test("names source lines as the repository knows them", () => {
    const markdown = reportMarkdown(resultNamed("main.ts"), { sourceRoot: "infra" });
    expect(markdown).toContain("At `infra/main.ts:3`, ");
  });
});

test("the job summary has room for what the comment cuts, below 1 MiB", () => {
  const summary = reportGithubSummary(resultWith(5000));
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary.length).toBeGreaterThan(10 * LIMIT);
});

test("reportMarkdown says who answers for what is waived, until when and why", () => {
  const markdown = reportMarkdown(checkWith([WAIVER]));
  expect(markdown).toMatch(
    /### Waivers\n\n- 1 finding until \*\*2026-03-31\*\* by storage-team \(RES-12\)\\?: the old backups/,
  );
});
