import {
  parseAvailabilityDomain,
  parseAvailabilityZone,
  parseServiceCidrLabel,
  parseServicePrincipal,
} from "../parsers";
import { regionOfAdLabel } from "../parsers/availability-domain";
import { regionOfZonePrefix } from "../parsers/availability-zone";
import { provesRegion, provesUnknown } from "../proof";
import { Region } from "../region";
import type { Finds } from "./find";

/** First parts of all region ids: `us`, `eu`, `eusc`… */
const GEOGRAPHIES: ReadonlySet<string> = new Set(
  Region.all().map((region) => region.id.slice(0, region.id.indexOf("-"))),
);
const ID_LENGTHS: readonly number[] = [
  ...new Set(Region.all().map((region) => region.id.split("-").length)),
].sort((a, b) => b - a);

/** A run of `[a-z0-9-]`, cut at its hyphens. */
interface Run {
  readonly text: string;
  /** Offset of the run in the scanned text. */
  readonly start: number;
  readonly parts: readonly string[];
  /** Offset of each part in the run. */
  readonly offsets: readonly number[];
}

/**
 * Finds what is written with hyphens in `run`: region ids, availability domains and zones, service
 * principals and service CIDR labels.
 *
 * A region id counts between any characters that are neither letters nor digits, hyphens included:
 * `my-eu-frankfurt-1-bucket` names Frankfurt.
 *
 * @param run a longest run of `[a-z0-9-]` in `text`
 */
export function findHyphenated(finds: Finds, text: string, run: string, start: number): void {
  if (run.startsWith("oci-") || run.startsWith("all-")) {
    const { value, proof } = parseServiceCidrLabel(run);
    if (value !== undefined) {
      finds.add("service-cidr-label", start, start + run.length, proof);
      return;
    }
  }
  const cut = cutAtHyphens(run, start);
  const before = finds.all.length;
  for (let i = 0; i < cut.parts.length; ) {
    i = regionAt(finds, cut, i) ?? zoneIdAt(finds, cut, i) ?? shortAdAt(finds, cut, i) ?? i + 1;
  }
  if (finds.all.length === before) {
    unknownPlace(finds, text, cut);
  }
}

function cutAtHyphens(text: string, start: number): Run {
  const parts = text.split("-");
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    offsets.push(offset);
    offset += part.length + 1;
  }
  return { text, start, parts, offsets };
}

/** The parts `[from, to)` with the hyphens between them; empty where there are not so many. */
function join({ text, parts, offsets }: Run, from: number, to: number): string {
  return from < 0 || to > parts.length
    ? ""
    : text.slice(offsets[from] ?? 0, endOf(offsets, parts, to));
}

function endOf(offsets: readonly number[], parts: readonly string[], to: number): number {
  return (offsets[to - 1] ?? 0) + (parts[to - 1]?.length ?? 0);
}

function add(
  finds: Finds,
  run: Run,
  kind: Parameters<Finds["add"]>[0],
  from: number,
  to: number,
  proof: Parameters<Finds["add"]>[3],
): number {
  const { start, offsets, parts } = run;
  finds.add(kind, start + (offsets[from] ?? 0), start + endOf(offsets, parts, to), proof);
  return to;
}

const NUMBER_AND_LETTER = /^\d{1,2}[a-z]?$/;

/** A region id, or a zone or domain that begins with one, at part `i`; the part after it. */
function regionAt(finds: Finds, run: Run, i: number): number | undefined {
  if (!GEOGRAPHIES.has(run.parts[i] ?? "")) {
    return undefined;
  }
  const domain = adAt(finds, run, i, 2);
  if (domain !== undefined) {
    return domain;
  }
  for (const length of ID_LENGTHS) {
    const end = i + length;
    if (!NUMBER_AND_LETTER.test(run.parts[end - 1] ?? "")) {
      continue;
    }
    const id = join(run, i, end);
    const region = Region.find(id);
    if (region !== undefined) {
      return (
        adAt(finds, run, i, length) ??
        localZoneAt(finds, run, i, end, region) ??
        principalAt(finds, run, i, end) ??
        add(finds, run, "region-id", i, end, provesRegion(region))
      );
    }
    // "us-east-12" is no zone of us-east-1: a letter tells zones apart.
    const zoned = /[a-z]$/.test(id) ? Region.find(id.slice(0, -1)) : undefined;
    if (zoned?.cloud === "aws") {
      return add(finds, run, "availability-zone", i, end, provesRegion(zoned));
    }
  }
  return undefined;
}

