import { describeReachability } from "../network";
import type { CheckResult, Finding, Note, Placement } from "../result";
import {
  answersOf,
  countLine,
  digestStacks,
  groupNotes,
  type StackDigest,
  stateOf,
  subjectOf,
} from "./digest";
import { table, wrap } from "./layout";
import type { ReportOptions } from "./options";
import { printable } from "./printable";

/** Longest name or value that a line repeats, in characters. */
const MAX_TEXT = 1000;

/** A terminal may be narrower, but a report that is cut to fit it would say nothing. */
const MIN_COLUMNS = 40;

/**
 * The result for people who read a terminal or a log: stacks with their findings and placements,
 * worst first, then the network, the notes, and one line of counts.
 */
export function reportText(result: CheckResult, options: ReportOptions = {}): string {
  const page = new Page(options);
  page.add("", "strong", [
    `Residency of ${result.placements.length} blocks in ${shown(result.jurisdiction.name)} as of ${shown(result.asOf)}`,
  ]);
  page.words(
    "",
    `Allowed: ${result.jurisdiction.regions.map((region) => shown(region)).join(", ")}`,
  );
  for (const stack of digestStacks(result)) {
    addStack(page, stack);
  }
  addReachability(page, result);
  const answers = answersOf(result);
  if (answers.length > 0) {
    page.heading("Waived");
    for (const { owner, ticket, expires, reason, findings } of answers) {
      const what = `${findings} ${findings === 1 ? "finding" : "findings"}`;
      page.words("  ", shown(`${what}, until ${expires}, by ${owner} (${ticket}): ${reason}`));
    }
  }
  if (result.notes.length > 0) {
    page.heading("Notes");
    for (const notes of groupNotes(result.notes)) {
      page.words("  ", noteText(notes));
    }
  }
  page.blank();
  page.add("", result.findings.every(isWaived) ? "inside" : "outside", [countLine(result)]);
  return page.text();
}

function addStack(page: Page, { name, findings, placements }: StackDigest): void {
  const open = findings.filter((finding) => !isWaived(finding)).length;
  const tail = open === 0 ? "" : `: ${open} ${open === 1 ? "finding" : "findings"}`;
  page.heading(name === "" ? `Of no stack${tail}` : `Stack ${shown(name)}${tail}`);
  for (const finding of findings) {
    addFinding(page, finding);
  }
  page.table(
    placements.map((placement) => [
      placement.status,
      shown(placement.region ?? "-"),
      shown(placement.address),
      shown(placement.evidence),
    ]),
    placements.map(styleOf),
  );
}

function addFinding(page: Page, finding: Finding): void {
  const waived = finding.waiver === undefined ? "" : `WAIVED by ${shown(finding.waiver)}: `;
  page.add("  ", stateOf(finding), [
    `${waived}${finding.status.toUpperCase()} ${finding.rule}: ${shown(subjectOf(finding))}`,
  ]);
  page.words("    ", shown(finding.message));
  const { source } = finding;
  if (source !== undefined) {
    page.words("    from ", `${shown(source.file)}:${source.line}:${source.column ?? 1}`);
  }
  page.words("    at   ", `${shown(finding.file)}#${shown(finding.path)}`);
  if (finding.value !== "") {
    page.words("    got  ", shown(finding.value));
  }
  if (finding.fix !== "") {
    page.words("    fix  ", shown(finding.fix));
  }
}

function addReachability(page: Page, { reachability }: CheckResult): void {
  if (reachability.length === 0) {
    return;
  }
  page.heading("Network: every way into and out of each subnet");
  for (const proof of reachability) {
    const [subnet = "", ...paths] = describeReachability(proof);
    page.words("  ", shown(`${proof.stack}: ${subnet}`));
    for (const line of paths) {
      const indent = /^ */.exec(line)?.[0] ?? "";
      page.words(`  ${indent}`, shown(line.slice(indent.length)));
    }
  }
}

/** One line for notes that say the same of several blocks of a stack. */
function noteText([note, ...others]: readonly [Note, ...Note[]]): string {
  const message =
    others.length === 0
      ? note.message
      : note.message.replace(note.address, `${note.address} and ${others.length} more`);
  return shown(note.stack === "" ? message : `${note.stack}: ${message}`);
}

function isWaived({ waiver }: Finding): boolean {
  return waiver !== undefined;
}

/**
 * `text` as this format shows it. Besides what acts on a terminal, it may not look like a command to
 * the runner of a CI job, which reads them in what a step prints: `::error::`, `##[error]`,
 * `##vso[…]`.
 */
function shown(text: string): string {
  return printable(text, MAX_TEXT)
    .replace(/^(\s*):(?=:)/, "$1\\u{3a}")
    .replace(/##(?=[[a-z])/gi, "#\\u{23}");
}

type Style = "strong" | "outside" | "unproven" | "waived" | "inside";

/** Select Graphic Rendition parameters. Source: ECMA-48 section 8.3.117. */
const STYLES: Readonly<Record<Style, string>> = {
  strong: "1",
  outside: "31",
  unproven: "33",
  waived: "36",
  inside: "32",
};

function styleOf({ status, waivers }: Placement): Style {
  return waivers === undefined ? status : "waived";
}

/** Lines, in the width and with the colours of the reader. */
class Page {
  private readonly lines: string[] = [];
  private readonly width: number;
  private readonly colour: boolean;

  constructor({ columns, colour = false }: ReportOptions) {
    this.width = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(MIN_COLUMNS, columns);
    this.colour = colour;
  }

  text(): string {
    return `${this.lines.join("\n")}\n`;
  }

  blank(): void {
    this.lines.push("");
  }

  heading(text: string): void {
    this.blank();
    this.add("", "strong", wrap(text, this.width));
  }

  add(indent: string, style: Style, lines: readonly string[]): void {
    for (const line of lines) {
      this.lines.push(indent + this.paint(style, line));
    }
  }

  /** Text that may be broken between words; further lines stand below the first word. */
  words(indent: string, text: string): void {
    const [first = "", ...others] = wrap(text, this.width - indent.length);
    this.lines.push(indent + first);
    this.lines.push(...others.map((line) => " ".repeat(indent.length) + line));
  }

  /** Rows whose first cell is painted. */
  table(rows: readonly (readonly string[])[], styles: readonly Style[]): void {
    const indent = "  ";
    for (const [index, cells] of table(rows, this.width - indent.length).entries()) {
      const [first = "", ...others] = cells;
      const style = styles[index] ?? "strong";
      this.lines.push(`${indent}${this.paint(style, first)}${others.join("")}`.trimEnd());
    }
  }

  private paint(style: Style, text: string): string {
    return this.colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
  }
}
