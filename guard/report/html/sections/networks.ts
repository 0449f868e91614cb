import type { Path, ReachabilityProof, Verdict } from "../../../network";
import { type Html, html, shortened } from "../escape";
import { badge, type Standing } from "../icons";
import { itemAttributes, listSection } from "../items";
import { prose } from "../prose";
import { keyOf, type Report, regionsOf } from "../report";

const VERDICTS: Readonly<Record<Verdict, readonly [title: string, standing: Standing]>> = {
  closed: ["Closed", "inside"],
  inside: ["Inside", "inside"],
  "cloud-services-only": ["Cloud services only", "inside"],
  "peered-inside": ["Peered inside", "inside"],
  "through-waf": ["Through a WAF", "inside"],
  unproven: ["Unproven", "unproven"],
  open: ["Open", "outside"],
};

/** A list longer than this is laid out as it comes near the screen. */
const LONG = 50;

/** The reachability proof of each subnet: every way in and out, station by station. */
export function networksSection(report: Report): Html {
  const proofs = [...report.result.reachability].sort((a, b) => rankOf(a) - rankOf(b));
  return listSection(
    "networks",
    "Networks",
    proofs.length,
    proofs.length === 0
      ? "What was checked holds no subnet."
      : "Every way into and out of each subnet, by its routes, gateways and security rules.",
    html`<ul role="list" class="${proofs.length > LONG ? "subnets is-long" : "subnets"}">
${proofs.map((proof) => subnet(proof, report))}</ul>`,
  );
}

const RANKS: Readonly<Partial<Record<Standing, number>>> = { outside: 0, unproven: 1 };

function rankOf({ verdict, role }: ReachabilityProof): number {
  return 2 * (RANKS[VERDICTS[verdict][1]] ?? 2) + (role === "data" ? 0 : 1);
}

function subnet(proof: ReachabilityProof, report: Report): Html {
  const [title, standing] = VERDICTS[proof.verdict];
  const region = report.placements.get(keyOf(proof))?.region ?? null;
  const item = { stack: proof.stack, standing, regions: regionsOf(region) };
  return html`<li class="subnet is-${standing}" ${itemAttributes(item, report)}>
<div class="head">${badge(standing, title)}<h3><code>${shortened(proof.address)}</code></h3><p>${proof.role} subnet · ${shortened(proof.stack)}${
    region === null ? undefined : html` · ${shortened(region)}`
  }</p></div>
${paths("In", proof.inbound)}
${paths("Out", proof.outbound)}
${
  proof.evidence.length === 0
    ? undefined
    : html`<ul class="evidence">${proof.evidence.map((sentence) => html`<li>${prose(sentence)}</li>`)}</ul>`
}
</li>
`;
}

function paths(direction: "In" | "Out", list: readonly Path[]): Html {
  return html`<div class="ways"><h4>${direction}</h4><div>${
    list.length === 0
      ? html`<p class="no-way">No way ${direction.toLowerCase()}.</p>`
      : list.map(way)
  }</div></div>`;
}

function way({ verdict, hops, evidence }: Path): Html {
  const [title, standing] = VERDICTS[verdict];
  return html`<div class="way is-${standing}"><p class="says">${badge(standing, title)} ${prose(evidence)}</p>
<ol class="hops">${hops.map(
    ({ address, says }) =>
      html`<li><code>${shortened(address)}</code> <span>${prose(says)}</span></li>`,
  )}</ol></div>`;
}
