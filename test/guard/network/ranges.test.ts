import { Inventory, type Located } from "../../../guard/network/inventory";
import { rangesOf } from "../../../guard/network/ranges";
import { Jurisdiction } from "../../../jurisdiction";
import { stacksOf } from "./stacks";

function ranges(body: object, names: readonly string[]) {
  const stacks = stacksOf({
    "net/main.tf.json": {
      resource: { aws_vpc: { v: body, other: {} } },
      locals: { all: ["10.1.0.0/16", "10.2.0.0/16"] },
    },
  });
  const inventory = new Inventory(stacks, Jurisdiction.US, () => true);
  const [located] = inventory.of("aws_vpc") as readonly [Located];
  const { cidrs, isWhole } = rangesOf(located, names, inventory);
  return [isWhole, ...cidrs.map(({ text }) => text)];
}

describe("the ranges of a network", () => {
  test.each<[unknown, boolean, ...string[]]>([
    [undefined, true],
    [null, true],
    [[], true],
    ["10.0.0.0/8", true, "10.0.0.0/8"],
    [["10.0.0.0/8"], true, "10.0.0.0/8"],
    [["10.0.0.0/8", "10.1.0.0/16"], true, "10.0.0.0/8", "10.1.0.0/16"],
    [["10.0.0.0/8", "everywhere"], false, "10.0.0.0/8"],
    ["everywhere", false],
    [["everywhere"], false],
    ["${local.all}", true, "10.1.0.0/16", "10.2.0.0/16"],
    [["${local.all[0]}"], true, "10.1.0.0/16", "10.2.0.0/16"],
    ["${var.range}", false],
    [["10.0.0.0/8", "${var.range}"], false, "10.0.0.0/8"],
    ["${aws_vpc.other.cidr_block}", false],
    [7, false],
    [[["10.0.0.0/8"]], true, "10.0.0.0/8"],
  ])("that is given %j are whole: %s", (value, ...expected) => {
    expect(ranges({ a: value }, ["a"])).toEqual(expected);
    // The same once more: a text that was read before says the same.
    expect(ranges({ b: value }, ["a", "b", "c"])).toEqual(expected);
  });

  test("are those of all its arguments", () => {
    const names = ["a", "b", "c"];
    expect(ranges({ a: "10.0.0.0/8", b: ["172.16.0.0/12"], c: "fd00::/8" }, names)).toEqual([
      true,
      "10.0.0.0/8",
      "172.16.0.0/12",
      "fd00::/8",
    ]);
    expect(ranges({ a: "10.0.0.0/8", b: "x" }, names)).toEqual([false, "10.0.0.0/8"]);
    expect(ranges({ a: "x", b: "10.0.0.0/8" }, names)).toEqual([false, "10.0.0.0/8"]);
    expect(ranges({ a: "10.0.0.0/8", c: [] }, names)).toEqual([true, "10.0.0.0/8"]);
  });
});
