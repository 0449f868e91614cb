import type { Finding } from "../../../guard";
import { COMPARTMENT, checkJson } from "../../support/check-json";

const QUOTA = "/resource/oci_limits_quota/q/statements";

function withQuota(statements: unknown): object {
  const body = { compartment_id: COMPARTMENT, name: "q", description: "d", statements };
  return {
    provider: { oci: [{ region: "us-ashburn-1" }] },
    resource: { oci_limits_quota: { q: body } },
  };
}

function findings(...statements: readonly string[]): readonly Finding[] {
  return checkJson(withQuota(statements)).findings.filter(
    ({ rule }) => rule === "oci-quota-inside",
  );
}

describe("oci-quota-inside", () => {
  describe.each([
    [
      "capacity abroad",
      "set compute-core quota standard-e4-core-count to 240 in tenancy where request.region = eu-frankfurt-1",
      "set compute-core quota standard-e4-core-count to 240 in tenancy where request.region = us-ashburn-1",
      "outside",
    ],
    [
      "the service limit abroad",
      "unset object-storage quotas in tenancy where request.region = 'ap-tokyo-1'",
      "unset object-storage quotas in tenancy where request.region = 'us-phoenix-1'",
      "outside",
    ],
    [
      "capacity everywhere but inside",
      "unset object-storage quotas in tenancy where request.region != 'us-ashburn-1'",
      "zero object-storage quotas in tenancy where request.region != 'us-ashburn-1'",
      "outside",
    ],
    [
      "a fence around a region abroad",
      "zero compute-core quotas in tenancy where request.region != 'uk-london-1'",
      "zero compute-core quotas in tenancy where request.region = 'uk-london-1'",
      "outside",
    ],
    [
      "capacity abroad, where no capacity looks alike",
      "set database quota adb-count to 10 in tenancy where request.region = 'sa-saopaulo-1'",
      "set database quota adb-count to 0 in tenancy where request.region = 'sa-saopaulo-1'",
      "outside",
    ],
    [
      "a key where the name is compared",
      "zero block-storage quotas in tenancy where request.region != 'iad'",
      "zero block-storage quotas in tenancy where request.region != 'US-ASHBURN-1'",
      "unproven",
    ],
    [
      "a key of a region abroad where the name is compared",
      "set compute-core quota x to 1 in tenancy where request.region = 'fra'",
      "set compute-core quota x to 1 in tenancy",
      "outside",
    ],
    [
      "a region that is not known",
      "zero filesystem quotas in tenancy where request.region != 'us-ashbern-1'",
      "zero filesystem quotas in tenancy",
      "unproven",
    ],
    [
      "a region that is not in the file",
      "zero filesystem quotas in tenancy where request.region != '${var.region}'",
      "zero filesystem quotas in compartment ${var.compartment} where request.region != 'us-ashburn-1'",
      "unproven",
    ],
    [
      "a form over several regions that is documented for policies only",
      "zero vcn quotas in tenancy where all {request.region != 'us-ashburn-1', request.region != 'us-phoenix-1'}",
      "zero vcn quotas in tenancy where all {request.region = 'us-ashburn-1', request.ad = 'x:US-ASHBURN-AD-1'}",
      "unproven",
    ],
    [
      "an availability domain abroad",
      "set compute-core quota x to 20 in compartment C where request.ad=abcd:EU-FRANKFURT-1-AD-1",
      "set compute-core quota x to 20 in compartment C where request.ad=abcd:US-PHOENIX-1-AD-1",
      "outside",
    ],
    [
      "what is no quota statement",
      "zero compute-core in tenancy",
      "zero compute-core quotas in tenancy",
      "unproven",
    ],
  ])("%s", (_name, violation, lookAlike, status) => {
    test(`fails: ${violation}`, () => {
      expect(findings(violation)).toEqual([
        expect.objectContaining({ status, path: `${QUOTA}/0`, value: violation }),
      ]);
    });

    test(`passes: ${lookAlike}`, () => {
      expect(findings(lookAlike)).toEqual([]);
    });
  });

  test("passes the form over several regions that Oracle documents", () => {
    expect(
      findings(
        "zero object-storage quotas in tenancy",
        "unset object-storage quotas in tenancy where request.region = 'us-ashburn-1'",
        "unset object-storage quotas in tenancy where request.region = 'us-phoenix-1'",
      ),
    ).toEqual([]);
  });

  test("fails a later statement that gives back everywhere what an earlier one took away", () => {
    const fence = "zero compute-core quotas in tenancy where request.region != 'us-ashburn-1'";
    const back = "unset compute-core quota standard2-core-count in tenancy";
    expect(findings(fence, back)).toMatchObject([{ status: "unproven", path: `${QUOTA}/1` }]);
    expect(findings(back, fence)).toEqual([]);
    expect(findings(fence, back.replace("compute-core", "compute-memory"))).toEqual([]);
  });

  test("passes a later statement about other quotas of the family", () => {
    const fence =
      "zero compute-core quotas gpu-count in tenancy where request.region != us-ashburn-1";
    const back = (name: string) => `unset compute-core quota ${name} in tenancy`;
    expect(findings(fence, back("standard2-core-count"))).toEqual([]);
    expect(findings(fence, back("gpu-count"))).toMatchObject([{ status: "unproven" }]);
    expect(findings(fence, back("/*gpu*/"))).toMatchObject([{ status: "unproven" }]);
  });

  test("notes two exceptions that together leave no region", () => {
    const but = (region: string) =>
      `zero object-storage quotas in tenancy where request.region != '${region}'`;
    const result = checkJson(withQuota([but("us-ashburn-1"), but("us-phoenix-1")]));
    expect(result.findings.filter(({ rule }) => rule === "oci-quota-inside")).toEqual([]);
    expect(result.notes).toMatchObject([{ rule: "oci-quota-inside", path: `${QUOTA}/1` }]);
    expect(checkJson(withQuota([but("us-ashburn-1")])).notes).toEqual([]);
  });

  test("says which name to write for a region's key", () => {
    const [finding] = findings("zero vcn quotas in tenancy where request.region != 'phx'");
    expect(finding?.message).toContain("'phx' never matches");
    expect(finding?.fix).toContain("'us-phoenix-1'");
  });

  test("leaves statements unproven that are not in the file", () => {
    const result = checkJson(withQuota("${var.statements}"));
    expect(result.findings).toContainEqual(
      expect.objectContaining({ rule: "oci-quota-inside", status: "unproven", path: QUOTA }),
    );
  });
});
