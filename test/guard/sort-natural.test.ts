import fc from "fast-check";
import { sortNatural } from "../../guard/sort-natural";

interface Item {
  readonly key: number;
  readonly at: number;
}

function byKey(a: Item, b: Item): number {
  return a.key - b.key;
}

test("sorts every list as Array.prototype.sort does, and leaves equal items in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 })), (keys) => {
      const items = keys.map((key, at) => ({ key, at }));
      expect(sortNatural([...items], byKey)).toEqual([...items].sort(byKey));
    }),
  );
});

test.each([
  ["ascending", (at: number) => at],
  ["descending", (at: number) => -at],
  ["two lists one after the other", (at: number) => at % 500],
  ["alternating", (at: number) => (at % 2 === 0 ? at : -at)],
])("sorts a thousand items that are %s", (_order, keyOf) => {
  const items = Array.from({ length: 1000 }, (_, at) => ({ key: keyOf(at), at }));
  expect(sortNatural([...items], byKey)).toEqual([...items].sort(byKey));
});

test.each([
  ["rises", [1, 2, 3, 4, 5]],
  ["holds equal items", [1, 1, 2, 2, 2]],
  ["holds equal items alone", [7, 7, 7]],
  ["has one item", [1]],
  ["is empty", []],
])(
  "asks of a list that is in order no more than about each pair of neighbours: one that %s",
  (_what, keys) => {
    const items = keys.map((key, at) => ({ key, at }));
    const asked: string[] = [];
    const sorted = sortNatural([...items], (a, b) => {
      asked.push(`${a.at} ${b.at}`);
      return byKey(a, b);
    });
    expect(sorted).toEqual(items);
    expect(asked).toEqual(keys.slice(1).map((_key, at) => `${at} ${at + 1}`));
  },
);

test("asks little where one run stands behind another as a whole, as resources of one type do", () => {
  const keys = [5, 6, 7, 8, 1, 2, 3, 4];
  let asked = 0;
  const sorted = sortNatural([...keys], (a, b) => {
    asked += 1;
    return a - b;
  });
  expect(sorted).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  // Each pair of neighbours once, and then the two ends.
  expect(asked).toBe(8);
});
