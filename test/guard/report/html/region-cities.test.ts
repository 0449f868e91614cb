import { REGION_CITIES } from "../../../../guard/report/html/region-cities";

test.each(REGION_CITIES)("%s lies in %s, which is a name of a city or an area", (...row) => {
  const [, place, , , precision] = row;
  expect(place).toMatch(/^\p{Lu}[\p{L}]+(?:,? (?:de )?\p{Lu}[\p{L}]+)*$/u);
  expect(["city", "area"]).toContain(precision);
});

test("a place is a city or an area, and not at one time this and at another that", () => {
  const precisions = new Map<string, Set<string>>();
  for (const [, place, , , precision] of REGION_CITIES) {
    precisions.set(place, (precisions.get(place) ?? new Set()).add(precision));
  }
  expect([...precisions].filter(([, all]) => all.size > 1)).toEqual([]);
});

test.each([
  ["ca-central-1", "area"],
  ["us-east-1", "area"],
  ["us-ashburn-1", "city"],
  ["eu-central-1", "city"],
])("the place of %s is told as %s, as its cloud names it", (id, precision) => {
  expect(REGION_CITIES.find(([each]) => each === id)?.[4]).toBe(precision);
});
