import { Realm } from "../../jurisdiction";

const ids = (realms: readonly Realm[]) => realms.map((realm) => realm.id);

describe("Realm.findByDomain", () => {
  test.each([
    ["oraclecloud.com", ["oc1"]],
    ["objectstorage.us-ashburn-1.oraclecloud.com", ["oc1"]],
    ["x.objectstorage.us-phoenix-1.oci.customer-oci.com", ["oc1"]],
    ["console.oraclegovcloud.com", ["oc2", "oc3"]],
    ["x.oraclegovcloud.uk", ["oc4"]],
    ["identity.eu-frankfurt-2.oraclecloud.eu", ["oc19"]],
    ["s3.amazonaws.com", ["aws", "aws-us-gov"]],
    ["s3.cn-north-1.amazonaws.com.cn", ["aws-cn"]],
    ["s3.eusc-de-east-1.amazonaws.eu", ["aws-eusc"]],
    ["x.psn-pco.it", ["oc22"]],
  ])("%s belongs to %j", (host, realms) => {
    expect(ids(Realm.findByDomain(host))).toEqual(realms);
  });

  test.each([
    "notoraclecloud.com",
    "oraclecloud.com.evil.example",
    "example.com",
    "com",
    "",
    ".",
    "oraclecloud",
  ])("%j belongs to none", (host) => {
    expect(Realm.findByDomain(host)).toEqual([]);
  });
});

describe("Realm.of", () => {
  test("returns the same object for the same id", () => {
    expect(Realm.of("oc19")).toBe(Realm.find("oc19"));
  });

  test("tells what a realm is for", () => {
    expect(Realm.of("oc19").kind).toBe("sovereign");
    expect(Realm.of("oc3").kind).toBe("government");
    expect(Realm.of("oc42").kind).toBe("dedicated");
    expect(Realm.of("aws-us-gov").kind).toBe("government");
  });

  test("fails on an unknown id and lists the known ones", () => {
    expect(() => Realm.of("oc999")).toThrow(/"oc999".*oc1, /);
    expect(Realm.find("OC1")).toBeUndefined();
  });
});

test("Realm.of says the value and all that is known", () => {
  const known = Realm.all().map(String).join(", ");
  expect(() => Realm.of("oc999")).toThrow(`Unknown realm "oc999". Known realms: ${known}.`);
});

test("Realm.all lists the realms of one cloud, or of both", () => {
  expect(Realm.all("oci").map(({ cloud }) => cloud)).not.toContain("aws");
  expect(Realm.all("aws").map(({ cloud }) => cloud)).not.toContain("oci");
  expect([...Realm.all("oci"), ...Realm.all("aws")]).toHaveLength(Realm.all().length);
  expect(Realm.all("aws").map(String)).toContain("aws-us-gov");
});

test("a realm and its domains cannot be changed", () => {
  const realm = Realm.of("oc1");
  expect(() => Object.assign(realm, { cloud: "aws" })).toThrow(TypeError);
  expect(() => (realm.domains as string[]).push("example.com")).toThrow(TypeError);
  expect(() => (Realm.all() as Realm[]).push(realm)).toThrow(TypeError);
});

describe("Realm.domainOf", () => {
  test.each([
    ["a.b.c.d.oraclecloud.com", "oraclecloud.com"],
    ["oraclecloud.com", "oraclecloud.com"],
    ["s3.cn-north-1.amazonaws.com.cn", "amazonaws.com.cn"],
    [`${"x".repeat(1000)}.oraclecloud.com`, "oraclecloud.com"],
    ["example.com", undefined],
    ["", undefined],
    [".", undefined],
    ["xoraclecloud.com", undefined],
  ])("of %j is %j", (host, domain) => {
    expect(Realm.domainOf(host)).toBe(domain);
  });

  test.each(Realm.all().flatMap((realm) => realm.domains.map((domain) => [domain] as const)))(
    "finds %s, and under it",
    (domain) => {
      expect(Realm.domainOf(domain)).toBe(domain);
      expect(Realm.domainOf(`host.${domain}`)).toBe(domain);
    },
  );
});
