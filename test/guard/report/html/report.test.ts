import {
  Choices,
  counted,
  grouped,
  keyOf,
  prepare,
  regionsOf,
  standingOf,
} from "../../../../guard/report/html/report";
import { finding, resultWith } from "../../../support/hostile-result";
import { note, placement, proof } from "../made";

describe("what a page needs of a result", () => {
  const [waived, unproven, outside] = [
    finding({ stack: "c", rule: "r3", waiver: "w", region: null }),
    finding({ stack: "b", rule: "r2", status: "unproven" }),
    finding({ stack: "a", rule: "r2", region: "ap-tokyo-1" }),
  ];
  const placed = placement({ stack: "d", region: "us-phoenix-1 or us-ashburn-1" });
  const result = resultWith({
    findings: [waived, unproven, outside],
    placements: [placed],
    notes: [note({ stack: "e", rule: "r1" })],
    reachability: [proof({ stack: "f" })],
  });
  const report = prepare(result);

  test("are its findings, worst first, and those that are open", () => {
    expect(report.result).toBe(result);
    expect(report.findings).toEqual([outside, unproven, waived]);
    expect(report.open).toEqual([outside, unproven]);
  });

  test("are the stacks, rules and regions that something of it has", () => {
    expect(report.stacks.values).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(report.rules.values).toEqual(["r1", "r2", "r3"]);
    expect(report.regions.values).toEqual([
      "ap-tokyo-1",
      "eu-frankfurt-1",
      "us-ashburn-1",
      "us-phoenix-1",
    ]);
  });

  test("are the placements by stack and address", () => {
    expect([...report.placements]).toEqual([["d:oci_objectstorage_bucket.b", placed]]);
    expect(keyOf(finding({ stack: "s", address: "a" }))).toBe("s:a");
  });

  test.each([
    ["outside", [unproven, outside, waived]],
    ["unproven", [waived, unproven]],
    ["inside", [waived]],
    ["inside", []],
  ])("is %s as the worst that is open", (standing, findings) => {
    expect(prepare(resultWith({ findings })).standing).toBe(standing);
  });
});

test("choices are each there once, in order, with a number", () => {
  const choices = new Choices(["b", "a", "b", "C"]);
  expect(choices.values).toEqual(["C", "a", "b"]);
  expect(["C", "a", "b", "d"].map((value) => choices.numberOf(value))).toEqual([0, 1, 2, -1]);
});

test.each([
  ["an open finding", finding({ status: "unproven" }), "unproven"],
  ["a waived finding", finding({ waiver: "w" }), "waived"],
  ["a placement", placement(), "inside"],
  ["a waived placement", placement({ status: "outside", waivers: ["w"] }), "waived"],
])("%s stands as %j is", (_what, judged, standing) => {
  expect(standingOf(judged)).toBe(standing);
});

test.each([
  [null, []],
  ["us-ashburn-1", ["us-ashburn-1"]],
  ["us-ashburn-1 or us-phoenix-1", ["us-ashburn-1", "us-phoenix-1"]],
])("the regions of %j are %j", (region, regions) => {
  expect(regionsOf(region)).toEqual(regions);
});

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [12_345, "12,345"],
  [1_234_567, "1,234,567"],
])("%i is written %s", (count, text) => {
  expect(grouped(count)).toBe(text);
});

test("what is counted is in the plural but for one", () => {
  expect([0, 1, 2000].map((count) => counted(count, "finding"))).toEqual([
    "0 findings",
    "1 finding",
    "2,000 findings",
  ]);
  expect([1, 2].map((count) => counted(count, "is", "are"))).toEqual(["1 is", "2 are"]);
});
