import { Region as SdkRegion } from "oci-common";
import { Realm, Region } from "../../../jurisdiction";

// Oracle's own SDK is updated with every new region; ours must not fall behind it.
describe.each(SdkRegion.values().map((region) => [region.regionId, region] as const))(
  "the OCI region %s of Oracle's SDK",
  (id, sdk) => {
    test("is known with the same key, realm and domain", () => {
      const region = Region.find(id);
      expect(region?.key).toBe(sdk.regionCode);
      expect(region?.realm.id).toBe(sdk.realm.realmId);
      expect(region?.realm.domains[0]).toBe(sdk.realm.secondLevelDomain);
    });
  },
);

test("Oracle's SDK lists enough regions for the comparison to mean something", () => {
  expect(SdkRegion.values().length).toBeGreaterThan(80);
});

test("no id and no key stands twice", () => {
  const regions = Region.all("oci");
  expect(new Set(regions.map((region) => region.id)).size).toBe(regions.length);
  expect(new Set(regions.map((region) => region.key)).size).toBe(regions.length);
});

test("every key is three lower-case letters and every country two upper-case ones", () => {
  for (const region of Region.all("oci")) {
    expect(region.key).toMatch(/^[a-z]{3}$/);
    expect(region.country).toMatch(/^[A-Z]{2}$/);
  }
});

test("every realm has a region", () => {
  const used = new Set(Region.all().map((region) => region.realm));
  expect(Realm.all().filter((realm) => !used.has(realm))).toEqual([]);
});
