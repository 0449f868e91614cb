import { briefly, checkJson } from "../../support/check-json";

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
