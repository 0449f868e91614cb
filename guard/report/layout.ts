/** Characters that take two columns of a terminal: East Asian scripts, full-width forms, emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Characters that take none: they change the one before. */
const COMBINING = /\p{M}/u;

/** Columns that `text` takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return text.length;
  }
  let width = 0;
  for (const char of text) {
    width += columnsOf(char);
  }
  return width;
}

function columnsOf(char: string): number {
  return COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}

/** `text` in at most `columns` columns, ending with "…" where something is left out. */
function cutToColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) {
    return text;
  }
  let shown = "";
  let width = 0;
  for (const char of text) {
    width += columnsOf(char);
    if (width > columns - 1) {
      break;
    }
    shown += char;
  }
  return `${shown}…`;
}

function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** A column wider than this is not filled up: one long name must not push all rows apart. */
const MAX_PADDED = 64;

/** A column of a table is never made narrower than this. */
const MIN_COLUMN = 8;

const GAP = "  ";

/**
 * Rows with aligned cells; the last cell of a row is not filled up.
 *
 * @param width columns that a row may take; longer cells are cut, the last ones first
 * @default no limit, and nothing is cut
 */
export function table(
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): readonly (readonly string[])[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? "")), 0),
  );
  let excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (count - 1) - width;
  for (let column = count - 1; column >= 0 && excess > 0; column -= 1) {
    const natural = widths[column] ?? 0;
    const least = Math.min(natural, column === count - 1 ? 3 * MIN_COLUMN : MIN_COLUMN);
    const narrowed = Math.max(least, natural - excess);
    excess -= natural - narrowed;
    widths[column] = narrowed;
  }
  return rows.map((row) =>
    row.map((cell, column) => {
      const columns = widths[column] ?? 0;
      const shown = width === Number.POSITIVE_INFINITY ? cell : cutToColumns(cell, columns);
      return column === count - 1 ? shown : pad(shown, Math.min(columns, MAX_PADDED)) + GAP;
    }),
  );
}

/**
 * `text` broken between words.
 *
 * @param width columns that a line may take; a longer word has a line of its own
 * @default no limit
 */
export function wrap(text: string, width = Number.POSITIVE_INFINITY): readonly string[] {
  if (width === Number.POSITIVE_INFINITY) {
    return [text];
  }
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
