import fc from "fast-check";
import { flowArguments } from "../../../guard/flow/catalogue";
import { checkJson } from "../../support/check-json";

const TYPES = [
  "oci_core_volume",
  "oci_sch_service_connector",
  "oci_vault_secret",
  "oci_ons_subscription",
  "aws_s3_bucket_replication_configuration",
  "aws_dynamodb_table",
  "aws_sns_topic_subscription",
  "aws_unknown_type",
];

/** Texts that look like what the guard reads, whole and broken. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "${",
    "${}",
    "${var.x}",
    "${local.a}",
    "${each.value}",
    "${each.value.x[0]}",
    "${oci_core_volume.r.id}",
    "${data.terraform_remote_state.s.outputs}",
    "${data.terraform_remote_state.s.outputs.x[0].y}",
    "arn:aws:s3:::",
    "arn:aws:s3:::${oci_core_volume.r.id}",
    "arn:aws:kms:${local.a}:1:x/y",
    "https://${local.a}:443/${var.x}",
    "%{ if true }x%{ endif }",
    "\u0000${var.x}\u0000",
    "https://[::1]:1/",
  ),
);

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom(null, 0, true),
    fc.array(tie("any"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "__proto__", "dynamic", "content", "//"), tie("any")),
  ),
})).any;

/** A body that sets some of the arguments that its type is judged by, each to anything. */
const body = (type: string) =>
  fc
    .tuple(
      fc.subarray([
        ...new Set([
          ...(flowArguments(type) ?? []).map(({ path }) => path[0] ?? ""),
          "for_each",
          "dynamic",
          "kms_key_id",
        ]),
      ]),
      fc.array(value, { minLength: 40, maxLength: 40 }),
    )
    .map(([names, values]) => Object.fromEntries(names.map((name, at) => [name, values[at]])));

test("judges any value of any argument without stumbling", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TYPES).chain((type) => fc.tuple(fc.constant(type), body(type), value)),
      ([type, r, a]) => {
        checkJson({
          resource: { [type]: { r } },
          locals: { a },
          data: { terraform_remote_state: { s: { backend: "oci", config: a } } },
          output: { x: { value: a } },
        });
      },
    ),
    { numRuns: 300 },
  );
});

test("says the same whichever way the arguments are ordered", () => {
  const document = (names: readonly string[]) => ({
    resource: {
      oci_core_volume: {
        r: Object.fromEntries(names.map((name) => [name, "${var.unknown}"])),
      },
    },
  });
  const names = ["kms_key_id", "xrc_kms_key_id", "availability_domain"];
  expect(checkJson(document([...names].reverse()))).toEqual(checkJson(document(names)));
});
