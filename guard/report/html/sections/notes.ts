import { type Html, html, shortened } from "../escape";
import { itemAttributes, listSection } from "../items";
import { prose } from "../prose";
import type { Report } from "../report";

/** What a reviewer should know that fails nothing. */
export function notesSection(report: Report): Html {
  const { notes } = report.result;
  return listSection(
    "notes",
    "Notes",
    notes.length,
    notes.length === 0 ? "There is none." : "What a reviewer should know; a note fails nothing.",
    html`<ul role="list" class="notes">
${notes.map(
  (note) =>
    html`<li ${itemAttributes({ stack: note.stack, rules: [note.rule] }, report)}><p>${prose(note.message)}</p><p class="sub"><code class="rule">${shortened(note.rule)}</code> <code>${shortened(note.file)}#${shortened(note.path)}</code></p></li>
`,
)}</ul>`,
  );
}
