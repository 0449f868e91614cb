import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { type CheckResult, printable } from "../../../guard";
import { reportJunit } from "../../../guard/report/junit";
import { checkWith, WAIVER } from "../../support/waivers";
import { HOSTILE, resultNamed, resultWith } from "./results";

const XSD = readFileSync(join(__dirname, "..", "..", "support", "schemas", "junit-10.xsd"), "utf8");

async function errorsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "junit.xml", contents: xml }],
    schema: [XSD],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

async function valid(result: CheckResult): Promise<string> {
  const xml = reportJunit(result);
  expect(await errorsOf(xml)).toEqual([]);
  return xml;
}

function counts(xml: string): Readonly<Record<string, number>> {
  const of = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  return { cases: of(/<testcase /g), failures: of(/<failure /g), skipped: of(/<skipped\/>/g) };
}

test("the schema refuses XML that is no JUnit report", async () => {
  expect(await errorsOf("<testsuites><case/></testsuites>")).not.toEqual([]);
  expect(await errorsOf("<testsuites>")).not.toEqual([]);
});

describe("reportJunit", () => {
  test.each(HOSTILE)("is valid, and has the same cases, for %s", async (_what, name) => {
    const xml = await valid(resultNamed(name));
    expect(counts(xml)).toEqual({ cases: 3, failures: 2, skipped: 1 });
  });

  test.each([0, 1, 5000])("is valid with %i findings, each a failed case", async (count) => {
    const xml = await valid(resultWith(count));
    expect(counts(xml).failures).toBe(count);
    expect(xml).toMatch(new RegExp(`<testsuites [^>]*failures="${count}"`));
  });

  test("names suite, case, rule, message, pointer and repair", async () => {
    const xml = await valid(resultWith(1));
    expect(xml).toContain('<testsuite name="test" tests="2" failures="1"');
    expect(xml).toContain('classname="test" name="oci_objectstorage_bucket.b0"');
    expect(xml).toContain('type="bucket-not-public"');
    expect(xml).toContain("cdk.tf.json#/resource/oci_objectstorage_bucket/b0/access_type");
    expect(xml).toMatch(/fix {2}\S/);
  });

  test("skips what is waived in full, and keeps what else is wrong with it a failure", async () => {
    const xml = await valid(checkWith([WAIVER]));
    const bucket = /<testcase [^>]*name="oci_objectstorage_bucket\.b">[\s\S]*?<\/testcase>/.exec(
      xml,
    );
    expect(bucket?.[0]).toContain("<skipped/>");
    expect(bucket?.[0]).toContain("waived by retire");
    expect(counts(xml).failures).toBeGreaterThan(0);
  });

  test("shows the source line", async () => {
    expect(await valid(resultNamed("main.ts"))).toContain("from main.ts:3:5");
  });

  test("keeps a name that would end the section of data readable", async () => {
    const xml = await valid(resultNamed("a]]>b"));
    expect(xml).toContain("a]]\\u{3e}b");
    expect(printable("a]]>b")).toBe("a]]>b");
  });
});
