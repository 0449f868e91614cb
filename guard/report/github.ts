import type { CheckResult, Finding } from "../result";
import { countLine, findingsWorstFirst, repositoryLine, stateOf, subjectOf } from "./digest";
import { MAX_SUMMARY_BYTES, reportMarkdownWithin } from "./markdown";
import type { ReportOptions } from "./options";
import { printable } from "./printable";

/** GitHub cuts an annotation's message and title; the log keeps this much. */
const MAX_MESSAGE = 4000;
const MAX_TITLE = 200;

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
  const properties = [
    ...(line === undefined
      ? []
      : [
          `file=${property(line.file)}`,
          `line=${line.line}`,
          ...(line.column === undefined ? [] : [`col=${line.column}`]),
        ]),
    `title=${property(title, MAX_TITLE)}`,
  ];
  const lines = [
    `${subjectOf(finding)}: ${finding.message}`,
    ...(finding.value === "" ? [] : [`Got ${finding.value}`]),
    ...(finding.fix === "" ? [] : [`Fix: ${finding.fix}`]),
    `At ${finding.file}#${finding.path}`,
  ];
  const message = lines.map((text) => data(text)).join("%0A");
  return `::${state === "waived" ? "notice" : "error"} ${properties.join(",")}::${message}`;
}

/** Source: GitHub Actions toolkit, the escapes of a command's data. */
function data(text: string, limit = MAX_MESSAGE): string {
  return printable(text, limit)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

/** The same, of a command's property. */
function property(text: string, limit = MAX_MESSAGE): string {
  return data(text, limit).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
