import { createHash } from "node:crypto";
import type { Log } from "sarif";
import { reportSarif } from "../../../guard/report/sarif";
import type { CheckResult } from "../../../guard/result";
import { finding, resultWith } from "../../support/hostile-result";
import { fullResult, note } from "./made";

describe("the whole of a log", () => {
  const options = { sourceRoot: "infra", inputRoot: "out", toolVersion: "1.2.3" };
  const runOf = (result: CheckResult, more = {}) => {
    const [run] = (JSON.parse(reportSarif(result, more)) as Log).runs;
    return run ?? { tool: { driver: { name: "none" } } };
  };

  test("names its schema, the tool and what each rule asks", () => {
    const log = JSON.parse(reportSarif(fullResult(), options)) as Log;
    expect(log.$schema).toBe("https://json.schemastore.org/sarif-2.1.0.json");
    expect(log.version).toBe("2.1.0");
    const { rules, ...driver } = log.runs[0]?.tool.driver ?? { name: "" };
    expect(driver).toEqual({ name: "onshore", version: "1.2.3" });
    expect(rules?.find(({ id }) => id === "resource-inside")).toEqual({
      id: "resource-inside",
      shortDescription: { text: "Every resource and data source lies in an allowed region." },
      defaultConfiguration: { level: "error" },
      help: { text: "onshore explain resource-inside" },
    });
  });

  test("says what it was made for, and that the check ran to its end", () => {
    const {
      tool: _tool,
      results: _results,
      artifacts: _artifacts,
      ...rest
    } = runOf(fullResult(), options);
    expect(rest).toEqual({
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: true, exitCode: 1 }],
      properties: {
        asOf: "2026-01-15",
        jurisdiction: "US",
        summary: { resources: 4, inside: 1, outside: 1, unproven: 1, waived: 1 },
      },
    });
  });

  test("has the exit code of a proven result, and no version of the tool where none is told", () => {
    const run = runOf(resultWith({ findings: [finding({ waiver: "w" })] }));
    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 0 }]);
    expect(run.tool.driver.version).toBe("0.0.0");
    expect(run.originalUriBaseIds).toEqual({
      CHECKED: { description: { text: "The folder that was checked." } },
    });
  });

  test("has a result for each finding, worst first, with all that is known of it", () => {
    const [first, , , last] = runOf(fullResult(), options).results ?? [];
    const { partialFingerprints, ruleIndex: _index, ...outside } = first ?? {};
    expect(outside).toEqual({
      ruleId: "resource-inside",
      level: "error",
      kind: "fail",
      message: { text: "The bucket lies in Frankfurt. Fix: Move it." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "infra/stacks/shop.ts", index: 0 },
            region: { startLine: 27, startColumn: 5 },
          },
          logicalLocations: [
            { fullyQualifiedName: "shop/b", kind: "resource" },
            { fullyQualifiedName: "/provider/oci/0/region", kind: "property" },
          ],
        },
      ],
      suppressions: [],
      properties: {
        state: "outside",
        status: "outside",
        stack: "shop",
        address: "oci_objectstorage_bucket.b",
        constructPath: "shop/b",
        pointer: "/provider/oci/0/region",
        value: "eu-frankfurt-1",
        region: "eu-frankfurt-1",
      },
    });
    const print = `${createHash("sha256").update("resource-inside\nshop/b").digest("hex").slice(0, 16)}:1`;
    expect(partialFingerprints).toEqual({
      "ruleAndConstruct/v1": print,
      primaryLocationLineHash: print,
    });
    expect(last).toMatchObject({
      message: { text: "The key lies in Paris. Fix: Move it." },
      properties: { state: "waived", status: "outside" },
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: "Waived by retire until 2026-03-31: it moves soon (storage team, RES-12)",
        },
      ],
    });
    expect(last?.properties).not.toHaveProperty("constructPath");
  });

  test("has a finding of no stack, with no region, fix, column or pointer", () => {
    const [, line, file] = runOf(fullResult(), options).results ?? [];
    expect(line?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 3 });
    expect(file).toMatchObject({
      message: { text: "Nothing says where the state lies." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "infra/waivers.json" },
            region: { startLine: 1 },
          },
          logicalLocations: [{ fullyQualifiedName: "terraform.backend", kind: "resource" }],
        },
      ],
    });
    expect(file?.locations?.[0]?.logicalLocations).toHaveLength(1);
    expect(file?.properties).toEqual({
      state: "unproven",
      status: "unproven",
      stack: "",
      address: "terraform.backend",
      pointer: "",
      value: "",
    });
  });

  test("has a note as information that fails nothing", () => {
    const [result] = runOf(resultWith({ notes: [note()] }), options).results ?? [];
    const { ruleIndex: _index, ...rest } = result ?? {};
    expect(rest).toEqual({
      ruleId: "state-inside",
      level: "none",
      kind: "informational",
      message: { text: "oci_objectstorage_bucket.b is small." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "out/stacks/shop/cdk.tf.json", index: 0 },
            region: { startLine: 1 },
          },
          logicalLocations: [
            { fullyQualifiedName: "shop:oci_objectstorage_bucket.b", kind: "resource" },
            { fullyQualifiedName: "/resource", kind: "property" },
          ],
        },
      ],
    });
  });

  test("numbers findings of one rule about one construct, and begins anew for the next", () => {
    const subject = (address: string) =>
      `${createHash("sha256").update(`resource-inside\nshop:${address}`).digest("hex").slice(0, 16)}`;
    const findings = ["x.a", "x.a", "x.b"].map((address) => finding({ address }));
    const prints = (runOf(resultWith({ findings })).results ?? []).map(
      ({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
    );
    expect(prints).toEqual([`${subject("x.a")}:1`, `${subject("x.a")}:2`, `${subject("x.b")}:1`]);
  });

  test("says by which waiver where the result does not list it", () => {
    const [result] = runOf(resultWith({ findings: [finding({ waiver: "w" })] })).results ?? [];
    expect(result?.suppressions?.[0]?.justification).toBe("Waived by w.");
  });

  test.each([
    ["a file of a stack", { file: "a/b.json" }, {}, { uri: "a/b.json", uriBaseId: "CHECKED" }],
    ["a file of a stack in a known folder", { file: "b.json" }, options, { uri: "out/b.json" }],
    ["a waiver file", { stack: "", file: "w.json" }, {}, { uri: "w.json" }],
    [
      "a waiver file in a project's folder",
      { stack: "", file: "w.json" },
      options,
      { uri: "infra/w.json" },
    ],
    ["an absolute path", { file: "/etc/a b.json" }, options, { uri: "file:///etc/a%20b.json" }],
    [
      "an absolute path of Windows",
      { file: "C:\\a\\b.json" },
      options,
      { uri: "file:///C%3A/a/b.json" },
    ],
    ["one with slashes", { file: "c:/a.json" }, options, { uri: "file:///c%3A/a.json" }],
    ["a share of Windows", { file: "\\\\host\\a.json" }, options, { uri: "file:///host/a.json" }],
    ["a name with a colon within", { file: "ab:/c.json" }, options, { uri: "out/ab%3A/c.json" }],
    [
      "a relative path of Windows",
      { file: "a\\b.json" },
      {},
      { uri: "a/b.json", uriBaseId: "CHECKED" },
    ],
    ["half of a surrogate pair", { file: "a\ud800.json" }, options, { uri: "out/a%EF%BF%BD.json" }],
  ])("points at %s by a URI", (_what, more, given, location) => {
    const [result] = runOf(resultWith({ findings: [finding(more)] }), given).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      ...location,
      index: 0,
    });
  });
});
