import { byPosition, compare, type Positioned } from "../../../guard/judge/position";
import { checkJson } from "../../support/check-json";

const AT: Positioned = { stack: "shop", address: "oci_core_vcn.v", path: "/b", rule: "r" };

describe("byPosition", () => {
  test.each([
    [
      "the stack, whatever stands in it",
      { stack: "a", address: "z" },
      { stack: "b", address: "a" },
    ],
    ["the address, whatever the path", { ...AT, address: "a", path: "/z" }, AT],
    ["the path, whatever the rule", { ...AT, path: "/a", rule: "z" }, AT],
    ["the rule", { ...AT, rule: "a" }, AT],
    ["no path before a path", { stack: AT.stack, address: AT.address, rule: "z" }, AT],
    ["no rule before a rule", { stack: AT.stack, address: AT.address, path: AT.path ?? "" }, AT],
  ] satisfies [string, Positioned, Positioned][])("sorts by %s", (_what, first, second) => {
    expect([byPosition(first, second), byPosition(second, first)]).toEqual([-1, 1]);
  });

  test.each([
    ["say all", AT, { ...AT }],
    ["name no rule", { ...AT, rule: undefined }, { ...AT, rule: "" }],
    ["name no path", { ...AT, path: undefined }, { ...AT, path: "" }],
  ])("leaves two of one position in their order where they %s", (_what, first, second) => {
    const a = JSON.parse(JSON.stringify(first));
    expect([byPosition(a, second), byPosition(second, a)]).toEqual([0, 0]);
  });
});

describe("compare", () => {
  test.each([
    ["a", "b", -1],
    ["b", "a", 1],
    ["a", "a", 0],
    // A locale would put these the other way around.
    ["Z", "a", -1],
    ["z", "ä", -1],
    ["r10", "r9", -1],
  ])("compares %s with %s by code unit", (a, b, order) => {
    expect(compare(a, b)).toBe(order);
  });
});

test("a result lists its findings by address and path, however the file orders them", () => {
  const { findings } = checkJson({
    provider: {
      oci: [
        { alias: "z", region: "eu-paris-1" },
        { alias: "a", region: "eu-frankfurt-1" },
      ],
      aws: [{ region: "eu-west-1", endpoints: { s3: "https://s3.eu-west-1.amazonaws.com" } }],
    },
  });
  expect(findings.map(({ address, path }) => `${address} ${path}`)).toEqual([
    "provider.aws /provider/aws/0/endpoints/s3",
    "provider.aws /provider/aws/0/region",
    "provider.oci.a /provider/oci/1/region",
    "provider.oci.z /provider/oci/0/region",
  ]);
});
