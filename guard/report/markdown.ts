import { Buffer } from "node:buffer";
import { describeReachability } from "../network";
import { type CheckResult, type Finding, isProven, type Placement } from "../result";
import {
  answersOf,
  countLine,
  digestStacks,
  repositoryLine,
  type StackDigest,
  subjectOf,
} from "./digest";
import { cellCode, code, prose } from "./markdown-text";
import type { ReportOptions } from "./options";

/** GitHub refuses a comment of more than 65,536 characters; no character is less than one byte. */
export const MAX_COMMENT_BYTES = 65_535;

/** GitHub drops a job summary of more than 1 MiB. */
export const MAX_SUMMARY_BYTES = 1_048_575;

/** First line of the report: by it, a workflow finds the comment that it updates. */
export const COMMENT_MARKER = "<!-- onshore check -->";

/** Kept free for the lines that say what was cut. */
const RESERVED_BYTES = 1024;

/** Rows of the table of stacks; the findings must have room left. */
const MAX_STACK_ROWS = 100;

/** The result as a comment on a pull request, in GitHub Flavored Markdown of less than 64 KB. */
export function reportMarkdown(result: CheckResult, options: ReportOptions = {}): string {
  return reportMarkdownWithin(result, MAX_COMMENT_BYTES, options);
}

/** The result in at most `maxBytes` bytes; its last lines say what was cut. */
export function reportMarkdownWithin(
  result: CheckResult,
  maxBytes: number,
  options: ReportOptions = {},
): string {
  const stacks = digestStacks(result);
  const page = new Page(maxBytes - RESERVED_BYTES);
  page.add(COMMENT_MARKER);
  page.add(`## Residency: ${isProven(result) ? "proven" : "not proven"}`);
  page.add(
    `**${countLine(result)}** in ${code(result.jurisdiction.name)} as of ${code(result.asOf)}`,
  );
  addStackTable(page, stacks);
  addFindings(page, stacks, (finding) => finding.waiver === undefined, "Findings", options);
  addAnswers(page, result);
  addFindings(page, stacks, (finding) => finding.waiver !== undefined, "Waived findings", options);
  addReachability(page, result);
  addNotes(page, result);
  return page.text();
}

