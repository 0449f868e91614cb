import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { scan } from "../../../jurisdiction";

const FRANKFURT = "eu-frankfurt-1";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const base64url = (text: string) => Buffer.from(text).toString("base64url");
const gzip = (text: string, options = {}) => gzipSync(text, options).toString("base64");
const lines = (text: string) => text.replace(/.{76}/g, "$&\n");
/** Text that hardly compresses, the same in each run. */
const NOISE = Array.from({ length: 60 }, (_, n) =>
  createHash("sha256").update(`${n}`).digest("hex"),
).join("");
const percent = (text: string) =>
  [...text].map((char) => `%${char.charCodeAt(0).toString(16)}`).join("");

/** Region and disguise of each piece of evidence. */
const found = (text: string) =>
  scan(text).map(({ proof, disguised }) => [
    proof.proves === "region" ? proof.region.id : proof.proves,
    disguised,
  ]);

describe("a region id is found in spite of", () => {
  test.each([
    ["upper case", "EU-Frankfurt-1", "case"],
    ["full-width letters", "ｅｕ-ｆｒａｎｋｆｕｒｔ-１", "unicode"],
    ["mathematical letters", "𝐞𝐮-𝐟𝐫𝐚𝐧𝐤𝐟𝐮𝐫𝐭-𝟏", "unicode"],
    ["a Cyrillic letter", "еu-frankfurt-1", "unicode"],
    ["a Greek letter", "eυ-frankfurt-1", "unicode"],
    ["an upper-case Cyrillic letter", "ЕU-FRАNKFURT-1", "unicode"],
    ["an accent", "eu-fränkfurt-1", "unicode"],
    ["a combining mark", "eu-fra\u0301nkfurt-1", "unicode"],
    ["a zero-width space", "eu-frank\u200bfurt-1", "unicode"],
    ["a soft hyphen", "eu-frank\u00adfurt-1", "unicode"],
    ["a right-to-left mark", "eu\u200f-frankfurt-1", "unicode"],
    ["a control character", "eu-frank\u0000furt-1", "unicode"],
    ["a variation selector", "eu\ufe0f-frankfurt-1", "unicode"],
    ["a non-breaking hyphen", "eu\u2011frankfurt\u20111", "unicode"],
    ["an en dash", "eu–frankfurt–1", "unicode"],
    ["a minus sign", "eu\u2212frankfurt\u22121", "unicode"],
    ["a full-width hyphen", "eu\uff0dfrankfurt\uff0d1", "unicode"],
    ["an Arabic digit", "eu-frankfurt-\u0661", "unicode"],
    ["percent encoding of a hyphen", "eu%2Dfrankfurt%2d1", "percent-encoding"],
    ["percent encoding of everything", percent(FRANKFURT), "percent-encoding"],
    ["percent encoding twice", "eu%252Dfrankfurt-1", "percent-encoding"],
    ["percent encoding of a full-width letter", "%EF%BD%85u-frankfurt-1", "percent-encoding"],
    ["a JSON escape", "eu\\u002dfrankfurt-1", "escape"],
    ["a JSON escape inside JSON text", "eu\\\\u002dfrankfurt-1", "escape"],
    ["a code point escape", "\\u{65}u-frankfurt-1", "escape"],
    ["a hex escape", "\\x65u-frankfurt-1", "escape"],
    ["a decimal HTML entity", "eu&#45;frankfurt-1", "escape"],
    ["a hexadecimal HTML entity", "eu&#x2D;frankfurt-1", "escape"],
    ["a named HTML entity", "eu&hyphen;frankfurt-1", "escape"],
    ["base64", base64(FRANKFURT), "base64"],
    ["base64 in a sentence", `the region is ${base64(FRANKFURT)} now`, "base64"],
    ["base64url", base64url(`{"region":"${FRANKFURT}"}`), "base64"],
    ["base64 of base64", base64(base64(`the region is ${FRANKFURT}`)), "base64"],
    ["base64 of percent encoding", base64(`region=${percent(FRANKFURT)}`), "base64"],
    ["percent encoding of base64", percent(base64(`region: ${FRANKFURT}`)), "base64"],
    [
      "base64 of UTF-16",
      Buffer.from(`Region ${FRANKFURT}`, "utf16le").toString("base64"),
      "base64",
    ],
    ["base64 after a path", `secrets/v1/${base64url(`region: ${FRANKFURT}`)}`, "base64"],
    ["base64 after a word", `token_${base64(`region: ${FRANKFURT}`)}`, "base64"],
    ["gzip in base64", gzip(`#!/bin/sh\nexport REGION=${FRANKFURT}\n`), "gzip"],
    ["gzip without a name, at the highest level", gzip(FRANKFURT, { level: 9 }), "gzip"],
    ["gzip of much that compresses well", gzip(`${" ".repeat(900_000)}${FRANKFURT}`), "gzip"],
    ["gzip in base64 with line breaks", lines(gzip(`${NOISE}\nregion: ${FRANKFURT}`)), "gzip"],
    ["gzip in base64 after a word", `content=${gzip(`region: ${FRANKFURT}`)}`, "gzip"],
    ["base64 in gzip", gzip(base64(`region: ${FRANKFURT}`)), "gzip"],
    ["gzip in gzip", gzip(gzip(`region: ${FRANKFURT}`)), "gzip"],
    ["gzip that breaks off", gzip(`region: ${FRANKFURT} ${NOISE}`).slice(0, -64), "gzip"],
    ["a data URI", `data:text/plain;base64,${base64(`region: ${FRANKFURT}`)}`, "base64"],
  ])("%s", (_name, text, disguise) => {
    expect(found(text)).toEqual([[FRANKFURT, disguise]]);
  });

  test("base64 in lines, where the break falls inside the id", () => {
    const plain = `${"x".repeat(50)} ${FRANKFURT} ${"y".repeat(60)}`;
    const lines = base64(plain).replace(/.{76}/g, "$&\r\n");
    expect(found(lines)).toEqual([[FRANKFURT, "base64"]]);
  });
});

