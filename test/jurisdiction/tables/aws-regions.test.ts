import { readFileSync } from "node:fs";
import { Realm, Region } from "../../../jurisdiction";

interface Partition {
  readonly id: string;
  readonly outputs: { readonly dnsSuffix: string; readonly dualStackDnsSuffix: string };
  readonly regions: Readonly<Record<string, unknown>>;
}

/**
 * The partition list inside AWS's own SDK. The SDK has no function that lists regions, so the list is
 * read from its source: the JSON after `partitionsInfo =`.
 */
function sdkPartitions(): readonly Partition[] {
  const source = readFileSync(require.resolve("@aws-sdk/core/client"), "utf8");
  const start = source.indexOf("{", source.indexOf("const partitionsInfo ="));
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    depth += source[i] === "{" ? 1 : source[i] === "}" ? -1 : 0;
    if (depth === 0) {
      const list = source.slice(start, i + 1).replace(/,(\s*[\]}])/g, "$1");
      return (JSON.parse(list) as { partitions: readonly Partition[] }).partitions;
    }
  }
  throw new Error("@aws-sdk/core no longer holds the partition list where this test looks for it");
}

const partitions = sdkPartitions();
const regions = partitions.flatMap(({ id, regions: held }) =>
  Object.keys(held)
    .filter((name) => !name.endsWith("-global"))
    .map((name) => [name, id] as const),
);

// AWS's SDK is updated with every new region; ours must not fall behind it.
test.each(regions)("the region %s of AWS's SDK is known in partition %s", (id, partition) => {
  expect(Region.find(id)?.realm.id).toBe(partition);
});

test.each(partitions.map((partition) => [partition.id, partition] as const))(
  "the partition %s serves the endpoints that AWS's SDK says",
  (id, { outputs }) => {
    const domains = Realm.of(id).domains;
    expect(domains[0]).toBe(outputs.dnsSuffix);
    expect(domains).toContain(outputs.dualStackDnsSuffix);
  },
);

test("AWS's SDK lists enough regions for the comparison to mean something", () => {
  expect(regions.length).toBeGreaterThan(40);
  expect(partitions.length).toBeGreaterThan(6);
});

test("every prefix of zone ids is one region's", () => {
  const prefixes = Region.all("aws").flatMap((region) => region.zonePrefix ?? []);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

/** How AWS makes the prefix of a region's zone ids: `ap-northeast-3` is `apne3`. */
function prefixOf(id: string): string {
  return id
    .replace(/north|south|east|west|central|gov/g, (word) => word.slice(0, 1))
    .replaceAll("-", "");
}

test.each([
  ["us-gov-west-1", "usgw1"],
  ["ap-northeast-3", "apne3"],
  ["cn-northwest-1", "cnnw1"],
  ["eu-central-2", "euc2"],
])("zone ids of %s begin with %s", (id, prefix) => {
  expect([prefixOf(id), Region.of(id).zonePrefix]).toEqual([prefix, prefix]);
});

test.each(
  Region.all("aws").filter(({ realm }) => ["aws", "aws-cn", "aws-us-gov"].includes(realm.id)),
)("zone ids of %s begin as AWS makes them", (region) => {
  expect(region.zonePrefix).toBe(prefixOf(region.id));
});

test("zone ids of the partitions apart have no prefix that AWS publishes", () => {
  const apart = Region.all("aws").filter(({ realm }) => /^aws-(?:iso|eusc)/.test(realm.id));
  expect(apart.map(({ zonePrefix }) => zonePrefix)).toEqual(apart.map(() => undefined));
});
