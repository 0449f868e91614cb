import { UnknownRegionError } from "./errors";
import { nearest } from "./nearest";
import { type Cloud, Realm } from "./realm";
import { AWS_REGIONS } from "./tables/aws-regions";
import { OCI_REGIONS } from "./tables/oci-regions";

/** A cloud region. Immutable and interned, so `===` compares regions. */
export class Region {
  /** The cloud that the region belongs to. */
  readonly cloud: Cloud;
  /** Region id: `us-ashburn-1`, `us-east-1`. */
  readonly id: string;
  /** OCI region key, lower case (`iad`); undefined for AWS. */
  readonly key: string | undefined;
  /** OCI realm or AWS partition. */
  readonly realm: Realm;
  /** Country of the data centers, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Prefix of AWS Availability Zone ids (`use1`), where AWS publishes one; undefined for OCI. */
  readonly zonePrefix: string | undefined;

  private constructor(
    id: string,
    key: string | undefined,
    realm: string,
    country: string,
    zonePrefix: string | undefined,
  ) {
    this.realm = Realm.of(realm);
    this.cloud = this.realm.cloud;
    this.id = id;
    this.key = key;
    this.country = country;
    this.zonePrefix = zonePrefix;
    Object.freeze(this);
  }

  private static readonly regions: readonly Region[] = Object.freeze([
    ...OCI_REGIONS.map(
      ([id, key, realm, country]) => new Region(id, key, realm, country, undefined),
    ),
    ...AWS_REGIONS.map(
      ([id, partition, country, prefix]) => new Region(id, undefined, partition, country, prefix),
    ),
  ]);
  private static readonly byId: ReadonlyMap<string, Region> = new Map(
    Region.regions.map((region) => [region.id, region]),
  );
  private static readonly byKey: ReadonlyMap<string, Region> = new Map(
    Region.regions.flatMap((region) => (region.key === undefined ? [] : [[region.key, region]])),
  );

  /**
   * The region with this id.
   *
   * @param id exact, lower case: `us-ashburn-1`
   * @throws {UnknownRegionError} when no such region is known; its message names ids spelled alike
   */
  static of(id: string): Region {
    const region = Region.byId.get(id);
    if (region === undefined) {
      throw new UnknownRegionError(id, nearest(id, Region.byId.keys()), Region.regions.length);
    }
    return region;
  }

  /** The region with exactly this id (lower case; keys such as `iad` are not ids), or undefined. */
  static find(id: string): Region | undefined {
    return Region.byId.get(id);
  }

  /** The OCI region with exactly this three-letter key (lower case: `iad`), or undefined. */
  static findByKey(key: string): Region | undefined {
    return Region.byKey.get(key);
  }

  /** Every known region, of both clouds or of one. */
  static all(cloud?: Cloud): readonly Region[] {
    return cloud === undefined ? Region.regions : Region.regions.filter((r) => r.cloud === cloud);
  }

  /** The region's id. */
  toString(): string {
    return this.id;
  }
}
