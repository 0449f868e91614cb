import { type CheckOptions, type CheckResult, check } from "../../guard";
import type { JsonObject } from "../../guard/json/json";
import { Jurisdiction, type Region } from "../../jurisdiction";
import { bucketBody, bucketIn } from "../support/check-json";
import { WAIVER } from "../support/waivers";

/** Judges stacks, in the order given. */
function checkStacks(
  stacks: Readonly<Record<string, object>>,
  more: Partial<CheckOptions> = {},
): CheckResult {
  const documents = Object.entries(stacks).map(([stack, json]) => ({
    stack,
    file: `${stack}.tf.json`,
    json: json as JsonObject,
  }));
  return check(
    { documents, unread: [] },
    { jurisdiction: Jurisdiction.US, asOf: "2026-01-15", ...more },
  );
}

const NETWORK = {
  provider: { oci: [{ region: "us-ashburn-1" }] },
  resource: {
    oci_core_subnet: {
      z: { compartment_id: "c", vcn_id: "${oci_core_vcn.v.id}", cidr_block: "10.0.1.0/24" },
      a: { compartment_id: "c", vcn_id: "${oci_core_vcn.v.id}", cidr_block: "10.0.2.0/24" },
    },
    oci_core_vcn: { v: { compartment_id: "c", cidr_blocks: ["10.0.0.0/16"] } },
  },
};

describe("check", () => {
  test("says of nothing that there is nothing, and by which jurisdiction and day", () => {
    expect(checkStacks({})).toStrictEqual({
      version: 1,
      asOf: "2026-01-15",
      jurisdiction: {
        name: "US",
        countries: ["US"],
        regions: Jurisdiction.US.regions.map((region: Region) => region.id),
      },
      summary: { resources: 0, inside: 0, outside: 0, unproven: 0, waived: 0 },
      placements: [],
      findings: [],
      notes: [],
      reachability: [],
    });
  });

  test("judges by the jurisdiction that it is given", () => {
    const stacks = { shop: { provider: { oci: [{ region: "eu-frankfurt-1" }] } } };
    const near = checkStacks(stacks, { jurisdiction: Jurisdiction.EU });
    const far = checkStacks(stacks);
    expect([near.jurisdiction.name, near.findings]).toEqual(["EU", []]);
    expect(far.jurisdiction.name).toBe("US");
    expect(far.findings.map(({ rule }) => rule)).toEqual(["provider-inside"]);
  });

  test("proves the reach of every subnet, by stack and address, however the input orders them", () => {
    const { reachability } = checkStacks({ shop: NETWORK, bank: NETWORK });
    expect(reachability.map(({ stack, address }) => `${stack}:${address}`)).toEqual([
      "bank:oci_core_subnet.a",
      "bank:oci_core_subnet.z",
      "shop:oci_core_subnet.a",
      "shop:oci_core_subnet.z",
    ]);
  });

  test.each([
    ["they are asked for", { flows: true }, true],
    ["nobody says so", {}, false],
    ["they are declined", { flows: false }, false],
  ])("lists the flows only where asked: %s", (_what, options, listed) => {
    const result = checkStacks({ shop: bucketIn("us-ashburn-1") }, options);
    expect("flows" in result).toBe(listed);
    expect(result.flows?.map(({ path, kind, status }) => [path, kind, status])).toEqual(
      listed ? [["/resource/oci_objectstorage_bucket/b/kms_key_id", "key", "inside"]] : undefined,
    );
  });

  test("lists the waivers only where some were given", () => {
    const stacks = { shop: bucketIn("us-ashburn-1") };
    const waivers = { file: "waivers.json", entries: [WAIVER] };
    expect(checkStacks(stacks, { waivers }).waivers).toEqual([WAIVER]);
    expect("waivers" in checkStacks(stacks)).toBe(false);
  });

  test("takes a declared module for used whichever stack calls it", () => {
    const declared = {
      source: "example/archive/oci",
      version: "1.2.3",
      reason: "two buckets",
      owner: "storage-team",
      reviewed: "2025-12-01",
    };
    const calls = { module: { m: { source: declared.source, version: declared.version } } };
    const waivers = { file: "waivers.json", entries: [], modules: [declared] };
    const empty = { shop: {}, bank: {} };
    expect(checkStacks({ ...empty, shop: calls }, { waivers }).findings).toEqual([]);
    expect(checkStacks({ ...empty, bank: calls }, { waivers }).findings).toEqual([]);
    expect(
      checkStacks(empty, { waivers }).findings.map(({ file, path }) => `${file}#${path}`),
    ).toEqual(["waivers.json#/modules/0/source"]);
  });

  test("gives the same result of the same input, and leaves the input as it was", () => {
    const json = {
      provider: { oci: [{ region: "eu-paris-1" }] },
      resource: { oci_objectstorage_bucket: { z: bucketBody({}), a: bucketBody({}) } },
    };
    const before = JSON.stringify(json);
    const results = [checkStacks({ b: json, a: json }), checkStacks({ b: json, a: json })];
    expect(JSON.stringify(results[0])).toBe(JSON.stringify(results[1]));
    expect(JSON.stringify(json)).toBe(before);
  });
});
