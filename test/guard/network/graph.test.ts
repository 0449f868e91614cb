import type { Block, Stack } from "../../../guard/model/block";
import {
  type Filter,
  layersOfAll,
  type Resident,
  resourceNamed,
  type Subnet,
  sourceOf,
  subnetsNamed,
} from "../../../guard/network/graph";
import { argumentOf } from "../../../guard/network/stations";
import type { Target } from "../../../guard/network/targets";

const stack = { name: "net" } as Stack;

function block(name: string, more: Partial<Block> = {}): Block {
  return {
    kind: "resource",
    type: "aws_vpc",
    name,
    body: {},
    pointer: `/${name}`,
    ...more,
  } as Block;
}

const target = (named: Block): Target => ({ kind: "block", block: named, stack, attribute: "id" });
const TEXT: Target = { kind: "text", text: "vpc-0a" };

test.each([
  ["from", "/v/rule/from", "10.0.0.0/8"],
  ["ports", "/v/rule/ports", "[1,2]"],
  ["to", "/v/rule/to", ""],
  ["", "/v/rule", ""],
])("an admission by the argument %j stands at %s with %j", (argument, pointer, value) => {
  const located = { block: block("v"), stack };
  const rule = { value: { from: "10.0.0.0/8", ports: [1, 2], "": "x" }, pointer: "/v/rule" };
  const peer = { kind: "unknown", reason: "" } as const;
  expect(sourceOf({ direction: "ingress", peer, located, rule, argument })).toEqual({
    ...located,
    pointer,
    value,
  });
});

test.each([
  ["a", "/v/a", "x"],
  ["list", "/v/list", '["x"]'],
  ["missing", "/v", ""],
  ["", "/v", ""],
])("the argument %j of a block stands at %s with %j", (argument, pointer, value) => {
  const located = { block: block("v", { body: { a: "x", list: ["x"], "": "y" } }), stack };
  expect(argumentOf(located, argument)).toEqual({ ...located, pointer, value });
});

test("values name the subnets of the input, and those are all or not", () => {
  const [a, b, other] = [block("a"), block("b"), block("other")];
  const subnets = new Map([
    [a, { block: a } as Subnet],
    [b, { block: b } as Subnet],
  ]);
  const named = (...targets: readonly Target[]) => {
    const found = subnetsNamed(targets, subnets);
    return [found.isWhole, ...found.subnets.map((subnet) => subnet.block.name)];
  };
  expect(named()).toEqual([true]);
  expect(named(target(a), target(b))).toEqual([true, "a", "b"]);
  expect(named(target(a), target(other))).toEqual([false, "a"]);
  expect(named(TEXT, target(b))).toEqual([false, "b"]);
});

test.each<[string, Target, boolean]>([
  ["a resource of the type", target(block("v")), true],
  ["a resource of another type", target(block("v", { type: "aws_subnet" })), false],
  ["a data source of the type", target(block("v", { kind: "data" })), false],
  ["a text", TEXT, false],
])("%s is named as a resource of it: %s", (_what, each, isNamed) => {
  expect(resourceNamed(each, "aws_vpc")).toBe(isNamed ? each : undefined);
});

describe("the layers that traffic passes", () => {
  const filter = (name: string): Filter => ({ name, admissions: [] });
  const [list, g, h, assumed] = [filter("list"), filter("g"), filter("h"), filter("assumed")];
  const resident = (...groups: readonly Filter[]) => ({ groups }) as Resident;
  const layers = (subnet: Partial<Subnet>) =>
    layersOfAll({ cloud: "oci", lists: [list], residents: [], ...subnet }).map((layer) =>
      layer.map(({ name }) => name),
    );

  test.each<[string, Partial<Subnet>, readonly (readonly string[])[]]>([
    ["lists alone, on Oracle Cloud", {}, [["list"]]],
    ["lists alone, without groups", { residents: [resident()] }, [["list"]]],
    [
      "lists and groups as one, on Oracle Cloud",
      { residents: [resident(g), resident(h, g)] },
      [["list", "g", "h"]],
    ],
    ["the ACL and no group, on AWS", { cloud: "aws" }, [["list"], []]],
    ["the ACL and what is assumed, on AWS", { cloud: "aws", assumed }, [["list"], ["assumed"]]],
    [
      "what is assumed, where what stands there has no group",
      { cloud: "aws", assumed, residents: [resident()] },
      [["list"], ["assumed"]],
    ],
    [
      "the ACL and the groups, on AWS",
      { cloud: "aws", assumed, residents: [resident(g), resident(h, g)] },
      [["list"], ["g", "h"]],
    ],
    [
      "the ACL and no group, where nothing is assumed",
      { cloud: "aws", residents: [resident()] },
      [["list"], []],
    ],
  ])("are %s", (_what, subnet, expected) => {
    expect(layers(subnet)).toEqual(expected);
  });
});
