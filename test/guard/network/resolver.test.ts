import type { Json } from "../../../guard/json/json";
import type { Stack } from "../../../guard/model/block";
import { Resolver } from "../../../guard/network/resolver";
import type { Target } from "../../../guard/network/targets";
import { stacksOf } from "./stacks";

/** A target as one line. */
function line(target: Target): string {
  return target.kind === "block"
    ? `${target.block.address} ${target.attribute}`.trim()
    : target.kind === "text"
      ? `"${target.text}"`
      : `? ${target.reason}`;
}

/** What `value` names where it stands in the block `from` of the first stack. */
function resolved(stacks: readonly Stack[], value: unknown, from = "null_resource.here") {
  const [stack] = stacks;
  const block = stack?.byAddress.get(from);
  if (stack === undefined || block === undefined) {
    throw new Error(`no block ${from}`);
  }
  return new Resolver(stacks).targets(value as Json | undefined, stack, block).map(line);
}

/** `json` with a block in which values stand. */
function configuration(json: { readonly [part: string]: object }): readonly Stack[] {
  return stacksOf({
    "net/main.tf.json": {
      ...json,
      resource: { null_resource: { here: {} }, ...json.resource },
    },
  });
}

describe("a value names", () => {
  const stacks = configuration({
    resource: {
      aws_vpc: {
        v: { id: "vpc-0a", cidr_block: "10.0.0.0/16", tag: "${local.name}", peer: "${aws_vpc.w}" },
        w: { gateways: [{ id: "igw-0a" }, { id: "igw-0b" }] },
      },
      // Blocks that are named as what is no resource.
      local: { name: {} },
    },
    data: { aws_vpc: { found: { id: "vpc-0b", cidr_block: "10.9.0.0/16" } } },
    output: { shown: { value: "x" } },
    locals: {
      name: "one",
      names: ["one", "two", "one"],
      map: { a: "one", b: { c: "two" } },
      number: 7,
      nothing: null,
      vpc: "${aws_vpc.v}",
      either: "${var.which ? aws_vpc.v : aws_vpc.w}",
      asked: "${var.which ? 1 : aws_vpc.v}",
      checked: '${aws_vpc.v == null ? "x" : "y"}',
      spoken: "the vpc ${aws_vpc.v}",
      loop: "${local.pool}",
      pool: "${local.loop}",
    },
  });

  test.each<[unknown, ...string[]]>([
    [undefined],
    [null],
    [[]],
    [{}],
    ["vpc-0c", '"vpc-0c"'],
    [5, '"5"'],
    [true, '"true"'],
    [["a", 5, ["b", null, "a"]], '"a"', '"5"', '"b"'],
    [{ x: "a", y: { z: "b" }, w: "a" }, '"a"', '"b"'],
    [["${var.a}", "${var.b}", "${var.a}"], "? var.a is not declared", "? var.b is not declared"],
    // blocks
    ["${aws_vpc.v}", "aws_vpc.v"],
    ["${aws_vpc.v.id}", "aws_vpc.v id"],
    ["${aws_vpc.v[0].id}", "aws_vpc.v id"],
    ["${aws_vpc.v.arn}", "aws_vpc.v arn"],
    ['${aws_vpc.v["a"].main.arn}', "aws_vpc.v main.arn"],
    ["${aws_vpc.v.cidr_block}", '"10.0.0.0/16"'],
    ["${aws_vpc.v.tag}", '"one"'],
    ["${aws_vpc.v.peer}", "aws_vpc.w"],
    ["${aws_vpc.w.gateways[0].id}", '"igw-0a"', '"igw-0b"'],
    ["${aws_vpc.w.gateways[0].arn}", "aws_vpc.w gateways.arn"],
    ["${data.aws_vpc.found}", "data.aws_vpc.found"],
    ["${data.aws_vpc.found.id}", "data.aws_vpc.found id"],
    ["${data.aws_vpc.found.cidr_block}", "data.aws_vpc.found cidr_block"],
    // locals
    ["${local.name}", '"one"'],
    ["${local.names}", '"one"', '"two"'],
    ["${local.map.b.c}", '"two"'],
    ['${local.map["a"]}', '"one"'],
    ["${local.number}", '"7"'],
    ["${local.vpc}", "aws_vpc.v"],
    ["${local.vpc.id}", "aws_vpc.v id"],
    ["${local.vpc.cidr_block}", '"10.0.0.0/16"'],
    ["${local.either}", "aws_vpc.v", "aws_vpc.w"],
    // expressions that select
    ['${coalesce("a", local.name)}', '"a"', '"one"'],
    ['${var.which ? aws_vpc.v.id : "b"}', "aws_vpc.v id", '"b"'],
    ['${coalesce("a-${local.name}")}', '"a-one"'],
    [
      '${["a", "a", aws_vpc.v.id, aws_vpc.v.id, aws_vpc.v.arn]}',
      '"a"',
      "aws_vpc.v id",
      "aws_vpc.v arn",
    ],
    // expressions that are worked out
    ["a-${local.name}", '"a-one"'],
    ['${upper("a")}', '"A"'],
    ['${join("", ["x", true ? "y" : aws_vpc.v.id])}', '"xy"'],
    // expressions that only rearrange what they mention
    ["${values(aws_vpc.v)[*].id}", "aws_vpc.v"],
    ["${[for s in aws_vpc.w : s.id]}", "aws_vpc.w"],
    ["${[for xvar in aws_vpc.w : xvar.id]}", "aws_vpc.w"],
    ["${lookup(local.map, aws_vpc.v.id)}", '"one"', '"two"', "aws_vpc.v id"],
  ])("%j: %s", (value, ...expected) => {
    expect(resolved(stacks, value)).toEqual(expected);
  });

  test.each([
    ["${local.missing}", "local.missing is not defined"],
    ["${local.cidr_block}", "local.cidr_block is not defined"],
    ["${local.loop}", "local.loop refers to itself"],
    ["${local.name.id}", "local.name holds no id that is in the input"],
    ["${local.number.id}", "local.number holds no id that is in the input"],
    ["${local.asked.id}", "local.asked holds no id that is in the input"],
    ["${local.checked.id}", "local.checked holds no id that is in the input"],
    ["${local.spoken.id}", "local.spoken holds no id that is in the input"],
    ["${module.missing.id}", "module.missing is not in the input"],
    ["${aws_vpc.missing.id}", "aws_vpc.missing.id has a value only when Terraform runs"],
    ["${aws_vpc.missing[0].id}", "aws_vpc.missing[…].id has a value only when Terraform runs"],
    ["${output.shown}", "output.shown has a value only when Terraform runs"],
    ["${var.missing}", "var.missing is not declared"],
    [
      '${format("%s/%s", local.name, aws_eip.x.id)}',
      "aws_eip.x.id has a value only when Terraform runs",
    ],
    ["${each.value}", "for_each has a value only when Terraform runs"],
  ])("nothing that is known by %s", (value, reason) => {
    expect(resolved(stacks, value)).toEqual([`? ${reason}`]);
  });
});

