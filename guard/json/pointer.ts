/** One reference token of a JSON pointer: a property name or an array index. */
export type PointerToken = string | number;

/** Appends one reference token to a JSON pointer. Source: RFC 6901 section 3. */
export function appendToken(pointer: string, token: PointerToken): string {
  return `${pointer}/${escapeToken(token)}`;
}

/** One reference token as a pointer writes it. */
export function escapeToken(token: PointerToken): string {
  if (typeof token === "number") {
    return String(token);
  }
  // "~" first: the other order would escape the "~" of "~1" again.
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

/** The reference tokens of a pointer, as they are called in the document. */
export function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
