import { Buffer } from "node:buffer";
import { repositoryLine } from "../../report/digest";
import { MAX_SUMMARY_BYTES } from "../../report/markdown";
import { code, prose } from "../../report/markdown-text";
import type { ReportOptions } from "../../report/options";
import type { ResidencyDiff } from "../residency-diff";
import { isWorse } from "../worsenings";
import { type Item, type Section, sectionsOf } from "./sections";
import { changesLine, sideLine, verdictLine } from "./verdict-line";

/** First line of the report: by it, a workflow finds the comment that it updates. */
export const DIFF_MARKER = "<!-- onshore diff -->";

/**
 * GitHub refuses a comment of more than 65,536 characters; the rest is for what a workflow writes around
 * the diff, such as a link to its run.
 */
const MAX_DIFF_BYTES = 60_000;

/** Kept free for the headings, the counts and the lines that say what was cut. */
const RESERVED_BYTES = 4096;

/** Facts of one item; a waiver may cover thousands of findings. */
const MAX_FACTS = 40;

/** The diff as a comment on a pull request, in GitHub Flavored Markdown of less than 64 KB. */
export function reportDiffMarkdown(diff: ResidencyDiff, options: ReportOptions = {}): string {
  return within(diff, MAX_DIFF_BYTES, options);
}

/** The diff as the summary of a job, in Markdown of less than 1 MiB. */
export function reportDiffSummary(diff: ResidencyDiff, options: ReportOptions = {}): string {
  return within(diff, MAX_SUMMARY_BYTES, options);
}

function within(diff: ResidencyDiff, maxBytes: number, options: ReportOptions): string {
  const parts = [
    DIFF_MARKER,
    `## Residency: ${isWorse(diff) ? "worse" : "no worse"} than before`,
    `**${verdictLine(diff)}**`,
  ];
  let room = maxBytes - RESERVED_BYTES;
  const cut: string[] = [];
  for (const section of sectionsOf(diff)) {
    const { text, shown } = sectionText(section, room, options);
    if (text !== "") {
      parts.push(text);
      room -= sizeOf(text);
    }
    const missing = section.items.length - shown;
    if (missing > 0) {
      cut.push(`${missing} of ${section.items.length} under "${section.title}"`);
      // What comes later matters less: it may not stand where something worse was cut.
      room = 0;
    }
  }
  parts.push(
    changesLine(diff),
    `Before, as of ${code(diff.base.asOf)}: ${sideLine(diff.base)}<br>\nAfter, as of ${code(diff.head.asOf)}: ${sideLine(diff.head)}`,
  );
  if (cut.length > 0) {
    parts.push(
      `**Cut to stay within the size that GitHub takes: ${cut.join(", ")}.** The formats \`text\` and \`json\` leave nothing out.`,
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function sectionText(
  { title, isCompact, items }: Section,
  room: number,
  options: ReportOptions,
): { readonly text: string; readonly shown: number } {
  const heading = `### ${title}`;
  const blocks: string[] = [];
  let size = sizeOf(heading);
  for (const item of items) {
    const block = itemText(item, isCompact === true ? ", " : "<br>\n  ", options);
    if (size + sizeOf(block) > room) {
      break;
    }
    size += sizeOf(block);
    blocks.push(block);
  }
  return {
    text: blocks.length === 0 ? "" : [heading, ...blocks].join("\n\n"),
    shown: blocks.length,
  };
}

function itemText(item: Item, separator: string, options: ReportOptions): string {
  const { label, rule, subject, facts } = item;
  const line = repositoryLine(item, options);
  const more = facts.length - MAX_FACTS;
  const lines = [
    `- **${label}**${rule === undefined ? "" : ` ${code(rule)}`} ${code(subject)}`,
    ...facts.slice(0, MAX_FACTS).map((fact) => {
      const text = fact.isCode ? code(fact.text) : prose(fact.text);
      return fact.label === "" ? text : `${fact.label}: ${text}`;
    }),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(line === undefined ? [] : [`made by: ${code(`${line.file}:${line.line}`)}`]),
  ];
  return lines.join(separator);
}

/** Bytes of a part and of the blank line after it. */
function sizeOf(part: string): number {
  return Buffer.byteLength(part) + 2;
}
