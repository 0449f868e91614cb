import { type Html, html, shortened } from "../escape";
import { icon, STANDING_TITLES, STANDINGS } from "../icons";
import type { Choices, Report } from "../report";

/** The filters. They need the page's script, which shows them; without it, all of the page is shown. */
export function filterBar(report: Report): Html {
  return html`<form id="filters" class="filters" role="search" aria-label="Filter the report" hidden>
<div class="fields">
<label class="text">Search<input id="filter-text" type="search" autocomplete="off" spellcheck="false" placeholder="address, construct, message"></label>
${select("stack", "Stack", report.stacks)}
${select("rule", "Rule", report.rules)}
${select("region", "Region", report.regions)}
</div>
<div class="line"><fieldset class="statuses"><legend>Status</legend>${STANDINGS.map(
    (standing) =>
      html`<label><input type="checkbox" name="status" value="${standing}" checked>${icon(standing)}${STANDING_TITLES[standing]}</label>`,
  )}</fieldset>
<p id="shown" class="shown" role="status"></p>
<button type="reset" id="filter-reset" disabled>Clear</button></div>
</form>`;
}

function select(id: string, title: string, choices: Choices): Html {
  return html`<label>${title}<select id="filter-${id}"><option value="">all</option>${choices.values.map(
    (value, number) =>
      html`<option value="${number}">${value === "" ? "(none)" : shortened(value)}</option>`,
  )}</select></label>`;
}
