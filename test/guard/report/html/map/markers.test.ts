import { markersOf } from "../../../../../guard/report/html/map/markers";
import type { RegionTally } from "../../../../../guard/report/html/map/tally";
import { pointOf, WORLD } from "../../../../../guard/report/html/map/view";

const VIEW = { ...WORLD, pixel: 2 };
const ASHBURN = pointOf("us-ashburn-1") ?? { x: Number.NaN, y: Number.NaN };

function tally(more: Partial<RegionTally> = {}): RegionTally {
  return {
    id: "us-ashburn-1",
    isAllowed: true,
    counts: { outside: 0, unproven: 0, waived: 0, inside: 0 },
    resources: 0,
    keys: 0,
    named: 0,
    standing: undefined,
    ...more,
  };
}

const all = () => true;
const none = () => false;

describe("a marker", () => {
  test("of a region that holds nothing is small, with the region's name beside it", () => {
    expect(markersOf([tally()], VIEW, all)).toEqual([
      {
        x: ASHBURN.x,
        y: ASHBURN.y,
        radius: 8,
        standing: undefined,
        isAllowed: true,
        region: "us-ashburn-1",
        holdsKeys: false,
        lines: ["us-ashburn-1"],
      },
    ]);
  });

  test("of a region that holds something is larger, and says so", () => {
    const held = tally({ isAllowed: false, standing: "outside", resources: 2, keys: 1 });
    expect(markersOf([held], VIEW, all)).toEqual([
      {
        x: ASHBURN.x,
        y: ASHBURN.y,
        radius: 15,
        standing: "outside",
        isAllowed: false,
        region: "us-ashburn-1",
        holdsKeys: true,
        lines: ["us-ashburn-1", "2 resources · 1 key"],
      },
    ]);
  });

  test.each<[string, Partial<RegionTally>, readonly string[]]>([
    ["resources", { resources: 1 }, ["1 resource"]],
    ["keys alone", { keys: 2 }, ["2 keys"]],
    ["findings that name it", { named: 1 }, ["named by 1 finding"]],
    [
      "its resources rather than findings that name it",
      { resources: 3, named: 2 },
      ["3 resources"],
    ],
    ["nothing more", {}, []],
  ])("has beside it %s", (_what, more, lines) => {
    expect(markersOf([tally(more)], VIEW, all)[0]?.lines).toEqual(["us-ashburn-1", ...lines]);
  });

  test("has no lines where it is not to be labelled", () => {
    expect(markersOf([tally({ resources: 1 })], VIEW, none)[0]?.lines).toEqual([]);
  });

  test("is not there for a region off the view, or not on the map", () => {
    const view = { ...VIEW, width: 100 };
    expect(markersOf([tally()], view, all)).toEqual([]);
    expect(markersOf([tally({ id: "oc19" })], VIEW, all)).toEqual([]);
  });
});

describe("markers of one city", () => {
  const shared = ["us-ashburn-1", "us-langley-1", "us-ashburn-2"].map((id) => tally({ id }));
  const offsets = (tallies: readonly RegionTally[], isLabelled: (each: RegionTally) => boolean) =>
    markersOf(tallies, VIEW, isLabelled).map(({ region, x, y }) => [
      region,
      x - ASHBURN.x,
      Number((y - ASHBURN.y).toFixed(6)),
    ]);

  test("stand one below the other with room for labels, the middle at the city", () => {
    expect(offsets(shared, all)).toEqual([
      ["us-ashburn-1", 0, -44],
      ["us-langley-1", 0, 0],
      ["us-ashburn-2", 0, 44],
    ]);
    expect(offsets(shared.slice(0, 2), ({ id }) => id === "us-langley-1")).toEqual([
      ["us-ashburn-1", 0, -22],
      ["us-langley-1", 0, 22],
    ]);
  });

  test("stand close where none has a label", () => {
    expect(offsets(shared, none)).toEqual([
      ["us-ashburn-1", 0, -8],
      ["us-langley-1", 0, 0],
      ["us-ashburn-2", 0, 8],
    ]);
  });

  test("do not move those of another", () => {
    const [first, second] = shared;
    const tokyo = tally({ id: "ap-tokyo-1" });
    const found = markersOf([first ?? tokyo, tokyo, second ?? tokyo], VIEW, none);
    expect(found.map(({ region }) => region)).toEqual([
      "us-ashburn-1",
      "us-langley-1",
      "ap-tokyo-1",
    ]);
    expect(found[2]?.y).toBe(pointOf("ap-tokyo-1")?.y);
  });
});
