import {
  hasRegionShape,
  type Parsed,
  type PlaceProof,
  provesNothing,
  provesRegion,
  provesUnknown,
} from "../proof";
import { Region } from "../region";
import { AWS_LOCAL_ZONES, AWS_WAVELENGTH_ZONES, type AwsZoneRow } from "../tables/aws-zones";

/** The parts of an AWS zone's name or id. */
export interface AvailabilityZone {
  /** What the zone is. */
  readonly kind: "availability-zone" | "local-zone" | "wavelength-zone";
  /** Was the zone written as an id (`use1-az1`), the same in every account, or as a name? */
  readonly form: "name" | "id" | "group";
  /** The parent region, where known. */
  readonly region: Region | undefined;
  /** Location code of a Local or Wavelength Zone (`bos`); undefined for an Availability Zone. */
  readonly location: string | undefined;
  /** Country that the zone stands in, where known: a Local Zone's need not be its region's. */
  readonly country: string | undefined;
}

/**
 * Parses an AWS zone: Availability Zone names (`us-east-1a`) and ids (`use1-az1`), Local Zones
 * (`us-east-1-bos-1a`, `use1-bos1-az1`), Wavelength Zones (`us-east-1-wl1-bos-wlz-1`,
 * `use1-wl1-bos-wlz1`) and the groups of both (`us-east-1-bos-1`, `us-east-1-wl1`).
 *
 * A zone in its region's country proves the region. A zone abroad (`us-east-1-bue-1a` stands in
 * Argentina) is an unknown place that carries its country; so is a location that is not known.
 */
export function parseAvailabilityZone(text: string): Parsed<AvailabilityZone> {
  const written = text.trim().toLowerCase();
  const value = written.length > 64 ? undefined : (parseName(written) ?? parseId(written));
  return value === undefined
    ? { value, proof: provesNothing("not an AWS zone") }
    : { value, proof: placeOf(value, written) };
}

const NAME = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)(?:([a-z])|-(.+))$/;
const ID = /^([a-z]{2,5}\d+)-(?:az\d+|(.+))$/;
// <location>-<n>[letter] of a Local Zone, its group without the letter.
const LOCAL_NAME = /^([a-z]{3})-\d+([a-z])?$/;
const LOCAL_ID = /^([a-z]{3})\d+-az\d+$/;
// wl<n> | wl<n>-<location>-wlz-<n> | wl<n>-<location><n> | <location>-wlz-<n>[letter]
const WAVELENGTH_NAME = /^(?:wl\d+|wl\d+-([a-z]{3})(?:-wlz-\d+|\d+)|([a-z]{3})-wlz-\d+[a-z]?)$/;
const WAVELENGTH_ID = /^(?:wl\d+-([a-z]{3})-wlz\d+|([a-z]{3})\d+-wlz\d+)$/;

const LOCAL = countries(AWS_LOCAL_ZONES);
const WAVELENGTH = countries(AWS_WAVELENGTH_ZONES);
const BY_PREFIX: ReadonlyMap<string, Region> = new Map(
  Region.all("aws").flatMap((r) => (r.zonePrefix === undefined ? [] : [[r.zonePrefix, r]])),
);

function countries(rows: readonly AwsZoneRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map(([region, location, country]) => [`${region}/${location}`, country]));
}

/** The AWS region whose Availability Zone ids begin with `prefix` (`use1`), or undefined. */
export function regionOfZonePrefix(prefix: string): Region | undefined {
  return BY_PREFIX.get(prefix);
}

function parseName(text: string): AvailabilityZone | undefined {
  const [match, id = "", letter, rest = ""] = NAME.exec(text) ?? [];
  const region = match === undefined ? undefined : Region.find(id);
  if (match === undefined || (region === undefined && !hasRegionShape(id))) {
    return undefined;
  }
  if (region !== undefined && region.cloud !== "aws") {
    return undefined;
  }
  if (letter !== undefined) {
    return zone("availability-zone", "name", region, undefined);
  }
  const local = LOCAL_NAME.exec(rest);
  if (local !== null) {
    return zone("local-zone", local[2] === undefined ? "group" : "name", region, local[1]);
  }
  const wavelength = WAVELENGTH_NAME.exec(rest);
  return wavelength === null
    ? undefined
    : zone(
        "wavelength-zone",
        /wlz-\d+$|wlz-\d+[a-z]$/.test(rest) ? "name" : "group",
        region,
        wavelength[1] ?? wavelength[2],
      );
}

function parseId(text: string): AvailabilityZone | undefined {
  const [match, prefix = "", rest] = ID.exec(text) ?? [];
  if (match === undefined) {
    return undefined;
  }
  const region = regionOfZonePrefix(prefix);
  if (rest === undefined) {
    return zone("availability-zone", "id", region, undefined);
  }
  const local = LOCAL_ID.exec(rest);
  if (local !== null) {
    return zone("local-zone", "id", region, local[1]);
  }
  const wavelength = WAVELENGTH_ID.exec(rest);
  return wavelength === null
    ? undefined
    : zone("wavelength-zone", "id", region, wavelength[1] ?? wavelength[2]);
}

function zone(
  kind: AvailabilityZone["kind"],
  form: AvailabilityZone["form"],
  region: Region | undefined,
  location: string | undefined,
): AvailabilityZone {
  const table = kind === "local-zone" ? LOCAL : WAVELENGTH;
  const country =
    kind === "availability-zone" ? region?.country : table.get(`${region?.id}/${location}`);
  return { kind, form, region, location, country };
}

function placeOf({ kind, region, location, country }: AvailabilityZone, text: string): PlaceProof {
  if (region === undefined) {
    return provesUnknown(text, "the zone's region is not known");
  }
  if (kind === "availability-zone") {
    return provesRegion(region);
  }
  if (country === undefined) {
    const zoneName = location === undefined ? "the zone group" : `the location ${location}`;
    return provesUnknown(text, `${zoneName} of ${region.id} may lie in another country`);
  }
  return country === region.country
    ? provesRegion(region)
    : provesUnknown(
        text,
        `this zone of ${region.id} (${region.country}) stands in ${country}`,
        country,
      );
}
