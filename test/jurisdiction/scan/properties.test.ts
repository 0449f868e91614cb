import fc from "fast-check";
import {
  parseArn,
  parseAvailabilityDomain,
  parseAvailabilityZone,
  parseEndpointService,
  parseHost,
  parseOcid,
  parseRegistry,
  parseServiceCidrLabel,
  parseServicePrincipal,
  Region,
  scan,
} from "../../../jurisdiction";
import { collect } from "../../../jurisdiction/scan/collect";
import { mayNamePlace } from "../../../jurisdiction/scan/may-name-place";

const PARSERS = {
  parseArn,
  parseAvailabilityDomain,
  parseAvailabilityZone,
  parseEndpointService,
  parseHost,
  parseOcid,
  parseRegistry,
  parseServiceCidrLabel,
  parseServicePrincipal,
};

const region = fc.constantFrom(...Region.all());
const ociRegion = fc.constantFrom(...Region.all("oci"));

/** Text made of pieces that places are made of, in any order: the inputs most likely to break. */
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "ocid1.",
          "arn:",
          "arn:aws:",
          "aws",
          ":",
          "::",
          ".",
          "..",
          "-",
          "--",
          "_",
          "*",
          "/",
          "@",
        ],
        ...[
          "https://",
          "?",
          "#",
          "us",
          "eu",
          "us-",
          "-1",
          "-9",
          "1a",
          "-ad-1",
          "AD-1",
          "az1",
          "-az1",
        ],
        ...[
          "use1",
          "wl1",
          "wlz-1",
          "bos-1a",
          "oc1",
          "oc99",
          "iad",
          "phx",
          "fra",
          "${",
          "}",
          "${x.y}",
        ],
        ...["request.region", " = ", "'", '"', "in (", "fssoc1prod", "ocir.io", "oci-", "all-"],
        ...["-services-in-oracle-services-network", "-objectstorage", "amazonaws.com", ".com.cn"],
        ...[
          "oraclecloud.com",
          "oraclecloud.eu",
          "oraclegovcloud.com",
          "com.amazonaws.",
          "dkr.ecr.",
        ],
        ...["%2D", "%", "%25", "%ff", "%e2%80%91", "\\u002d", "\\u{110000}", "\\x", "&#45;", "&#x"],
        ...[
          "&#9999999;",
          "&hyphen;",
          "xn--",
          "xn--a",
          "xn--99999999",
          "\u2011",
          "\u200b",
          "ｅ",
          "е",
        ],
        ...["ZXUtZnJhbmtmdXJ0LTE", "==", "\r\n", "\0", "\ud800", "\udc00", "İ", "ﷺ"],
      ),
      region.map(({ id }) => id),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));
const anyText = fc.oneof(scraps, fc.string({ unit: "binary", maxLength: 200 }), fc.string());

describe.each(Object.entries(PARSERS))("%s", (_name, parse) => {
  test("never throws, and proves something only of text of its form", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, proof } = parse(text);
        if (value === undefined) {
          expect(proof.proves).toBe("nothing");
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("scan", () => {
  test("never throws, and gives evidence that stands in the text and proves something", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { index, text: part, proof, disguised } of scan(text)) {
          expect(index).toBeGreaterThanOrEqual(last);
          last = index;
          expect(["region", "realm", "unknown-place"]).toContain(proof.proves);
          if (disguised !== "base64") {
            expect(text.slice(index, index + part.length)).toBe(part);
            expect(part).not.toBe("");
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("skips no text early that holds evidence", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (!mayNamePlace(text)) {
          expect(collect(text.toLowerCase())).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("finds a region id in any surroundings that do not touch it", () => {
    const surrounding = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
    const boundary = fc.constantFrom(..." -_./:,;'\"=()[]{}@|");
    fc.assert(
      fc.property(
        region,
        surrounding,
        boundary,
        boundary,
        surrounding,
        (at, before, a, b, after) => {
          const places = scan(`${before}${a}${at.id}${b}${after}`).map(({ proof, text }) =>
            proof.proves === "region" ? proof.region.id : text.toLowerCase(),
          );
          expect(places.some((place) => place.includes(at.id))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("finds a region id in any letter case and any mix of hyphens", () => {
    const hyphen = fc.constantFrom(
      "-",
      "\u2010",
      "\u2011",
      "\u2013",
      "\u2212",
      "\uff0d",
      "%2d",
      "\\u002d",
    );
    fc.assert(
      fc.property(region, fc.array(fc.boolean(), { minLength: 8 }), hyphen, (at, upper, dash) => {
        const text = [...at.id.replaceAll("-", dash === "%2d" ? "-" : dash)]
          .map((char, i) =>
            upper[i % upper.length] && !dash.startsWith("\\") ? char.toUpperCase() : char,
          )
          .join("");
        expect(scan(text).map(({ proof }) => proof)).toEqual([{ proves: "region", region: at }]);
      }),
      { numRuns: 1000 },
    );
  });

  test("finds a region in base64 of any text around it", () => {
    fc.assert(
      fc.property(
        region,
        fc.string({ maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (at, a, b) => {
          const places = scan(Buffer.from(`${a} ${at.id} ${b}`).toString("base64"));
          expect(places.some(({ proof }) => proof.proves === "region" && proof.region === at)).toBe(
            true,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("finds the region of an OCID, by key or id, whatever its unique part", () => {
    const unique = fc.stringMatching(/^[a-z2-7]{20,60}$/);
    fc.assert(
      fc.property(ociRegion, unique, fc.boolean(), (at, id, byKey) => {
        const ocid = `ocid1.bucket.${at.realm.id}.${byKey ? at.key : at.id}.${id}`;
        expect(scan(ocid).map(({ kind, proof }) => [kind, proof])).toEqual([
          ["ocid", { proves: "region", region: at }],
        ]);
      }),
    );
  });

  test("finds nothing in words without digits", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.constantFrom(" ", "-", "_", "/"), (list, separator) => {
        expect(scan(list.join(separator))).toEqual([]);
      }),
    );
  });
});

// A quadratic step would take minutes on these; the runner's own time limit is the assertion.
describe("scan gets through a megabyte of", () => {
  test.each([
    ["letters", "a"],
    ["hyphens", "a-"],
    ["beginnings of region ids", "us-"],
    ["region ids", "us-ashburn-1."],
    ["zones", "us-gov-east-1-bos-1a-"],
    ["availability domains", "phx-ad-1:"],
    ["dots", "a."],
    ["hosts", "oraclecloud.com."],
    ["endpoint services", "com.amazonaws."],
    ["beginnings of ARNs", "arn:aws:"],
    ["beginnings of OCIDs", "ocid1."],
    ["open expressions in OCIDs", "ocid1.${"],
    ["conditions", "request.region = "],
    ["open literals in conditions", "request.region='"],
    ["backslashes", "\\"],
    ["percent signs", "%25"],
    ["half percent escapes", "%2"],
    ["open entities", "&#x"],
    ["Punycode", "xn--a"],
    ["full-width letters", "ｅ"],
    ["combining marks", "e\u0301"],
    ["zero-width spaces", "\u200b"],
    ["base64", "QUJD"],
    ["base64 with separators", "abcdefghijklmnopqrsT/"],
    [
      "base64 of base64",
      Buffer.from(Buffer.from("eu-paris-1 ".repeat(9)).toString("base64")).toString("base64"),
    ],
    ["base64 in lines", `${"A".repeat(64)}\n`],
  ])("%s", (_name, piece) => {
    const text = piece.repeat(Math.ceil((1 << 20) / piece.length));
    expect(Array.isArray(scan(text))).toBe(true);
  });
});
