/** A point of a map, or of the sphere. */
export type Point = readonly [x: number, y: number];

/**
 * Leaves out the points of a line that lie closer than `tolerance` to the line that is left
 * (Douglas and Peucker 1973). The ends stay, so that lines that met still meet.
 *
 * @param seen where a point is seen, in the units of `tolerance`
 */
export function simplify(
  points: readonly Point[],
  tolerance: number,
  seen: (point: Point) => Point,
): Point[] {
  const line = points.map(seen);
  const keep = new Set([0, line.length - 1]);
  const open: [first: number, last: number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    let farthest = first;
    let distance = tolerance;
    for (let at = first + 1; at < last; at += 1) {
      const away = distanceTo(line[at] as Point, line[first] as Point, line[last] as Point);
      if (away > distance) {
        farthest = at;
        distance = away;
      }
    }
    if (farthest !== first) {
      keep.add(farthest);
      open.push([first, farthest], [farthest, last]);
    }
  }
  return points.filter((_, at) => keep.has(at));
}

/** Distance of a point to the segment from `a` to `b`. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Area that a closed ring encloses, in square units. */
export function areaOf(ring: readonly Point[]): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at += 1) {
    const [ax, ay] = ring[at] as Point;
    const [bx, by] = ring[(at + 1) % ring.length] as Point;
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice) / 2;
}
