import { saidBy } from "../../support/of-rule";

const said = (type: string, config: object) =>
  saidBy("state-encrypted", { terraform: { backend: { [type]: config } } });

const S3 = { bucket: "s", key: "k", region: "us-east-1" };
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1";
const OCI = { bucket: "s", namespace: "n", region: "us-ashburn-1" };

describe("state-encrypted", () => {
  test.each([
    { encrypt: true, kms_key_id: KEY },
    { encrypt: "true", kms_key_id: "alias/state" },
    { encrypt: true, sse_customer_key: "a2V5" },
  ])("passes the backend s3 with %j", (more) => {
    expect(said("s3", { ...S3, ...more })).toEqual([]);
  });

  test.each<[object, string]>([
    [{}, ""],
    [{ encrypt: true }, ""],
    [{ kms_key_id: KEY }, ""],
    [{ encrypt: false, kms_key_id: KEY }, "/encrypt"],
    [{ encrypt: true, kms_key_id: "alias/aws/s3" }, "/kms_key_id"],
    [{ encrypt: true, kms_key_id: null }, ""],
  ])("leaves the backend s3 with %j unproven", (more, path) => {
    expect(said("s3", { ...S3, ...more })).toEqual([`unproven /terraform/backend/s3${path}`]);
  });

  test("notes a state whose key is its bucket's, on Object Storage", () => {
    expect(said("oci", OCI)).toEqual(["note /terraform/backend/oci"]);
    const endpoint = "https://ns.compat.objectstorage.us-ashburn-1.oraclecloud.com";
    expect(said("s3", { ...S3, endpoints: { s3: endpoint } })).toEqual([
      "note /terraform/backend/s3",
    ]);
  });

  test("passes the backend oci with a key", () => {
    expect(said("oci", { ...OCI, kms_key_id: "ocid1.key.oc1.iad.vault.aaaa" })).toEqual([]);
  });

  test.each<[object, string]>([
    [{ address: "http://state.example.com" }, "outside /terraform/backend/http/address"],
    [
      { address: "https://state.example.com", lock_address: "HTTP://state.example.com" },
      "outside /terraform/backend/http/lock_address",
    ],
    [
      { address: "https://state.example.com", skip_cert_verification: true },
      "unproven /terraform/backend/http/skip_cert_verification",
    ],
  ])("fails the backend http with %j", (config, expected) => {
    expect(said("http", config)).toEqual([expected]);
  });

  test("passes the backend http over TLS, and local state", () => {
    expect(said("http", { address: "https://state.example.com" })).toEqual([]);
    expect(said("local", { path: "terraform.tfstate" })).toEqual([]);
  });
});
