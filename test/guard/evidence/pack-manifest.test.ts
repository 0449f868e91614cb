import {
  filesOf,
  manifestText,
  type PackManifest,
  parseManifest,
} from "../../../guard/evidence/pack-manifest";

const A = "a".repeat(64);
const FILE = { path: "README.md", bytes: 0, sha256: A };
const PACK: PackManifest = {
  version: 1,
  tool: "onshore",
  toolVersion: null,
  asOf: "2026-01-15",
  jurisdiction: "US",
  files: [FILE, { path: "sub.d/tool_1-2.json", bytes: 12, sha256: "0123456789abcdef".repeat(4) }],
};

test("lists contents by path, by code unit, with the length in bytes", () => {
  const contents = new Map([
    ["b.md", "ü"],
    ["é.md", ""],
    ["a.md", "abc"],
    ["Z.md", ""],
  ]);
  expect(filesOf(contents).map(({ path, bytes }) => [path, bytes])).toEqual([
    ["Z.md", 0],
    ["a.md", 3],
    ["b.md", 2],
    ["é.md", 0],
  ]);
  // The example of FIPS 180-4 for "abc".
  expect(filesOf(contents)[1]?.sha256).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("one content has one text, whatever order it is held in", () => {
  const { files, asOf, ...rest } = PACK;
  const reordered = { files: files.map(({ path, ...more }) => ({ ...more, path })), asOf, ...rest };
  expect(manifestText(reordered)).toBe(manifestText(PACK));
});

test.each<[string, Partial<PackManifest>]>([
  ["as it is written", {}],
  ["without a file", { files: [] }],
  ["with a version of the tool", { toolVersion: "1.2.3" }],
])("takes a manifest %s", (_what, change) => {
  const manifest = { ...PACK, ...change };
  expect(parseManifest(manifestText(manifest))).toEqual(manifest);
});

const manifestWith = (change: object) =>
  `${JSON.stringify({ ...PACK, ...change }, undefined, 2)}\n`;
const fileWith = (change: object) => manifestWith({ files: [{ ...FILE, ...change }] });

test.each<[string, string, string]>([
  ["that is no JSON", "{", " is not JSON"],
  ["that is null", "null", " is no manifest of an evidence pack"],
  ["that is a list", "[]", " is no manifest of an evidence pack"],
  ["of another tool", manifestWith({ tool: "x" }), " is no manifest of an evidence pack"],
  ["without a list", manifestWith({ files: {} }), " is no manifest of an evidence pack"],
  ["of version 2", manifestWith({ version: 2 }), " has version 2; this onshore verifies version 1"],
  [
    "without a version",
    manifestWith({ version: undefined }),
    " has version absent; this onshore verifies version 1",
  ],
  [
    "with a version in a text",
    manifestWith({ version: "1" }),
    ' has version "1"; this onshore verifies version 1',
  ],
  [
    "with a version of the tool that is no text",
    manifestWith({ toolVersion: 1 }),
    " /toolVersion is 1; allowed: a text or null",
  ],
  ["with no day", manifestWith({ asOf: null }), " /asOf is null; allowed: a text"],
  [
    "with a jurisdiction that is a list",
    manifestWith({ jurisdiction: ["US"] }),
    ' /jurisdiction is ["US"]; allowed: a text',
  ],
  ["with a null file", manifestWith({ files: [null] }), " /files/0 is null; allowed: an object"],
  [
    "with a second file that is a text",
    manifestWith({ files: [FILE, "x"] }),
    ' /files/1 is "x"; allowed: an object',
  ],
  [
    "changed by hand",
    manifestWith({ note: "x" }),
    " is not as onshore writes it: it was changed by hand",
  ],
])("refuses a manifest %s", (_what, text, problem) => {
  expect(parseManifest(text)).toEqual({ problem: `manifest.json${problem}` });
});

test.each<[unknown, string]>([
  [undefined, "absent"],
  [5, "5"],
  ["", '""'],
  ["manifest.json", '"manifest.json"'],
  ["../a", '"../a"'],
  ["/a", '"/a"'],
  ["a/", '"a/"'],
  ["a//b", '"a//b"'],
  ["a/.b", '"a/.b"'],
  ["a b", '"a b"'],
  ["C:a", '"C:a"'],
  ["../".repeat(30), `"${"../".repeat(30).slice(0, 58)}…`],
])("takes no path %j that could lead out of the pack", (path, shown) => {
  expect(parseManifest(fileWith({ path }))).toEqual({
    problem: `manifest.json /files/0/path is ${shown}; allowed: a path in the pack`,
  });
});

test.each(["a", "a/b", "A-1_2.md", "a/b.c/d"])("takes the path %s in the pack", (path) => {
  expect(parseManifest(fileWith({ path }))).toEqual({ ...PACK, files: [{ ...FILE, path }] });
});

test.each([
  ["b", "a"],
  ["a", "a"],
  ["a", "B"],
])("takes no path %s before %s", (first, second) => {
  const files = [first, second].map((path) => ({ ...FILE, path }));
  expect(parseManifest(manifestWith({ files }))).toEqual({
    problem: `manifest.json /files/1/path is "${second}"; allowed: each path once, in order`,
  });
});

test.each<[unknown, string]>([
  [-1, "-1"],
  [1.5, "1.5"],
  ["1", '"1"'],
  [null, "null"],
  [undefined, "absent"],
])("takes no size %j", (bytes, shown) => {
  expect(parseManifest(fileWith({ bytes }))).toEqual({
    problem: `manifest.json /files/0/bytes is ${shown}; allowed: a whole number from 0`,
  });
});

test.each<[string, unknown, string]>([
  ["absent", undefined, "absent"],
  ["a number", 7, "7"],
  ["in capitals", "A".repeat(64), `"${"A".repeat(58)}…`],
  ["too short", "a".repeat(58), `"${"a".repeat(58)}"`],
  ["too short by one", A.slice(1), `"${"a".repeat(58)}…`],
  ["too long at the end", `${A}0`, `"${"a".repeat(58)}…`],
  ["too long at the start", `-${A}`, `"-${"a".repeat(57)}…`],
  ["of other letters", "g".repeat(64), `"${"g".repeat(58)}…`],
])("takes no hash that is %s", (_what, sha256, shown) => {
  expect(parseManifest(fileWith({ sha256 }))).toEqual({
    problem: `manifest.json /files/0/sha256 is ${shown}; allowed: 64 lower-case hexadecimal digits`,
  });
});
