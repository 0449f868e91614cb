/** What a team installs: constructs, and what they are made of. */
export * from "./constructs/oracle";
export {
  type Cloud,
  InvalidJurisdictionError,
  Jurisdiction,
  type JurisdictionProps,
  OutsideJurisdictionError,
  Realm,
  type RealmKind,
  Region,
  UnknownRegionError,
} from "./jurisdiction";
