import { briefly, checkJson as judge } from "../../support/check-json";

/** What this rule says; how the state is encrypted is another's. */
function checkJson(json: object) {
  const result = judge(json);
  const own = ({ rule }: { readonly rule: string }) => rule === "state-inside";
  return { ...result, findings: result.findings.filter(own), notes: result.notes.filter(own) };
}

/** What encrypts the state, which another rule judges. */
const KEYS: Readonly<Record<string, object>> = {
  oci: { kms_key_id: "ocid1.key.oc1.iad.vault.aaaa" },
  s3: { encrypt: true, kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/1" },
};

const withBackend = (type: string, config: object) => ({
  terraform: { backend: { [type]: { ...KEYS[type], ...config } } },
});

describe("state-inside", () => {
  test.each([
    ["oci", { bucket: "s", namespace: "n", region: "us-ashburn-1" }],
    ["s3", { bucket: "s", key: "k", region: "us-east-1" }],
  ])("passes the backend %s in an allowed region", (type, config) => {
    const result = checkJson(withBackend(type, config));
    expect(result.findings).toEqual([]);
    expect(result.notes).toEqual([]);
  });

  test.each([
    ["oci", { bucket: "s", namespace: "n", region: "eu-frankfurt-1" }],
    ["s3", { bucket: "s", key: "k", region: "eu-west-1" }],
  ])("fails the backend %s abroad", (type, config) => {
    expect(briefly(checkJson(withBackend(type, config)))).toEqual([
      { rule: "state-inside", status: "outside", path: `/terraform/backend/${type}/region` },
    ]);
  });

  test("leaves a backend unproven whose region comes from a profile", () => {
    expect(briefly(checkJson(withBackend("oci", { bucket: "s", namespace: "n" })))).toEqual([
      { rule: "state-inside", status: "unproven", path: "/terraform/backend/oci" },
    ]);
  });

  test("fails an endpoint abroad beside an allowed region", () => {
    const result = checkJson(
      withBackend("s3", {
        bucket: "s",
        region: "us-east-1",
        endpoints: { s3: "https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com" },
      }),
    );
    expect(briefly(result)).toEqual([
      { rule: "state-inside", status: "outside", path: "/terraform/backend/s3/endpoints/s3" },
    ]);
  });

  test.each([
    ["endpoints/s3", { endpoints: { s3: "https://minio.example.com" } }],
    ["endpoint", { endpoint: "https://minio.example.com" }],
    ["dynamodb_endpoint", { dynamodb_endpoint: "https://locks.example.com" }],
  ])("leaves a backend unproven whose %s can stand anywhere", (path, config) => {
    const backend = withBackend("s3", { bucket: "s", region: "us-east-1", ...config });
    expect(briefly(checkJson(backend))).toEqual([
      { rule: "state-inside", status: "unproven", path: `/terraform/backend/s3/${path}` },
    ]);
  });

  test.each([
    [{ endpoints: { s3: "https://s3.us-east-1.amazonaws.com" } }],
    [{ endpoint: "https://ns.compat.objectstorage.us-ashburn-1.oraclecloud.com" }],
    [{ endpoint: "https://minio.corp.internal:9000" }],
    [{ endpoints: [] }],
  ])("passes the endpoints %j", (config) => {
    const backend = withBackend("s3", { bucket: "s", region: "us-east-1", ...config });
    expect(checkJson(backend).findings).toEqual([]);
  });

  test.each(["gcs", "azurerm", "http", "remote", "consul"])(
    "leaves the backend %s unproven",
    (type) => {
      expect(checkJson(withBackend(type, {})).findings[0]).toMatchObject({ status: "unproven" });
    },
  );

  test("leaves HCP Terraform unproven", () => {
    expect(checkJson({ terraform: { cloud: { organization: "o" } } }).findings[0]).toMatchObject({
      rule: "state-inside",
      status: "unproven",
      path: "/terraform/cloud",
    });
  });

  test("notes local state, and fails nothing for it", () => {
    const result = checkJson(withBackend("local", { path: "../x.tfstate" }));
    expect(result.findings).toEqual([]);
    expect(result.notes.map((note) => note.rule)).toEqual(["state-inside"]);
  });

  test("fails remote state that is read from abroad", () => {
    const result = checkJson({
      data: {
        terraform_remote_state: {
          other: { backend: "s3", config: { bucket: "s", key: "k", region: "eu-west-1" } },
        },
      },
    });
    expect(briefly(result)).toContainEqual({
      rule: "state-inside",
      status: "outside",
      path: "/data/terraform_remote_state/other/config/region",
    });
  });
});
