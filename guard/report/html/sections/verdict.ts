import { type Finding, isProven } from "../../../result";
import { RULES } from "../../../rules/registry";
import { answersOf } from "../../digest";
import { type Html, html, shortened, trusted } from "../escape";
import { badge, icon, STANDING_TITLES, STANDINGS, type Standing } from "../icons";
import { prose } from "../prose";
import { counted, grouped, type Report, standingOf } from "../report";

/** What comes first: proven or not, how much of what, and what to do about it. */
export function verdictSection(report: Report): Html {
  const { result } = report;
  const proven = isProven(result);
  return html`<section id="verdict" class="verdict ${proven ? "is-proven" : "is-not-proven"}" aria-labelledby="verdict-heading">
<p class="eyebrow">Data residency · <b>${result.jurisdiction.name}</b> · as of <time datetime="${result.asOf}">${result.asOf}</time></p>
<h1 id="verdict-heading">${icon(report.standing)}<span>${proven ? "Proven" : "Not proven"}</span></h1>
<p class="sentence">${sentence(report)}</p>
${tally(report)}
</section>
${todo(report)}`;
}

function sentence({ result, findings, open }: Report): string {
  const { resources, outside, unproven, waived } = result.summary;
  const name = result.jurisdiction.name;
  if (open.length > 0) {
    const where = [
      ...(outside > 0
        ? [`${counted(outside, "resource lies", "resources lie")} outside ${name}`]
        : []),
      ...(unproven > 0
        ? [`${counted(unproven, "resource is", "resources are")} not proven to lie inside`]
        : []),
    ];
    const rest = `${counted(open.length, "finding is", "findings are")} open.`;
    return where.length === 0 ? rest : `${where.join(", and ")}. ${rest}`;
  }
  if (resources === 0) {
    return "What was checked holds no resource, and no rule found a way out.";
  }
  const covered = findings.length;
  return covered === 0
    ? `${resources === 1 ? "The resource" : `Each of the ${grouped(resources)} resources`} is proven to lie inside ${name}, and no rule found a way out.`
    : `${counted(resources - waived, "resource is", "resources are")} proven to lie inside ${name}. ${counted(covered, "finding is", "findings are")} waived: somebody answers for ${covered === 1 ? "it" : "them"} until a day.`;
}

/** Width of the bar in its own units. */
const BAR = 1000;
/** One of thousands must still be seen. */
const LEAST = 8;

function tally({ result }: Report): Html {
  const { summary } = result;
  let x = 0;
  const seen = STANDINGS.filter((standing) => summary[standing] > 0);
  const widths = seen.map((standing) =>
    Math.max(LEAST, (summary[standing] / summary.resources) * BAR),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const segments = seen.map((standing, index) => {
    const width = ((widths[index] ?? 0) / total) * BAR;
    const segment = html`<rect class="is-${standing}" x="${x.toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`;
    x += width;
    return segment;
  });
  return html`<div class="tally">
<svg class="bar" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${PATTERNS}${segments}</svg>
<dl>
${STANDINGS.map((standing) => number(standing, summary[standing]))}
<div class="total"><dt>Resources</dt><dd>${grouped(summary.resources)}</dd></div>
</dl>
</div>`;
}

/** Hatching tells what is unproven or waived where colours are not told apart. */
const PATTERNS = trusted(
  '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="under" width="7" height="7"/><rect class="over" width="3" height="7"/></pattern></defs>',
);

function number(standing: Standing, count: number): Html {
  return html`<div class="${count === 0 ? "is-none" : `is-${standing}`}"><dt>${icon(standing)}${STANDING_TITLES[standing]}</dt><dd>${grouped(count)}</dd></div>`;
}

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title]));

function todo(report: Report): Html {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of report.open) {
    const group = groups.get(finding.rule);
    if (group === undefined) {
      groups.set(finding.rule, [finding]);
    } else {
      group.push(finding);
    }
  }
  if (groups.size === 0) {
    return html`<section id="todo" class="todo" aria-labelledby="todo-heading"><h2 id="todo-heading">What to do</h2>
<p class="lead">Nothing.${report.findings.length > 0 ? " Before a waiver runs out, mend what it covers." : ""}${
      report.result.notes.length > 0
        ? html` The <a href="#notes">${counted(report.result.notes.length, "note")}</a> say what a reviewer should know.`
        : undefined
    }</p>${answers(report)}</section>`;
  }
  return html`<section id="todo" class="todo" aria-labelledby="todo-heading"><h2 id="todo-heading">What to do</h2>
<ol>
${[...groups].map(([rule, findings]) => step(rule, findings, report))}
</ol></section>`;
}

/** Who has answered, and until when: what a reviewer asks of a waived finding first. */
function answers({ result }: Report): Html | undefined {
  const list = answersOf(result);
  return list.length === 0
    ? undefined
    : html`<ol>
${list.map(
  ({ owner, ticket, expires, reason, findings }) => html`<li class="is-waived">
<p class="what">${badge("waived")} ${counted(findings, "finding")} until ${shortened(expires)}</p>
<p class="invariant">${prose(reason)}</p>
<p class="fix"><span class="term">By</span> ${shortened(owner)} (${shortened(ticket)})</p>
</li>
`,
)}
</ol>`;
}

function step(rule: string, findings: readonly [Finding, ...Finding[]], report: Report): Html {
  // The worst, as the report orders them.
  const [first] = findings;
  const standing = standingOf(first);
  const fixes = new Set(findings.map(({ fix }) => fix).filter((fix) => fix !== ""));
  const [fix = ""] = fixes;
  return html`<li class="is-${standing}">
<p class="what">${badge(standing)} <a href="#finding-${report.findings.indexOf(first) + 1}">${counted(findings.length, "finding")} of <code>${shortened(rule)}</code></a></p>
<p class="invariant">${TITLES.get(rule) ?? ""}</p>
<p class="fix"><span class="term">Fix</span> ${fixes.size === 1 ? prose(fix) : "The findings need different ones; each says which."}</p>
</li>
`;
}
