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
])("%s makes a value that its parts do not tell", (source) => {
  expect(operandsOf(source)).toBeUndefined();
});

test("nesting without end is not understood, and ends", () => {
  expect(operandsOf(`${"try(".repeat(5000)}null${")".repeat(5000)}`)).toBeUndefined();
});
