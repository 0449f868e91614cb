import type { CheckResult, Finding } from "../result";
import { countLine, findingsWorstFirst, repositoryLine, stateOf, subjectOf } from "./digest";
import { workflowCommand } from "./github-command";
import { MAX_SUMMARY_BYTES, reportMarkdownWithin } from "./markdown";
import type { ReportOptions } from "./options";

/**
 * The findings as workflow commands of GitHub Actions, which become annotations at the source lines,
 * and one line of counts. Open findings are errors, waived ones notices.
 *
 * GitHub shows the first ten of each kind of a step: the worst come first, and the job summary has
 * the rest.
 */
export function reportGithub(result: CheckResult, options: ReportOptions = {}): string {
  const commands = findingsWorstFirst(result).map((finding) => command(finding, options));
  return `${[...commands, countLine(result)].join("\n")}\n`;
}

/** The summary of a job, in Markdown of less than 1 MiB. */
export function reportGithubSummary(result: CheckResult, options: ReportOptions = {}): string {
  return reportMarkdownWithin(result, MAX_SUMMARY_BYTES, options);
}

function command(finding: Finding, options: ReportOptions): string {
  const state = stateOf(finding);
  const line = repositoryLine(finding, options);
  const title = `${state === "waived" ? `waived by ${finding.waiver}, ` : ""}${finding.status} ${finding.rule}`;
  const lines = [
    `${subjectOf(finding)}: ${finding.message}`,
    ...(finding.value === "" ? [] : [`Got ${finding.value}`]),
    ...(finding.fix === "" ? [] : [`Fix: ${finding.fix}`]),
    `At ${finding.file}#${finding.path}`,
  ];
  return workflowCommand(state === "waived" ? "notice" : "error", line, title, lines);
}
