import { Region, UnknownRegionError } from "../../jurisdiction";

function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

describe("Region.of", () => {
  test("knows the key, realm, cloud and country of an OCI region", () => {
    const ashburn = Region.of("us-ashburn-1");
    expect(ashburn.key).toBe("iad");
    expect(ashburn.realm.id).toBe("oc1");
    expect(ashburn.cloud).toBe("oci");
    expect(ashburn.country).toBe("US");
  });

  test("knows an AWS region, which has no key", () => {
    const virginia = Region.of("us-east-1");
    expect(virginia.key).toBeUndefined();
    expect(virginia.realm.id).toBe("aws");
    expect(virginia.zonePrefix).toBe("use1");
  });

  test("returns the same object for the same id", () => {
    expect(Region.of("eu-frankfurt-1")).toBe(Region.of("eu-frankfurt-1"));
    expect(Region.findByKey("fra")).toBe(Region.of("eu-frankfurt-1"));
  });

  test("fails on a typo and names the nearest ids", () => {
    const error = thrown(() => Region.of("us-ashbrun-1"));
    expect(error).toBeInstanceOf(UnknownRegionError);
    expect(error.message).toContain('"us-ashbrun-1"');
    expect((error as UnknownRegionError).suggestions[0]).toBe("us-ashburn-1");
    expect(error.message).toContain(`${Region.all().length} known regions`);
  });

  test("fails on an id in another letter case, since providers compare exactly", () => {
    expect((thrown(() => Region.of("US-ASHBURN-1")) as UnknownRegionError).suggestions[0]).toBe(
      "us-ashburn-1",
    );
  });

  test("cuts a very long value in its message", () => {
    expect(thrown(() => Region.of("x".repeat(100_000))).message.length).toBeLessThan(500);
  });
});

describe("Region.find and Region.findByKey", () => {
  test("keep ids and keys apart", () => {
    expect(Region.find("iad")).toBeUndefined();
    expect(Region.findByKey("us-ashburn-1")).toBeUndefined();
    expect(Region.findByKey("phx")?.id).toBe("us-phoenix-1");
  });

  test.each(["", "us-nowhere-9", "US-EAST-1", " us-east-1", "constructor", "__proto__"])(
    "find nothing for %j",
    (id) => {
      expect(Region.find(id)).toBeUndefined();
      expect(Region.findByKey(id)).toBeUndefined();
    },
  );
});

describe("a prefix is no jurisdiction", () => {
  test.each([
    ["eu-zurich-1", "CH"],
    ["eu-jovanovac-1", "RS"],
    ["eu-west-2", "GB"],
    ["eu-isoe-west-1", "GB"],
    ["eu-central-2", "CH"],
    ["ap-east-2", "TW"],
    ["me-west-1", "SA"],
    ["sa-west-1", "CL"],
  ])("%s lies in %s", (id, country) => {
    expect(Region.of(id).country).toBe(country);
  });
});

test("Region.all lists the regions of one cloud", () => {
  expect(Region.all("aws").every((region) => region.cloud === "aws")).toBe(true);
  expect(Region.all("oci").length + Region.all("aws").length).toBe(Region.all().length);
});

test("a region cannot be changed", () => {
  expect(() => Object.assign(Region.of("us-east-1"), { country: "FR" })).toThrow(TypeError);
  expect(Region.of("us-east-1").country).toBe("US");
});

test("a region reads as its id", () => {
  expect(`${Region.of("us-east-1")}`).toBe("us-east-1");
});

test("an unknown region's error suggests three ids at most", () => {
  const { suggestions } = thrown(() => Region.of("us-east-9")) as UnknownRegionError;
  expect(suggestions).toHaveLength(3);
});

test("the list of regions cannot be changed", () => {
  expect(() => (Region.all() as Region[]).pop()).toThrow(TypeError);
});

test("Region.all lists each cloud apart", () => {
  expect(Region.all("oci").map(String)).toContain("us-ashburn-1");
  expect(Region.all("oci").map(String)).not.toContain("us-east-1");
  expect(Region.all("aws").map(String)).toContain("us-east-1");
});

test("an OCI region has no zone prefix", () => {
  expect(Region.of("us-ashburn-1").zonePrefix).toBeUndefined();
});
