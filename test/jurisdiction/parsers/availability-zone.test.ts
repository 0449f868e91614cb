import { parseAvailabilityZone, Region } from "../../../jurisdiction";
import { outcome, reason } from "../outcome";

describe("a zone in its region's country proves the region", () => {
  test.each([
    ["us-east-1a", "us-east-1"],
    ["us-gov-west-1b", "us-gov-west-1"],
    ["ap-southeast-1c", "ap-southeast-1"],
    ["use1-az1", "us-east-1"],
    ["usgw1-az3", "us-gov-west-1"],
    ["apse1-az2", "ap-southeast-1"],
    ["us-east-1-bos-1a", "us-east-1"],
    ["us-east-1-atl-2a", "us-east-1"],
    ["us-west-2-lax-1b", "us-west-2"],
    ["usw2-lax1-az1", "us-west-2"],
    ["us-west-2-hnl-1", "us-west-2"],
    ["us-east-1-wl1-bos-wlz-1", "us-east-1"],
    ["use1-wl1-bos-wlz1", "us-east-1"],
    ["us-east-1-wl1-chi1", "us-east-1"],
    ["US-EAST-1A", "us-east-1"],
  ])("%s", (zone, region) => {
    expect(outcome(parseAvailabilityZone(zone).proof)).toBe(region);
  });
});

describe("a zone abroad is no proof of its region, and carries its country", () => {
  test.each([
    ["us-east-1-bue-1a", "AR"],
    ["us-east-1-scl-1a", "CL"],
    ["us-east-1-lim-1a", "PE"],
    ["us-east-1-qro-1a", "MX"],
    ["us-east-1-qro-1", "MX"],
    ["use1-qro1-az1", "MX"],
    ["eu-north-1-hel-1a", "FI"],
    ["ap-southeast-1-mnl-1a", "PH"],
    ["eu-west-3-cmn-wlz-1a", "MA"],
    ["euw3-cmn1-wlz1", "MA"],
  ])("%s stands in %s", (zone, country) => {
    expect(parseAvailabilityZone(zone).proof).toMatchObject({
      proves: "unknown-place",
      text: zone,
      country,
    });
  });
});

test.each([
  "us-east-1-zzz-1a",
  "us-east-1-wl1-zzz-wlz-1",
  "us-east-1-wl1",
  "us-nowhere-9a",
  "xyz1-az1",
])("%s is an unknown place", (zone) => {
  expect(outcome(parseAvailabilityZone(zone).proof)).toBe(`unknown ${zone}`);
});

test.each([
  "",
  "us-east-1",
  "a",
  "us-ashburn-1a",
  "us-east-1-app",
  "az1",
  "US-ASHBURN-AD-1",
  "us-east-1ab",
])("%j is no zone", (text) => {
  expect(parseAvailabilityZone(text).value).toBeUndefined();
});

test.each(Region.all("aws").map((region) => [region.id, region] as const))(
  "a zone of %s proves it by name, and by id where AWS publishes one",
  (id, region) => {
    expect(outcome(parseAvailabilityZone(`${id}a`).proof)).toBe(id);
    if (region.zonePrefix !== undefined) {
      expect(outcome(parseAvailabilityZone(`${region.zonePrefix}-az1`).proof)).toBe(id);
    }
  },
);

test("the parts of a Local Zone come out", () => {
  expect(parseAvailabilityZone("us-east-1-bue-1a").value).toEqual({
    kind: "local-zone",
    form: "name",
    region: Region.of("us-east-1"),
    location: "bue",
    country: "AR",
  });
});

test.each([
  ["us-east-1", "not an AWS zone"],
  ["us-nowhere-9a", "the zone's region is not known"],
  ["us-east-1-zzz-1a", "the location zzz of us-east-1 may lie in another country"],
  ["us-east-1-wl1", "the zone group of us-east-1 may lie in another country"],
  ["us-east-1-bue-1a", "this zone of us-east-1 (US) stands in AR"],
])("%s says why it proves no region", (zone, expected) => {
  expect(reason(parseAvailabilityZone(zone).proof)).toBe(expected);
});

