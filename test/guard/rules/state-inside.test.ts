import { briefly, checkJson as judge } from "../../support/check-json";
import { inFull, notesInFull } from "./in-full";

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

describe("what state-inside says", () => {
  const said = (json: object) => inFull("state-inside", json);
  const OCI = "us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1";
  const AWS = "us-east-1, us-east-2, us-west-1, us-west-2";
  const remote = (o: object) => ({ data: { terraform_remote_state: { o } } });
  const CONFIG = "/data/terraform_remote_state/o/config";

  test.each<[string, object, string, string, string]>([
    ["a backend of another kind", withBackend("gcs", {}), "/terraform/backend/gcs", "gcs", " gcs"],
    [
      "a backend that is called like a property of every object",
      withBackend("constructor", {}),
      "/terraform/backend/constructor",
      "constructor",
      " constructor",
    ],
    ["HCP Terraform", { terraform: { cloud: {} } }, "/terraform/cloud", "cloud", " cloud"],
    ["remote state of no backend", remote({ config: { region: "us-east-1" } }), CONFIG, "", ""],
  ])("of %s", (_what, json, path, value, backend) => {
    expect(said(json)).toEqual([
      [
        "unproven",
        path,
        value,
        `Nothing proves where the backend${backend} keeps the state.`,
        "Use the backend oci (Terraform 1.12 or newer) or s3, with its region written out.",
      ],
    ]);
  });

  const ABROAD = (region: string) =>
    `The state is kept in ${region}, outside US; it holds a copy of every attribute, secrets included.`;
  const UNKNOWN = (why: string) =>
    `Nothing proves where the state is kept: the region of the backend is not in the file, ${why}.`;

  test.each<[string, unknown, string, string, string, string]>([
    ["oci", "eu-frankfurt-1", "outside", "/region", "eu-frankfurt-1", ABROAD("eu-frankfurt-1")],
    ["s3", "eu-west-1", "outside", "/region", "eu-west-1", ABROAD("eu-west-1")],
    [
      "s3",
      '${var.x ? "us-east-1" : "eu-west-1"}',
      "outside",
      "/region",
      "eu-west-1",
      ABROAD("eu-west-1"),
    ],
    [
      "s3",
      "us-esat-1",
      "unproven",
      "/region",
      "us-esat-1",
      'The state is kept in "us-esat-1", which is no region that is known.',
    ],
    ["s3", undefined, "unproven", "", "", UNKNOWN("it is not set")],
    ["s3", "${var.r}", "unproven", "/region", "${var.r}", UNKNOWN("var.r is not declared")],
    ["oci", 1, "unproven", "/region", "", UNKNOWN("it is a number")],
  ])("of the backend %s with the region %j", (type, region, status, path, value, message) => {
    const config = region === undefined ? {} : { region };
    const fix = `Write its region out, as one of: ${type === "oci" ? OCI : AWS}.`;
    expect(said(withBackend(type, config))).toEqual([
      [status, `/terraform/backend/${type}${path}`, value, message, fix],
    ]);
  });

  test.each<[string, string, string, string]>([
    ["outside", "kms_key_id", "arn:aws:kms:eu-west-1:123456789012:key/1", "outside US"],
    [
      "unproven",
      "kms_key_id",
      "arn:aws:kms:xx-west-1:123456789012:key/1",
      "a place that is not known",
    ],
    ["outside", "workspace_key_prefix", "eu-west-1", "outside US"],
  ])("%s of the argument %s that names %s", (status, argument, value, what) => {
    expect(said(withBackend("s3", { region: "us-east-1", [argument]: value }))).toEqual([
      [
        status,
        `/terraform/backend/s3/${argument}`,
        value,
        `${argument} of terraform.backend.s3 names ${value}, ${what}.`,
        `Keep the state in one of: ${OCI}, ${AWS}.`,
      ],
    ]);
  });

  test("nothing of a key and a bucket that are called after a region abroad", () => {
    const names = { key: "eu-west-1/state", bucket: "state-of-eu-west-1" };
    expect(said(withBackend("s3", { region: "us-east-1", ...names }))).toEqual([]);
  });

  test("of each endpoint that can stand anywhere, by the argument's own name", () => {
    const endpoints = { s3: "https://minio.example.com", dynamodb: "https://locks.example.com" };
    expect(
      said(withBackend("s3", { region: "us-east-1", endpoints })).map(([, path, , message]) => [
        path,
        message,
      ]),
    ).toEqual([
      [
        "/terraform/backend/s3/endpoints/dynamodb",
        "Nothing proves that dynamodb of terraform.backend.s3, an address that data is sent to, lies inside US: locks.example.com can be anywhere.",
      ],
      [
        "/terraform/backend/s3/endpoints/s3",
        "Nothing proves that s3 of terraform.backend.s3, an address that data is sent to, lies inside US: minio.example.com can be anywhere.",
      ],
    ]);
  });

  test("of local state, here or read from elsewhere", () => {
    const note = (address: string) =>
      `${address}: the state stays on the machine that runs Terraform, which no configuration can place.`;
    expect(notesInFull("state-inside", withBackend("local", {}))).toEqual([
      ["/terraform/backend/local", note("terraform.backend.local")],
    ]);
    expect(notesInFull("state-inside", remote({ backend: "local", config: {} }))).toEqual([
      [CONFIG, note("data.terraform_remote_state.o")],
    ]);
  });

  test("of remote state, by the region of its own configuration", () => {
    expect(said(remote({ backend: "oci", config: { region: "us-ashburn-1" } }))).toEqual([]);
    expect(said(remote({ backend: "s3", config: { region: "eu-west-1" } }))).toEqual([
      [
        "outside",
        `${CONFIG}/region`,
        "eu-west-1",
        ABROAD("eu-west-1"),
        `Write its region out, as one of: ${AWS}.`,
      ],
    ]);
    for (const config of [undefined, "${var.config}"]) {
      expect(said(remote({ backend: "s3", ...(config && { config }) }))).toEqual([
        [
          "unproven",
          CONFIG,
          "",
          UNKNOWN("it is not set"),
          `Write its region out, as one of: ${AWS}.`,
        ],
      ]);
    }
  });

  test("nothing of another data source that has a backend and a region", () => {
    const body = { backend: "gcs", config: { region: "us-east-1" } };
    expect(said({ data: { aws_vpc: { o: body } } })).toEqual([]);
  });
});
