import type { Standing } from "../icons";
import { counted } from "../report";
import type { RegionTally } from "./tally";
import { pointOf, type RegionPoint, shows, type View } from "./view";

/** One mark on the map: a region, at its city or beside others of the same city. */
export interface Marker {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly standing: Standing | undefined;
  readonly isAllowed: boolean;
  readonly region: string;
  /** True where keys of the customer's lie in the region. */
  readonly holdsKeys: boolean;
  /** What stands beside it; none for a region of no interest. */
  readonly lines: readonly string[];
}

/** Sizes on a screen, in pixels. */
const FULL = 7.5;
const EMPTY = 4;
/** From one marker of a city to the next, where labels must fit between. */
const LABELLED_STEP = 22;

/** Markers of the regions that `view` shows and that hold something or are allowed. */
export function markersOf(
  tallies: readonly RegionTally[],
  view: View,
  isLabelled: (tally: RegionTally) => boolean,
): readonly Marker[] {
  const sites = new Map<string, Placed[]>();
  for (const tally of tallies) {
    const point = pointOf(tally.id);
    if (point !== undefined && shows(view, point)) {
      const site = `${point.x} ${point.y}`;
      const there = sites.get(site);
      if (there === undefined) {
        sites.set(site, [{ tally, point }]);
      } else {
        there.push({ tally, point });
      }
    }
  }
  return [...sites.values()].flatMap((there) => besideEachOther(there, view, isLabelled));
}

interface Placed {
  readonly tally: RegionTally;
  readonly point: RegionPoint;
}

/** Clouds share cities: their markers stand one below the other, the middle at the city. */
function besideEachOther(
  there: readonly Placed[],
  view: View,
  isLabelled: (tally: RegionTally) => boolean,
): readonly Marker[] {
  const hasLabel = there.some(({ tally }) => isLabelled(tally));
  const step = (hasLabel ? LABELLED_STEP : EMPTY) * view.pixel;
  return there.map(({ tally, point }, index) => ({
    x: point.x,
    y: point.y + (index - (there.length - 1) / 2) * step,
    radius: (tally.standing === undefined ? EMPTY : FULL) * view.pixel,
    standing: tally.standing,
    isAllowed: tally.isAllowed,
    region: tally.id,
    holdsKeys: tally.keys > 0,
    lines: isLabelled(tally) ? linesOf(tally) : [],
  }));
}

function linesOf({ id, resources, keys, named }: RegionTally): readonly string[] {
  const holds = [
    ...(resources > 0 ? [counted(resources, "resource")] : []),
    ...(keys > 0 ? [counted(keys, "key")] : []),
    ...(resources === 0 && named > 0 ? [`named by ${counted(named, "finding")}`] : []),
  ];
  return holds.length === 0 ? [id] : [id, holds.join(" · ")];
}
