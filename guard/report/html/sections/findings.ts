import type { Finding } from "../../../result";
import { type Html, html, shortened } from "../escape";
import { badge, STANDING_TITLES, type Standing } from "../icons";
import { itemAttributes, listSection } from "../items";
import { prose } from "../prose";
import { keyOf, type Report, regionsOf, standingOf } from "../report";

const LEADS: Readonly<Partial<Record<Standing, string>>> = {
  outside: "They name a place that is not allowed, or are open to the world.",
  unproven: "Nothing proves where they lie or lead; they fail as what is outside does.",
  waived: "Somebody has answered for them until a day; they fail nothing until then.",
};

/** A list longer than this is laid out as it comes near the screen. */
const LONG = 100;

/** Every finding, worst first, with all that it takes to judge and mend it. */
export function findingsSection(report: Report): Html {
  const groups = (["outside", "unproven", "waived"] as const).map((standing) => {
    const found = report.findings
      .map((finding, index) => [finding, index + 1] as const)
      .filter(([finding]) => standingOf(finding) === standing);
    return found.length === 0
      ? undefined
      : html`<div class="group" data-group>
<h3>${STANDING_TITLES[standing]} <span class="count">${found.length}</span></h3>
<p class="lead">${LEADS[standing]}</p>
<ul role="list" class="${found.length > LONG ? "findings is-long" : "findings"}">
${found.map(([finding, number]) => article(finding, number, report))}</ul></div>`;
  });
  return listSection(
    "findings",
    "Findings",
    report.findings.length,
    report.findings.length === 0 ? "No rule found anything." : undefined,
    groups.filter((group) => group !== undefined),
  );
}

function article(finding: Finding, number: number, report: Report): Html {
  const standing = standingOf(finding);
  const placed = report.placements.get(keyOf(finding));
  const item = {
    stack: finding.stack,
    standing,
    rules: [finding.rule],
    regions: [...new Set([...regionsOf(finding.region), ...regionsOf(placed?.region ?? null)])],
  };
  return html`<li class="finding is-${standing}" id="finding-${number}" ${itemAttributes(item, report)}>
<p class="head">${badge(standing)}<code class="rule">${shortened(finding.rule)}</code>${
    finding.region === null
      ? undefined
      : html`<span class="region">${shortened(finding.region)}</span>`
  }${
    finding.waiver === undefined
      ? undefined
      : html`<span class="waiver">${finding.status}, waived by <code>${shortened(finding.waiver)}</code></span>`
  }</p>
<p class="message">${prose(finding.message)}</p>
<dl>
${row("Got", finding.value === "" ? undefined : html`<code>${shortened(finding.value)}</code>`)}${row(
  "Fix",
  finding.fix === "" ? undefined : prose(finding.fix),
)}${row("Where", where(finding))}</dl>
</li>
`;
}

function row(term: string, description: Html | undefined): Html | undefined {
  return description === undefined
    ? undefined
    : html`<div><dt>${term}</dt><dd class="${term.toLowerCase()}">${description}</dd></div>
`;
}

function where(finding: Finding): Html {
  const { constructPath, source, stack, address, file, path } = finding;
  return html`${
    constructPath === undefined
      ? undefined
      : html`<code class="construct">${shortened(constructPath)}</code>`
  }${
    source === undefined
      ? undefined
      : html`<code class="source">${shortened(source.file)}:${source.line}</code>`
  }${
    stack === "" ? undefined : html`<code>${shortened(stack)}: ${shortened(address)}</code>`
  }<code class="pointer">${shortened(file)}#${shortened(path)}</code>`;
}
