import {
  findByIdOrKey,
  hasRegionShape,
  type Parsed,
  type PlaceProof,
  provesNothing,
  provesRealm,
  provesRegion,
  provesRegionIn,
  provesUnknown,
} from "../proof";
import { Realm } from "../realm";
import { isTemplate, splitOutsideTemplates } from "./template";

/** The parts of an Oracle Cloud Identifier, lower case. */
export interface Ocid {
  /** Version, `ocid1`. */
  readonly version: string;
  /** Resource type: `bucket`, `vault`, `vcn`. */
  readonly type: string;
  /** Realm as written: `oc1`. */
  readonly realm: string;
  /** Region as written, id or key; empty for identity resources and where it was left out. */
  readonly region: string;
  /** The last part. */
  readonly unique: string;
}

/**
 * Parses an Oracle Cloud Identifier: `ocid1.<type>.<realm>.[region].[future use].<unique>`.
 *
 * The region is the fourth part, whatever follows: vault and key OCIDs carry an extra part. A blank
 * region proves the realm only; it may be a redaction and does not prove that the resource is global.
 *
 * @see https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm
 */
export function parseOcid(text: string): Parsed<Ocid> {
  const parts = splitOutsideTemplates(text.trim().toLowerCase(), ".");
  const [version = "", type = "", realm = "", region = ""] = parts;
  if (parts.length < 5 || !/^ocid\d+$/.test(version) || type === "") {
    return { value: undefined, proof: provesNothing("not an OCID") };
  }
  const value: Ocid = { version, type, realm, region, unique: parts[parts.length - 1] ?? "" };
  return { value, proof: placeOf(value) };
}

function placeOf({ realm, region }: Ocid): PlaceProof {
  const known = Realm.find(realm);
  const realmIsOpen = isTemplate(realm) || realm === "";
  if (!realmIsOpen && known?.cloud !== "oci") {
    return provesUnknown(realm, `the OCID names the realm ${realm}, which is not known`);
  }
  // File Storage writes the region of its OCIDs with underscores: eu_frankfurt_1.
  const found = findByIdOrKey(region.replaceAll("_", "-"));
  if (found?.cloud === "oci") {
    return known === undefined ? provesRegion(found) : provesRegionIn(found, [known], "the OCID");
  }
  if (region !== "" && !isTemplate(region)) {
    const what = hasRegionShape(region) || region.length === 3 ? "region" : "place";
    return provesUnknown(region, `the OCID names the ${what} ${region}, which is not known`);
  }
  return known === undefined
    ? provesNothing("the OCID names neither a realm nor a region")
    : provesRealm(
        known,
        region === "" ? "the OCID leaves its region blank" : "the OCID's region is an expression",
      );
}
