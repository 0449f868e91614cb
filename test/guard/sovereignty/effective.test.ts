import type { JsonObject } from "../../../guard/json/json";
import type { Block } from "../../../guard/model/block";
import { effectiveBody, pointerIn } from "../../../guard/sovereignty/effective";
import { stackOf } from "../place/placed";

const one = (body: object) => ({ resource: { x_y: { r: body, other: { z: 1 } } } });
const override = (body: object) => ({ resource: { x_y: { r: body } } });

/** The bodies that Terraform takes for the blocks of `x_y.r`, file by file. */
function bodies(...files: readonly object[]): readonly (JsonObject | undefined)[] {
  const names = ["main.tf.json", "a_override.tf.json", "b_override.tf.json"];
  const stack = stackOf(Object.fromEntries(files.map((file, index) => [names[index] ?? "", file])));
  return stack.blocks
    .filter(({ address }) => address === "x_y.r")
    .map((block) => effectiveBody(block, stack));
}

describe("effectiveBody", () => {
  test("takes a block that nothing overrides as it stands", () => {
    expect(bodies(one({ a: 1 }))).toEqual([{ a: 1 }]);
  });

  test("takes the last of several files for all of them", () => {
    expect(bodies(one({ a: 1, b: 1 }), override({ b: 2 }))).toEqual([undefined, { a: 1, b: 2 }]);
    expect(bodies(one({ a: 1, b: 1, c: 1 }), override({ b: 2, c: 2 }), override({ c: 3 }))).toEqual(
      [undefined, undefined, { a: 1, b: 2, c: 3 }],
    );
  });

  test("leaves the blocks beside one that is overridden as they stand", () => {
    const stack = stackOf({ "main.tf.json": one({}), "override.tf.json": override({ b: 2 }) });
    const other = stack.byAddress.get("x_y.other") as Block;
    expect(effectiveBody(other, stack)).toEqual({ z: 1 });
  });
});

describe("pointerIn", () => {
  const block = (body: object, overrides?: Block) =>
    ({ pointer: "/r", body, ...(overrides === undefined ? {} : { overrides }) }) as Block;
  const base = block({ a: 1 });

  test.each([
    [block({}), "/r/a/0", "/r/a/0"],
    [block({}), "/r", "/r"],
    [block({ a: 1 }, base), "/r/a/0", "/r/a/0"],
    [block({ a: 1 }, base), "/r", "/r"],
    [block({ b: 1 }, base), "/r/a/0", "/r"],
    [block({ b: 1 }, base), "/r/a", "/r"],
    [block({ ab: 1 }, base), "/r/ab", "/r/ab"],
  ])("points into the file that holds %j: %s at %s", (of, pointer, found) => {
    expect(pointerIn(of, pointer)).toBe(found);
  });
});
