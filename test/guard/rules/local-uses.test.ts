import { inFull, notesInFull } from "./in-full";

/** What argument-inside says of local values that are used so: pointer, and where it is taken. */
function judged(locals: object, resource: object): readonly (readonly [string, string])[] {
  return inFull("argument-inside", { locals, resource }).map(([, path, , message]) => [
    path,
    message.replace(/^.* outside US(?:, and )?/, ""),
  ]);
}

const noted = (locals: object, resource: object) =>
  notesInFull("argument-inside", { locals, resource }).map(([path]) => path);

const ABROAD = "eu-frankfurt-1";
const TAGS = { tags: { origin: ABROAD } };
const taking = (target: string, more: object = {}) => ({ oci_x_y: { r: { target, ...more } } });
const TAKES = "oci_x_y.r takes it for target.";

describe("a part of a local map of tags", () => {
  test.each<[string, object, string, string]>([
    ["a key with a slash", { tags: { "a/b~c": ABROAD } }, '${local.tags["a/b~c"]}', "/a~1b~0c"],
    ["an item of a list", { tags: [{ origin: ABROAD }] }, "${local.tags[0].origin}", "/0/origin"],
    ["a map in it", { tags: { a: { origin: ABROAD } } }, "${local.tags.a}", "/a/origin"],
    [
      "the map by a name that is no text's",
      { ...TAGS, x: "${local.tags}" },
      "${local.x.origin}",
      "/origin",
    ],
    [
      "a part of the map by another name, and by that one's other name",
      { tags: { a: { origin: ABROAD } }, b_tags: "${local.tags.a}", c_tags: "${local.b_tags}" },
      "${local.c_tags.origin}",
      "/a/origin",
    ],
    [
      "the map by a name that stands in another local value",
      { ...TAGS, all: { x: "${local.tags}" } },
      "${local.all.x.origin}",
      "/origin",
    ],
    [
      "the map as an item of a list of maps",
      { ...TAGS, other: {}, all: ["${local.tags}", "${local.other}"] },
      "${local.all[0].origin}",
      "/origin",
    ],
  ])("is reported where a setting takes it: %s", (_what, locals, target, path) => {
    expect(judged(locals, taking(target))).toContainEqual([
      `/locals/tags${path}`,
      expect.any(String),
    ]);
  });

  test.each<[string, object, string, object]>([
    ["each.value", TAGS, "${ each.value }", { for_each: "${local.tags}" }],
    [
      "an attribute of each.value",
      { tags: { a: { origin: ABROAD } } },
      "${each.value.origin}",
      { for_each: "${local.tags}" },
    ],
  ])("is reported by the setting that takes %s", (_what, locals, target, more) => {
    expect(judged(locals, taking(target, more)).map(([, taken]) => taken)).toEqual([TAKES]);
  });

  test.each<[string, object, object]>([
    ["a variable of its name", TAGS, taking("${var.tags.origin}")],
    ["a text that is no expression", TAGS, taking("local.tags.origin")],
    ["each.value without for_each", TAGS, taking("${each.value}")],
    ["each.value of another map", TAGS, taking("${each.value}", { for_each: "${local.other}" })],
    ["each.value of a map written out", TAGS, taking("${each.value}", { for_each: { a: "b" } })],
    [
      "something called like each.value",
      TAGS,
      taking("${each.values}", { for_each: "${local.tags}" }),
    ],
    ["each.key", TAGS, taking("${each.key}", { for_each: "${local.tags}" })],
    [
      "names that go round in a circle",
      { ...TAGS, a_tags: "${local.b_tags}", b_tags: "${local.a_tags}" },
      taking("${local.a_tags.origin}"),
    ],
    [
      "a part of a name that stands deeper down in another local value",
      { ...TAGS, all: { x: "${local.tags}" } },
      taking("${local.x.origin}"),
    ],
  ])("is only noted where what is taken is %s", (_what, locals, resource) => {
    expect(judged(locals, resource)).toEqual([]);
    expect(noted(locals, resource)).toEqual(["/locals/tags/origin"]);
  });
});
