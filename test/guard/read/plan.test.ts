import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson } from "../../support/check-json";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";
import type { Synthesized } from "../../support/synth";

/** Made by Terraform 1.11 with the AWS provider 5.100; time, schema versions and marks left out. */
function plan(of: "hcl" | "terraform-json"): Synthesized {
  const path = join(__dirname, "fixtures", `plan-of-${of}.json`);
  return encrypted(JSON.parse(readFileSync(path, "utf8")));
}

const KEY = "arn:aws:kms:us-west-2:123456789012:key/1";

/** Gives what keeps data a key of its own, which the recorded configurations leave out. */
function encrypted(json: Synthesized): Synthesized {
  const visit = (module: Synthesized) => {
    for (const { type, values } of module.resources ?? []) {
      if (type === "aws_sqs_queue") {
        values.kms_master_key_id ??= KEY;
      } else if (type === "aws_s3_bucket") {
        const byDefault = { kms_master_key_id: KEY, sse_algorithm: "aws:kms" };
        values.server_side_encryption_configuration = [
          { rule: [{ apply_server_side_encryption_by_default: [byDefault] }] },
        ];
      }
    }
    module.child_modules?.forEach(visit);
  };
  visit(json.planned_values.root_module);
  return json;
}

/** The address of every placement, with where it lies. */
function places(json: object): Record<string, string | null> {
  return Object.fromEntries(
    checkJson(json).placements.map(({ address, status, region }) => [
      address,
      // Where it lies, whatever else is said of it: whose key encrypts it is another question.
      status === "outside" ? status : (region ?? status),
    ]),
  );
}

/** The pointed-at value, to hold that a finding's path leads somewhere. */
function at(json: Synthesized, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce((value, token) => value?.[token.replaceAll("~1", "/").replaceAll("~0", "~")], json);
}

