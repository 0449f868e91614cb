import type { Realm } from "./realm";
import { Region } from "./region";

/** What a string proves about a place. */
export type PlaceProof =
  /** It names one known region. */
  | { readonly proves: "region"; readonly region: Region }
  /** It names a realm but no region. */
  | { readonly proves: "realm"; readonly realm: Realm; readonly reason: string }
  /** It names a place that is not known, or not one place: treat it as not inside. */
  | {
      readonly proves: "unknown-place";
      /** The place as written, lower case. */
      readonly text: string;
      readonly reason: string;
      /** Country of the place where only that is known (a Local Zone abroad), ISO 3166-1 alpha-2. */
      readonly country?: string;
    }
  /** It is not of this form, or of this form but names no place. */
  | { readonly proves: "nothing"; readonly reason: string };

/** What a parser found. */
export interface Parsed<T> {
  /** The parts, or undefined where the text is not of this form. */
  readonly value: T | undefined;
  /** What the text proves about a place. */
  readonly proof: PlaceProof;
}

/** The region, or else the realm, that `proof` names. */
export function placeName(proof: PlaceProof): string | undefined {
  switch (proof.proves) {
    case "region":
      return proof.region.id;
    case "realm":
      return proof.realm.id;
    case "unknown-place":
      return proof.text;
    default:
      return undefined;
  }
}

export function provesNothing(reason: string): PlaceProof {
  return { proves: "nothing", reason };
}

export function provesUnknown(text: string, reason: string, country?: string): PlaceProof {
  return country === undefined
    ? { proves: "unknown-place", text, reason }
    : { proves: "unknown-place", text, reason, country };
}

export function provesRealm(realm: Realm, reason: string): PlaceProof {
  return { proves: "realm", realm, reason };
}

export function provesRegion(region: Region): PlaceProof {
  return { proves: "region", region };
}

/** Proof of a region that must belong to one of `realms`; a contradiction is an unknown place. */
export function provesRegionIn(
  region: Region,
  realms: readonly Realm[],
  where: string,
): PlaceProof {
  return realms.includes(region.realm)
    ? provesRegion(region)
    : provesUnknown(
        region.id,
        `${region.id} belongs to ${region.realm.id}, but ${where} names ${realms.join(" or ")}`,
      );
}

/** A region id or an OCI region key, lower case. */
export function findByIdOrKey(text: string): Region | undefined {
  return Region.find(text) ?? Region.findByKey(text);
}

const REGION_SHAPE = /^[a-z]{2,4}(?:-[a-z]{2,20}){1,3}-\d{1,2}$/;

/** Has the text the form of a region id, known or not? */
export function hasRegionShape(text: string): boolean {
  return text.length <= 64 && REGION_SHAPE.test(text);
}
