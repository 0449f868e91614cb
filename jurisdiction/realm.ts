import { REALMS } from "./tables/realms";

/** The cloud provider a region or realm belongs to. */
export type Cloud = "oci" | "aws";

/**
 * What a realm is for.
 *
 * - `commercial`: open to every customer.
 * - `government`: for public-sector customers of one country.
 * - `sovereign`: run apart from the commercial realm for one legal area (the EU).
 * - `dedicated`: for a single customer or operator (OCI Dedicated Region, OCI Alloy).
 */
export type RealmKind = "commercial" | "government" | "sovereign" | "dedicated";

/**
 * An OCI realm (`oc1`) or AWS partition (`aws-us-gov`): a set of regions that shares no identity,
 * account or network with any other set. Immutable and interned, so `===` compares realms.
 */
export class Realm {
  /** The cloud that the realm belongs to. */
  readonly cloud: Cloud;
  /** `oc1`, `oc19`, `aws`, `aws-cn`… */
  readonly id: string;
  /** What the realm is for. */
  readonly kind: RealmKind;
  /** Name for people, such as `AWS GovCloud (US)`. */
  readonly title: string;
  /** Domains of its service endpoints; the first is the main one. Several realms may share one. */
  readonly domains: readonly string[];

  private constructor(
    cloud: Cloud,
    id: string,
    kind: RealmKind,
    title: string,
    domains: readonly string[],
  ) {
    this.cloud = cloud;
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.domains = Object.freeze([...domains]);
    Object.freeze(this);
  }

  private static readonly realms: readonly Realm[] = Object.freeze(
    REALMS.map((row) => new Realm(...row)),
  );
  private static readonly byId: ReadonlyMap<string, Realm> = new Map(
    Realm.realms.map((realm) => [realm.id, realm]),
  );
  private static readonly byDomain: ReadonlyMap<string, readonly Realm[]> = (() => {
    const map = new Map<string, Realm[]>();
    for (const realm of Realm.realms) {
      for (const domain of realm.domains) {
        map.set(domain, [...(map.get(domain) ?? []), realm]);
      }
    }
    return map;
  })();

  /**
   * The realm with this id.
   *
   * @param id exact, lower case: `oc1`, `aws-us-gov`
   * @throws Error when no such realm is known
   */
  static of(id: string): Realm {
    const realm = Realm.byId.get(id);
    if (realm === undefined) {
      throw new Error(
        `Unknown realm ${JSON.stringify(id)}. Known realms: ${[...Realm.byId.keys()].join(", ")}.`,
      );
    }
    return realm;
  }

  /** The realm with exactly this id, or undefined. */
  static find(id: string): Realm | undefined {
    return Realm.byId.get(id);
  }

  /** Every known realm, of both clouds or of one. */
  static all(cloud?: Cloud): readonly Realm[] {
    return cloud === undefined ? Realm.realms : Realm.realms.filter((r) => r.cloud === cloud);
  }

  /**
   * The realms that serve a host, by the longest realm domain that the host ends with.
   *
   * @param host lower-case host name, with or without subdomains: `iad.oraclecloud.com`
   * @returns empty for a host outside both clouds; more than one where realms share a domain
   */
  static findByDomain(host: string): readonly Realm[] {
    const domain = Realm.domainOf(host);
    return domain === undefined ? [] : (Realm.byDomain.get(domain) ?? []);
  }

  /** The longest realm domain that `host` equals or is a subdomain of, or undefined. */
  static domainOf(host: string): string | undefined {
    // No realm domain has more than four labels, so only the tail of a host is looked at.
    let start = host.length;
    let found: string | undefined;
    for (let labels = 0; labels < MAX_DOMAIN_LABELS && start > 0; labels++) {
      start = host.lastIndexOf(".", start - 1);
      const suffix = host.slice(start + 1);
      if (suffix.length > MAX_DOMAIN_LENGTH) {
        break;
      }
      if (Realm.byDomain.has(suffix)) {
        found = suffix;
      }
    }
    return found;
  }

  /** The realm's id. */
  toString(): string {
    return this.id;
  }
}

const MAX_DOMAIN_LABELS = 5;
const MAX_DOMAIN_LENGTH = 64;
