import type { Json } from "../../../guard/json/json";
import { collectLeaves, NO_LEAVES } from "../../../guard/model/collect";
import { placeName } from "../../../jurisdiction";

function placesIn(body: Json, skip?: ReadonlySet<string>): readonly string[] {
  return collectLeaves(body, "/b", skip).places.map(
    ({ pointer, argument, value, evidence }) =>
      `${pointer} ${argument}: ${value} in ${placeName(evidence.proof)}`,
  );
}

function templatesIn(body: Json): readonly string[] {
  return collectLeaves(body, "/b").templates.map(
    ({ pointer, argument, value }) => `${pointer} ${argument}: ${value}`,
  );
}

describe("the places that a body names", () => {
  test.each<[what: string, body: Json, places: readonly string[]]>([
    ["an argument", { a: "eu-west-1" }, ["/b/a a: eu-west-1 in eu-west-1"]],
    ["an argument of a block", { a: { b: "eu-west-1" } }, ["/b/a/b b: eu-west-1 in eu-west-1"]],
    ["an item of a list", { a: ["x", "eu-west-1"] }, ["/b/a/1 a: eu-west-1 in eu-west-1"]],
    ["an item of an item", { a: [[["eu-west-1"]]] }, ["/b/a/0/0/0 a: eu-west-1 in eu-west-1"]],
    [
      "several in one text",
      { a: "eu-west-1 us-east-1" },
      ["/b/a a: eu-west-1 us-east-1 in eu-west-1", "/b/a a: eu-west-1 us-east-1 in us-east-1"],
    ],
    ["the key of a map", { a: { "eu-west-1": 1 } }, ["/b/a/eu-west-1 a: eu-west-1 in eu-west-1"]],
    [
      "a key and its value",
      { a: { "eu-west-1": "us-east-1" } },
      ["/b/a/eu-west-1 a: eu-west-1 in eu-west-1", "/b/a/eu-west-1 a: us-east-1 in us-east-1"],
    ],
    [
      "a key that is no name of an argument",
      { "Key/1": "eu-west-1" },
      ["/b/Key~11 : eu-west-1 in eu-west-1"],
    ],
    [
      "below such a key",
      { a: { Key: { b: "eu-west-1" } } },
      ["/b/a/Key/b b: eu-west-1 in eu-west-1"],
    ],
    [
      "below a list of blocks",
      { a: [{ b: "eu-west-1" }, null, 1] },
      ["/b/a/0/b b: eu-west-1 in eu-west-1"],
    ],
    [
      "a map of tags, by the map's name",
      { tags: { a: "eu-west-1", b: { c: "eu-west-1" } } },
      ["/b/tags/a tags: eu-west-1 in eu-west-1", "/b/tags/b/c tags: eu-west-1 in eu-west-1"],
    ],
    [
      "other maps of tags",
      { freeform_tags: { a: "eu-west-1" }, tags_all: { a: "eu-west-1" } },
      [
        "/b/freeform_tags/a freeform_tags: eu-west-1 in eu-west-1",
        "/b/tags_all/a tags_all: eu-west-1 in eu-west-1",
      ],
    ],
    [
      "what is called like tags and is none",
      { tagsx: { a: "eu-west-1" } },
      ["/b/tagsx/a a: eu-west-1 in eu-west-1"],
    ],
    [
      "a comment further down",
      { a: { "//": "eu-west-1" } },
      ["/b/a/~1~1 a: eu-west-1 in eu-west-1"],
    ],
    ["a text in the place of a body", "eu-west-1", ["/b : eu-west-1 in eu-west-1"]],
    ["a list in the place of a body", ["eu-west-1"], ["/b/0 : eu-west-1 in eu-west-1"]],
    ["a realm", { a: "x.oraclecloud.eu" }, ["/b/a a: x.oraclecloud.eu in oc19"]],
  ])("are found in %s", (_what, body, places) => {
    expect(placesIn(body)).toEqual(places);
  });

  test.each<[what: string, body: Json]>([
    ["a comment", { "//": "eu-west-1" }],
    ["numbers and the like", { a: 1, b: true, c: null, d: [1, null, false], Key: 1 }],
    ["no body", null],
    ["an empty body", {}],
  ])("are none in %s", (_what, body) => {
    expect(collectLeaves(body, "/b")).toBe(NO_LEAVES);
  });

  test("are not those of arguments that are left out, on the first level", () => {
    const body = { a: "eu-west-1", b: "eu-west-1", c: { a: "eu-west-1" } };
    expect(placesIn(body, new Set(["a"]))).toEqual([
      "/b/b b: eu-west-1 in eu-west-1",
      "/b/c/a a: eu-west-1 in eu-west-1",
    ]);
  });
});

describe("the templates of a body", () => {
  test("are every string with an expression, by its argument", () => {
    const body = {
      a: "${x.y.z}",
      b: { "${x.y.k}": ["%{ if true }"] },
      tags: { c: "a-${x.y.z}" },
      d: "$${",
      e: "{}",
      f: "$x %y",
    };
    expect(templatesIn(body)).toEqual([
      "/b/a a: ${x.y.z}",
      "/b/b/${x.y.k} b: ${x.y.k}",
      "/b/b/${x.y.k}/0 b: %{ if true }",
      "/b/tags/c tags: a-${x.y.z}",
      "/b/d d: $${",
    ]);
  });

  test("stand beside the places", () => {
    const { places, templates } = collectLeaves({ a: "${x.eu-west-1.z}" }, "");
    expect(places.map(({ pointer }) => pointer)).toEqual(["/a"]);
    expect(templates.map(({ pointer }) => pointer)).toEqual(["/a"]);
    expect(collectLeaves({ a: "${x.y}" }, "").places).toEqual([]);
    expect(collectLeaves({ a: "eu-west-1" }, "").templates).toEqual([]);
  });
});
