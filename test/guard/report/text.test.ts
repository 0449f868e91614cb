import { reportText } from "../../../guard";
import { bucketIn, checkJson } from "../../support/check-json";
import { dataNetwork, ociStack } from "../network/topology";

describe("reportText", () => {
  test("names every resource with its region and the evidence, and ends with one line of counts", () => {
    const lines = reportText(checkJson(bucketIn("us-ashburn-1"))).split("\n");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^ {2}inside +us-ashburn-1 +oci_objectstorage_bucket\.b +provider\.oci\.us-ashburn-1 sets region us-ashburn-1$/,
      ),
    );
    expect(lines.at(-2)).toMatch(/^PROVEN \d+ resources: /);
    expect(lines.at(-1)).toBe("");
  });

  test("puts what is outside before what is unproven", () => {
    const json = {
      provider: { oci: [{ alias: "a" }, { alias: "b", region: "eu-paris-1" }] },
    };
    const text = reportText(checkJson(json));
    expect(text.indexOf("OUTSIDE")).toBeGreaterThan(0);
    expect(text.indexOf("OUTSIDE")).toBeLessThan(text.indexOf("UNPROVEN"));
  });

  test.each([
    ["an ANSI escape", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a line break", "a\nPROVEN", "a\\u{a}PROVEN"],
    ["a right-to-left override", "a\u202eb", "a\\u{202e}b"],
    ["a zero-width space", "a\u200bb", "a\\u{200b}b"],
    ["a line separator", "a\u2028b", "a\\u{2028}b"],
  ])("shows %s in a name as text, never as what it is", (_what, name, shown) => {
    const resource = { oci_objectstorage_bucket: { [name]: {} } };
    const text = reportText(checkJson({ resource }));
    expect(text).toContain(shown);
    expect(text).not.toContain(name);
  });

  test("keeps every finding short, however long a value is", () => {
    const provider = { oci: [{ region: "x".repeat(100_000) }] };
    expect(reportText(checkJson({ provider })).length).toBeLessThan(110_000 * 3);
  });

  test("prints the paths of each subnet into and out of it, or that there are none", () => {
    const lines = reportText(checkJson(ociStack(dataNetwork()))).split("\n");
    const at = lines.findIndex((line) => line.includes("oci_core_subnet.data (data subnet): "));
    expect(lines.slice(at, at + 3)).toEqual([
      expect.stringMatching(/^ {2}test: oci_core_subnet\.data \(data subnet\): /),
      expect.stringMatching(/^ +in +none$/),
      expect.stringMatching(/^ +out +/),
    ]);
  });

  test("says nothing of a network where there is none", () => {
    expect(reportText(checkJson(bucketIn("us-ashburn-1")))).not.toContain("Network");
  });
});
