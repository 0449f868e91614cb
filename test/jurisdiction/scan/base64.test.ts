import { gzipSync } from "node:zlib";
import { scan } from "../../../jurisdiction";
import { encodedRuns } from "../../../jurisdiction/scan/base64";
import { Inflater } from "../../../jurisdiction/scan/gzip";

type Bytes = string | readonly number[];

const runs = (text: string) => encodedRuns(text, new Inflater());
const texts = (text: string) => runs(text).map(({ decoded }) => decoded);
const bytesOf = (...parts: readonly Bytes[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const base64 = (...parts: readonly Bytes[]) => bytesOf(...parts).toString("base64");
const base64url = (...parts: readonly Bytes[]) => bytesOf(...parts).toString("base64url");
const lines = (text: string, length: number) =>
  text.replace(new RegExp(`.{${length}}(?=.)`, "g"), "$&\n");

/** 48 bytes: 64 digits, none of which is a separator. */
const TEXT = "the region of the first bucket is us-ashburn-1, ";
const OTHER = "and that of the second one is eu-frankfurt-1";

describe("a run of base64 is decoded", () => {
  test.each([
    ["of nine letters, the shortest", "dXMtZWFzdC0x", "us-east-1"],
    ["in a sentence", `it is ${base64("us-east-1")}.`, "us-east-1"],
    ["with padding", base64("eu-paris-1"), "eu-paris-1"],
    ["of digits of one case", "SEVMSEVMSEVM", "HELHELHEL"],
    ["of UTF-16", base64([...Buffer.from("eu-paris-1", "utf16le")]), "eu-paris-1"],
    [
      "of the other UTF-16",
      base64([...Buffer.from("eu-paris-1", "utf16le").swap16()]),
      "eu-paris-1",
    ],
    ["of Cyrillic", base64("регион eu-paris-1"), "регион eu-paris-1"],
    [
      "of Latin and then Cyrillic",
      base64("eu-paris-1: основной регион"),
      "eu-paris-1: основной регион",
    ],
    ["of Chinese", base64("区域：巴黎"), "区域：巴黎"],
  ])("%s", (_what, text, decoded) => {
    expect(texts(text)).toContain(decoded);
  });

  test("where it begins", () => {
    expect(runs(`x: ${base64("us-east-1")}`)).toEqual([
      { index: 3, decoded: "us-east-1", form: "base64" },
    ]);
  });

  test.each([
    ["separators among its digits", "Pz8/Pz8/Pz8/Pz8/", "????????????"],
    ["separators among its digits, in lines", lines("Pz8/".repeat(60), 64), "?".repeat(180)],
  ])("once, whatever %s", (_what, text, decoded) => {
    expect(texts(text)).toEqual([decoded]);
  });

  test("each of several", () => {
    expect(texts(`${base64("us-east-1")} ${base64("eu-paris-1")}`)).toEqual([
      "us-east-1",
      "eu-paris-1",
    ]);
  });
});

describe("what is no base64 of text is left alone", () => {
  test.each([
    ["eleven digits", "dXMtZWFzdC0"],
    ["nothing", ""],
    ["a word, though it would be text", "aidaaidaaida"],
    ["a letter beyond ASCII among the digits", "dXMtZWé FzdC0x"],
    ["a digest", "9f86D081884c7d659A2feaa0c55ad015a3bf4f1b2b0b822cD15d6c15b0f00a08"],
    ["a key", "AKIAIOSFODNN7EXAMPLE"],
    ["a name in two cases", "MyFunctionExecutionRole"],
  ])("%s", (_what, text) => {
    expect(runs(text)).toEqual([]);
  });
});

describe("the first nine bytes tell text from what is none", () => {
  const REST = " and then much text that has no bytes but those of letters ";
  // So that what is asked for decides, the rest of the nine bytes is three that count for nothing
  // and five letters.
  const tail = (first: readonly number[]) => [
    ...first,
    ...Array.from({ length: 4 - first.length }, () => 1),
    ...Buffer.from(`bcdef${REST}`),
  ];
  const decoded = (first: readonly number[]) => texts(base64(tail(first))).length > 0;

  test.each([
    ["a space", [0x20]],
    ["a tilde", [0x7e]],
    ["a tab", [9]],
    ["a carriage return", [13]],
    ["a zero", [0]],
    ["the first letter of two bytes", [0xc2, 0x80]],
    ["a letter of two bytes", [0xd0, 0xb4]],
    ["a letter of three bytes", [0xe4, 0xb8, 0xad]],
    ["a letter of four bytes", [0xf0, 0x9d, 0x90, 0x9e]],
    ["the last letter of four bytes", [0xf4, 0x8f, 0xbf, 0xbf]],
  ])("%s is of a text", (_what, first) => {
    expect(decoded(first)).toBe(true);
  });

  test.each([
    ["a backspace", [8]],
    ["a shift", [14]],
    ["a separator of units", [0x1f]],
    ["delete", [0x7f]],
    ["the beginning of a letter without its end", [0xd0]],
    ["the end of a letter without its beginning", [0x80]],
    ["the beginning of a letter before another", [0xd0, 0xd0]],
    ["a beginning that UTF-8 does not have", [0xc1, 0x80]],
    ["a beginning past the last of UTF-8", [0xf5, 0x80]],
  ])("%s is not", (_what, first) => {
    expect(decoded(first)).toBe(false);
  });

  test("wherever among them the letters stand", () => {
    const rest = [...Buffer.from(REST)];
    expect(texts(base64([1, 98, 99, 1, 98, 99, 1, 98, 99], rest))).toHaveLength(1);
    expect(texts(base64([98, 99, 1, 98, 99, 1, 98, 1, 99], rest))).toHaveLength(1);
  });
});

describe("a text may have a few bytes that are of none", () => {
  test.each([
    ["controls", 1],
    ["bytes that are no UTF-8", 0x80],
  ])("%s: three of twenty, not four", (_what, byte) => {
    const three = [byte, byte, byte];
    expect(texts(base64(three, "seventeen letters"))).toHaveLength(1);
    expect(texts(base64(three, "sixtee", [byte], "n letters."))).toHaveLength(0);
  });
});

describe("lines of a long run are read together", () => {
  const text = TEXT + TEXT.toUpperCase() + TEXT;

  test.each([
    ["of 64 characters", lines(base64(text), 64)],
    ["of 76 characters", lines(base64(text), 76)],
    ["with carriage returns", lines(base64(text), 64).replaceAll("\n", "\r\n")],
  ])("%s", (_what, wrapped) => {
    expect(texts(wrapped)).toEqual([text]);
  });

  test.each([
    ["lines of another length", lines(base64(text.slice(0, 90)), 60)],
    ["a space", `${base64(text.slice(0, 45))} ${base64(text.slice(45, 90))}`],
    ["an empty line", `${base64(text.slice(0, 48))}\n\n${base64(text.slice(48, 90))}`],
    ["a carriage return alone", `${base64(text.slice(0, 48))}\r${base64(text.slice(48, 90))}`],
  ])("but not over %s", (_what, parted) => {
    expect(texts(parted)).toHaveLength(2);
  });

  test.each([
    ["a digest", `${"0123456789abcdef".repeat(4)}\n`],
    ["a digest and a carriage return", `${"0123456789abcdef".repeat(4)}\r\n`],
  ])("nor does %s in the line before hide a text", (_what, before) => {
    expect(runs(before + base64(OTHER))).toEqual([
      { index: before.length, decoded: OTHER, form: "base64" },
    ]);
  });
});

describe("what stands before a text in the same run does not hide it", () => {
  test.each(["-", "_", "+", "/"])("a word and %s", (separator) => {
    for (const word of ["token", "tokens", "thetoken", "thistoken"]) {
      expect(texts(word + separator + base64(OTHER))).toContainEqual(
        expect.stringContaining(OTHER),
      );
    }
  });

  test.each([1, 2, 3])("a text of %d bytes more than groups, and a separator", (more) => {
    const first = base64url(TEXT, "x".repeat(more));
    expect(texts(`${first}-${base64(OTHER)}`)).toContainEqual(expect.stringContaining(OTHER));
  });

  test("up to three characters", () => {
    for (const before of ["", "x", "xy", "xyz"]) {
      expect(texts(`in a sentence: ${before}${base64(OTHER)}`)).toContainEqual(OTHER);
    }
  });

  test("compressed text and a separator, wherever the separator falls", () => {
    for (const more of ["", "a", "bc", "def"]) {
      const compressed = gzipSync(TEXT + more).toString("base64url");
      expect(texts(`${compressed}-${base64(OTHER)}`)).toEqual(
        expect.arrayContaining([TEXT + more, expect.stringContaining(OTHER)]),
      );
    }
  });
});

describe("compressed text", () => {
  test("is told from other base64", () => {
    const compressed = gzipSync(TEXT).toString("base64");
    expect(runs(`x: ${compressed}`)).toContainEqual({ index: 3, decoded: TEXT, form: "gzip" });
  });

  test("that is too large has no text", () => {
    const compressed = gzipSync(Buffer.alloc(2 ** 20 + 1)).toString("base64");
    expect(runs(compressed)).toContainEqual({ index: 0, decoded: undefined, form: "gzip" });
  });

  test("is not looked for in names, however many there are", () => {
    const names = Array.from({ length: 12 }, (_, i) => `MyFunctionExecutionRole${i}`);
    expect(runs(names.join(" "))).toEqual([]);
  });
});

describe("a region id is found", () => {
  test.each([
    ["in upper case, which base64 may write without a small letter", " AP-SEOUL-1", "ap-seoul-1"],
    ["before much text in another script", "eu-paris-1 # основной регион для всех", "eu-paris-1"],
    ["after much text in another script", "основной регион для всех: eu-paris-1", "eu-paris-1"],
  ])("%s", (_what, text, id) => {
    expect(scan(base64(text))).toMatchObject([{ proof: { region: { id } }, disguised: "base64" }]);
  });

  test.each(["/", "-", "_"])("in the second of two runs that %s joins", (separator) => {
    const places = scan(`${base64url(TEXT, "x")}${separator}${base64url(OTHER)}`);
    expect(places.map(({ proof }) => proof)).toMatchObject([
      { region: { id: "us-ashburn-1" } },
      { region: { id: "eu-frankfurt-1" } },
    ]);
  });

  test("in compressed text whose checksum is wrong", () => {
    const compressed = gzipSync(OTHER);
    compressed.fill(0, compressed.length - 8);
    expect(scan(compressed.toString("base64"))).toMatchObject([
      { proof: { region: { id: "eu-frankfurt-1" } }, disguised: "gzip" },
    ]);
  });
});
