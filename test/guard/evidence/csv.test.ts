import { csv } from "../../../guard/evidence/csv";

test("writes one line a row, and nothing where there is no row", () => {
  expect(
    csv([
      ["a", "b"],
      ["", "c d"],
    ]),
  ).toBe("a,b\r\n,c d\r\n");
  expect(csv([])).toBe("");
});

test.each<[string, string, string]>([
  ["an equals sign", "=1+1", "'=1+1"],
  ["a plus", "+1", "'+1"],
  ["a minus", "-1", "'-1"],
  ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
])("puts an apostrophe before what a spreadsheet takes for a formula: %s", (_what, text, cell) => {
  expect(csv([[text]])).toBe(`${cell}\r\n`);
});

test.each<[string, string]>([
  ["an equals sign inside", "a=1"],
  ["a minus inside", "us-ashburn-1"],
  ["an at sign inside", "me@home"],
  ["an apostrophe", "it's"],
])("leaves what is no formula as it is: %s", (_what, text) => {
  expect(csv([[text]])).toBe(`${text}\r\n`);
});

test.each<[string, string, string]>([
  ["a comma", "a,b", '"a,b"'],
  ["a quotation mark", 'say "no"', '"say ""no"""'],
  ["a formula with a comma", "=SUM(A1,B1)", '"\'=SUM(A1,B1)"'],
])("quotes a cell with %s", (_what, text, cell) => {
  expect(csv([[text]])).toBe(`${cell}\r\n`);
});

test("keeps a line break and a tab from starting a row or a cell", () => {
  expect(csv([["a\r\nb", "\t=1"]])).toBe("a\\u{d}\\u{a}b,\\u{9}=1\r\n");
});

test("cuts a cell that no spreadsheet would take whole", () => {
  expect(csv([["x".repeat(8000)]])).toBe(`${"x".repeat(8000)}\r\n`);
  expect(csv([["x".repeat(8001)]])).toBe(`${"x".repeat(7999)}…\r\n`);
});