/** `<label>-ad-<n>` whose label is the `length` parts from `i`. */
function adAt(finds: Finds, run: Run, i: number, length: number): number | undefined {
  const end = i + length;
  if (run.parts[end] !== "ad" || !/^\d$/.test(run.parts[end + 1] ?? "")) {
    return undefined;
  }
  const region = regionOfAdLabel(join(run, i, end));
  return region === undefined
    ? undefined
    : add(finds, run, "availability-domain", i, end + 2, provesRegion(region));
}

/** `phx-ad-1`: a key counts only at the beginning of a run, since keys are also words. */
function shortAdAt(finds: Finds, run: Run, i: number): number | undefined {
  return i === 0 ? adAt(finds, run, 0, 1) : undefined;
}

/** A Local or Wavelength Zone after the region id that ends before part `end`. */
function localZoneAt(
  finds: Finds,
  run: Run,
  i: number,
  end: number,
  region: Region,
): number | undefined {
  if (region.cloud !== "aws") {
    return undefined;
  }
  for (let length = 4; length >= 1; length--) {
    const to = end + length;
    const text = join(run, i, to);
    const { value, proof } = text === "" ? NO_ZONE : parseAvailabilityZone(text);
    // "us-east-1-api-1" has the form of a zone group, but is more likely the name of a thing.
    const isZone =
      value !== undefined &&
      (value.country !== undefined || (value.form === "name" && to === run.parts.length));
    if (isZone || (value?.kind === "wavelength-zone" && to === run.parts.length)) {
      return add(finds, run, "availability-zone", i, to, proof);
    }
  }
  return undefined;
}

const NO_ZONE = parseAvailabilityZone("");

/** `objectstorage-us-ashburn-1`. */
function principalAt(finds: Finds, run: Run, i: number, end: number): number | undefined {
  if (i !== 1 || run.parts[0] !== "objectstorage") {
    return undefined;
  }
  const { value, proof } = parseServicePrincipal(join(run, 0, end));
  return value === undefined ? undefined : add(finds, run, "service-principal", 0, end, proof);
}

/** `use1-az1`, `use1-bos1-az1`, `use1-wl1-bos-wlz1` at part `i`. */
function zoneIdAt(finds: Finds, run: Run, i: number): number | undefined {
  if (regionOfZonePrefix(run.parts[i] ?? "") === undefined) {
    return undefined;
  }
  for (let length = 4; length >= 2; length--) {
    const text = join(run, i, i + length);
    const { value, proof } = text === "" ? NO_ZONE : parseAvailabilityZone(text);
    if (value?.form === "id") {
      return add(finds, run, "availability-zone", i, i + length, proof);
    }
  }
  return undefined;
}

const UNKNOWN_SHAPE =
  /^([a-z]{2,4})(?:-[a-z]{2,20}){1,3}-\d{1,2}(?:[a-z]|(?:-wl\d)?-[a-z]{3}(?:-wlz)?-\d{1,2}[a-z]?)?$/;
const UNKNOWN_ZONE_ID = /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)[a-z]{1,4}\d-az\d$/;
/** What may stand around a region id of its own: not a path, a name or a longer address. */
const DELIMITER = /[\s"'`,;:=()[\]{}<>|]/;

/** A whole run of a place's form that no table holds: `us-nowhere-9`, `Uocm:US-NOWHERE-1-AD-1`. */
function unknownPlace(finds: Finds, text: string, run: Run): void {
  const { start } = run;
  const end = start + run.text.length;
  if (run.text.length > 64 || !isDelimited(text, start, end)) {
    return;
  }
  const geography = UNKNOWN_SHAPE.exec(run.text)?.[1];
  if (run.text.includes("-ad-")) {
    const adStart = text[start - 1] === ":" ? prefixStart(text, start - 1) : start;
    const { proof } = parseAvailabilityDomain(text.slice(adStart, end));
    finds.add("availability-domain", adStart, end, proof);
  } else if (geography !== undefined && GEOGRAPHIES.has(geography)) {
    const reason = `${run.text} has the form of a region id and is not known`;
    finds.add("region-id", start, end, provesUnknown(run.text, reason));
  } else if (UNKNOWN_ZONE_ID.test(run.text)) {
    finds.add("availability-zone", start, end, parseAvailabilityZone(run.text).proof);
  }
}

function isDelimited(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || DELIMITER.test(text[start - 1] ?? "")) &&
    (end === text.length || DELIMITER.test(text[end] ?? ""))
  );
}

/** Where the letters and digits before `colon` begin (16 at most). */
function prefixStart(text: string, colon: number): number {
  let start = colon;
  while (start > 0 && colon - start < 16 && /[a-z0-9]/.test(text[start - 1] ?? "")) {
    start--;
  }
  return start;
}
