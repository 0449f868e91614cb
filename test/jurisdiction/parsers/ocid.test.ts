import { parseOcid } from "../../../jurisdiction";
import { outcome } from "../outcome";

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
