const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const MAX_LABEL = 63;

/**
 * Decodes one label of an internationalized host name, without its `xn--` (RFC 3492).
 *
 * @returns undefined where the label is not Punycode
 */
export function decodePunycode(label: string): string | undefined {
  if (label.length > MAX_LABEL) {
    return undefined;
  }
  const basicEnd = label.lastIndexOf("-");
  const output = [...label.slice(0, Math.max(basicEnd, 0))];
  let code = 128;
  let index = 0;
  let bias = 72;
  let position = basicEnd > 0 ? basicEnd + 1 : 0;
  while (position < label.length) {
    const start = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(position++));
      if (digit < 0) {
        return undefined;
      }
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) {
        break;
      }
      // May grow past what a number holds exactly: far beyond any code point, it stays there.
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(index - start, length, start === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      return undefined;
    }
    output.splice(index, 0, String.fromCodePoint(code));
    index++;
  }
  return output.join("");
}

/** Value of a Punycode digit: a to z are 0 to 25, 0 to 9 are 26 to 35; negative for anything else. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) {
    return code - 22;
  }
  const lower = code | 32;
  return lower <= 122 ? lower - 97 : -1;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) >> 1) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
