import { type CheckResult, check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { briefly, bucketIn, checkJson } from "../../support/check-json";
import { inFull } from "./in-full";

describe("module-proven", () => {
  test("leaves a module call unproven, since its resources are not in the file", () => {
    const result = checkJson({ module: { archive: { source: "example/archive/oci" } } });
    expect(briefly(result)).toEqual([
      { rule: "module-proven", status: "unproven", path: "/module/archive/source" },
    ]);
  });

  test("passes a resource that is called module", () => {
    expect(checkJson({ ...bucketIn("us-ashburn-1"), module: {} }).findings).toEqual([]);
  });

  test.each<[object, string, string, string]>([
    [{ source: "./m" }, "/source", "./m", 'the folder "./m" was not read'],
    [{ source: "a/b/oci", version: 1 }, "/source", "a/b/oci", '"a/b/oci" is not in the file'],
    [{}, "", "", "it names no source"],
  ])("says of the call %j why, and how to prove it", (call, path, value, why) => {
    expect(inFull("module-proven", { module: { m: call } })).toEqual([
      [
        "unproven",
        `/module/m${path}`,
        value,
        `Nothing proves what module.m brings in: ${why}.`,
        "Check the plan instead (terraform show -json PLAN), where its resources are written out, keep the module as Terraform JSON in a folder of its own, use constructs, or declare the one version that somebody has read under modules of the waiver file.",
      ],
    ]);
  });

  test("points at the call where it names no source", () => {
    expect(briefly(checkJson({ module: { m: {} } }))).toEqual([
      { rule: "module-proven", status: "unproven", path: "/module/m" },
    ]);
  });
});

describe("a declared module", () => {
  const SHA = "0123456789abcdef0123456789abcdef01234567";
  const DECLARED = {
    source: "example/archive/oci",
    version: "1.2.3",
    reason: "two buckets by the provider that the call passes",
    owner: "storage-team",
    reviewed: "2025-12-01",
  };

  function judged(call: JsonObject, modules: unknown): CheckResult {
    const json = { module: { archive: call } };
    return check(
      { documents: [{ stack: "test", file: "cdk.tf.json", json }], unread: [] },
      {
        jurisdiction: Jurisdiction.US,
        asOf: "2026-01-01",
        waivers: { file: "waivers.json", entries: [], modules },
      },
    );
  }

  test.each([
    ["the version", { source: DECLARED.source, version: "1.2.3" }, DECLARED],
    ["the version with an operator", { source: DECLARED.source, version: "= 1.2.3" }, DECLARED],
    [
      "a commit",
      { source: `git::https://git.example/archive.git?ref=${SHA}` },
      {
        ...DECLARED,
        version: undefined,
        source: `git::https://git.example/archive.git?ref=${SHA}`,
      },
    ],
  ])("is noted with who read it where a call names %s", (_what, call, { version, ...rest }) => {
    const declared = version === undefined ? rest : { ...rest, version };
    const result = judged(call, [declared]);
    expect(result.findings).toEqual([]);
    expect(result.notes).toContainEqual(
      expect.objectContaining({
        rule: "module-proven",
        path: "/module/archive/source",
        message:
          "module.archive brings in what storage-team read on 2025-12-01: two buckets by the provider that the call passes",
      }),
    );
  });

  test.each([
    ["another version", { source: DECLARED.source, version: "1.2.4" }],
    ["a range", { source: DECLARED.source, version: "~> 1.2" }],
    ["no version", { source: DECLARED.source }],
    ["another module", { source: "example/archives/oci", version: "1.2.3" }],
  ])("proves nothing of a call that names %s, and is reported as unused", (_what, call) => {
    expect(
      judged(call, [DECLARED])
        .findings.map(({ path }) => path)
        .sort(),
    ).toEqual(["/module/archive/source", "/modules/0/source"]);
  });

  test.each([
    ["a range of versions", { ...DECLARED, version: "~> 1.2" }, "/modules/0/version"],
    [
      "a branch",
      { ...DECLARED, version: undefined, source: "git::https://git.example/a.git?ref=main" },
      "/modules/0/source",
    ],
    ["a folder", { ...DECLARED, source: "./archive" }, "/modules/0/source"],
    ["nobody who read it", { ...DECLARED, owner: " " }, "/modules/0/owner"],
    ["no day", { ...DECLARED, reviewed: "last week" }, "/modules/0/reviewed"],
    ["a day that is none", { ...DECLARED, reviewed: "2026-02-30" }, "/modules/0/reviewed"],
    ["an unknown field", { ...DECLARED, approved: true }, "/modules/0/approved"],
    ["no object", "example/archive/oci", "/modules/0"],
  ])("is a finding itself where it names %s", (_what, declared, path) => {
    const entry = JSON.parse(JSON.stringify(declared));
    const result = judged({ source: DECLARED.source, version: "1.2.3" }, [entry]);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ rule: "module-proven", status: "unproven", path }),
    );
    expect(result.findings).toHaveLength(2);
  });

  test("is a finding where the declarations are no list", () => {
    expect(judged({ source: "./m" }, {}).findings.map(({ path }) => path)).toContain("/modules");
  });
});
