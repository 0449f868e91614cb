import { type Cloud, type Jurisdiction, Region } from "../../jurisdiction";
import { ALWAYS, NEVER, PERHAPS, type Truth } from "./condition";

/** The regions that a condition holds in, seen from a jurisdiction. */
export interface Reach {
  /**
   * Regions outside that the condition favors: it holds there where it does not hold in some region
   * inside. Empty for a condition that says nothing of regions, or that only leaves some out.
   */
  readonly favored: readonly Region[];
  /** Regions outside in which the condition never holds, though it does in others outside. */
  readonly spared: readonly Region[];
  /** True where it can hold in a region that nobody has listed, such as one that opens tomorrow. */
  readonly open: boolean;
  /** True where it holds in every region outside, whatever else the request says. */
  readonly covers: boolean;
}

/** What holds where a condition says nothing of regions. */
export const EVERYWHERE: Reach = { favored: [], spared: [], open: true, covers: true };

/** The regions that a comparison names. */
export interface RegionMatch {
  readonly regions: ReadonlySet<Region>;
  /** True for a value that stands for every region, `*`. */
  readonly every: boolean;
  /** True where a value is not in the file. */
  readonly unresolved: boolean;
}

/** Whether `region` is among those that a comparison names; undefined is a region not listed. */
export function matchTruth(match: RegionMatch, region: Region | undefined): Truth {
  if (match.every || (region !== undefined && match.regions.has(region))) {
    return ALWAYS;
  }
  return match.unresolved ? PERHAPS : NEVER;
}

/**
 * Tries a condition in every known region of `cloud`, and in one that is not known (`undefined`).
 *
 * @param named the regions that the condition names: in all others it holds as in an unknown one
 */
export function reachOf(
  truthIn: (region: Region | undefined) => Truth,
  named: ReadonlySet<Region>,
  cloud: Cloud,
  jurisdiction: Jurisdiction,
): Reach {
  const unlisted = truthIn(undefined);
  const inside = jurisdiction.regionsOf(cloud);
  // A jurisdiction may have no region of this cloud: then nothing of the cloud is inside.
  const leastInside = inside.reduce<Truth>(
    (least, region) => Math.min(least, named.has(region) ? truthIn(region) : unlisted) as Truth,
    inside.length > 0 ? ALWAYS : NEVER,
  );
  const favored: Region[] = [];
  const spared: Region[] = [];
  let covers = unlisted === ALWAYS;
  const abroad = unlisted > leastInside ? Region.all(cloud) : [...named];
  for (const region of abroad) {
    if (region.cloud !== cloud || jurisdiction.allows(region)) {
      continue;
    }
    const here = named.has(region) ? truthIn(region) : unlisted;
    covers &&= here === ALWAYS;
    if (here > leastInside) {
      favored.push(region);
    }
    if (here === NEVER && unlisted !== NEVER) {
      spared.push(region);
    }
  }
  return { favored, spared, open: unlisted !== NEVER, covers };
}

/** Regions that a message lists before it counts the rest. */
const SHOWN = 3;

/** `eu-frankfurt-1, uk-london-1 and 70 more`: for messages. */
export function listRegions(regions: readonly Region[]): string {
  const shown = regions.slice(0, SHOWN).map(String).join(", ");
  return regions.length > SHOWN ? `${shown} and ${regions.length - SHOWN} more` : shown;
}

/** The `region` of a finding, where the value names few enough to list. */
export function regionField(regions: readonly Region[]): { readonly region?: string } {
  return regions.length > SHOWN ? {} : { region: listRegions(regions) };
}

/**
 * The regions of `cloud` that a wildcard stands for: those of the jurisdiction's realms, as a policy
 * holds in one realm, unless it matches none of them.
 */
export function regionsMatching(
  cloud: Cloud,
  matches: (region: Region) => boolean,
  jurisdiction: Jurisdiction,
): ReadonlySet<Region> {
  const all = Region.all(cloud).filter(matches);
  const own = all.filter((region) => jurisdiction.allowsRealm(region.realm) !== "none");
  return new Set(own.length > 0 ? own : all);
}
