import { Realm, Region } from "../../../jurisdiction";

const idsOf = (kind: string) =>
  Realm.all()
    .filter((realm) => realm.kind === kind)
    .map(String);

// Sources: Oracle's page of regions and realms, and AWS's list of partitions.
test.each([
  ["commercial", ["oc1", "aws", "aws-cn"]],
  ["sovereign", ["oc19", "aws-eusc"]],
  [
    "government",
    ["oc2", "oc3", "oc4", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"],
  ],
])("the %s realms are %j", (kind, ids) => {
  expect(idsOf(kind)).toEqual(ids);
});

test("every other realm is a single customer's, and Oracle's", () => {
  const open = ["commercial", "sovereign", "government"].flatMap(idsOf);
  const others = Realm.all().filter(({ id }) => !open.includes(id));
  expect(others.map(({ kind, cloud }) => `${cloud} ${kind}`)).toEqual(
    others.map(() => "oci dedicated"),
  );
  expect(others.length).toBeGreaterThan(15);
});

describe.each(Realm.all().map((realm) => [realm.id, realm] as const))(
  "the realm %s",
  (id, realm) => {
    const isOracles = realm.cloud === "oci";

    test("has an id and a title of its cloud", () => {
      expect(id).toMatch(isOracles ? /^oc[1-9]\d?$/ : /^aws(?:-[a-z]+)*$/);
      expect(realm.title).toMatch(isOracles ? /^(?:OCI|Oracle) \w/ : /^AWS \w/);
    });

    test("serves its endpoints under some domain", () => {
      expect(realm.domains.length).toBeGreaterThan(0);
      for (const domain of realm.domains) {
        expect(domain).toMatch(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/);
        expect(Realm.findByDomain(`service.${domain}`)).toContain(realm);
      }
    });

    test("has regions, all of its own cloud", () => {
      const regions = Region.all().filter((region) => region.realm === realm);
      expect(regions.length).toBeGreaterThan(0);
      expect(regions.map(({ cloud }) => cloud)).toEqual(regions.map(() => realm.cloud));
    });
  },
);

test("no two realms have one title, or one main domain but for those that Oracle lets share it", () => {
  const titles = Realm.all().map(({ title }) => title);
  const repeated = titles.filter((title, at) => titles.indexOf(title) !== at);
  // Two operators' realms in one country are called alike.
  expect(new Set(repeated)).toEqual(
    new Set(repeated.filter((title) => title.startsWith("OCI dedicated"))),
  );
});
