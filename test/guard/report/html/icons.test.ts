import { badge, icon, iconSheet, STANDINGS } from "../../../../guard/report/html/icons";

const use = (standing: string) =>
  `<svg class="icon is-${standing}" aria-hidden="true" focusable="false"><use href="#i-${standing}"/></svg>`;

test("every icon is a shape of the sheet, and no two have the same", () => {
  const sheet = iconSheet().text;
  const shapes = [
    ...sheet.matchAll(/<symbol id="i-([a-z]+)" viewBox="0 0 16 16">(.+?)<\/symbol>/g),
  ];
  expect(shapes.map(([, id]) => id)).toEqual(["outside", "unproven", "waived", "inside", "key"]);
  expect(new Set(shapes.map(([, , shape]) => shape)).size).toBe(5);
  for (const [, , shape = ""] of shapes) {
    expect(shape).toMatch(/^<(?:rect|path|circle|g) .*(?:\/>|<\/g>)$/);
  }
  expect(sheet).toMatch(
    /^<svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false"><symbol .*<\/symbol><\/svg>$/,
  );
  expect(sheet.replace(/<symbol .*?<\/symbol>/g, "")).toBe(
    '<svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false"></svg>',
  );
});

test.each([
  ["outside", "Outside"],
  ["unproven", "Unproven"],
  ["waived", "Waived"],
  ["inside", "Inside"],
] as const)("what is %s has its own shape, and says %s beside it", (standing, title) => {
  expect(STANDINGS).toContain(standing);
  expect(icon(standing).text).toBe(use(standing));
  expect(badge(standing).text).toBe(
    `<span class="badge is-${standing}">${use(standing)}${title}</span>`,
  );
});

test("a badge may say another word", () => {
  expect(badge("inside", "Closed").text).toBe(
    `<span class="badge is-inside">${use("inside")}Closed</span>`,
  );
});
