export { InvalidJurisdictionError, OutsideJurisdictionError, UnknownRegionError } from "./errors";
export { Jurisdiction, type JurisdictionProps } from "./jurisdiction";
export { nearest } from "./nearest";
export * from "./parsers";
export { type Parsed, type PlaceProof, placeName } from "./proof";
export { type Cloud, Realm, type RealmKind } from "./realm";
export { Region } from "./region";
export * from "./scan";
