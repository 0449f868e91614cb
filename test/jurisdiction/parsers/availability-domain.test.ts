import { parseAvailabilityDomain, Region } from "../../../jurisdiction";
import { outcome, reason } from "../outcome";

test.each([
  ["Uocm:US-ASHBURN-AD-1", "us-ashburn-1"],
  ["US-ASHBURN-AD-3", "us-ashburn-1"],
  ["Uocm:PHX-AD-1", "us-phoenix-1"],
  ["phx-ad-2", "us-phoenix-1"],
  ["SeHt:EU-FRANKFURT-1-AD-1", "eu-frankfurt-1"],
  ["Xfze:eu-amsterdam-1-AD-1", "eu-amsterdam-1"],
  ["nEPu:AP-SEOUL-1-AD-1", "ap-seoul-1"],
  ["Uocm:US-ASHBURN-2-AD-1", "us-ashburn-2"],
  ["TGjA:US-GOV-ASHBURN-1-AD-1", "us-gov-ashburn-1"],
])("%s lies in %s", (name, region) => {
  expect(outcome(parseAvailabilityDomain(name).proof)).toBe(region);
});

test.each([
  ["Uocm:US-NOWHERE-1-AD-1", "unknown us-nowhere-1"],
  ["Uocm:ZZZ-AD-1", "unknown zzz"],
  ["US-NOWHERE-AD-1", "unknown us-nowhere"],
  ["Uocm:US-EAST-1-AD-1", "unknown us-east-1"],
])("%s is an unknown place", (name, unknown) => {
  expect(outcome(parseAvailabilityDomain(name).proof)).toBe(unknown);
});

test.each([
  "",
  "AD-1",
  "FAULT-DOMAIN-1",
  "banner-ad-1",
  "us-ashburn-1",
  "us-east-1a",
  "Uocm:US-ASHBURN-AD-12",
])("%j is no availability domain", (text) => {
  expect(parseAvailabilityDomain(text)).toMatchObject({
    value: undefined,
    proof: { proves: "nothing" },
  });
});

test("the tenancy's prefix and the number come out", () => {
  expect(parseAvailabilityDomain("Uocm:US-ASHBURN-AD-3").value).toMatchObject({
    prefix: "Uocm",
    number: 3,
  });
});

test.each([
  ["banner-ad-1", "not an availability domain's name"],
  ["us-east-1a", "not an availability domain's name"],
  ["Uocm:ZZZ-AD-1", "the availability domain names zzz, which is not known"],
  ["US-NOWHERE-1-AD-1", "the availability domain names us-nowhere-1, which is not known"],
])("%s says why it proves no region", (name, expected) => {
  expect(reason(parseAvailabilityDomain(name).proof)).toBe(expected);
});

test.each(["x!Uocm:PHX-AD-1", "U:PHX-AD-1", "Uocm:P-AD-1", "Uocm:PHX-AD-1x", "Uocm:PHX-AD-x"])(
  "%j is no availability domain",
  (text) => {
    expect(parseAvailabilityDomain(text).value).toBeUndefined();
  },
);

test("all parts come out, the region as it was written but in lower case", () => {
  expect(parseAvailabilityDomain(" Uocm:US-ASHBURN-AD-3 ").value).toEqual({
    prefix: "Uocm",
    label: "us-ashburn",
    region: Region.of("us-ashburn-1"),
    number: 3,
  });
  expect(parseAvailabilityDomain("Uocm:ZZZ-AD-2").value).toEqual({
    prefix: "Uocm",
    label: "zzz",
    region: undefined,
    number: 2,
  });
  expect(parseAvailabilityDomain("PHX-AD-2").value?.prefix).toBeUndefined();
});
