import { bucketBody, checkJson } from "../../support/check-json";

function sourceFor(stackTrace: unknown, path: unknown = "stack/bucket") {
  const comment = { metadata: { path, uniqueId: "b", stackTrace } };
  const { findings, placements } = checkJson({
    provider: { oci: [{ region: "ap-singapore-1" }] },
    resource: { oci_objectstorage_bucket: { b: bucketBody({ "//": comment }) } },
  });
  const finding = findings.find(({ rule }) => rule === "resource-inside");
  expect(placements.find(({ kind }) => kind === "resource")?.source).toEqual(finding?.source);
  return finding?.source;
}

describe("the source line of a finding and of a placement", () => {
  test("is the first frame of the stack trace that the app recorded", () => {
    expect(sourceFor(["stacks/data.ts:27:5", "main.ts:3:1"])).toEqual({
      file: "stacks/data.ts",
      line: 27,
      column: 5,
    });
  });

  test.each([
    "../shared/data.ts:1:1",
    "a b/ü:x.ts:2:3",
    "a/b:c.ts:12:34",
    "main.ts:123456789:123456789",
    "1a:b.ts:1:1",
    "a\nb.ts:1:1",
    `${"x".repeat(1_020)}:1:1`,
  ])("may be %s", (frame) => {
    const source = sourceFor([frame]);
    expect(`${source?.file}:${source?.line}:${source?.column}`).toBe(frame);
  });

  test.each<[string, unknown]>([
    ["an absolute path", ["/home/me/main.ts:1:1"]],
    ["an absolute path of Windows", ["C:\\me\\main.ts:1:1"]],
    ["a URL", ["file:///home/me/main.ts:1:1"]],
    ["a frame as V8 writes it", ["new Bucket (/home/me/main.ts:1:1)"]],
    ["a path without a line", ["main.ts"]],
    ["a line 0", ["main.ts:0:1"]],
    ["a column 0", ["main.ts:1:0"]],
    ["a line of ten digits", ["main.ts:1234567890:1"]],
    ["a column of ten digits", ["main.ts:1:1234567890"]],
    ["no line", ["main.ts::1"]],
    ["text behind the column", ["main.ts:1:1 "]],
    ["a share of Windows", ["\\\\host\\main.ts:1:1"]],
    ["another scheme", ["node:internal/x.js:1:1"]],
    ["a text instead of a list", "main.ts:1:1"],
    ["a path of 1,025 characters", [`${"x".repeat(1_021)}:1:1`]],
    ["no file", [":1:1"]],
    ["a path of 10,000 characters", [`${"x".repeat(10_000)}:1:1`]],
    ["an empty list", []],
    ["a number", 5],
    ["a list of another type", [[1], {}]],
    ["null", null],
  ])("is absent for %s", (_what, stackTrace) => {
    expect(sourceFor(stackTrace)).toBeUndefined();
  });

  test("is absent where cdktf wrote no construct path", () => {
    expect(sourceFor(["main.ts:1:1"], null)).toBeUndefined();
  });
});
