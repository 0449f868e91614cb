import { html } from "../../../../guard/report/html/escape";
import { itemAttributes, listSection } from "../../../../guard/report/html/items";
import { prepare } from "../../../../guard/report/html/report";
import { finding, resultWith } from "../../../support/hostile-result";

const report = prepare(
  resultWith({
    findings: [
      finding({ stack: "a", rule: "r1", region: "ap-tokyo-1" }),
      finding({ stack: "b", rule: "r2", region: "eu-paris-1 or us-ashburn-1" }),
    ],
  }),
);

test.each([
  ["a stack alone", { stack: "a" }, 'data-item="any" data-stack="0"'],
  [
    "a standing",
    { stack: "b", standing: "outside" as const },
    'data-item="outside" data-stack="1"',
  ],
  ["rules", { stack: "a", rules: ["r2", "r1"] }, 'data-item="any" data-stack="0" data-rule="1 0"'],
  [
    "regions",
    { stack: "a", regions: ["us-ashburn-1", "ap-tokyo-1"] },
    'data-item="any" data-stack="0" data-region="2 0"',
  ],
  [
    "neither rules nor regions",
    { stack: "a", rules: [], regions: [] },
    'data-item="any" data-stack="0"',
  ],
  [
    "what no filter offers",
    { stack: "x", rules: ["x"] },
    'data-item="any" data-stack="-1" data-rule="-1"',
  ],
])("an item has %s for the filters", (_what, item, attributes) => {
  expect(itemAttributes(item, report).text).toBe(attributes);
});

test("a section is called by its heading, counts its items and says when none fits", () => {
  expect(listSection("notes", "Notes", 2, "See <these>.", html`<p>x</p>`).text).toBe(
    [
      '<section id="notes" class="list" data-list="Notes" aria-labelledby="notes-heading">',
      '<h2 id="notes-heading">Notes <span class="count" data-count>2</span></h2>',
      '<p class="lead">See &lt;these&gt;.</p>',
      "<p>x</p>",
      '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
      "</section>",
    ].join("\n"),
  );
});

test("a section without a lead has none", () => {
  expect(listSection("notes", "Notes", 0, undefined, []).text).not.toContain("lead");
});
