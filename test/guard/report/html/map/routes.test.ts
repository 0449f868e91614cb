import type { Marker } from "../../../../../guard/report/html/map/markers";
import { boxesAlong, curvesOf } from "../../../../../guard/report/html/map/routes";
import type { Route } from "../../../../../guard/report/html/map/tally";
import { pointOf } from "../../../../../guard/report/html/map/view";

const VIEW = { x: 0, y: 0, width: 100, height: 100, pixel: 0.5 };

const at = (region: string, x: number, y: number) => ({ region, x, y }) as Marker;
const route = (from: string, to: string) =>
  ({ from, to, standing: "outside", flows: [] }) satisfies Route;

/** The curve from `a` to `b`, which lie where they are given. */
function curve(a: readonly [number, number], b: readonly [number, number]) {
  return curvesOf([route("a", "b")], [at("a", ...a), at("b", ...b)], VIEW);
}

/** Where a curve ends: five units before its marker, coming from its bend. */
function before(
  [x, y]: readonly [number, number],
  from: { readonly x: number; readonly y: number },
) {
  const length = Math.hypot(x - from.x, y - from.y);
  return {
    x: expect.closeTo(x - (5 * (x - from.x)) / length, 9),
    y: expect.closeTo(y - (5 * (y - from.y)) / length, 9),
  };
}

describe("a route", () => {
  test.each<
    [string, readonly [number, number], readonly [number, number], readonly [number, number]]
  >([
    ["eastwards bends upwards", [10, 50], [60, 50], [35, 42]],
    ["westwards bends upwards, and further", [60, 50], [10, 50], [35, 38.8]],
    ["southwards bends to the east", [50, 10], [50, 60], [58, 35]],
    ["northwards bends to the west", [50, 60], [50, 10], [42, 35]],
    ["to the south-east bends by both", [10, 10], [60, 40], [39.8, 17]],
    ["to the south-west bends by both", [60, 10], [10, 40], [30.2, 13.8]],
  ])("%s", (_what, start, end, [x, y]) => {
    const bend = { x: expect.closeTo(x, 9), y: expect.closeTo(y, 9) };
    expect(curve(start, end)).toEqual([
      {
        standing: "outside",
        start: expect.objectContaining({ x: start[0], y: start[1] }),
        bend,
        end: before(end, { x, y }),
      },
    ]);
  });

  test("ends at its bend where that is nearer than a marker's edge", () => {
    const [short] = curve([50, 50], [54, 50]);
    expect(short?.end).toEqual({ x: 54, y: 50 });
  });

  test("between two markers at one point is not drawn", () => {
    expect(curve([50, 50], [50, 50])).toEqual([]);
    expect(curve([50, 50], [50, 70])).toHaveLength(1);
    expect(curve([50, 50], [70, 50])).toHaveLength(1);
  });

  test("that leaves the view is drawn, and so is one that comes into it", () => {
    expect(curve([50, 50], [500, 50])).toHaveLength(1);
    expect(curve([500, 50], [50, 50])).toHaveLength(1);
    expect(curve([500, 50], [600, 50])).toEqual([]);
  });

  test("to a region without a marker ends at its city", () => {
    const world = { ...VIEW, width: 1000, height: 1000 };
    const tokyo = pointOf("ap-tokyo-1");
    const [out] = curvesOf([route("a", "ap-tokyo-1")], [at("a", 50, 50)], world);
    const [back] = curvesOf([route("ap-tokyo-1", "a")], [at("a", 50, 50)], world);
    expect(back?.start).toEqual(tokyo);
    expect(out?.end.x).toBeGreaterThan((tokyo?.x ?? 0) - 5);
  });

  test.each([
    ["to", "a", "oc19"],
    ["from", "oc19", "a"],
  ])("%s a place that is not on the map is not drawn", (_what, from, to) => {
    expect(curvesOf([route(from, to)], [at("a", 50, 50)], VIEW)).toEqual([]);
  });
});

test("a curve is kept clear of by 25 boxes from its start to its end", () => {
  const boxes = boxesAlong(
    { standing: "inside", start: { x: 0, y: 100 }, bend: { x: 50, y: 0 }, end: { x: 100, y: 60 } },
    4,
  );
  expect(boxes).toHaveLength(25);
  expect(boxes[0]).toEqual({ left: -2, right: 2, top: 98, bottom: 102 });
  expect(boxes[6]).toEqual({ left: 23, right: 27, top: 58, bottom: 62 });
  expect(boxes[12]).toEqual({ left: 48, right: 52, top: 38, bottom: 42 });
  expect(boxes[24]).toEqual({ left: 98, right: 102, top: 58, bottom: 62 });
});
