/** One word of a condition: an operator, a path into the request, or a literal. */
export interface Token {
  readonly kind: "symbol" | "path" | "string" | "json";
  readonly text: string;
}

const TOKEN =
  /\s*(?:(\|\||&&|==|!=|<=|>=|[!()[\],<>])|([A-Za-z_][\w]*(?:\.(?:[A-Za-z_]\w*|"(?:[^"\\]|\\.)*"))*(?:\[-?\d+\])?)|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/y;

/** The tokens of a condition; undefined where a part is none. */
export function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const [, symbol, path, string, json] = TOKEN.exec(text) ?? [];
    if (symbol !== undefined) {
      tokens.push({ kind: "symbol", text: symbol });
    } else if (path !== undefined) {
      tokens.push({ kind: "path", text: path });
    } else if (string !== undefined) {
      tokens.push({ kind: "string", text: string.replace(/\\(['\\])/g, "$1") });
    } else if (json !== undefined) {
      tokens.push({ kind: "json", text: json.replace(/\\`/g, "`") });
    } else {
      return undefined;
    }
  }
  return tokens;
}
