import { parseHost } from "../../../jurisdiction";
import { outcome } from "../outcome";

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
