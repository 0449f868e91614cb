import { type Html, html, trusted } from "../escape";
import { STANDINGS } from "../icons";
import { EM_PER_LINE, placeLabels } from "./labels";
import type { Marker } from "./markers";
import { boxesAlong, type Curve, curvesOf } from "./routes";
import type { Route } from "./tally";
import type { View } from "./view";

/** The outlines of land, as scripts/map wrote them. */
interface World {
  readonly source: string;
  readonly countries: Readonly<Record<string, string>>;
  readonly others: string;
}

/** Loaded with the first report: other formats need no map. */
function world(): World {
  return require("./world.json") as World;
}

/** Land, once for the page; every view refers to it. */
export function landSheet(allowed: readonly string[]): Html {
  const { countries, others } = world();
  const paths = Object.entries(countries).map(
    ([code, path]) =>
      html`<path class="${allowed.includes(code) ? "land is-allowed" : "land"}" d="${trusted(path)}"/>`,
  );
  // Allowed countries last: their borders stand above their neighbours'.
  paths.sort(
    (a, b) => Number(a.text.includes("is-allowed")) - Number(b.text.includes("is-allowed")),
  );
  return html`<svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<g id="land" transform="scale(0.1)"><path class="land" d="${trusted(others)}"/>${paths}</g>
${STANDINGS.map((standing) => arrowhead(standing))}</defs></svg>`;
}

function arrowhead(standing: string): Html {
  return html`<marker id="to-${standing}" viewBox="0 0 8 8" refX="6.5" refY="4" markerWidth="7" markerHeight="7" markerUnits="strokeWidth" orient="auto"><path class="head is-${standing}" d="M0.5 0.8 7.2 4 0.5 7.2 2 4z"/></marker>`;
}

/** What one view of the map shows. */
export interface Drawing {
  readonly id: string;
  readonly view: View;
  readonly title: string;
  /** What the drawing shows, for who does not see it. */
  readonly description: string;
  readonly markers: readonly Marker[];
  readonly routes: readonly Route[];
  /** The part that another view shows closer. */
  readonly frame?: View;
}

/** Height of labels on a screen, in pixels, at the width that the view was laid out for. */
const LABEL_PIXELS = 12;
/** Room that a line takes among labels, in pixels. */
const LINE_PIXELS = 5;

export function draw({ id, view, title, description, markers, routes, frame }: Drawing): Html {
  const em = LABEL_PIXELS * view.pixel;
  const curves = curvesOf(routes, markers, view);
  return html`<svg class="map" id="${id}" viewBox="${box(view)}" font-size="${round(em)}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${title}</title><desc id="${id}-text">${description}</desc>
<use href="#land"/>
${frame === undefined ? undefined : html`<rect class="frame" x="${round(frame.x)}" y="${round(frame.y)}" width="${round(frame.width)}" height="${round(frame.height)}"/>`}
${curves.map(curve)}
${markers.map(mark)}
${labels(markers, curves, view, em)}
</svg>`;
}

function box({ x, y, width, height }: View): string {
  return [x, y, width, height].map(round).join(" ");
}

/** Size of the key beside a marker, by the marker's radius. */
const KEY = 1.7;

function mark({ x, y, radius, standing, isAllowed, region, holdsKeys }: Marker): Html {
  if (standing === undefined) {
    return html`<circle class="${isAllowed ? "dot is-allowed" : "dot"}" cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" data-at="${region}"/>`;
  }
  const size = round(2 * radius);
  const key = holdsKeys
    ? html`<use class="key" href="#i-key" x="${round(x - 2.7 * radius)}" y="${round(y - 1.9 * radius)}" width="${round(KEY * radius)}" height="${round(KEY * radius)}"/>`
    : undefined;
  return html`<use class="mark is-${standing}" href="#i-${standing}" x="${round(x - radius)}" y="${round(y - radius)}" width="${size}" height="${size}" data-at="${region}"/>${key}`;
}

function labels(
  markers: readonly Marker[],
  curves: readonly Curve[],
  view: View,
  em: number,
): readonly Html[] {
  const obstacles = [
    ...markers.map(({ x, y, radius, holdsKeys }) => ({
      left: x - radius * (holdsKeys ? 1 + KEY : 1),
      top: y - radius,
      right: x + radius,
      bottom: y + radius,
    })),
    ...curves.flatMap((each) => boxesAlong(each, LINE_PIXELS * view.pixel)),
  ];
  // What holds something is labelled first and so gets the better place.
  const labelled = markers
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => b.lines.length - a.lines.length);
  return placeLabels(labelled, obstacles, view, em).map(({ x, y, anchor }, index) => {
    const { lines = [] } = labelled[index] ?? {};
    const name = lines.length > 1 ? "label has-more" : "label";
    return html`<text class="${name}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${lines.map(
      (line, at) =>
        html`<tspan class="${at === 0 ? "name" : "more"}" x="${round(x)}" dy="${at === 0 ? 0 : round(EM_PER_LINE * em)}">${line}</tspan>`,
    )}</text>`;
  });
}

function curve({ standing, start, bend, end }: Curve): Html {
  const path = `M${round(start.x)} ${round(start.y)}Q${round(bend.x)} ${round(bend.y)} ${round(end.x)} ${round(end.y)}`;
  return html`<path class="route is-${standing}" d="${path}" marker-end="url(#to-${standing})"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
