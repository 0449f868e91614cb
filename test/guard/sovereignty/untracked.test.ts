import { checkJson } from "../../support/check-json";
import { one, saidBy } from "../../support/of-rule";
import { told } from "./told";

const RULE = "no-untracked-code";

const TEMPLATE = [
  "makes the resources of a template",
  "Write its resources as resources of Terraform.",
] as const;
const CODE = [
  "runs code",
  "Run it outside of Terraform, or say what it does as a resource.",
] as const;
const PROGRAM = "runs a program on the machine that runs Terraform";

const block = (kind: string, type: string) => ({ [kind]: { [type]: { r: {} } } });

const untracked = (kind: string, type: string, says: string, fix: string) => [
  {
    status: "unproven",
    path: `/${kind}/${type}/r`,
    value: type,
    message: `${kind === "resource" ? "" : `${kind}.`}${type}.r ${says}, which the configuration does not show.`,
    fix,
  },
];

describe("no-untracked-code", () => {
  test.each<[string, string, string]>([
    [
      "aws_cloudcontrolapi_resource",
      "makes a resource of any type",
      "Use the resource type of the provider.",
    ],
    ["aws_cloudformation_stack", ...TEMPLATE],
    ["aws_cloudformation_stack_instances", ...TEMPLATE],
    ["aws_cloudformation_stack_set", ...TEMPLATE],
    ["aws_cloudformation_stack_set_instance", ...TEMPLATE],
    ["aws_serverlessapplicationrepository_cloudformation_stack", ...TEMPLATE],
    ["aws_servicecatalog_provisioned_product", ...TEMPLATE],
    [
      "aws_ssm_association",
      "runs a document on instances",
      "Put it into an image that is built and reviewed elsewhere.",
    ],
    ["oci_dif_stack", ...TEMPLATE],
  ])("leaves the resource %s unproven, and no data source of that type", (type, says, fix) => {
    expect(told(RULE, block("resource", type))).toEqual(untracked("resource", type, says, fix));
    expect(told(RULE, block("data", type))).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["external", PROGRAM, "Write its result out, or give it as a variable with a validation."],
    [
      "http",
      "sends a request whenever Terraform plans, and takes what comes back",
      "Write the response out, or give it as a variable with a validation.",
    ],
    ["local_command", PROGRAM, "Run it outside of Terraform."],
  ])("leaves the data source %s unproven, and no resource of that type", (type, says, fix) => {
    expect(told(RULE, block("data", type))).toEqual(untracked("data", type, says, fix));
    expect(told(RULE, block("resource", type))).toEqual([]);
  });

  test.each(["aws_codebuild_start_build", "aws_lambda_invoke", "aws_sfn_start_execution"])(
    "leaves the action %s unproven, and no resource of that type",
    (type) => {
      expect(told(RULE, block("action", type))).toEqual(untracked("action", type, ...CODE));
      expect(told(RULE, block("resource", type))).toEqual([]);
    },
  );

  test.each(["aws_lambda_invocation", "oci_functions_invoke_function"])(
    "leaves %s unproven as a resource and as a data source",
    (type) => {
      expect(told(RULE, block("resource", type))).toEqual(untracked("resource", type, ...CODE));
      expect(told(RULE, block("data", type))).toEqual(untracked("data", type, ...CODE));
    },
  );
});

