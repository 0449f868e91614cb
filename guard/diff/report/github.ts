import { repositoryLine } from "../../report/digest";
import { workflowCommand } from "../../report/github-command";
import type { ReportOptions } from "../../report/options";
import type { ResidencyDiff } from "../residency-diff";
import { type Item, type Section, sectionsOf } from "./sections";
import { verdictLine } from "./verdict-line";

/** Facts of one item; a waiver may cover thousands of findings. */
const MAX_FACTS = 40;

/** What a section's items are on GitHub; the other sections stand in the job summary. */
const LEVELS: Readonly<Partial<Record<Section["id"], "error" | "warning" | "notice">>> = {
  worse: "error",
  allowed: "warning",
  waivers: "warning",
  moved: "notice",
};

/**
 * What matters as workflow commands of GitHub Actions, which become annotations at the source lines,
 * and the verdict: worsenings are errors, waivers and allowed regions warnings, moves notices.
 */
export function reportDiffGithub(diff: ResidencyDiff, options: ReportOptions = {}): string {
  const commands = sectionsOf(diff).flatMap(({ id, title, items }) => {
    const level = LEVELS[id];
    return level === undefined ? [] : items.map((item) => command(level, title, item, options));
  });
  return `${[...commands, verdictLine(diff)].join("\n")}\n`;
}

function command(level: string, section: string, item: Item, options: ReportOptions): string {
  const line = repositoryLine(item, options);
  const title = [section, item.label, item.rule ?? ""].filter((part) => part !== "").join(": ");
  const facts = item.facts
    .slice(0, MAX_FACTS)
    .map(({ label, text }) => (label === "" ? text : `${label}: ${text}`));
  return workflowCommand(level, line, title, [item.subject, ...facts]);
}
