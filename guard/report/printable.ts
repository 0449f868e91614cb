/**
 * Characters that a reader does not see or that act on what stands around them: control characters,
 * bidirectional overrides, zero-width and other ignorable characters, line separators, halves of a
 * surrogate pair, private and unassigned code points that fonts may draw as anything.
 */
const UNSAFE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;

/** Text and emoji variation selectors: part of how people write emoji, and harmless. */
const VARIATION_SELECTOR = /[\uFE0E\uFE0F]/;

/**
 * `text` on one line, with every character that would not show as itself written as `\u{…}`.
 *
 * Names and values come from configurations and may hold anything; every format passes them through
 * this before it escapes what is special in itself.
 *
 * @param limit most characters of the result
 * @default no limit
 */
export function printable(text: string, limit = Number.POSITIVE_INFINITY): string {
  // What is cut off need not be looked at: a character never becomes shorter.
  const head = text.length > limit ? text.slice(0, limit + 1) : text;
  const shown = head.replace(UNSAFE, (char) =>
    VARIATION_SELECTOR.test(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return cutAt(shown, limit);
}

/** `text` with at most `limit` characters, the last of them "…" where something is left out. */
function cutAt(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const end = Math.max(0, limit - 1);
  // Not between the halves of a surrogate pair.
  const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isSplit ? end - 1 : end)}…`;
}
