import { parseAvailabilityZone, Region } from "../../../jurisdiction";
import { outcome } from "../outcome";

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
