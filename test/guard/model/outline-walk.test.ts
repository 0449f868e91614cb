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

describe("the outline of a body", () => {
  /** Places, arguments of templates, and whether one of these must be worked out. */
  function outlineOf(body: Json, skip?: ReadonlySet<string>): readonly unknown[] {
    const walk = new OutlineWalk();
    walk.body(body, Outline.empty(), skip);
    const { proofs, templateArguments, isComposed } = walk.outline;
    return [proofs.map(placeOf), templateArguments, isComposed];
  }

  const EU = "region eu-west-1";
  const US = "region us-east-1";

  test.each<
    [body: Json, places: readonly string[], templates: readonly string[], isComposed: boolean]
  >([
    [{}, [], [], false],
    [{ a: "x", b: 1, c: null, d: [null, 1, true], e: {} }, [], [], false],
    [{ a: "eu-west-1" }, [EU], [], false],
    [{ a: "eu-west-1", b: "us-east-1", c: "eu-west-1" }, [EU, US], [], false],
    [{ a: "us-east-1 eu-west-1" }, [US, EU], [], false],
    [{ a: ["x", ["eu-west-1"]] }, [EU], [], false],
    [{ a: { b: [{ c: "eu-west-1" }] } }, [EU], [], false],
    [{ a: { "eu-west-1": 1 } }, [EU], [], false],
    [{ a: "x.oraclecloud.eu" }, ["realm oc19"], [], false],
    [
      { a: "ec2.xx-west-9.amazonaws.com", b: "ec2.yy-west-9.amazonaws.com" },
      ["unknown-place"],
      [],
      false,
    ],
    [
      { a: "ec2.xx-west-9.amazonaws.com", b: "x.oraclecloud.eu", c: "y.oraclecloud.eu" },
      ["unknown-place", "realm oc19"],
      [],
      false,
    ],
    ["eu-west-1", [EU], [], false],
    [["eu-west-1"], [EU], [], false],
    [null, [], [], false],
    [1, [], [], false],
    [{ "//": "eu-west-1" }, [], [], false],
    [{ a: { "//": "eu-west-1" } }, [EU], [], false],
    [{ provider: "aws.eu-west-1" }, [EU], [], false],
    // expressions
    [{ a: "${x.y.z}" }, [], ["a"], false],
    [{ a: "${x.eu-west-1.z}" }, [EU], ["a"], false],
    [{ a: "${local.a}" }, [], ["a"], false],
    [{ a: "${x.y.z}-${x.y.w}" }, [], ["a"], false],
    [{ a: "eu-west-1/${x.y.z}" }, [EU], ["a"], false],
    [{ a: "x/${x.eu-west-1.z}" }, [EU], ["a"], false],
    [{ a: "x/${local.a}" }, [], ["a"], true],
    [{ a: '${f("eu-west-1")}' }, [EU], ["a"], true],
    [{ a: "${x.y.z}", b: ["${x.y.z}"], c: { d: "${x.y.z}" } }, [], ["a", "b", "d"], false],
    [{ a: "${x.y.z}", b: "${f(1)}", c: "${x.y.w}" }, [], ["a", "b", "c"], true],
    [{ a: ["${x.y.z}", "${x.y.w}"] }, [], ["a"], false],
    [{ a: { "${x.y.z}": 1 } }, [], ["a"], false],
    [{ a: { Key: { b: "${x.y.z}" }, Other: "${x.y.z}" } }, [], ["b", "a"], false],
    [{ tags: { a: "${x.y.z}", b: { c: "${x.y.z}" }, d: ["${x.y.z}"] } }, [], ["tags"], false],
    [{ a: { freeform_tags: { b: "${x.y.z}" } } }, [], ["freeform_tags"], false],
    [{ tags: { Key: { a: "${x.y.z}" } } }, [], ["tags"], false],
    ["${x.y.z}", [], [""], false],
    [["${x.y.z}"], [], [""], false],
    [{ Key: "${x.y.z}" }, [], [""], false],
  ])("%j names %j, and holds expressions in %j", (body, ...outline) => {
    expect(outlineOf(body)).toEqual(outline);
    // Once more: names and texts are known by now.
    expect(outlineOf(body)).toEqual(outline);
  });

  test("says nothing of arguments that are left out, on the first level", () => {
    const body = { a: "eu-west-1 ${x.y.z}", b: { a: "us-east-1" } };
    expect(outlineOf(body, new Set(["a"]))).toEqual([[US], [], false]);
  });

  test("is one for all bodies of the same places and arguments", () => {
    const walk = new OutlineWalk();
    const empty = Outline.empty();
    const of = (body: Json) => {
      walk.body(body, empty, undefined);
      return walk.outline;
    };
    const outline = of({ a: "eu-west-1", b: "x ${f(1)}" });
    expect(of({ a: "in eu-west-1", b: "y ${f(2)}" })).toBe(outline);
    expect(of({ a: "us-east-1", b: "x ${f(1)}" })).not.toBe(outline);
    expect(of({ a: "eu-west-1", b: "${x.y.z}" })).not.toBe(outline);
    expect(of({ a: "eu-west-1", c: "x ${f(1)}" })).not.toBe(outline);
    expect(of({ z: 1 })).toBe(empty);
  });

  test("comes with what stands under // and provider, of the body walked last", () => {
    const walk = new OutlineWalk();
    walk.body(
      { "//": { a: 1 }, provider: "aws.x", b: { "//": 1, provider: "y" } },
      Outline.empty(),
      undefined,
    );
    expect([walk.comment, walk.provider]).toEqual([{ a: 1 }, "aws.x"]);
    walk.body({ b: { "//": 1, provider: "y" } }, Outline.empty(), undefined);
    expect([walk.comment, walk.provider]).toEqual([undefined, undefined]);
    walk.body("x", Outline.empty(), undefined);
    expect([walk.comment, walk.provider]).toEqual([undefined, undefined]);
  });

  test("reads a long text each time", () => {
    const long = (text: string) => `${"x ".repeat(300)}${text}`;
    expect(outlineOf({ a: long("eu-west-1"), b: long("us-east-1"), c: long("eu-west-1") })).toEqual(
      [[EU, US], [], false],
    );
  });
});
