/** Width of the world map in its own units. */
export const WORLD_WIDTH = 1000;

/** Where the map is cut, in degrees: no region lies beyond, and the rest would be empty space. */
const NORTH = 80;
const SOUTH = -56;

const RADIANS = Math.PI / 180;
const UNITS_PER_RADIAN = WORLD_WIDTH / (2 * Math.PI);

/** True size at this latitude, in degrees; there and nearby, a close-up keeps the shape of land. */
const STANDARD_PARALLEL = 45;
const STRETCH = (1 + Math.cos(STANDARD_PARALLEL * RADIANS)) / Math.cos(STANDARD_PARALLEL * RADIANS);

function northing(latitude: number): number {
  return UNITS_PER_RADIAN * STRETCH * Math.tan((latitude * RADIANS) / 2);
}

/** Height of the world map in its own units. */
export const WORLD_HEIGHT = Math.round(northing(NORTH) - northing(SOUTH));

/**
 * A place on the map, by Gall's stereographic projection (1855): a cylindrical one, so that a
 * close-up is not slanted wherever it lies.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
export function project(latitude: number, longitude: number): readonly [x: number, y: number] {
  return [(longitude + 180) * RADIANS * UNITS_PER_RADIAN, northing(NORTH) - northing(latitude)];
}
