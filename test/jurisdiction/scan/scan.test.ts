import { Region, scan } from "../../../jurisdiction";
import { outcome } from "../outcome";

/** Each piece of evidence as `kind: place`. */
const found = (text: string) => scan(text).map(({ kind, proof }) => `${kind}: ${outcome(proof)}`);

describe("a region id counts between characters that are neither letters nor digits", () => {
  test.each([
    "eu-frankfurt-1",
    "my-eu-frankfurt-1-bucket",
    "logs-eu-frankfurt-1",
    "backup_eu-frankfurt-1_old",
    "oci.eu-frankfurt-1",
    "https://example.com/eu-frankfurt-1/x",
    '${var.dr ? "eu-frankfurt-1" : "none"}',
    '{"region":"eu-frankfurt-1"}',
    "--region=eu-frankfurt-1",
    "a,eu-frankfurt-1;b",
  ])("%s", (text) => {
    expect(found(text)).toEqual(["region-id: eu-frankfurt-1"]);
  });

  test.each([
    "xeu-frankfurt-1",
    "eu-frankfurt-12",
    "eu-frankfurt-1x",
    "eu-frankfurt",
    "eufrankfurt1",
  ])("but %s holds none that is known", (text) => {
    expect(scan(text).filter(({ proof }) => proof.proves === "region")).toEqual([]);
  });

  test("and every one in a text is found, with its offset", () => {
    const text = "copy us-ashburn-1 to eu-paris-1, us-east-1";
    expect(scan(text).map(({ index, text: part }) => [index, part])).toEqual([
      [5, "us-ashburn-1"],
      [21, "eu-paris-1"],
      [33, "us-east-1"],
    ]);
  });
});

test.each(Region.all().map((region) => [region.id]))("finds %s inside a name", (id) => {
  expect(found(`x-${id}-y`)).toEqual([`region-id: ${id}`]);
});

