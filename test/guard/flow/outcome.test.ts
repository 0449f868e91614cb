import { INSIDE, outside, unproven, worst } from "../../../guard/flow/outcome";

const UNPROVEN = unproven("nothing tells");
const OUTSIDE = outside("eu-west-1", "it lies there");

test.each([
  [[], INSIDE],
  [[INSIDE], INSIDE],
  [[INSIDE, UNPROVEN], UNPROVEN],
  [[UNPROVEN, INSIDE], UNPROVEN],
  [[UNPROVEN, OUTSIDE, INSIDE], OUTSIDE],
  [[OUTSIDE, UNPROVEN], OUTSIDE],
  // Of several that are as bad, the first.
  [[OUTSIDE, outside("eu-west-2", "it lies there")], OUTSIDE],
  [[UNPROVEN, unproven("something else")], UNPROVEN],
])("the worst of %j is %j", (outcomes, expected) => {
  expect(worst(outcomes)).toEqual(expected);
});

test("an outcome says what it is", () => {
  expect(INSIDE).toEqual({ status: "inside" });
  expect(UNPROVEN).toEqual({ status: "unproven", because: "nothing tells" });
  expect(OUTSIDE).toEqual({ status: "outside", region: "eu-west-1", because: "it lies there" });
});
