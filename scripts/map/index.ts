import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { project } from "../../guard/report/html/map/project";
import { COUNTRY_CODES } from "./country-codes";
import { outline } from "./outline";
import { type Point, simplify } from "./simplify";

/**
 * Writes guard/report/html/map/world.json: the outlines of land, a country that holds a cloud region
 * apart from the rest. Coasts and borders are simplified as the topology shares them, so that
 * neighbours still touch.
 */

type World = Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;

/** At 1:50m a coast is still readable where the map shows one country. */
const SOURCE = "world-atlas/countries-50m.json";

/** Points that lie closer than this to the line without them are left out; the world is 1,000 wide. */
const TOLERANCE = 0.34;

const world: World = JSON.parse(readFileSync(require.resolve(SOURCE), "utf8"));
const { transform, ...rest } = world;
const simplified = {
  ...rest,
  arcs: world.arcs.map((arc) => simplify(inDegrees(arc), TOLERANCE, onMap)),
};
const { features } = feature(simplified as unknown as World, world.objects.countries);

/** Undoes the quantization of TopoJSON. */
function inDegrees(arc: readonly (readonly number[])[]): Point[] {
  const [kx = 1, ky = 1] = transform?.scale ?? [];
  const [tx = 0, ty = 0] = transform?.translate ?? [];
  let x = 0;
  let y = 0;
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x * kx + tx, y * ky + ty];
  });
}

function onMap([longitude, latitude]: Point): Point {
  return project(latitude, longitude);
}

const codes = new Map(Object.entries(COUNTRY_CODES).map(([code, numeric]) => [numeric, code]));
const countries: Record<string, string> = {};
let others = "";
for (const { id, geometry } of features) {
  const code = codes.get(String(id));
  // A country without a region is a background: its small islands tell nothing.
  const path = outline(geometry, code === undefined ? 6 : 0.6);
  if (code === undefined) {
    others += path;
  } else {
    // Islands may be features of their own with their country's code.
    countries[code] = (countries[code] ?? "") + path;
  }
}
const missing = Object.keys(COUNTRY_CODES).filter((code) => !countries[code]);
if (missing.length > 0) {
  throw new Error(`No outline of ${missing.join(", ")}.`);
}
const table = {
  source: "Natural Earth 1:50m, public domain, by world-atlas; written by scripts/map",
  countries: Object.fromEntries(Object.entries(countries).sort(([a], [b]) => (a < b ? -1 : 1))),
  others,
};
const file = join(__dirname, "..", "..", "guard", "report", "html", "map", "world.json");
writeFileSync(file, `${JSON.stringify(table, undefined, 2)}\n`);
