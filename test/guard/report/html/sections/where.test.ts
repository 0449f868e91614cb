import { prepare } from "../../../../../guard/report/html/report";
import { whereSection } from "../../../../../guard/report/html/sections/where";
import type { CheckResult } from "../../../../../guard/result";
import { finding, resultWith } from "../../../../support/hostile-result";
import { flow, fullResult, placement } from "../../made";
import { linesOf } from "../lines";

const section = (result: Partial<CheckResult>) =>
  linesOf(whereSection(prepare(resultWith(result))));
/** The lines from the legend on, below the maps. */
const below = (result: Partial<CheckResult>) => {
  const lines = section(result);
  return lines.slice(lines.findIndex((line) => line.includes('<ul class="legend">')));
};
const asides = (result: Partial<CheckResult>) =>
  section(result).filter((line) => line.startsWith('<p class="aside">'));
const descriptions = (result: Partial<CheckResult>) =>
  [
    ...section(result)
      .join("\n")
      .matchAll(/<desc id="map-([a-z]+)-text">([^<]*)<\/desc>/g),
  ].map(([, id, text]) => [id, text]);

const FLOWS = [
  flow({ to: "us-phoenix-1" }),
  flow({ to: "ap-tokyo-1", status: "outside", target: "x.y", targetStack: "other" }),
];

describe("below the maps", () => {
  test("stand a legend, and each region with its place and what lies in it", () => {
    expect(below({ ...fullResult(), flows: FLOWS })).toEqual([
      '<ul class="legend"><li>(outside)Outside</li><li>(unproven)Unproven</li><li>(waived)Waived</li><li>(inside)Inside</li>',
      '<li><svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle class="dot is-allowed" cx="8" cy="8" r="4"/></svg>Allowed, empty</li>',
      '<li><svg class="icon" aria-hidden="true" focusable="false"><use class="key" href="#i-key"/></svg>Holds keys</li>',
      '<li><svg class="icon wide" viewBox="0 0 32 16" aria-hidden="true" focusable="false"><path class="route is-inside" d="M1 13Q14 1 27 8" marker-end="url(#to-inside)"/></svg>Flow</li>',
      '<li><span class="swatch"></span>Allowed countries</li></ul></div>',
      '<table class="regions"><caption class="unseen">Regions, and what lies in them</caption>',
      '<thead><tr><th scope="col">Region</th><th scope="col">Place</th><th scope="col" class="number">Resources</th><th scope="col" class="number">Keys</th><th scope="col">Standing</th></tr></thead>',
      "<tbody>",
      '<tr><th scope="row"><code class="region-id" data-region-name>eu-frankfurt-1</code></th><td>Frankfurt</td><td class="number">1</td><td class="number">0</td><td><span class="part">(outside)1 outside</span><span class="part">(outside)named by 1 finding</span></td></tr>',
      '<tr><th scope="row"><code class="region-id" data-region-name>eu-paris-1</code></th><td>Paris</td><td class="number">1</td><td class="number">1</td><td><span class="part">(waived)1 waived</span></td></tr>',
      '<tr><th scope="row"><code class="region-id" data-region-name>us-ashburn-1</code></th><td>Ashburn</td><td class="number">1</td><td class="number">0</td><td><span class="part">(inside)1 inside</span></td></tr>',
      "</tbody></table>",
      '<p class="aside">Allowed and empty: <span class="region-id">us-phoenix-1</span>.</p>',
      '<p class="aside">1 resource has no region: what exists in the Terraform state alone, stands at edge locations, or is unproven.</p>',
      "</section>",
    ]);
  });

  test("stands no arrow where there is no route, and no table where nothing lies anywhere", () => {
    const lines = below({});
    expect(lines.join()).not.toContain("</svg>Flow</li>");
    expect(lines.slice(3)).toEqual([
      "",
      '<li><span class="swatch"></span>Allowed countries</li></ul></div>',
      '<p class="aside">Allowed and empty: <span class="region-id">us-ashburn-1</span>, <span class="region-id">us-phoenix-1</span>.</p>',
      "",
      "</section>",
    ]);
  });

  test("stands nothing about empty regions or resources of none where there are none", () => {
    const placements = ["us-ashburn-1", "us-phoenix-1"].map((region) => placement({ region }));
    expect(asides({ placements })).toEqual([]);
  });

  test("are counted the resources and data sources that have no region, and nothing else", () => {
    const placements = (["resource", "data", "provider", "backend"] as const).map((kind) =>
      placement({ kind, region: null, status: "unproven" }),
    );
    expect(asides({ placements }).at(-1)).toBe(
      '<p class="aside">2 resources have no region: what exists in the Terraform state alone, stands at edge locations, or is unproven.</p>',
    );
    expect(asides({ placements: placements.slice(2) })).toHaveLength(1);
  });

  test("stand the regions worst first, then by what lies in them, then by name", () => {
    const abroad = (region: string) => placement({ region, status: "outside" });
    const placements = [
      placement(),
      placement({ region: "us-phoenix-1" }),
      placement({ region: "us-phoenix-1" }),
      placement({ region: "sa-saopaulo-1", status: "unproven" }),
      abroad("eu-paris-1"),
      abroad("ap-tokyo-1"),
      abroad("ca-toronto-1"),
      abroad("ca-toronto-1"),
    ];
    const rows = below({ placements }).join("\n");
    expect([...rows.matchAll(/data-region-name>([^<]*)/g)].map(([, id]) => id)).toEqual([
      "ca-toronto-1",
      "ap-tokyo-1",
      "eu-paris-1",
      "sa-saopaulo-1",
      "us-phoenix-1",
      "us-ashburn-1",
    ]);
  });

  test("says of an area that it is one, and of a place without a point that it has none", () => {
    const placements = [placement({ region: "us-west-2" }), placement({ region: "oc19" })];
    const rows = below({ placements }).filter((line) => line.startsWith("<tr><th "));
    expect(rows).toEqual([
      '<tr><th scope="row"><code class="" data-region-name>oc19</code></th><td>not on the map</td><td class="number">1</td><td class="number">0</td><td><span class="part">(inside)1 inside</span></td></tr>',
      '<tr><th scope="row"><code class="region-id" data-region-name>us-west-2</code></th><td>Oregon (area)</td><td class="number">1</td><td class="number">0</td><td><span class="part">(inside)1 inside</span></td></tr>',
    ]);
  });
});

