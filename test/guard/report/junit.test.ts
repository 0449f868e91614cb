import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { type CheckResult, printable } from "../../../guard";
import { reportJunit } from "../../../guard/report/junit";
import { finding, resultWith as resultOf } from "../../support/hostile-result";
import { checkWith, WAIVER } from "../../support/waivers";
import { fullResult, placement } from "./made";
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

describe("the whole of a JUnit report", () => {
  test("has a suite for each stack, and a case for each block with what is found about it", () => {
    expect(reportJunit(fullResult())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="onshore" tests="6" failures="3" errors="0">
  <testsuite name="shop" tests="3" failures="1" errors="0" skipped="1">
    <properties>
      <property name="asOf" value="2026-01-15"/>
      <property name="jurisdiction" value="US"/>
    </properties>
    <testcase classname="shop" name="oci_objectstorage_bucket.b">
      <failure message="The bucket lies in Frankfurt." type="resource-inside"><![CDATA[OUTSIDE resource-inside: shop/b
The bucket lies in Frankfurt.
from stacks/shop.ts:27:5
at   stacks/shop/cdk.tf.json#/provider/oci/0/region
got  eu-frankfurt-1
fix  Move it.]]></failure>
      <system-out><![CDATA[provider.oci sets region eu-frankfurt-1.]]></system-out>
    </testcase>
    <testcase classname="shop" name="oci_core_vcn.v">
      <system-out><![CDATA[-]]></system-out>
    </testcase>
    <testcase classname="shop" name="oci_kms_key.k">
      <skipped/>
      <system-out><![CDATA[provider.oci sets region us-ashburn-1.

WAIVED resource-inside: shop: oci_kms_key.k
The key lies in Paris.
waived by retire
at   stacks/shop/cdk.tf.json#/provider/oci/0/region
got  eu-frankfurt-1
fix  Move it.]]></system-out>
    </testcase>
  </testsuite>
  <testsuite name="(no stack)" tests="1" failures="1" errors="0" skipped="0">
    <properties>
      <property name="asOf" value="2026-01-15"/>
      <property name="jurisdiction" value="US"/>
    </properties>
    <testcase classname="onshore" name="terraform.backend">
      <failure message="Nothing says where the state lies." type="state-inside"><![CDATA[UNPROVEN state-inside: terraform.backend
Nothing says where the state lies.
at   waivers.json#]]></failure>
    </testcase>
  </testsuite>
  <testsuite name="net" tests="2" failures="1" errors="0" skipped="0">
    <properties>
      <property name="asOf" value="2026-01-15"/>
      <property name="jurisdiction" value="US"/>
    </properties>
    <testcase classname="net" name="oci_core_subnet.data">
      <system-out><![CDATA[provider.oci sets region us-ashburn-1.]]></system-out>
    </testcase>
    <testcase classname="net" name="terraform.backend">
      <failure message="Nothing says where the state lies." type="state-inside"><![CDATA[UNPROVEN state-inside: net: terraform.backend
Nothing says where the state lies.
from stacks/net.ts:3:1
at   stacks/shop/cdk.tf.json#/terraform
got  eu-frankfurt-1
fix  Move it.]]></failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test("has one case for a block with several open findings, and says how many more there are", () => {
    const xml = reportJunit(
      resultOf({
        findings: [
          finding({ rule: "state-inside", status: "unproven", message: "second" }),
          finding({ message: "first", value: "", fix: "" }),
          finding({ message: "third", waiver: "w", value: "", fix: "" }),
          finding({ address: "other", waiver: "w" }),
        ],
      }),
    );
    expect(
      xml,
    ).toContain(`<failure message="first (and 1 more)" type="resource-inside"><![CDATA[OUTSIDE resource-inside: shop: oci_objectstorage_bucket.b
first
at   stacks/shop/cdk.tf.json#/provider/oci/0/region

UNPROVEN state-inside: shop: oci_objectstorage_bucket.b
second
at   stacks/shop/cdk.tf.json#/provider/oci/0/region
got  eu-frankfurt-1
fix  Move it.]]></failure>
      <system-out><![CDATA[WAIVED resource-inside: shop: oci_objectstorage_bucket.b
third
waived by w
at   stacks/shop/cdk.tf.json#/provider/oci/0/region]]></system-out>`);
    expect(counts(xml)).toEqual({ cases: 2, failures: 1, skipped: 1 });
  });

  test("has neither failure nor output for a block that nothing is to be said of", () => {
    const xml = reportJunit(resultOf({ placements: [placement({ evidence: "" })] }));
    expect(xml).toContain('<testcase classname="shop" name="oci_objectstorage_bucket.b"/>');
  });

  test("has a name of at most 1,000 characters", () => {
    const xml = reportJunit(resultOf({ placements: [placement({ address: "x".repeat(1001) })] }));
    expect(xml).toContain(` name="${"x".repeat(999)}…">`);
  });
});
