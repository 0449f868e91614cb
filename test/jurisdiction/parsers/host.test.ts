import { parseHost } from "../../../jurisdiction";
import { hostOf } from "../../../jurisdiction/parsers/host";
import { outcome, reason } from "../outcome";

describe("a host of Oracle Cloud", () => {
  test.each([
    ["objectstorage.us-ashburn-1.oraclecloud.com", "us-ashburn-1"],
    [
      "https://objectstorage.us-ashburn-1.oraclecloud.com/p/token/n/ns/b/bucket/o/x",
      "us-ashburn-1",
    ],
    ["ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com", "eu-frankfurt-1"],
    ["ns.objectstorage.us-phoenix-1.oci.customer-oci.com", "us-phoenix-1"],
    ["abc-crypto.kms.uk-london-1.oraclecloud.com", "uk-london-1"],
    ["https://abc-management.kms.us-chicago-1.oci.oraclecloud.com:443", "us-chicago-1"],
    ["console.us-langley-1.oraclegovcloud.com", "us-langley-1"],
    ["OBJECTSTORAGE.EU-PARIS-1.ORACLECLOUD.COM.", "eu-paris-1"],
    ["https://user:pass@objectstorage.ap-tokyo-1.oraclecloud.com?x=us-ashburn-1", "ap-tokyo-1"],
    ["x.adb.us-sanjose-1.oraclecloudapps.com", "us-sanjose-1"],
    ["https://login.example.com@objectstorage.eu-paris-1.oraclecloud.com/", "eu-paris-1"],
  ])("%s lies in %s", (host, region) => {
    expect(outcome(parseHost(host).proof)).toBe(region);
  });

  test.each([
    ["identity.oraclecloud.com", "realm oc1"],
    ["identity.oraclecloud.eu", "realm oc19"],
    ["idcs-0123.identity.oraclecloud.com", "realm oc1"],
  ])("%s names a realm and no region", (host, realm) => {
    expect(outcome(parseHost(host).proof)).toBe(realm);
  });

  test.each([
    ["objectstorage.us-nowhere-9.oraclecloud.com", "unknown us-nowhere-9"],
    ["objectstorage.us-ashburn-1.oraclecloud.eu", "unknown us-ashburn-1"],
    ["objectstorage.eu-frankfurt-2.oraclecloud.com", "unknown eu-frankfurt-2"],
    ["identity.oraclegovcloud.com", "unknown oraclegovcloud.com"],
    ["x.oraclecloud99.com", "unknown oraclecloud99.com"],
  ])("%s names a place that is not known", (host, unknown) => {
    expect(outcome(parseHost(host).proof)).toBe(unknown);
  });

  test("does not take a region's name in the path or the user for its own", () => {
    expect(
      outcome(parseHost("https://us-ashburn-1@identity.oraclecloud.com/eu-paris-1").proof),
    ).toBe("realm oc1");
  });
});

describe("a host of AWS", () => {
  test.each([
    ["s3.us-east-1.amazonaws.com", "us-east-1"],
    ["my.bucket.s3.eu-west-1.amazonaws.com", "eu-west-1"],
    ["s3-eu-west-1.amazonaws.com", "eu-west-1"],
    ["b.s3-website-us-east-1.amazonaws.com", "us-east-1"],
    ["s3-fips.us-gov-west-1.amazonaws.com", "us-gov-west-1"],
    ["s3-fips-us-gov-west-1.amazonaws.com", "us-gov-west-1"],
    ["s3.dualstack.ap-southeast-1.amazonaws.com", "ap-southeast-1"],
    ["ec2.us-west-2.api.aws", "us-west-2"],
    ["abc.lambda-url.eu-central-1.on.aws", "eu-central-1"],
    ["db.abc.us-east-2.rds.amazonaws.com", "us-east-2"],
    ["ec2-203-0-113-1.compute-1.amazonaws.com", "us-east-1"],
    ["c.abc.0001.use1.cache.amazonaws.com", "us-east-1"],
    ["s3.cn-north-1.amazonaws.com.cn", "cn-north-1"],
    ["vpce-0abc-xyz-us-east-1a.s3.us-east-1.vpce.amazonaws.com", "us-east-1"],
    ["x.auth.eu-west-2.amazoncognito.com", "eu-west-2"],
  ])("%s lies in %s", (host, region) => {
    expect(outcome(parseHost(host).proof)).toBe(region);
  });

  test.each([
    "s3.amazonaws.com",
    "iam.amazonaws.com",
    "my-bucket.s3.amazonaws.com",
    "us-east-1.s3.amazonaws.com",
    "eu-west-1.s3.amazonaws.com",
  ])("%s proves nothing", (host) => {
    expect(parseHost(host).value?.cloud).toBe("aws");
    expect(outcome(parseHost(host).proof)).toBe("nothing");
  });

  test.each([
    ["sts.amazonaws.com.cn", "realm aws-cn"],
    ["sts.amazonaws.eu", "realm aws-eusc"],
    ["s3.us-nowhere-9.amazonaws.com", "unknown us-nowhere-9"],
    ["s3.cn-north-1.amazonaws.com", "unknown cn-north-1"],
    ["s3.us-east-1.amazonaws.com.cn", "unknown us-east-1"],
  ])("%s proves %s", (host, expected) => {
    expect(outcome(parseHost(host).proof)).toBe(expected);
  });
});

test.each([
  "",
  "example.com",
  "objectstorage.us-ashburn-1.example.com",
  "us-ashburn-1.oraclecloud.com.example.com",
  "https://example.com/objectstorage.us-ashburn-1.oraclecloud.com",
  "oraclecloud.com@example.com",
  "notoraclecloud.com",
])("%j is no host of either cloud", (text) => {
  expect(parseHost(text)).toMatchObject({ value: undefined, proof: { proves: "nothing" } });
});

