import {
  findByIdOrKey,
  hasRegionShape,
  type Parsed,
  provesNothing,
  provesRegion,
  provesUnknown,
} from "../proof";
import type { Region } from "../region";

/** The parts of an OCI availability domain's name. */
export interface AvailabilityDomain {
  /** The tenancy's own prefix (`Uocm`), or undefined where it is left out. */
  readonly prefix: string | undefined;
  /** The region as it stands in the name, lower case: `us-ashburn`, `phx`, `eu-frankfurt-1`. */
  readonly label: string;
  /** The region, where known. */
  readonly region: Region | undefined;
  /** Number of the availability domain in its region, from 1. */
  readonly number: number;
}

/**
 * Parses the name of an OCI availability domain.
 *
 * The oldest regions keep older spellings: `Uocm:PHX-AD-1` (key) and `Uocm:US-ASHBURN-AD-1` (id
 * without its number). Every other region writes its id: `Uocm:EU-FRANKFURT-1-AD-1`. The prefix
 * differs by tenancy and may be left out.
 *
 * @see https://docs.oracle.com/en-us/iaas/Content/General/Concepts/regions.htm
 */
export function parseAvailabilityDomain(text: string): Parsed<AvailabilityDomain> {
  const match = AD_NAME.exec(text.trim());
  if (match === null) {
    return { value: undefined, proof: provesNothing("not an availability domain's name") };
  }
  const [, prefix, written = "", number = ""] = match;
  const label = written.toLowerCase();
  const region = regionOfAdLabel(label);
  const value: AvailabilityDomain = { prefix, label, region, number: Number(number) };
  if (region !== undefined) {
    return { value, proof: provesRegion(region) };
  }
  // A bare word before -AD-1 is no place ("banner-ad-1"); a prefix or a region's form makes it one.
  return prefix === undefined && !hasRegionShape(`${label}-1`) && !hasRegionShape(label)
    ? { value: undefined, proof: provesNothing("not an availability domain's name") }
    : {
        value,
        proof: provesUnknown(label, `the availability domain names ${label}, which is not known`),
      };
}

const AD_NAME = /^(?:([a-z0-9]{2,16}):)?([a-z0-9-]{2,64})-ad-(\d)$/i;

/** Ids that availability domains write without their number. */
const SHORT_LABELS: ReadonlyMap<string, string> = new Map([["us-ashburn", "us-ashburn-1"]]);

/** The region that stands before `-AD-` in an availability domain's name (lower case). */
export function regionOfAdLabel(label: string): Region | undefined {
  const region = findByIdOrKey(SHORT_LABELS.get(label) ?? label);
  return region?.cloud === "oci" ? region : undefined;
}
