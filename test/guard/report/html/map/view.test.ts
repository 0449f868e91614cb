import { closeUpOf, pointOf, shows, WORLD } from "../../../../../guard/report/html/map/view";

const at = (id: string) => pointOf(id) ?? { x: Number.NaN, y: Number.NaN, place: "none" };

test("a region's point has its place, and says whether that is an area only", () => {
  expect(pointOf("sa-saopaulo-1")).toEqual({
    x: expect.closeTo(370.47, 1),
    y: expect.closeTo(402.5, 1),
    place: "São Paulo",
    isArea: false,
  });
  expect(pointOf("us-west-2")).toMatchObject({ place: "Oregon", isArea: true });
  expect(pointOf("oc19")).toBeUndefined();
});

test("the world is laid out for 370 pixels", () => {
  expect(WORLD).toEqual({ x: 0, y: 0, width: 1000, height: 527, pixel: 1000 / 370 });
});

describe("the close-up", () => {
  test("of one city has the city in the middle, and the country around it", () => {
    const { x, y } = at("us-ashburn-1");
    expect(closeUpOf(["us-ashburn-1"])).toEqual({
      x: expect.closeTo(x - 30, 9),
      y: expect.closeTo(y - 18.6, 9),
      width: 60,
      height: 37.2,
      pixel: 0.1,
    });
  });

  test("of regions side by side has room at both sides", () => {
    const [west, east] = [at("us-phoenix-1"), at("us-ashburn-1")];
    const width = 1.52 * (east.x - west.x);
    expect(closeUpOf(["us-ashburn-1", "us-phoenix-1"])).toEqual({
      x: expect.closeTo((west.x + east.x) / 2 - width / 2, 9),
      y: expect.closeTo((west.y + east.y) / 2 - (0.62 * width) / 2, 9),
      width: expect.closeTo(width, 9),
      height: expect.closeTo(0.62 * width, 9),
      pixel: expect.closeTo(width / 600, 9),
    });
  });

  test("of regions one above the other has room above and below", () => {
    const [north, south] = [at("eu-stockholm-1"), at("eu-dcc-rome-1")];
    const height = 1.52 * (south.y - north.y);
    expect(closeUpOf(["oc19", "eu-stockholm-1", "eu-dcc-rome-1"])).toMatchObject({
      y: expect.closeTo((north.y + south.y) / 2 - height / 2, 9),
      width: expect.closeTo(height / 0.62, 9),
      height: expect.closeTo(height, 9),
    });
  });

  test("of regions around the world is no more than the world", () => {
    expect(closeUpOf(["us-tacoma-1", "ap-hobsonville-1"])).toEqual({
      ...WORLD,
      pixel: 1000 / 600,
    });
  });

  test.each([
    ["east", ["ap-hobsonville-1"], "x", 940],
    ["west", ["us-tacoma-1", "ap-singapore-1"], "x", 0],
    ["north", ["us-tacoma-1", "eu-stockholm-1"], "y", 0],
  ] as const)("does not leave the world in the %s", (_where, regions, axis, edge) => {
    expect(closeUpOf(regions)[axis]).toBe(edge);
  });

  test("does not leave the world in the south", () => {
    const view = closeUpOf(["af-johannesburg-1", "ap-melbourne-1"]);
    expect(view.height).toBeLessThan(400);
    expect(view.y + view.height).toBeCloseTo(527, 9);
  });

  test("is the world where no region has a point", () => {
    expect(closeUpOf(["oc19"])).toBe(WORLD);
  });
});

test.each([
  [10, 20, true],
  [40, 60, true],
  [25, 40, true],
  [9.9, 40, false],
  [40.1, 40, false],
  [25, 19.9, false],
  [25, 60.1, false],
])("a view shows what lies in it and at its edge: %d, %d is %s", (x, y, isShown) => {
  expect(shows({ x: 10, y: 20, width: 30, height: 40, pixel: 1 }, { x, y })).toBe(isShown);
});
