import { html } from "../../../../guard/report/html/escape";
import { table } from "../../../../guard/report/html/table";

const rows = (count: number) => Array.from({ length: count }, (_, at) => html`<tr>${at}</tr>`);
const columns = [
  ["Status", "w-status"],
  ["To", "w-rest"],
] as const;

function chunksOf(count: number) {
  const { text } = table("flows", columns, rows(count), "Flows");
  const chunk =
    /<div class="([^"]*)" data-group><table class="([^"]*)">\n<caption class="unseen">([^<]*)<\/caption>\n<thead><tr>(.*?)<\/tr><\/thead>\n<tbody>\n(.*?)<\/tbody><\/table><\/div>\n/g;
  expect(text.replace(chunk, "")).toBe("");
  return [...text.matchAll(chunk)].map(([, ...parts]) => parts);
}

const head = '<th scope="col" class="w-status">Status</th><th scope="col" class="w-rest">To</th>';
const body = (from: number, to: number) =>
  rows(to)
    .slice(from)
    .map(({ text }) => text)
    .join("");

test("a table of no rows is none", () => {
  expect(table("blocks", columns, [], "Blocks").text).toBe("");
});

test.each([1, 100])("a table of %i rows is one, and says what it lists", (count) => {
  expect(chunksOf(count)).toEqual([["chunk", "rows flows", "Flows", head, body(0, count)]]);
});

test("a longer table is several, each of which says which rows it has", () => {
  expect(chunksOf(201)).toEqual([
    ["chunk is-long", "rows flows", "Flows, rows 1 to 100 of 201", head, body(0, 100)],
    ["chunk is-long", "rows flows goes-on", "Flows, rows 101 to 200 of 201", head, body(100, 200)],
    ["chunk is-long", "rows flows goes-on", "Flows, rows 201 to 201 of 201", head, body(200, 201)],
  ]);
});
