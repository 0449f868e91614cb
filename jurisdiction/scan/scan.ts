import { provesUnknown } from "../proof";
import { encodedRuns } from "./base64";
import { collect } from "./collect";
import { resolveEscapes } from "./escapes";
import type { Disguise, PlaceEvidence } from "./evidence";
import { disguiseOf, type Find, placeKey } from "./find";
import { Inflater } from "./gzip";
import { identity, type MappedText, sourceStart, written } from "./mapped-text";
import { mayNamePlace } from "./may-name-place";
import { normalize } from "./normalize";

const NONE: readonly PlaceEvidence[] = Object.freeze([]);
const MAX_ESCAPE_ROUNDS = 4;
const MAX_BASE64_DEPTH = 3;
const MAX_MEMOIZED_LENGTH = 512;
const MAX_MEMOIZED = 4096;

/** Two halves: when the younger is full it becomes the older, so that what is asked for often stays. */
let memo = new Map<string, readonly PlaceEvidence[]>();
let older = new Map<string, readonly PlaceEvidence[]>();

/**
 * Finds every place that a string names, in whatever form: region ids, OCIDs, ARNs, availability
 * domains and zones, service hosts, container images, service principals, keys in policy conditions.
 *
 * Disguises are undone first: letter case, full-width and look-alike letters, invisible characters,
 * unusual hyphens, percent encoding, `\u` and HTML escapes, Punycode, base64 and gzip in base64 (also
 * of each other, to a bounded depth).
 *
 * Words that are region keys too (`sin`, `arn`, `mad`) count only where a key can stand. A region id
 * that is not known (`us-nowhere-9`) counts only as a token of its own or inside an identifier.
 *
 * Never throws; takes time linear in the length of `text`.
 *
 * @returns evidence in order of `index`, frozen; empty where the text names no place
 */
export function scan(text: string): readonly PlaceEvidence[] {
  if (!mayNamePlace(text)) {
    return NONE;
  }
  if (text.length > MAX_MEMOIZED_LENGTH) {
    return scanText(text, 0);
  }
  return memo.get(text) ?? remember(text, older.get(text) ?? scanText(text, 0));
}

function remember(text: string, result: readonly PlaceEvidence[]): readonly PlaceEvidence[] {
  if (memo.size >= MAX_MEMOIZED / 2) {
    older = memo;
    memo = new Map();
  }
  memo.set(text, result);
  return result;
}

const TOO_LARGE = "something too large to be uncompressed here";

/** Compressed text that was not read may name any place. */
const UNREAD = provesUnknown(
  TOO_LARGE,
  "compressed text is read up to 1 MiB",
) as PlaceEvidence["proof"];

function scanText(
  text: string,
  depth: number,
  inflater = new Inflater(),
): readonly PlaceEvidence[] {
  const result = new Result(inflater);
  let layer = normalize(identity(text));
  result.addAll(layer, collect(lower(layer.text)));
  result.addEncoded(layer, depth);
  for (let round = 0; round < MAX_ESCAPE_ROUNDS; round++) {
    const next = resolveEscapes(layer);
    if (next === layer) {
      break;
    }
    layer = normalize(next);
    result.addAll(layer, collect(lower(layer.text)));
    result.addEncoded(layer, depth);
  }
  return result.done();
}

/** Lower case that keeps offsets: a few letters beyond ASCII change their length. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length
    ? lowered
    : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

class Result {
  private readonly evidence: PlaceEvidence[] = [];
  private seen: Set<string> | undefined;

  constructor(private readonly inflater: Inflater) {}

  addAll(layer: MappedText, finds: readonly Find[]): void {
    for (const { kind, start, end, proof } of finds) {
      const text = written(layer, start, end);
      const disguise = disguiseOf(kind, text, lower(layer.text.slice(start, end)));
      this.add({ kind, text, index: sourceStart(layer, start), proof }, disguise);
    }
  }

  addEncoded(layer: MappedText, depth: number): void {
    if (depth >= MAX_BASE64_DEPTH) {
      return;
    }
    for (const { index, decoded, form } of encodedRuns(layer.text, this.inflater)) {
      const start = sourceStart(layer, index);
      if (decoded === undefined) {
        this.add({ kind: "region-id", text: TOO_LARGE, index: start, proof: UNREAD }, form);
        continue;
      }
      for (const { kind, text, proof } of scanText(decoded, depth + 1, this.inflater)) {
        this.add({ kind, text, index: start, proof }, form);
      }
    }
  }

  /** A place that an earlier layer found at the same offset is not repeated. */
  private add(evidence: PlaceEvidence, disguised: Disguise | undefined): void {
    this.seen ??= new Set();
    const key = `${evidence.index} ${placeKey(evidence.proof)}`;
    if (!this.seen.has(key)) {
      this.seen.add(key);
      this.evidence.push(Object.freeze(disguised ? { ...evidence, disguised } : evidence));
    }
  }

  done(): readonly PlaceEvidence[] {
    return this.evidence.length === 0
      ? NONE
      : Object.freeze(this.evidence.sort((a, b) => a.index - b.index));
  }
}
