import { UnreadableInputError } from "../../../guard/errors";
import type { JsonObject } from "../../../guard/json/json";
import { deferral, isPlan, requireKnownForm, unknownRootBlocks } from "../../../guard/read/forms";

const PLAN = {
  format_version: "1.2",
  planned_values: {},
  configuration: { root_module: {} },
};

function refusal(json: JsonObject): string {
  try {
    requireKnownForm(json, "x.json");
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableInputError);
    return (error as Error).message;
  }
  return "";
}

describe("a plan", () => {
  test.each<[string, JsonObject, boolean]>([
    ["has a format version and planned values", PLAN, true],
    ["has a format version in words", { ...PLAN, format_version: 1 }, false],
    ["has its planned values in an object", { ...PLAN, planned_values: [] }, false],
    ["is not known by one of the two", { format_version: "1.2" }, false],
    ["is not known by the other", { planned_values: {} }, false],
  ])("%s", (_, json, expected) => {
    expect(isPlan(json)).toBe(expected);
  });

  test.each(["0.1", "1.0", "1.2"])("is read in format version %s", (version) => {
    expect(refusal({ ...PLAN, format_version: version })).toBe("");
  });

  test.each(["2.0", "10.0", "x1.0", "1", ""])("is refused in format version %j", (version) => {
    expect(refusal({ ...PLAN, format_version: version })).toBe(
      `x.json is a plan of format version ${JSON.stringify(version)}; the guard reads version 1.`,
    );
  });

  test("is refused with 20 characters of a version that is longer", () => {
    expect(refusal({ ...PLAN, format_version: "9".repeat(30) })).toContain(
      `version "${"9".repeat(20)}";`,
    );
  });

  test.each<[string, JsonObject]>([
    ["none", { format_version: "1.2", planned_values: {} }],
    ["a list", { ...PLAN, configuration: [] }],
    ["one without a root module", { ...PLAN, configuration: {} }],
    ["one whose root module is no object", { ...PLAN, configuration: { root_module: null } }],
  ])("is refused where its configuration is %s", (_, json) => {
    expect(refusal(json)).toBe(
      "x.json is a plan without its configuration, which names the provider of every resource; give the plan that makes it: terraform show -json PLAN.",
    );
  });

  test("is refused where it ended with an error, and only then", () => {
    expect(refusal({ ...PLAN, errored: true })).toBe(
      "x.json is a plan that ended with an error; make it again.",
    );
    expect(refusal({ ...PLAN, errored: false })).toBe("");
  });
});

describe("a state is refused", () => {
  test.each<[string, JsonObject]>([
    ["shown with its values", { format_version: "1.0", values: {} }],
    ["shown while it is empty", { format_version: "1.0", terraform_version: "1.9.0" }],
    ["as a file with a lineage", { lineage: "x" }],
    ["as a file with a serial", { serial: 1, terraform_version: "1.9.0" }],
  ])("%s", (_, json) => {
    expect(refusal({ ...json, resource: {} })).toBe(
      "x.json is a Terraform state, which holds no provider configuration and so proves no region; give the plan that makes it: terraform show -json PLAN.",
    );
  });

  test.each<[string, JsonObject]>([
    ["a format version alone", { format_version: "1.0" }],
    ["values without a format version", { values: {} }],
    ["a lineage that is no text", { lineage: 1 }],
    ["a serial alone", { serial: 1 }],
    ["a serial that is no number", { serial: "1", terraform_version: "1.9.0" }],
  ])("and %s does not make one", (_, json) => {
    expect(refusal({ ...json, resource: {} })).toBe("");
  });
});

describe("a configuration", () => {
  test.each([
    "action",
    "check",
    "data",
    "ephemeral",
    "import",
    "locals",
    "module",
    "moved",
    "output",
    "provider",
    "removed",
    "resource",
    "terraform",
    "variable",
  ])("may hold nothing but %s, and has no unknown block", (block) => {
    expect(refusal({ "//": "a comment", [block]: {} })).toBe("");
    expect(unknownRootBlocks({ "//": "a comment", [block]: {} })).toEqual([]);
  });

  test.each<[JsonObject, string]>([
    [{}, "at all"],
    [{ "//": "a comment" }, 'but "//"'],
    [{ a: 1, b: 2, c: 3, d: 4 }, 'but "a", "b", "c"'],
    [{ ["k".repeat(50)]: 1 }, `but "${"k".repeat(40)}"`],
    [{ "a\nb": 1 }, 'but "a\\nb"'],
  ])("is refused where %j holds none", (json, what) => {
    expect(refusal(json)).toBe(
      `x.json holds no block of Terraform ${what}; give a cdktf.out folder, a Terraform JSON file or a plan.`,
    );
  });

  test("names root properties that Terraform does not know; a plan has none", () => {
    expect(unknownRootBlocks({ "//": "", resource: {}, resources: {}, x: 1 })).toEqual([
      "resources",
      "x",
    ]);
    expect(unknownRootBlocks(PLAN)).toEqual([]);
  });

  test("is refused where a block is none", () => {
    expect(refusal({ resource: "x" })).toMatch(/holds a string at \/resource/);
  });
});

describe("a plan that puts off changes", () => {
  const DEFERRED = "a plan that puts off changes until a later one";

  test.each<[JsonObject, string | undefined]>([
    [{ ...PLAN, complete: false }, DEFERRED],
    [{ ...PLAN, deferred_changes: [{}] }, DEFERRED],
    [{ ...PLAN, complete: true }, undefined],
    [{ ...PLAN, deferred_changes: [] }, undefined],
    [{ ...PLAN, deferred_changes: {} }, undefined],
    [PLAN, undefined],
    [{ complete: false, deferred_changes: [{}] }, undefined],
  ])("%j: %j", (json, expected) => {
    expect(deferral(json)).toBe(expected);
  });
});
