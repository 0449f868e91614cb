import { check, type EvidenceEntry, evidencePack, verifyPack } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketIn } from "../../support/check-json";

const jurisdiction = Jurisdiction.US;
const source = {
  documents: [{ stack: "s", file: "s.json", json: bucketIn("us-ashburn-1") as JsonObject }],
  unread: [],
};
const files = evidencePack({
  source,
  jurisdiction,
  result: check(source, { jurisdiction, asOf: "2026-01-15", flows: true }),
});

function pack(): Map<string, EvidenceEntry> {
  return new Map([...files].map(([path, content]) => [path, Buffer.from(content)]));
}

/** The pack with its manifest changed as text. */
function withManifest(change: (text: string) => string): Map<string, EvidenceEntry> {
  return pack().set("manifest.json", Buffer.from(change(files.get("manifest.json") ?? "")));
}

/** The pack with its manifest changed as data, and written as the tool writes it. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into JSON of any shape
function withManifestData(change: (manifest: any) => void): Map<string, EvidenceEntry> {
  return withManifest((text) => {
    const manifest = JSON.parse(text);
    change(manifest);
    return `${JSON.stringify(manifest, undefined, 2)}\n`;
  });
}

test("a pack as it was made has no problem, and its manifest has a hash", () => {
  expect(verifyPack(pack())).toEqual({
    manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    files: files.size - 1,
    problems: [],
  });
});

test("a changed file of the same length is named", () => {
  const changed = pack();
  const text = files.get("controls.md") ?? "";
  changed.set("controls.md", Buffer.from(text.replace("finding", "FINDING")));
  expect(verifyPack(changed).problems).toEqual([
    "controls.md has another content than the manifest says",
  ]);
});

test("a cut, a missing and an added file are each named", () => {
  const changed = pack();
  changed.set("controls.md", Buffer.from("cut"));
  changed.delete("tool.json");
  changed.set("notes/extra.txt", Buffer.from(""));
  changed.set("a.txt", Buffer.from(""));
  expect(verifyPack(changed).problems).toEqual([
    expect.stringMatching(/^controls\.md has 3 bytes; the manifest says \d+$/),
    "tool.json is missing",
    "a.txt is not in the manifest",
    "notes/extra.txt is not in the manifest",
  ]);
});

test("a link is not followed, wherever it leads", () => {
  expect(verifyPack(pack().set("tool.json", "link")).problems).toEqual(["tool.json is a link"]);
  expect(verifyPack(pack().set("manifest.json", "link")).problems).toEqual([
    "manifest.json is a link",
  ]);
  expect(verifyPack(pack().set("pipe", "other")).problems).toEqual(["pipe is not in the manifest"]);
});

test("what is no regular file is not read", () => {
  expect(verifyPack(pack().set("tool.json", "other")).problems).toEqual([
    "tool.json is no regular file",
  ]);
  expect(verifyPack(pack().set("manifest.json", "other"))).toEqual({
    manifestSha256: undefined,
    files: 0,
    problems: ["manifest.json is no regular file"],
  });
});

test("a folder without a manifest is no pack", () => {
  expect(verifyPack(new Map())).toEqual({
    manifestSha256: undefined,
    files: 0,
    problems: ["manifest.json is missing"],
  });
});

// biome-ignore lint/suspicious/noExplicitAny: tests reach into JSON of any shape
test.each<[string, (manifest: any) => void, RegExp]>([
  [
    "a path above the pack",
    (m) => (m.files[0].path = "../../etc/passwd"),
    /\/files\/0\/path is "\.\.\//,
  ],
  ["an absolute path", (m) => (m.files[0].path = "/etc/passwd"), /\/files\/0\/path is "\/etc/],
  ["a path with a backslash", (m) => (m.files[0].path = "a\\..\\b"), /\/files\/0\/path/],
  ["a path to itself", (m) => (m.files[0].path = "manifest.json"), /\/files\/0\/path/],
  ["a path twice", (m) => m.files.splice(0, 0, m.files[0]), /\/files\/1\/path.*each path once/],
  ["paths out of order", (m) => m.files.reverse(), /\/files\/1\/path.*in order/],
  ["a hash that is none", (m) => (m.files[0].sha256 = "0"), /\/files\/0\/sha256 is "0"/],
  ["a hash in capitals", (m) => (m.files[0].sha256 = "A".repeat(64)), /\/files\/0\/sha256/],
  ["a negative size", (m) => (m.files[0].bytes = -1), /\/files\/0\/bytes is -1/],
  ["a file that is no object", (m) => (m.files[0] = 5), /\/files\/0 is 5/],
  ["files that are no list", (m) => (m.files = {}), /is no manifest/],
  ["another tool", (m) => (m.tool = "other"), /is no manifest/],
  ["another version", (m) => (m.version = 2), /has version 2; this onshore verifies version 1/],
  ["a version of the tool that is no text", (m) => (m.toolVersion = 1), /\/toolVersion is 1/],
  ["no day", (m) => delete m.asOf, /\/asOf is absent/],
  ["a field more", (m) => (m.note = "x"), /not as onshore writes it/],
])("a manifest with %s is refused with one line", (_what, change, message) => {
  const { problems } = verifyPack(withManifestData(change));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
  expect(problems[0]?.split("\n")).toHaveLength(1);
});

test.each<[string, (text: string) => string]>([
  ["another indentation", (text) => JSON.stringify(JSON.parse(text))],
  [
    "a property named twice",
    (text) => text.replace('"version": 1,', '"version": 2,\n  "version": 1,'),
  ],
  ["text behind it", (text) => `${text} `],
  ["half of it", (text) => text.slice(0, text.length / 2)],
  ["null", () => "null"],
  ["a list", () => "[]"],
  ["nothing", () => ""],
])("a manifest with %s is refused", (_what, change) => {
  expect(verifyPack(withManifest(change)).problems).toHaveLength(1);
});

test("whoever rewrites file and manifest gets another hash of the manifest", () => {
  const changed = withManifestData((manifest) => {
    manifest.asOf = "2030-01-01";
  });
  expect(verifyPack(changed).problems).toEqual([]);
  expect(verifyPack(changed).manifestSha256).not.toBe(verifyPack(pack()).manifestSha256);
});
