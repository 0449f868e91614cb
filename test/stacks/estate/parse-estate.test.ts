import example from "../../../estate";
import { EstateError, parseEstate } from "../../../stacks";

// biome-ignore lint/suspicious/noExplicitAny: the tests write estates that the types would refuse
type Loose = any;

/** The example estate with `change` made to a copy of it. */
function changed(change: (estate: Loose) => void): Loose {
  const copy = structuredClone(example);
  change(copy);
  return copy;
}

describe("parseEstate", () => {
  test("takes the example estate", () => {
    expect(parseEstate(example).data.buckets.length).toBeGreaterThan(0);
  });

  test.each<[string, (estate: Loose) => void, RegExp]>([
    [
      "a region that does not exist",
      (e) => (e.data.region = "us-nowhere-9"),
      /data\.region is "us-nowhere-9": is no region that is known; allowed/,
    ],
    [
      "a replica region that does not exist",
      (e) => (e.data.buckets[0].replica.region = "mars-1"),
      /data\.buckets\[0\]\.replica\.region is "mars-1"/,
    ],
    [
      "an OCID of the wrong type",
      (e) => (e.tenancyOcid = "ocid1.user.oc1..a"),
      /tenancyOcid is "ocid1.user.oc1..a": is no OCID of type tenancy/,
    ],
    [
      "a compartment that is a name",
      (e) => (e.compartments.data = "prod"),
      /compartments\.data is "prod": is no OCID of type compartment or tenancy; allowed/,
    ],
    ["a missing key", (e) => delete e.homeRegion, /homeRegion is not set/],
    [
      "a rotation out of range",
      (e) => (e.data.vault = { rotationIntervalDays: 30 }),
      /data\.vault\.rotationIntervalDays is 30: .*60/,
    ],
    [
      "an unknown storage tier",
      (e) => (e.data.buckets[0].storageTier = "Cold"),
      /data\.buckets\[0\]\.storageTier is "Cold": .*Standard.*Archive/,
    ],
    [
      "an unknown key",
      (e) => (e.data.buckets[0].publik = true),
      /data\.buckets\[0\]\.publik is no key of an estate; allowed: name, storageTier/,
    ],
    [
      "an unknown key at the top",
      (e) => (e.regoin = "us-ashburn-1"),
      /^ {2}regoin is no key of an estate; allowed: name, jurisdiction, tenancyOcid/m,
    ],
    [
      "a bucket name that OCI refuses",
      (e) => (e.data.buckets[0].name = "a b"),
      /data\.buckets\[0\]\.name is "a b"/,
    ],
    ["no bucket at all", (e) => (e.data.buckets = []), /data\.buckets is \[\]/],
    ["a backend that is not supported", (e) => (e.state = { backend: "gcs" }), /state\.backend/],
  ])("fails for %s, naming key, value and what is allowed", (_what, change, message) => {
    const parse = () => parseEstate(changed(change));
    expect(parse).toThrow(EstateError);
    expect(parse).toThrow(message);
  });

  test("names every mistake at once", () => {
    const estate = changed((e) => {
      e.name = "UPPER";
      e.homeRegion = "nowhere";
    });
    expect(() => parseEstate(estate)).toThrow(/name is "UPPER"[\s\S]*homeRegion is "nowhere"/);
  });

  test.each([undefined, null, 7, "estate", []])("fails for %p, which is no estate", (value) => {
    expect(() => parseEstate(value)).toThrow(/the estate is /);
  });
});
