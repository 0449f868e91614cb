import { isProven, reportText } from "../../../guard";
import { checkWith, findingsOf, WAIVER } from "../../support/waivers";

const RULE = "waiver-matched";
const PROVIDER = { ...WAIVER, id: "provider", rule: "provider-inside", subject: "test" };

describe("waiver-matched", () => {
  test.each([
    "test",
    "test:oci_objectstorage_bucket.b",
    "test:oci_objectstorage_bucket.b#/provider/oci/0/region",
  ])("passes a waiver for %s, and the finding stays in the result", (subject) => {
    const result = checkWith([{ ...WAIVER, subject }]);
    expect(findingsOf(result, RULE)).toEqual([]);
    expect(findingsOf(result, "resource-inside")).toMatchObject([
      { status: "outside", waiver: "retire" },
    ]);
  });

  test.each([
    { subject: "other" },
    { subject: "test:oci_objectstorage_bucket.c" },
    { subject: "test:oci_objectstorage_bucket" },
    { rule: "state-inside" },
  ])("fails a waiver that covers nothing: %p", (change) => {
    const result = checkWith([{ ...WAIVER, ...change }]);
    expect(findingsOf(result, RULE)).toMatchObject([{ path: "/waivers/0/subject" }]);
    expect(isProven(result)).toBe(false);
  });

  test("is proven once every finding is waived, and counts the resource as waived", () => {
    const some = checkWith([WAIVER]);
    const all = checkWith([WAIVER, PROVIDER]);
    expect(isProven(some)).toBe(false);
    expect(isProven(all)).toBe(true);
    expect(all.summary).toEqual({ resources: 1, inside: 0, outside: 0, unproven: 0, waived: 1 });
  });

  test("shows waived findings, and who answers for them by the waiver's id, in the text report", () => {
    const text = reportText(checkWith([WAIVER, PROVIDER]));
    expect(text).toMatch(/WAIVED by retire: OUTSIDE resource-inside/);
    expect(text).toMatch(/^PROVEN .*1 waived$/m);
  });
});
