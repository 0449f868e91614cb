import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../cli/main";

const ROOT = join(__dirname, "..");
const workflow = readFileSync(join(ROOT, ".github", "workflows", "residency.yml"), "utf8");
const hooks = readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8");

/** Lines that say something. */
const lines = workflow.split("\n").filter((line) => !/^\s*(?:#|$)/.test(line));

/** The text of one job, by the indentation of YAML. */
function job(name: string): string {
  const start = workflow.indexOf(`\n  ${name}:\n`);
  expect(start).toBeGreaterThan(0);
  const rest = workflow.slice(start + 1);
  const end = rest.slice(1).search(/\n {2}\S/);
  return end < 0 ? rest : rest.slice(0, end + 2);
}

describe("the pull-request workflow", () => {
  test("runs for pull requests, and never with the rights of the base for a stranger's code", () => {
    expect(workflow).toMatch(/^on:\n {2}pull_request:$/m);
    expect(lines.join("\n")).not.toContain("pull_request_target");
    expect(lines.join("\n")).not.toContain("workflow_run");
  });

  test("pins every action by a commit, with its version beside it", () => {
    const uses = lines.filter((line) => line.includes("uses:"));
    expect(uses.length).toBeGreaterThan(5);
    for (const line of uses) {
      expect(line).toMatch(/uses: (?:actions|github)\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test("pins one action by one commit only", () => {
    const pins = new Map<string, Set<string>>();
    for (const [, action = "", commit = ""] of workflow.matchAll(/uses: (\S+)@(\S+)/g)) {
      pins.set(action, (pins.get(action) ?? new Set()).add(commit));
    }
    expect([...pins.values()].filter((commits) => commits.size > 1)).toEqual([]);
  });

  test("gives no right but to read, and more to the one job that runs no code of the change", () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    const granting = workflow.match(/^\s+[\w-]+: write$/gm)?.map((line) => line.trim());
    expect(granting).toEqual(["pull-requests: write", "security-events: write"]);
    expect(job("check")).not.toMatch(/: write$/m);
    const report = job("report");
    expect(report).toMatch(/: write$/m);
    expect(report).not.toMatch(/npm |npx |actions\/checkout|node /);
  });

  test("leaves comment and upload out for forks, and uses no secret", () => {
    expect(job("report")).toContain(
      "github.event.pull_request.head.repo.full_name == github.repository",
    );
    expect(lines.join("\n")).not.toMatch(/secrets\./);
    expect(job("check")).not.toContain("github.token");
    expect(job("check")).toContain("persist-credentials: false");
  });

  test("lets no text of a pull request into a script", () => {
    const scripts = workflow.matchAll(/^( +)run: (?:\|\n((?:\1 +.*\n|\n)+)|(.*)$)/gm);
    const texts = [...scripts].map(([, , block, line]) => block ?? line ?? "");
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts) {
      expect(text).not.toContain("${{");
    }
  });

  test("ends with 1 for findings and for a worsening, and with 2 at once", () => {
    expect(job("check")).toContain('test "$CHECK" -eq 0 && test "${DIFF:-0}" -eq 0');
    expect(job("check").match(/test "\$code" -ne 2/g)).toHaveLength(2);
  });

  test("calls commands with options that they have", () => {
    const help = { text: "" };
    run(["--help"], { out: (text) => (help.text += text), err: () => {} }, "2026-01-01");
    const calls = [...workflow.replaceAll("\\\n", " ").matchAll(/npx onshore (.*)$/gm)];
    expect(calls.map(([, words = ""]) => words.split(" ")[0])).toEqual([
      "check",
      "diff",
      "evidence",
      "evidence",
    ]);
    for (const [, words = ""] of calls) {
      for (const [option] of words.matchAll(/--[a-z-]+/g)) {
        expect(help.text).toContain(option);
      }
    }
  });

  test("finds its own comment by a marker, and updates it", () => {
    const report = job("report");
    expect(report).toContain('.user.login == \\"github-actions[bot]\\"');
    expect(report).toContain("--method PATCH");
    expect(report).toContain("--method POST");
  });
});

describe("the pre-commit hook", () => {
  test("synthesizes anew, then checks, with the project's own tools", () => {
    const entry = /entry: >-\n([\s\S]*?)\n {2}language/.exec(hooks)?.[1] ?? "";
    const order = ["rm -f cdktf.out/manifest.json", "cdktf synth", "onshore check cdktf.out"];
    const places = order.map((part) => entry.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(entry.match(/npx --no-install/g)).toHaveLength(2);
    expect(hooks).toMatch(/^ {2}pass_filenames: false$/m);
  });
});
