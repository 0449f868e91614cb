import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import type { Log, Result } from "sarif";
import { type CheckResult, RULES } from "../../../guard";
import { reportSarif } from "../../../guard/report/sarif";
import { checkWith, WAIVER } from "../../support/waivers";
import { HOSTILE, resultNamed, resultWith } from "./results";

const SCHEMA = join(__dirname, "..", "..", "support", "schemas", "sarif-2.1.0-rtm.5.json");

function loadSchema() {
  // The schema is of draft 4; of what that changes, it uses the name of its own id only.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

const validate = loadSchema();

function valid(result: CheckResult, options = {}): Log {
  const log = JSON.parse(reportSarif(result, options)) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

function resultsOf(log: Log): readonly Result[] {
  return log.runs[0]?.results ?? [];
}

test("the schema refuses a log that is none", () => {
  expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  expect(validate({ version: "2.0.0", runs: [] })).toBe(false);
});

describe("reportSarif", () => {
  test.each(HOSTILE)("is valid, and loses no finding, for %s", (_what, name) => {
    const results = resultsOf(valid(resultNamed(name), { inputRoot: "cdktf.out" }));
    expect(results.map(({ kind }) => kind)).toEqual(["fail", "fail", "fail", "informational"]);
    expect(reportSarif(resultNamed(name)).replaceAll("\n", "")).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Cs}]/u,
    );
  });

  test.each([0, 1, 5000])("is valid with %i findings, and holds all of them", (count) => {
    expect(resultsOf(valid(resultWith(count)))).toHaveLength(count);
  });

  test("lists every rule by its id, and refers to it from each result", () => {
    const log = valid(resultWith(1));
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    const [result] = resultsOf(log);
    expect(rules[result?.ruleIndex ?? -1]?.id).toBe("bucket-not-public");
  });

  test("points at the line that made the construct", () => {
    const [result] = resultsOf(valid(resultNamed("stacks/a b.ts"), { sourceRoot: "infra" }));
    expect(result?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "infra/stacks/a%20b.ts" },
      region: { startLine: 3, startColumn: 5 },
    });
  });

  test("points at the file and the JSON pointer where no line is known", () => {
    const [unknown] = resultsOf(valid(resultWith(1)));
    const [known] = resultsOf(valid(resultWith(1), { inputRoot: "cdktf.out" }));
    const pointer = "/resource/oci_objectstorage_bucket/b0/access_type";
    expect(unknown?.locations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "cdk.tf.json", uriBaseId: "CHECKED" } },
      logicalLocations: [
        { fullyQualifiedName: "test:oci_objectstorage_bucket.b0", kind: "resource" },
        { fullyQualifiedName: pointer, kind: "property" },
      ],
    });
    expect(known?.locations?.[0]?.physicalLocation?.artifactLocation).toMatchObject({
      uri: "cdktf.out/cdk.tf.json",
    });
  });

  test("points at an absolute waiver file by a file URI", () => {
    const [finding] = resultWith(1).findings;
    const findings = [
      { ...finding, stack: "", file: "/etc/waivers 1.json" },
    ] as CheckResult["findings"];
    const [result] = resultsOf(valid({ ...resultWith(0), findings }));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      "file:///etc/waivers%201.json",
    );
  });

  test("keeps the fingerprint while the line, the file, the pointer and the value change", () => {
    const base = resultNamed("data/bucket");
    const [finding] = base.findings;
    const moved = {
      ...finding,
      file: "other.json",
      path: "/elsewhere",
      value: "v",
      source: { file: "other.ts", line: 99 },
    };
    const prints = (result: CheckResult) => resultsOf(valid(result))[0]?.partialFingerprints;
    const findings = [moved] as CheckResult["findings"];
    expect(prints({ ...base, findings })).toEqual(prints(base));
  });

  test("tells findings of another rule or construct, and a second one of the same, apart", () => {
    const base = resultNamed("data/bucket");
    const [finding] = base.findings;
    const findings = [
      finding,
      { ...finding, path: "/second" },
      { ...finding, rule: "state-inside" },
      { ...finding, constructPath: "data/other" },
    ] as CheckResult["findings"];
    const prints = resultsOf(valid({ ...base, findings, notes: [] })).map(
      (result) => result.partialFingerprints?.["ruleAndConstruct/v1"],
    );
    expect(new Set(prints).size).toBe(4);
  });

  test("suppresses what is waived and says by which waiver, and nothing else", () => {
    const results = resultsOf(valid(checkWith([WAIVER])));
    const suppressed = results.filter(({ suppressions }) => (suppressions ?? []).length > 0);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]).toMatchObject({
      ruleId: "resource-inside",
      suppressions: [{ kind: "external", status: "accepted", justification: expect.any(String) }],
    });
    expect(suppressed[0]?.suppressions?.[0]?.justification).toBe(
      `Waived by retire until ${WAIVER.expires}: ${WAIVER.reason} (${WAIVER.owner}, ${WAIVER.ticket})`,
    );
    expect(results.length).toBeGreaterThan(1);
  });

  test("gives the same bytes for the same result", () => {
    expect(reportSarif(resultWith(20))).toBe(reportSarif(resultWith(20)));
  });
});
