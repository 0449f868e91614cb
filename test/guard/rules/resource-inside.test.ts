import { briefly, bucketBody, bucketIn, checkJson } from "../../support/check-json";

describe("resource-inside", () => {
  test("passes a bucket whose provider configuration is set to an allowed region", () => {
    const result = checkJson(bucketIn("us-ashburn-1"));
    expect(result.findings).toEqual([]);
    expect(result.placements).toContainEqual(
      expect.objectContaining({
        address: "oci_objectstorage_bucket.b",
        region: "us-ashburn-1",
        status: "inside",
        evidence: "provider.oci.us-ashburn-1 sets region us-ashburn-1",
      }),
    );
  });

  test("fails a bucket whose provider configuration is set to a region abroad", () => {
    expect(briefly(checkJson(bucketIn("ap-singapore-1")))).toEqual([
      { rule: "resource-inside", status: "outside", path: "/provider/oci/0/region" },
      { rule: "provider-inside", status: "outside", path: "/provider/oci/0/region" },
    ]);
  });

  test("fails a resource of a US government realm, which is a choice of its own", () => {
    expect(checkJson(bucketIn("us-gov-ashburn-1")).findings.map((f) => f.status)).toContain(
      "outside",
    );
  });

  test("leaves a resource unproven that has no provider configuration", () => {
    const result = checkJson({ resource: { oci_objectstorage_bucket: { b: bucketBody({}) } } });
    expect(result.summary).toMatchObject({ resources: 1, inside: 0, unproven: 1 });
    expect(result.findings[0]?.message).toContain("there is no default provider configuration oci");
  });

  test("leaves a resource unproven whose provider configuration has no region", () => {
    const result = checkJson({
      provider: { oci: [{ tenancy_ocid: "ocid1.tenancy.oc1..a" }] },
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });
    expect(result.summary.unproven).toBe(1);
    expect(result.findings[0]?.message).toContain("environment or a profile");
  });

  test("leaves a resource unproven that names a provider configuration which does not exist", () => {
    const result = checkJson({
      provider: { oci: [{ alias: "a", region: "us-ashburn-1" }] },
      resource: { oci_objectstorage_bucket: { b: bucketBody({ provider: "oci.z" }) } },
    });
    expect(result.findings.map((finding) => finding.path)).toEqual([
      "/resource/oci_objectstorage_bucket/b/provider",
    ]);
  });

  test("takes an AWS resource's own region before its provider configuration's", () => {
    const provider = { aws: [{ region: "us-east-1" }] };
    const inside = checkJson({ provider, resource: { aws_s3_bucket: { b: { bucket: "b" } } } });
    const moved = checkJson({
      provider,
      resource: { aws_s3_bucket: { b: { bucket: "b", region: "ap-southeast-1" } } },
    });
    expect(inside.findings).toEqual([]);
    expect(briefly(moved)).toEqual([
      { rule: "resource-inside", status: "outside", path: "/resource/aws_s3_bucket/b/region" },
    ]);
  });

  test("does not take a region of the one cloud for the other's", () => {
    expect(checkJson(bucketIn("us-east-1")).findings[0]).toMatchObject({
      status: "unproven",
      message: expect.stringContaining("no OCI region that is known"),
    });
  });

  test("names the nearest region for a typo that Terraform would accept", () => {
    expect(checkJson(bucketIn("us-ashburm-1")).findings[0]?.message).toContain("us-ashburn-1");
  });

  describe("a region that comes from a variable", () => {
    const withVariable = (variable: object) => ({
      provider: { oci: [{ region: "${var.region}" }] },
      variable: { region: variable },
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });

    test("is unproven with a default alone, which anybody can override", () => {
      expect(checkJson(withVariable({ default: "us-ashburn-1" })).summary.unproven).toBe(1);
    });

    test.each([
      '${contains(["us-ashburn-1", "us-phoenix-1"], var.region)}',
      '${var.region == "us-ashburn-1" || var.region == "us-phoenix-1"}',
    ])("is proven by the validation %s", (condition) => {
      const validation = [{ condition, error_message: "US only" }];
      const result = checkJson(withVariable({ validation }));
      expect(result.findings).toEqual([]);
      expect(result.placements.at(0)?.region).toBe("us-ashburn-1 or us-phoenix-1");
    });

    test.each([
      '${contains(["us-ashburn-1"], var.other)}',
      '${var.region != "eu-frankfurt-1"}',
      '${contains(concat(["us-ashburn-1"], var.more), var.region)}',
      '${var.region == "us-ashburn-1" || true}',
    ])("is unproven by the validation %s", (condition) => {
      const result = checkJson(withVariable({ validation: { condition } }));
      expect(result.summary.inside).toBe(0);
    });

    test("is outside where the validation admits a region abroad", () => {
      const condition = '${contains(["us-ashburn-1", "eu-frankfurt-1"], var.region)}';
      expect(checkJson(withVariable({ validation: { condition } })).summary.outside).toBe(1);
    });
  });

  test("follows a local value, and survives locals that refer to one another in a circle", () => {
    const withLocals = (locals: object) => ({
      provider: { oci: [{ region: "${local.a}" }] },
      locals,
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });
    expect(checkJson(withLocals({ a: "${local.b}", b: "us-chicago-1" })).findings).toEqual([]);
    expect(checkJson(withLocals({ a: "${local.b}", b: "${local.a}" })).summary.unproven).toBe(1);
  });

  test("counts a resource that exists in the state only as inside, and an unknown cloud's as unproven", () => {
    const result = checkJson({
      resource: {
        random_id: { r: { byte_length: 4 } },
        google_storage_bucket: { g: { name: "g" } },
      },
    });
    expect(result.summary).toMatchObject({ inside: 1, unproven: 1 });
  });
});
