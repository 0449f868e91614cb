import { type CheckResult, check, isProven } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketBody, bucketIn, checkJson } from "../../support/check-json";
import { checkWith, findingsOf, WAIVER } from "../../support/waivers";

const PROVIDER = { ...WAIVER, id: "provider", rule: "provider-inside", subject: "test" };

describe("the waivers of a result", () => {
  test("are absent where none were given, and empty where the file has none", () => {
    expect(checkJson(bucketIn("us-ashburn-1"))).not.toHaveProperty("waivers");
    expect(checkWith([]).waivers).toEqual([]);
  });

  test("are those in force, by id, as they are written, covering or not", () => {
    const idle = { ...WAIVER, id: "idle", subject: "nowhere" };
    const ended = { ...WAIVER, id: "ended", expires: "2026-01-14" };
    expect(checkWith([WAIVER, ended, PROVIDER, idle]).waivers).toStrictEqual([
      idle,
      PROVIDER,
      WAIVER,
    ]);
  });
});

describe("the waivers of a placement", () => {
  const waiversOf = ({ placements }: CheckResult) =>
    placements.map(({ address, waivers }) => [address, waivers]);

  test("are named where they cover every finding about the block, and only there", () => {
    const address = "oci_objectstorage_bucket.b";
    const provider = "provider.oci.ap-singapore-1";
    expect(waiversOf(checkWith([WAIVER]))).toEqual([
      [address, ["retire"]],
      [provider, undefined],
    ]);
    expect(waiversOf(checkWith([WAIVER, PROVIDER]))).toEqual([
      [address, ["retire"]],
      [provider, ["provider"]],
    ]);
    expect(checkWith([]).placements.every((placement) => !("waivers" in placement))).toBe(true);
  });

  const about = (id: string, rule: string) => ({ ...WAIVER, id, rule });

  /** A bucket with two findings: everybody reads it, and its key is not the customer's. */
  function judge(waivers: unknown): CheckResult {
    const { kms_key_id: _key, ...b } = bucketBody({ access_type: "ObjectRead" }) as JsonObject;
    const json = {
      provider: { oci: [{ region: "us-ashburn-1" }] },
      resource: { oci_objectstorage_bucket: { b } },
    };
    return check(
      { documents: [{ stack: "test", file: "cdk.tf.json", json: json as JsonObject }], unread: [] },
      {
        jurisdiction: Jurisdiction.US,
        asOf: "2026-01-15",
        waivers: { file: "waivers.json", entries: waivers },
      },
    );
  }

  test("are sorted by id, and leave the status as it is", () => {
    const result = judge([about("z", "bucket-not-public"), about("a", "customer-managed-key")]);
    expect(result.findings.map(({ rule, waiver }) => `${rule} ${waiver}`)).toEqual([
      "customer-managed-key a",
      "bucket-not-public z",
    ]);
    expect(result.placements[0]).toMatchObject({ status: "outside", waivers: ["a", "z"] });
    expect(isProven(result)).toBe(true);
  });

  test.each(["bucket-not-public", "customer-managed-key"])(
    "are left out where one finding is open, whichever comes first: only %s is waived",
    (rule) => {
      const result = judge([about("one", rule)]);
      expect(result.placements[0]).not.toHaveProperty("waivers");
      expect(result.summary).toMatchObject({ outside: 1, waived: 0 });
      expect(isProven(result)).toBe(false);
    },
  );
});

describe("a finding about a waiver", () => {
  test("says which covers nothing, in the waiver file and in no stack", () => {
    const result = checkWith([WAIVER, { ...PROVIDER, subject: "other" }]);
    expect(findingsOf(result, "waiver-matched")).toStrictEqual([
      {
        rule: "waiver-matched",
        status: "unproven",
        stack: "",
        file: "waivers.json",
        address: "waivers.json#/waivers/1/subject",
        path: "/waivers/1/subject",
        value: "other",
        region: null,
        message: "The waiver provider covers no finding of provider-inside at other.",
        fix: "Remove it, or correct its subject: <stack>, <stack>:<address> or <stack>:<address>#<JSON pointer>.",
      },
    ]);
    expect(findingsOf(checkWith([WAIVER, PROVIDER]), "waiver-matched")).toEqual([]);
  });

  test("says which is not in force, and leaves open what it would cover", () => {
    const result = checkWith([{ ...WAIVER, expires: "2026-01-14" }]);
    expect(findingsOf(result, "waiver-current")).toStrictEqual([
      {
        rule: "waiver-current",
        status: "unproven",
        stack: "",
        file: "waivers.json",
        address: "waivers.json#/waivers/0/expires",
        path: "/waivers/0/expires",
        value: "2026-01-14",
        region: null,
        message: "The waiver retire of storage-team (RES-12) ended on 2026-01-14.",
        fix: "Remove what it covered and the waiver, or renew it in a reviewed change.",
      },
    ]);
    expect(findingsOf(result, "resource-inside").map(({ waiver }) => waiver)).toEqual([undefined]);
  });

  test("cuts a long value", () => {
    const [finding] = findingsOf(checkWith(["x".repeat(300)]), "waiver-well-formed");
    expect(finding?.value).toBe(`"${"x".repeat(198)}…`);
  });
});

describe("a finding about a declared module", () => {
  const DECLARED = {
    ...{ source: "example/archive/oci", version: "1.2.3", reason: "two buckets" },
    ...{ owner: "storage-team", reviewed: "2025-12-01" },
  };

  function judge(call: JsonObject, modules: unknown) {
    const json = { module: { archive: call } };
    const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" };
    return check(
      { documents: [{ stack: "test", file: "cdk.tf.json", json }], unread: [] },
      { ...options, waivers: { file: "ops/waivers.json", entries: [], modules } },
    ).findings;
  }

  test("says which no call names, in the waiver file and in no stack", () => {
    const called = { source: "example/archive/oci", version: "1.2.3" };
    const other = { ...DECLARED, source: "example/other/oci" };
    expect(judge(called, [DECLARED, other])).toStrictEqual([
      {
        rule: "module-proven",
        status: "unproven",
        stack: "",
        file: "ops/waivers.json",
        address: "ops/waivers.json#/modules/1/source",
        path: "/modules/1/source",
        value: "example/other/oci",
        region: null,
        message: "No module call names example/other/oci in version 1.2.3.",
        fix: "Remove the declaration, or correct its source and version.",
      },
    ]);
    expect(judge(called, [DECLARED])).toEqual([]);
  });

  test("says which declares nothing, beside the call that it leaves unproven", () => {
    const found = judge({ source: DECLARED.source, version: "1.2.3" }, [
      { ...DECLARED, owner: "" },
    ]);
    expect(found.map(({ stack, address, message }) => [stack, address, message])).toEqual([
      ["", "ops/waivers.json#/modules/0/owner", "The declaration has no owner."],
      [
        "test",
        "module.archive",
        'Nothing proves what module.archive brings in: "example/archive/oci" is not in the file.',
      ],
    ]);
  });
});
