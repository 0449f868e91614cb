import { project, WORLD_HEIGHT, WORLD_WIDTH } from "../../../../../guard/report/html/map/project";

test.each([
  ["the north-western corner", 80, -180, 0, 0],
  ["the south-eastern corner", -56, 180, 1000, 526.68],
  ["where the equator meets Greenwich", 0, 0, 500, 322.37],
  ["45 degrees north, 90 west", 45, -90, 250, 163.23],
  ["45 degrees south, 90 east", -45, 90, 750, 481.52],
])("%s lies at its place of Gall's projection", (_what, latitude, longitude, x, y) => {
  const [left, top] = project(latitude, longitude);
  expect(left).toBeCloseTo(x, 1);
  expect(top).toBeCloseTo(y, 1);
});

test("the map is 1,000 units wide and as high as it reaches, in whole units", () => {
  expect([WORLD_WIDTH, WORLD_HEIGHT]).toEqual([1000, 527]);
});
