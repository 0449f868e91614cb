import type { Json } from "../../../../guard/json/json";
import type { Block, Stack } from "../../../../guard/model/block";
import { buildModel } from "../../../../guard/model/build-model";
import { evaluateJson } from "../../../../guard/model/expression/evaluator";
import { shown, stackOf, workedOut } from "./worked-out";

const ONLY_WHEN = "has a value only when Terraform runs";

/** What tells the values; null where they are not known. */
function viaOf(template: Json, stack: Stack, block?: Block): string | null {
  const result = evaluateJson(template, { stack, block });
  return result.known ? result.via : null;
}

describe("a local value", () => {
  const stack = stackOf({
    locals: [
      { a: "x", map: { k: ["y"] }, from: "${local.a}-${local.map.k[0]}", b: 1 },
      { b: 2, c: ["${local.a}"], self: "${local.self}", one: "${local.two}", two: "${local.one}" },
    ],
  });

  test.each<[expression: string, values: readonly unknown[] | string]>([
    ["local.a", ["x"]],
    ['local["a"]', ["x"]],
    ["local.map.k[0]", ["y"]],
    ["local.from", ["x-y"]],
    ["local.c", [["x"]]],
    ["local.b", [1, 2]],
    ["local.none", "local.none is not defined"],
    ["local.toString", "local.toString is not defined"],
    ["local.self", "local.self refers to itself"],
    ["local.one", "local.two refers to itself"],
    ["local", `local ${ONLY_WHEN}`],
    ["local[0]", `local[…] ${ONLY_WHEN}`],
    ["local[local.a]", `local[…] ${ONLY_WHEN}`],
  ])("%s is %j", (expression, values) => {
    const result = workedOut(`\${${expression}}`, stack);
    expect(expression === "local.one" ? String(result) : result).toEqual(
      expression === "local.one"
        ? expect.stringMatching(/^local\.(one|two) refers to itself$/)
        : values,
    );
  });

  test("is named as what tells a value, as long as that is the value itself", () => {
    expect(viaOf("${local.a}", stack)).toBe("local.a");
    expect(viaOf("${local.map.k[0]}", stack)).toBe("local.map");
    expect(viaOf("${local.from}", stack)).toBe("local.from");
    expect(viaOf("${local.a}!", stack)).toBe("");
    expect(viaOf("a", stack)).toBe("");
  });
});

describe("a variable", () => {
  const json = {
    variable: {
      free: { default: "a" },
      listed: { validation: { condition: '${contains(["a", "b"], var.listed)}' } },
    },
  };
  const stack = stackOf(json);

  test.each<[expression: string, values: readonly unknown[] | string]>([
    ["var.listed", ["a", "b"]],
    [
      "var.free",
      "var.free can be set to anything when Terraform runs: it has no validation that lists its values",
    ],
    ["var.none", "var.none is not declared"],
    ["var.listed.x", "it holds no x"],
  ])("of the root module: %s is %j", (expression, values) => {
    expect(workedOut(`\${${expression}}`, stack)).toEqual(values);
  });

  test("is told by its validation", () => {
    expect(viaOf("${var.listed}", stack)).toBe("the validation of var.listed");
  });

  describe("of a called module", () => {
    const called = {
      variable: { set: {}, unset: { default: ["d"] }, bare: {}, free: {}, nulled: {} },
      output: {
        out: { value: { a: "${var.set}" } },
        open: { value: "${aws_x.y.z}" },
        text: { value: "t" },
      },
    };
    const root = {
      locals: { a: "x" },
      variable: { free: {} },
      module: {
        m: {
          source: "./m",
          version: "1",
          set: "${local.a}",
          free: "${var.free}",
          nulled: null,
          for_each: { a: 1 },
        },
      },
    };
    const document = (file: string, content: object, folder: string) => ({
      stack: "test",
      file,
      json: content as Record<string, Json>,
      folder,
    });
    const [parent, child] = buildModel({
      documents: [document("cdk.tf.json", root, "")],
      unread: [],
      modules: new Map([["m", { documents: [document("m/x.tf.json", called, "m")] }]]),
    }) as [Stack, Stack];

    test.each<[expression: string, values: readonly unknown[] | string, via: string | null]>([
      ["var.set", ["x"], "var.set"],
      ["var.unset", [["d"]], "the default of var.unset"],
      ["var.unset[0]", ["d"], "the default of var.unset"],
      ["var.bare", [null], "the default of var.bare"],
      ["var.nulled", [null], "var.nulled"],
      [
        "var.free",
        "var.free can be set to anything when Terraform runs: it has no validation that lists its values",
        null,
      ],
      ["var.none", "var.none is not declared", null],
      ["var.source", "var.source is not declared", null],
      ["var.version", "var.version is not declared", null],
      ["var.for_each", "var.for_each is not declared", null],
      ["local.a", "local.a is not defined", null],
    ])("%s is %j", (expression, values, via) => {
      expect(workedOut(`\${${expression}}`, child)).toEqual(values);
      expect(viaOf(`\${${expression}}`, child)).toBe(via);
    });

    test.each<[expression: string, values: readonly unknown[] | string, via: string | null]>([
      ["module.m.out", [{ a: "x" }], "module.m.out"],
      ["module.m.out.a", ["x"], "module.m.out"],
      ['module.m["a"].out.a', ["x"], "module.m.out"],
      ["module.m[0].text", ["t"], "module.m.text"],
      ['module.m["text"]', "what module.m returns is not in the file", null],
      ["module.m.open", `aws_x.y.z ${ONLY_WHEN}`, null],
      ["module.m.none", "what module.m returns is not in the file", null],
      ["module.m", "what module.m returns is not in the file", null],
      ["module.n.out", "what module.n returns is not in the file", null],
    ])("its output: %s is %j", (expression, values, via) => {
      expect(workedOut(`\${${expression}}`, parent)).toEqual(values);
      expect(viaOf(`\${${expression}}`, parent)).toBe(via);
    });
  });
});

