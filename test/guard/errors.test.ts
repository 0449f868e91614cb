import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSource, UnreadableInputError } from "../../guard";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("an error of an input that cannot be judged says in a log what it is", () => {
  const file = join(folder, "main.tf.json");
  writeFileSync(file, "{");
  let thrown: unknown;
  try {
    readSource(file);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UnreadableInputError);
  expect(thrown).toBeInstanceOf(Error);
  expect(String(thrown)).toMatch(/^UnreadableInputError: .*main\.tf\.json/);
});