describe("in words, the maps", () => {
  test("say what lies where and what leads where: from near what is near, and of the world all", () => {
    const routes =
      "1 flow from us-ashburn-1 to us-phoenix-1, inside; 1 flow from us-ashburn-1 to ap-tokyo-1, outside. The table below says the same.";
    expect(descriptions({ ...fullResult(), flows: FLOWS })).toEqual([
      ["near", `us-ashburn-1: 1 resource, inside; ${routes}`],
      [
        "world",
        `us-ashburn-1: 1 resource, inside; eu-paris-1: 1 resource, waived; eu-frankfurt-1: 1 resource, outside; ${routes}`,
      ],
    ]);
  });

  test("say that no region holds anything", () => {
    const nothing = "No region holds anything. The table below says the same.";
    expect(descriptions({})).toEqual([
      ["near", nothing],
      ["world", nothing],
    ]);
  });
});

describe("the maps", () => {
  const maps = (result: Partial<CheckResult>) =>
    section(result).join("\n").split("<figure>").slice(1);

  test("are the jurisdiction from near and the world, with a frame around what is near", () => {
    const [near = "", world = ""] = maps({});
    expect(near).toContain('<title id="map-near-title">US, from near</title>');
    expect(near).toContain("</svg><figcaption>US, from near</figcaption></figure>");
    expect(near).not.toContain('class="frame"');
    expect(world).toContain('<title id="map-world-title">The world</title>');
    expect(world).toContain("</svg><figcaption>The world</figcaption></figure>");
    const [, x, y, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(near) ?? [];
    expect(world).toContain(
      `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    );
  });

  test("have a label for every region from near, and in the world for what lies elsewhere", () => {
    const placements = [placement(), placement({ region: "eu-paris-1", status: "outside" })];
    const [near = "", world = ""] = maps({ placements });
    const names = (map: string) =>
      [...map.matchAll(/<tspan class="name"[^>]*>([^<]*)/g)].map(([, name]) => name);
    expect(names(near)).toEqual(["us-ashburn-1", "us-phoenix-1"]);
    expect(names(world)).toEqual(["eu-paris-1"]);
  });

  test("have smaller markers in the world for what has no label", () => {
    const placements = [placement(), placement({ region: "eu-paris-1", status: "outside" })];
    const [, world = ""] = maps({ placements });
    const size = (region: string) =>
      Number(new RegExp(`width="(\\S+)" height="\\S+" data-at="${region}"`).exec(world)?.[1]);
    expect(size("us-ashburn-1") / size("eu-paris-1")).toBeCloseTo(0.6, 2);
  });

  test.each<[string, Partial<CheckResult>, number, number]>([
    ["that stays near is drawn from near alone", { flows: [flow({ to: "us-phoenix-1" })] }, 1, 0],
    ["that leads away is drawn in both", { flows: [flow({ to: "ap-tokyo-1" })] }, 1, 1],
    ["that comes from away is drawn in both", { flows: [flow({ from: "ap-tokyo-1" })] }, 1, 1],
    [
      "that is far away is drawn in the world alone",
      { flows: [flow({ from: "ap-tokyo-1", to: "eu-paris-1" })] },
      0,
      1,
    ],
    ["to a place without a point is not drawn", { flows: [flow({ to: "oc19" })] }, 0, 0],
    [
      "is drawn in both where nothing is near, and both show the world",
      {
        flows: [flow({ to: "us-phoenix-1" })],
        jurisdiction: { name: "Realm", countries: [], regions: ["oc19"] },
      },
      1,
      1,
    ],
  ])("a route %s", (_what, result, fromNear, ofWorld) => {
    const drawn = maps(result).map(
      (map) => map.split("<figcaption>")[0]?.match(/<path class="route /g)?.length ?? 0,
    );
    expect(drawn).toEqual([fromNear, ofWorld]);
  });

  test("name a place that a finding names", () => {
    const [, world = ""] = maps({ findings: [finding({ region: "ap-tokyo-1" })] });
    expect(world).toContain(">named by 1 finding</tspan>");
  });
});
