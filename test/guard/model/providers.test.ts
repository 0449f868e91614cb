import type { Json, JsonObject } from "../../../guard/json/json";
import type { Block, Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";
import {
  addRequiredSources,
  bindingsOf,
  providerNameOf,
  providerOfLocalName,
  providerOfSource,
} from "../../../guard/model/providers";

describe("the provider that a source address names", () => {
  test.each<[source: string, provider: string]>([
    ["hashicorp/aws", "aws"],
    ["HashiCorp/AWS", "aws"],
    ["registry.terraform.io/hashicorp/aws", "aws"],
    ["registry.opentofu.org/hashicorp/random", "random"],
    ["terraform.io/builtin/terraform", "terraform"],
    ["builtin/terraform", "terraform"],
    ["oracle/oci", "oci"],
    ["registry.terraform.io/oracle/oci", "oci"],
    ["evil/aws", "evil/aws"],
    ["oracle/aws", "oracle/aws"],
    ["oracle/oci-x", "oracle/oci-x"],
    ["x-hashicorp/aws", "x-hashicorp/aws"],
    ["hashicorp/aws_x", "hashicorp/aws_x"],
    ["registry.example.com/hashicorp/aws", "registry.example.com/hashicorp/aws"],
    ["registry.terraform.io/Evil/aws", "registry.terraform.io/Evil/aws"],
    ["registry.terraform.io/x/hashicorp/aws", "registry.terraform.io/x/hashicorp/aws"],
    ["aws", "aws"],
    ["", ""],
  ])("%j is %j", (source, provider) => {
    expect(providerOfSource(source)).toBe(provider);
  });

  test("is looked up by the local name, which is the name of hashicorp's where none is given", () => {
    const sources = new Map([
      ["oracle", "oracle/oci"],
      ["aws", "evil/aws"],
    ]);
    expect(providerOfLocalName("oracle", sources)).toBe("oci");
    expect(providerOfLocalName("aws", sources)).toBe("evil/aws");
    expect(providerOfLocalName("random", sources)).toBe("random");
    expect(providerOfLocalName("aws", undefined)).toBe("aws");
  });

  test.each<[settings: JsonObject, sources: Record<string, string>]>([
    [{ required_providers: { a: { source: "x/a" }, b: { version: "1" } } }, { a: "x/a" }],
    [
      { required_providers: [{ a: { source: "x/a" } }, { b: [{ source: "x/b" }] }] },
      { a: "x/a", b: "x/b" },
    ],
    [{ required_providers: { a: "~> 1.0", b: null, c: 1, d: { source: 1 }, e: [] } }, {}],
    [{ required_providers: [1, null, "x"] }, {}],
    [{}, {}],
  ])("%j requires %j", (settings, expected) => {
    const sources = new Map<string, string>();
    addRequiredSources(settings, sources);
    expect(Object.fromEntries(sources)).toEqual(expected);
  });
});

function stacksOf(json: object, modules: Record<string, object> = {}): readonly Stack[] {
  const document = (file: string, content: object, folder: string) => ({
    stack: "test",
    file,
    json: content as JsonObject,
    folder,
  });
  return buildModel({
    documents: [document("cdk.tf.json", json, "")],
    unread: [],
    modules: new Map(
      Object.entries(modules).map(([name, content]) => [
        name,
        { documents: [document(`${name}/main.tf.json`, content, name)] },
      ]),
    ),
  });
}

/** Addresses of the provider configurations that a resource of the last stack uses. */
function used(stacks: readonly Stack[]): readonly string[] {
  const stack = stacks.at(-1) as Stack;
  const block = stack.blocks.find(({ kind }) => kind === "resource") as Block;
  return bindingsOf(block, stack).map((binding) => {
    expect(binding.stack.blocks).toContain(binding.block);
    return binding.block.address;
  });
}

const PROVIDER = {
  aws: [{ region: "us-east-1" }, { alias: "west", region: "us-west-1" }],
  oracle: { region: "us-ashburn-1" },
};

describe("the provider configuration that a resource uses", () => {
  test.each<[provider: Json | undefined, name: string | undefined, used: readonly string[]]>([
    [undefined, "aws", ["provider.aws"]],
    [null, "aws", ["provider.aws"]],
    ["aws.west", "aws.west", ["provider.aws.west"]],
    ["${aws.west}", "aws.west", ["provider.aws.west"]],
    ["${ aws.west }", "aws.west", ["provider.aws.west"]],
    ['aws.west["a"]', "aws.west", ["provider.aws.west"]],
    ["${aws.west[each.key]}", "aws.west", ["provider.aws.west"]],
    ["aws.east", "aws.east", []],
    ["${aws.west}x", undefined, []],
    [1, undefined, []],
    [["aws.west"], undefined, []],
  ])("with the argument %j is %j", (provider, name, addresses) => {
    const body = provider === undefined ? {} : { provider };
    const stacks = stacksOf({ provider: PROVIDER, resource: { aws_s3_bucket: { b: body } } });
    expect(providerNameOf(stacks[0]?.byAddress.get("aws_s3_bucket.b") as Block)).toBe(name);
    expect(used(stacks)).toEqual(addresses);
  });

  test("is each of several of one name", () => {
    const provider = { aws: [{ region: "us-east-1" }, { region: "eu-west-1" }] };
    const [stack] = stacksOf({ provider, resource: { aws_s3_bucket: { b: {} } } }) as [Stack];
    const bindings = bindingsOf(stack.byAddress.get("aws_s3_bucket.b") as Block, stack);
    expect(bindings.map(({ block }) => block.body.region)).toEqual(["us-east-1", "eu-west-1"]);
    expect(bindingsOf(stack.byAddress.get("aws_s3_bucket.b") as Block, stack)).toEqual(bindings);
  });

  const called = (call: object, module: object, root: object = {}) =>
    used(
      stacksOf(
        { provider: PROVIDER, ...root, module: { m: { source: "./m", ...call } } },
        { m: { resource: { aws_s3_bucket: { b: {} } }, ...module } },
      ),
    );
  const withProvider = (provider: string) => ({ resource: { aws_s3_bucket: { b: { provider } } } });
  const sources = (required_providers: object) => ({ terraform: { required_providers } });

  test.each<[what: string, call: object, module: object, root: object, used: readonly string[]]>([
    ["the caller's default one", {}, {}, {}, ["provider.aws"]],
    [
      "one of its own",
      {},
      { provider: { aws: { region: "us-east-2" } } },
      {},
      ["module.m.provider.aws"],
    ],
    [
      "the one that the call passes",
      { providers: { aws: "aws.west" } },
      {},
      {},
      ["provider.aws.west"],
    ],
    [
      "one that is passed as a template",
      { providers: { aws: "${aws.west}" } },
      {},
      {},
      ["provider.aws.west"],
    ],
    [
      "one of several lists that are passed",
      { providers: [1, { x: "aws" }, { aws: "aws.west" }] },
      {},
      {},
      ["provider.aws.west"],
    ],
    ["none where another kind of value is passed", { providers: { aws: 1 } }, {}, {}, []],
    ["none where what is passed is not there", { providers: { aws: "aws.none" } }, {}, {}, []],
    [
      "one that is passed under an alias",
      { providers: { "aws.x": "aws.west" } },
      withProvider("aws.x"),
      {},
      ["provider.aws.west"],
    ],
    ["none by an alias that is not passed", {}, withProvider("aws.west"), {}, []],
    [
      "the caller's by another local name",
      {},
      { ...withProvider("cloud"), ...sources({ cloud: { source: "hashicorp/aws" } }) },
      sources({ aws: { source: "hashicorp/aws" } }),
      ["provider.aws"],
    ],
    [
      "the caller's whose local name is another",
      {},
      withProvider("oci"),
      sources({ oracle: { source: "oracle/oci" } }),
      ["provider.oracle"],
    ],
    [
      "the first of the caller's that there is",
      {},
      withProvider("oci"),
      sources({ other: { source: "oracle/oci" }, oracle: { source: "oracle/oci" } }),
      ["provider.oracle"],
    ],
    [
      "none of another provider of the same local name",
      {},
      { ...withProvider("aws"), ...sources({ aws: { source: "evil/aws" } }) },
      {},
      [],
    ],
    ["none where the caller has none", {}, withProvider("random"), {}, []],
  ])("of a called module is %s", (_what, call, module, root, addresses) => {
    expect(called(call, module, root)).toEqual(addresses);
  });

  test("goes through a module between", () => {
    const stacks = stacksOf(
      { provider: PROVIDER, module: { a: { source: "./a", providers: { aws: "aws.west" } } } },
      {
        a: { module: { b: { source: "../b" } } },
        b: { resource: { aws_s3_bucket: { b: {} } } },
      },
    );
    expect(stacks).toHaveLength(3);
    expect(used(stacks)).toEqual(["provider.aws.west"]);
  });

  test("of a plan is the one that the plan names, whatever the module", () => {
    const resource = { type: "aws_s3_bucket", name: "b", mode: "managed" };
    const plan = {
      format_version: "1.2",
      planned_values: {
        root_module: {
          child_modules: [
            {
              address: "module.m",
              resources: [{ ...resource, address: "module.m.aws_s3_bucket.b", values: {} }],
            },
          ],
        },
      },
      configuration: {
        provider_config: { aws: { name: "aws" }, "aws.west": { name: "aws", alias: "west" } },
        root_module: {
          module_calls: {
            m: { module: { resources: [{ ...resource, provider_config_key: "aws.west" }] } },
          },
        },
      },
    };
    expect(used(stacksOf(plan))).toEqual(["provider.aws.west"]);
  });
});
