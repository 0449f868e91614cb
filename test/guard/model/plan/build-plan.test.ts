import type { JsonObject } from "../../../../guard/json/json";
import type { Block, Stack } from "../../../../guard/model/block";
import { buildPlan } from "../../../../guard/model/plan/build-plan";

function planned(json: object): readonly Stack[] {
  return buildPlan({ stack: "test", file: "plan.json", json: json as JsonObject });
}

/** What tells a block from others, and where it stands. */
function brief({ kind, address, type, name, pointer, body, providerKey }: Block): object {
  return {
    [`${kind} ${address}`]: [
      type,
      name,
      pointer,
      body,
      ...(providerKey === undefined ? [] : [providerKey.name, providerKey.pointer]),
    ],
  };
}

function blocksOf(json: object): object {
  return Object.assign({}, ...planned(json).flatMap(({ blocks }) => blocks.map(brief)));
}

const BUCKET = { address: "aws_s3_bucket.b", mode: "managed", type: "aws_s3_bucket", name: "b" };

describe("the actions of a plan", () => {
  test("are what it invokes, with what they are given", () => {
    const action = { address: "action.aws_lambda_invoke.a", type: "aws_lambda_invoke", name: "a" };
    const config_values = { function_name: "f", payload: null, tenant: "${x}" };
    expect(blocksOf({ action_invocations: [{ ...action, config_values }, {}] })).toEqual({
      "document action.aws_lambda_invoke.a": [
        "aws_lambda_invoke",
        "a",
        "/action_invocations/0/config_values",
        { function_name: "f", tenant: "$${x}" },
      ],
      "document action": ["", "", "/action_invocations/1/config_values", {}],
    });
  });
});

