import { deflateRawSync, gzipSync } from "node:zlib";
import { Inflater } from "../../../jurisdiction/scan/gzip";

const MIB = 2 ** 20;
const FLAGS = { checksum: 2, extra: 4, name: 8, comment: 16 };
const NAME = Buffer.from("boot.sh\0");
const COMMENT = Buffer.from("as of today\0");
const CHECKSUM = Buffer.from([1, 2]);
/** An extra field, after the two bytes of its length. */
const extra = (length: number) =>
  Buffer.concat([Buffer.from([length & 255, length >> 8]), Buffer.alloc(length, 0xff)]);

/** A member whose header has what `flags` say, as `parts`. */
const member = (text: string, flags: number, ...parts: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]),
    ...parts,
    deflateRawSync(text),
    Buffer.alloc(8),
  ]);

const inflate = (bytes: Buffer) => new Inflater().inflate(bytes);
const zeros = (length: number) => gzipSync(Buffer.alloc(length), { level: 1 });
const hello = gzipSync("hello");
const garbage = Buffer.from("garbage");
/** Begins like a file. */
const none = Buffer.concat([member("", 0).subarray(0, 10), garbage]);

describe("the text is read of a file", () => {
  test.each([
    ["as gzip writes it", hello, "hello"],
    ["with an extra field", member("hello", FLAGS.extra, extra(3)), "hello"],
    ["with a long extra field", member("hello", FLAGS.extra, extra(300)), "hello"],
    ["with a name", member("hello", FLAGS.name, NAME), "hello"],
    ["with a comment", member("hello", FLAGS.comment, COMMENT), "hello"],
    ["with a checksum of its header", member("hello", FLAGS.checksum, CHECKSUM), "hello"],
    [
      "with all of these",
      member("hello", 2 | 4 | 8 | 16, extra(3), NAME, COMMENT, CHECKSUM),
      "hello",
    ],
    ["of two members", Buffer.concat([hello, gzipSync(" world")]), "hello world"],
    ["with zeros after its end", Buffer.concat([hello, Buffer.alloc(20)]), "hello"],
    ["with anything else after its end", Buffer.concat([hello, garbage]), "hello"],
    ["whose checksum is wrong", Buffer.concat([hello.subarray(0, -8), Buffer.alloc(8)]), "hello"],
    ["whose second member is none", Buffer.concat([hello, none]), "hello"],
    ["that breaks off before its checksum", hello.subarray(0, -8), "hello"],
    [
      "that breaks off within its name",
      member("", FLAGS.name, Buffer.from("boot")).subarray(0, 14),
      "",
    ],
    ["of UTF-16, as its Latin letters", gzipSync(Buffer.from("hello", "utf16le")), "hello"],
  ])("%s", (_what, bytes, text) => {
    expect(inflate(bytes)).toEqual({ text });
  });
});

test("what only begins like a file is none", () => {
  expect(inflate(none)).toBeUndefined();
});

describe("there may be more text than is read", () => {
  test("in a file of more than a mebibyte, not in one of just that", () => {
    expect(inflate(zeros(MIB))).toEqual({ text: "" });
    expect(inflate(zeros(MIB + 1))).toBe("too-large");
  });

  test("in a file whose members together hold more", () => {
    const half = zeros(MIB / 2);
    expect(inflate(Buffer.concat([half, half]))).toEqual({ text: "" });
    expect(inflate(Buffer.concat([half, half, hello]))).toBe("too-large");
  });

  test("in a file of very many members", () => {
    const members = (count: number) => Buffer.concat(Array.from({ length: count }, () => hello));
    expect(inflate(members(1000))).toEqual({ text: "hello".repeat(1000) });
    expect(inflate(members(1100))).toBe("too-large");
  });

  test.each([
    ["files that were read", zeros(MIB), { text: "" }],
    ["files that were too large", zeros(MIB + 1), "too-large"],
    ["files that were none", none, undefined],
  ])("after eight mebibytes of %s", (_what, bytes, outcome) => {
    const inflater = new Inflater();
    for (let i = 0; i < 7; i++) {
      expect(inflater.inflate(bytes)).toEqual(outcome);
    }
    expect(inflater.inflate(hello)).toEqual({ text: "hello" });
    inflater.inflate(bytes);
    expect(inflater.inflate(hello)).toBe("too-large");
  });

  test("but a file counts for no more than it holds", () => {
    const inflater = new Inflater();
    for (let i = 0; i < 20; i++) {
      expect(inflater.inflate(hello)).toEqual({ text: "hello" });
    }
  });

  test("not before all eight mebibytes were read", () => {
    const inflater = new Inflater();
    for (let i = 0; i < 8; i++) {
      expect(inflater.inflate(zeros(MIB))).toEqual({ text: "" });
    }
    expect(inflater.inflate(hello)).toBe("too-large");
  });
});
