import { prepare } from "../../../../../guard/report/html/report";
import { verdictSection } from "../../../../../guard/report/html/sections/verdict";
import type { CheckResult } from "../../../../../guard/result";
import { finding, resultWith } from "../../../../support/hostile-result";
import { fullResult, note } from "../../made";
import { linesOf } from "../lines";

const section = (result: Partial<CheckResult>) =>
  linesOf(verdictSection(prepare(resultWith(result))));
const sentence = (result: Partial<CheckResult>) =>
  /<p class="sentence">(.*)<\/p>/.exec(section(result).join("\n"))?.[1];
const summary = (more: Partial<CheckResult["summary"]>) => ({
  resources: 0,
  inside: 0,
  outside: 0,
  unproven: 0,
  waived: 0,
  ...more,
});

test("the page says first how it stands, how much of what, and what to do about it", () => {
  expect(linesOf(verdictSection(prepare(fullResult())))).toEqual([
    '<section id="verdict" class="verdict is-not-proven" aria-labelledby="verdict-heading">',
    '<p class="eyebrow">Data residency · <b>US</b> · as of <time datetime="2026-01-15">2026-01-15</time></p>',
    '<h1 id="verdict-heading">(outside)<span>Not proven</span></h1>',
    '<p class="sentence">1 resource lies outside US, and 1 resource is not proven to lie inside. 3 findings are open.</p>',
    '<div class="tally">',
    '<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="under" width="7" height="7"/><rect class="over" width="3" height="7"/></pattern></defs><rect class="is-outside" x="0.0" width="248.0" height="10"/><rect class="is-unproven" x="250.0" width="248.0" height="10"/><rect class="is-waived" x="500.0" width="248.0" height="10"/><rect class="is-inside" x="750.0" width="248.0" height="10"/></svg>',
    "<dl>",
    '<div class="is-outside"><dt>(outside)Outside</dt><dd>1</dd></div><div class="is-unproven"><dt>(unproven)Unproven</dt><dd>1</dd></div><div class="is-waived"><dt>(waived)Waived</dt><dd>1</dd></div><div class="is-inside"><dt>(inside)Inside</dt><dd>1</dd></div>',
    '<div class="total"><dt>Resources</dt><dd>4</dd></div>',
    "</dl>",
    "</div>",
    "</section>",
    '<section id="todo" class="todo" aria-labelledby="todo-heading"><h2 id="todo-heading">What to do</h2>',
    "<ol>",
    '<li class="is-outside">',
    '<p class="what">[outside: Outside] <a href="#finding-1">1 finding of <code>resource-inside</code></a></p>',
    '<p class="invariant">Every resource and data source lies in an allowed region.</p>',
    '<p class="fix"><span class="term">Fix</span> Move it.</p>',
    "</li>",
    '<li class="is-unproven">',
    '<p class="what">[unproven: Unproven] <a href="#finding-2">2 findings of <code>state-inside</code></a></p>',
    '<p class="invariant">Terraform state, which holds a copy of every attribute, is kept in an allowed region.</p>',
    '<p class="fix"><span class="term">Fix</span> Move it.</p>',
    "</li>",
    "",
    "</ol></section>",
  ]);
});

describe("in a sentence, a result", () => {
  const open = [finding()];
  const covered = [finding({ waiver: "w" })];

  test.each<[string, Partial<CheckResult>, string]>([
    ["with an open finding of no resource", { findings: open }, "1 finding is open."],
    [
      "with resources outside",
      { findings: open, summary: summary({ resources: 2, outside: 2 }) },
      "2 resources lie outside US. 1 finding is open.",
    ],
    [
      "with one that is not proven",
      { findings: [...open, ...open], summary: summary({ resources: 1, unproven: 1 }) },
      "1 resource is not proven to lie inside. 2 findings are open.",
    ],
    [
      "with both",
      { findings: open, summary: summary({ resources: 3, outside: 1, unproven: 2 }) },
      "1 resource lies outside US, and 2 resources are not proven to lie inside. 1 finding is open.",
    ],
    ["of nothing", {}, "What was checked holds no resource, and no rule found a way out."],
    [
      "of one resource",
      { summary: summary({ resources: 1, inside: 1 }) },
      "The resource is proven to lie inside US, and no rule found a way out.",
    ],
    [
      "of many",
      { summary: summary({ resources: 1234, inside: 1234 }) },
      "Each of the 1,234 resources is proven to lie inside US, and no rule found a way out.",
    ],
    [
      "with a waived finding",
      { findings: covered, summary: summary({ resources: 3, inside: 2, waived: 1 }) },
      "2 resources are proven to lie inside US. 1 finding is waived: somebody answers for it until a day.",
    ],
    [
      "with several",
      {
        findings: [...covered, ...covered],
        summary: summary({ resources: 2, inside: 1, waived: 1 }),
      },
      "1 resource is proven to lie inside US. 2 findings are waived: somebody answers for them until a day.",
    ],
  ])("%s is told in full", (_what, result, words) => {
    expect(sentence(result)).toBe(words);
  });
});