describe("the kind of a zone, how it is written, and its location", () => {
  test.each([
    ["us-east-1a", "availability-zone", "name", undefined, "US"],
    ["use1-az12", "availability-zone", "id", undefined, "US"],
    ["us-east-1-bos-1a", "local-zone", "name", "bos", "US"],
    ["us-east-1-bos-12", "local-zone", "group", "bos", "US"],
    ["use1-bos1-az1", "local-zone", "id", "bos", "US"],
    ["use1-bos12-az12", "local-zone", "id", "bos", "US"],
    ["us-east-1-wl1-bos-wlz-1", "wavelength-zone", "name", "bos", "US"],
    ["us-east-1-wl12-bos-wlz-12", "wavelength-zone", "name", "bos", "US"],
    ["us-east-1-wl1-bos1", "wavelength-zone", "group", "bos", "US"],
    ["us-east-1-wl12-bos12", "wavelength-zone", "group", "bos", "US"],
    ["us-east-1-wl12", "wavelength-zone", "group", undefined, undefined],
    ["use1-wl1-bos-wlz1", "wavelength-zone", "id", "bos", "US"],
    ["use1-wl12-bos-wlz12", "wavelength-zone", "id", "bos", "US"],
    ["eu-west-3-cmn-wlz-1a", "wavelength-zone", "name", "cmn", "MA"],
    ["eu-west-3-cmn-wlz-12", "wavelength-zone", "name", "cmn", "MA"],
    ["euw3-cmn1-wlz1", "wavelength-zone", "id", "cmn", "MA"],
    ["euw3-cmn12-wlz12", "wavelength-zone", "id", "cmn", "MA"],
    ["us-nowhere-9-bos-1a", "local-zone", "name", "bos", undefined],
    ["xyz1-bos1-az1", "local-zone", "id", "bos", undefined],
  ])("of %s", (text, kind, form, location, country) => {
    expect(parseAvailabilityZone(text).value).toMatchObject({ kind, form });
    expect(parseAvailabilityZone(text).value?.location).toBe(location);
    expect(parseAvailabilityZone(text).value?.country).toBe(country);
  });
});

test.each([
  "x us-east-1a",
  "us-east-1-bost-1a",
  "us-east-1-bos-1ab",
  "us-east-1-bos-a",
  "us-east-1-xwl1",
  "us-east-1-wl1x",
  "us-east-1-wl1-bos",
  "us-east-1-wl1-bos-wlz-",
  "us-east-1-wl1-bos-wlz-1x",
  "us-east-1-bos-wlz",
  "use1-az",
  "use1-az1x",
  "x-use1-az1",
  "use1-bost1-az1",
  "use1-bos-az1",
  "use1-bos1-az",
  "use1-bos1-az1x",
  "use1-xbos1-az1",
  "use1-wl-bos-wlz1",
  "use1-wl1-bos-wlz",
  "use1-wl1-bos-wlz1x",
  "use1-xwl1-bos-wlz1",
  "use1-cmn1-wlz",
  "use1-cmn1-wlz1x",
  "useast1x-az1",
  "nowhere-1a",
  "iad-az1",
])("%j is no zone", (text) => {
  expect(parseAvailabilityZone(text).value).toBeUndefined();
});

test("spaces around a zone do not hide it, and text that is too long is none", () => {
  expect(outcome(parseAvailabilityZone(" us-east-1a ").proof)).toBe("us-east-1");
  const long = `us-east-1-wl${"1".repeat(52)}`;
  expect(long).toHaveLength(64);
  expect(parseAvailabilityZone(long).value?.kind).toBe("wavelength-zone");
  expect(parseAvailabilityZone(`${long}1`).value).toBeUndefined();
});
