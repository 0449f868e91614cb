import fc from "fast-check";
import type { Json, JsonObject } from "../../../guard/json/json";
import type { Block, Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";
import { type Evaluation, evaluate } from "../../../guard/place/evaluate";

function stackOf(json: object): Stack {
  const document = { stack: "test", file: "cdk.tf.json", json: json as JsonObject };
  const [stack] = buildModel({ documents: [document], unread: [] });
  return stack as Stack;
}

const LOCALS = {
  city: "frankfurt",
  regions: { primary: "us-ashburn-1", "second one": "us-phoenix-1" },
  list: ["us-ashburn-1", "us-phoenix-1"],
  nested: { "a.b": [{ region: "${local.list[1]}" }] },
  unknown: "${aws_x.y.z}",
  mixed: ["us-ashburn-1", "${aws_x.y.z}"],
  loop_a: "${local.loop_b}",
  loop_b: "${local.loop_a}",
};

const STACK = stackOf({
  locals: LOCALS,
  variable: {
    free: { default: "us-ashburn-1" },
    one: { validation: { condition: '${var.one == "a" || "b" == var.one}' } },
    env: { validation: { condition: '${contains(["prod", "test"], var.env)}' } },
  },
  data: { aws_region: { here: {}, asked: { name: "us-west-1" }, found: { endpoint: "x" } } },
  provider: { aws: { region: "us-east-2" } },
});

function of(value: string, block?: Block): Evaluation {
  return evaluate(value, STACK, block);
}

const REGIONS = ["us-ashburn-1", "us-phoenix-1"];

describe("evaluate", () => {
  test.each<[string, ...string[]]>([
    // locals
    ["${local.regions.primary}", "us-ashburn-1"],
    ['${local.regions["second one"]}', "us-phoenix-1"],
    ['${local["city"]}', "frankfurt"],
    ["${local.list[1]}", "us-phoenix-1"],
    ["${local.list.0}", "us-ashburn-1"],
    ["${local.mixed[0]}", "us-ashburn-1"],
    ['${local.nested["a.b"][0].region}', "us-phoenix-1"],
    ["eu-${local.city}-1", "eu-frankfurt-1"],
    // conditionals
    ['${var.free == "x" ? "a" : "b"}', "a", "b"],
    [
      '${terraform.workspace == "prod" ? local.list[0] : local.list[1]}',
      "us-ashburn-1",
      "us-phoenix-1",
    ],
    ['${true ? "a" : "b"}', "a"],
    ['${1 + 1 == 3 || !true ? "a" : "b"}', "b"],
    ['${var.env == "prod" ? "us-ashburn-1" : "us-phoenix-1"}', "us-ashburn-1", "us-phoenix-1"],
    ['${var.env == "other" ? "a" : "b"}', "b"],
    // variables with a validation
    ["${var.one}", "a", "b"],
    ["x-${var.one}-${var.env}", "x-a-prod", "x-a-test", "x-b-prod", "x-b-test"],
    // functions
    ['${join("-", ["eu", "frankfurt", "1"])}', "eu-frankfurt-1"],
    ['${join("-", local.list)}', "us-ashburn-1-us-phoenix-1"],
    ['${join("-", ["us", var.one, "1"])}', "us-a-1", "us-b-1"],
    ['${join("", [var.one], [var.one == "a" ? "x" : "y"])}', "ax", "ay", "bx", "by"],
    ['${join("-", [for part in ["us", var.one] : upper(part)])}', "US-A", "US-B"],
    ['${format("eu-%s-%d%%", "frankfurt", 1)}', "eu-frankfurt-1%"],
    ['${format("%-3s|%3s|%02d|%v|%q", "a", "b", 1, true, "c")}', 'a  |  b|01|true|"c"'],
    ['${title("foo-bar o\'neil")} ${upper("straße")}', "Foo-Bar O'Neil STRAßE"],
    ['${urlencode("~*\'()!+ é")}', "~%2A%27%28%29%21%2B+%C3%A9"],
    ['${jsonencode("<&>")}', '"\\u003c\\u0026\\u003e"'],
    ['${contains([1], "1") ? "a" : "b"}${contains(toset([1]), 1) ? "a" : "b"}', "ba"],
    ['${lower("EU-FRANKFURT-1")}', "eu-frankfurt-1"],
    ['${upper("a")}${title("ab cd")}', "AAb Cd"],
    [
      '${trimspace("  a ")}${trim("xay", "xy")}${trimprefix("pa", "p")}${trimsuffix("as", "s")}',
      "aaaa",
    ],
    ['${replace("eu_frankfurt_1", "_", "-")}', "eu-frankfurt-1"],
    ['${replace("eu.frankfurt.1", "/\\\\./", "-")}', "eu-frankfurt-1"],
    ['${replace("us-phoenix-1", "/^us-([a-z]+)/", "eu-$1")}', "eu-phoenix-1"],
    ['${replace(var.one, "/[ab]/", "c")}', "c"],
    ['${strrev("1-trufknarf-ue")}', "eu-frankfurt-1"],
    ['${substr("xeu-west-1x", 1, 9)}', "eu-west-1"],
    ['${substr("eu-west-1", -6, -1)}', "west-1"],
    ['${element(["a", "b"], 3)}', "b"],
    ['${lookup({a = "x"}, "b", "y")}', "y"],
    ['${lookup(local.regions, "primary", "y")}', "us-ashburn-1"],
    ['${coalesce(null, "", "a")}', "a"],
    ['${concat(["a"], local.list)[2]}', "us-phoenix-1"],
    ["${tostring(1)}", "1"],
    ['${base64decode("ZXUtZnJhbmtmdXJ0LTE=")}', "eu-frankfurt-1"],
    ['${jsondecode("{\\"a\\":[{\\"b\\":\\"eu-west-1\\"}]}").a[0].b}', "eu-west-1"],
    ['${jsonencode({b = 1, a = ["x"]})}', '{"a":["x"],"b":1}'],
    ['${split("/", "a/b")[1]}', "b"],
    ["${keys({b = 1, a = 2})[0]}${values({b = 1, a = 2})[0]}", "a2"],
    ['${tolist(toset(["b", "a", "b"]))[0]}', "a"],
    ['${merge({a = "x"}, {a = "y"}).a}', "y"],
    ['${flatten([["a"], [["b"]]])[1]}', "b"],
    ['${zipmap(["k"], ["v"]).k}', "v"],
    ['${reverse(["a", "b"])[0]}${sort(["b", "a"])[0]}', "ba"],
    ['${one(["a"])}${length("ab")}${length(["a"])}', "a21"],
    ['${formatlist("us-%s-1", ["ashburn", "phoenix"])[1]}', "us-phoenix-1"],
    ['${sensitive("a")}${nonsensitive("b")}${try("c", "d")}', "abc"],
    ['${join(",", range(3))}', "0,1,2"],
    ['${format(["%s!", "a"]...)}', "a!"],
    ['${urlencode("a b/c")}', "a+b%2Fc"],
    // for, splat, directives
    ['${join("-", [for part in ["eu", "west", "1"] : part])}', "eu-west-1"],
    ['${[for index, part in ["a", "b"] : "${index}${part}" if index == 1][0]}', "1b"],
    ['${{for key, value in {a = "x"} : value => key}.x}', "a"],
    ['${([{r = "a"}, {r = "b"}][*].r)[1]}', "b"],
    ['${join("", [{r = ["a"]}, {r = ["b"]}][*].r[0])}', "ab"],
    ['${[{r = "a"}, {r = "b"}].*.r[1]}', "b"],
    ["%{ if true }eu-%{ else }us-%{ endif }west-1", "eu-west-1"],
    ['%{ for part in ["a", "b"] }${part}.%{ endfor }', "a.b."],
    ['a ${~ "b" ~} c', "abc"],
    // text
    ["$${local.city} %%{x}", "${local.city} %{x}"],
    ['${"quoted \\"x\\" \\u0065 $${y}"}', 'quoted "x" e ${y}'],
    ["${ /* comment */ local.city # more\n }", "frankfurt"],
    // any item where the key is not known
    ["${local.regions[var.free]}", ...REGIONS],
    ["${local.regions[terraform.workspace]}", ...REGIONS],
    ['${lookup(local.regions, var.free, "us-x-1")}', ...REGIONS, "us-x-1"],
    ['${element(["a", "b"], var.free)}', "a", "b"],
    ['${{ a = { r = "x" }, b = { r = "y" } }[var.free].r}', "x", "y"],
    // regions that are asked for
    ["${data.aws_region.here.name}", "us-east-2"],
    ["${data.aws_region.here.region}", "us-east-2"],
    ["${data.aws_region.asked.id}", "us-west-1"],
    ["arn:aws:logs:${data.aws_region.here.id}:1:x", "arn:aws:logs:us-east-2:1:x"],
  ])("works out %s", (expression, ...values) => {
    expect(of(expression)).toMatchObject({ known: true, values });
  });

  test.each<[string, string]>([
    ["${local.none}", "local.none is not defined"],
    ["${local.regions.none}", "holds no none"],
    ["${local.list[7]}", "holds no 7"],
    ["${local.list}", "a list"],
    ["${local.regions}", "a map"],
    ["${local.unknown}", "aws_x.y.z has a value only when Terraform runs"],
    ["${local.mixed[1]}", "only when Terraform runs"],
    ["${local.loop_a}", "refers to itself"],
    ["${var.free}", "no validation that lists its values"],
    ["${var.none}", "not declared"],
    ["${null}", "null"],
    ['${true ? null : "a"}', "null"],
    ["${terraform.workspace}", "only when Terraform runs"],
    ["${each.value}", "only when Terraform runs"],
    ["${aws_x.y.z}", "aws_x.y.z has a value only when Terraform runs"],
    ["${data.aws_region.found.name}", "found by an endpoint"],
    ["${data.aws_region.here.description}", "only when Terraform runs"],
    ["${data.oci_identity_regions.all.regions[0].name}", "only when Terraform runs"],
    ['${file("region.txt")}', "file has a value only when Terraform runs"],
    ['${templatefile("x.tpl", {})}', "templatefile has a value only when Terraform runs"],
    ["${lower(var.free)}", "no validation"],
    ['${replace("a", "/(?i)A/", "b")}', "replace is called with"],
    ['${join("-", ["a", var.free])}', "no validation"],
    ['${format("%[1]s", "a")}', "format is called with"],
    ['${format("%.2f", 1)}', "format is called with"],
    ['${format("%s", "a", "b")}', "format is called with"],
    ["${lookup(local.regions, var.free, var.free)}", "no validation"],
    ['${lookup(var.free, var.free, "us-ashburn-1")}', "no validation"],
    ["${element([], var.free)}", "no validation"],
    ["${{}[var.free]}", "no validation"],
    ['${coalesce(aws_x.y.z, "us-ashburn-1")}', "only when Terraform runs"],
    ['${try(aws_x.y.z, "us-ashburn-1")}', "only when Terraform runs"],
    ["${", "only when Terraform runs"],
    ["${local.}", "only when Terraform runs"],
    ['${"a" "b"}', "only when Terraform runs"],
    ["%{ if true }a", "only when Terraform runs"],
    ["${range(1000000)}", "range is called with"],
  ])("leaves %s unknown: %s", (expression, reason) => {
    expect(of(expression)).toEqual({ known: false, reason: expect.stringContaining(reason) });
  });

  test.each<[value: Json | undefined, reason: string]>([
    [undefined, "it is not set"],
    [null, "it is not set"],
    [1, "it is a number"],
    [false, "it is a boolean"],
    [["us-ashburn-1"], "it is a list"],
    [{ region: "us-ashburn-1" }, "it is a map"],
    ["${null}", "it can be null, which leaves it unset"],
    ['${["us-ashburn-1"]}', "it can be a list"],
    ['${{ region = "us-ashburn-1" }}', "it can be a map"],
  ])("%j is no text that is known: %s", (value, reason) => {
    expect(evaluate(value, STACK)).toEqual({ known: false, reason });
  });

  test("gives a number or a boolean that an expression comes to as text", () => {
    expect(of("${1 + 1}")).toMatchObject({ known: true, values: ["2"] });
    expect(of("${1 == 1}")).toMatchObject({ known: true, values: ["true"] });
  });

  describe("what a block is repeated for", () => {
    const block = (body: object) =>
      stackOf({ locals: LOCALS, resource: { aws_x: { y: body } } }).byAddress.get("aws_x.y");
    const values = (body: object, expression: string) => {
      const result = evaluate(expression, STACK, block(body));
      return result.known ? result.values : result.reason;
    };

    test.each<[object, string, readonly string[]]>([
      [{ for_each: { a: "x", b: "y" } }, "${each.key}", ["a", "b"]],
      [{ for_each: { a: "x", b: "y" } }, "${each.value}", ["x", "y"]],
      [{ for_each: { a: { r: "x" } } }, "${each.value.r}", ["x"]],
      [{ for_each: '${toset(["x", "y"])}' }, "${each.value}", ["x", "y"]],
      [{ for_each: "${local.regions}" }, "${each.value}", ["us-ashburn-1", "us-phoenix-1"]],
      [{ for_each: '${{a = {r = "x"}}}' }, '${each.value["r"]}', ["x"]],
      [{ count: 3 }, "r${count.index}", ["r0", "r1", "r2"]],
      [
        { count: "${length(local.list)}" },
        "${local.list[count.index]}",
        ["us-ashburn-1", "us-phoenix-1"],
      ],
      [
        { dynamic: { replica: { for_each: ["x", "y"], content: {} } } },
        "${replica.value}",
        ["x", "y"],
      ],
      [{ dynamic: { replica: [{ for_each: { k: "v" }, content: {} }] } }, "${replica.key}", ["k"]],
      [{ dynamic: [{ a: { iterator: "it", for_each: ["x"] } }] }, "${it.value}", ["x"]],
      [
        {
          dynamic: {
            a: {
              for_each: [{ b: ["x"] }],
              content: { dynamic: { c: { for_each: "${a.value.b}" } } },
            },
          },
        },
        "${c.value}",
        ["x"],
      ],
    ])("%j: %s is one of %j", (body, expression, expected) => {
      expect(values(body, expression)).toEqual(expected);
    });

    test.each<[object, string]>([
      [{ for_each: "${aws_x.z.list}" }, "${each.value}"],
      [{ for_each: { a: "${aws_x.z.v}" } }, "${each.value}"],
      [{ for_each: 1 }, "${each.value}"],
      [{ count: "${aws_x.z.n}" }, "${count.index}"],
      [{ count: 100_000 }, "${count.index}"],
      [{}, "${count.index}"],
      [{ dynamic: { replica: { for_each: "${aws_x.z.list}" } } }, "${replica.value}"],
    ])("%j: %s is unknown", (body, expression) => {
      expect(values(body, expression)).toEqual(expect.any(String));
    });
  });

  describe("a variable with a validation", () => {
    const admitted = (validation: unknown) => {
      const stack = stackOf({
        locals: { allowed: ["a", "b"], map: { a: 1, b: 2 } },
        variable: { v: { validation }, w: {} },
      });
      const result = evaluate("${var.v}", stack);
      return result.known ? result.values : undefined;
    };
    const condition = (text: string) => ({ condition: text });

    test.each([
      '${contains(["a", "b"], var.v)}',
      "${contains(local.allowed, var.v)}",
      "${contains(keys(local.map), var.v)}",
      '${contains(tolist(["a", "b"]), var.v) && length(var.v) > 0}',
      '${(var.v == "a") || (var.v == "b")}',
    ])("is one of a and b by %s", (text) => {
      expect(admitted(condition(text))).toEqual(["a", "b"]);
      expect(admitted([{ condition: '${var.v != ""}' }, condition(text)])).toEqual(["a", "b"]);
    });

    test("is what all of its validations admit", () => {
      const both = ['${contains(["a", "b"], var.v)}', '${contains(["b", "c"], var.v)}'];
      expect(admitted(both.map(condition))).toEqual(["b"]);
      expect(admitted(condition('${contains(["a", "b"], var.v) && var.v == "a"}'))).toEqual(["a"]);
    });

    test.each([
      '${contains(["a", var.w], var.v)}',
      '${contains(["a", var.v], var.v)}',
      '${contains(["a"], var.w)}',
      '${!contains(["a"], var.v)}',
      '${contains(["a"], lower(var.v))}',
      '${var.v == "a" || var.w == "b"}',
      '${var.v == "a" || true}',
      '${can(regex("^us-", var.v))}',
      '${anytrue([var.v == "a"])}',
      '${startswith(var.v, "us-")}',
    ])("can be anything by %s", (text) => {
      expect(admitted(condition(text))).toBeUndefined();
    });

    test.each([undefined, null, 1, "x", [], [1], {}, { condition: 1 }])(
      "can be anything by %j",
      (odd) => {
        expect(admitted(odd)).toBeUndefined();
      },
    );
  });

  test("gives up on what grows without end", () => {
    const levels = Array.from({ length: 80 }, (_, level) => [
      `l${level}`,
      level === 0 ? "eu-" : `\${local.l${level - 1}}\${local.l${level - 1}}`,
    ]);
    const lists = Array.from({ length: 80 }, (_, level) => [
      `m${level}`,
      level === 0 ? ["x"] : [`\${local.m${level - 1}}`, `\${local.m${level - 1}}`],
    ]);
    const chain = Array.from({ length: 20_000 }, (_, level) => [
      `c${level}`,
      level === 0 ? "x" : `\${local.c${level - 1}}`,
    ]);
    const stack = stackOf({ locals: Object.fromEntries([...levels, ...lists, ...chain]) });
    for (const expression of [
      "${local.l79}",
      '${join(",", flatten(local.m79))}',
      "${jsonencode(local.m79)}",
      "${local.c19999}",
    ]) {
      expect(evaluate(expression, stack).known).toBe(false);
    }
  });

  test("never throws, whatever the expression", () => {
    const piece = fc.constantFrom(
      ...'${ } ( ) [ ] { } " , . ... = => ? : ! - + * / % && || == < # // /* */ \n \\ ~ %{'.split(
        " ",
      ),
      "for",
      "in",
      "if",
      "local.list",
      "each.value",
      "[*]",
      "join",
      "a",
      "1",
      "true",
      "null",
      "endif",
      "else",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `\${${pieces.join("")}}`;
        const result = evaluate(text, STACK);
        expect(typeof result.known).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});
