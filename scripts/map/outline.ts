import { geoArea, geoPath, geoProjection } from "d3-geo";
import type { Geometry, Position } from "geojson";
import { project, WORLD_HEIGHT } from "../../guard/report/html/map/project";
import { areaOf, type Point } from "./simplify";

/** Map units are written in tenths, as whole numbers: the text is a third of what decimals take. */
const TENTHS = 10;

const DEGREES = 180 / Math.PI;

/** The report's own projection, for d3-geo, which cuts what crosses the antimeridian. */
const projection = geoProjection((longitude, latitude) => {
  const [x, y] = project(latitude * DEGREES, longitude * DEGREES);
  return [x, -y];
})
  .scale(1)
  // d3-geo puts the place at 0° 0° here.
  .translate([...project(0, 0)])
  .precision(0);

/**
 * The outline of a country as an SVG path in tenths of map units, relative moves throughout.
 *
 * @param smallest rings that enclose less are left out, in square units, but for the largest one
 */
export function outline(geometry: Geometry, smallest: number): string {
  const rings = ringsOf(geometry).filter(isOnMap);
  const largest = Math.max(...rings.map(areaOf));
  return rings
    .filter((ring) => areaOf(ring) >= Math.min(smallest, largest))
    .map(pathOf)
    .join("");
}

function ringsOf(geometry: Geometry): Point[][] {
  const rings: Point[][] = [];
  geoPath(projection, {
    beginPath() {},
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)?.push([x, y]),
    arc() {},
    closePath() {},
  })({ type: "MultiPolygon", coordinates: polygonsOf(geometry) });
  return rings;
}

const HALF_A_SPHERE = 2 * Math.PI;

/** An island that simplification has made a line would be the rest of the globe to d3-geo. */
function polygonsOf(geometry: Geometry): Position[][][] {
  const polygons =
    geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  return polygons.filter(
    (coordinates) => geoArea({ type: "Polygon", coordinates }) < HALF_A_SPHERE,
  );
}

function isOnMap(ring: readonly Point[]): boolean {
  return ring.some(([, y]) => y > 0 && y < WORLD_HEIGHT);
}

function pathOf(ring: readonly Point[]): string {
  let [x, y] = tenths(ring[0] as Point);
  let path = `M${x} ${y}l`;
  let separator = "";
  for (const point of ring.slice(1)) {
    const [nextX, nextY] = tenths(point);
    if (nextX !== x || nextY !== y) {
      const dx = nextX - x;
      const dy = nextY - y;
      path += `${dx < 0 ? "" : separator}${dx}${dy < 0 ? "" : " "}${dy}`;
      separator = " ";
      [x, y] = [nextX, nextY];
    }
  }
  // A ring that rounding has made one point is nothing to draw.
  return separator === "" ? "" : `${path}z`;
}

function tenths([x, y]: Point): [number, number] {
  return [Math.round(x * TENTHS), Math.round(y * TENTHS)];
}
