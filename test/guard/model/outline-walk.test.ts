import fc from "fast-check";
import type { Json } from "../../../guard/json/json";
import { collectLeaves } from "../../../guard/model/collect";
import { Outline } from "../../../guard/model/outline";
import { OutlineWalk } from "../../../guard/model/outline-walk";
import type { PlaceEvidence } from "../../../jurisdiction";

const NAMES = ["name", "region", "tags", "freeform_tags", "//", "provider", "Key-1", "eu-west-1"];
const TEXTS = [
  "us-ashburn-1",
  "eu-frankfurt-1",
  "nothing",
  `\${oci_kms_key.k.id}`,
  `\${oci_kms_key.eu-frankfurt-1.id}`,
  `\${local.x}`,
  `\${join("-", ["a", "b"])}`,
  `a \${oci_kms_key.k.id} in us-phoenix-1`,
  `us-\${oci_kms_key.k.id} and \${oci_core_vcn.v.id}%`,
];

const { value } = fc.letrec<{ value: Json; list: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(...TEXTS, 1, true, null),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(...NAMES), tie("value"), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
}));

function placeOf({ proves, ...proof }: PlaceEvidence["proof"]): string {
  return "region" in proof
    ? `${proves} ${proof.region.id}`
    : "realm" in proof
      ? `${proves} ${proof.realm.id}`
      : proves;
}

function setOf(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort();
}

test("an outline says of every body which places and which arguments its leaves are of", () => {
  const walk = new OutlineWalk();
  const empty = Outline.empty();
  fc.assert(
    fc.property(value, (body) => {
      const leaves = collectLeaves(body, "");
      walk.body(body, empty, undefined);
      const { proofs, templateArguments } = walk.outline;
      expect(setOf(proofs.map(placeOf))).toEqual(
        setOf(leaves.places.map(({ evidence }) => placeOf(evidence.proof))),
      );
      expect(setOf(templateArguments)).toEqual(
        setOf(leaves.templates.map(({ argument }) => argument)),
      );
    }),
    { numRuns: 1000 },
  );
});
