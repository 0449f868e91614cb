import { checkWith, findingsOf, WAIVER } from "../../support/waivers";

const RULE = "waiver-current";

describe("waiver-current", () => {
  test.each(["2026-01-15", "2026-04-15"])("passes a waiver that ends on %s", (expires) => {
    const result = checkWith([{ ...WAIVER, expires }]);
    expect(findingsOf(result, RULE)).toEqual([]);
    expect(findingsOf(result, "resource-inside")).toMatchObject([{ waiver: "retire" }]);
  });

  test.each([
    ["2026-01-14", "ended on 2026-01-14"],
    ["2026-04-16", "runs for 91 days"],
  ])("fails a waiver that ends on %s, which then covers nothing", (expires, message) => {
    const result = checkWith([{ ...WAIVER, expires }]);
    expect(findingsOf(result, RULE)).toMatchObject([
      { path: "/waivers/0/expires", message: expect.stringContaining(message) },
    ]);
    expect(findingsOf(result, "resource-inside")[0]).not.toHaveProperty("waiver");
  });
});
