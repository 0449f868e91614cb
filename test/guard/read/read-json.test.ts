import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnreadableInputError } from "../../../guard/errors";
import { readJson, statOrThrow, unreadable } from "../../../guard/read/read-json";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-json-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, "x.tf.json");
  writeFileSync(path, content);
  return path;
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableInputError);
    return (error as Error).message;
  }
  return "";
}

const BOM = [0xef, 0xbb, 0xbf];

test.each<[string, Uint8Array]>([
  ["ASCII", Buffer.from('{"a":"b"}')],
  ["UTF-8", Buffer.from('{"a":"b"}')],
  ["a byte order mark before it", Buffer.from([...BOM, ...Buffer.from('{"a":"b"}')])],
])("a file in UTF-8 is read: %s", (_, bytes) => {
  expect(readJson(file(bytes), "x")).toEqual({ a: "b" });
});

test("letters beyond ASCII are read as they are, in names and in values", () => {
  expect(readJson(file('{"ü":"é…"}'), "x")).toEqual({ ü: "é…" });
});

test.each<[string, readonly number[]]>([
  ["UTF-16, little endian, by its mark", [0xff, 0xfe, 0x7b]],
  ["UTF-16, big endian, by its mark", [0xfe, 0xff, 0x7b]],
  ["UTF-16, little endian, by its first letter", [0x7b, 0x00]],
  ["UTF-16, big endian, by its first letter", [0x00, 0x7b]],
])("a file in %s is refused with the repair", (_, bytes) => {
  expect(refusal(() => readJson(file(Uint8Array.from(bytes)), "the file"))).toBe(
    "the file is not JSON in UTF-8 but UTF-16 or UTF-32; save it as UTF-8.",
  );
});

test.each<[string, readonly number[]]>([
  ["bytes that UTF-8 has not", [0x7b, 0x22, 0xe9, 0x22, 0x7d]],
  ["half of a mark of UTF-16", [0xff, 0x7b]],
  ["the other half", [0xfe, 0x7b]],
])("a file with %s is refused with the repair", (_, bytes) => {
  expect(refusal(() => readJson(file(Uint8Array.from(bytes)), "the file"))).toBe(
    "the file is not JSON in UTF-8: it holds bytes that UTF-8 has not; save it as UTF-8.",
  );
});

test("an archive, as a saved plan is one, is refused with the command that shows it", () => {
  const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00]);
  expect(refusal(() => readJson(file(bytes), "plan.out"))).toBe(
    "plan.out is an archive, as terraform plan -out writes one; give what terraform show -json PLAN writes.",
  );
});

test.each(["main.tf", "main.tofu", "x.tfvars", "x.hcl"])(
  "the HCL of %s is refused with the command that shows it",
  (name) => {
    expect(refusal(() => readJson(file('region = "us-ashburn-1"'), name))).toBe(
      `${name} is HCL, which the guard reads in a plan only; give what terraform show -json PLAN writes.`,
    );
  },
);

test("a property __proto__ is refused, and an empty file is no JSON", () => {
  expect(refusal(() => readJson(file('{"__proto__":1}'), "x"))).toContain('"__proto__"');
  expect(refusal(() => readJson(file(""), "x"))).toMatch(/^x is not JSON: /);
});

test("a folder is no file", () => {
  mkdirSync(join(folder, "in"));
  expect(refusal(() => readJson(join(folder, "in"), "x"))).toBe(
    `${join(folder, "in")} is not a file.`,
  );
});

test("a file of 128 MiB is opened, and one a byte larger is refused by its size", () => {
  const path = file("");
  truncateSync(path, 128 * 1024 * 1024 + 1);
  expect(refusal(() => readJson(path, "x"))).toBe(
    `${path} has 129 MiB; the guard reads files up to 128 MiB.`,
  );
  truncateSync(path, 128 * 1024 * 1024);
  // It holds nothing but zeros.
  expect(refusal(() => readJson(path, "x"))).toMatch(/^x is not JSON in UTF-8 but UTF-16/);
});

test("what is not there is refused, with what could be given", () => {
  const path = join(folder, "none");
  for (const run of [() => readJson(path, "x"), () => statOrThrow(path)]) {
    expect(refusal(run)).toBe(
      `${path} does not exist; give a cdktf.out folder, a Terraform JSON file or a plan.`,
    );
  }
  expect(statOrThrow(folder).isDirectory()).toBe(true);
});

test.each<[string, unknown, string]>([
  ["a/b", { code: "EACCES" }, "a/b cannot be read (EACCES)"],
  ["a/b", {}, "a/b cannot be read (unknown error)"],
  ["a\nb", { code: "ENOENT" }, '"a\\nb" does not exist'],
])("the reason that %j cannot be read stands in one line", (path, error, start) => {
  expect(unreadable(path, error).message).toBe(
    `${start}; give a cdktf.out folder, a Terraform JSON file or a plan.`,
  );
});
