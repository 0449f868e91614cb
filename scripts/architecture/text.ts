const MERMAID_SPECIAL = /[#"&<>`*_~%\\]/g;

/**
 * `text` as Mermaid shows it in a quoted label. What has a meaning in Mermaid, or in the HTML and
 * Markdown of its labels, is written as a numbered entity.
 *
 * Source: Mermaid documentation, Flowcharts, "Entity codes to escape characters".
 */
export function mermaidText(text: string): string {
  return plain(text).replace(MERMAID_SPECIAL, (found) => `#${found.codePointAt(0)};`);
}

/** `text` as Markdown shows it in a cell of a table. */
export function markdownText(text: string): string {
  return plain(text).replace(/[\\`*_~|<>[\]&#]/g, (found) => `\\${found}`);
}

/** `text` as code in a cell of a table. */
export function markdownCode(text: string): string {
  const shown = plain(text);
  return /[`|]/.test(shown) ? markdownText(shown) : `\`${shown}\``;
}

/** One line without what does not show. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** `3 buckets`, `1 bucket`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** By code unit: the order must not depend on the machine's locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
