import fc from "fast-check";
import {
  closingQuote,
  dottedReference,
  frameOf,
  hasTemplate,
  isBlockReference,
  isComposed,
  isDotted,
  parseReference,
  parseTemplate,
  referencesIn,
  soleExpression,
} from "../../../guard/model/template";

test("ends an expression behind a quoted escape, which opens nothing", () => {
  for (const mark of ["$${", "%%{"]) {
    expect(parseTemplate(`\${"${mark}"}-\${var.x}`)).toEqual([
      { kind: "expression", source: `"${mark}"` },
      { kind: "text", source: "-" },
      { kind: "expression", source: "var.x" },
    ]);
  }
});

describe("a template", () => {
  test.each<[text: string, parts: readonly (readonly [kind: string, source: string])[]]>([
    ["", []],
    ["a", [["text", "a"]]],
    ["$ % {} $a", [["text", "$ % {} $a"]]],
    ["${a}", [["expression", "a"]]],
    ["%{ if a }", [["directive", "if a"]]],
    [
      "x${a}y%{b}z",
      [
        ["text", "x"],
        ["expression", "a"],
        ["text", "y"],
        ["directive", "b"],
        ["text", "z"],
      ],
    ],
    [
      "${a}${b}",
      [
        ["expression", "a"],
        ["expression", "b"],
      ],
    ],
    ["a$${b}c", [["text", "a${b}c"]]],
    [
      "%%{b}${c}",
      [
        ["text", "%{b}"],
        ["expression", "c"],
      ],
    ],
    [
      "$%{b}",
      [
        ["text", "$"],
        ["directive", "b"],
      ],
    ],
    [
      "$${${a}",
      [
        ["text", "${"],
        ["expression", "a"],
      ],
    ],
    ["$$$", [["text", "$$$"]]],
    ["${~ a ~}", [["expression", "a"]]],
    ["${a ~ b}", [["expression", "a ~ b"]]],
    [
      "${ {a = {}} }x",
      [
        ["expression", "{a = {}}"],
        ["text", "x"],
      ],
    ],
    [
      '${"}"}x',
      [
        ["expression", '"}"'],
        ["text", "x"],
      ],
    ],
    [
      '${"\\"}"}x',
      [
        ["expression", '"\\"}"'],
        ["text", "x"],
      ],
    ],
    [
      '${"${"}"}"}x',
      [
        ["expression", '"${"}"}"'],
        ["text", "x"],
      ],
    ],
    [
      '${"%{ if "}" }"}x',
      [
        ["expression", '"%{ if "}" }"'],
        ["text", "x"],
      ],
    ],
    [
      '${"${{a = "}"}}"}x',
      [
        ["expression", '"${{a = "}"}}"'],
        ["text", "x"],
      ],
    ],
    ["${a", [["expression", "a"]]],
    ['${"a}', [["expression", '"a}']]],
    [
      "a${",
      [
        ["text", "a"],
        ["expression", ""],
      ],
    ],
    ["${{a}", [["expression", "{a}"]]],
  ])("%j has the parts %j", (text, parts) => {
    expect(parseTemplate(text).map(({ kind, source }) => [kind, source])).toEqual(parts);
  });

  test.each<[text: string, source: string | undefined]>([
    ["${a}", "a"],
    ["${ a.b }", "a.b"],
    ["${~a~}", "a"],
    ['${"}"}', '"}"'],
    ["${a", "a"],
    ["${a}b", undefined],
    ["${a}${b}", undefined],
    ["b${a}", undefined],
    ["%{a}", undefined],
    ["$${a}", undefined],
    ["", undefined],
  ])("%j is the one expression %j", (text, source) => {
    expect(soleExpression(text)).toBe(source);
  });

  test.each<[text: string, may: boolean]>([
    ["${a}", true],
    ["a%{b}", true],
    ["$${a}", true],
    ["{a}", false],
    ["$a%", false],
    ["$ {", false],
    ["", false],
  ])("%j may hold an expression: %j", (text, may) => {
    expect(hasTemplate(text)).toBe(may);
  });

  test.each<[quoted: string, rest: string]>([
    ['a"b', "b"],
    ['a\\"b"c', "c"],
    ['${"a"}"b', "b"],
    ['$${"b', "b"],
    ['%%{"b', "b"],
    ['$$"b', "b"],
    ['${ {a = "}"} }"b', "b"],
    ['%{ if "x" }"b', "b"],
    ["a", ""],
    ["a\\", ""],
  ])("a quote %j ends before %j", (quoted, rest) => {
    expect(quoted.slice(closingQuote(quoted, 0) + 1)).toBe(rest);
  });
});

