import { wrap } from "../../report/layout";
import type { ReportOptions } from "../../report/options";
import { printable } from "../../report/printable";
import type { ResidencyDiff } from "../residency-diff";
import { isWorse } from "../worsenings";
import { type Fact, type Item, sectionsOf, type Tone } from "./sections";
import { changesLine, sideLine, verdictLine } from "./verdict-line";

/** Longest name or value that a line repeats, in characters. */
const MAX_TEXT = 1000;

/** A terminal may be narrower, but a report that is cut to fit it would say nothing. */
const MIN_COLUMNS = 40;

/** Width of the column of labels; longer ones push their text on. */
const LABEL = 7;

/** Select Graphic Rendition parameters. Source: ECMA-48 section 8.3.117. */
const STYLES: Readonly<Record<Tone, string>> = {
  outside: "31",
  unproven: "33",
  waived: "36",
  inside: "32",
  plain: "1",
};

/** The diff for people who read a terminal or a log: the verdict, then what matters most. */
export function reportDiffText(
  diff: ResidencyDiff,
  { columns, colour = false }: ReportOptions = {},
): string {
  const width = columns === undefined ? undefined : Math.max(MIN_COLUMNS, columns);
  const lines: string[] = [];
  const add = (indent: string, text: string, tone?: Tone): void => {
    const room = width === undefined ? undefined : width - indent.length;
    for (const [index, line] of wrap(text, room).entries()) {
      const shown = colour && tone !== undefined ? `\u001b[${STYLES[tone]}m${line}\u001b[0m` : line;
      lines.push((index === 0 ? indent : " ".repeat(indent.length)) + shown);
    }
  };
  add("", verdictLine(diff), isWorse(diff) ? "outside" : "inside");
  for (const { title, isCompact, items } of sectionsOf(diff)) {
    lines.push("");
    add("", title, "plain");
    for (const item of items) {
      if (isCompact === true) {
        add("  ", `${titleOf(item)}${item.facts.map(inline).join("")}`, item.tone);
        continue;
      }
      add("  ", titleOf(item), item.tone);
      for (const fact of factsOf(item)) {
        add(`    ${fact.label === "" ? "" : `${fact.label.padEnd(LABEL)} `}`, shown(fact.text));
      }
    }
  }
  lines.push("");
  add("", changesLine(diff));
  add("", `Before, as of ${shown(diff.base.asOf)}: ${sideLine(diff.base)}`);
  add("", `After, as of ${shown(diff.head.asOf)}: ${sideLine(diff.head)}`);
  return `${lines.join("\n")}\n`;
}

function inline({ label, text }: Fact): string {
  return `, ${label} ${shown(text)}`;
}

function titleOf({ label, rule, subject }: Item): string {
  return `${label}${rule === undefined ? "" : ` ${shown(rule)}`}: ${shown(subject)}`;
}

function factsOf({ facts, source }: Item): readonly Fact[] {
  return source === undefined
    ? facts
    : [
        ...facts,
        {
          label: "made by",
          text: `${source.file}:${source.line}:${source.column ?? 1}`,
          isCode: true,
        },
      ];
}

/**
 * `text` as this format shows it: nothing in it acts on a terminal, or looks like a command to the
 * runner of a CI job, which reads them in what a step prints.
 */
function shown(text: string): string {
  return printable(text, MAX_TEXT)
    .replace(/^(\s*):(?=:)/, "$1\\u{3a}")
    .replace(/##(?=[[a-z])/gi, "#\\u{23}");
}
