import { printable } from "./printable";

/** Longest name or value that a report in Markdown repeats, in characters. */
const MAX_CODE = 300;

/** Longest sentence. */
const MAX_PROSE = 1200;

/**
 * `text` as a code span: nothing in it is Markdown, a mention or a link.
 *
 * Not for a cell of a table, where a "|" ends the cell even in a code span.
 */
export function code(text: string): string {
  const shown = printable(text, MAX_CODE);
  if (shown === "") {
    return "(empty)";
  }
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${space}${shown}${space}${fence}`;
}

/** `text` as code in a cell of a table: every character that could be anything else is a reference. */
export function cellCode(text: string): string {
  const shown = printable(text, MAX_CODE).replace(/[^\p{L}\p{M}\p{N} .\-/…]/gu, reference);
  return shown === "" ? "" : `<code>${shown}</code>`;
}

/** `text` as prose: no markup, no mention of a person or an issue, no link. */
export function prose(text: string): string {
  // In one pass: an escape holds marks itself, which a second pass would escape again.
  return printable(text, MAX_PROSE).replace(/[\\`*_[\]|~:$^!&<>@#]|www(?=\.)/gi, inert);
}

/** By name: GitHub would take the number of a reference for that of an issue. */
const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A mark as text. An empty comment ends a word that GitHub looks for after Markdown is done. */
function inert(mark: string): string {
  const shown = REFERENCES[mark] ?? (mark.length > 1 ? mark : `\\${mark}`);
  return /[@#w]/i.test(mark) ? `${shown}<!-- -->` : shown;
}

function reference(char: string): string {
  return `&#${char.codePointAt(0)};`;
}