describe("a reference", () => {
  test.each<[source: string, address: string, attribute: string]>([
    ["oci_kms_key.k", "oci_kms_key.k", ""],
    ["oci_kms_key.k.id", "oci_kms_key.k", "id"],
    ["oci_kms_key.k[0].id", "oci_kms_key.k", "[0].id"],
    ["oci_kms_key.k[*].id", "oci_kms_key.k", "[*].id"],
    ["oci_kms_key.k.*.id", "oci_kms_key.k", "*.id"],
    ["oci_kms_key.k[each.key].id", "oci_kms_key.k", "[each.key].id"],
    ['oci_kms_key.k["a"].id', "oci_kms_key.k", '["a"].id'],
    ["oci_kms_key.k[0]", "oci_kms_key.k", "[0]"],
    ["data.aws_region.here.name", "data.aws_region.here", "name"],
    ["data.aws_region.here", "data.aws_region.here", ""],
    ["ephemeral.x.y.z", "ephemeral.x.y", "z"],
    ["var.a", "var.a", ""],
    ["var.a.b.c", "var.a", "b.c"],
    ["local.a[1].b", "local.a", "[1].b"],
    ["module.m.out", "module.m", "out"],
    ["each.value.x", "each.value", "x"],
    ["count.index", "count.index", ""],
    ["path.module", "path.module", ""],
    ["terraform.workspace", "terraform.workspace", ""],
    ["self.id", "self.id", ""],
    ["_a-b.c_d", "_a-b.c_d", ""],
  ])("%s is of %s", (source, address, attribute) => {
    expect(parseReference(source)).toEqual({ address, attribute });
  });

  test.each([
    "",
    "a",
    "data.a",
    "ephemeral.a",
    "1.a",
    "a.b[c]",
    "a.b()",
    "a.b ",
    " a.b",
    'a["${x}"].b',
    "a.b + 1",
    '"a.b"',
    "a..b",
  ])("%j is none", (source) => {
    expect(parseReference(source)).toBeUndefined();
  });

  test.each<[source: string, found: readonly string[]]>([
    ["a.b", ["a.b "]],
    ["f(a.b.c, d.e)", ["a.b c", "d.e "]],
    ["data.a.b.c + var.x", ["data.a.b c", "var.x "]],
    ["a.b[0].c", ["a.b [0].c"]],
    ["a[0].b.c", ["a [0].b.c"]],
    ["x ? a.b : c.d", ["a.b ", "c.d "]],
    ['"a.b"', []],
    ['"a \\" b.c" + d.e', ["d.e "]],
    ['"x-${a.b}"', ["a.b "]],
    ["a", []],
    ["1.5 + a.b", ["a.b "]],
    ["data.a", []],
    ["[for v in a.b : v.c]", ["a.b ", "v.c "]],
  ])("is found inside of %s: %j", (source, found) => {
    expect(referencesIn(source).map(({ address, attribute }) => `${address} ${attribute}`)).toEqual(
      found,
    );
  });
});

describe("a reference that is a whole text", () => {
  test.each([
    [`\${oci_kms_key.master.id}`, "oci_kms_key.master", "id"],
    [`\${data.aws_region.here.name}`, "data.aws_region.here", "name"],
    [`\${var.region}`, "var.region", ""],
    [`\${module.net.vcn.id}`, "module.net", "vcn.id"],
    [`\${data.a.b}`, "data.a.b", ""],
    [`\${ephemeral.a.b.c.d}`, "ephemeral.a.b", "c.d"],
    [`\${dataset.a.b}`, "dataset.a", "b"],
    [`\${a.b}`, "a.b", ""],
    [`\${_a.b}`, "_a.b", ""],
    [`\${A-z.Z_0}`, "A-z.Z_0", ""],
  ])("%s is read", (text, address, attribute) => {
    expect(dottedReference(text)).toEqual({ address, attribute });
    expect(isDotted(text)).toBe(true);
  });

  test.each([
    `\${oci_kms_key.master[0].id}`,
    `\${ oci_kms_key.master.id }`,
    `\${data.aws_region}`,
    `\${oci_kms_key}`,
    `\${oci_kms_key..id}`,
    `\${oci_kms_key.id.}`,
    `\${1a.b}`,
    `$\${a.b}`,
    `\${a.b}\${c.d}`,
    `\${a.b} `,
    `\${a.é}`,
    `\${é.a}`,
    `\${a.b{}`,
    `\${-a.b}`,
    `\${@a.b}`,
    `\${[a.b}`,
    `\${.a.b}`,
    `\${a.b`,
    `\${a.b]`,
    `%{a.b}`,
    `a.b.c.d}`,
    "${a}",
    "${a.}",
    "${}",
    "",
  ])("%j is left to the parser", (text) => {
    expect(dottedReference(text)).toBeUndefined();
    expect(isDotted(text)).toBe(false);
  });

  test("is what the parser reads", () => {
    const name = fc.stringMatching(/^[A-Za-z_0-9-]{0,4}$/);
    const names = fc.array(fc.oneof(name, fc.constantFrom("data", "var", "each", "")), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(names, (segments) => {
        const text = `\${${segments.join(".")}}`;
        const quick = dottedReference(text);
        if (quick !== undefined) {
          expect(quick).toEqual(parseReference(soleExpression(text) ?? ""));
        }
      }),
    );
  });
});