describe("a provisioner", () => {
  const ran = (body: object) =>
    told(RULE, one("null_resource", body)).map(({ path, value }) => `${path} ${value}`);
  const AT = "/resource/null_resource/r";

  test.each<[object, readonly string[]]>([
    [{ provisioner: { "local-exec": {} } }, ["/provisioner/local-exec provisioner local-exec"]],
    [
      { provisioner: [{ file: {} }, { "local-exec": {}, "//": "why" }] },
      ["/provisioner/0/file provisioner file", "/provisioner/1/local-exec provisioner local-exec"],
    ],
    [{ provisioner: [[{ file: {} }]] }, ["/provisioner/0/0/file provisioner file"]],
    [{ connection: { host: "h" } }, ["/connection connection"]],
    [{ provisioner: [], connection: { host: "h" } }, ["/connection connection"]],
    [{ provisioner: null, connection: { host: "h" } }, ["/connection connection"]],
    [
      { provisioner: { file: {} }, connection: { host: "h" } },
      ["/provisioner/file provisioner file"],
    ],
  ])("is found in %j", (body, found) => {
    expect(ran(body)).toEqual(found.map((each) => AT + each));
  });

  test.each([
    {},
    { provisioner: null },
    { provisioner: [] },
    { provisioner: ["x", null] },
    { provisioner: { "//": "none" } },
    { connection: "x" },
    { connection: null },
  ])("is not found in %j", (body) => {
    expect(ran(body)).toEqual([]);
  });

  test("is none in a data source, nor its connection", () => {
    const provisioner = { "local-exec": {} };
    const connection = { host: "h" };
    expect(told(RULE, { data: { x_y: { r: { provisioner, connection } } } })).toEqual([]);
  });

  test("is told by its name", () => {
    expect(told(RULE, one("null_resource", { provisioner: { file: {} } }))).toEqual([
      {
        status: "unproven",
        path: `${AT}/provisioner/file`,
        value: "provisioner file",
        message:
          "null_resource.r runs provisioner file: nothing proves what its code does, or where it sends what it sees.",
        fix: "Say it as a resource, or put it into an image that is built and reviewed elsewhere.",
      },
    ]);
  });

  test("of a plan is told by its place in the list", () => {
    const resource = {
      address: "null_resource.r",
      mode: "managed",
      type: "null_resource",
      name: "r",
    };
    const plan = (provisioners: unknown) => ({
      format_version: "1.2",
      terraform_version: "1.14.0",
      planned_values: { root_module: { resources: [{ ...resource, values: {} }] } },
      configuration: { root_module: { resources: [{ ...resource, provisioners }] } },
    });
    const ranBy = (provisioners: unknown) =>
      told(RULE, plan(provisioners)).map(({ path, value }) => `${path} ${value}`);
    const list = "/configuration/root_module/resources/0/provisioners";
    expect(ranBy([{ type: "file" }, { type: "local-exec" }])).toEqual([
      `${list}/0 a provisioner`,
      `${list}/1 a provisioner`,
    ]);
    expect(ranBy([])).toEqual([]);
  });
});

describe("a start-up script", () => {
  test.each<[string, string, object]>([
    ["resource", "aws_instance", { user_data: '${file("x")}' }],
    ["resource", "aws_instance", { user_data: '${filebase64("x")}' }],
    ["resource", "aws_instance", { user_data: '${templatefile("x", {})}' }],
    ["resource", "aws_instance", { user_data: '#!\n${file("x")}' }],
    ["resource", "aws_instance", { user_data_base64: '${base64encode(file("x"))}' }],
    ["resource", "aws_instance", { user_data: "${data.local_file.x.content}" }],
    ["resource", "aws_instance", { user_data: "${data.local_sensitive_file.x.content}" }],
    ["resource", "oci_containerengine_addon", { cloud_init: '${file("x")}' }],
    ["data", "cloudinit_config", { part: [{ content: '${file("x")}' }] }],
  ])("that is read from the disk is noted: %s %s %j", (kind, type, body) => {
    const said = saidBy(RULE, { [kind]: { [type]: { r: body } } });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^note /);
  });

  test.each<[string, string, object]>([
    ["resource", "aws_instance", { user_data: "${profile(1)}" }],
    ["resource", "aws_instance", { user_data: "${x.file(1)}" }],
    ["resource", "aws_instance", { user_data: "${filename(1)}" }],
    ["resource", "aws_instance", { user_data: "${local_file.x.content}" }],
    ["resource", "aws_instance", { user_data: "${x.data.local_file.x}" }],
    ["resource", "aws_instance", { user_data: "${data.local_filed.x}" }],
    ["resource", "aws_instance", { content: '${file("x")}' }],
    ["resource", "aws_instance", { user_data: "file(x)", tags: { a: "${x_y.z.a}" } }],
    ["data", "cloudinit_config", { other: '${file("x")}' }],
    ["data", "template_file", { content: '${file("x")}' }],
  ])("is none in %s %s %j", (kind, type, body) => {
    expect(saidBy(RULE, { [kind]: { [type]: { r: body } } })).toEqual([]);
  });

  test("is told by its text, beside the code that the resource runs", () => {
    const user_data = '${file("x")}';
    const json = one("aws_instance", { user_data, provisioner: { file: {} } });
    expect(told(RULE, json)).toHaveLength(1);
    expect(checkJson(json).notes.filter((each) => each.rule === RULE)).toMatchObject([
      { path: "/resource/aws_instance/r/user_data" },
    ]);
  });
});
