import type { Block } from "../../../guard/model/block";
import type { Filter } from "../../../guard/network/graph";
import { Inventory } from "../../../guard/network/inventory";
import { filtersOf, type ResidentRules, residentsOf } from "../../../guard/network/residents";
import type { Target } from "../../../guard/network/targets";
import { Jurisdiction } from "../../../jurisdiction";
import { stacksOf } from "./stacks";

const RULES: ResidentRules = {
  subnetTypes: ["x_subnet"],
  isNeutral: (type) => type === "x_neutral",
  isGroupOfSubnets: (type) => type === "x_subnet_group",
  groupArgument: /^security_groups$/,
};

const nameOf = (target: Target) =>
  target.kind === "block" ? target.block.name : target.kind === "text" ? target.text : "?";

/** `subnet: resident [groups] [route tables]` of each. */
function residents(resource: object, more: object = {}): readonly string[] {
  const stacks = stacksOf({ "net/main.tf.json": { resource, ...more } });
  const inventory = new Inventory(stacks, Jurisdiction.US, () => true);
  return [...residentsOf(inventory, RULES)].flatMap(([subnet, standing]) =>
    standing.map(
      ({ block, groups, routeTables }) =>
        `${subnet.name}: ${block.address} [${groups.map(nameOf)}] [${routeTables.map(nameOf)}]`,
    ),
  );
}

const A = "${x_subnet.a.id}";
const B = "${x_subnet.b.id}";

/** What stands in the subnets `a` and `b`. */
const of = (resource: object, more: object = {}) =>
  residents({ x_subnet: { a: {}, b: {} }, ...resource }, more);

/** `value` in as many blocks as `depth`. */
const nestedIn = (depth: number, value: object): object =>
  depth === 0 ? value : { block: nestedIn(depth - 1, value) };

describe("in a subnet stands", () => {
  test.each<[string, object, ...string[]]>([
    ["what names it", { x_host: { h: { subnet_id: A } } }, "a: x_host.h [] []"],
    [
      "what names it in a nested block",
      { x_host: { h: { nic: [{ my_subnet: A }] } } },
      "a: x_host.h [] []",
    ],
    [
      "what names several",
      { x_host: { h: { subnet_ids: [A, B] } } },
      "a: x_host.h [] []",
      "b: x_host.h [] []",
    ],
    [
      "each of what names it",
      { x_host: { g: { subnet_id: A }, h: { subnet_id: A } } },
      "a: x_host.g [] []",
      "a: x_host.h [] []",
    ],
    [
      "a scaling group by its own argument",
      { x_host: { h: { vpc_zone_identifier: [A] } } },
      "a: x_host.h [] []",
    ],
    [
      "nothing by an argument that only ends so",
      { x_host: { h: { no_vpc_zone_identifier: [A] } } },
    ],
    [
      "nothing by an argument that only begins so",
      { x_host: { h: { vpc_zone_identifiers: [A] } } },
    ],
    ["nothing by another argument", { x_host: { h: { note: A } } }],
    ["nothing by a text", { x_host: { h: { subnet_id: "subnet-0a" } } }],
    ["nothing by a variable", { x_host: { h: { subnet_id: "${var.subnet}" } } }],
    ["nothing of a type that has no interface", { x_neutral: { n: { subnet_id: A } } }],
    ["no other subnet", { x_subnet: { a: {}, b: { subnet_id: A } } }],
    [
      "what names another block beside it",
      { x_host: { g: {}, h: { subnet_id: ["${x_host.g.id}", B] } } },
      "b: x_host.h [] []",
    ],
    [
      "a group of subnets, and what names that",
      {
        x_subnet_group: { g: { subnet_ids: [A] } },
        x_db: { d: { subnet_group: "${x_subnet_group.g.name}" } },
      },
      "a: x_subnet_group.g [] []",
      "a: x_db.d [] []",
    ],
    [
      "a group that names itself, once",
      { x_subnet_group: { g: { subnet_ids: [A, "${x_subnet_group.g.id}"] } } },
      "a: x_subnet_group.g [] []",
    ],
    [
      "groups that name one another",
      {
        x_subnet_group: {
          g: { subnet_ids: [A, "${x_subnet_group.h.id}"] },
          h: { subnet_ids: [B, "${x_subnet_group.g.id}"] },
        },
      },
      "a: x_subnet_group.g [] []",
      "a: x_subnet_group.h [] []",
      "b: x_subnet_group.g [] []",
      "b: x_subnet_group.h [] []",
    ],
  ])("%s", (_what, resource, ...expected) => {
    expect(of(resource)).toEqual(expected);
  });

  test("no data source", () => {
    expect(of({}, { data: { x_host: { h: { subnet_id: A } } } })).toEqual([]);
  });

  test("nothing where there is no subnet", () => {
    expect(residents({ x_host: { h: { subnet_id: A } } })).toEqual([]);
  });
});

describe("what stands in a subnet", () => {
  test.each<[object, string]>([
    [{ security_groups: ["${x_group.g.id}"] }, "[g] []"],
    [{ security_groups: ["sg-0a", "${var.g}"] }, "[sg-0a,?] []"],
    [{ nic: [{ security_groups: "${x_group.g.id}" }] }, "[g] []"],
    [{ nic: { deep: { security_groups: "${x_group.g.id}" } } }, "[g] []"],
    [{ security_groups: ["${x_group.g.id}"], nic: { security_groups: "sg-0b" } }, "[g,sg-0b] []"],
    [{ other_groups: "${x_group.g.id}" }, "[] []"],
    [{ route_table_id: "${x_table.t.id}" }, "[] [t]"],
    [{ nic: { route_table_id: "${x_table.t.id}" } }, "[] [t]"],
    [{ nic: { route_tables: "${x_table.t.id}" } }, "[] []"],
    // What cdktf notes about a block is none of its arguments.
    [{ "//": { security_groups: "${x_group.g.id}" } }, "[] []"],
    [{ nic: null, size: 7 }, "[] []"],
    [nestedIn(16, { security_groups: "${x_group.g.id}" }), "[g] []"],
    [nestedIn(17, { security_groups: "${x_group.g.id}" }), "[] []"],
  ])("by %j has the groups and the route tables %s", (body, expected) => {
    const resource = {
      x_group: { g: {} },
      x_table: { t: {} },
      x_host: { h: { subnet_id: A, ...body } },
    };
    expect(of(resource)).toEqual([`a: x_host.h ${expected}`]);
  });
});

test("a group that the input does not hold is a filter of its own", () => {
  const block = (name: string) => ({ name, address: `x_group.${name}` }) as Block;
  const known = block("known");
  const stack = stacksOf({ "net/main.tf.json": {} })[0] as never;
  const groups: readonly Target[] = [
    { kind: "block", block: known, stack, attribute: "id" },
    { kind: "block", block: block("other"), stack, attribute: "id" },
    { kind: "text", text: "sg-0a" },
    { kind: "unknown", reason: "var.g is not declared" },
  ];
  const named = (name: string): Filter => ({ name, admissions: [] });
  const filters = filtersOf(
    { block: known, stack, groups, routeTables: [] },
    (each) => (each === known ? named("the known one") : undefined),
    named,
  );
  expect(filters.map(({ name }) => name)).toEqual([
    "the known one",
    "the security group x_group.other is not in the input",
    "the security group sg-0a is not in the input",
    "var.g is not declared",
  ]);
});
