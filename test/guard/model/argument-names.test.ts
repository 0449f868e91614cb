import { ArgumentNames } from "../../../guard/model/argument-names";
import { Outline } from "../../../guard/model/outline";
import { OutlineWalk } from "../../../guard/model/outline-walk";

const namesOf = (none: ArgumentNames, ...names: readonly string[]) =>
  names.reduce((found, name) => found.with(name), none);

test("names know those that they are made of, and no others", () => {
  const names = namesOf(ArgumentNames.none(), "bucket", "region", "kms_key_id");
  expect(["bucket", "region", "kms_key_id"].map((name) => names.has(name))).toEqual([
    true,
    true,
    true,
  ]);
  expect(["", "name", "toString", "kms_key"].some((name) => names.has(name))).toBe(false);
});

test("bodies that set the same arguments in one order share their names", () => {
  const none = ArgumentNames.none();
  const first = namesOf(none, "a", "b");
  expect(namesOf(none, "a", "c")).not.toBe(first);
  expect(namesOf(none, "a", "b")).toBe(first);
  expect(namesOf(none, "b", "a")).not.toBe(first);
  expect(namesOf(none)).toBe(none);
});

describe("a walk", () => {
  const walk = new OutlineWalk();
  const walked = (body: object | string) => {
    walk.body(body as never, Outline.empty(), new Set(["skipped"]), ArgumentNames.none());
    return walk.names;
  };

  test("keeps the names of every argument, those included that it does not look into", () => {
    const names = walked({ "//": {}, provider: "oci", skipped: "x", none: null });
    expect(["//", "provider", "skipped", "none"].every((name) => names?.has(name))).toBe(true);
    expect(names?.has("count")).toBe(false);
  });

  test("keeps none of nested blocks, and none at all of what is no body", () => {
    expect(walked({ outer: { inner: 1 } })?.has("inner")).toBe(false);
    expect(walked("x")).toBeUndefined();
  });
});
