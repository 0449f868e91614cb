import { draw, landSheet } from "../../../../../guard/report/html/map/draw";
import world from "../../../../../guard/report/html/map/world.json";
import { linesOf } from "../lines";

describe("the land", () => {
  const pathsOf = (allowed: readonly string[]) =>
    [...landSheet(allowed).text.matchAll(/<path class="(land[^"]*)" d="([^"]*)"\/>/g)].map(
      ([, name, path]) => [name, path],
    );
  const countries: Readonly<Record<string, string>> = world.countries;

  test("is every country, the allowed ones last so that their borders stand above", () => {
    const { CH, US, ...others } = countries;
    expect(pathsOf(["US", "CH"])).toEqual([
      ["land", world.others],
      ...Object.values(others).map((path) => ["land", path]),
      ...Object.keys(countries)
        .filter((code) => code === "US" || code === "CH")
        .map((code) => ["land is-allowed", countries[code]]),
    ]);
    expect([CH, US]).not.toContain(undefined);
  });

  test("is there once for the page, with an arrowhead for each standing", () => {
    const arrow = (standing: string) =>
      `<marker id="to-${standing}" viewBox="0 0 8 8" refX="6.5" refY="4" markerWidth="7" markerHeight="7" markerUnits="strokeWidth" orient="auto"><path class="head is-${standing}" d="M0.5 0.8 7.2 4 0.5 7.2 2 4z"/></marker>`;
    expect(landSheet([]).text.replace(/<path class="land" d="[^"]*"\/>/g, "")).toBe(
      [
        '<svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false"><defs>',
        '<g id="land" transform="scale(0.1)"></g>',
        `${["outside", "unproven", "waived", "inside"].map(arrow).join("")}</defs></svg>`,
      ].join("\n"),
    );
  });
});

describe("a drawing", () => {
  const marker = {
    x: 100,
    y: 50,
    radius: 10,
    standing: undefined,
    isAllowed: true,
    region: "a",
    holdsKeys: false,
    lines: ["a"],
  } as const;
  const view = { x: 1.234, y: 2, width: 300, height: 200, pixel: 0.5 };
  const drawing = { id: "m", view, title: "T <", description: "D &", markers: [], routes: [] };

  test("has its markers, routes, labels and frame", () => {
    const svg = draw({
      ...drawing,
      markers: [
        marker,
        { ...marker, x: 200.123, y: 120, region: "b", isAllowed: false, lines: [] },
        {
          ...marker,
          x: 30,
          y: 150,
          region: "c",
          standing: "waived",
          holdsKeys: true,
          lines: ["c", "1 resource", "x"],
        },
        { ...marker, x: 250, y: 180, region: "d", standing: "inside", lines: ["d", "1 key"] },
      ],
      routes: [{ from: "a", to: "c", standing: "outside", flows: [] }],
      frame: { x: 5.555, y: 6, width: 7, height: 8.001, pixel: 1 },
    });
    expect(linesOf(svg)).toEqual([
      '<svg class="map" id="m" viewBox="1.23 2 300 200" font-size="6" role="img" aria-labelledby="m-title m-text">',
      '<title id="m-title">T &lt;</title><desc id="m-text">D &amp;</desc>',
      '<use href="#land"/>',
      '<rect class="frame" x="5.56" y="6" width="7" height="8"/>',
      '<path class="route is-outside" d="M100 50Q49 84.32 31.39 145.2" marker-end="url(#to-outside)"/>',
      '<circle class="dot is-allowed" cx="100" cy="50" r="10" data-at="a"/><circle class="dot" cx="200.12" cy="120" r="10" data-at="b"/><use class="mark is-waived" href="#i-waived" x="20" y="140" width="20" height="20" data-at="c"/><use class="key" href="#i-key" x="3" y="131" width="17" height="17"/><use class="mark is-inside" href="#i-inside" x="240" y="170" width="20" height="20" data-at="d"/>',
      '<text class="label has-more" x="42.7" y="144.9" text-anchor="start"><tspan class="name" x="42.7" dy="0">c</tspan><tspan class="more" x="42.7" dy="7.2">1 resource</tspan><tspan class="more" x="42.7" dy="7.2">x</tspan></text><text class="label has-more" x="262.7" y="178.5" text-anchor="start"><tspan class="name" x="262.7" dy="0">d</tspan><tspan class="more" x="262.7" dy="7.2">1 key</tspan></text><text class="label" x="112.7" y="52.1" text-anchor="start"><tspan class="name" x="112.7" dy="0">a</tspan></text>',
      "</svg>",
    ]);
  });

  test("has a title and a description alone where there is nothing to draw", () => {
    expect(linesOf(draw(drawing))).toEqual([
      '<svg class="map" id="m" viewBox="1.23 2 300 200" font-size="6" role="img" aria-labelledby="m-title m-text">',
      '<title id="m-title">T &lt;</title><desc id="m-text">D &amp;</desc>',
      '<use href="#land"/>',
      "",
      "",
      "",
      "",
      "</svg>",
    ]);
  });

  const labelled = (...markers: readonly object[]) =>
    linesOf(draw({ ...drawing, markers: markers.map((more) => ({ ...marker, ...more })) }))
      .join()
      .match(/(?<=<text )class="[^"]*" x="[^"]*" y="[^"]*" text-anchor="[^"]*"/g);
  const BESIDE = 'class="label" x="112.7" y="52.1" text-anchor="start"';
  const LEFT = 'class="label" x="87.3" y="52.1" text-anchor="end"';

  test("keeps a label clear of the other markers", () => {
    expect(labelled({})).toEqual([BESIDE]);
    const other = { x: 120, radius: 5, lines: [] };
    expect(labelled({}, other)).toEqual([LEFT]);
    expect(labelled({}, { ...other, x: 122 })).toEqual([BESIDE]);
    expect(labelled({}, { ...other, y: 40 })).toEqual([BESIDE]);
    expect(labelled({}, { ...other, y: 60 })).toEqual([BESIDE]);
    expect(labelled({}, { ...other, y: 43 })).toEqual([LEFT]);
    expect(labelled({}, { ...other, y: 57 })).toEqual([LEFT]);
  });

  test("keeps a label clear of the key beside another marker", () => {
    const other = { x: 128, radius: 5, lines: [], standing: "inside" };
    expect(labelled({}, other)).toEqual([BESIDE]);
    expect(labelled({}, { ...other, holdsKeys: true })).toEqual([LEFT]);
    expect(labelled({}, { ...other, x: 130, holdsKeys: true })).toEqual([BESIDE]);
  });

  test("keeps a label clear of the lines", () => {
    const routes = [{ from: "a", to: "b", standing: "inside", flows: [] } as const];
    const markers = [marker, { ...marker, x: 250, region: "b", lines: [] }];
    const svg = linesOf(draw({ ...drawing, markers, routes })).join();
    expect(svg).not.toContain(BESIDE);
    expect(svg).toContain("<text ");
  });
});