describe("the blocks of a plan", () => {
  test("are its planned objects, with what the configuration says of what is not known", () => {
    const json = {
      planned_values: { root_module: { resources: [{ ...BUCKET, values: { bucket: "logs" } }] } },
      resource_changes: [
        {
          ...BUCKET,
          change: { after: { bucket: "logs" }, after_unknown: { region: true, id: true } },
        },
      ],
      configuration: {
        root_module: {
          resources: [
            { mode: "managed", type: "other", name: "b" },
            {
              ...BUCKET,
              provider_config_key: "aws.west",
              expressions: { region: { references: ["var.region"] } },
            },
          ],
        },
      },
    };
    expect(blocksOf(json)).toEqual({
      "resource aws_s3_bucket.b": [
        "aws_s3_bucket",
        "b",
        "/planned_values/root_module/resources/0/values",
        { bucket: "logs", region: "${var.region}" },
        "aws.west",
        "/configuration/root_module/resources/1/provider_config_key",
      ],
    });
    const [stack] = planned(json);
    expect(stack).toMatchObject({ name: "test", origin: "plan" });
    expect(stack?.blocks[0]).toMatchObject({ stack: "test", file: "plan.json" });
    expect(stack?.blocks[0]).toMatchObject({
      templates: [
        {
          pointer: "/planned_values/root_module/resources/0/values/region",
          argument: "region",
          value: "${var.region}",
        },
      ],
    });
  });

  test("name no provider configuration where there is no configuration of them", () => {
    const json = { planned_values: { root_module: { resources: [{ ...BUCKET, values: {} }] } } };
    const pointer = "/planned_values/root_module/resources/0/values";
    expect(blocksOf(json)).toEqual({
      "resource aws_s3_bucket.b": ["aws_s3_bucket", "b", pointer, {}, "", pointer],
    });
  });

  test("are found by their address with and without an index, the first of each", () => {
    const of = (index: number) => ({
      ...BUCKET,
      address: `aws_s3_bucket.b[${index}]`,
      index,
      values: {},
    });
    const [stack] = planned({ planned_values: { root_module: { resources: [of(0), of(1)] } } });
    expect([...(stack?.byAddress ?? [])].map(([key, { address }]) => [key, address])).toEqual([
      ["aws_s3_bucket.b", "aws_s3_bucket.b[0]"],
      ["aws_s3_bucket.b[0]", "aws_s3_bucket.b[0]"],
      ["aws_s3_bucket.b[1]", "aws_s3_bucket.b[1]"],
    ]);
  });

  test("are the data sources of the prior state that are configured, with what is configured of them", () => {
    const data = (name: string) => ({
      address: `data.aws_region.${name}`,
      mode: "data",
      type: "aws_region",
      name,
      values: { name: "us-east-1", endpoint: "ec2.us-east-1.amazonaws.com" },
    });
    const json = {
      planned_values: { root_module: {} },
      prior_state: {
        values: {
          root_module: { resources: [data("a"), data("gone"), { ...BUCKET, values: {} }] },
        },
      },
      configuration: {
        root_module: {
          resources: [
            {
              mode: "data",
              type: "aws_region",
              name: "a",
              provider_config_key: "aws",
              expressions: { name: {} },
            },
            { ...BUCKET },
          ],
        },
      },
    };
    expect(blocksOf(json)).toEqual({
      "data data.aws_region.a": [
        "aws_region",
        "a",
        "/prior_state/values/root_module/resources/0/values",
        { name: "us-east-1" },
        "aws",
        "/configuration/root_module/resources/0/provider_config_key",
      ],
    });
  });

  test("are taken from the planned values where the prior state holds the same", () => {
    const resource = { address: "data.x.y", mode: "data", type: "x", name: "y" };
    const of = (a: number) => ({ root_module: { resources: [{ ...resource, values: { a } }] } });
    const json = {
      planned_values: of(1),
      prior_state: { values: of(2) },
      configuration: { root_module: { resources: [{ ...resource, expressions: { a: {} } }] } },
    };
    expect(planned(json).flatMap(({ blocks }) => blocks.map(({ body }) => body))).toEqual([
      { a: 1 },
    ]);
  });

  test("are also what is changed and stands in no list of values", () => {
    const json = {
      planned_values: { root_module: { resources: [{ ...BUCKET, values: { a: 1 } }] } },
      resource_changes: [
        { ...BUCKET, change: { after: { a: 2 } } },
        { ...BUCKET, address: "aws_s3_bucket.gone", name: "gone", change: { after: null } },
        { ...BUCKET, address: undefined, name: "lost", change: { after: { a: 3 } } },
        {
          ...BUCKET,
          address: "module.m.aws_s3_bucket.c",
          module_address: "module.m",
          name: "c",
          change: { after: { a: 4 } },
        },
        { ...BUCKET, address: "aws_s3_bucket.d", name: "d", change: { after: { a: 5 } } },
      ],
    };
    const at = (index: number) => `/resource_changes/${index}/change/after`;
    expect(blocksOf(json)).toEqual({
      "resource aws_s3_bucket.b": expect.arrayContaining([{ a: 1 }]),
      "resource aws_s3_bucket.d": ["aws_s3_bucket", "d", at(4), { a: 5 }, "", at(4)],
      "resource module.m.aws_s3_bucket.c": ["aws_s3_bucket", "c", at(3), { a: 4 }, "", at(3)],
    });
  });

  test("are its provider configurations", () => {
    const json = {
      planned_values: {},
      configuration: {
        provider_config: {
          aws: {
            name: "aws",
            full_name: "registry.terraform.io/hashicorp/aws",
            expressions: { region: { constant_value: "us-east-1" } },
          },
          "aws.west": {
            name: "aws",
            alias: "west",
            expressions: { region: { references: ["var.r"] } },
          },
          "module.m:evil": { full_name: "registry.terraform.io/elsewhere/aws" },
          random: {},
        },
      },
    };
    const at = (key: string) => `/configuration/provider_config/${key}/expressions`;
    expect(blocksOf(json)).toEqual({
      "provider provider.aws": ["aws", "aws", at("aws"), { region: "us-east-1" }],
      "provider provider.aws.west": [
        "aws",
        "aws.west",
        at("aws.west"),
        { region: "${var.r}", alias: "west" },
      ],
      "provider provider.module.m:evil": [
        "registry.terraform.io/elsewhere/aws",
        "module.m:evil",
        at("module.m:evil"),
        {},
      ],
      "provider provider.random": ["random", "random", at("random"), {}],
    });
    const blocks = planned(json).flatMap(({ blocks }) => blocks);
    expect(blocks.map(({ isAbridged }) => isAbridged)).toEqual([false, true, false, false]);
    expect(blocks.map(({ places }) => places.map(({ pointer }) => pointer))).toEqual([
      [`${at("aws")}/region`],
      [],
      [],
      [],
    ]);
    expect(blocks[1]?.templates.map(({ pointer }) => pointer)).toEqual([
      `${at("aws.west")}/region`,
    ]);
  });

  test("are the commands of provisioners, those of called modules included", () => {
    const provisioner = (command: string) => ({
      type: "local-exec",
      expressions: { command: { constant_value: command } },
    });
    const hook = { mode: "managed", type: "terraform_data", name: "hook" };
    const json = {
      planned_values: {},
      configuration: {
        root_module: {
          resources: [
            { ...hook, name: "none" },
            { ...hook, provisioners: [provisioner("a"), provisioner("b")] },
          ],
          module_calls: {
            "m/1": {
              module: {
                resources: [{ ...hook, provisioners: [provisioner("c")] }],
                module_calls: { n: { module: { resources: [{ ...hook, provisioners: [] }] } } },
              },
            },
          },
        },
      },
    };
    const root = "/configuration/root_module";
    expect(blocksOf(json)).toEqual({
      "document terraform_data.hook": [
        "provisioner",
        "",
        `${root}/resources/1/provisioners`,
        { provisioners: [{ expressions: { command: "a" } }, { expressions: { command: "b" } }] },
      ],
      "document module.m/1.terraform_data.hook": [
        "provisioner",
        "",
        `${root}/module_calls/m~11/module/resources/0/provisioners`,
        { provisioners: [{ expressions: { command: "c" } }] },
      ],
      "document module.m/1.module.n.terraform_data.hook": [
        "provisioner",
        "",
        `${root}/module_calls/m~11/module/module_calls/n/module/resources/0/provisioners`,
        { provisioners: [] },
      ],
    });
    expect(planned(json)).toHaveLength(1);
  });

  test("keep the places that commands name", () => {
    const command = { constant_value: "aws s3 cp --region eu-west-1" };
    const json = {
      planned_values: {},
      configuration: {
        root_module: {
          resources: [{ type: "t", name: "n", provisioners: [{ expressions: { command } }] }],
        },
      },
    };
    expect(planned(json)[0]?.blocks[0]?.places.map(({ pointer }) => pointer)).toEqual([
      "/configuration/root_module/resources/0/provisioners/0/expressions/command",
    ]);
  });
});

