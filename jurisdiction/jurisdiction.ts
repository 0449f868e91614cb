import { InvalidJurisdictionError, OutsideJurisdictionError, quote } from "./errors";
import { nearest } from "./nearest";
import type { Cloud, Realm } from "./realm";
import { Region } from "./region";

/** What a jurisdiction consists of. */
export interface JurisdictionProps {
  /** Short name for messages: `US`. */
  readonly name: string;
  /** Countries that a region may lie in, ISO 3166-1 alpha-2, upper case. */
  readonly countries: readonly string[];
  /** Regions that are inside, by id or object, in the order to list them. */
  readonly regions: readonly (string | Region)[];
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
  static readonly US: Jurisdiction = Jurisdiction.define({
    name: "US",
    countries: ["US"],
    regions: [
      "us-ashburn-1",
      "us-chicago-1",
      "us-phoenix-1",
      "us-saltlake-2",
      "us-sanjose-1",
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
    ],
  });

  /** US government regions: OCI realm `oc2` (FedRAMP High) and AWS GovCloud (US). */
  static readonly US_GOVERNMENT: Jurisdiction = Jurisdiction.define({
    name: "US_GOVERNMENT",
    countries: ["US"],
    regions: ["us-langley-1", "us-luke-1", "us-gov-east-1", "us-gov-west-1"],
  });

  /** US defense regions: OCI realm `oc3` (DISA Impact Level 5) and AWS GovCloud (US). */
  static readonly US_DEFENSE: Jurisdiction = Jurisdiction.define({
    name: "US_DEFENSE",
    countries: ["US"],
    regions: [
      "us-gov-ashburn-1",
      "us-gov-chicago-1",
      "us-gov-phoenix-1",
      "us-gov-east-1",
      "us-gov-west-1",
    ],
  });

  /** The dedicated OCI realm `oc23`, in the United States, for its one customer. */
  static readonly US_DEDICATED_OC23: Jurisdiction = Jurisdiction.define({
    name: "US_DEDICATED_OC23",
    countries: ["US"],
    regions: ["us-somerset-1", "us-thames-1"],
  });

  /** The dedicated OCI realm `oc42`, in the United States, for its one customer. */
  static readonly US_DEDICATED_OC42: Jurisdiction = Jurisdiction.define({
    name: "US_DEDICATED_OC42",
    countries: ["US"],
    regions: ["us-ashburn-2", "us-newark-1"],
  });

  /** The jurisdictions that come with Onshore. */
  static predefined(): readonly Jurisdiction[] {
    return [
      Jurisdiction.US,
      Jurisdiction.US_GOVERNMENT,
      Jurisdiction.US_DEFENSE,
      Jurisdiction.US_DEDICATED_OC23,
      Jurisdiction.US_DEDICATED_OC42,
    ];
  }

  /**
   * A jurisdiction of your own.
   *
   * @throws {InvalidJurisdictionError} when the name or a list is empty, a country is not two upper-case
   * letters or holds no region, or a region is unknown, repeated, or lies in a country not listed
   */
  static define(props: JurisdictionProps): Jurisdiction {
    const problems: string[] = [];
    const { name, countries } = props;
    if (name.trim() === "") {
      problems.push("The name is empty.");
    }
    if (countries.length === 0) {
      problems.push("It lists no country.");
    }
    if (props.regions.length === 0) {
      problems.push("It lists no region.");
    }
    for (const [i, country] of countries.entries()) {
      if (!/^[A-Z]{2}$/.test(country)) {
        problems.push(`Country ${quote(country)} is not an ISO 3166-1 alpha-2 code such as "US".`);
      }
      if (countries.indexOf(country) !== i) {
        problems.push(`Country ${quote(country)} is listed twice.`);
      }
    }
    const regions = new Set<Region>();
    for (const given of props.regions) {
      const region = typeof given === "string" ? Region.find(given) : given;
      if (region === undefined) {
        const near = nearest(String(given), Region.all().map(String));
        const hint = near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
        problems.push(`Region ${quote(String(given))} is unknown.${hint}`);
      } else if (regions.has(region)) {
        problems.push(`Region ${region.id} is listed twice.`);
      } else {
        regions.add(region);
        if (!countries.includes(region.country)) {
          problems.push(
            `Region ${region.id} lies in ${region.country}, which is not among its countries ` +
              `(${countries.join(", ") || "none"}): add the country or drop the region.`,
          );
        }
      }
    }
    for (const country of new Set(countries)) {
      if (regions.size > 0 && ![...regions].some((region) => region.country === country)) {
        problems.push(`Country ${quote(country)} holds none of its regions: drop it.`);
      }
    }
    if (problems.length > 0) {
      throw new InvalidJurisdictionError(name, problems);
    }
    return new Jurisdiction(name, countries, [...regions]);
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