describe("a region that is not known", () => {
  test.each([
    "us-nowhere-9",
    "region = us-nowhere-9",
    '"us-nowhere-9"',
    "eu-moon-base-2",
    "us-ashburn-9",
  ])("counts as a token of its own: %s", (text) => {
    expect(scan(text).map(({ proof }) => proof.proves)).toEqual(["unknown-place"]);
  });

  test("counts in a host, an OCID and an ARN", () => {
    expect(found("objectstorage.us-nowhere-9.oraclecloud.com")).toEqual([
      "host: unknown us-nowhere-9",
    ]);
    expect(found("ocid1.vcn.oc1.us-nowhere-9.aaaa")).toEqual(["ocid: unknown us-nowhere-9"]);
    expect(found("arn:aws:kms:us-nowhere-9:1:key/x")).toEqual(["arn: unknown us-nowhere-9"]);
  });

  test.each([
    "my-us-nowhere-9",
    "us-nowhere-9-bucket",
    "path/us-nowhere-9",
    "us-nowhere-9.example.com",
  ])("does not count as a part of a name: %s", (text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe("ordinary words and names are no places", () => {
  test.each([
    "",
    "tls-1",
    "app-server-1",
    "sha-256",
    "x-amz-1",
    "x-amz-server-side-encryption",
    "subnet-0a1b2c3d",
    "ip-10-0-0-1",
    "utf-8",
    "iso-8859-1",
    "2026-11-24",
    "sin arn ord lin mad fra iad phx",
    "fra",
    "Sin City",
    "banner-ad-1",
    "FAULT-DOMAIN-1",
    "AD-1",
    "t3.medium",
    "VM.Standard.E4.Flex",
    "oci_objectstorage_bucket.data.name",
    "${aws_kms_key.main.arn}",
    "arn",
    "arn:",
    "ocid",
    "docs.example.io",
    "git@example.com:team/repo.git",
    "web1-az1",
    "oci-cli-1",
    "all-the-services",
    "request.regional = 'fra'",
    "MyGuardedStackReplicaBucketResource1234",
    "aGVsbG8gd29ybGQsIGhvdyBhcmUgeW91",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "100% sure & safe",
    "C:\\users\\me",
  ])("%j", (text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe("finds each form of place", () => {
  test.each([
    ["ocid1.bucket.oc1.fra.aaaa", "ocid: eu-frankfurt-1"],
    ["id is ocid1.key.oc1.eu-paris-1.x.aaaa, else none", "ocid: eu-paris-1"],
    ["ocid1.tenancy.oc19..aaaa", "ocid: realm oc19"],
    ["ocid1.vcn.oc1.${var.region}.aaaa", "ocid: realm oc1"],
    ['"Resource":"arn:aws:kms:eu-west-1:1:key/x"', "arn: eu-west-1"],
    ["arn:aws-cn:s3:::bucket", "arn: realm aws-cn"],
    ["Uocm:US-ASHBURN-AD-1", "availability-domain: us-ashburn-1"],
    ["kIdk:PHX-AD-1", "availability-domain: us-phoenix-1"],
    ["SeHt:EU-FRANKFURT-1-AD-2", "availability-domain: eu-frankfurt-1"],
    ["Uocm:US-NOWHERE-1-AD-1", "availability-domain: unknown us-nowhere-1"],
    ["us-east-1a", "availability-zone: us-east-1"],
    ["use1-az4", "availability-zone: us-east-1"],
    ["us-east-1-bos-1a", "availability-zone: us-east-1"],
    ["us-east-1-bue-1a", "availability-zone: unknown us-east-1-bue-1a"],
    ["us-east-1-qro-1", "availability-zone: unknown us-east-1-qro-1"],
    ["us-east-1-zzz-1a", "availability-zone: unknown us-east-1-zzz-1a"],
    ["use1-scl1-az1", "availability-zone: unknown use1-scl1-az1"],
    ["us-east-1-wl1-bos-wlz-1", "availability-zone: us-east-1"],
    ["https://ns.compat.objectstorage.eu-paris-1.oraclecloud.com/b", "host: eu-paris-1"],
    ["https://objectstorage.uk-london-1.oraclecloud.com/p/t/n/ns/b/b/o/", "host: uk-london-1"],
    ["${var.ns}.compat.objectstorage.eu-paris-1.oraclecloud.com", "host: eu-paris-1"],
    ["s3-eu-west-1.amazonaws.com", "host: eu-west-1"],
    ["identity.oraclecloud.eu", "realm-domain: realm oc19"],
    ["x.oraclecloud99.com", "host: unknown oraclecloud99.com"],
    ["fra.ocir.io/ns/app:1", "registry: eu-frankfurt-1"],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/app", "registry: eu-west-1"],
    [
      "Allow service objectstorage-eu-paris-1 to use keys in tenancy",
      "service-principal: eu-paris-1",
    ],
    ["Allow service FssOc19Prod to use keys", "service-principal: realm oc19"],
    ["com.amazonaws.ap-southeast-1.s3", "endpoint-service: ap-southeast-1"],
    ["all-fra-services-in-oracle-services-network", "service-cidr-label: eu-frankfurt-1"],
    ["oci-sin-objectstorage", "service-cidr-label: ap-singapore-1"],
    ["where request.region = 'fra'", "region-key: eu-frankfurt-1"],
    ['where target.region != "SIN"', "region-key: ap-singapore-1"],
    ["where request.region='zzz'", "region-key: unknown zzz"],
    ["where request.region != 'eu-paris-1'", "region-id: eu-paris-1"],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test("and each key of a condition over several", () => {
    expect(found("where request.region in ('iad', 'fra')")).toEqual([
      "region-key: us-ashburn-1",
      "region-key: eu-frankfurt-1",
    ]);
  });

  test("and a name after another region's than the host's", () => {
    expect(found("eu-paris-1.compat.objectstorage.us-ashburn-1.oraclecloud.com")).toEqual([
      "host: us-ashburn-1",
      "region-id: eu-paris-1",
    ]);
  });

  test("and a name that only looks like a zone group by its region", () => {
    expect(found("us-east-1-api-1")).toEqual(["region-id: us-east-1"]);
  });
});

describe("S3 names without a region stay silent", () => {
  test.each([
    "arn:aws:s3:::bucket",
    "bucket.s3.amazonaws.com",
    "s3.amazonaws.com",
    "public.ecr.aws/x",
  ])("%s", (text) => {
    expect(scan(text)).toEqual([]);
  });
});

test("evidence is frozen, since hot strings share it", () => {
  const first = scan("oci.us-ashburn-1");
  expect(Object.isFrozen(first)).toBe(true);
  expect(Object.isFrozen(first[0])).toBe(true);
  expect(scan("oci.us-ashburn-1")).toEqual(first);
});

test("the same text gives the same evidence after thousands of other texts", () => {
  const before = scan("bucket-eu-paris-1");
  for (let i = 0; i < 10_000; i++) {
    scan(`bucket-${i}`);
  }
  expect(scan("bucket-eu-paris-1")).toEqual(before);
});

describe("a long text", () => {
  test("is read like a short one, and so is the same text again", () => {
    for (const length of [400, 500, 513, 5000]) {
      const text = `${"x ".repeat(length / 2)}eu-paris-1`;
      expect(found(text)).toEqual(["region-id: eu-paris-1"]);
      expect(scan(text)).toEqual(scan(text));
    }
  });

  test("gives what it says of its own after thousands of others", () => {
    const texts = Array.from(
      { length: 5000 },
      (_, at) => `${at} in ${at % 2 ? "eu-paris-1" : "us-east-1"}`,
    );
    for (const _round of [1, 2]) {
      expect(texts.map((text) => found(text)[0])).toEqual(
        texts.map((text) => `region-id: ${text.split(" ").pop()}`),
      );
    }
  });
});

test("a letter whose lower case is longer moves nothing", () => {
  const text = "İİ EU-PARIS-1 İ";
  expect(scan(text).map(({ text: part, index, disguised }) => [part, index, disguised])).toEqual([
    ["EU-PARIS-1", 3, "case"],
  ]);
});

test("what is encoded and what is not come in the order of the text", () => {
  const encoded = Buffer.from("copy it to eu-paris-1").toString("base64");
  expect(scan(`${encoded} and us-east-1`).map(({ index }) => index)).toEqual([
    0,
    encoded.length + 5,
  ]);
});

test("a place that no decoding changes is told once", () => {
  expect(found("eu-paris-1 %20 \\u0020")).toEqual(["region-id: eu-paris-1"]);
});

describe("escapes of escapes", () => {
  const escaped = (rounds: number) =>
    Array.from({ length: rounds }).reduce<string>(
      (text) => text.replaceAll("%", "%25"),
      "eu%2Dparis%2D1",
    );
  test.each([0, 1, 3])("are undone %i deep", (rounds) => {
    expect(found(escaped(rounds))).toEqual(["region-id: eu-paris-1"]);
  });
});

describe("base64 of base64", () => {
  const encoded = (rounds: number) =>
    Array.from({ length: rounds }).reduce<string>(
      (text) => Buffer.from(text).toString("base64"),
      "region eu-paris-1 region",
    );
  test.each([
    [1, ["region-id: eu-paris-1"]],
    [3, ["region-id: eu-paris-1"]],
    [4, []],
  ])("is undone three deep: %i", (rounds, expected) => {
    expect(found(encoded(rounds))).toEqual(expected);
  });
});
