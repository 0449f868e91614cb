import type { Finding } from "../../../guard/result";
import type { ReadWaiver } from "../../../guard/waive/parse-waivers";
import { waive } from "../../../guard/waive/waive";

const FINDING: Finding = {
  rule: "resource-inside",
  status: "outside",
  stack: "data",
  address: "oci_core_vcn.main",
  path: "/provider/oci/0/region",
  file: "cdk.tf.json",
  value: "ap-singapore-1",
  message: "It lies in Singapore.",
  fix: "Move it.",
} as Finding;

function waiver(id: string, subject: string, rule = "resource-inside"): ReadWaiver {
  return {
    path: `/waivers/${id}`,
    waiver: {
      id,
      rule,
      subject,
      reason: "it is being retired",
      owner: "network-team",
      ticket: "NET-1",
      expires: "2026-03-31",
    },
  };
}

const ARGUMENT = waiver("argument", "data:oci_core_vcn.main#/provider/oci/0/region");
const RESOURCE = waiver("resource", "data:oci_core_vcn.main");
const STACK = waiver("stack", "data");

test.each([
  ["the argument", ARGUMENT],
  ["the resource", RESOURCE],
  ["the stack", STACK],
])("marks a finding whose waiver names %s, and changes nothing else of it", (_, read) => {
  expect(waive([FINDING], [read])).toEqual({
    findings: [{ ...FINDING, waiver: read.waiver.id }],
    unmatched: [],
  });
});

test("lets the narrowest waiver cover a finding, whatever their order", () => {
  for (const waivers of [
    [ARGUMENT, RESOURCE, STACK],
    [STACK, RESOURCE, ARGUMENT],
  ]) {
    const { findings, unmatched } = waive([FINDING], waivers);
    expect(findings).toEqual([{ ...FINDING, waiver: "argument" }]);
    expect(unmatched).toHaveLength(2);
    expect(unmatched).toEqual(expect.arrayContaining([RESOURCE, STACK]));
  }
});

test("covers many findings with one waiver", () => {
  const other = { ...FINDING, address: "oci_core_subnet.a" };
  const { findings, unmatched } = waive([FINDING, other], [STACK]);
  expect(findings.map((finding) => finding.waiver)).toEqual(["stack", "stack"]);
  expect(unmatched).toEqual([]);
});

test.each([
  ["another rule", waiver("x", "data:oci_core_vcn.main", "state-inside")],
  ["another stack", waiver("x", "logs:oci_core_vcn.main")],
  ["another resource", waiver("x", "data:oci_core_vcn.main2")],
  ["another argument", waiver("x", "data:oci_core_vcn.main#/provider/oci/1/region")],
  ["a part of the name", waiver("x", "data:oci_core_vcn")],
])("leaves a finding as it is where the waiver names %s, which is unmatched", (_, read) => {
  expect(waive([FINDING], [read])).toEqual({ findings: [FINDING], unmatched: [read] });
});

test("keeps the order of findings, covered or not", () => {
  const other = { ...FINDING, stack: "logs" };
  const { findings } = waive([other, FINDING, other], [STACK]);
  expect(findings).toEqual([other, { ...FINDING, waiver: "stack" }, other]);
});

test("returns the findings as they are where there is no waiver", () => {
  expect(waive([FINDING], [])).toEqual({ findings: [FINDING], unmatched: [] });
});

test("reports waivers in force as unmatched where there is no finding", () => {
  expect(waive([], [RESOURCE, STACK])).toEqual({ findings: [], unmatched: [RESOURCE, STACK] });
});
