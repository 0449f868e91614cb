import { parseOcid } from "../../../jurisdiction";
import { outcome, reason } from "../outcome";

const UNIQUE = "aaaaaaaaqtbrqh2n6uujt3xkzcmwfnaq";

describe("an OCID proves its region", () => {
  test.each([
    [`ocid1.bucket.oc1.iad.${UNIQUE}`, "us-ashburn-1"],
    [`ocid1.vcn.oc1.us-chicago-1.${UNIQUE}`, "us-chicago-1"],
    [`ocid1.filesystem.oc1.eu_frankfurt_1.${UNIQUE}`, "eu-frankfurt-1"],
    [`ocid1.vcn.oc1.eu-frankfurt-1.${UNIQUE}`, "eu-frankfurt-1"],
    [`ocid1.subnet.oc1.fra.${UNIQUE}`, "eu-frankfurt-1"],
    [`ocid1.vault.oc1.phx.bbpqrstuaacuu.${UNIQUE}`, "us-phoenix-1"],
    [`ocid1.key.oc1.uk-london-1.enrqyx.${UNIQUE}`, "uk-london-1"],
    [`ocid1.image.oc2.us-langley-1.${UNIQUE}`, "us-langley-1"],
    [`OCID1.BUCKET.OC1.IAD.${UNIQUE}`, "us-ashburn-1"],
    ["ocid1.bucket.oc1.iad.…", "us-ashburn-1"],
    [`ocid1.bucket.\${var.realm}.iad.${UNIQUE}`, "us-ashburn-1"],
  ])("%s", (ocid, region) => {
    expect(outcome(parseOcid(ocid).proof)).toBe(region);
  });
});

describe("an OCID without a region proves its realm and no more", () => {
  test.each([
    [`ocid1.tenancy.oc1..${UNIQUE}`, "realm oc1"],
    [`ocid1.compartment.oc19..${UNIQUE}`, "realm oc19"],
    [`ocid1.bucket.oc1..${UNIQUE}`, "realm oc1"],
    [`ocid1.vcn.oc1.\${var.region.key}.${UNIQUE}`, "realm oc1"],
  ])("%s", (ocid, realm) => {
    expect(outcome(parseOcid(ocid).proof)).toBe(realm);
  });
});

describe("an OCID that names a place nobody knows, or contradicts itself, is an unknown place", () => {
  test.each([
    [`ocid1.vcn.oc1.us-nowhere-9.${UNIQUE}`, "unknown us-nowhere-9"],
    [`ocid1.vcn.oc1.zzz.${UNIQUE}`, "unknown zzz"],
    [`ocid1.tenancy.oc999..${UNIQUE}`, "unknown oc999"],
    [`ocid1.vcn.oc999.iad.${UNIQUE}`, "unknown oc999"],
    [`ocid1.vcn.oc19.iad.${UNIQUE}`, "unknown us-ashburn-1"],
    [`ocid1.vcn.oc1.us-east-1.${UNIQUE}`, "unknown us-east-1"],
    [`ocid1.vcn.aws.iad.${UNIQUE}`, "unknown aws"],
  ])("%s", (ocid, unknown) => {
    expect(outcome(parseOcid(ocid).proof)).toBe(unknown);
  });
});

describe("text that is no OCID proves nothing", () => {
  test.each([
    "",
    "ocid1",
    "ocid1.bucket",
    "ocid1.bucket.oc1.iad",
    "ocidx.bucket.oc1.iad.a",
    "a.b.c.d.e",
  ])("%j", (text) => {
    expect(parseOcid(text)).toMatchObject({ value: undefined, proof: { proves: "nothing" } });
  });
});

test("the parts of an OCID come out whole, even where an expression holds dots", () => {
  expect(parseOcid("ocid1.key.oc1.${var.region.key}.x.last").value).toEqual({
    version: "ocid1",
    type: "key",
    realm: "oc1",
    region: "${var.region.key}",
    unique: "last",
  });
});

test.each([
  ["ocid1.bucket.oc1.iad", "not an OCID"],
  ["ocid1..oc1.iad.x", "not an OCID"],
  ["xocid1.bucket.oc1.iad.x", "not an OCID"],
  ["ocid1x.bucket.oc1.iad.x", "not an OCID"],
  ["ocid1.tenancy.oc999..x", "the OCID names the realm oc999, which is not known"],
  ["ocid1.vcn.oc19.iad.x", "us-ashburn-1 belongs to oc1, but the OCID names oc19"],
  ["ocid1.vcn.oc1.us-nowhere-9.x", "the OCID names the region us-nowhere-9, which is not known"],
  ["ocid1.vcn.oc1.zzz.x", "the OCID names the region zzz, which is not known"],
  ["ocid1.vcn.oc1.somewhere.x", "the OCID names the place somewhere, which is not known"],
  ["ocid1.vcn...x", "the OCID names neither a realm nor a region"],
  ["ocid1.vcn.${var.realm}.${var.region}.x", "the OCID names neither a realm nor a region"],
  ["ocid1.vcn.oc1..x", "the OCID leaves its region blank"],
  ["ocid1.vcn.oc1.${var.region}.x", "the OCID's region is an expression"],
])("%s says why it proves no region", (ocid, expected) => {
  expect(reason(parseOcid(ocid).proof)).toBe(expected);
});

test("a later version and spaces around it do not hide an OCID", () => {
  expect(outcome(parseOcid(" ocid12.bucket.oc1.iad.x ").proof)).toBe("us-ashburn-1");
});

test("a blank realm leaves the region to speak for itself", () => {
  expect(outcome(parseOcid("ocid1.vcn..iad.x").proof)).toBe("us-ashburn-1");
});
