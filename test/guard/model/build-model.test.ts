import { bucketBody, bucketIn, checkJson } from "../../support/check-json";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";

const PROVIDER = {
  oci: [{ region: "us-ashburn-1" }, { alias: "abroad", region: "eu-frankfurt-1" }],
};

/** Addresses and pointers of the findings of one rule. */
function found(json: object, rule: string) {
  return checkJson(json)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ address, path, status }) => `${address} ${path} ${status}`);
}

describe("Terraform JSON that cdktf did not write", () => {
  test("is read with arrays at every level", () => {
    const b = bucketBody({ provider: "oci.abroad" });
    const json = {
      provider: [{ oci: [PROVIDER.oci[0]] }, { oci: PROVIDER.oci[1] }],
      resource: [
        { oci_objectstorage_bucket: [{ b: [b] }] },
        { oci_objectstorage_bucket: { c: b } },
      ],
      locals: [{ a: "us-phoenix-1" }, [{ host: "objectstorage.eu-frankfurt-1.oraclecloud.com" }]],
    };
    expect(checkJson(json).placements.map(({ address }) => address)).toEqual([
      "oci_objectstorage_bucket.b",
      "oci_objectstorage_bucket.c",
      "provider.oci",
      "provider.oci.abroad",
    ]);
    expect(found(json, "resource-inside")).toEqual([
      "oci_objectstorage_bucket.b /provider/1/oci/region outside",
      "oci_objectstorage_bucket.c /provider/1/oci/region outside",
    ]);
    expect(found(json, "argument-inside")).toEqual(["locals /locals/1/0/host outside"]);
  });

  test("takes local values from every block of them", () => {
    const json = {
      provider: { oci: { region: "${local.region}" } },
      locals: [{ other: 1 }, { region: "us-phoenix-1" }],
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    };
    expect(checkJson(json).findings).toEqual([]);
  });

  test("skips comments of blocks, and reads a key // inside of a map", () => {
    const comment = { "//": "was in eu-frankfurt-1, objectstorage.eu-frankfurt-1.oraclecloud.com" };
    const json = {
      ...comment,
      provider: PROVIDER,
      terraform: comment,
      resource: { oci_objectstorage_bucket: { b: { ...comment, ...bucketBody({}) } } },
    };
    expect(found(json, "argument-inside")).toEqual([]);
    const environment = { "//": "https://objectstorage.eu-frankfurt-1.oraclecloud.com" };
    expect(found({ resource: { oci_x: { y: { environment } } } }, "argument-inside")).toEqual([
      "oci_x.y /resource/oci_x/y/environment/~1~1 outside",
    ]);
  });

  test("does not take the addresses of moved, removed and imported blocks for places", () => {
    const to = "oci_objectstorage_bucket.logs-eu-frankfurt-1";
    const json = {
      ...bucketIn("us-ashburn-1"),
      moved: [{ from: to, to: "oci_objectstorage_bucket.b" }],
      removed: { from: to, lifecycle: { destroy: true } },
      import: { to, id: "n/ns/b/logs" },
    };
    expect(checkJson(json).findings).toEqual([]);
  });

  test("reads what is imported", () => {
    const id = "ocid1.vault.oc1.eu-frankfurt-1.aaaa.bbbb";
    expect(found({ import: [{ to: "oci_kms_vault.v", id }] }, "argument-inside")).toEqual([
      "import /import/0/id outside",
    ]);
  });

  test("places the data source of a check, and ephemeral resources", () => {
    const provider = "oci.abroad";
    const json = {
      provider: PROVIDER,
      check: { health: { data: { oci_x: { y: { provider } } }, assert: { condition: true } } },
      ephemeral: { oci_secret: { s: { provider } } },
    };
    expect(checkJson(json).placements).toMatchObject([
      { address: "data.oci_x.y", status: "outside" },
      { address: "ephemeral.oci_secret.s", status: "outside" },
      { address: "provider.oci" },
      { address: "provider.oci.abroad" },
    ]);
  });
});

