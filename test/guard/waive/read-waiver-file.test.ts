import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnreadableInputError } from "../../../guard/errors";
import { readWaiverFile } from "../../../guard/waive/read-waiver-file";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-waivers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string): string {
  const path = join(folder, "waivers.json");
  writeFileSync(path, text);
  return path;
}

test.each<[string, string, { entries: unknown; modules?: unknown }]>([
  ["waivers", '{ "waivers": [{ "id": "a" }] }', { entries: [{ id: "a" }] }],
  [
    "modules only",
    '{ "modules": [{ "source": "a" }] }',
    { entries: [], modules: [{ source: "a" }] },
  ],
  ["both", '{ "waivers": [1], "modules": {} }', { entries: [1], modules: {} }],
  ["neither, which is a finding later", "{}", { entries: undefined }],
  ["no list, which is a finding later", '{ "waivers": "all" }', { entries: "all" }],
])("reads a file with %s", (_, text, expected) => {
  const path = file(text);
  expect(readWaiverFile(path)).toStrictEqual({ file: path, ...expected });
});

test.each(["[]", "null", '"text"', "{", ""])("refuses a file that holds %j", (text) => {
  const path = file(text);
  expect(() => readWaiverFile(path)).toThrow(UnreadableInputError);
  expect(() => readWaiverFile(path)).toThrow(path);
});

test("refuses a file that is not there, and says why it cannot be read", () => {
  const path = join(folder, "none.json");
  expect(() => readWaiverFile(path)).toThrow(UnreadableInputError);
  expect(() => readWaiverFile(path)).toThrow(
    `the waiver file ${path} cannot be read (ENOENT); give a JSON file, { "waivers": [ … ] }.`,
  );
});

test("says of a bare list how to write it", () => {
  const path = file(' [{ "id": "a" }]');
  expect(() => readWaiverFile(path)).toThrow(
    `the waiver file ${path} holds a list; write it as { "waivers": [ … ] }.`,
  );
});