test.each([
  ["example.com", "not a host of Oracle Cloud or AWS"],
  ["x.oraclecloud99.com", "oraclecloud99.com belongs to a realm that is not known"],
  [
    "objectstorage.us-ashburn-1.oraclecloud.eu",
    "us-ashburn-1 belongs to oc1, but the domain oraclecloud.eu names oc19",
  ],
  [
    "objectstorage.us-nowhere-9.oraclecloud.com",
    "the host names the region us-nowhere-9, which OCI is not known to have",
  ],
  ["identity.oraclecloud.com", "the host names no region under oraclecloud.com"],
  [
    "identity.oraclegovcloud.com",
    "the host names no region and oc2 and oc3 share oraclegovcloud.com",
  ],
  [
    "s3.cn-north-1.amazonaws.com",
    "cn-north-1 belongs to aws-cn, but the domain amazonaws.com names aws or aws-us-gov",
  ],
  [
    "s3.us-nowhere-9.amazonaws.com",
    "the host names the region us-nowhere-9, which AWS is not known to have",
  ],
  ["sts.amazonaws.com.cn", "the host names no region under amazonaws.com.cn"],
  ["s3.amazonaws.com", "the host names no region under amazonaws.com"],
  ["x.us-east-1-bue-1a.amazonaws.com", "this zone of us-east-1 (US) stands in AR"],
])("%s says why it proves no region", (host, expected) => {
  expect(reason(parseHost(host).proof)).toBe(expected);
});

test.each([
  ["oraclecloud.com", "oraclecloud.com", "oraclecloud.com", "oci", "oc1"],
  ["X.OracleCloud99.com..", "x.oraclecloud99.com", "oraclecloud99.com", "oci", ""],
  ["oraclecloud99.com", "oraclecloud99.com", "oraclecloud99.com", "oci", ""],
  [
    "https://a:b@s3.amazonaws.com:443/x",
    "s3.amazonaws.com",
    "amazonaws.com",
    "aws",
    "aws,aws-us-gov",
  ],
])("the parts of %s come out", (text, host, domain, cloud, realms) => {
  const { value } = parseHost(text);
  expect(value).toMatchObject({ host, domain, cloud });
  expect(value?.realms.join()).toBe(realms);
});

test.each(["xoraclecloud99.com", "oraclecloud.com.", "oraclecloudx.com", "oraclecloud99.com.x"])(
  "whether %s is a host is told by whole labels",
  (text) => {
    expect(parseHost(text).value?.domain).toBe(
      text === "oraclecloud.com." ? "oraclecloud.com" : undefined,
    );
  },
);

describe("the host of a URL", () => {
  test.each([
    ["https://example.com/path", "example.com"],
    ["example.com?query", "example.com"],
    ["example.com#fragment", "example.com"],
    ["example.com\\path", "example.com"],
    ["user@example.com:443", "example.com"],
    ["a@b@example.com", "example.com"],
    [" Example.COM. ", "example.com"],
    ["example.com...", "example.com"],
    ["...", ""],
    [":443", ""],
    ["/path", ""],
    ["", ""],
    ["://example.com", "example.com"],
    [`${"s".repeat(31)}://example.com`, "example.com"],
    [`${"s".repeat(32)}://example.com`, "s".repeat(32)],
  ])("of %j is %j", (text, host) => {
    expect(hostOf(text)).toBe(host);
  });

  test("is at most 1,024 characters long", () => {
    expect(hostOf("h".repeat(1024))).toHaveLength(1024);
    expect(hostOf("h".repeat(1025))).toBe("");
  });
});

describe("the region of a host", () => {
  test.each([
    // The rightmost label that names one.
    ["us-ashburn-1.us-phoenix-1.oraclecloud.com", "us-phoenix-1"],
    ["us-nowhere-9.us-phoenix-1.oraclecloud.com", "us-phoenix-1"],
    ["us-east-1.oraclecloud.com", "unknown us-east-1"],
    ["us-east-1.us-west-2.amazonaws.com", "us-west-2"],
    ["us-ashburn-1.amazonaws.com", "unknown us-ashburn-1"],
    // Older spellings.
    ["s3-us-west-2.amazonaws.com", "us-west-2"],
    ["b.s3-website.eu-west-1.amazonaws.com", "eu-west-1"],
    ["s3-website-fips-us-east-1.amazonaws.com", "us-east-1"],
    ["xs3-us-west-2.amazonaws.com", "nothing"],
    ["s3-xx-west-2.amazonaws.com", "nothing"],
    ["ec2-1-2-3-4.compute-1.amazonaws.com", "us-east-1"],
    ["ec2-1-2-3-4.compute-1.amazonaws.com.cn", "realm aws-cn"],
    ["ec2-1-2-3-4.us-west-2.compute.amazonaws.com", "us-west-2"],
    // What stands left of a global S3 endpoint is a bucket.
    ["eu-west-1.s3-accelerate.amazonaws.com", "nothing"],
    ["eu-west-1.s3-global.amazonaws.com", "nothing"],
    ["s3.x.amazonaws.com", "nothing"],
    ["eu-west-1.s3.x.amazonaws.com", "eu-west-1"],
    // Zones.
    ["vpce-1-us-west-2b.amazonaws.com", "nothing"],
    ["us-west-2b.amazonaws.com", "us-west-2"],
    ["us-east-1-bue-1a.amazonaws.com", "unknown us-east-1-bue-1a"],
    ["use1-az1.amazonaws.com", "nothing"],
    ["euw1.cache.amazonaws.com", "eu-west-1"],
  ])("%s proves %s", (host, expected) => {
    expect(outcome(parseHost(host).proof)).toBe(expected);
  });
});
