import { readFileSync } from "node:fs";
import { ASSETS_FILE, assets } from "../../scripts/report-assets/assets";

describe("the style and the script of the HTML report", () => {
  test("are what stands in their sources: else run `npm run report:assets`", () => {
    expect(readFileSync(ASSETS_FILE, "utf8")).toBe(assets());
  });

  test("cannot end the elements that hold them", () => {
    const { style, script } = JSON.parse(assets());
    expect(style).not.toMatch(/<\/style|<!--/i);
    expect(script).not.toMatch(/<\/script|<!--/i);
  });
});
