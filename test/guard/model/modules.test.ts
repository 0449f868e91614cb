import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bucketBody, checkJson } from "../../support/check-json";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";

const root = temporaryFolder();
let count = 0;
let folder: string;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});

const PROVIDER = {
  oci: [
    { region: "us-ashburn-1" },
    { alias: "phoenix", region: "us-phoenix-1" },
    { alias: "frankfurt", region: "eu-frankfurt-1" },
  ],
};

/** Judges a root module that calls `./archive`, whose files are given. */
function judge(call: object, files: Record<string, unknown>) {
  write(folder, "main.tf.json", {
    provider: PROVIDER,
    module: { archive: { source: "./archive", ...call } },
  });
  for (const [name, content] of Object.entries(files)) {
    write(folder, name, content);
  }
  return judgePath(folder);
}

/** Findings but those about the root module's own provider abroad. */
function findings(call: object, files: Record<string, unknown>) {
  return judge(call, files).findings.filter(
    (finding) => finding.address !== "provider.oci.frankfurt",
  );
}

function bucket(more: object = {}) {
  return { resource: { oci_objectstorage_bucket: { b: bucketBody(more) } } };
}

describe("a module in a folder", () => {
  test("is judged like its caller: it takes the default provider configuration", () => {
    const result = judge({}, { "archive/main.tf.json": bucket() });
    expect(result.placements).toContainEqual(
      expect.objectContaining({
        address: "module.archive.oci_objectstorage_bucket.b",
        region: "us-ashburn-1",
        status: "inside",
      }),
    );
    expect(result.findings.map((finding) => finding.rule)).not.toContain("module-proven");
  });

  test("lies where the provider configuration lies that the call passes", () => {
    const files = { "archive/main.tf.json": bucket({ provider: "oci.target" }) };
    const passed = (name: string) => ({ providers: { "oci.target": name } });
    expect(findings(passed("oci.phoenix"), files)).toEqual([]);
    expect(findings(passed("${oci.frankfurt}"), files)).toMatchObject([
      {
        rule: "resource-inside",
        status: "outside",
        file: "archive/main.tf.json",
        path: "/resource/oci_objectstorage_bucket/b/provider",
        value: "eu-frankfurt-1",
      },
    ]);
  });

  test("is unproven where it uses a provider configuration that the call does not pass", () => {
    const files = { "archive/main.tf.json": bucket({ provider: "oci.phoenix" }) };
    expect(findings({}, files)).toMatchObject([
      { status: "unproven", message: expect.stringContaining("the module call does not pass") },
    ]);
  });

  test("may pass another default provider configuration", () => {
    const files = { "archive/main.tf.json": bucket() };
    expect(findings({ providers: { oci: "oci.frankfurt" } }, files)).toMatchObject([
      { status: "outside" },
    ]);
  });

  test("takes its variables from the call, and from their defaults where the call has none", () => {
    const files = {
      "archive/main.tf.json": {
        variable: { region: { default: "us-west-2" } },
        provider: { aws: { region: "us-east-1" } },
        resource: { aws_vpc: { b: { region: "${var.region}" } } },
      },
    };
    expect(findings({}, files)).toEqual([]);
    expect(findings({ region: "us-east-2" }, files)).toEqual([]);
    const of = (region: string) =>
      findings({ region }, files).find((finding) => finding.rule === "resource-inside");
    expect(of("${local.abroad}")).toMatchObject({
      status: "unproven",
      message: expect.stringContaining("local.abroad is not defined"),
    });
    expect(of("eu-west-1")).toMatchObject({ status: "outside", value: "eu-west-1" });
  });

  test("has each region that for_each of the call goes through", () => {
    const files = {
      "archive/main.tf.json": {
        variable: { region: {} },
        provider: { aws: { region: "us-east-1" } },
        resource: { aws_vpc: { b: { region: "${var.region}" } } },
      },
    };
    const call = (for_each: object) => ({ for_each, region: "${each.value.region}" });
    expect(findings(call({ a: { region: "us-west-1" } }), files)).toEqual([]);
    expect(
      findings(call({ a: { region: "us-west-1" }, b: { region: "eu-west-1" } }), files),
    ).toContainEqual(
      expect.objectContaining({ address: "module.archive.aws_vpc.b", status: "outside" }),
    );
  });

  test("may call others, each from its own folder, and keeps values apart", () => {
    const inner = {
      variable: { region: {} },
      locals: { region: "${var.region}" },
      provider: { aws: { region: "us-east-1" } },
      resource: { aws_vpc: { b: { bucket: "b", region: "${local.region}" } } },
    };
    const outer = {
      locals: { region: "eu-west-1" },
      module: { inner: { source: "../shared/inner", region: "us-west-1" } },
    };
    const files = { "archive/main.tf.json": outer, "shared/inner/x.tf.json": inner };
    const result = judge({}, files);
    expect(result.placements).toContainEqual(
      expect.objectContaining({
        address: "module.archive.module.inner.aws_vpc.b",
        region: "us-west-1",
      }),
    );
  });

  test("is unproven where it holds HCL, alone or beside Terraform JSON", () => {
    expect(findings({}, { "archive/main.tf": "" })).toMatchObject([
      { rule: "module-proven", path: "/module/archive/source" },
    ]);
    expect(findings({}, { "archive/a.tf.json": bucket({ provider: "oci.x" }) })).toHaveLength(2);
  });

  test("is unproven where the folder is not there", () => {
    expect(findings({ source: "./none" }, {})).toMatchObject([{ rule: "module-proven" }]);
  });

  test("is unproven where it calls itself, and judging ends", () => {
    const again = { module: { again: { source: "../archive" } } };
    expect(findings({}, { "archive/main.tf.json": again })).toMatchObject([
      { rule: "module-proven", address: "module.archive.module.again" },
    ]);
  });

  test("is unproven where its calls multiply without end", () => {
    const files: Record<string, unknown> = {};
    for (let level = 0; level < 14; level += 1) {
      const source = `../m${level + 1}`;
      files[`m${level}/main.tf.json`] = { module: { a: { source }, b: { source } } };
    }
    files["m14/main.tf.json"] = bucket();
    expect(findings({ source: "./m0" }, files)).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("more than 2000 module calls") }),
    );
  });
});

describe("any other module", () => {
  test.each([
    "example/archive/oci",
    "git::https://example.com/archive.git?ref=v1",
    "https://example.com/archive.zip",
    "s3::https://s3.us-east-1.amazonaws.com/bucket/archive.zip",
    "/srv/modules/archive",
    "${path.module}/archive",
  ])("%s is unproven", (source) => {
    expect(checkJson({ module: { archive: { source } } }).findings).toContainEqual(
      expect.objectContaining({ rule: "module-proven", status: "unproven" }),
    );
  });

  test.each([{}, { source: 1 }, { source: null }, "text", [[{ source: "./x" }]]])(
    "%j is unproven, where no folder is known",
    (archive) => {
      expect(checkJson({ module: { archive } }).findings).toMatchObject([
        { rule: "module-proven" },
      ]);
    },
  );
});
