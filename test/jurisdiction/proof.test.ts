import { Realm, Region } from "../../jurisdiction";
import {
  findByIdOrKey,
  hasRegionShape,
  provesNothing,
  provesRealm,
  provesRegion,
  provesRegionIn,
  provesUnknown,
} from "../../jurisdiction/proof";

const ASHBURN = Region.of("us-ashburn-1");

test("each proof says what it proves, and why it is no more", () => {
  expect(provesNothing("why")).toStrictEqual({ proves: "nothing", reason: "why" });
  expect(provesRealm(ASHBURN.realm, "why")).toStrictEqual({
    proves: "realm",
    realm: ASHBURN.realm,
    reason: "why",
  });
  expect(provesRegion(ASHBURN)).toStrictEqual({ proves: "region", region: ASHBURN });
});

test("an unknown place carries a country only where that is known", () => {
  expect(provesUnknown("x", "why")).toStrictEqual({
    proves: "unknown-place",
    text: "x",
    reason: "why",
  });
  expect(provesUnknown("x", "why", "AR")).toStrictEqual({
    proves: "unknown-place",
    text: "x",
    reason: "why",
    country: "AR",
  });
});

test("a region that belongs to none of the realms named beside it is an unknown place", () => {
  const [oc1, oc2, oc3] = [Realm.of("oc1"), Realm.of("oc2"), Realm.of("oc3")];
  expect(provesRegionIn(ASHBURN, [oc2, oc1], "x")).toEqual(provesRegion(ASHBURN));
  expect(provesRegionIn(ASHBURN, [oc2, oc3], "the host")).toEqual(
    provesUnknown("us-ashburn-1", "us-ashburn-1 belongs to oc1, but the host names oc2 or oc3"),
  );
});

test("a region is found by its id and by its key", () => {
  expect(findByIdOrKey("us-ashburn-1")).toBe(ASHBURN);
  expect(findByIdOrKey("iad")).toBe(ASHBURN);
  expect(findByIdOrKey("IAD")).toBeUndefined();
});

test.each(["us-east-1", "eusc-de-east-1", "us-gov-ashburn-12", "xx-nowhere-9", "us-ab-1"])(
  "%s has the form of a region's id",
  (text) => {
    expect(hasRegionShape(text)).toBe(true);
  },
);

test.each([
  "",
  "us-east",
  "us-1",
  "u-east-1",
  "useast-east-1",
  "us-e-1",
  `us-${"e".repeat(21)}-1`,
  "us-a-b-1",
  "us-aa-bb-cc-dd-1",
  "us-east-123",
  "us-east-1a",
  "1us-east-1",
  "US-EAST-1",
  `us-${"e".repeat(60)}-1`,
])("%j has not the form of a region's id", (text) => {
  expect(hasRegionShape(text)).toBe(false);
});

test("no id of more than 64 characters is looked at", () => {
  const id = (length: number) =>
    `${"a".repeat(4)}-${"b".repeat(20)}-${"c".repeat(20)}-${"d".repeat(length - 49)}-1`;
  expect(id(64)).toHaveLength(64);
  expect(hasRegionShape(id(64))).toBe(true);
  expect(hasRegionShape(id(65))).toBe(false);
});