test("a proven result is called so, with the counts of what there is none of set back", () => {
  const lines = section({ summary: summary({ resources: 1000, inside: 1000 }) });
  expect(lines[0]).toContain('class="verdict is-proven"');
  expect(lines[2]).toBe('<h1 id="verdict-heading">(inside)<span>Proven</span></h1>');
  expect(lines[7]).toBe(
    '<div class="is-none"><dt>(outside)Outside</dt><dd>0</dd></div><div class="is-none"><dt>(unproven)Unproven</dt><dd>0</dd></div><div class="is-none"><dt>(waived)Waived</dt><dd>0</dd></div><div class="is-inside"><dt>(inside)Inside</dt><dd>1,000</dd></div>',
  );
});

test.each<[string, Partial<CheckResult["summary"]>, readonly string[]]>([
  ["of nothing has no part", {}, []],
  [
    "of parts has each in its share",
    { resources: 4, outside: 1, inside: 3 },
    [
      '<rect class="is-outside" x="0.0" width="248.0" height="10"/>',
      '<rect class="is-inside" x="250.0" width="748.0" height="10"/>',
    ],
  ],
  [
    "shows one of thousands",
    { resources: 10_000, unproven: 1, inside: 9999 },
    [
      '<rect class="is-unproven" x="0.0" width="5.9" height="10"/>',
      '<rect class="is-inside" x="7.9" width="990.1" height="10"/>',
    ],
  ],
])("the bar %s", (_what, counts, parts) => {
  const text = section({ summary: summary(counts) }).join();
  expect(text.match(/<rect class="is-[^>]*>/g) ?? []).toEqual(parts);
});

describe("what to do", () => {
  const todo = (result: Partial<CheckResult>) => {
    const lines = section(result);
    return lines.slice(lines.findIndex((line) => line.includes('id="todo"')));
  };
  const heading =
    '<section id="todo" class="todo" aria-labelledby="todo-heading"><h2 id="todo-heading">What to do</h2>';

  test("is nothing where there is no finding", () => {
    expect(todo({})).toEqual([heading, '<p class="lead">Nothing.</p></section>']);
  });

  test("is to read the notes where there are some", () => {
    expect(todo({ notes: [note(), note()] })).toEqual([
      heading,
      '<p class="lead">Nothing. The <a href="#notes">2 notes</a> say what a reviewer should know.</p></section>',
    ]);
  });

  test("is to mend what is waived in time, with who answers for it", () => {
    const { waivers = [] } = fullResult();
    expect(todo({ findings: [finding({ waiver: "retire" })], waivers })).toEqual([
      heading,
      '<p class="lead">Nothing. Before a waiver runs out, mend what it covers.</p><ol>',
      '<li class="is-waived">',
      '<p class="what">[waived: Waived] 1 finding until 2026-03-31</p>',
      '<p class="invariant">it moves soon</p>',
      '<p class="fix"><span class="term">By</span> storage team (RES-12)</p>',
      "</li>",
      "",
      "</ol></section>",
    ]);
  });

  test("is a step for each rule, which stands as the worst of its findings and leads to it", () => {
    const lines = todo({
      findings: [
        finding({ rule: "unknown", status: "unproven", fix: "" }),
        finding({ rule: "state-inside", status: "unproven", fix: "a" }),
        finding({ rule: "state-inside", fix: "b" }),
        finding({ rule: "state-inside", waiver: "w", fix: "c" }),
      ],
    });
    expect(lines).toEqual([
      heading,
      "<ol>",
      '<li class="is-outside">',
      '<p class="what">[outside: Outside] <a href="#finding-1">2 findings of <code>state-inside</code></a></p>',
      '<p class="invariant">Terraform state, which holds a copy of every attribute, is kept in an allowed region.</p>',
      '<p class="fix"><span class="term">Fix</span> The findings need different ones; each says which.</p>',
      "</li>",
      '<li class="is-unproven">',
      '<p class="what">[unproven: Unproven] <a href="#finding-2">1 finding of <code>unknown</code></a></p>',
      '<p class="invariant"></p>',
      '<p class="fix"><span class="term">Fix</span> The findings need different ones; each says which.</p>',
      "</li>",
      "",
      "</ol></section>",
    ]);
  });
});
