import { parseArn, parseOcid, parseServicePrincipal } from "../parsers";
import { provesRegion, provesUnknown } from "../proof";
import { Region } from "../region";
import { findDotted } from "./dotted";
import { type Find, Finds, withoutRepeats } from "./find";
import { findHyphenated } from "./hyphenated";

/** Finds every place in normalized, lower-case text. Takes time linear in its length. */
export function collect(text: string): readonly Find[] {
  const finds = new Finds();
  findInRuns(finds, text);
  if (text.includes("ocid")) {
    for (const { 0: ocid, index } of text.matchAll(OCID)) {
      finds.add("ocid", index, index + ocid.length, parseOcid(ocid).proof);
    }
  }
  if (text.includes("arn:")) {
    for (const { 0: arn, index } of text.matchAll(ARN)) {
      finds.add("arn", index, index + arn.length, parseArn(arn).proof);
    }
  }
  if (text.includes(".region")) {
    findInConditions(finds, text);
  }
  if (text.includes("fssoc")) {
    for (const { 0: name, index } of text.matchAll(FILE_STORAGE)) {
      const { proof } = parseServicePrincipal(name);
      finds.add("service-principal", index, index + name.length, proof);
    }
  }
  return withoutRepeats(finds.all);
}

const OCID = /(?<![a-z0-9])ocid\d{1,2}\.(?:[a-z0-9._-]|\$\{[^{}]{0,256}\})+/g;
const ARN = /(?<![a-z0-9])arn:(?:[^:\s"']{0,64}:){2}(?:[^:\s"']{0,256}:){2}[^\s"',;<>]{1,2048}/g;
const FILE_STORAGE = /(?<![a-z0-9])fssoc\d{1,3}prod(?![a-z0-9])/g;

// Character classes of the runs that findInRuns walks.
const WORD = 1;
const DOT = 2;
const HYPHEN = 4;
const OTHER_IN_RUN = 8;
const CLASS = new Uint8Array(128);
for (const [chars, kind] of [
  ["abcdefghijklmnopqrstuvwxyz0123456789", WORD],
  [".", DOT],
  ["-", HYPHEN],
  ["_*", OTHER_IN_RUN],
] as const) {
  for (const char of chars) {
    CLASS[char.charCodeAt(0)] = kind;
  }
}

/** Walks the runs of `[a-z0-9._*-]` once; looks into those with dots and those with hyphens. */
function findInRuns(finds: Finds, text: string): void {
  const { length } = text;
  let seen = 0;
  let runStart = 0;
  let partStart = 0;
  let partSeen = 0;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? text.charCodeAt(i) : 0;
    const kind = code < 128 ? (CLASS[code] ?? 0) : 0;
    if (kind === WORD || kind === HYPHEN) {
      partSeen |= kind;
      seen |= kind;
      continue;
    }
    if (partSeen === (WORD | HYPHEN)) {
      findInPart(finds, text, partStart, i);
    }
    partStart = i + 1;
    partSeen = 0;
    if (kind !== 0) {
      seen |= kind;
      continue;
    }
    if ((seen & DOT) !== 0 && (seen & WORD) !== 0) {
      findDotted(finds, text.slice(runStart, i), runStart);
    }
    runStart = i + 1;
    seen = 0;
  }
}

const MAY_NAME_PLACE = /-\d|-az\d|-wlz\d|^(?:oci|all)-/;

function findInPart(finds: Finds, text: string, start: number, end: number): void {
  const part = text.slice(start, end);
  if (MAY_NAME_PLACE.test(part)) {
    findHyphenated(finds, text, part, start);
  }
}

const CONDITION =
  /(?<![a-z0-9])(?:request|target)\.region(?:\.name)?\s{0,64}(?:!?=|not\s{1,64}in|in)/g;
const LITERAL = /[\s,({\\]{0,64}(['"])([^'"\\\s]{1,64})\\?\1/y;

/** Region keys that OCI policy conditions compare with: `request.region = 'iad'`. */
function findInConditions(finds: Finds, text: string): void {
  for (const match of text.matchAll(CONDITION)) {
    LITERAL.lastIndex = match.index + match[0].length;
    for (;;) {
      const literal = LITERAL.exec(text);
      if (literal === null) {
        break;
      }
      const [whole, , value = ""] = literal;
      const start = literal.index + whole.lastIndexOf(value);
      const region = Region.findByKey(value);
      if (region !== undefined) {
        finds.add("region-key", start, start + value.length, provesRegion(region));
      } else if (/^[a-z]{3}$/.test(value)) {
        const proof = provesUnknown(value, `no region is known to have the key ${value}`);
        finds.add("region-key", start, start + value.length, proof);
      }
    }
  }
}
