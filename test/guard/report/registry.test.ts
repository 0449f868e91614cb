import { REPORTERS } from "../../../guard";
import { resultNamed, resultWith } from "./results";

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))(
  "the reporter %s",
  (_id, reporter) => {
    test("gives the same bytes for the same result, and says another thing of another", () => {
      const report = reporter.load();
      expect(report(resultWith(3))).toBe(report(resultWith(3)));
      expect(report(resultWith(3))).not.toBe(report(resultNamed("other")));
    });

    test("leaves the result as it was", () => {
      const result = resultNamed("x");
      reporter.load()(result);
      expect(result).toEqual(resultNamed("x"));
    });

    test("ends with a line break, as a file of text does", () => {
      expect(reporter.load()(resultWith(1))).toMatch(/[^\n]\n$/);
    });
  },
);

test("no two formats have one name", () => {
  expect(new Set(REPORTERS.map(({ id }) => id)).size).toBe(REPORTERS.length);
});
