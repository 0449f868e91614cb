import { prepare } from "../../../../../guard/report/html/report";
import { aboutSection } from "../../../../../guard/report/html/sections/about";
import { fullResult } from "../../made";
import { linesOf } from "../lines";

test("the page says what its words mean and what it was made from", () => {
  expect(linesOf(aboutSection(prepare(fullResult()), undefined))).toEqual([
    '<section id="about" aria-labelledby="about-heading"><h2 id="about-heading">About this report</h2>',
    '<dl class="meanings"><div><dt>[outside: Outside]</dt><dd>It names a region or realm that is not allowed, or is open to the world.</dd></div><div><dt>[unproven: Unproven]</dt><dd>Nothing in the configuration proves where it lies. It fails as what is outside does.</dd></div><div><dt>[waived: Waived]</dt><dd>It would be outside or unproven; a waiver with an owner and a last day covers it.</dd></div><div><dt>[inside: Inside]</dt><dd>The configuration proves that it lies in an allowed region.</dd></div></dl>',
    '<dl class="facts">',
    "<div><dt>Jurisdiction</dt><dd>US (US)</dd></div>",
    "<div><dt>Allowed regions</dt><dd><code>us-ashburn-1</code> <code>us-phoenix-1</code> </dd></div>",
    "<div><dt>Made for</dt><dd>2026-01-15</dd></div>",
    "<div><dt>Made by</dt><dd>Onshore, result version 1</dd></div>",
    "<div><dt>Map</dt><dd>Natural Earth, public domain. Points are the cities or areas that the clouds name; neither publishes where its data centers stand.</dd></div>",
    "</dl></section>",
  ]);
});

test("the page says which version of the tool made it, where it is told", () => {
  const { text } = aboutSection(prepare(fullResult()), "1.2.3");
  expect(text).toContain("<dt>Made by</dt><dd>Onshore 1.2.3, result version 1</dd>");
});

test("the page names every country of the jurisdiction", () => {
  const result = fullResult();
  const jurisdiction = { ...result.jurisdiction, name: "DACH", countries: ["DE", "CH"] };
  const { text } = aboutSection(prepare({ ...result, jurisdiction }), undefined);
  expect(text).toContain("<dt>Jurisdiction</dt><dd>DACH (DE, CH)</dd>");
});
