import { type Box, type Labelled, placeLabels } from "../../../../../guard/report/html/map/labels";

const VIEW = { x: 0, y: 0, width: 1000, height: 1000, pixel: 1 };

/** A font of 10 units, in which a character is 5.6 wide and a line 12 high. */
const EM = 10;

function placed(items: readonly Partial<Labelled>[], obstacles: readonly Box[] = []) {
  const labelled = items.map((item) => ({
    x: 500,
    y: 500,
    radius: 5.5,
    lines: ["0123456789"],
    ...item,
  }));
  return placeLabels(labelled, obstacles, VIEW, EM).map(({ x, y, anchor }) => [
    anchor,
    Number(x.toFixed(2)),
    Number(y.toFixed(2)),
  ]);
}

const box = (left: number, top: number, right: number, bottom: number): Box => ({
  left,
  top,
  right,
  bottom,
});

/** The places of a label beside a marker at (500, 500), in the order in which they are tried. */
const PLACES = [
  { label: ["start", 510, 503.5], box: box(510, 494, 566, 506) },
  { label: ["end", 490, 503.5], box: box(434, 494, 490, 506) },
  { label: ["middle", 500, 519.5], box: box(472, 510, 528, 522) },
  { label: ["middle", 500, 487.5], box: box(472, 478, 528, 490) },
  { label: ["start", 508, 515.5], box: box(508, 506, 564, 518) },
  { label: ["start", 508, 491.5], box: box(508, 482, 564, 494) },
  { label: ["end", 492, 515.5], box: box(436, 506, 492, 518) },
  { label: ["end", 492, 491.5], box: box(436, 482, 492, 494) },
] as const;

/** A spot in the corner of a place that no other place covers, or that those already taken cover. */
const SPOTS: readonly Box[] = [
  box(565, 499, 566, 501),
  box(434, 499, 435, 501),
  box(499, 520, 501, 522),
  box(499, 478, 501, 480),
  box(562, 510, 564, 512),
  box(562, 488, 564, 490),
  box(436, 510, 438, 512),
];

describe("a label", () => {
  test.each(PLACES.map(({ label }, index) => [index, label] as const))(
    "stands at place %i where those before it are taken: %j",
    (index, label) => {
      expect(placed([{}], SPOTS.slice(0, index))).toEqual([label]);
    },
  );

  test.each(PLACES.slice(0, 7).map(({ box: place }, index) => [index, place] as const))(
    "may stand close to what lies around place %i, and covers nothing of it",
    (index, { left, top, right, bottom }) => {
      const around = (by: number) => [
        box(left - 9, top, left + by, bottom),
        box(right - by, top, right + 9, bottom),
        box(left, top - 9, right, top + by),
        box(left, bottom - by, right, bottom + 9),
      ];
      const taken = SPOTS.slice(0, index);
      for (const each of around(-0.001)) {
        expect(placed([{}], [...taken, each])).toEqual([PLACES[index]?.label]);
      }
      for (const each of around(0.001)) {
        expect(placed([{}], [...taken, each])).not.toEqual([PLACES[index]?.label]);
      }
    },
  );

  test("stands where it covers the least where each place is taken", () => {
    const all = PLACES.map(({ box: place }) => place);
    const small = box(499, 510, 501, 512);
    const [, , below] = PLACES;
    expect(placed([{}], [...all.filter((place) => place !== below.box), small])).toEqual([
      below.label,
    ]);
  });

  test("stands at the first of places that are alike", () => {
    expect(placed([{}], [box(0, 0, 1000, 1000)])).toEqual([PLACES[0].label]);
  });

  test("keeps clear of the labels before it", () => {
    expect(placed([{}, {}, {}])).toEqual([PLACES[0].label, PLACES[1].label, PLACES[2].label]);
  });

  test("has the height of its lines and the width of the longest", () => {
    expect(placed([{ lines: ["ab", "0123456789"] }])).toEqual([["start", 510, 497.5]]);
    // One line would leave room for the spot; two do not.
    const below = [box(510, 507, 512, 509)];
    expect(placed([{ lines: ["ab"] }], below)).toEqual([PLACES[0].label]);
    expect(placed([{ lines: ["ab", "cd"] }], below)).toEqual([["end", 490, 497.5]]);
    const beyond = [box(560, 499, 562, 501)];
    expect(placed([{ lines: ["ab", "cd"] }], beyond)).toEqual([["start", 510, 497.5]]);
    expect(placed([{ lines: ["ab", "0123456789"] }], beyond)).toEqual([["end", 490, 497.5]]);
  });

  test.each([
    ["right", { x: 934, y: 500 }, ["start", 944, 503.5]],
    ["right, by a little", { x: 935, y: 500 }, ["end", 925, 503.5]],
    ["left", { x: 66.1, y: 500 }, ["end", 56.1, 503.5]],
    ["left, by a little", { x: 65, y: 500 }, ["middle", 65, 519.5]],
    ["top", { x: 500, y: 6 }, ["start", 510, 9.5]],
    ["top, by a little", { x: 500, y: 5 }, ["middle", 500, 24.5]],
    ["bottom", { x: 500, y: 994 }, ["start", 510, 997.5]],
    ["bottom, by a little", { x: 500, y: 995 }, ["middle", 500, 982.5]],
  ])("does not leave the view at the %s", (where, at, label) => {
    // To the left, the place at the right is taken.
    const taken = where.startsWith("left") ? [box(at.x + 10, 494, at.x + 66, 506)] : [];
    expect(placed([at], taken)).toEqual([label]);
  });
});
