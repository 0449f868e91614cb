import type { View } from "./view";

/** What is to be labelled: a marker and the lines of text beside it. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Radius of the marker, in map units. */
  readonly radius: number;
  readonly lines: readonly string[];
}

/** Where a label stands. */
export interface Label {
  readonly x: number;
  /** Base line of its first line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** A rectangle in map units. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Size of text in ems of a font whose digits and letters are this wide on average. */
const EM_PER_CHARACTER = 0.56;
export const EM_PER_LINE = 1.2;

/**
 * A place for each label beside, above or below its marker, where it covers no obstacle and no label
 * before it; where there is none, the place that covers the least.
 *
 * @param obstacles markers and lines of the map
 * @param em height of the font, in map units
 */
export function placeLabels(
  labelled: readonly Labelled[],
  obstacles: readonly Box[],
  view: View,
  em: number,
): readonly Label[] {
  const taken = [...obstacles];
  return labelled.map((item) => {
    const best = candidates(item, em)
      .map((candidate) => ({ ...candidate, cost: costOf(candidate.box, taken, view) }))
      .reduce((least, each) => (each.cost < least.cost ? each : least));
    taken.push(best.box);
    return best.label;
  });
}

function candidates({ x, y, radius, lines }: Labelled, em: number) {
  const width = Math.max(...lines.map((line) => line.length)) * EM_PER_CHARACTER * em;
  const height = lines.length * EM_PER_LINE * em;
  const gap = radius + 0.45 * em;
  const middle = y - height / 2;
  const at = (anchor: Label["anchor"], edge: number, top: number) => {
    const left = anchor === "start" ? edge : anchor === "end" ? edge - width : edge - width / 2;
    return {
      label: { x: edge, y: top + 0.95 * em, anchor },
      box: { left, top, right: left + width, bottom: top + height },
    };
  };
  return [
    at("start", x + gap, middle),
    at("end", x - gap, middle),
    at("middle", x, y + gap),
    at("middle", x, y - gap - height),
    at("start", x + gap * 0.8, y + gap * 0.6),
    at("start", x + gap * 0.8, y - gap * 0.6 - height),
    at("end", x - gap * 0.8, y + gap * 0.6),
    at("end", x - gap * 0.8, y - gap * 0.6 - height),
  ];
}

/** Area that a label would share with what stands already, and all of what leaves the view. */
function costOf(box: Box, taken: readonly Box[], view: View): number {
  let cost = 0;
  for (const other of taken) {
    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    cost += across > 0 && down > 0 ? across * down : 0;
  }
  const isInView =
    box.left >= view.x &&
    box.right <= view.x + view.width &&
    box.top >= view.y &&
    box.bottom <= view.y + view.height;
  return isInView ? cost : cost + view.width * view.height;
}
