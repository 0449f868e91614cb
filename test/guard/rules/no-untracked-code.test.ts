import { one, saidBy } from "../../support/of-rule";
import { inFull, notesInFull } from "./in-full";

const said = (json: object) => saidBy("no-untracked-code", json);

describe("no-untracked-code", () => {
  test.each([
    ["null_resource", { provisioner: [{ "local-exec": { command: "./x.sh" } }] }, "/0/local-exec"],
    ["terraform_data", { provisioner: { "local-exec": { command: "./x.sh" } } }, "/local-exec"],
    ["oci_core_instance", { provisioner: { "remote-exec": [{ inline: ["x"] }] } }, "/remote-exec"],
    ["aws_instance", { provisioner: { file: { source: "a", destination: "b" } } }, "/file"],
    ["aws_instance", { provisioner: [{ chef: {} }], connection: { host: "h" } }, "/0/chef"],
  ])("leaves %s %j unproven", (type, body, path) => {
    expect(said(one(type, body))).toEqual([`unproven /resource/${type}/r/provisioner${path}`]);
  });

  test("names every provisioner of a resource", () => {
    const provisioner = { "local-exec": [{ command: "a" }], file: { source: "a" } };
    expect(said(one("null_resource", { provisioner }))).toHaveLength(2);
  });

  test("leaves a connection without a provisioner unproven", () => {
    expect(said(one("null_resource", { connection: { host: "h" } }))).toEqual([
      "unproven /resource/null_resource/r/connection",
    ]);
  });

  test("leaves a provisioner of a removed block unproven, and passes one that only removes", () => {
    const provisioner = [{ "local-exec": { when: "destroy", command: "./x.sh" } }];
    const from = "${aws_instance.old}";
    expect(
      said({
        removed: [
          { from, provisioner },
          { from, lifecycle: { destroy: false } },
        ],
      }),
    ).toEqual(["unproven /removed/0/provisioner/0/local-exec"]);
  });

  test.each<[string, object]>([
    ["null_resource", { triggers: { provisioner: "local-exec" } }],
    ["terraform_data", { input: "x" }],
    ["aws_dms_endpoint", { connection: "x" }],
    ["aws_lambda_function", { function_name: "f" }],
    ["null_resource", { provisioner: null }],
    ["null_resource", { provisioner: [] }],
  ])("passes %s %j", (type, body) => {
    expect(said(one(type, body))).toEqual([]);
  });

  test.each(["external", "http"])("leaves the data source %s unproven", (type) => {
    expect(
      said({ data: { [type]: { d: { program: ["x"], url: "https://x.example.com" } } } }),
    ).toEqual([`unproven /data/${type}/d`]);
  });

  test.each(["aws_cloudformation_stack", "aws_lambda_invocation", "oci_functions_invoke_function"])(
    "leaves %s unproven, whose effects the configuration does not show",
    (type) => {
      expect(said(one(type, { name: "x" }))).toEqual([`unproven /resource/${type}/r`]);
    },
  );

  test("leaves an action unproven that runs code, and passes one that does not", () => {
    const action = (type: string) => said({ action: { [type]: { a: { config: { id: "x" } } } } });
    expect(action("aws_lambda_invoke")).toEqual(["unproven /action/aws_lambda_invoke/a"]);
    expect(action("aws_ec2_stop_instance")).toEqual([]);
  });

  test("leaves an action unproven that a plan invokes, where it runs code", () => {
    const invoked = (type: string) => ({ address: `action.${type}.a`, type, name: "a" });
    const plan = {
      format_version: "1.2",
      planned_values: {},
      configuration: { root_module: {} },
      action_invocations: [invoked("aws_ec2_stop_instance"), invoked("aws_lambda_invoke")],
    };
    expect(said(plan)).toEqual(["unproven /action_invocations/1/config_values"]);
  });

  describe("a start-up script", () => {
    test.each<[string, object, string]>([
      ["aws_instance", { user_data: '${file("boot.sh")}' }, "user_data"],
      ["aws_launch_template", { user_data: '${filebase64("boot.sh")}' }, "user_data"],
      [
        "oci_core_instance",
        { metadata: { user_data: '${base64encode(templatefile("boot.tftpl", {}))}' } },
        "metadata/user_data",
      ],
      ["aws_instance", { user_data_base64: '${base64gzip(file("boot.sh"))}' }, "user_data_base64"],
      ["aws_instance", { user_data: "${data.local_file.boot.content}" }, "user_data"],
    ])("of %s that is read from the disk is noted: %j", (type, body, path) => {
      expect(said(one(type, body))).toEqual([`note /resource/${type}/r/${path}`]);
    });

    test("that cloudinit_config is made of is noted too", () => {
      const part = { content_type: "text/cloud-config", content: '${file("boot.yaml")}' };
      expect(said({ data: { cloudinit_config: { c: { part } } } })).toEqual([
        "note /data/cloudinit_config/c/part/content",
      ]);
    });

    test.each<[string, object]>([
      ["aws_instance", { user_data: "#!/bin/sh\necho ready" }],
      ["aws_instance", { user_data: '${base64encode("echo ready")}' }],
      ["aws_instance", { user_data: "${data.cloudinit_config.c.rendered}" }],
      ["aws_instance", { user_data: "${local.profile(1)}" }],
      ["aws_instance", { tags: { Script: '${file("boot.sh")}' } }],
      ["aws_iam_policy", { policy: '${file("policy.json")}' }],
    ])("whose text is in the file, or that is none, is not: %s %j", (type, body) => {
      expect(said(one(type, body))).toEqual([]);
    });
  });

  test("passes a data source that only reads a stack", () => {
    expect(said({ data: { aws_cloudformation_stack: { d: { name: "s" } } } })).toEqual([]);
  });

  test("passes import, moved, removed and check blocks", () => {
    const json = {
      import: [{ to: "null_resource.a", id: "1" }],
      moved: [{ from: "null_resource.a", to: "null_resource.b" }],
      removed: [{ from: "null_resource.c", lifecycle: { destroy: false } }],
      check: { c: { assert: { condition: "${true}", error_message: "e" } } },
    };
    expect(said(json)).toEqual([]);
  });

  test("finds the provisioners of a plan, which keeps them in its configuration", () => {
    const resource = {
      address: "null_resource.r",
      mode: "managed",
      type: "null_resource",
      name: "r",
    };
    const plan = {
      format_version: "1.2",
      terraform_version: "1.14.0",
      planned_values: { root_module: { resources: [{ ...resource, values: {} }] } },
      configuration: {
        root_module: {
          resources: [
            {
              ...resource,
              provisioners: [
                { type: "local-exec", expressions: { command: { constant_value: "x" } } },
              ],
            },
          ],
        },
      },
    };
    expect(said(plan)).toEqual(["unproven /configuration/root_module/resources/0/provisioners/0"]);
  });
});

