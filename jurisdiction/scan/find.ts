import type { PlaceProof } from "../proof";
import type { Disguise, EvidenceKind, PlaceEvidence } from "./evidence";

/** A place found in normalized, lower-case text. */
export interface Find {
  readonly kind: EvidenceKind;
  readonly start: number;
  readonly end: number;
  readonly proof: PlaceEvidence["proof"];
}

/** Collects finds; those that prove nothing are dropped. */
export class Finds {
  readonly all: Find[] = [];

  add(kind: EvidenceKind, start: number, end: number, proof: PlaceProof): void {
    if (proof.proves !== "nothing") {
      this.all.push({ kind, start, end, proof });
    }
  }
}

/** Identity of the place that a proof names. */
export function placeKey(proof: PlaceEvidence["proof"]): string {
  switch (proof.proves) {
    case "region":
      return proof.region.id;
    case "realm":
      return proof.realm.id;
    case "unknown-place":
      return `?${proof.text}`;
  }
}

// Forms that hold other forms inside themselves, such as the region id in a host.
const COMPOUND: ReadonlySet<EvidenceKind> = new Set([
  "ocid",
  "arn",
  "host",
  "registry",
  "endpoint-service",
]);

/**
 * The finds in order of their offsets, without those that only repeat what the compound form around
 * them proves already. A part that names another place than its whole stays.
 */
export function withoutRepeats(finds: readonly Find[]): readonly Find[] {
  if (finds.length < 2) {
    return finds;
  }
  const sorted = [...finds].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Find[] = [];
  let around: Find | undefined;
  for (const find of sorted) {
    const isPart = around !== undefined && find.end <= around.end;
    if (isPart && around !== undefined && placeKey(find.proof) === placeKey(around.proof)) {
      continue;
    }
    kept.push(find);
    if (COMPOUND.has(find.kind) && !isPart) {
      around = find;
    }
  }
  return kept;
}

// Forms for which upper case is usual or does not matter.
const ANY_CASE: ReadonlySet<EvidenceKind> = new Set([
  "availability-domain",
  "host",
  "registry",
  "realm-domain",
  "region-key",
  "service-principal",
]);

/** How `source`, as written, hides what was found, or undefined where it does not. */
export function disguiseOf(
  kind: EvidenceKind,
  source: string,
  found: string,
): Disguise | undefined {
  if (source === found) {
    return undefined;
  }
  if (source.toLowerCase() === found) {
    return ANY_CASE.has(kind) ? undefined : "case";
  }
  if (/%[0-9a-f]{2}/i.test(source)) {
    return "percent-encoding";
  }
  if (/xn--/i.test(source)) {
    return "punycode";
  }
  return /[\\&]/.test(source) ? "escape" : "unicode";
}
