import type { CheckResult } from "../../../guard";
import { keyOf, pointerInBlock, Stacks, withoutIndexes } from "../../../guard/diff/identity";
import { side } from "./sides";

/** A result whose lists name these stacks. */
function resultOf(names: {
  readonly placements?: readonly string[];
  readonly findings?: readonly string[];
  readonly reachability?: readonly string[];
}): CheckResult {
  const named = (stacks: readonly string[] = []) => stacks.map((stack) => ({ stack }));
  const lists = {
    placements: named(names.placements),
    findings: named(names.findings),
    reachability: named(names.reachability),
  };
  return { ...side({}), ...lists } as unknown as CheckResult;
}

describe("the pointer within a block", () => {
  test.each([
    ["/resource/oci_core_vcn/net/cidr_blocks/0", "/cidr_blocks/0"],
    ["/resource/oci_core_vcn/net/0/cidr_blocks", "/cidr_blocks"],
    ["/resource/oci_core_vcn/net/12/cidr_blocks", "/cidr_blocks"],
    ["/resource/oci_core_vcn/net/12", ""],
    ["/resource/oci_core_vcn/net", ""],
    // A name that only begins with digits is an argument's.
    ["/resource/oci_core_vcn/net/1st/region", "/1st/region"],
    ["/data/aws_region/here/name", "/name"],
    ["/provider/oci/0/region", "/region"],
    ["/provider/oci/10/region", "/region"],
    ["/provider/oci/region", "/region"],
    ["/provider/oci/10", ""],
    ["/module/archive/source", "/source"],
    ["/variable/region/default", "/default"],
    ["/output/bucket/0/value", "/value"],
    ["/terraform/backend/s3/region", "/region"],
    ["/terraform/0/backend/s3/region", "/region"],
    ["/terraform/11/backend/12/s3/13/region", "/region"],
    ["/terraform/11/backend/12/s3/13", ""],
    ["/terraform/backend/s3/endpoints/s3", "/endpoints/s3"],
    ["/terraform/cloud/workspaces/name", "/name"],
    ["/terraform/cloud", ""],
    ["/configuration/provider_config/oci.phx/expressions/region", "/region"],
    ["/configuration/provider_config/oci/alias", "/alias"],
    ["/configuration/root_module/resources/3/expressions/kms_key_id", "/kms_key_id"],
    ["/configuration/root_module/resources/13/mode", "/mode"],
    [
      "/configuration/root_module/module_calls/net/module/module_calls/inner/module/resources/13/expressions/cidr",
      "/cidr",
    ],
    ["/planned_values/root_module/resources/13/values/region", "/region"],
    ["/planned_values/root_module/child_modules/11/child_modules/2/resources/1/values/a", "/a"],
    ["/prior_state/values/root_module/resources/1/values/region", "/region"],
    ["/prior_state/values/root_module/resources/1/name", "/name"],
    ["/resource_changes/12/change/after/region", "/region"],
    ["/resource_changes/12/address", "/address"],
  ])("of %s is %j", (pointer, inner) => {
    expect(pointerInBlock(pointer)).toBe(inner);
  });

  test.each([
    "/locals/region",
    "/locals/resource/type/name/region",
    "/locals/provider/oci/region",
    "/locals/terraform/backend/s3/region",
    "/locals/configuration/provider_config/oci/region",
    "/locals/configuration/root_module/resources/1/region",
    "/locals/planned_values/root_module/resources/1/values/region",
    "/locals/resource_changes/1/change/after",
    "/terraform/required_version",
    "/configuration/root_module/module_calls/net/source",
    "",
  ])("is all of %j, which leads to no block", (pointer) => {
    expect(pointerInBlock(pointer)).toBe(pointer);
  });
});

describe("a pointer without the places in lists", () => {
  test.each([
    ["/ingress/0/cidr", "/ingress/*/cidr"],
    ["/ingress/12/cidr_blocks/345", "/ingress/*/cidr_blocks/*"],
    ["/0/1/2", "/*/*/*"],
    ["/tags/1st", "/tags/1st"],
    ["/tags/v2/name", "/tags/v2/name"],
    ["", ""],
  ])("makes %j %j", (pointer, bare) => {
    expect(withoutIndexes(pointer)).toBe(bare);
  });
});

test("keys of different parts differ, however these are cut", () => {
  const keys = [keyOf("a", "b"), keyOf("a,b"), keyOf("ab"), keyOf("a", null), keyOf("a", "null")];
  expect(new Set(keys).size).toBe(keys.length);
});

describe("stacks of two sides", () => {
  const placed = (...stacks: string[]) => resultOf({ placements: stacks });

  test("are one stack where each side has one, whatever it is called", () => {
    const stacks = new Stacks(placed("base.json", "base.json"), placed("head.json"));
    expect(stacks.nameOf("base.json", "base")).toBe("head.json");
    expect(stacks.nameOf("base.json", "head")).toBe("base.json");
    expect(stacks.nameOf("other.json", "base")).toBe("other.json");
    expect(stacks.addressKey({ stack: "base.json", address: "a.b" }, "base")).toBe(
      stacks.addressKey({ stack: "head.json", address: "a.b" }, "head"),
    );
    const construct = { stack: "base.json", address: "a.b", constructPath: "s/c" };
    expect(stacks.constructKey(construct, "base")).toBe(
      stacks.constructKey({ ...construct, stack: "head.json", address: "x.y" }, "head"),
    );
    expect(stacks.constructKey({ stack: "base.json", address: "a.b" }, "base")).toBeUndefined();
  });

  test.each([
    ["the base has two", placed("one", "two"), placed("three")],
    ["the head has two", placed("one"), placed("two", "three")],
    ["both have two", placed("one", "two"), placed("three", "four")],
    ["both have the same one", placed("one"), placed("one")],
    ["the head has none", placed("one"), placed()],
    ["the base has none", placed(), placed("three")],
  ])("keep their names where %s", (_, base, head) => {
    const stacks = new Stacks(base, head);
    expect(stacks.nameOf("one", "base")).toBe("one");
    expect(stacks.nameOf("three", "base")).toBe("three");
    expect(stacks.nameOf("", "base")).toBe("");
  });

  test("count where only a finding or a proof names them, and not where nothing does", () => {
    const base = placed("", "base.json");
    expect(new Stacks(base, placed("head.json")).nameOf("base.json", "base")).toBe("head.json");
    const found = resultOf({ findings: ["found.json"] });
    expect(new Stacks(found, placed("head.json")).nameOf("found.json", "base")).toBe("head.json");
    const proven = resultOf({ reachability: ["proven.json"] });
    expect(new Stacks(proven, placed("head.json")).nameOf("proven.json", "base")).toBe("head.json");
  });
});
