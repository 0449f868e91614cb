import { Dispatch } from "../../../guard/judge/judge-stack";
import type { Block, BlockKind } from "../../../guard/model/block";
import type { Rule } from "../../../guard/rules/rule";
import { briefly, checkJson } from "../../support/check-json";

function blockOf(kind: BlockKind, type: string): Block {
  return {
    ...{ kind, type, name: "b", stack: "test", file: "cdk.tf.json", address: `${type}.b` },
    ...{ pointer: "", body: {}, constructPath: undefined, places: [], templates: [] },
  };
}

const RESOURCES: Rule = { id: "resources", title: "", kinds: ["resource"], check: () => [] };
const BUCKETS: Rule = {
  ...{ id: "buckets", title: "", kinds: ["resource", "data"], check: () => [] },
  concerns: (type) => type.endsWith("_bucket"),
};
const STACKS: Rule = { id: "stacks", title: "", kinds: ["resource"], checkStack: () => [] };

describe("Dispatch", () => {
  test.each([
    ["resource", "aws_s3_bucket", ["resources", "buckets"]],
    ["resource", "aws_subnet", ["resources"]],
    ["data", "aws_s3_bucket", ["buckets"]],
    ["data", "aws_subnet", []],
    ["resource", "", ["resources"]],
    ["output", "", []],
  ] satisfies [BlockKind, string, string[]][])(
    "finds for the %s %j the rules that are about its kind and type and look at blocks",
    (kind, type, expected) => {
      const found = new Dispatch([RESOURCES, BUCKETS, STACKS]).rulesFor(blockOf(kind, type));
      expect(found.map(({ id }) => id)).toEqual(expected);
    },
  );

  test("tells blocks of one type and different kinds apart, and of one kind and different types", () => {
    const dispatch = new Dispatch([RESOURCES, BUCKETS, STACKS]);
    const blocks = [
      blockOf("resource", "aws_s3_bucket"),
      blockOf("data", "aws_s3_bucket"),
      blockOf("data", "aws_subnet"),
      blockOf("resource", "aws_subnet"),
      blockOf("resource", "aws_s3_bucket"),
    ];
    expect(blocks.map((block) => dispatch.rulesFor(block).map(({ id }) => id))).toEqual([
      ["resources", "buckets"],
      ["buckets"],
      [],
      ["resources"],
      ["resources", "buckets"],
    ]);
  });

  test("asks a rule once about each type of a kind, in whatever order the blocks come", () => {
    const asked: string[] = [];
    const concerns = (type: string) => asked.push(type) > 0;
    const dispatch = new Dispatch([{ ...BUCKETS, concerns }]);
    for (const type of ["a", "b", "a", "a", "b"]) {
      dispatch.rulesFor(blockOf("resource", type));
      dispatch.rulesFor(blockOf("data", type));
    }
    expect(asked).toEqual(["a", "a", "b", "b"]);
  });
});

describe("judgeStack", () => {
  test("judges a data source and a resource of one type each by the rules of its kind", () => {
    const body = { provider: "oci", compartment_id: "c", namespace: "n", name: "b" };
    const result = checkJson({
      provider: { oci: [{ region: "us-ashburn-1" }] },
      data: { oci_objectstorage_bucket: { b: body } },
      resource: { oci_objectstorage_bucket: { b: body } },
    });
    expect(briefly(result)).toEqual([
      {
        rule: "customer-managed-key",
        status: "unproven",
        path: "/resource/oci_objectstorage_bucket/b",
      },
    ]);
  });
});
