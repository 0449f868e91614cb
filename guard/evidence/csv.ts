import { printable } from "../report/printable";

/** Longest cell; a spreadsheet takes 32,767 characters. */
const MAX_CELL = 8000;

/** Characters that make a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@]/;

/** Rows as comma-separated values. Source: RFC 4180. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const shown = printable(text, MAX_CELL);
  // A spreadsheet shows the apostrophe to nobody, and the rest as text.
  const inert = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
