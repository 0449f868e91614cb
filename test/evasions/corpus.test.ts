import { readFileSync } from "node:fs";
import { join } from "node:path";
import { evasionsMarkdown } from "../../scripts/evasions/markdown";
import { checkJson } from "../support/check-json";
import { FAMILIES } from "./corpus";

const ALL = FAMILIES.flatMap((family) => family.evasions);

describe.each(FAMILIES.map((family) => [family.title, family.evasions] as const))(
  "%s",
  (_title, evasions) => {
    describe.each(evasions.map((evasion) => [evasion.id, evasion] as const))(
      "%s",
      (_id, evasion) => {
        test(`is found: ${evasion.tries}`, () => {
          const { findings } = checkJson(evasion.config);
          for (const expected of evasion.expected) {
            expect(findings).toContainEqual(expect.objectContaining(expected));
          }
        });

        test.each(evasion.lookAlikes.map((alike) => [alike.because, alike.config] as const))(
          "leaves its look-alike alone: %s",
          (_because, config) => {
            expect(checkJson(config).findings).toEqual([]);
          },
        );
      },
    );
  },
);

describe("the corpus", () => {
  test("holds at least 150 ways out and as many look-alikes", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(150);
    expect(ALL.flatMap((evasion) => evasion.lookAlikes).length).toBeGreaterThanOrEqual(ALL.length);
  });

  test("names each way out once, and expects a finding of each", () => {
    expect(new Set(ALL.map((evasion) => evasion.id)).size).toBe(ALL.length);
    expect(ALL.filter((evasion) => evasion.expected.length === 0)).toEqual([]);
    expect(ALL.filter((evasion) => evasion.lookAlikes.length === 0)).toEqual([]);
  });

  test("holds no two evasions, and no two look-alikes, of the same text", () => {
    const texts = ALL.map((evasion) => JSON.stringify(evasion.config));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("is what docs/evasions.md says; npm run evasions:docs writes it", () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "evasions.md"), "utf8");
    expect(page).toBe(evasionsMarkdown(FAMILIES));
  });
});
