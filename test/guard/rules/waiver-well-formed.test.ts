import { checkWith, findingsOf, WAIVER } from "../../support/waivers";

const RULE = "waiver-well-formed";

describe("waiver-well-formed", () => {
  test("passes a waiver with every field", () => {
    expect(findingsOf(checkWith([WAIVER]), RULE)).toEqual([]);
  });

  test("passes an empty list", () => {
    expect(findingsOf(checkWith([]), RULE)).toEqual([]);
  });

  test.each(["id", "rule", "subject", "reason", "owner", "ticket", "expires"])(
    "fails a waiver without %s, which then covers nothing",
    (field) => {
      const result = checkWith([{ ...WAIVER, [field]: " " }]);
      expect(findingsOf(result, RULE)).toMatchObject([
        { file: "waivers.json", path: `/waivers/0/${field}`, status: "unproven" },
      ]);
      expect(findingsOf(result, "resource-inside")[0]).not.toHaveProperty("waiver");
    },
  );

  test.each<[string, unknown, string]>([
    ["a field that no waiver has", [{ ...WAIVER, approved: "yes" }], "/waivers/0/approved"],
    ["a rule that does not exist", [{ ...WAIVER, rule: "no-such-rule" }], "/waivers/0/rule"],
    [
      "a day that is not in the calendar",
      [{ ...WAIVER, expires: "2026-02-30" }],
      "/waivers/0/expires",
    ],
    ["an id that is used twice", [WAIVER, WAIVER], "/waivers/1/id"],
    ["an entry that is no object", ["all"], "/waivers/0"],
    ["a file without a list", { all: true }, "/waivers"],
    ["a number where a text belongs", [{ ...WAIVER, owner: 7 }], "/waivers/0/owner"],
  ])("fails %s", (_what, waivers, path) => {
    expect(findingsOf(checkWith(waivers), RULE).map((finding) => finding.path)).toEqual([path]);
  });
});