describe("a plan of HCL", () => {
  test("is placed by the provider configuration of every object, those of modules included", () => {
    expect(places(plan("hcl"))).toMatchObject({
      'aws_s3_bucket.data["logs"]': "us-east-1",
      'aws_s3_bucket.data["records"]': "us-east-1",
      "aws_s3_bucket.replica[0]": "us-west-2",
      "aws_s3_bucket.replica[1]": "us-west-2",
      "data.aws_region.recovery": "us-west-2",
      'module.queue["orders"].aws_sqs_queue.this': "us-west-2",
      'module.queue["orders"].aws_sqs_queue.home': "us-east-1",
    });
  });

  test("is proven only for the values of its variables", () => {
    const json = plan("hcl");
    json.variables.recovery_region.value = "eu-west-1";
    expect(places(json)).toMatchObject({
      'aws_s3_bucket.data["logs"]': "us-east-1",
      "aws_s3_bucket.replica[0]": "outside",
      'module.queue["orders"].aws_sqs_queue.this': "outside",
    });
  });

  test("leaves a region unproven that refers to a local value, which no plan holds", () => {
    expect(places(plan("hcl"))).toMatchObject({ "aws_s3_bucket.archive": "unproven" });
    const finding = checkJson(plan("hcl")).findings.find(
      (each) => each.address === "aws_s3_bucket.archive",
    );
    expect(finding?.message).toContain("local.archive is not in a plan");
    expect(at(plan("hcl"), finding?.path ?? "")).toEqual({ references: ["local.archive"] });
  });

  test("leaves a region unproven that two references make", () => {
    const json = plan("hcl");
    const { expressions } = json.configuration.provider_config["aws.recovery"];
    expressions.region.references = ["var.recovery_region", "local.map"];
    expect(places(json)).toMatchObject({ "aws_s3_bucket.replica[0]": "unproven" });
  });

  test("leaves the region of a dynamic block unproven that is known after apply", () => {
    const json = plan("hcl");
    const found = checkJson(json).findings.filter(
      ({ address, path }) =>
        address === "aws_secretsmanager_secret.token" && path.endsWith("/region"),
    );
    expect(found).toMatchObject([{ rule: "flow-inside", status: "unproven" }]);
  });

  test("reads a reference to a key that the same plan makes", () => {
    const found = checkJson(plan("hcl")).findings.map((finding) => finding.address);
    expect(found).not.toContain("aws_s3_bucket_server_side_encryption_configuration.data");
  });

  test("fails a reference to a key that the same plan makes abroad", () => {
    const json = plan("hcl");
    const resources = json.configuration.root_module.resources as Synthesized[];
    const key = resources.find((resource) => resource.address === "aws_kms_key.data");
    key.provider_config_key = "aws.recovery";
    json.variables.recovery_region.value = "eu-west-1";
    const found = checkJson(json).findings.filter((finding) => finding.rule === "flow-inside");
    expect(found.map(({ address, status }) => [address, status])).toContainEqual([
      "aws_s3_bucket_server_side_encryption_configuration.data",
      "outside",
    ]);
  });

  test("does not take an argument for absent whose value is known after apply", () => {
    const json = plan("hcl");
    const logs = json.resource_changes.find(
      (each: Synthesized) => each.address === 'aws_s3_bucket.data["logs"]',
    );
    expect(logs.change.after_unknown.region).toBe(true);
    const records = json.resource_changes.find(
      (each: Synthesized) => each.address === 'aws_s3_bucket.data["records"]',
    );
    records.change.after_unknown.region = false;
    const bucket = json.configuration.root_module.resources.find(
      (each: Synthesized) => each.address === "aws_s3_bucket.data",
    );
    // Version 6 of the provider: the bucket names a region of its own.
    bucket.expressions.region = { references: ["terraform_data.hook.output"] };
    expect(places(json)).toMatchObject({
      'aws_s3_bucket.data["logs"]': "unproven",
      'aws_s3_bucket.data["records"]': "us-east-1",
    });
  });

  test("judges the commands of provisioners, which stand in the configuration alone", () => {
    const json = plan("hcl");
    const found = checkJson(json).findings.filter(({ rule }) => rule === "argument-inside");
    expect(found).toMatchObject([{ status: "outside", address: "terraform_data.hook" }]);
    expect(at(json, `${found[0]?.path}/constant_value`)).toBe(found[0]?.value);
  });

  test("notes once that a plan does not hold the backend", () => {
    const notes = checkJson(plan("hcl")).notes.filter((note) => note.message.includes("backend"));
    expect(notes).toHaveLength(1);
  });

  test("notes where a region is taken for the value of what it refers to", () => {
    const noted = (json: object) =>
      checkJson(json)
        .notes.filter((note) => note.rule === "provider-inside")
        .map((note) => note.address);
    expect(noted(plan("hcl"))).toEqual(["provider.aws.recovery"]);
    expect(noted(plan("terraform-json"))).toEqual([]);
  });

  test("fails an alias that is called after another region", () => {
    const json = plan("hcl");
    const providers = json.configuration.provider_config;
    providers["aws.recovery"].alias = "us-east-1";
    const found = checkJson(json).findings.filter(
      ({ rule, value }) => rule === "provider-inside" && value === "us-east-1",
    );
    expect(found).toHaveLength(1);
    expect(at(json, found[0]?.path ?? "")).toBe("us-east-1");
  });

  test("does not read text that looks like an expression as one", () => {
    const json = plan("hcl");
    const { values } = json.planned_values.root_module.resources[0];
    expect(values.description).toBe("${literal} text");
    values.policy = '{"Statement":[]}${var.x}';
    expect(checkJson(json).findings.map((finding) => finding.value)).toContain(
      '{"Statement":[]}$${var.x}',
    );
  });
});

