import type { Json, JsonObject } from "../../../guard/json/json";
import { buildModel } from "../../../guard/model/build-model";
import { placeName } from "../../../jurisdiction";

/** The places of the resource `t.n`, or of the one object of a plan. */
function placesOf(json: object): readonly string[] {
  const document = { stack: "test", file: "cdk.tf.json", json: json as JsonObject };
  const blocks = buildModel({ documents: [document], unread: [] }).flatMap((stack) => stack.blocks);
  return blocks
    .filter(({ kind }) => kind === "resource")
    .flatMap(({ places }) => places)
    .map(
      ({ pointer, argument, value, evidence }) =>
        `${pointer} ${argument}: ${value} in ${placeName(evidence.proof)}`,
    );
}

function ofBody(body: Json): readonly string[] {
  return placesOf({ locals: { city: "milan", list: ["a"] }, resource: { t: { n: body } } });
}

const EU = '${join("-", ["eu", "west", "1"])}';

describe("the places of a block", () => {
  test.each<[what: string, body: Json, places: readonly string[]]>([
    ["a function makes", { a: EU }, [`/resource/t/n/a a: ${EU} in eu-west-1`]],
    [
      "a local value completes",
      { a: "eu-${local.city}-1" },
      ["/resource/t/n/a a: eu-${local.city}-1 in eu-milan-1"],
    ],
    ["a nested template makes", { a: [{ b: EU }] }, [`/resource/t/n/a/0/b b: ${EU} in eu-west-1`]],
    [
      "two templates make",
      { a: EU, b: EU },
      [`/resource/t/n/a a: ${EU} in eu-west-1`, `/resource/t/n/b b: ${EU} in eu-west-1`],
    ],
    [
      "one template makes twice",
      { a: `${EU} ${EU}` },
      [`/resource/t/n/a a: ${EU} ${EU} in eu-west-1`],
    ],
    [
      "are written, and made beside",
      { a: `us-east-1 ${EU}` },
      [
        `/resource/t/n/a a: us-east-1 ${EU} in us-east-1`,
        `/resource/t/n/a a: us-east-1 ${EU} in eu-west-1`,
      ],
    ],
    [
      "are written in one argument and made in another",
      { a: "eu-west-1", b: EU },
      ["/resource/t/n/a a: eu-west-1 in eu-west-1", `/resource/t/n/b b: ${EU} in eu-west-1`],
    ],
    [
      "are written and made, told once",
      { a: '${lower("eu-west-1")}' },
      ['/resource/t/n/a a: ${lower("eu-west-1")} in eu-west-1'],
    ],
    ["are not made", { a: "x-${local.city}", b: '${join("-", local.list)}' }, []],
    ["a reference stands for", { a: "${local.city}" }, []],
  ])("are those that %s", (_what, body, places) => {
    expect(ofBody(body)).toEqual(places);
  });

  test("of an import are those that an expression makes, and not of its address", () => {
    const document = { stack: "test", file: "x", json: { import: { to: EU, id: EU } } };
    const [stack] = buildModel({ documents: [document], unread: [] });
    expect(stack?.blocks[0]?.places.map(({ pointer }) => pointer)).toEqual(["/import/id"]);
  });

  test("of a plan are those that an expression makes of what is not known", () => {
    const resource = { address: "t.n", mode: "managed", type: "t", name: "n" };
    const plan = (constant_value: string) => ({
      format_version: "1.2",
      variables: { city: { value: "milan" } },
      planned_values: { root_module: { resources: [{ ...resource, values: {} }] } },
      resource_changes: [{ ...resource, change: { after: {}, after_unknown: { a: true } } }],
      configuration: {
        root_module: { resources: [{ ...resource, expressions: { a: { constant_value } } }] },
      },
    });
    const pointer = "/planned_values/root_module/resources/0/values/a";
    expect(placesOf(plan("eu-${var.city}-1/${x.y.z}"))).toEqual([
      `${pointer} a: eu-\${var.city}-1/\${x.y.z} in eu-milan-1`,
    ]);
    expect(placesOf(plan("us-${var.city}-1/${x.y.z}"))).toEqual([]);
  });
});
