import { type Html, html } from "./escape";

/** A column: its heading, and the class that gives its width. */
export type Column = readonly [heading: string, width: string];

/** Rows that a browser lays out at once; the others wait until they are near the screen. */
const CHUNK = 100;

/**
 * A table of any length, as several of at most 100 rows with the same columns: a browser can leave a
 * whole table out while it is off the screen, but no part of one.
 *
 * @param kind names the table for the style sheet
 * @param caption what the table lists, for who cannot see the heading above it
 */
export function table(
  kind: "blocks" | "flows",
  columns: readonly Column[],
  rows: readonly Html[],
  caption: string,
): Html {
  const chunks: Html[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    const span =
      rows.length <= CHUNK ? "" : `, rows ${start + 1} to ${start + part.length} of ${rows.length}`;
    chunks.push(html`<div class="${rows.length > CHUNK ? "chunk is-long" : "chunk"}" data-group><table class="rows ${kind}${start === 0 ? "" : " goes-on"}">
<caption class="unseen">${caption}${span}</caption>
<thead><tr>${columns.map(([heading, width]) => html`<th scope="col" class="${width}">${heading}</th>`)}</tr></thead>
<tbody>
${part}</tbody></table></div>
`);
  }
  return html`${chunks}`;
}
