import { REGION_CITIES } from "../region-cities";
import { project, WORLD_HEIGHT, WORLD_WIDTH } from "./project";

/** A rectangle of the map, in map units. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Map units that are one pixel of the screen at the width that the page gives the view. */
  readonly pixel: number;
}

/** Where the page shows a region. */
export interface RegionPoint {
  readonly x: number;
  readonly y: number;
  readonly place: string;
  /** True where the provider names an area only. */
  readonly isArea: boolean;
}

const points: ReadonlyMap<string, RegionPoint> = new Map(
  REGION_CITIES.map(([id, place, latitude, longitude, precision]) => {
    const [x, y] = project(latitude, longitude);
    return [id, { x, y, place, isArea: precision === "area" }];
  }),
);

/** The point of a region, by id; undefined for a realm, an edge location or an unknown place. */
export function pointOf(region: string): RegionPoint | undefined {
  return points.get(region);
}

/** Widths on a screen, in pixels, at which labels are laid out. */
const WORLD_PIXELS = 370;
const CLOSE_UP_PIXELS = 600;

export const WORLD: View = {
  x: 0,
  y: 0,
  width: WORLD_WIDTH,
  height: WORLD_HEIGHT,
  pixel: WORLD_WIDTH / WORLD_PIXELS,
};

/** Height of a close-up by its width. */
const ASPECT = 0.62;
/** Room around the regions, by the size of what they span: a label stands beside the outermost. */
const MARGIN = 0.26;
/** A close-up of one city shows the country around it, in map units. */
const SMALLEST = 60;

/** The part of the map that holds `regions`; the world where none of them has a point. */
export function closeUpOf(regions: readonly string[]): View {
  const found = regions.map(pointOf).filter((point) => point !== undefined);
  if (found.length === 0) {
    return WORLD;
  }
  const left = Math.min(...found.map(({ x }) => x));
  const right = Math.max(...found.map(({ x }) => x));
  const top = Math.min(...found.map(({ y }) => y));
  const bottom = Math.max(...found.map(({ y }) => y));
  const width = Math.min(
    WORLD_WIDTH,
    Math.max(
      SMALLEST,
      (right - left) * (1 + 2 * MARGIN),
      ((bottom - top) * (1 + 2 * MARGIN)) / ASPECT,
    ),
  );
  const height = Math.min(WORLD_HEIGHT, width * ASPECT);
  return {
    x: within((left + right - width) / 2, WORLD_WIDTH - width),
    y: within((top + bottom - height) / 2, WORLD_HEIGHT - height),
    width,
    height,
    pixel: width / CLOSE_UP_PIXELS,
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(0, value), Math.max(0, most));
}

export function shows(view: View, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;
}