describe("a chain of references", () => {
  const LENGTH = 33;
  const each = (make: (n: number) => [string, unknown]) =>
    Object.fromEntries(Array.from({ length: LENGTH }, (_, n) => make(n)));
  /** `n` locals, of which each refers to the next; the last is a text. */
  const locals = (n: number, wrap: (next: string) => string = (next) => `\${${next}}`) =>
    configuration({
      locals: Object.fromEntries(
        Array.from({ length: n }, (_, at) => [
          `l${at}`,
          at === n - 1 ? "end" : wrap(`local.l${at + 1}`),
        ]),
      ),
    });

  test("is followed thirty-two references far, and not farther", () => {
    expect(resolved(locals(32), "${local.l0}")).toEqual(['"end"']);
    expect(resolved(locals(33), "${local.l0}")).toEqual(["? its references lead on and on"]);
  });

  test.each<[string, readonly Stack[], string]>([
    [
      "templates in expressions",
      locals(18, (next) => `\${coalesce("\${${next}}")}`),
      "${local.l0}",
    ],
    [
      "attributes of blocks",
      configuration({
        resource: {
          aws_vpc: each((n) => [`v${n}`, { a: n === 32 ? "x" : `\${aws_vpc.v${n + 1}.a}` }]),
        },
      }),
      "${aws_vpc.v0.a}",
    ],
    [
      "attributes of local values",
      configuration({
        locals: each((n) => [`l${n}`, n === 32 ? { a: "x" } : `\${local.l${n + 1}}`]),
      }),
      "${local.l0.a}",
    ],
    [
      "an item of what is repeated for itself",
      configuration({ resource: { null_resource: { here: { for_each: "${each.value}" } } } }),
      "${each.value}",
    ],
    [
      "an item of a map that holds itself",
      configuration({
        resource: { null_resource: { here: { for_each: { a: "${each.value}" } } } },
      }),
      "${each.value}",
    ],
  ])("ends where it leads on and on by %s", (_by, stacks, value) => {
    expect(resolved(stacks, value)).toEqual(["? its references lead on and on"]);
  });

  test("ends where two modules lead on to one another", () => {
    const stacks = stacksOf({
      "net/main.tf.json": {
        resource: { null_resource: { here: {} } },
        module: each((n) => [
          `m${n}`,
          { source: "../modules/m", in: n === 32 ? "x" : `\${module.m${n + 1}.out}` },
        ]),
      },
      "modules/m/main.tf.json": { variable: { in: {} }, output: { out: { value: "${var.in}" } } },
    });
    expect(resolved(stacks, "${module.m0.out}")).toEqual(["? its references lead on and on"]);
    expect(resolved(stacks, "${module.m20.out}")).toEqual(['"x"']);
  });
});

