import { at, one, saidBy } from "../../support/of-rule";

const said = (json: object) => saidBy("hsm-protected-key", json);

const AES = { algorithm: "AES", length: 32 };
const oci = (body: object) => said(one("oci_kms_key", { key_shape: AES, ...body }));
const ofOci = (argument: string) => [`unproven ${at("oci_kms_key", argument)}`];

describe("hsm-protected-key", () => {
  test.each([[{}], [{ protection_mode: "HSM" }], [{ protection_mode: null }], [{ key_shape: {} }]])(
    "passes the OCI key %j",
    (body) => {
      expect(oci(body)).toEqual([]);
    },
  );

  test.each(["SOFTWARE", "software", "${var.mode}", 1])(
    "leaves protection_mode %j unproven",
    (mode) => {
      expect(oci({ protection_mode: mode })).toEqual(ofOci("protection_mode"));
    },
  );

  test("takes a mode from a variable whose validation admits HSM alone", () => {
    const json = {
      ...one("oci_kms_key", { protection_mode: "${var.mode}", key_shape: AES }),
      variable: { mode: { validation: { condition: '${var.mode == "HSM"}', error_message: "e" } } },
    };
    expect(said(json)).toEqual([]);
  });

  test.each([16, 24, "16", "${var.length}"])("leaves an AES key of %j bytes unproven", (length) => {
    expect(oci({ key_shape: { algorithm: "AES", length } })).toEqual(ofOci("key_shape/length"));
  });

  test.each([
    { algorithm: "AES", length: "32" },
    { algorithm: "RSA", length: 256 },
    { algorithm: "ECDSA", length: 48, curve_id: "NIST_P384" },
  ])("passes the shape %j", (key_shape) => {
    expect(oci({ key_shape })).toEqual([]);
  });

  test("notes a key of an external key manager that names it, and fails one that does not", () => {
    const external = { protection_mode: "EXTERNAL" };
    expect(oci(external)).toEqual(ofOci("protection_mode"));
    expect(oci({ ...external, external_key_reference: { external_key_id: "k" } })).toEqual([
      `note ${at("oci_kms_key", "protection_mode")}`,
    ]);
  });

  test.each([
    [{}],
    [{ multi_region: false }],
    [{ multi_region: "false" }],
    [{ customer_master_key_spec: "RSA_4096" }],
  ])("passes the AWS key %j", (body) => {
    expect(said(one("aws_kms_key", body))).toEqual([]);
  });

  test.each([true, "true", "${var.multi}"])(
    "leaves multi_region %j without a replica unproven",
    (multi_region) => {
      expect(said(one("aws_kms_key", { multi_region }))).toEqual([
        `unproven ${at("aws_kms_key", "multi_region")}`,
      ]);
    },
  );

  test("takes a multi-Region key whose replica is in the input", () => {
    const keys = (primary_key_arn: string) => ({
      resource: {
        aws_kms_key: { r: { multi_region: true } },
        aws_kms_replica_key: { west: { primary_key_arn, region: "us-west-2" } },
      },
    });
    expect(said(keys("${aws_kms_key.r.arn}"))).toEqual([]);
    expect(said(keys("${aws_kms_key.other.arn}"))).toHaveLength(1);
  });

  test("takes a custom key store of the input, and no other", () => {
    const stored = (custom_key_store_id: string) => ({
      resource: {
        aws_kms_custom_key_store: {
          hsm: { cloud_hsm_cluster_id: "${aws_cloudhsm_v2_cluster.c.id}" },
        },
        aws_kms_key: { r: { custom_key_store_id } },
      },
    });
    expect(said(stored("${aws_kms_custom_key_store.hsm.id}"))).toEqual([]);
    expect(said(stored("cks-1234"))).toEqual([
      `unproven ${at("aws_kms_key", "custom_key_store_id")}`,
    ]);
  });

  test("leaves key material in the configuration unproven, without repeating it", () => {
    const body = { key_material_base64: "c2VjcmV0" };
    expect(said(one("aws_kms_external_key", body))).toEqual([
      `unproven ${at("aws_kms_external_key", "key_material_base64")}`,
    ]);
    expect(said(one("aws_kms_external_key", {}))).toEqual([`note ${at("aws_kms_external_key")}`]);
  });
});