describe("the called modules of a plan", () => {
  const QUEUE = { mode: "managed", type: "aws_sqs_queue", name: "q" };
  const queueAt = (module: string) => ({
    address: module,
    resources: [{ ...QUEUE, address: `${module}.aws_sqs_queue.q`, values: {} }],
  });
  const json = {
    variables: { region: { value: "us-east-1" }, unset: {}, nothing: { value: null } },
    planned_values: {
      root_module: {
        child_modules: [
          {
            ...queueAt('module.a["x.module.y"]'),
            child_modules: [queueAt('module.a["x.module.y"].module.b[0]')],
          },
          queueAt('module.a["z"]'),
          queueAt("module.c"),
        ],
      },
    },
    configuration: {
      root_module: {
        outputs: {
          out: { expression: { references: ["module.c.arn", "module.c"] } },
          none: {},
        },
        module_calls: {
          a: {
            for_each_expression: { references: ["var.all"] },
            expressions: { region: { references: ["each.value"] }, name: { constant_value: "n" } },
            module: {
              outputs: { url: { expression: { constant_value: "u" } } },
              resources: [{ ...QUEUE, provider_config_key: "aws" }],
              module_calls: {
                b: {
                  count_expression: { constant_value: 1 },
                  expressions: { deep: { references: ["var.region"] } },
                  module: { resources: [{ ...QUEUE, provider_config_key: "b:aws" }] },
                },
              },
            },
          },
          c: { module: {} },
        },
      },
    },
  };
  const stacks = planned(json);
  const [root, a, b, z, c] = stacks;

  test("are a stack for each instance, under the one that calls it", () => {
    expect(stacks.map(({ blocks }) => blocks.map(({ address }) => address))).toEqual([
      [],
      ['module.a["x.module.y"].aws_sqs_queue.q'],
      ['module.a["x.module.y"].module.b[0].aws_sqs_queue.q'],
      ['module.a["z"].aws_sqs_queue.q'],
      ["module.c.aws_sqs_queue.q"],
    ]);
    expect([a, b, z, c].map((stack) => stack?.parent === root)).toEqual([true, false, true, true]);
    expect(b?.parent).toBe(a);
    expect(root?.parent).toBeUndefined();
    // Every instance returns what the first does.
    expect([...(root?.modules ?? [])]).toEqual([
      ["a", { stack: a }],
      ["c", { stack: c }],
    ]);
    expect([...(a?.modules ?? [])]).toEqual([["b", { stack: b }]]);
    expect([...(z?.modules ?? [])]).toEqual([]);
  });

  test("are called as the configuration says", () => {
    expect(brief(a?.call as Block)).toEqual({
      'module module.a["x.module.y"]': [
        "module",
        "a",
        "/configuration/root_module/module_calls/a/expressions",
        { region: "${each.value}", name: "n", for_each: "${var.all}" },
      ],
    });
    expect(brief(b?.call as Block)).toEqual({
      'module module.a["x.module.y"].module.b[0]': [
        "module",
        "b",
        "/configuration/root_module/module_calls/a/module/module_calls/b/expressions",
        { deep: "${var.region}", count: 1 },
      ],
    });
    expect(a?.call).toMatchObject({ stack: "test", file: "plan.json", places: [], templates: [] });
    expect(c?.call?.body).toEqual({});
    expect(root?.call).toBeUndefined();
  });

  test("have the variables that the call sets, and the root module those of the plan", () => {
    expect([...(root?.inputs ?? [])]).toEqual([
      ["region", { value: "us-east-1" }],
      ["nothing", { value: null }],
    ]);
    expect([...(a?.inputs ?? [])]).toEqual([
      ["region", { value: "${each.value}", from: { stack: root, block: a?.call } }],
      ["name", { value: "n", from: { stack: root, block: a?.call } }],
    ]);
    expect([...(b?.inputs?.keys() ?? [])]).toEqual(["deep"]);
    expect(c?.inputs?.size).toBe(0);
  });

  test("have outputs, which are no subjects of their own", () => {
    expect(brief(root?.byAddress.get("output.out") as Block)).toEqual({
      "output output.out": [
        "output",
        "out",
        "/configuration/root_module/outputs/out",
        { value: "${module.c.arn}" },
      ],
    });
    expect(brief(z?.byAddress.get("output.url") as Block)).toEqual({
      'output module.a["z"].output.url': [
        "output",
        "url",
        "/configuration/root_module/module_calls/a/module/outputs/url",
        { value: "u" },
      ],
    });
    expect(root?.byAddress.has("output.none")).toBe(false);
    expect(z?.byAddress.get("output.url")).toMatchObject({ places: [], templates: [] });
  });

  test("are found in their own module by their own address", () => {
    expect([...(b?.byAddress.keys() ?? [])]).toEqual(["aws_sqs_queue.q"]);
    expect([...(z?.byAddress.keys() ?? [])]).toEqual(["aws_sqs_queue.q", "output.url"]);
    expect(b?.blocks[0]?.providerKey).toEqual({
      name: "b:aws",
      pointer:
        "/configuration/root_module/module_calls/a/module/module_calls/b/module/resources/0/provider_config_key",
    });
  });

  test("have a stack of their own where only an inner one holds objects", () => {
    const inner = planned({
      planned_values: {
        root_module: {
          child_modules: [{ address: "module.a", child_modules: [queueAt("module.a.module.b")] }],
        },
      },
      configuration: {
        root_module: { module_calls: { a: { module: { module_calls: { b: {} } } } } },
      },
    });
    expect(inner.map(({ call }) => call?.address)).toEqual([
      undefined,
      "module.a",
      "module.a.module.b",
    ]);
  });

  test("are read 16 levels deep", () => {
    const nest = (levels: number, path: string): object => ({
      ...queueAt(path),
      child_modules: levels === 0 ? [] : [nest(levels - 1, `${path}.module.m`)],
    });
    const deep = planned({
      planned_values: { root_module: { child_modules: [nest(20, "module.m")] } },
    });
    expect(deep).toHaveLength(17);
    const calls = (levels: number): object => ({
      resources: [{ type: "t", name: "n", provisioners: [] }],
      module_calls: levels === 0 ? {} : { m: { module: calls(levels - 1) } },
    });
    const commands = planned({ planned_values: {}, configuration: { root_module: calls(20) } });
    expect(commands[0]?.blocks).toHaveLength(17);
  });
});

