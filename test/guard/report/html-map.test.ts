import { project } from "../../../guard/report/html/map/project";
import { closeUpOf, pointOf, shows, WORLD } from "../../../guard/report/html/map/view";
import world from "../../../guard/report/html/map/world.json";
import { REGION_CITIES } from "../../../guard/report/html/region-cities";
import { Jurisdiction, Region } from "../../../jurisdiction";

type Point = readonly [x: number, y: number];

/** The rings of an outline, in map units. */
function ringsOf(path: string): readonly (readonly Point[])[] {
  return [...path.matchAll(/M(\S+) ([^l]+)l([^z]*)z/g)].map(([, startX, startY, moves = ""]) => {
    const numbers = (moves.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [Number(startX), Number(startY)];
    const ring: Point[] = [[x / 10, y / 10]];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at] ?? 0;
      y += numbers[at + 1] ?? 0;
      ring.push([x / 10, y / 10]);
    }
    return ring;
  });
}

function isWithin([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
        inside = !inside;
      }
    });
  }
  return inside;
}

function distance([x, y]: Point, rings: readonly (readonly Point[])[]): number {
  return Math.min(
    ...rings.flatMap((ring) =>
      ring.map(([ax, ay], at) => {
        const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0];
        const length = (bx - ax) ** 2 + (by - ay) ** 2;
        const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
        const t = Math.min(1, Math.max(0, along));
        return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
      }),
    ),
  );
}

const countries: Readonly<Record<string, string>> = world.countries;

/** Coasts and borders are simplified to a third of a unit, and some cities lie on small islands. */
const NEAR = 1;

describe("where the map shows a region", () => {
  test.each(Region.all().map((region) => [region.id, region] as const))(
    "%s has a point in its country",
    (id, region) => {
      const point = pointOf(id);
      const rings = ringsOf(countries[region.country] ?? "");
      expect(rings.length).toBeGreaterThan(0);
      const at: Point = [point?.x ?? Number.NaN, point?.y ?? Number.NaN];
      expect(isWithin(at, rings) || distance(at, rings) < NEAR).toBe(true);
    },
  );

  test("is given for known regions only, and once for each", () => {
    const ids = REGION_CITIES.map(([id]) => id);
    expect(ids.filter((id) => Region.find(id) === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is the same for regions that their clouds call after one city", () => {
    const ofCity = (city: string) =>
      new Set(
        REGION_CITIES.filter(([, name]) => name === city).map((row) => `${row[2]} ${row[3]}`),
      );
    for (const [, city] of REGION_CITIES) {
      expect([city, ofCity(city).size]).toEqual([city, 1]);
    }
  });
});

describe("the projection", () => {
  test("puts north above south and west left of east, on a map of 1,000 units", () => {
    const [left, top] = project(60, -150);
    const [right, bottom] = project(-30, 150);
    expect(left).toBeLessThan(right);
    expect(top).toBeLessThan(bottom);
    expect(project(0, -180)[0]).toBeCloseTo(0);
    expect(project(0, 180)[0]).toBeCloseTo(1000);
  });

  test("keeps the shape of land at 45 degrees, where a degree of longitude is shorter", () => {
    const [x, y] = project(45, 10);
    const perLatitude = y - project(45.01, 10)[1];
    const perLongitude = project(45, 10.01)[0] - x;
    expect(perLongitude / perLatitude).toBeCloseTo(Math.cos(Math.PI / 4), 2);
  });
});

describe("the close-up", () => {
  test.each(
    Jurisdiction.predefined().map((jurisdiction) => [jurisdiction.name, jurisdiction] as const),
  )("of %s holds all of its regions", (_name, jurisdiction) => {
    const view = closeUpOf(jurisdiction.regions.map(String));
    for (const region of jurisdiction.regions) {
      const point = pointOf(region.id);
      expect(point !== undefined && shows(view, point)).toBe(true);
    }
    expect(view.width).toBeLessThan(WORLD.width);
  });

  test("of one region shows the land around it", () => {
    expect(closeUpOf(["us-ashburn-1"]).width).toBeGreaterThan(50);
  });

  test("is the world where no region has a point", () => {
    expect(closeUpOf([])).toBe(WORLD);
  });
});
