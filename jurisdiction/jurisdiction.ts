import { InvalidJurisdictionError, OutsideJurisdictionError, quote } from "./errors";
import { nearest } from "./nearest";
import { type Cloud, Realm } from "./realm";
import { Region } from "./region";
import { JURISDICTIONS } from "./tables/jurisdictions";

/** What a jurisdiction consists of: `regions`, `realms`, or both. */
export interface JurisdictionProps {
  /** Short name for messages: `US`. */
  readonly name: string;
  /**
   * Countries of the legal area, ISO 3166-1 alpha-2, upper case. Regions must lie in one of them, and
   * a firewall at the edge may admit requests of them; a country need not hold a region.
   */
  readonly countries: readonly string[];
  /** Regions that are inside, by id or object, in the order to list them. @default none */
  readonly regions?: readonly (string | Region)[];
  /**
   * Realms and partitions whose known regions are inside where they lie in one of `countries`: `oc19`,
   * `aws-us-gov`. What a cloud opens later is inside only once Onshore's table of regions has it.
   * @default none
   */
  readonly realms?: readonly (string | Realm)[];
  /** Clouds whose regions are inside. @default both */
  readonly clouds?: readonly Cloud[];
  /** Regions of `realms` that are outside all the same. @default none */
  readonly exceptions?: readonly (string | Region)[];
}

/**
 * A named, closed list of cloud regions that data may lie in.
 *
 * Membership is by the list alone, never by country or by the spelling of an id: a region that a
 * cloud opens tomorrow is outside until someone adds it.
 */
export class Jurisdiction {
  /** Short name: `US`. */
  readonly name: string;
  /** Countries of its regions, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** The regions inside. */
  readonly regions: readonly Region[];
  readonly #inside: ReadonlySet<Region>;
  readonly #realms = new Map<Realm, "all" | "some" | "none">();

  private constructor(name: string, countries: readonly string[], regions: readonly Region[]) {
    this.name = name;
    this.countries = Object.freeze([...countries]);
    this.regions = Object.freeze([...regions]);
    this.#inside = new Set(regions);
    Object.freeze(this);
  }

  /** The commercial regions in the United States: OCI realm `oc1` and AWS partition `aws`. */
  static readonly US: Jurisdiction = Jurisdiction.define(JURISDICTIONS.US);

  /** US government regions: OCI realm `oc2` (FedRAMP High) and AWS GovCloud (US). */
  static readonly US_GOVERNMENT: Jurisdiction = Jurisdiction.define(JURISDICTIONS.US_GOVERNMENT);

  /** US defense regions: OCI realm `oc3` (DISA Impact Level 5) and AWS GovCloud (US). */
  static readonly US_DEFENSE: Jurisdiction = Jurisdiction.define(JURISDICTIONS.US_DEFENSE);

  /** The dedicated OCI realm `oc23`, in the United States, for its one customer. */
  static readonly US_DEDICATED_OC23: Jurisdiction = Jurisdiction.define(
    JURISDICTIONS.US_DEDICATED_OC23,
  );

  /** The dedicated OCI realm `oc42`, in the United States, for its one customer. */
  static readonly US_DEDICATED_OC42: Jurisdiction = Jurisdiction.define(
    JURISDICTIONS.US_DEDICATED_OC42,
  );

  /**
   * The commercial regions in the European Union: OCI realm `oc1` and AWS partition `aws`. Zurich and
   * London are not in it, though their ids begin with `eu-`.
   */
  static readonly EU: Jurisdiction = Jurisdiction.define(JURISDICTIONS.EU);

  /**
   * The clouds that are run apart for the European Union: Oracle EU Sovereign Cloud (realm `oc19`)
   * and AWS European Sovereign Cloud (partition `aws-eusc`).
   */
  static readonly EU_SOVEREIGN: Jurisdiction = Jurisdiction.define(JURISDICTIONS.EU_SOVEREIGN);

  /** The commercial regions in the United Kingdom: OCI realm `oc1` and AWS partition `aws`. */
  static readonly UK: Jurisdiction = Jurisdiction.define(JURISDICTIONS.UK);

  /** UK government regions: OCI realm `oc4`. */
  static readonly UK_GOVERNMENT: Jurisdiction = Jurisdiction.define(JURISDICTIONS.UK_GOVERNMENT);

  /** The jurisdictions that come with Onshore. */
  static predefined(): readonly Jurisdiction[] {
    return [
      Jurisdiction.US,
      Jurisdiction.US_GOVERNMENT,
      Jurisdiction.US_DEFENSE,
      Jurisdiction.US_DEDICATED_OC23,
      Jurisdiction.US_DEDICATED_OC42,
      Jurisdiction.EU,
      Jurisdiction.EU_SOVEREIGN,
      Jurisdiction.UK,
      Jurisdiction.UK_GOVERNMENT,
    ];
  }

  /** The jurisdiction that comes with Onshore under this name (`US`, `EU`), or undefined. */
  static find(name: string): Jurisdiction | undefined {
    return Jurisdiction.predefined().find((jurisdiction) => jurisdiction.name === name);
  }

  /**
   * A jurisdiction of your own.
   *
   * @throws {InvalidJurisdictionError} when the name or a list is empty, a country is not two upper-case
   * letters, a region or realm is unknown, or a region is repeated, of a cloud that is left out, or lies
   * in a country not listed
   */
  static define(props: JurisdictionProps): Jurisdiction {
    const problems: string[] = [];
    const { name, countries } = props;
    if (name.trim() === "") {
      problems.push("The name is empty.");
    }
    problems.push(...countryProblems(countries));
    const regions = collectRegions(props, problems);
    if (problems.length > 0) {
      throw new InvalidJurisdictionError(name, problems);
    }
    return new Jurisdiction(name, countries, regions);
  }

