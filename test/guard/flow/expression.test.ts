import { operandsOf } from "../../../guard/flow/expression";

/** Texts as they are, references by address and attribute. */
const operands = (source: string) =>
  operandsOf(source)?.map((operand) =>
    operand.kind !== "reference"
      ? JSON.stringify(operand.text)
      : [operand.reference.address, operand.reference.attribute].filter(Boolean).join("."),
  );

test.each([
  ["oci_kms_key.k.id", ["oci_kms_key.k.id"]],
  ['"us-ashburn-1"', ['"us-ashburn-1"']],
  ["null", []],
  ["var.a ? oci_x.a.id : oci_x.b.id", ["oci_x.a.id", "oci_x.b.id"]],
  ['var.a == "?" ? "x:y" : null', ['"x:y"']],
  ["var.a ? (var.b ? oci_x.a.id : null) : oci_x.c.id", ["oci_x.a.id", "oci_x.c.id"]],
  ['coalesce(oci_x.a.id, "")', ["oci_x.a.id", '""']],
  ["element(concat(oci_x.a[*].id, [oci_x.b.id]), 0)", ["oci_x.a[*].id", "oci_x.b.id"]],
  ["[oci_x.a.id, oci_x.b.id,]", ["oci_x.a.id", "oci_x.b.id"]],
  ['"${var.x}-1"', ['"${var.x}-1"']],
  [
    'coalesce("${oci_x.a["k"].id}", "${oci_x.b.id}")',
    ['"${oci_x.a[\\"k\\"].id}"', '"${oci_x.b.id}"'],
  ],
  // Whole texts: numbers and truth values are none, and a quote may stand in one.
  ["true", []],
  ["false", []],
  ["-7", []],
  ["12.5", []],
  ["  oci_x.a.id  ", ["oci_x.a.id"]],
  ['""', ['""']],
  ['"a\\"b\\\\c"', ['"a\\"b\\\\c"']],
  ['"100%"', ['"100%"']],
  ['"a}b"', ['"a}b"']],
  ['"%{ if x }}y"', ['"%{ if x }}y"']],
  ['"${f({ a = "}" })}"', ['"${f({ a = \\"}\\" })}"']],
  // Functions that select, around each other and around text.
  ["coalescelist([oci_x.a.id], [])", ["oci_x.a.id"]],
  ["compact([oci_x.a.id])", ["oci_x.a.id"]],
  ["distinct([oci_x.a.id])", ["oci_x.a.id"]],
  ["flatten([[oci_x.a.id], [oci_x.b.id]])", ["oci_x.a.id", "oci_x.b.id"]],
  ["nonsensitive(oci_x.a.id)", ["oci_x.a.id"]],
  ["one([oci_x.a.id])", ["oci_x.a.id"]],
  ["sensitive(oci_x.a.id)", ["oci_x.a.id"]],
  ["sort([oci_x.a.id])", ["oci_x.a.id"]],
  ["tolist([oci_x.a.id])", ["oci_x.a.id"]],
  ["toset([oci_x.a.id])", ["oci_x.a.id"]],
  ["tostring(oci_x.a.id)", ["oci_x.a.id"]],
  ["trimspace(oci_x.a.id)", ["oci_x.a.id"]],
  ["try(oci_x.a.id, null)", ["oci_x.a.id"]],
  ["try(\n  oci_x.a.id,\n  null\n)", ["oci_x.a.id"]],
  ["[\n  oci_x.a.id\n]", ["oci_x.a.id"]],
  ["(\n  oci_x.a.id\n)", ["oci_x.a.id"]],
  ["[]", []],
  ["coalesce()", []],
  ['coalesce("a,b", "c)d", "e(f")', ['"a,b"', '"c)d"', '"e(f"']],
  // Branches: the condition may hold anything.
  ["f(x)[0] == {a = 1}.a ? oci_x.a.id : oci_x.b.id", ["oci_x.a.id", "oci_x.b.id"]],
  ['"a" == "b" ? oci_x.a.id : "c"', ["oci_x.a.id", '"c"']],
  ["forward ? oci_x.a.id : oci_x.b.id", ["oci_x.a.id", "oci_x.b.id"]],
  ["[for x in y : x.if_set ? oci_x.a.id : oci_x.b.id]", ["oci_x.a.id", "oci_x.b.id"]],
])("%s has what it selects from", (source, expected) => {
  expect(operands(source)?.map((text) => text.replace("oci_x.a.[*].id", "oci_x.a[*].id"))).toEqual(
    expected,
  );
});

test.each([
  ['replace(oci_x.a.id, "iad", "fra")'],
  ['format("%s-1", oci_x.a.id)'],
  ["oci_x.a.id + 1"],
  ["coalesce(oci_x.a.id, lower(var.x))"],
  ["{ for k, v in var.x : k => v }"],
  ["coalesce(oci_x.a.id"],
  ["(((("],
  [""],
  ['coalesce("'],
  // The condition says which items are taken; they are another's.
  ["[for x in y : x if z ? true : false]"],
  ["[for x in y : x\nif z ? true : false]"],
  // Escapes that its text would have to be read with.
  ['"https:\\u002f\\u002fx.example"'],
  ['"a\\nb${x}"'],
  ["a ? b : c ? d : e"],
  ["a ? (b : c"],
  ["a ? b"],
  ["1.2.3"],
  ["x7 + 7"],
  ["7 x"],
  ['"a" + "b"'],
  ["(oci_x.a.id) + (oci_x.b.id)"],
  ["[oci_x.a.id][0]"],
  ["x[oci_x.a.id]"],
  ["[coalesce(oci_x.a.id])"],
  ["coalesce(oci_x.a.id]"],
  ["coalesce(oci_x.a.id))"],
  ["(oci_x.a.id"],
  ["x(oci_x.a.id)"],
  ["Try(oci_x.a.id)"],
  ["7try(oci_x.a.id)"],
  ["try (oci_x.a.id) + 1"],
  ['coalesce(oci_x.a.id, "b)'],
  ['"${"a"'],
])("%s makes a value that its parts do not tell", (source) => {
  expect(operandsOf(source)).toBeUndefined();
});

test.each([
  ["text", '"us-ashburn-1"', { kind: "text", text: "us-ashburn-1" }],
  ["a template", '"${var.x}-1"', { kind: "template", text: "${var.x}-1" }],
  ["a template", '"a\\"b"', { kind: "template", text: 'a"b' }],
  [
    "a reference",
    "oci_x.a.id",
    { kind: "reference", reference: { address: "oci_x.a", attribute: "id" } },
  ],
])("says what it is: %s", (_kind, source, expected) => {
  expect(operandsOf(source)).toEqual([expected]);
});

test("nesting as deep as a person writes it is understood", () => {
  const nested = (depth: number) => `${"try(".repeat(depth)}oci_x.a.id${")".repeat(depth)}`;
  expect(operands(nested(32))).toEqual(["oci_x.a.id"]);
  expect(operandsOf(nested(33))).toBeUndefined();
});

test("nesting without end is not understood, and ends", () => {
  expect(operandsOf(`${"try(".repeat(5000)}null${")".repeat(5000)}`)).toBeUndefined();
});