describe("what no-untracked-code says", () => {
  test.each<[string, object, readonly string[]]>([
    [
      "a provisioner",
      one("null_resource", { provisioner: { "local-exec": { command: "a" } } }),
      [
        "unproven",
        "/resource/null_resource/r/provisioner/local-exec",
        "provisioner local-exec",
        "null_resource.r runs provisioner local-exec: nothing proves what its code does, or where it sends what it sees.",
        "Say it as a resource, or put it into an image that is built and reviewed elsewhere.",
      ],
    ],
    [
      "a program",
      { data: { external: { e: { program: ["x"] } } } },
      [
        "unproven",
        "/data/external/e",
        "external",
        "data.external.e runs a program on the machine that runs Terraform, which the configuration does not show.",
        "Write its result out, or give it as a variable with a validation.",
      ],
    ],
    [
      "a template",
      one("aws_cloudformation_stack", { name: "x" }),
      [
        "unproven",
        "/resource/aws_cloudformation_stack/r",
        "aws_cloudformation_stack",
        "aws_cloudformation_stack.r makes the resources of a template, which the configuration does not show.",
        "Write its resources as resources of Terraform.",
      ],
    ],
  ])("of %s", (_what, json, expected) => {
    expect(inFull("no-untracked-code", json)).toEqual([expected]);
  });

  test("of a script that is read from the disk", () => {
    const json = one("aws_instance", { user_data: '${file("boot.sh")}' });
    expect(notesInFull("no-untracked-code", json)).toEqual([
      [
        "/resource/aws_instance/r/user_data",
        "aws_instance.r starts with a script that Terraform reads from the disk, so that nothing here tells what it names: check the plan, which holds its text.",
      ],
    ]);
  });

  test("of a resource that does all three at once", () => {
    const body = {
      provisioner: { file: { source: "a" } },
      user_data: '${file("boot.sh")}',
    };
    expect(said(one("aws_instance", body))).toEqual([
      "unproven /resource/aws_instance/r/provisioner/file",
      "note /resource/aws_instance/r/user_data",
    ]);
  });
});
