import { type Html, html } from "../escape";
import { badge, STANDINGS, type Standing } from "../icons";
import type { Report } from "../report";

const MEANINGS: Readonly<Record<Standing, string>> = {
  outside: "It names a region or realm that is not allowed, or is open to the world.",
  unproven: "Nothing in the configuration proves where it lies. It fails as what is outside does.",
  waived: "It would be outside or unproven; a waiver with an owner and a last day covers it.",
  inside: "The configuration proves that it lies in an allowed region.",
};

/** What the words of the page mean, and what the result was made from. */
export function aboutSection(report: Report, toolVersion: string | undefined): Html {
  const { jurisdiction, asOf, version } = report.result;
  return html`<section id="about" aria-labelledby="about-heading"><h2 id="about-heading">About this report</h2>
<dl class="meanings">${STANDINGS.map((standing) => html`<div><dt>${badge(standing)}</dt><dd>${MEANINGS[standing]}</dd></div>`)}</dl>
<dl class="facts">
<div><dt>Jurisdiction</dt><dd>${jurisdiction.name} (${jurisdiction.countries.join(", ")})</dd></div>
<div><dt>Allowed regions</dt><dd>${jurisdiction.regions.map((region) => html`<code>${region}</code> `)}</dd></div>
<div><dt>Made for</dt><dd>${asOf}</dd></div>
<div><dt>Made by</dt><dd>Onshore${toolVersion === undefined ? "" : ` ${toolVersion}`}, result version ${version}</dd></div>
<div><dt>Map</dt><dd>Natural Earth, public domain. Points are the cities or areas that the clouds name; neither publishes where its data centers stand.</dd></div>
</dl></section>`;
}