describe("an override file", () => {
  const root = temporaryFolder();
  let count = 0;
  const judge = (override: object, name = "override.tf.json") => {
    count += 1;
    const folder = `${root}/${count}`;
    write(folder, "main.tf.json", {
      provider: PROVIDER,
      variable: {
        region: { validation: { condition: '${contains(["us-phoenix-1"], var.region)}' } },
      },
      resource: { oci_objectstorage_bucket: { b: bucketBody({}) } },
    });
    write(folder, name, override);
    return judgePath(folder).findings.filter(({ address }) => address !== "provider.oci.abroad");
  };

  test("changes nothing of where a block lies unless it says so", () => {
    expect(judge({ resource: { oci_objectstorage_bucket: { b: { name: "c" } } } })).toEqual([]);
    expect(judge({ provider: { oci: { auth: "InstancePrincipal" } } })).toEqual([]);
  });

  test.each(["override.tf.json", "a_override.tf.json"])("can move a bucket by %s", (name) => {
    const b = { provider: "oci.abroad" };
    expect(judge({ resource: { oci_objectstorage_bucket: { b } } }, name)).toMatchObject([
      { rule: "resource-inside", status: "outside", file: name },
    ]);
  });

  test("can move whatever uses a provider configuration", () => {
    expect(judge({ provider: { oci: { region: "eu-frankfurt-1" } } })).toMatchObject([
      { rule: "resource-inside", address: "oci_objectstorage_bucket.b" },
      { rule: "provider-inside", status: "outside", file: "override.tf.json" },
    ]);
  });

  test("can take a validation away", () => {
    const provider = { oci: { region: "${var.region}" } };
    expect(judge({ provider: { oci: { region: "${var.region}" } } })).toMatchObject([
      { message: expect.stringContaining("different regions") },
    ]);
    const validation = { condition: "${true}" };
    expect(judge({ provider, variable: { region: { validation } } })).toContainEqual(
      expect.objectContaining({ rule: "provider-inside", status: "unproven" }),
    );
  });

  test("can give a local value another value, and both count", () => {
    const folder = `${root}/locals`;
    write(folder, "main.tf.json", {
      provider: { oci: { region: "${local.region}" } },
      locals: { region: "us-phoenix-1" },
    });
    expect(judgePath(folder).findings).toEqual([]);
    write(folder, "override.tf.json", { locals: { region: "eu-frankfurt-1" } });
    expect(judgePath(folder).placements).toMatchObject([{ status: "outside" }]);
  });
});

describe("a place that shows only when an expression is worked out", () => {
  const argument = (value: unknown, more: object = {}) =>
    found(
      {
        locals: { parts: ["eu", "frankfurt", "1"], city: "frankfurt", host: "oraclecloud.com" },
        resource: { oci_x: { y: { setting: value, ...more } } },
      },
      "argument-inside",
    );

  test.each([
    '${join("-", ["eu", "frankfurt", "1"])}',
    '${join("-", local.parts)}',
    '${format("eu-%s-1", "frankfurt")}',
    "eu-${local.city}-1",
    '${"eu-"}frankfurt-1',
    '${base64decode("ZXUtZnJhbmtmdXJ0LTE=")}',
    '${strrev("1-trufknarf-ue")}',
    '${replace("eu#frankfurt#1", "#", "-")}',
    '${upper("eu-frank")}FURT-1',
    'https://objectstorage.${join("-", local.parts)}.${local.host}',
    '${jsonencode({ region = join("-", local.parts), key = oci_kms_key.k.id })}',
    'https://${join("-", local.parts)}.example.com/${var.free}',
    '${lower(var.free)}${join("-", local.parts)}',
    '${[for part in ["frankfurt"] : "eu-${part}-1"][0]}',
    "%{ if true }eu-%{ endif }frankfurt-1",
    '${cond ? "x" : "eu-${local.city}-1"}',
  ])("is found in %s", (value) => {
    expect(argument(value)).toEqual(["oci_x.y /resource/oci_x/y/setting outside"]);
  });

  test("is found in what for_each goes through", () => {
    expect(argument("eu-${each.key}-1", { for_each: { frankfurt: {} } })).toEqual([
      "oci_x.y /resource/oci_x/y/setting outside",
    ]);
  });

  test.each([
    '${join("-", ["us", "ashburn", "1"])}',
    "logs-${local.city}-1",
    "eu-${var.free}-1",
    "${local.city}",
    "${oci_kms_key.eu-frankfurt-1.id}",
    '${join("", local.parts)}',
    "$${local.city}",
  ])("is not found in %s", (value) => {
    expect(argument(value)).toEqual([]);
  });

  test.each(['${file("eu-frankfurt-1.json")}', '${jsonencode({ region = "eu-frankfurt-1" })}'])(
    "is found once in %s, which names it",
    (value) => {
      expect(argument(value)).toEqual(["oci_x.y /resource/oci_x/y/setting outside"]);
    },
  );
});
