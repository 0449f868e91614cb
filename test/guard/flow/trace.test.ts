import type { FlowClass } from "../../../guard/flow/flow-class";
import { keyOf, makerOf, speaksOfItself, type Trace } from "../../../guard/flow/trace";
import { blockOf, stackOf } from "./followed";

const STACK = stackOf({
  resource: {
    aws_x: { r: { set: "v" } },
    aws_region: { r: {} },
    var: { r: {} },
    aws_arn: { r: {} },
    aws_backup_plan: { r: {} },
  },
  data: { aws_x: { d: {} } },
  locals: { a: 1 },
});

describe("the maker of a value", () => {
  test.each([
    ["aws_x.r", "id"],
    ["aws_x.r", "key-id_"],
    ["aws_x.r", "_Id"],
    ["aws_x.r", "toString"],
  ])("is the resource %s by %s, which it does not set", (address, attribute) => {
    expect(makerOf({ address, attribute }, STACK)?.address).toBe(address);
  });

  test.each([
    ["aws_x.r", "set"],
    ["aws_x.r", ""],
    ["aws_x.r", "a.b"],
    ["aws_x.r", "[0].id"],
    ["aws_x.r", "id2"],
    ["aws_x.r", "2id"],
    ["aws_x.r", "id[0]"],
    ["aws_x.none", "id"],
    ["data.aws_x.d", "id"],
    ["aws_region.r", "id"],
    ["var.r", "id"],
  ])("is not so plain of %s by %s", (address, attribute) => {
    expect(makerOf({ address, attribute }, STACK)).toBeUndefined();
  });
});

test.each<[address: string, path: string, name: string | undefined, flow: FlowClass, is: boolean]>([
  ["aws_x.r", "arn", "arn", "key", true],
  ["aws_x.r", "", undefined, "key", true],
  ["aws_x.r", "tags", "tags", "key", false],
  ["aws_x.r", "region", "region", "region", true],
  ["aws_x.r", "arn", "arn", "region", false],
  // It identifies another block.
  [
    "aws_backup_plan.r",
    "rule.copy_action.destination_vault_arn",
    "destination_vault_arn",
    "key",
    false,
  ],
  // It speaks of places of all kinds.
  ["aws_arn.r", "arn", "arn", "key", false],
])("%s speaks of itself by %s (%s, %s): %j", (address, path, name, flow, is) => {
  expect(speaksOfItself(blockOf(STACK, address), path, name, flow)).toBe(is);
});

test("an outcome is another for each class, cloud and reading, and of each for each block", () => {
  const trace: Trace = {
    flow: "key",
    cloud: "aws",
    stack: STACK,
    block: blockOf(STACK, "aws_x.r"),
    hops: 0,
    isBucket: false,
    isAddress: false,
  };
  const reference = { address: "local.a", attribute: "b" };
  const each = { address: "each.value", attribute: "b" };
  const block = blockOf(STACK, "aws_arn.r");
  const keys = [
    keyOf(reference, trace),
    keyOf({ ...reference, address: "local.b" }, trace),
    keyOf({ ...reference, attribute: "c" }, trace),
    keyOf(reference, { ...trace, flow: "log" }),
    keyOf(reference, { ...trace, cloud: "oci" }),
    keyOf(reference, { ...trace, cloud: undefined }),
    keyOf(reference, { ...trace, isBucket: true }),
    keyOf(reference, { ...trace, isAddress: true }),
    keyOf(reference, { ...trace, isBucket: true, isAddress: true }),
    keyOf(each, trace),
    keyOf(each, { ...trace, block }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf(reference, { ...trace, block, hops: 3 })).toBe(keyOf(reference, trace));
});