describe("a plan of Terraform JSON", () => {
  test("is proven by the expressions that it holds", () => {
    const { findings } = checkJson(plan("terraform-json"));
    expect(findings.filter(({ rule }) => rule !== "customer-managed-key")).toEqual([]);
    expect(places(plan("terraform-json"))).toMatchObject({
      "aws_sqs_queue.orders": "us-east-1",
      "aws_s3_bucket.replica": "us-west-2",
    });
  });

  test("does not take an expression for a constant region", () => {
    const json = plan("terraform-json");
    delete json.variables;
    expect(places(json)).toMatchObject({ "aws_sqs_queue.orders": "unproven" });
  });

  test("works out an expression that has no reference", () => {
    const json = plan("terraform-json");
    json.configuration.provider_config.aws.expressions.region = {
      constant_value: '${join("-", ["eu", "west", "1"])}',
    };
    expect(places(json)).toMatchObject({ "aws_sqs_queue.orders": "outside" });
  });
});

describe("what a plan can lack or add", () => {
  test("an object that is changed and stands in no list of values is judged all the same", () => {
    const json = plan("terraform-json");
    json.planned_values.root_module.resources = [];
    json.configuration.provider_config.aws.expressions.region = { constant_value: "eu-west-1" };
    expect(places(json)).toMatchObject({ "aws_sqs_queue.orders": "outside" });
  });

  test("an object that is deleted is not judged", () => {
    const json = plan("terraform-json");
    json.planned_values.root_module.resources = [];
    for (const { change } of json.resource_changes) {
      change.actions = ["delete"];
      change.after = null;
    }
    expect(checkJson(json).summary.resources).toBe(0);
  });

  test("an object whose configuration is not there is unproven", () => {
    const json = plan("terraform-json");
    json.configuration.root_module.resources = [];
    expect(checkJson(json).summary).toMatchObject({ resources: 3, inside: 0, unproven: 3 });
  });

  test("a provider of another namespace is not the vendor's, whatever its name", () => {
    const json = plan("terraform-json");
    json.configuration.provider_config.aws.full_name = "registry.terraform.io/elsewhere/aws";
    expect(places(json)).toMatchObject({ "aws_sqs_queue.orders": "unproven" });
  });

  test("what a data source found abroad is no place of its own, and what it asks for is", () => {
    const json = plan("hcl");
    const [region] = json.prior_state.values.root_module.resources;
    region.values.endpoint = "ec2.eu-west-1.amazonaws.com";
    const before = checkJson(json).findings;
    expect(before.map((finding) => finding.address)).not.toContain("data.aws_region.recovery");
    const data = json.configuration.root_module.resources.find(
      (each: Synthesized) => each.address === "data.aws_region.recovery",
    );
    data.expressions = { endpoint: { constant_value: "ec2.eu-west-1.amazonaws.com" } };
    expect(checkJson(json).findings.map((finding) => finding.address)).toContain(
      "data.aws_region.recovery",
    );
  });

  const root = temporaryFolder();
  test.each([
    [{ errored: true }, "ended with an error"],
    [{ format_version: "9.0" }, 'format version "9.0"'],
    [{ configuration: undefined }, "without its configuration"],
  ])("is refused with %j", (change, reason) => {
    const path = write(root, "plan.json", { ...plan("terraform-json"), ...change });
    expect(() => judgePath(path)).toThrow(reason);
  });

  test("a plan that puts off changes is unproven", () => {
    const path = write(root, "plan.json", { ...plan("terraform-json"), complete: false });
    expect(judgePath(path).findings).toContainEqual(
      expect.objectContaining({ rule: "file-read", status: "unproven" }),
    );
  });

  test.each([null, 1, "x", [], [1, null, { values: 1 }], { root_module: [] }, { a: { b: 1 } }])(
    "ends without an error where its parts are %j",
    (odd) => {
      const json = plan("hcl");
      for (const key of ["resource_changes", "prior_state", "variables"]) {
        expect(() => checkJson({ ...json, [key]: odd })).not.toThrow();
      }
      for (const key of ["provider_config", "root_module"]) {
        const configuration = { ...json.configuration, [key]: odd };
        expect(() => checkJson({ ...json, configuration })).not.toThrow();
      }
      const planned_values = { root_module: { resources: odd, child_modules: odd } };
      expect(() => checkJson({ ...json, planned_values })).not.toThrow();
    },
  );
});