describe("a plan of another form", () => {
  test.each<[json: object]>([
    [{}],
    [{ planned_values: { root_module: [] }, configuration: 1 }],
    [{ planned_values: { root_module: { resources: {}, child_modules: "x" } } }],
    [{ resource_changes: { address: "a.b", change: { after: {} } } }],
    [{ resource_changes: [1, null, { address: 1, change: { after: {} } }, { address: "a.b" }] }],
    [{ configuration: { provider_config: [], root_module: { module_calls: ["a"] } } }],
  ])("%j makes one empty stack", (json) => {
    expect(planned(json).map(({ blocks }) => blocks)).toEqual([[]]);
  });

  test("makes objects without names rather than none", () => {
    const json = { planned_values: { root_module: { resources: [{ values: { a: 1 } }] } } };
    expect(blocksOf(json)).toEqual({
      "resource ": [
        "",
        "",
        "/planned_values/root_module/resources/0/values",
        { a: 1 },
        "",
        expect.anything(),
      ],
    });
  });

  test("places an object at the root where its module has no address that is understood", () => {
    const resource = { ...BUCKET, address: "odd.aws_s3_bucket.b", values: {} };
    const json = {
      planned_values: {
        root_module: { child_modules: [{ address: "odd", resources: [resource] }] },
      },
    };
    const [root, odd] = planned(json);
    expect(root?.blocks).toEqual([]);
    expect(odd?.blocks.map(({ address }) => address)).toEqual(["odd.aws_s3_bucket.b"]);
    expect(odd?.parent).toBe(root);
  });
});