  /** Is the region inside? */
  allows(region: Region): boolean {
    return this.#inside.has(region);
  }

  /**
   * How much of a realm is inside: all of its known regions, some, or none. A realm may have regions
   * that are not published, so `all` speaks of the known ones only.
   */
  allowsRealm(realm: Realm): "all" | "some" | "none" {
    const known = this.#realms.get(realm);
    if (known !== undefined) {
      return known;
    }
    const regions = Region.all(realm.cloud).filter((region) => region.realm === realm);
    const inside = regions.filter((region) => this.allows(region)).length;
    const share = inside === 0 ? "none" : inside === regions.length ? "all" : "some";
    this.#realms.set(realm, share);
    return share;
  }

  /** The regions inside, of one cloud. */
  regionsOf(cloud: Cloud): readonly Region[] {
    return this.regions.filter((region) => region.cloud === cloud);
  }

  /**
   * The region, if it is inside.
   *
   * @param region object or exact id
   * @param what what is to be placed there, for the message: `replica region`
   * @throws {OutsideJurisdictionError} when the region is outside or unknown
   */
  require(region: Region | string, what: string): Region {
    const found = typeof region === "string" ? Region.find(region) : region;
    if (found !== undefined && this.allows(found)) {
      return found;
    }
    const value = String(region);
    const allowed = (found === undefined ? this.regions : this.regionsOf(found.cloud)).map(String);
    const meant = Region.findByKey(value.toLowerCase());
    const near =
      meant !== undefined && this.allows(meant) ? [meant.id] : nearest(value, allowed, 1);
    throw new OutsideJurisdictionError(
      this.name,
      what,
      value,
      allowed,
      found === undefined
        ? "no known region has this id"
        : `${found.realm.title}, ${found.country}`,
      found === undefined && near.length > 0
        ? `Did you mean ${near.join(", ")}?`
        : "Choose one of the allowed regions, or define a jurisdiction that lists this one.",
    );
  }

  /** The jurisdiction's name. */
  toString(): string {
    return this.name;
  }
}

function countryProblems(countries: readonly string[]): readonly string[] {
  const problems = countries.length === 0 ? ["It lists no country."] : [];
  for (const [i, country] of countries.entries()) {
    if (!/^[A-Z]{2}$/.test(country)) {
      problems.push(`Country ${quote(country)} is not an ISO 3166-1 alpha-2 code such as "US".`);
    }
    if (countries.indexOf(country) !== i) {
      problems.push(`Country ${quote(country)} is listed twice.`);
    }
  }
  return problems;
}

/** The regions that `props` puts inside; what is wrong with them is added to `problems`. */
function collectRegions(props: JurisdictionProps, problems: string[]): readonly Region[] {
  const { countries, clouds } = props;
  const find = (given: string | Region): Region | undefined => {
    const region = typeof given === "string" ? Region.find(given) : given;
    if (region === undefined) {
      problems.push(unknown("Region", given, Region.all().map(String)));
    }
    return region;
  };
  const inside = new Set<Region>();
  for (const given of props.regions ?? []) {
    const region = find(given);
    if (region === undefined) {
      continue;
    }
    if (inside.has(region)) {
      problems.push(`Region ${region.id} is listed twice.`);
    }
    if (!countries.includes(region.country)) {
      problems.push(
        `Region ${region.id} lies in ${region.country}, which is not among its countries ` +
          `(${countries.join(", ") || "none"}): add the country or drop the region.`,
      );
    }
    if (clouds?.includes(region.cloud) === false) {
      problems.push(`Region ${region.id} is of ${region.cloud}, which is not among its clouds.`);
    }
    inside.add(region);
  }
  const named = new Set(inside);
  for (const given of props.realms ?? []) {
    const realm = typeof given === "string" ? Realm.find(given) : given;
    if (realm === undefined) {
      problems.push(unknown("Realm", given, Realm.all().map(String)));
      continue;
    }
    const here = Region.all(realm.cloud).filter(
      (region) => region.realm === realm && countries.includes(region.country),
    );
    if (here.length === 0) {
      problems.push(`Realm ${realm.id} has no known region in ${countries.join(", ") || "it"}.`);
    }
    for (const region of here.filter(({ cloud }) => clouds?.includes(cloud) ?? true)) {
      inside.add(region);
    }
  }
  for (const given of props.exceptions ?? []) {
    const region = find(given);
    if (region !== undefined && (named.has(region) || !inside.delete(region))) {
      problems.push(
        `Region ${region.id} is an exception to nothing: ${named.has(region) ? "it is listed among the regions" : "no listed realm puts it inside"}.`,
      );
    }
  }
  if (inside.size === 0 && (problems.length === 0 || isEmpty(props))) {
    problems.push("It lists no region.");
  }
  return [...inside];
}

function isEmpty({ regions = [], realms = [] }: JurisdictionProps): boolean {
  return regions.length === 0 && realms.length === 0;
}

function unknown(what: string, given: string | object, known: readonly string[]): string {
  const near = nearest(String(given), known);
  const hint = near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
  return `${what} ${quote(String(given))} is unknown.${hint}`;
}
