import type { Json } from "../../../guard/json/json";
import type { Block, Stack } from "../../../guard/model/block";
import { enumerate, lastOf, targetName, written } from "../../../guard/network/names";
import type { Target } from "../../../guard/network/targets";

test.each<[readonly string[], number | undefined, string]>([
  [[], undefined, ""],
  [["a"], undefined, "a"],
  [["a", "b", "c"], undefined, "a, b, c"],
  [["a", "b", "c", "d"], undefined, "a, b, c and 1 more"],
  [["a", "b", "c", "d", "e"], 2, "a, b and 3 more"],
])("%j, of which %s are listed, read as %j", (names, most, expected) => {
  expect(enumerate(names, most)).toBe(expected);
});

test.each<[Target, string]>([
  [
    {
      kind: "block",
      block: { address: "aws_vpc.v" } as Block,
      stack: { name: "net" } as Stack,
      attribute: "id",
    },
    "aws_vpc.v",
  ],
  [{ kind: "text", text: "vpc-0a" }, "vpc-0a"],
  [{ kind: "unknown", reason: "var.x is not declared" }, "what is not in the input"],
])("%j is called %j", (target, expected) => {
  expect(targetName(target)).toBe(expected);
});

test.each<[Json | undefined, string]>([
  [undefined, ""],
  ["a", "a"],
  [5, "5"],
  [null, "null"],
  [["a", 5], '["a",5]'],
])("%j is shown as %j", (value, expected) => {
  expect(written(value)).toBe(expected);
});

test.each([
  ["", ""],
  ["id", "id"],
  ["gateways.id", "id"],
  ['gateways["a"]', "a"],
])("the last part of %j is %j", (attribute, expected) => {
  expect(lastOf(attribute)).toBe(expected);
});
