import { Realm, Region } from "../../../jurisdiction";
import {
  provesNothing,
  provesRealm,
  provesRegion,
  provesUnknown,
} from "../../../jurisdiction/proof";
import type { EvidenceKind } from "../../../jurisdiction/scan/evidence";
import {
  disguiseOf,
  type Find,
  Finds,
  placeKey,
  withoutRepeats,
} from "../../../jurisdiction/scan/find";

const ASHBURN = provesRegion(Region.of("us-ashburn-1")) as Find["proof"];
const PARIS = provesRegion(Region.of("eu-paris-1")) as Find["proof"];
const find = (kind: EvidenceKind, start: number, end: number, proof = ASHBURN): Find => ({
  kind,
  start,
  end,
  proof,
});

test("what proves nothing is no find", () => {
  const finds = new Finds();
  finds.add("host", 0, 3, provesNothing("it is no host"));
  finds.add("host", 4, 8, ASHBURN);
  expect(finds.all).toEqual([find("host", 4, 8)]);
});

test("two places have one key only where they are one", () => {
  const realm = Realm.all()[0] as Realm;
  const keys = [
    ASHBURN,
    PARIS,
    provesRealm(realm, "it names the realm") as Find["proof"],
    provesUnknown("us-ashburn-1", "it is not known") as Find["proof"],
    provesUnknown("x", "it is not known") as Find["proof"],
  ].map(placeKey);
  expect(keys).toEqual(["us-ashburn-1", "eu-paris-1", realm.id, "?us-ashburn-1", "?x"]);
});

describe("of several finds", () => {
  test.each<[what: string, finds: readonly Find[], kept: readonly number[]]>([
    ["a lone one stays", [find("region-id", 3, 9)], [0]],
    [
      "they come in the order of the text",
      [find("region-id", 9, 12), find("region-id", 3, 6, PARIS)],
      [1, 0],
    ],
    ["a part that repeats its whole goes", [find("ocid", 0, 20), find("region-id", 4, 9)], [0]],
    [
      "a part that ends with its whole goes too",
      [find("region-id", 4, 20), find("ocid", 0, 20)],
      [1],
    ],
    [
      "a part that begins with its whole goes too",
      [find("region-id", 0, 9), find("ocid", 0, 20)],
      [1],
    ],
    [
      "a part that names another place stays",
      [find("ocid", 0, 20), find("region-id", 4, 9, PARIS)],
      [0, 1],
    ],
    [
      "what follows the whole stays",
      [find("ocid", 0, 20), find("region-id", 4, 9), find("region-id", 21, 30)],
      [0, 2],
    ],
    [
      "what is longer than the whole stays",
      [find("ocid", 0, 20), find("region-id", 15, 21)],
      [0, 1],
    ],
    [
      "a form that holds no others takes none away",
      [find("service-principal", 0, 20), find("region-id", 4, 9)],
      [0, 1],
    ],
    [
      "a part is never the whole of another",
      [find("arn", 0, 30), find("host", 5, 15, PARIS), find("region-id", 6, 9, PARIS)],
      [0, 1, 2],
    ],
    [
      "of two wholes, each takes its own parts away",
      [
        find("ocid", 0, 10),
        find("region-id", 2, 6),
        find("host", 12, 30, PARIS),
        find("region-id", 14, 20, PARIS),
      ],
      [0, 2],
    ],
  ])("%s", (_what, finds, kept) => {
    expect(withoutRepeats(finds)).toEqual(kept.map((at) => finds[at]));
  });
});

describe("a place that is written", () => {
  test.each<[kind: EvidenceKind, source: string, found: string, disguise: string | undefined]>([
    ["region-id", "us-ashburn-1", "us-ashburn-1", undefined],
    ["region-id", "US-Ashburn-1", "us-ashburn-1", "case"],
    ["ocid", "OCID1.vcn", "ocid1.vcn", "case"],
    ["host", "X.OracleCloud.com", "x.oraclecloud.com", undefined],
    ["availability-domain", "Uocm:US-ASHBURN-AD-1", "uocm:us-ashburn-ad-1", undefined],
    ["registry", "IAD.ocir.io", "iad.ocir.io", undefined],
    ["realm-domain", "ORACLECLOUD.com", "oraclecloud.com", undefined],
    ["region-key", "IAD", "iad", undefined],
    ["service-principal", "FssOc1Prod", "fssoc1prod", undefined],
    ["region-id", "us%2Dashburn-1", "us-ashburn-1", "percent-encoding"],
    ["region-id", "us%2dashburn%20", "us-ashburn ", "percent-encoding"],
    ["host", "xn--80ak6aa92e.com", "apple.com", "punycode"],
    ["host", "XN--80ak6aa92e.com", "apple.com", "punycode"],
    ["region-id", "us\\u002dashburn-1", "us-ashburn-1", "escape"],
    ["region-id", "us&#45;ashburn-1", "us-ashburn-1", "escape"],
    ["region-id", "us‐ashburn-1", "us-ashburn-1", "unicode"],
    ["region-id", "us%2‐ashburn", "us%2-ashburn", "unicode"],
  ])("as %s %j for %j is disguised by: %s", (kind, source, found, disguise) => {
    expect(disguiseOf(kind, source, found)).toBe(disguise);
  });
});
