import type { CheckResult, Finding, Placement } from "../result";
import { digestStacks, stateOf, subjectOf } from "./digest";
import { printable } from "./printable";

/** Longest name of a suite or a case. */
const MAX_NAME = 1000;

/**
 * The result as JUnit XML: a suite for each stack and a case for each block that is placed or that a
 * finding is about. A case fails where a finding is open, and is skipped where all are waived.
 *
 * Source: the schema of Jenkins' xUnit plugin (junit-10.xsd).
 */
export function reportJunit(result: CheckResult): string {
  const builder = library().newBuilder().name("onshore");
  for (const { name, placements, findings } of digestStacks(result)) {
    const suite = builder.testSuite().name(shown(name === "" ? "(no stack)" : name));
    suite.property("asOf", shown(result.asOf));
    suite.property("jurisdiction", shown(result.jurisdiction.name));
    for (const [address, subject] of subjects(placements, findings)) {
      const test = suite.testCase().className(suiteName(name)).name(shown(address));
      const open = subject.findings.filter(({ waiver }) => waiver === undefined);
      const [first] = open;
      if (first !== undefined) {
        const more = open.length === 1 ? "" : ` (and ${open.length - 1} more)`;
        test.failure(shown(`${first.message}${more}`), first.rule);
        test.stacktrace(open.map(described).join("\n\n"));
      } else if (subject.findings.length > 0) {
        test.skipped();
      }
      const waived = subject.findings.filter(({ waiver }) => waiver !== undefined);
      const evidence = subject.placement === undefined ? [] : [shown(subject.placement.evidence)];
      const output = [...evidence, ...waived.map(described)].join("\n\n");
      if (output !== "") {
        test.standardOutput(output);
      }
    }
  }
  // The schema has no such attribute at the root, where the library writes one.
  return `${builder.build().replace(/(<testsuites\b[^>]*?) skipped="\d+"/, "$1")}\n`;
}

/** Loaded when it is needed: most runs write no JUnit XML. */
function library(): typeof import("junit-report-builder").default {
  return require("junit-report-builder");
}

interface Subject {
  placement?: Placement;
  readonly findings: Finding[];
}

function subjects(
  placements: readonly Placement[],
  findings: readonly Finding[],
): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>();
  for (const placement of placements) {
    subjects.set(placement.address, { placement, findings: [] });
  }
  for (const finding of findings) {
    const subject = subjects.get(finding.address) ?? { findings: [] };
    subjects.set(finding.address, subject);
    subject.findings.push(finding);
  }
  return subjects;
}

function suiteName(stack: string): string {
  return shown(stack === "" ? "onshore" : stack);
}

function described(finding: Finding): string {
  const { source, waiver } = finding;
  const lines = [
    `${stateOf(finding).toUpperCase()} ${finding.rule}: ${subjectOf(finding)}`,
    finding.message,
    ...(waiver === undefined ? [] : [`waived by ${waiver}`]),
    ...(source === undefined ? [] : [`from ${source.file}:${source.line}:${source.column ?? 1}`]),
    `at   ${finding.file}#${finding.path}`,
    ...(finding.value === "" ? [] : [`got  ${finding.value}`]),
    ...(finding.fix === "" ? [] : [`fix  ${finding.fix}`]),
  ];
  return lines.map((line) => shown(line)).join("\n");
}

/** Every "]]>" would end the section of character data that the library writes. */
function shown(text: string): string {
  return printable(text, MAX_NAME).replaceAll("]]>", "]]\\u{3e}");
}
