import { dayNumber, isDay } from "../../guard/day";

describe("dayNumber", () => {
  test.each([
    ["1970-01-01", 0],
    ["1970-01-02", 1],
    ["1969-12-31", -1],
    ["2024-02-29", 19_782],
    ["2024-03-01", 19_783],
    ["2000-02-29", 11_016],
    ["2026-12-31", 20_818],
    ["0000-01-01", -719_528],
    ["9999-12-31", 2_932_896],
  ])("counts the days to %s", (day, expected) => {
    expect(dayNumber(day)).toBe(expected);
  });

  test.each([
    "",
    "2026-02-29",
    "2026-02-30",
    "2100-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "2026-001-01",
    "26-01-01",
    "20260101",
    "01-01-2026",
    "2026-01",
    "2026-01-01T00:00:00Z",
    "2026-01-01 ",
    " 2026-01-01",
    "2026-01-01\n",
    "-2026-01-01",
    // Both are how ECMAScript writes a day that is no four-digit year's.
    "+012026-01-01",
    "-000001-01-01",
    "٢٠٢٦-٠١-٠١",
    "today",
  ])("takes %j for no day of the calendar", (text) => {
    expect(dayNumber(text)).toBeUndefined();
    expect(isDay(text)).toBe(false);
  });

  test("tells a day from no day, the first of all days included", () => {
    expect(["1970-01-01", "2026-01-15"].map(isDay)).toEqual([true, true]);
  });
});
