import { isOfItself, isOwnRegion, withoutIndex } from "../../../guard/flow/attributes";
import { blockOf, stackOf } from "./followed";

test.each([
  ["id", "id"],
  ["", ""],
  ["[0].id", "id"],
  ['["a"].id', "id"],
  ["[*].id", "id"],
  ["[0]", ""],
  ["[].id", "id"],
  ["[0].list[1].id", "list[1].id"],
  ["list[0].id", "list[0].id"],
])("%s is without the instance %s", (attribute, expected) => {
  expect(withoutIndex(attribute)).toBe(expected);
});

test("region of a resource of AWS says where it lies itself", () => {
  const stack = stackOf({ resource: { aws_x: { r: {} }, oci_x: { r: {} }, my_aws_x: { r: {} } } });
  const isOwn = (address: string, ...segments: string[]) =>
    isOwnRegion(blockOf(stack, address), segments);
  expect(isOwn("aws_x.r", "region")).toBe(true);
  expect(isOwn("aws_x.r", "replica", "region")).toBe(false);
  expect(isOwn("aws_x.r", "region", "name")).toBe(false);
  expect(isOwn("aws_x.r", "region_name")).toBe(false);
  expect(isOwn("aws_x.r")).toBe(false);
  expect(isOwn("oci_x.r", "region")).toBe(false);
  expect(isOwn("my_aws_x.r", "region")).toBe(false);
});

describe("an attribute tells where its block lies", () => {
  test.each([
    ["id"],
    ["ids"],
    ["key_id"],
    ["public_ip"],
    ["ips"],
    ["ocid"],
    ["ocids"],
    ["arn"],
    ["stream_arn"],
    ["arns"],
    ["name"],
    ["names"],
    ["url"],
    ["urls"],
    ["uri"],
    ["uris"],
    ["endpoint"],
    ["endpoints"],
    ["host"],
    ["hosts"],
    ["hostname"],
    ["hostnames"],
    ["fqdn"],
    ["domain"],
    ["domain_name"],
    ["address"],
    ["addresses"],
    ["bucket"],
    ["buckets"],
    ["namespace"],
    ["identifier"],
    ["alias"],
    ["key"],
    ["resource_id"],
    ["availability_domain"],
    ["availability_zone"],
    ["availability_zones"],
    ["availability_zone_id"],
    ["zone"],
    ["zones"],
    ["zone_id"],
    ["zone_ids"],
    [undefined],
  ])("by %s", (name) => {
    expect(isOfItself(name, "key")).toBe(true);
  });

  test.each([["tags"], ["region"], ["arnx"], ["xarn"], ["idle"], ["addressing"], ["key_x"], [""]])(
    "not by %s",
    (name) => {
      expect(isOfItself(name, "key")).toBe(false);
    },
  );

  test.each([
    ["region", true],
    ["region_name", true],
    ["region_id", true],
    ["home_region", true],
    ["home_region_name", true],
    ["regions", false],
    ["region_key", false],
    ["myregion", false],
    ["id", false],
    [undefined, false],
  ])("where a region is asked for, by %s: %j", (name, expected) => {
    expect(isOfItself(name, "region")).toBe(expected);
  });
});