test("the shortest region id is found in base64", () => {
  expect(found(base64("us-east-1"))).toEqual([["us-east-1", "base64"]]);
});

describe("other forms are found in disguise", () => {
  test("a host with a Punycode label that looks like a region", () => {
    // "еu-frankfurt-1" with a Cyrillic first letter.
    const host = new URL("https://objectstorage.еu-frankfurt-1.oraclecloud.com").hostname;
    expect(host).toContain("xn--");
    expect(found(host)).toContainEqual([FRANKFURT, "punycode"]);
  });

  test("a host with an ideographic full stop", () => {
    expect(found("objectstorage。eu-frankfurt-1。oraclecloud。com")).toEqual([
      [FRANKFURT, "unicode"],
    ]);
  });

  test("an OCID in percent encoding", () => {
    expect(found("ocid1%2Ebucket%2Eoc1%2Efra%2Eaaaa")).toEqual([[FRANKFURT, "percent-encoding"]]);
  });

  test("an OCID in base64", () => {
    expect(found(base64("ocid1.bucket.oc1.fra.aaaa"))).toEqual([[FRANKFURT, "base64"]]);
  });

  test("a registry key in full-width letters", () => {
    expect(found("ｆｒａ.ocir.io/ns/app")).toEqual([[FRANKFURT, "unicode"]]);
  });

  test("a key in an escaped policy condition", () => {
    expect(found("request.region = \\u0027fra\\u0027")).toContainEqual([FRANKFURT, undefined]);
  });
});

describe("what is usual is no disguise", () => {
  test.each([
    "eu-frankfurt-1",
    "Uocm:EU-FRANKFURT-1-AD-1",
    "OBJECTSTORAGE.EU-FRANKFURT-1.ORACLECLOUD.COM",
    "where request.region = 'FRA'",
  ])("%s", (text) => {
    expect(found(text)).toEqual([[FRANKFURT, undefined]]);
  });
});

test("evidence tells the text as written and where it stands", () => {
  expect(scan("x: eu\u2011frankfurt-1.")).toMatchObject([
    { text: "eu\u2011frankfurt-1", index: 3, kind: "region-id" },
  ]);
  expect(scan("a%20eu%2Dfrankfurt-1")).toMatchObject([{ text: "eu%2Dfrankfurt-1", index: 4 }]);
  const encoded = base64(`region: ${FRANKFURT}`);
  expect(scan(`user data: ${encoded}`)).toMatchObject([{ text: FRANKFURT, index: 11 }]);
});

test("evidence in a Punycode label tells the whole label as written", () => {
  expect(scan("x.xn--af-casablanca-1-9.example")).toContainEqual(
    expect.objectContaining({ text: "xn--af-casablanca-1-9", index: 2, disguised: "punycode" }),
  );
});

test("one place that several layers show is reported once", () => {
  expect(scan("eu-frankfurt-1 100%25")).toHaveLength(1);
});

describe("compressed text", () => {
  test("that is too large to be read is a place that is not known", () => {
    const text = gzip(`${" ".repeat(2 ** 20)} region: eu-frankfurt-1`);
    expect(scan(text)).toMatchObject([{ proof: { proves: "unknown-place" }, disguised: "gzip" }]);
  });

  test("is bounded for a text of many runs", () => {
    const run = gzip(`${" ".repeat(1_000_000)}us-phoenix-1`);
    const places = scan(Array.from({ length: 40 }, () => run).join(" "));
    expect(places.filter(({ proof }) => proof.proves === "region").length).toBeGreaterThan(0);
    expect(places.filter(({ proof }) => proof.proves === "unknown-place").length).toBeGreaterThan(
      0,
    );
  });

  test.each([
    ["that names no place", gzip("#!/bin/sh\necho ready\n")],
    ["that is none, for all its first letters", "H4sIAreYouSureThisIsNoGzip"],
    [
      "whose checksum is wrong and whose text is no place",
      `${gzip("echo ready").slice(0, -6)}AAAAAA`,
    ],
  ])("%s is left alone", (_what, text) => {
    expect(scan(text)).toEqual([]);
  });
});
