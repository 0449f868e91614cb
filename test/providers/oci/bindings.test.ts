import { App, TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import {
  type AttributeSchema,
  type BlockSchema,
  conformance,
  dataSourceSchema,
  listedTypes,
  resourceSchema,
} from "../../../providers/oci/scripts/schema";

type Config = Record<string, unknown>;
type Binding = (new (
  scope: Construct,
  id: string,
  config: Config,
) => unknown) & {
  readonly tfResourceType?: string;
};

const { resources, dataSources } = listedTypes();
const kebab = (type: string) => type.replace(/^oci_/, "").replaceAll("_", "-");
/** The generator's spelling: a capital also follows a digit, `ipv6address` -> `ipv6Address`. */
const camel = (name: string) =>
  name
    .replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll(/(\d)([a-z])/g, (_, digit: string, letter: string) => digit + letter.toUpperCase());

function bindingOf(module: string, type: string): Binding {
  const exported = Object.values(require(`@cdktf/provider-oci/lib/${module}`)) as Binding[];
  const binding = exported.find((candidate) => candidate.tfResourceType === type);
  if (!binding) throw new Error(`${module} exports no class of ${type}`);
  return binding;
}

/** A configuration of the arguments and blocks that `which` picks, in the bindings' spelling. */
function configure(block: BlockSchema, which: "required" | "settable"): Config {
  const all = which === "settable";
  const attributes = Object.entries(block.attributes ?? {})
    .filter(([, attribute]) => attribute.required || (all && attribute.optional))
    .map(([name, attribute]) => [camel(name), sample(attribute)]);
  const blocks = Object.entries(block.block_types ?? {})
    .filter(([, type]) => all || (type.min_items ?? 0) > 0)
    .map(([name, type]) => {
      const one = configure(type.block, which);
      const isOne = type.max_items === 1 || type.nesting_mode === "single";
      return [camel(name), isOne ? one : Array(type.min_items ?? 1).fill(one)];
    });
  return Object.fromEntries([...attributes, ...blocks]);
}

/** The paths of all arguments and blocks in a synthesized body, without list positions. */
function paths(body: unknown, block: BlockSchema, prefix = ""): string[] {
  return Object.entries(body as Config).flatMap(([name, value]) => {
    const type = block.block_types?.[name];
    const path = `${prefix}${name}`;
    if (!type) return [path];
    const [first] = Array.isArray(value) ? value : [value];
    return [path, ...paths(first, type.block, `${path}.`)];
  });
}

/** The paths of all arguments and blocks that can be set. */
function settable(block: BlockSchema, prefix = ""): string[] {
  return [
    ...Object.entries(block.attributes ?? {})
      .filter(([, attribute]) => attribute.required || attribute.optional)
      .map(([name]) => `${prefix}${name}`),
    ...Object.entries(block.block_types ?? {}).flatMap(([name, type]) => [
      `${prefix}${name}`,
      ...settable(type.block, `${prefix}${name}.`),
    ]),
  ];
}

function sample(attribute: AttributeSchema): unknown {
  const value = (type: AttributeSchema["type"]): unknown => {
    if (type === "number") return 1;
    if (type === "bool") return true;
    if (!Array.isArray(type)) return "x";
    return type[0] === "map" ? { key: value(type[1]) } : [value(type[1])];
  };
  return value(attribute.type);
}

function synthesize(binding: Binding, config: Config, group: "resource" | "data"): unknown {
  const stack = new TerraformStack(new App(), "stack");
  new binding(stack, "it", config);
  const bodies = JSON.parse(Testing.synth(stack))[group][binding.tfResourceType ?? ""];
  return bodies.it;
}

describe("the generated bindings", () => {
  test.each(resources)("%s synthesizes a body that conforms to the schema", (type) => {
    const config = configure(resourceSchema(type).block, "required");
    const body = synthesize(bindingOf(kebab(type), type), config, "resource");
    expect(conformance(type, body)).toEqual([]);
  });

  test.each(resources)("%s carries every argument and block of the schema", (type) => {
    const { block } = resourceSchema(type);
    const body = synthesize(bindingOf(kebab(type), type), configure(block, "settable"), "resource");
    expect(conformance(type, body)).toEqual([]);
    expect(paths(body, block).sort()).toEqual(settable(block).sort());
  });

  test.each(dataSources)("%s synthesizes a data source that conforms to the schema", (type) => {
    const config = configure(dataSourceSchema(type).block, "required");
    const body = synthesize(bindingOf(`data-oci-${kebab(type)}`, type), config, "data");
    expect(conformance(type, body, "data")).toEqual([]);
  });

  test("the provider synthesizes a body that conforms to the schema", () => {
    const { OciProvider } = require("@cdktf/provider-oci/lib/provider");
    const stack = new TerraformStack(new App(), "stack");
    new OciProvider(stack, "oci", { region: "us-ashburn-1", alias: "iad" });
    const { provider, terraform } = JSON.parse(Testing.synth(stack));
    expect(provider.oci).toHaveLength(1);
    expect(conformance("oci", provider.oci[0], "provider")).toEqual([]);
    const { version } = require("@cdktf/provider-oci/package.json");
    expect(terraform.required_providers.oci).toEqual({ source: "oracle/oci", version });
  });
});
