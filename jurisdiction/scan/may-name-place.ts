import { Realm } from "../realm";
import { MIN_RUN } from "./base64";

// What a character says about a text; one table look-up per character decides most strings. The
// kinds from HYPHEN on are those that call for a closer look at once.
const DIGIT = 1;
const UPPER = 2;
const HYPHEN = 4;
const DOT_OR_COLON = 8;
/** Escapes, control characters and everything beyond ASCII. */
const SPECIAL = 16;

const KIND = new Uint8Array(1 << 16).fill(SPECIAL);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  KIND[code] = /\d/.test(char)
    ? DIGIT
    : /[A-Z]/.test(char)
      ? UPPER
      : char === "-"
        ? HYPHEN
        : /[.:]/.test(char)
          ? DOT_OR_COLON
          : /[%\\&]|[^\t\n\r -~]/.test(char)
            ? SPECIAL
            : 0;
}

function kindAt(text: string, index: number): number {
  return KIND[text.charCodeAt(index)] as number;
}

const WITH_HYPHEN = /-az\d|-wlz\d|-[a-z]{3}-services-|oci-[a-z]{3}-|xn--/i;
const WITH_DIGIT = /fssoc\d/i;
const LAST_LABELS = [
  ...new Set(Realm.all().flatMap((r) => r.domains.map((d) => d.slice(d.lastIndexOf(".") + 1)))),
];
/** After a dot: the end of a cloud's host, or a policy condition's `request.region`. */
const AFTER_DOT = new RegExp(`region|(?:io|${LAST_LABELS.join("|")})(?![a-z0-9])`, "iy");
const OCID_VERSION = /ocid\d/i;
const COLON = 58;

/** Does the dot or colon at `index` belong to a host, an OCID, an ARN or a condition? */
function isTelling(text: string, index: number): boolean {
  if (text.charCodeAt(index) === COLON) {
    return text.slice(Math.max(0, index - 3), index).toLowerCase() === "arn";
  }
  AFTER_DOT.lastIndex = index + 1;
  return (
    AFTER_DOT.test(text) ||
    (kindAt(text, index - 1) === DIGIT &&
      OCID_VERSION.test(text.slice(Math.max(0, index - 6), index)))
  );
}

/** In base64, what names a place has an upper-case letter. */
const BASE64_RUN = new RegExp(`[A-Za-z0-9+/_-]{${MIN_RUN}}`);

/**
 * Can the text name a place at all? Reads it once; costs next to nothing for a string without one.
 * May answer yes for a text without a place, never no for one with a place.
 */
export function mayNamePlace(text: string): boolean {
  const { length } = text;
  let all = 0;
  for (let i = 0; i < length; i++) {
    const kind = kindAt(text, i);
    all |= kind;
    if (
      kind >= HYPHEN &&
      (kind === SPECIAL || (kind === HYPHEN ? kindAt(text, i + 1) === DIGIT : isTelling(text, i)))
    ) {
      return true;
    }
  }
  return (
    ((all & UPPER) !== 0 && BASE64_RUN.test(text)) ||
    ((all & HYPHEN) !== 0 && WITH_HYPHEN.test(text)) ||
    ((all & DIGIT) !== 0 && WITH_DIGIT.test(text))
  );
}
