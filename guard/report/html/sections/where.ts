import { type Html, html, shortened } from "../escape";
import { icon, STANDING_TITLES, STANDINGS } from "../icons";
import { type Drawing, draw, landSheet } from "../map/draw";
import { markersOf } from "../map/markers";
import { type RegionTally, type Route, routesOf, tallyRegions } from "../map/tally";
import { closeUpOf, pointOf, shows, type View, WORLD } from "../map/view";
import { counted, grouped, type Report } from "../report";

/** The map: the jurisdiction from near, the world, and the same as a table. */
export function whereSection(report: Report): Html {
  const { jurisdiction, placements } = report.result;
  const tallies = tallyRegions(report);
  const routes = routesOf(report);
  const near = closeUpOf(jurisdiction.regions);
  const isNear = ({ id }: RegionTally) => isWithin(id, near);
  const drawings: readonly Drawing[] = [
    {
      id: "map-near",
      view: near,
      title: `${jurisdiction.name}, from near`,
      description: describe(tallies.filter(isNear), routes),
      markers: markersOf(tallies, near, () => true),
      routes,
    },
    {
      id: "map-world",
      view: WORLD,
      title: "The world",
      description: describe(
        tallies.filter(({ standing }) => standing !== undefined),
        routes,
      ),
      markers: markersOf(
        tallies,
        WORLD,
        (tally) => tally.standing !== undefined && !isNear(tally),
      ).map((marker) =>
        marker.lines.length === 0 ? { ...marker, radius: marker.radius * 0.6 } : marker,
      ),
      // What stays within the frame is shown closer in the other view.
      routes: routes.filter(
        ({ from, to }) => !(near !== WORLD && isWithin(from, near) && isWithin(to, near)),
      ),
      frame: near,
    },
  ];
  const unplaced = placements.filter(
    ({ kind, region }) => region === null && (kind === "resource" || kind === "data"),
  );
  return html`<section id="where" aria-labelledby="where-heading"><h2 id="where-heading">Where it lies</h2>
${landSheet(jurisdiction.countries)}
<div class="maps">${drawings.map((drawing) => html`<figure>${draw(drawing)}<figcaption>${drawing.title}</figcaption></figure>`)}
${legend(routes)}</div>
${regionTable(tallies)}
${
  unplaced.length === 0
    ? undefined
    : html`<p class="aside">${counted(unplaced.length, "resource has", "resources have")} no region: what exists in the Terraform state alone, stands at edge locations, or is unproven.</p>`
}
</section>`;
}

function isWithin(region: string, view: View): boolean {
  const point = pointOf(region);
  return point !== undefined && shows(view, point);
}

function describe(tallies: readonly RegionTally[], routes: readonly Route[]): string {
  const regions = tallies
    .filter(({ standing }) => standing !== undefined)
    .map(
      ({ id, resources, standing }) =>
        `${shortened(id)}: ${counted(resources, "resource")}, ${standing}`,
    );
  const lines = routes.map(
    ({ from, to, standing, flows }) =>
      `${counted(flows.length, "flow")} from ${shortened(from)} to ${shortened(to)}, ${standing}`,
  );
  return `${[...regions, ...lines].join("; ") || "No region holds anything"}. The table below says the same.`;
}

function legend(routes: readonly Route[]): Html {
  return html`<ul class="legend">${STANDINGS.map((standing) => html`<li>${icon(standing)}${STANDING_TITLES[standing]}</li>`)}
<li><svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle class="dot is-allowed" cx="8" cy="8" r="4"/></svg>Allowed, empty</li>
<li><svg class="icon" aria-hidden="true" focusable="false"><use class="key" href="#i-key"/></svg>Holds keys</li>
${routes.length === 0 ? undefined : html`<li><svg class="icon wide" viewBox="0 0 32 16" aria-hidden="true" focusable="false"><path class="route is-inside" d="M1 13Q14 1 27 8" marker-end="url(#to-inside)"/></svg>Flow</li>`}
<li><span class="swatch"></span>Allowed countries</li></ul>`;
}

/** What the map shows, for who reads it as text; each region is also a filter. */
function regionTable(tallies: readonly RegionTally[]): Html {
  const held = tallies
    .filter(({ standing }) => standing !== undefined)
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        b.resources - a.resources ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  const empty = tallies.filter(({ standing }) => standing === undefined);
  const rest =
    empty.length === 0
      ? undefined
      : html`<p class="aside">Allowed and empty: ${empty.map(
          ({ id }, index) => html`${index === 0 ? "" : ", "}<span class="region-id">${id}</span>`,
        )}.</p>`;
  if (held.length === 0) {
    return html`${rest}`;
  }
  return html`<table class="regions"><caption class="unseen">Regions, and what lies in them</caption>
<thead><tr><th scope="col">Region</th><th scope="col">Place</th><th scope="col" class="number">Resources</th><th scope="col" class="number">Keys</th><th scope="col">Standing</th></tr></thead>
<tbody>
${held.map(regionRow)}</tbody></table>
${rest}`;
}

function rankOf({ standing }: RegionTally): number {
  return standing === undefined ? STANDINGS.length : STANDINGS.indexOf(standing);
}

function regionRow({ id, counts, resources, keys, named, standing }: RegionTally): Html {
  const point = pointOf(id);
  const parts = STANDINGS.filter((each) => counts[each] > 0).map(
    (each) =>
      html`<span class="part">${icon(each)}${grouped(counts[each])} ${STANDING_TITLES[each].toLowerCase()}</span>`,
  );
  const mentions =
    named === 0 || standing === undefined
      ? undefined
      : html`<span class="part">${icon(standing)}named by ${counted(named, "finding")}</span>`;
  return html`<tr><th scope="row"><code class="${point === undefined ? "" : "region-id"}" data-region-name>${shortened(id)}</code></th><td>${
    point === undefined ? "not on the map" : `${point.place}${point.isArea ? " (area)" : ""}`
  }</td><td class="number">${grouped(resources)}</td><td class="number">${grouped(keys)}</td><td>${parts}${mentions}</td></tr>
`;
}
