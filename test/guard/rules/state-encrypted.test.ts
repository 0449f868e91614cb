import { saidBy } from "../../support/of-rule";
import { inFull, notesInFull } from "./in-full";

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

describe("what state-encrypted says", () => {
  const backend = (type: string, config: object) => ({
    terraform: { backend: { [type]: config } },
  });
  const ofS3 = (more: object) => inFull("state-encrypted", backend("s3", { ...S3, ...more }));
  const AT = "/terraform/backend/s3";
  const FIX = "Set encrypt to true and kms_key_id to the ARN of a key of your own, inside.";

  test.each<[string, object, string, string, string]>([
    [
      "no key",
      { encrypt: true },
      AT,
      "",
      "Nothing proves that a key of the customer's encrypts the state: kms_key_id of the backend s3 is not set. Without one, AWS holds the key.",
    ],
    [
      "a key of AWS's own",
      { encrypt: true, kms_key_id: "alias/aws/s3" },
      `${AT}/kms_key_id`,
      "alias/aws/s3",
      "Nothing proves that a key of the customer's encrypts the state: kms_key_id of the backend s3 names alias/aws/s3, which is the cloud's own. Without one, AWS holds the key.",
    ],
    [
      "a key that is ignored",
      { encrypt: "${var.encrypt}", kms_key_id: KEY },
      `${AT}/encrypt`,
      "${var.encrypt}",
      "The backend s3 ignores kms_key_id, for encrypt is not true: nothing proves that a key of the customer's encrypts the state.",
    ],
    [
      "a key that is ignored, for encrypt is left out",
      { kms_key_id: KEY },
      AT,
      "",
      "The backend s3 ignores kms_key_id, for encrypt is not true: nothing proves that a key of the customer's encrypts the state.",
    ],
    [
      "a key of the caller's own that is ignored",
      { encrypt: false, sse_customer_key: "a2V5" },
      AT,
      "",
      "Nothing proves that a key of the customer's encrypts the state: kms_key_id of the backend s3 is not set. Without one, AWS holds the key.",
    ],
  ])("of the backend s3 with %s", (_what, more, path, value, message) => {
    expect(ofS3(more)).toEqual([["unproven", path, value, message, FIX]]);
  });

  const note = (type: string) =>
    `kms_key_id of the backend ${type} is not set: the bucket's own key encrypts the state, and the file does not say whether that is a customer's.`;

  test.each([
    "https://n.compat.objectstorage.us-ashburn-1.oraclecloud.com",
    "https://n.compat.objectstorage.us-ashburn-1.oci.customer-oci.com:443",
    "https://n.compat.objectstorage.us-ashburn-1.ORACLECLOUD.com/n",
  ])("of the backend s3 at %s, which is Object Storage", (endpoint) => {
    const json = backend("s3", { ...S3, endpoint });
    expect(notesInFull("state-encrypted", json)).toEqual([[AT, note("s3")]]);
    expect(ofS3({ endpoint })).toEqual([]);
  });

  test.each(["https://n.oraclecloud.com.example.com", "https://noraclecloud.com", "${var.e}", []])(
    "of the backend s3 at %j, which may be anybody's",
    (endpoint) => {
      expect(notesInFull("state-encrypted", backend("s3", { ...S3, endpoint }))).toEqual([]);
      expect(said("s3", { ...S3, endpoint })).toEqual([`unproven ${AT}`]);
    },
  );

  test("of the backend oci", () => {
    const notes = (more: object) =>
      notesInFull("state-encrypted", backend("oci", { ...OCI, ...more }));
    expect(notes({})).toEqual([["/terraform/backend/oci", note("oci")]]);
    expect(notes({ sse_customer_key: "a2V5" })).toEqual([]);
  });

  test("of the backend http, for each address in the clear and for a server that is not checked", () => {
    const clear = (name: string, value: string) => [
      "outside",
      `/terraform/backend/http/${name}`,
      value,
      `${name} of the backend http sends the state in the clear, to be read by every network on its way.`,
      "Use https, or the backend oci or s3.",
    ];
    const config = {
      address: "http://a.example.com",
      lock_address: "  http://b.example.com",
      skip_cert_verification: true,
      unlock_address: "HTTP://c.example.com",
    };
    expect(inFull("state-encrypted", backend("http", config))).toEqual([
      clear("address", "http://a.example.com"),
      clear("lock_address", "  http://b.example.com"),
      [
        "unproven",
        "/terraform/backend/http/skip_cert_verification",
        "true",
        "The backend http does not check who it sends the state to.",
        "Leave skip_cert_verification out.",
      ],
      clear("unlock_address", "HTTP://c.example.com"),
    ]);
  });

  test.each([
    { address: "https://a.example.com/http://b" },
    { address: "https://a.example.com", skip_cert_verification: false },
    { address: "${var.address}", skip_cert_verification: "${var.skip}" },
  ])("nothing of the backend http with %j", (config) => {
    expect(said("http", config)).toEqual([]);
  });
});
