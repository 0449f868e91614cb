import type { Standing } from "../icons";
import type { Box } from "./labels";
import type { Marker } from "./markers";
import type { Route } from "./tally";
import { pointOf, shows, type View } from "./view";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A route as it is drawn: a quadratic curve that ends short of its marker. */
export interface Curve {
  readonly standing: Standing;
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
}

/** How far a curve bends from the straight line, by its length. */
const BEND = 0.16;
/** Room between the tip of a curve and the middle of the marker that it leads to, in pixels. */
const GAP = 10;

/** The curves of the routes that start or end in `view`. */
export function curvesOf(
  routes: readonly Route[],
  markers: readonly Marker[],
  view: View,
): readonly Curve[] {
  return routes.flatMap(({ from, to, standing }) => {
    const start = markers.find(({ region }) => region === from) ?? pointOf(from);
    const end = markers.find(({ region }) => region === to) ?? pointOf(to);
    if (start === undefined || end === undefined || !(shows(view, start) || shows(view, end))) {
      return [];
    }
    const dx = end.x - start.x;
    const dy = end.y - start.y;
    if (dx === 0 && dy === 0) {
      return [];
    }
    // Upwards whichever way it leads, and there and back by different ways.
    const bend = {
      x: (start.x + end.x) / 2 + dy * BEND * (dx < 0 ? -1 : 1),
      y: (start.y + end.y) / 2 - Math.abs(dx) * BEND * (dx < 0 ? 1.4 : 1),
    };
    return [{ standing, start, bend, end: shortOf(end, bend, GAP * view.pixel) }];
  });
}

/** The point at distance `by` before `to`, coming from `from`. */
function shortOf(to: Point, from: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length <= by ? 1 : (length - by) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** Pieces of a curve that a label must keep clear of. */
const PIECES = 24;

/** Boxes along a curve, each `width` wide. */
export function boxesAlong({ start, bend, end }: Curve, width: number): readonly Box[] {
  return Array.from({ length: PIECES + 1 }, (_, piece) => {
    const t = piece / PIECES;
    const x = (1 - t) ** 2 * start.x + 2 * t * (1 - t) * bend.x + t ** 2 * end.x;
    const y = (1 - t) ** 2 * start.y + 2 * t * (1 - t) * bend.y + t ** 2 * end.y;
    return { left: x - width / 2, right: x + width / 2, top: y - width / 2, bottom: y + width / 2 };
  });
}