describe("what a block is repeated for", () => {
  const valueIn = (body: object, expression: string) => {
    const stack = stackOf({ locals: { n: 2, keys: ["k"] }, resource: { aws_x: { y: body } } });
    const block = stack.byAddress.get("aws_x.y") as Block;
    const result = evaluateJson(`\${${expression}}`, { stack, block });
    return [shown(result), result.known ? result.via : undefined];
  };

  test.each<[body: object, expression: string, values: readonly unknown[], via: string]>([
    [{ for_each: { a: "x", b: ["y"] } }, "each.key", ["a", "b"], "each.key"],
    [{ for_each: { a: "x", b: ["y"] } }, "each.value", ["x", ["y"]], "each.value"],
    [{ for_each: { a: { r: "x" } } }, "each.value.r", ["x"], "each.value"],
    [{ for_each: ["x"] }, "each.key", ["x"], "each.key"],
    [{ for_each: "${toset(local.keys)}" }, "each.key", ["k"], "each.key"],
    [{ count: 2 }, "count.index", [0, 1], "count"],
    [{ count: "${local.n}" }, "count.index", [0, 1], "count"],
    [{ count: "1" }, "count.index", [0], "count"],
    [{ count: 256 }, "count.index == 256", [false], ""],
    [{ dynamic: { d: { for_each: ["x", "y"] } } }, "d.value", ["x", "y"], "d.value"],
    [{ dynamic: { d: { for_each: ["x", "y"] } } }, "d.key", [0, 1], "d.key"],
    [{ dynamic: { d: { for_each: { a: { r: "x" } } } } }, "d.key", ["a"], "d.key"],
    [{ dynamic: { d: { for_each: { a: { r: "x" } } } } }, "d.value.r", ["x"], "d.value"],
    [
      { dynamic: { d: [{ for_each: ["x"] }, { for_each: ["y"] }] } },
      "d.value",
      ["x", "y"],
      "d.value",
    ],
    [
      { dynamic: [{ d: { for_each: ["x"] } }, { d: { for_each: ["y"] } }] },
      "d.value",
      ["x", "y"],
      "d.value",
    ],
    [{ dynamic: { d: { for_each: ["x"], iterator: "it" } } }, "it.value", ["x"], "it.value"],
    [{ dynamic: { d: { for_each: ["x"], iterator: "${ it }" } } }, "it.value", ["x"], "it.value"],
    [{ dynamic: { d: { for_each: ["x"], iterator: 1 } } }, "d.value", ["x"], "d.value"],
    [{ a: [{ dynamic: { d: { for_each: ["x"] } } }] }, "d.value", ["x"], "d.value"],
  ])("%j: %s can be %j", (body, expression, values, via) => {
    expect(valueIn(body, expression)).toEqual([values, via]);
  });

  test.each<[body: object, expression: string, reason: string]>([
    [{}, "count.index", `count ${ONLY_WHEN}`],
    [{ count: 0 }, "count.index", `count ${ONLY_WHEN}`],
    [{ count: 257 }, "count.index", `count ${ONLY_WHEN}`],
    [{ count: "a" }, "count.index", `count ${ONLY_WHEN}`],
    [{ count: "${aws_x.z.n}" }, "count.index", `aws_x.z.n ${ONLY_WHEN}`],
    [{}, "each.value", `for_each ${ONLY_WHEN}`],
    [{ for_each: "a" }, "each.key", `for_each ${ONLY_WHEN}`],
    [{ for_each: { a: "${aws_x.z.v}" } }, "each.value", `aws_x.z.v ${ONLY_WHEN}`],
    [{ for_each: ["${aws_x.z.v}"] }, "each.value", `aws_x.z.v ${ONLY_WHEN}`],
    [{ for_each: "${each.value}" }, "each.value", `each.value ${ONLY_WHEN}`],
    [{ dynamic: { d: { for_each: "a" } } }, "d.value", `for_each ${ONLY_WHEN}`],
    [{ dynamic: { d: {} } }, "d.key", `for_each ${ONLY_WHEN}`],
    [{ dynamic: { d: { for_each: ["x"], iterator: "it" } } }, "d.value", `d.value ${ONLY_WHEN}`],
    [{ dynamic: { d: { for_each: ["x"] } } }, "d.other", `d.other ${ONLY_WHEN}`],
    [{ dynamic: { d: { for_each: ["x"] } } }, "e.value", `e.value ${ONLY_WHEN}`],
    [{ d: { for_each: ["x"] } }, "d.value", `d.value ${ONLY_WHEN}`],
    [
      { dynamic: { d: [{ for_each: ["x"] }, { for_each: "${aws_x.z.v}" }] } },
      "d.value",
      `aws_x.z.v ${ONLY_WHEN}`,
    ],
    [
      { dynamic: { d: { for_each: [], iterator: "x ${it}" } } },
      "it.value",
      `it.value ${ONLY_WHEN}`,
    ],
  ])("%j: %s is not known: %s", (body, expression, reason) => {
    expect(valueIn(body, expression)).toEqual([reason, undefined]);
  });

  test.each(["each.key", "each.value", "count.index", "d.value"])(
    "%s has no value outside of a block",
    (expression) => {
      expect(workedOut(`\${${expression}}`)).toBe(`${expression} ${ONLY_WHEN}`);
    },
  );
});