function addStackTable(page: Page, stacks: readonly StackDigest[]): void {
  const named = stacks.filter(({ name }) => name !== "");
  if (named.length === 0) {
    return;
  }
  const rows = named.slice(0, MAX_STACK_ROWS).map(({ name, placements }) => {
    const of = (state: string) => placements.filter((each) => stateOf(each) === state).length;
    const regions = [
      ...new Set(placements.flatMap(({ region }) => region?.split(" or ") ?? [])),
    ].sort();
    const cells = [
      cellCode(name),
      ...["outside", "unproven", "waived", "inside"].map((state) => String(of(state))),
      regions.map(cellCode).join(" "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  page.omit("stack", named.length - rows.length);
  page.block(
    "stack",
    [
      "| Stack | Outside | Unproven | Waived | Inside | Regions |\n| :-- | --: | --: | --: | --: | :-- |",
      ...rows,
    ].join("\n"),
    rows.length,
  );
}

function addAnswers(page: Page, result: CheckResult): void {
  const answers = answersOf(result);
  if (answers.length === 0) {
    return;
  }
  page.add("### Waivers");
  for (const { owner, ticket, expires, reason, findings } of answers) {
    const what = `${findings} ${findings === 1 ? "finding" : "findings"}`;
    page.block(
      "waiver",
      `- ${what} until **${prose(expires)}** by ${prose(owner)} (${prose(ticket)}): ${prose(reason)}`,
    );
  }
}

function stateOf({ status, waivers }: Placement): string {
  return waivers === undefined ? status : "waived";
}

function addFindings(
  page: Page,
  stacks: readonly StackDigest[],
  isWanted: (finding: Finding) => boolean,
  title: string,
  options: ReportOptions,
): void {
  const wanted = stacks.flatMap(({ name, findings }) => {
    const some = findings.filter(isWanted);
    return some.length === 0 ? [] : [{ name, findings: some }];
  });
  if (wanted.length === 0) {
    return;
  }
  page.add(`### ${title}`);
  for (const { name, findings } of wanted) {
    page.title(name === "" ? "#### Of no stack" : `#### Stack ${code(name)}`);
    for (const finding of findings) {
      page.block("finding", findingItem(finding, options));
    }
  }
}

function findingItem(finding: Finding, options: ReportOptions): string {
  const line = repositoryLine(finding, options);
  const waived = finding.waiver === undefined ? "" : `, waived by ${code(finding.waiver)}`;
  const lines = [
    `- **${finding.status.toUpperCase()}** ${code(finding.rule)} ${code(subjectOf(finding))}${waived}`,
    prose(finding.message),
    ...(finding.value === "" ? [] : [`Got ${code(finding.value)}.`]),
    ...(finding.fix === "" ? [] : [`Fix: ${prose(finding.fix)}`]),
    `At ${line === undefined ? "" : `${code(`${line.file}:${line.line}`)}, `}${code(`${finding.file}#${finding.path}`)}.`,
  ];
  return lines.join("<br>\n  ");
}

function addReachability(page: Page, { reachability }: CheckResult): void {
  if (reachability.length === 0) {
    return;
  }
  page.title("### Network\n\nEvery way into and out of each subnet.");
  for (const proof of reachability) {
    const [subnet = "", ...paths] = describeReachability(proof);
    const lines = [
      `- ${code(proof.stack)}: ${code(subnet)}`,
      ...paths.map((path) => prose(path.trim())),
    ];
    page.block("subnet", lines.join("<br>\n  "));
  }
}

function addNotes(page: Page, { notes }: CheckResult): void {
  if (notes.length === 0) {
    return;
  }
  page.title("### Notes");
  for (const note of notes) {
    page.block(
      "note",
      `- ${note.stack === "" ? "" : `${code(note.stack)}: `}${prose(note.message)}`,
    );
  }
}

type Cuttable = "stack" | "waiver" | "finding" | "subnet" | "note";

/** Blocks of Markdown up to a size, and a count of what did not fit. */
class Page {
  private readonly parts: string[] = [];
  private bytes = 0;
  private readonly omitted = new Map<Cuttable, number>();
  private pending: string | undefined;

  constructor(private readonly maxBytes: number) {}

  /** Adds what is never cut: it must be short. */
  add(part: string): void {
    this.pending = undefined;
    this.push(part);
  }

  /** A heading that is added with the first block below it that fits. */
  title(part: string): void {
    this.pending = part;
  }

  /** Adds `part`, or counts `count` as cut where it does not fit. */
  block(kind: Cuttable, part: string, count = 1): void {
    const parts = this.pending === undefined ? [part] : [this.pending, part];
    const size = parts.reduce((sum, each) => sum + sizeOf(each), 0);
    // Once one is cut, the rest of its kind is too: what is left out are the last ones.
    if ((this.omitted.get(kind) ?? 0) > 0 && kind !== "stack") {
      this.omit(kind, count);
    } else if (this.bytes + size > this.maxBytes) {
      this.omit(kind, count);
    } else {
      this.pending = undefined;
      for (const each of parts) {
        this.push(each);
      }
    }
  }

  omit(kind: Cuttable, count: number): void {
    if (count > 0) {
      this.omitted.set(kind, (this.omitted.get(kind) ?? 0) + count);
    }
  }

  text(): string {
    if (this.omitted.size > 0) {
      const cut = [...this.omitted].map(
        ([kind, count]) => `${count} ${kind}${count === 1 ? "" : "s"}`,
      );
      this.parts.push(
        `**Cut to stay within the size that GitHub takes: ${cut.join(", ")}.** The formats \`json\` and \`html\` leave nothing out.`,
      );
    }
    return `${this.parts.join("\n\n")}\n`;
  }

  private push(part: string): void {
    this.parts.push(part);
    this.bytes += sizeOf(part);
  }
}

/** Bytes of a part and of the blank line after it. */
function sizeOf(part: string): number {
  return Buffer.byteLength(part) + 2;
}
