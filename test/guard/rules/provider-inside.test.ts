import { briefly, checkJson } from "../../support/check-json";
import { inFull, notesInFull } from "./in-full";

describe("provider-inside", () => {
  test("fails a configuration abroad that nothing uses yet", () => {
    expect(briefly(checkJson({ provider: { oci: [{ region: "eu-frankfurt-1" }] } }))).toEqual([
      { rule: "provider-inside", status: "outside", path: "/provider/oci/0/region" },
    ]);
  });

  test("reads a configuration that is written as an object, not as a list", () => {
    expect(briefly(checkJson({ provider: { aws: { region: "eu-west-1" } } }))).toEqual([
      { rule: "provider-inside", status: "outside", path: "/provider/aws/region" },
    ]);
  });

  test("fails an alias that is called after another region", () => {
    const result = checkJson({
      provider: { oci: [{ alias: "us-phoenix-1", region: "us-ashburn-1" }] },
    });
    expect(briefly(result)).toEqual([
      { rule: "provider-inside", status: "unproven", path: "/provider/oci/0/alias" },
    ]);
  });

  test("passes an alias that is called after its region, or after no region", () => {
    const oci = [
      { alias: "us-phoenix-1", region: "us-phoenix-1" },
      { alias: "recovery", region: "us-phoenix-1" },
    ];
    expect(checkJson({ provider: { oci } }).findings).toEqual([]);
  });

  test("fails an endpoint abroad beside an allowed region", () => {
    const result = checkJson({
      provider: {
        aws: [{ region: "us-east-1", endpoints: [{ s3: "https://s3.eu-west-1.amazonaws.com" }] }],
      },
    });
    expect(briefly(result)).toEqual([
      { rule: "argument-inside", status: "outside", path: "/provider/aws/0/endpoints/0/s3" },
    ]);
  });

  test("fails an alias that is called after another region, whatever the local name", () => {
    const result = checkJson({
      terraform: { required_providers: { oracle: { source: "oracle/oci" } } },
      provider: { oracle: { alias: "us-phoenix-1", region: "us-ashburn-1" } },
    });
    expect(briefly(result)).toEqual([
      { rule: "provider-inside", status: "unproven", path: "/provider/oracle/alias" },
    ]);
  });

  test.each([null, 1, ["us-ashburn-1"], {}, "", "US-ASHBURN-1", " us-ashburn-1"])(
    "leaves the region %j unproven",
    (region) => {
      expect(checkJson({ provider: { oci: { region } } }).findings).toMatchObject([
        { rule: "provider-inside", status: "unproven", path: "/provider/oci/region" },
      ]);
    },
  );

  test("reads a region beside credentials, roles and files of whoever runs Terraform", () => {
    const aws = (region: object) => ({
      provider: {
        aws: {
          ...region,
          profile: "eu",
          shared_config_files: ["~/.aws/config"],
          assume_role: [{}],
        },
      },
    });
    expect(checkJson(aws({ region: "us-east-1" })).findings).toEqual([]);
    expect(checkJson(aws({})).findings).toMatchObject([{ status: "unproven" }]);
  });
});

describe("what provider-inside says", () => {
  const OCI = "us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1";
  const AWS = "us-east-1, us-east-2, us-west-1, us-west-2";

  test.each<[string, object, string, string, string, string, string]>([
    [
      "oci",
      { region: "eu-frankfurt-1" },
      "outside",
      "/region",
      "eu-frankfurt-1",
      "provider.oci is set to eu-frankfurt-1, outside US.",
      `Set region to one of: ${OCI}.`,
    ],
    [
      "aws",
      { region: "eu-west-1" },
      "outside",
      "/region",
      "eu-west-1",
      "provider.aws is set to eu-west-1, outside US.",
      `Set region to one of: ${AWS}.`,
    ],
    [
      "aws",
      {},
      "unproven",
      "",
      "",
      "Nothing proves the region of provider.aws: provider.aws sets no region: the environment or a profile of whoever runs Terraform decides.",
      `Write region out, as one of: ${AWS}.`,
    ],
    [
      "oci",
      { region: "${var.r}" },
      "unproven",
      "/region",
      "${var.r}",
      "Nothing proves the region of provider.oci: provider.oci sets a region that is not in the file: var.r is not declared.",
      `Write region out, as one of: ${OCI}.`,
    ],
    [
      "oci",
      { alias: "us-phoenix-1", region: "us-ashburn-1" },
      "unproven",
      "/alias",
      "us-phoenix-1",
      "provider.oci.us-phoenix-1 is called us-phoenix-1 and is set to us-ashburn-1.",
      "Call it us-ashburn-1, or set its region to us-phoenix-1.",
    ],
  ])("of %s with %j", (name, body, status, path, value, message, fix) => {
    expect(inFull("provider-inside", { provider: { [name]: body } })).toEqual([
      [status, `/provider/${name}${path}`, value, message, fix],
    ]);
  });

  test("only that the region is missing where the alias names one", () => {
    const said = inFull("provider-inside", { provider: { oci: { alias: "us-phoenix-1" } } });
    expect(said.map(([status, path]) => [status, path])).toEqual([["unproven", "/provider/oci"]]);
  });
});

describe("provider-inside in a plan", () => {
  const plan = (oci: object) => ({
    format_version: "1.2",
    terraform_version: "1.14.0",
    planned_values: { root_module: {} },
    variables: { region: { value: "us-ashburn-1" } },
    configuration: {
      provider_config: { oci: { name: "oci", ...oci } },
      root_module: { variables: { region: {} } },
    },
  });
  const OCI = "/configuration/provider_config/oci";

  test("points at the alias, which stands beside the expressions", () => {
    const region = { constant_value: "us-ashburn-1" };
    const misnamed = plan({ alias: "us-phoenix-1", expressions: { region } });
    expect(inFull("provider-inside", misnamed)).toEqual([
      [
        "unproven",
        `${OCI}/alias`,
        "us-phoenix-1",
        "provider.oci is called us-phoenix-1 and is set to us-ashburn-1.",
        "Call it us-ashburn-1, or set its region to us-phoenix-1.",
      ],
    ]);
    const named = plan({ alias: "us-ashburn-1", expressions: { region } });
    expect(inFull("provider-inside", named)).toEqual([]);
    expect(notesInFull("provider-inside", named)).toEqual([]);
  });

  test("notes a region of which the plan holds only what it refers to", () => {
    const json = plan({ expressions: { region: { references: ["var.region"] } } });
    expect(inFull("provider-inside", json)).toEqual([]);
    expect(notesInFull("provider-inside", json)).toEqual([
      [
        `${OCI}/expressions/region`,
        "provider.oci: the plan of an HCL configuration says what its region refers to and not the expression; it is taken for that value, us-ashburn-1.",
      ],
    ]);
  });

  test("does not note one whose reference the plan does not resolve, which is unproven", () => {
    const json = plan({ expressions: { region: { references: ["local.region"] } } });
    expect(notesInFull("provider-inside", json)).toEqual([]);
    expect(inFull("provider-inside", json).map(([status, path]) => [status, path])).toEqual([
      ["unproven", `${OCI}/expressions/region`],
    ]);
  });
});