describe("an item of for_each", () => {
  const inBlock = (for_each: unknown, value: string) =>
    resolved(
      configuration({
        resource: {
          null_resource: { here: { for_each } },
          aws_vpc: { v: {}, w: {} },
        },
        locals: { vpcs: ["${aws_vpc.v.id}", "${aws_vpc.w.id}"], names: ["a", "b"] },
      }),
      value,
    );

  test.each<[unknown, string, ...string[]]>([
    [
      { a: "${aws_vpc.v.id}", b: "${aws_vpc.w.id}", c: "${aws_vpc.v.id}" },
      "${each.value}",
      "aws_vpc.v id",
      "aws_vpc.w id",
    ],
    [
      { a: { vpc: "${aws_vpc.v.id}" }, b: { vpc: "x" } },
      "${each.value.vpc}",
      "aws_vpc.v id",
      '"x"',
    ],
    [{ a: null }, "${each.value.vpc}", "? each.value holds no vpc that is in the input"],
    [{ a: 1, b: 2 }, "${each.key}", '"a"', '"b"'],
    ["${toset(local.names)}", "${each.value}", '"a"', '"b"'],
    ["${toset(local.vpcs)}", "${each.value}", "aws_vpc.v id", "aws_vpc.w id"],
    ["${toset(var.vpcs)}", "${each.value}", "? var.vpcs is not declared"],
    [7, "${each.value}", "? for_each has a value only when Terraform runs"],
  ])("of %j is, as %s, %s", (set, value, ...expected) => {
    expect(inBlock(set, value)).toEqual(expected);
  });
});

test("a name that only a block binds means another thing in another block", () => {
  const [stack] = stacksOf({
    "net/main.tf.json": {
      resource: {
        aws_x: Object.fromEntries(
          ["a", "b"].map((name) => [
            name,
            {
              dynamic: {
                rule: {
                  for_each: [`10.0.0.0/8 ${name}`],
                  iterator: "my_local",
                  content: { at: "${my_local.value}" },
                },
              },
            },
          ]),
        ),
      },
    },
  }) as readonly [Stack];
  const resolver = new Resolver([stack]);
  const of = (name: string) =>
    resolver
      .targets("${my_local.value}", stack, stack.byAddress.get(`aws_x.${name}`) as never)
      .map(line);
  expect(of("a")).toEqual(['"10.0.0.0/8 a"']);
  expect(of("b")).toEqual(['"10.0.0.0/8 b"']);
});

describe("a module's output", () => {
  const stacks = stacksOf({
    "net/main.tf.json": {
      resource: { null_resource: { here: {} }, aws_vpc: { a: {}, b: {} } },
      module: {
        m: {
          source: "../modules/m",
          for_each: { a: "${aws_vpc.a.id}", b: "${aws_vpc.b.id}" },
          vpc: "${each.value}",
          whole: "${aws_vpc.a}",
        },
        gone: { source: "registry/gone" },
      },
    },
    "modules/m/main.tf.json": {
      variable: { vpc: {}, whole: {} },
      resource: { aws_subnet: { s: {} } },
      output: {
        subnet: { value: "${aws_subnet.s}" },
        map: { value: { id: "${aws_subnet.s.id}", other: "x" } },
        vpc: { value: "${var.vpc}" },
        arn: { value: "${var.whole.arn}" },
        empty: { value: null },
        unset: {},
      },
    },
  });

  test.each<[string, ...string[]]>([
    ["${module.m.map.id}", "module.m.aws_subnet.s id"],
    ['${module.m["a"].map.other}', '"x"'],
    ["${module.m.map}", "module.m.aws_subnet.s id", '"x"'],
    // Of a whole resource, any attribute is taken for the resource.
    ["${module.m.subnet.id}", "module.m.aws_subnet.s"],
    // The module's variable is what the call sets it to, in the scope of the call.
    ["${module.m.vpc}", "aws_vpc.a id", "aws_vpc.b id"],
    ["${module.m.arn}", "aws_vpc.a arn"],
    ["${module.m.empty}", "? module.m has no output empty"],
    ["${module.m.empty.id}", "? module.m has no output empty"],
    ["${module.m.unset}", "? module.m has no output unset"],
    ["${module.m.missing}", "? module.m has no output missing"],
    ["${module.m}", "? module.m has no output "],
    ["${module.gone.id}", "? module.gone is not in the input"],
  ])("%s: %s", (value, ...expected) => {
    expect(resolved(stacks, value)).toEqual(expected);
  });
});