describe("a text around references", () => {
  test("is the same where the references alone differ", () => {
    const frames = ["near", "far-away"].map((name) => frameOf(`a/\${t.${name}.id}/\${t.b.arn}`));
    expect(frames[0]?.text).toBe(frames[1]?.text);
    expect(frames[1]?.references).toEqual([`\${t.far-away.id}`, `\${t.b.arn}`]);
  });

  test.each([
    ["a value of the input", `a/\${var.region}`],
    ["an item of a list", `a/\${each.value}`],
    ["an iterator", `a/\${replica.value}`],
    ["a function", `a/\${lower(t.b.id)}`],
    ["an index", `a/\${t.b[0].id}`],
    ["a directive", `a/%{ if true }\${t.b.id}%{ endif }`],
    ["an escape", `a/$\${t.b.id}`],
    ["a percent sign", `a%2f\${t.b.id}`],
  ])("is worked out where it holds %s", (_what, text) => {
    expect(frameOf(text)).toBeUndefined();
    expect(isComposed(text)).toBe(true);
  });

  test.each([
    "a/${t.b.id}",
    "${t.b.id}${t.c.id}",
    "${t.b}/${u_v.c-d.e_f}",
    "${t.b.id} ${t.keys.id}",
  ])("%j is not worked out, for it holds references to attributes of blocks alone", (text) => {
    expect(isComposed(text)).toBe(false);
    expect(frameOf(text)?.text).toBe(text.replace(/\$\{[^}]*\}/g, "${a.b}"));
    expect(frameOf(text)?.references).toEqual(text.match(/\$\{[^}]*\}/g));
  });

  test.each([
    "${t.b.id}",
    "${var.region}",
    "${local.a.b}",
    "${each.value}",
    "${t.b[0].id}",
    '${t.b["a b"].id}',
    "${t.b[*].id}",
    "${t.b.0}",
    "${a}",
  ])("%j is not worked out, for it is a reference alone", (text) => {
    expect(isComposed(text)).toBe(false);
    expect(frameOf(text)).toBeUndefined();
  });

  test.each([
    "${t.b.id }",
    "${ t.b.id}",
    "x${var.a}",
    "${t.b[x].id}",
    "${f(t.b)}",
    "%{ if a.b }",
    "${t.b.id}${var.a}",
    "x${module.m.out}",
    "x${data.a.b.c}",
    "x${count.index}",
    "x${t.key}",
  ])("%j is worked out", (text) => {
    expect(isComposed(text)).toBe(true);
    expect(frameOf(text)).toBeUndefined();
  });

  test("has no frame where there is no reference", () => {
    expect(frameOf("a")).toBeUndefined();
    expect(frameOf("")).toBeUndefined();
    expect(isComposed("a")).toBe(false);
  });

  test.each<[text: string, is: boolean]>([
    ["${t.b.id}", true],
    ["${t.b}", true],
    ["${t.keyed}", true],
    ["${t.key}", false],
    ["${variable.a}", true],
    ["${var.a}", false],
    ["${local.a}", false],
    ["${each.value}", false],
    ["${count.index}", false],
    ["${module.m.out}", false],
    ["${data.a.b.c}", false],
    ["${t.b[0].id}", false],
    ["${ t.b.id}", false],
    ["x${t.b.id}", false],
    ["${t.b.id}x", false],
    ["${t.1}", false],
    ["${t}", false],
  ])("%j is a reference to an attribute of a block: %j", (text, is) => {
    expect(isBlockReference(text)).toBe(is);
  });
});