describe("the region that a data source finds", () => {
  const stack = stackOf({
    locals: { region: "us-west-1" },
    provider: {
      aws: [
        { region: "us-east-2" },
        { alias: "none" },
        { alias: "null", region: null },
        { alias: "open", region: "${aws_x.y.z}" },
        { alias: "local", region: "${local.region}" },
      ],
    },
    data: {
      aws_region: {
        here: {},
        named: { name: "us-west-2" },
        v6: { region: "${local.region}", name: "x" },
        nulled: { region: null },
        found: { endpoint: "ec2.eu-west-1.amazonaws.com" },
        none: { provider: "aws.none" },
        null: { provider: "aws.null" },
        open: { provider: "aws.open" },
        local: { provider: "aws.local" },
        lost: { provider: "aws.lost" },
        many: { count: 2 },
      },
      aws_partition: { here: {} },
    },
  });

  test.each<[expression: string, values: readonly unknown[] | string]>([
    ["data.aws_region.here.name", ["us-east-2"]],
    ["data.aws_region.here.id", ["us-east-2"]],
    ["data.aws_region.here.region", ["us-east-2"]],
    // Like `["a"]` of a data source with for_each.
    ['data.aws_region.here["name"]', `data.aws_region.here[…] ${ONLY_WHEN}`],
    ["data.aws_region.many[0].name", ["us-east-2"]],
    ["data.aws_region.named.name", ["us-west-2"]],
    ["data.aws_region.v6.name", ["us-west-1"]],
    ["data.aws_region.nulled.name", ["us-east-2"]],
    ["data.aws_region.local.name", ["us-west-1"]],
    ["data.aws_region.found.name", "data.aws_region.found is found by an endpoint"],
    ["data.aws_region.none.name", "provider.aws.none sets no region"],
    ["data.aws_region.null.name", "provider.aws.null sets no region"],
    ["data.aws_region.open.name", `aws_x.y.z ${ONLY_WHEN}`],
    ["data.aws_region.lost.name", "data.aws_region.lost has no provider configuration"],
    ["data.aws_region.here", `data.aws_region.here ${ONLY_WHEN}`],
    ["data.aws_region.here.endpoint", `data.aws_region.here.endpoint ${ONLY_WHEN}`],
    ["data.aws_region.here.name.x", `data.aws_region.here.name.x ${ONLY_WHEN}`],
    ["data.aws_region.else.name", `data.aws_region.else.name ${ONLY_WHEN}`],
    ["data.aws_partition.here.id", `data.aws_partition.here.id ${ONLY_WHEN}`],
    ["data.aws_region", `data.aws_region ${ONLY_WHEN}`],
    ["data.aws_region[0].name", `data.aws_region[…].name ${ONLY_WHEN}`],
  ])("%s is %j", (expression, values) => {
    expect(workedOut(`\${${expression}}`, stack)).toEqual(values);
  });

  test("is told by the data source", () => {
    expect(viaOf("${data.aws_region.here.name}", stack)).toBe("data.aws_region.here");
  });
});