describe("the state of another stack", () => {
  const stacks = stacksOf({
    "app/main.tf.json": {
      resource: { null_resource: { here: {} } },
      data: {
        terraform_remote_state: {
          net: { backend: "local", config: { path: "net.tfstate" } },
          gone: { backend: "local", config: { path: "gone.tfstate" } },
        },
      },
    },
    "net/main.tf.json": {
      terraform: { backend: { local: { path: "net.tfstate" } } },
      resource: { aws_vpc: { v: {} } },
      output: { vpc: { value: { id: "${aws_vpc.v.id}" } } },
    },
  });
  const data = "data.terraform_remote_state";

  test.each([
    ["net.outputs.vpc.id", "aws_vpc.v id"],
    ['net.outputs["vpc"].id', "aws_vpc.v id"],
    ["net.outputs.missing", "? the stack net has no output missing"],
    ["net.backend", `? ${data}.net is the state of a stack that is not in the input`],
    ["net", `? ${data}.net is the state of a stack that is not in the input`],
    ["gone.outputs.vpc.id", `? ${data}.gone is the state of a stack that is not in the input`],
  ])("by %s: %s", (attribute, expected) => {
    expect(resolved(stacks, `\${${data}.${attribute}}`)).toEqual([expected]);
  });
});

describe("what an override file changes", () => {
  const stacks = stacksOf({
    "net/main.tf.json": {
      resource: { null_resource: { here: {} }, aws_vpc: { v: {}, w: {} } },
      locals: { vpc: "${aws_vpc.v.id}" },
      module: { m: { source: "../modules/m" } },
    },
    "net/override.tf.json": { locals: { vpc: "${aws_vpc.w.id}" } },
    "modules/m/main.tf.json": { output: { out: { value: "a" } } },
    "modules/m/override.tf.json": { output: { out: { value: "b" } } },
  });

  test("counts with what it was", () => {
    expect(resolved(stacks, "${local.vpc}")).toEqual(["aws_vpc.v id", "aws_vpc.w id"]);
    expect(resolved(stacks, "${module.m.out}")).toEqual(['"a"', '"b"']);
  });
});

describe("in a plan", () => {
  const resource = (type: string, name: string, index?: string) => ({
    address: `${type}.${name}${index === undefined ? "" : `["${index}"]`}`,
    mode: "managed",
    type,
    name,
    ...(index === undefined ? {} : { index }),
    provider_name: "registry.terraform.io/hashicorp/aws",
    values: {},
  });
  const stacks = stacksOf({
    "net/plan.json": {
      format_version: "1.2",
      terraform_version: "1.11.4",
      variables: { cidr: { value: "10.0.0.0/8" }, map: { value: { a: "x" } } },
      planned_values: {
        root_module: {
          resources: [
            resource("null_resource", "here"),
            resource("aws_vpc", "only"),
            resource("aws_vpc", "v", "a"),
            resource("aws_vpc", "v", "b"),
            resource("aws_subnet", "s", "a"),
            resource("aws_subnet", "s", "b"),
          ],
        },
      },
      configuration: { root_module: {} },
    },
  });

  test.each<[string, ...string[]]>([
    ["${var.cidr}", '"10.0.0.0/8"'],
    ["${var.map.a}", '"x"'],
    ["${var.map.b}", "? var.map holds no b that is in the input"],
    ["${aws_vpc.only.id}", "aws_vpc.only id"],
    ['${aws_vpc.v["b"].id}', 'aws_vpc.v["b"] id'],
    // Which one is meant is not said: it can be any.
    ["${aws_vpc.v[each.key].id}", 'aws_vpc.v["a"] id', 'aws_vpc.v["b"] id'],
    ["${aws_vpc.v[*].id}", 'aws_vpc.v["a"] id', 'aws_vpc.v["b"] id'],
    ['${aws_vpc.v["c"].id}', 'aws_vpc.v["a"] id', 'aws_vpc.v["b"] id'],
  ])("%s: %s", (value, ...expected) => {
    expect(resolved(stacks, value)).toEqual(expected);
  });

  test("an instance refers to the instance of its own key", () => {
    const [stack] = stacks as readonly [Stack];
    const resolver = new Resolver(stacks);
    const of = (key: string) =>
      resolver
        .targets(
          "${aws_vpc.v[each.key].id}",
          stack,
          stack.byAddress.get(`aws_subnet.s["${key}"]`) as never,
        )
        .map(line);
    expect(of("a")).toEqual(['aws_vpc.v["a"] id']);
    expect(of("b")).toEqual(['aws_vpc.v["b"] id']);
  });
});

test("a list that names very many things is not known beyond the first of them", () => {
  const names = Array.from({ length: 5000 }, (_, n) => `n${n}`);
  const found = resolved(configuration({}), names);
  expect(found).toHaveLength(4097);
  expect(found.at(-2)).toBe('"n4095"');
  expect(found.at(-1)).toBe("? it names too many resources");
});
